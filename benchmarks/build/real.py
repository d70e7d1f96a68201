"""Writes a source of the real procedures of a register (JSON lines) by our own `import`, with what they refer to.

usage: python benchmarks/build/real.py procedures.jsonl.xz FOLDER
"""

from __future__ import annotations

import json
import lzma
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import click
from synthetic import write_yaml

from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.procedures import import_procedures
from congkhai.foundation.text import slug

# An agency named by at least so many procedures gets a page.
NAMED_AT_LEAST = 5


@click.command()
@click.argument("register", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path))
def main(register: Path, folder: Path) -> None:
    write_source(register, folder)


def write_source(register: Path, folder: Path) -> None:
    """Write site.yaml and content/: every procedure as imported, all sectors, the agencies named most often."""
    with lzma.open(register, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    shutil.rmtree(folder, ignore_errors=True)
    write_yaml(folder / "site.yaml", {"name": "Cổng tra cứu thủ tục hành chính", "tagline": "Dữ liệu để đo"})
    write_yaml(folder / "content" / "sectors.yaml", {"sectors": _sectors(records)})
    registry = {"territory": "trung-uong", "name": "Trung ương", "agencies": _agencies(records)}
    write_yaml(folder / "content" / "agencies" / "trung-uong.yaml", registry)
    for name, text in import_procedures(register, ImportReport(register.name)):
        path = folder / "content" / "procedures" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _sectors(records: list[dict[str, Any]]) -> list[dict[str, str]]:
    names = {slug(record["field"])[:80].rstrip("-"): record["field"] for record in records if record["field"]}
    return [{"id": key, "name": name} for key, name in sorted(names.items())]


def _agencies(records: list[dict[str, Any]]) -> list[dict[str, str]]:
    named = Counter(" ".join(record["agency"].split()) for record in records if record["agency"])
    often = {slug(name)[:80].rstrip("-"): name for name, times in named.items() if times >= NAMED_AT_LEAST}
    return [{"id": key, "name": name, "level": "central"} for key, name in sorted(often.items())]


if __name__ == "__main__":
    main()
