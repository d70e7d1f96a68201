"""Where time and memory go, stage by stage and kind by kind; a watch that is not running costs next to nothing."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import NamedTuple


class Lap(NamedTuple):
    """What one kind of work in a stage took: how often, seconds on the clock and of the processor, peak memory (MB)."""

    stage: str
    kind: str
    times: int
    wall: float
    cpu: float
    peak: float


@dataclass(slots=True, eq=False)
class Stopwatch:
    """Sums what `with watch(stage, kind)` encloses, in the order in which each was first seen."""

    running: bool = True
    _sums: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def __call__(self, stage: str, kind: str = "") -> AbstractContextManager[None]:
        """Time what is enclosed; within another stage it counts there as well."""
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

    def laps(self) -> tuple[Lap, ...]:
        """All that was timed."""
        return tuple(
            Lap(stage, kind, int(count), wall, cpu, peak)
            for (stage, kind), (count, wall, cpu, peak) in self._sums.items()
        )


def _peak_memory() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


# A watch that does not run, for all who are not asked to time anything.
STOPPED = Stopwatch(running=False)
