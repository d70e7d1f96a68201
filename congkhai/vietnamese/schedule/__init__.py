"""Vietnamese time expressions of administrative plans: text → schedule → deadlines, occurrences, plain words."""

from congkhai.vietnamese.schedule.jsonl import explain, to_json
from congkhai.vietnamese.schedule.model import (
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
from congkhai.vietnamese.schedule.occurrences import Deadline, deadlines, first_due, occurrences
from congkhai.vietnamese.schedule.reading import read_schedule
from congkhai.vietnamese.schedule.words import to_words

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
