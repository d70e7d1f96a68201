"""A whole cell: bullets, labels, brackets and the phrases between them, folded into one schedule."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.entries import Entry
from congkhai.vietnamese.schedule.grammar.folding import fold
from congkhai.vietnamese.schedule.grammar.pieces import segments
from congkhai.vietnamese.schedule.grammar.scan import scanned
from congkhai.vietnamese.schedule.grammar.source import Fault, Source
from congkhai.vietnamese.schedule.grammar.spans import multiple
from congkhai.vietnamese.schedule.model import Kind, Schedule
from congkhai.vietnamese.schedule.tokens import END

_BLANK = frozenset({"-", ".", ";", ",", ":", "/", END})


def read_cell(src: Source) -> Schedule:
    """The one schedule of a cell; unspecified with a fault where nothing in it is a time."""
    entries = [entry for part in segments(src) for entry in scanned(src, part)]
    result = [_checked(entry, src) for entry in fold(entries)]
    if not result:
        if not src.faults and any(token.kind not in _BLANK for token in src.tokens):
            end = next(at for at, token in enumerate(src.tokens) if token.kind == END)
            src.fault("schedule-not-understood", 0, max(1, end))
        return Schedule(Kind.UNSPECIFIED)
    if len(result) == 1:
        only = result[0]
        return only.labelled() if only.of_actor and only.schedule.kind is not Kind.MULTIPLE else only.schedule
    return multiple([entry.labelled() for entry in result])


def _checked(entry: Entry, src: Source) -> Entry:
    """A deadline outside its frame is said to be so; a day of the month that found no month is no date."""
    if entry.unit == "outside":
        src.faults.append(Fault("schedule-outside-frame", entry.begin, entry.stop))
    if entry.unit != "bare day":
        return entry
    src.faults.append(Fault("schedule-no-month", entry.begin, entry.stop))
    return entry._replace(schedule=Schedule(Kind.UNSPECIFIED))
