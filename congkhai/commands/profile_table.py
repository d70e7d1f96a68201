"""The laps of a build as a table: what each stage took, and in it each kind of record or page, the dearest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from congkhai.foundation.labels import Labels
from congkhai.foundation.timer import Lap

_KINDS_SHOWN = 12


def profile_table(laps: tuple[Lap, ...], labels: Labels) -> str:
    """The table as text; milliseconds for each, seconds in all, peak memory so far in MB."""
    heads = [labels(f"cli.profile.{name}") for name in ("stage", "count", "cpu", "wall", "each", "peak")]
    stages = groupby(_by_stage(laps), lambda lap: lap.stage)
    rows = [heads, *(row for _, group in stages for row in _stage(list(group)))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(cells))
        for cells in (zip(row, widths, strict=True) for row in rows)
    )


def _by_stage(laps: tuple[Lap, ...]) -> list[Lap]:
    order = {stage: rank for rank, stage in reversed(list(enumerate(lap.stage for lap in laps)))}
    return sorted(laps, key=lambda lap: (order[lap.stage], -lap.cpu))


def _stage(laps: list[Lap]) -> Iterator[list[str]]:
    """The sum of a stage, then its kinds; the cheapest kinds in one row."""
    yield _row(_sum(laps[0].stage, laps))
    if len(laps) > 1:
        for lap in laps[:_KINDS_SHOWN]:
            yield _row(lap._replace(stage=f"  {lap.kind or '–'}"))
        if rest := laps[_KINDS_SHOWN:]:
            yield _row(_sum("  …", rest))


def _sum(name: str, laps: list[Lap]) -> Lap:
    wall, cpu = sum(lap.wall for lap in laps), sum(lap.cpu for lap in laps)
    return Lap(name, "", sum(lap.times for lap in laps), wall, cpu, max(lap.peak for lap in laps))


def _row(lap: Lap) -> list[str]:
    each = lap.cpu / lap.times * 1000 if lap.times else 0.0
    return [lap.stage, str(lap.times), f"{lap.cpu:.2f}", f"{lap.wall:.2f}", f"{each:.2f}", f"{lap.peak:.0f}"]
