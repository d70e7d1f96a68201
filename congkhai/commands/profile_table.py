"""The timings of a build as a table: each stage, and in it each kind of record or page, the slowest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from congkhai.foundation.labels import Labels
from congkhai.foundation.timer import Timing

_KINDS_SHOWN = 12


def profile_table(timings: tuple[Timing, ...], labels: Labels) -> str:
    """Return the table as text: totals in seconds, means in milliseconds, peak memory in MB."""
    heads = [labels(f"cli.profile.{name}") for name in ("stage", "count", "cpu", "wall", "each", "peak")]
    stages = groupby(_by_stage(timings), lambda timing: timing.stage)
    rows = [heads, *(row for _, group in stages for row in _stage(list(group)))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(cells))
        for cells in (zip(row, widths, strict=True) for row in rows)
    )


def _by_stage(timings: tuple[Timing, ...]) -> list[Timing]:
    order = {stage: rank for rank, stage in reversed(list(enumerate(timing.stage for timing in timings)))}
    return sorted(timings, key=lambda timing: (order[timing.stage], -timing.cpu))


def _stage(timings: list[Timing]) -> Iterator[list[str]]:
    """The sum of a stage, then its kinds; the cheapest kinds in one row."""
    yield _row(_sum(timings[0].stage, timings))
    if len(timings) > 1:
        for timing in timings[:_KINDS_SHOWN]:
            yield _row(timing._replace(stage=f"  {timing.kind or '–'}"))
        if rest := timings[_KINDS_SHOWN:]:
            yield _row(_sum("  …", rest))


def _sum(name: str, timings: list[Timing]) -> Timing:
    wall, cpu = sum(timing.wall for timing in timings), sum(timing.cpu for timing in timings)
    return Timing(name, "", sum(timing.times for timing in timings), wall, cpu, max(timing.peak for timing in timings))


def _row(timing: Timing) -> list[str]:
    each = timing.cpu / timing.times * 1000 if timing.times else 0.0
    return [
        timing.stage,
        str(timing.times),
        f"{timing.cpu:.2f}",
        f"{timing.wall:.2f}",
        f"{each:.2f}",
        f"{timing.peak:.0f}",
    ]
