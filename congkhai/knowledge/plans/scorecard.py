"""How well tasks are done: counts with their denominator, and the plan scores of PAR INDEX 1.1 and 1.7."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from congkhai.knowledge.plans.states import State

_OPEN = (State.UPCOMING, State.DUE_SOON, State.DUE_TODAY)
_WITHOUT_DATE = (State.CONTINUOUS, State.RECURRING, State.LAPSED, State.NO_DATE)
_SET_ASIDE = (State.SUSPENDED, State.TRANSFERRED, State.REPLACED, State.CANCELLED)

# The states that each number of a scorecard counts.
COUNTED: Mapping[str, tuple[State, ...]] = {
    "on_time": (State.DONE,),
    "late": (State.DONE_LATE,),
    "open": _OPEN,
    "overdue": (State.OVERDUE,),
    "unreported": (State.UNREPORTED,),
    "without_date": _WITHOUT_DATE,
    "set_aside": _SET_ASIDE,
}

PLAN_POINTS = 1.5
PLAN_THRESHOLD = 0.8
LATE_POINTS = 1.0


class Scorecard(Struct, frozen=True):
    """Numbers of tasks by what is known of them; `total` is the denominator of all."""

    total: int
    on_time: int
    late: int
    open: int
    overdue: int
    unreported: int
    without_date: int
    set_aside: int
    tracked: bool

    @property
    def was_due(self) -> int:
        """The tasks that scores are out of: done, or past their day where progress is reported.

        What is still to come, has no day or was set aside says nothing of how well the work goes.
        """
        return self.on_time + self.late + self.overdue

    @property
    def completion_score(self) -> float | None:
        """PAR INDEX 1.1 (876/QĐ-BNV): done ÷ due × 1.50 points, 0 below 80 %; None without reports."""
        if not self.tracked or not self.was_due:
            return None
        share = (self.on_time + self.late) / self.was_due
        return round(share * PLAN_POINTS, 2) if share >= PLAN_THRESHOLD else 0.0

    @property
    def timeliness_score(self) -> float | None:
        """PAR INDEX 1.7 (876/QĐ-BNV): share on time × 1.50 + share late × 1.00 points; None without reports."""
        if not self.tracked or not self.was_due:
            return None
        return round((self.on_time * PLAN_POINTS + self.late * LATE_POINTS) / self.was_due, 2)


def score(states: Iterable[State], *, tracked: bool) -> Scorecard:
    """Count tasks by their states; `tracked` tells whether their progress is reported on this portal."""
    found = tuple(states)
    counts = {name: sum(state in counted for state in found) for name, counted in COUNTED.items()}
    return Scorecard(total=len(found), **counts, tracked=tracked)
