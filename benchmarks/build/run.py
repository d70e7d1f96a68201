"""Builds one corpus with us and with our peers, in turns, and writes what each build cost.

usage: python benchmarks/build/run.py CORPUS [--rounds 3] [--only congkhai,check,hugo,eleventy] [--results FILE]
CORPUS is a number of synthetic procedures (1000, 10000, 50000) or a register of real ones (….jsonl.xz).
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import contenders
import real
import report
import synthetic
from contenders import Contender
from measuring import Cost, measure
from peer_source import write_peer_source

DATA = Path(__file__).resolve().parents[1] / ".data"
ALL = ("congkhai", "check", "hugo", "eleventy")
COLD, WARM, EDITED = "cold", "nothing changed", "one record edited"


@dataclass(frozen=True, slots=True)
class Row:
    """One build of one contender: the corpus, what went before, what it cost and what it left."""

    corpus: str
    scenario: str
    row: str
    round: int
    cost: Cost
    files: int = 0
    bytes: int = 0
    written: int = 0


@click.command()
@click.argument("corpus")
@click.option("--rounds", default=3, help="How often each contender builds; the best wall time is told.")
@click.option("--only", default=",".join(ALL), help="Contenders, separated by commas.")
@click.option("--cold-only", is_flag=True, help="Leave the builds with little or nothing changed out.")
@click.option("--results", type=click.Path(path_type=Path), help="A Markdown file to put the tables in.")
@click.option("--work", type=click.Path(path_type=Path), default=DATA, help="Where sources and sites are put.")
def main(corpus: str, rounds: int, only: str, cold_only: bool, results: Path | None, work: Path) -> None:
    """Measure, print a table, and keep every single measurement in WORK/measurements.jsonl."""
    name, source = _source(corpus, work)
    load = os.getloadavg()[0]
    field = list(_contenders(work / name, source, only.split(",")))
    rows = []
    for row in _rounds(name, field, rounds, cold_only):
        rows.append(row)
        click.echo(report.line(row), err=True)
        with (work / "measurements.jsonl").open("a", encoding="utf-8") as kept:
            kept.write(json.dumps({"at": datetime.datetime.now().isoformat("T", "seconds"), **asdict(row)}) + "\n")
    for contender in field:
        contender.clear()
    text = report.section(name, rows, rounds=rounds, load=load)
    print(text)
    if results:
        report.put(results, name, text)


def _source(corpus: str, work: Path) -> tuple[str, Path]:
    """The name of a corpus and the folder of its source, written where it is not there yet."""
    if corpus.isdigit():
        folder = work / corpus / "source"
        if not folder.exists():
            synthetic.write_source(int(corpus), folder)
        return corpus, folder
    folder = work / "real" / "source"
    if not folder.exists():
        real.write_source(Path(corpus), folder)
    return "real", folder


def _contenders(folder: Path, source: Path, only: list[str]) -> Iterator[Contender]:
    peer_source = folder / "peer-source"
    if {"hugo", "eleventy"} & set(only):
        write_peer_source(source, peer_source)
    for name, make, given in (
        ("congkhai", contenders.ours, source),
        ("check", contenders.our_check, source),
        ("hugo", contenders.hugo, peer_source),
        ("eleventy", contenders.eleventy, peer_source),
    ):
        if name in only:
            shutil.rmtree(folder / name, ignore_errors=True)
            yield make(folder / name, given)


def _rounds(corpus: str, field: list[Contender], rounds: int, cold_only: bool) -> Iterator[Row]:
    """Every contender builds once a round, so that a slow minute of the machine strikes all of them."""
    for number in range(1, rounds + 1):
        for contender in field:
            contender.forget()
            yield from _build(corpus, COLD, number, contender)
            _expect_all(contender)
        for contender in () if cold_only else field:
            yield from _build(corpus, WARM, number, contender)
            mark = f"dau{number}vet{os.getpid()}"
            _edit(contender.first_record(), mark)
            yield from _build(corpus, EDITED, number, contender)
            if contender.output.exists() and not _stands_in(contender.output, mark):
                sys.exit(f"{contender.name}: the edit is not in the site")


def _expect_all(contender: Contender) -> None:
    """End where a contender left out pages: what is not made costs nothing."""
    if contender.output.exists() and (lacking := contender.lacks()) > 0:
        sys.exit(f"{contender.name}: {lacking} procedures have no page")


def _build(corpus: str, scenario: str, number: int, contender: Contender) -> Iterator[Row]:
    before = _marks(contender.output)
    sum_of_stages = None
    for stage in contender.stages:
        log = contender.folder / "log.txt"
        cost = measure(stage.command, folder=contender.folder, log=log, environment=stage.environment)
        if cost.exit_code:
            sys.exit(f"{stage.row} ended with {cost.exit_code}:\n{log.read_text('utf-8', 'replace')[-2000:]}")
        sum_of_stages = cost if sum_of_stages is None else sum_of_stages + cost
        after = _marks(contender.output)
        written = sum(before.get(path) != mark for path, mark in after.items())
        size = sum(mark[2] for mark in after.values())
        yield Row(corpus, scenario, stage.row, number, sum_of_stages, len(after), size, written)


def _marks(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What tells whether a file was written anew: inode, time of writing; and its size."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            stat = os.stat(path)
            found[os.path.relpath(path, folder)] = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    return found


def _edit(path: Path, mark: str) -> None:
    """Add a word to the name of a procedure."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(index for index, line in enumerate(lines) if line.startswith(("name: ", "title: ")))
    key, value = lines[at].rstrip("\n").split(": ", 1)
    closing = value[-1] if value[0] in "'\"" else ""
    lines[at] = f"{key}: {value.removesuffix(closing)} {mark}{closing}\n"
    path.write_text("".join(lines), "utf-8")


def _stands_in(folder: Path, mark: str) -> bool:
    wanted = mark.encode()
    return any(wanted in path.read_bytes() for path in folder.rglob("*.html"))


if __name__ == "__main__":
    main()
