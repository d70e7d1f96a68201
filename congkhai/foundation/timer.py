"""Measure time and memory of a build by stage and kind; a timer that is off costs next to nothing."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import NamedTuple


class Timing(NamedTuple):
    """Totals of one kind of work in a stage: count, wall and CPU time (seconds), peak memory of the process (MB)."""

    stage: str
    kind: str
    times: int
    wall: float
    cpu: float
    peak: float


@dataclass(slots=True, eq=False)
class Timer:
    """Adds up the time spent inside `with timer(stage, kind)`."""

    running: bool = True
    _sums: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def __call__(self, stage: str, kind: str = "") -> AbstractContextManager[None]:
        """Time the enclosed code; nested stages count in both."""
        return self._timed(stage, kind) if self.running else nullcontext()

    @contextmanager
    def _timed(self, stage: str, kind: str) -> Iterator[None]:
        sums = self._sums.setdefault((stage, kind), [0, 0.0, 0.0, 0.0])
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            sums[0] += 1
            sums[1] += time.perf_counter() - wall
            sums[2] += time.process_time() - cpu
            sums[3] = _peak_memory()

    def timings(self) -> tuple[Timing, ...]:
        """Return the totals in the order in which each stage and kind was first seen."""
        return tuple(
            Timing(stage, kind, int(count), wall, cpu, peak)
            for (stage, kind), (count, wall, cpu, peak) in self._sums.items()
        )


def _peak_memory() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


# A timer that is off, for callers that measure nothing.
NO_TIMER = Timer(running=False)
