"""Vietnamese time expressions of administrative plans: text → schedule → deadlines, occurrences, plain words."""

from congkhai.schedule.model import Bound, Frequency, Kind, Offset, Reading, Relation, Rule, Schedule, Span, Unit, YearDay
from congkhai.schedule.reading import read_schedule

__all__ = [
    "Bound",
    "Frequency",
    "Kind",
    "Offset",
    "Reading",
    "Relation",
    "Rule",
    "Schedule",
    "Span",
    "Unit",
    "YearDay",
    "read_schedule",
]
