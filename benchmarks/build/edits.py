"""Every kind of edit an editor makes, one after the other, each followed by a build of its own process.

usage: python benchmarks/build/edits.py SOURCE FOLDER [--only KIND,…] [--full-check]
SOURCE is a synthetic source (`synthetic.py`); it is copied to FOLDER, built there once, and then edited.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click
from measuring import Cost, measure

BUILD = Path(__file__).resolve().parents[2] / "build.py"
TODAY, NEXT_DAY = "2025-07-15", "2025-07-16"
BASE = "https://vi-du.example/cong-khai/"


def _substitute(path: Path, pattern: str, words: str) -> None:
    text = path.read_text("utf-8")
    changed, count = re.subn(pattern, words, text, count=1, flags=re.MULTILINE)
    if not count:
        sys.exit(f"{path}: nothing to edit ({pattern})")
    path.write_text(changed, "utf-8")


def _procedure(source: Path, number: int) -> Path:
    files = sorted((source / "content/procedures").rglob("*.yaml"), key=lambda path: path.name)
    return files[len(files) * number // 100]


def _text(source: Path) -> None:
    _substitute(
        _procedure(source, 10), r"^processing_time: .*$", "processing_time: 09 ngày làm việc kể từ ngày nhận đủ"
    )


def _steps(source: Path) -> None:
    _substitute(_procedure(source, 12), r"\*\*Bước 1\.\*\*", "**Bước 1.** (đã sửa)")


def _name_end(source: Path) -> None:
    _substitute(_procedure(source, 20), r"^name: (.*)$", r"name: \1 theo mẫu mới")


def _name_start(source: Path) -> None:
    _substitute(_procedure(source, 30), r"^name: \S+ ", "name: Bãi bỏ ")


def _sector(source: Path) -> None:
    path = _procedure(source, 40)
    sector = "ho-tich" if path.parent.name != "ho-tich" else "y-te"
    _substitute(path, r"^sector: .*$", f"sector: {sector}")


def _new(source: Path) -> None:
    path = _procedure(source, 50)
    text = path.read_text("utf-8").replace(path.stem, "2.777777").replace("name: ", "name: Đăng ký mới ", 1)
    path.with_name("2.777777.yaml").write_text(text, "utf-8")


def _removed(source: Path) -> None:
    _procedure(source, 60).unlink()


def _task_title(source: Path) -> None:
    _substitute(min((source / "content/plans").glob("*.yaml")), r"^(  - number: '2'\n    title: )", r"\1Kịp thời ")


def _task_time(source: Path) -> None:
    _substitute(min((source / "content/plans").glob("*.yaml")), r"^    time: .*$", "    time: Trước ngày 20/9/2025")


def _agency(source: Path) -> None:
    _substitute(source / "content/agencies/ben-tre.yaml", r"^  name: (Sở Tư pháp.*)$", r"  name: \1 mới")


def _document(source: Path) -> None:
    _substitute(source / "content/documents/trung-uong.yaml", r"^  title: (.*)$", r"  title: \1 (sửa)")


def _checkout(source: Path) -> None:
    """Give every file a new inode and time, as a fresh checkout does."""
    fresh = source / "content.fresh"
    shutil.copytree(source / "content", fresh, copy_function=shutil.copyfile)
    shutil.rmtree(source / "content")
    fresh.rename(source / "content")


EDITS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "a value of a procedure": _text,
    "a step of a procedure": _steps,
    "end of a name": _name_end,
    "first word of a name": _name_start,
    "sector of a procedure": _sector,
    "new procedure": _new,
    "procedure removed": _removed,
    "title of a task": _task_title,
    "time of a task": _task_time,
    "name of an agency": _agency,
    "title of a document": _document,
    "fresh checkout, nothing else": _checkout,
    "a new day": lambda _: None,
}


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--only", default="", help="Kinds of edits, separated by commas.")
@click.option("--full-check", is_flag=True, help="Compare the site with that of a full build after every edit.")
def main(source: Path, folder: Path, only: str, full_check: bool) -> None:
    """Print a row for each kind of edit: processor and wall seconds, files written, removed."""
    shutil.copytree(source, folder / "source", ignore=shutil.ignore_patterns(".cache"))
    print("| edit | CPU s | wall s | peak MB | files changed |\n|---|---|---|---|---|", flush=True)
    _row("cold", _build(folder, TODAY), folder, {})
    chosen = only.split(",") if only else list(EDITS)
    for kind in chosen:
        before = marks(folder / "public")
        EDITS[kind](folder / "source")
        day = NEXT_DAY if kind == "a new day" else TODAY
        _row(kind, _build(folder, day), folder, before)
        if full_check:
            _compare(kind, folder, day)


def _build(folder: Path, day: str, source: str = "source", output: str = "public") -> Cost:
    names = ("--source", source, "--output", output, "--today", day, "--base-url", BASE)
    cost = measure((sys.executable, str(BUILD), "build", *names), folder=folder, log=folder / "log.txt")
    if cost.exit_code:
        sys.exit((folder / "log.txt").read_text("utf-8")[-2000:])
    return cost


def _row(kind: str, cost: Cost, folder: Path, before: dict[str, tuple[int, int]]) -> None:
    after = marks(folder / "public")
    changed = sum(before.get(path) != mark for path, mark in after.items()) + len(before.keys() - after.keys())
    print(f"| {kind} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.resident / 1e6:.0f} | {changed} |", flush=True)


def _compare(kind: str, folder: Path, day: str) -> None:
    shutil.rmtree(folder / "whole", ignore_errors=True)
    shutil.copytree(folder / "source", folder / "whole/source", ignore=shutil.ignore_patterns(".cache"))
    _build(folder, day, "whole/source", "whole/public")
    for path in marks(folder / "whole/public").keys() | marks(folder / "public").keys():
        pair = [folder / "whole/public" / path, folder / "public" / path]
        if not all(one.exists() for one in pair) or len({one.read_bytes() for one in pair}) > 1:
            sys.exit(f"{kind}: {path} differs from that of a full build")


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and time of writing of every file, by path: another pair is another file."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            stat = os.stat(path)
            found[os.path.relpath(path, folder)] = (stat.st_size, stat.st_mtime_ns)
    return found


if __name__ == "__main__":
    main()
