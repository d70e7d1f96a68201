"""Builds a province out of its communes, each a source of its own, and tells time and memory for more and more of them.

    PYTHONPATH=. .venv/bin/python benchmarks/province.py --communes 25 50 100

The sources are what `init` begins a commune with, and a plan of 36 invented tasks each; nothing of it is kept.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import congkhai
from congkhai.editing.starter import starter_files
from congkhai.foundation.labels import load_labels
from congkhai.knowledge.units import Unit, communes_of, provinces

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-11-22"
SOURCES = "nguon"


def main() -> None:
    """Print a row for each number of communes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--communes", type=int, nargs="+", default=[25, 50, 100])
    arguments.add_argument("--province", default="vinh-long")
    chosen = arguments.parse_args()
    province = next(unit for unit in provinces() if unit.id == chosen.province)
    print("communes  files   pages  CPU s  CPU s a commune  peak MB")
    for count in chosen.communes:
        with tempfile.TemporaryDirectory() as folder:
            source, output = Path(folder) / "source", Path(folder) / "public"
            lay(source, province, list(islice(communes_of(province), count)))
            cpu, peak = measured(source, output)
            files = [path for path in output.rglob("*") if path.is_file()]
            pages = sum(path.suffix == ".html" for path in files)
            print(f"{count:8} {len(files):6} {pages:7} {cpu:6.1f} {cpu / count:16.3f} {peak:8.0f}")


def lay(source: Path, province: Unit, communes: list[Unit]) -> None:
    """Write the source of a province and, in folders of it, those of its communes."""
    write(source, dict(starter_files(province, load_labels("vi"), congkhai.__version__)))
    named = [f"  - {{path: {SOURCES}/{unit.id}, territory: {unit.id}}}" for unit in communes]
    site = (source / "site.yaml").read_text(encoding="utf-8")
    (source / "site.yaml").write_text(site + "sources:\n" + "\n".join(named) + "\n", encoding="utf-8")
    for unit in communes:
        files = dict(starter_files(unit, load_labels("vi"), congkhai.__version__))
        write(source / SOURCES / unit.id, files | {"content/plans/ke-hoach-2026.yaml": "\n".join(plan(unit)) + "\n"})


def plan(unit: Unit) -> Iterator[str]:
    """The lines of an invented plan."""
    yield from ("id: ke-hoach-2026", "type: plan", f"title: Kế hoạch giả định của {unit.name} năm 2026")
    yield from (
        f"territory: {unit.id}",
        f"issuer: ubnd-{unit.id}",
        "year: 2026",
        "source: {text: Giả định}",
        "sections:",
    )
    office = "UBND phường" if unit.id.startswith("phuong") else "UBND xã"
    for section in range(1, 5):
        yield from (f"  - number: '{section}'", f"    title: Phần {section}", "    items:")
        for task in range(1, 10):
            row = f"number: '{task}', title: Việc {section}.{task}, lead: {office}, time: Quý {section}/2026"
            yield f"      - {{{row}}}"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write texts below a folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def measured(source: Path, output: Path) -> tuple[float, float]:
    """Build, and return CPU seconds and peak memory in MB."""
    command = [sys.executable, "build.py", "build", "--source", source, "--output", output, "--today", DAY]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"The build ended with {os.waitstatus_to_exitcode(status)}.")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
