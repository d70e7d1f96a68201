"""Writes docs/licences.md: the licence of every package that is pinned, and of what is vendored: `make licences`.

A licence is what the installed package says of itself; one that says nothing is told on the terminal.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "licences.md"
# A pinned package at the head of a line: click==8.5.1
PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
_HEAD = """# Licences

What is installed beside the program, as each package says of itself; written by `make licences`. None of it is copied
into a site. What is vendored for the browser editor (Sveltia CMS, yaml, three fonts) has its licence beside it in
`congkhai/site/browser_editor/client/vendor/`, and that folder is copied only into sites that have the editor.
"""


def pins(name: str) -> set[tuple[str, str]]:
    """Return name and version of every package that a list of ours pins; several versions where systems differ."""
    return set(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


def licence_of(name: str) -> str:
    """Return the licence that an installed package states, "" where it states none or is not installed here."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return ""
    stated = found.get("License-Expression") or ""
    classified = [
        one.rpartition(" :: ")[2] for one in found.get_all("Classifier") or [] if one.startswith("License ::")
    ]
    written = str(found.get("License") or "").strip().split("\n")[0]
    return stated or (written if 0 < len(written) < 40 else "") or ", ".join(classified)


def main() -> None:
    """Write the list; packages that are for other systems, and so are not installed here, keep their row."""
    runtime = pins("requirements.txt")
    before = dict(re.findall(r"^\| (\S+) \| \S+ \| ([^|]+) \|", _before(), re.MULTILINE))
    rows = []
    for name, version in sorted(pins("requirements-dev.txt") | runtime):
        licence = licence_of(name) or before.get(name, "")
        if not licence:
            print(f"no licence known: {name}")
        rows.append(f"| {name} | {version} | {licence} | {'running' if (name, version) in runtime else 'tests'} |")
    table = "\n".join(["| package | version | licence | needed for |", "|---|---|---|---|", *rows])
    TARGET.write_text(f"{_HEAD}\n{table}\n", encoding="utf-8")


def _before() -> str:
    return TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""


if __name__ == "__main__":
    main()
