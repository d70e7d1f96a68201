"""Write expected results anew, to be read before a commit: python -m tests.bless schemas golden (or all)."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path


def bless_hostile() -> None:
    """Write what comes of each hostile source."""
    from tests.build.hostile import CASES
    from tests.build.test_hostile import EXPECTED, OLD_SITE, laid, outcome

    told = []
    for name in CASES:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            site.mkdir()
            for file, data in OLD_SITE.items():
                (site / file).write_bytes(data)
            told.append(f"{name}\n{outcome(laid(name, Path(folder) / 'source'), site)}\n")
    EXPECTED.write_text("\n".join(told), encoding="utf-8")


def bless_mistakes() -> None:
    """Write the report of each folder of tests/mistakes."""
    from tests.test_mistakes import bless

    bless()


def bless_golden() -> None:
    """Write the golden site."""
    from tests.test_golden import bless

    bless()


def bless_docs() -> None:
    """Write docs/problems.md from the catalogue."""
    from tests.test_mistakes import DOCS, docs

    DOCS.write_text(docs(), encoding="utf-8")


def bless_schemas() -> None:
    """Write the schemas that VS Code completes keys by, and which files each is for."""
    from tests.site.test_schema import SCHEMAS, SETTINGS, SETTINGS_FILE, wired
    from tests.sources import run

    run("schema", "--output", SCHEMAS)
    settings = SETTINGS | {"yaml.schemas": wired()}
    SETTINGS_FILE.write_text(json.dumps(settings, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


BLESSERS: dict[str, Callable[[], None]] = {
    "hostile": bless_hostile,
    "mistakes": bless_mistakes,
    "golden": bless_golden,
    "docs": bless_docs,
    "schemas": bless_schemas,
}

if __name__ == "__main__":
    for chosen in sys.argv[1:] or BLESSERS:
        BLESSERS[chosen]()
        print(f"blessed: {chosen}")
