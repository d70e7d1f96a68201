"""Vietnamese time expressions of administrative plans: text → schedule → deadlines, occurrences, plain words."""

from congkhai.schedule.jsonl import explain, to_json
from congkhai.schedule.model import (
    Bound,
    Frequency,
    Kind,
    Offset,
    Reading,
    Relation,
    Rule,
    Schedule,
    Span,
    Unit,
    YearDay,
)
from congkhai.schedule.occurrences import Deadline, deadlines, first_due, occurrences
from congkhai.schedule.reading import read_schedule
from congkhai.schedule.words import to_words

__all__ = [
    "Bound",
    "Deadline",
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
    "deadlines",
    "explain",
    "first_due",
    "occurrences",
    "read_schedule",
    "to_json",
    "to_words",
]
