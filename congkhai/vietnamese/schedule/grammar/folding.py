"""Time phrases side by side folded from the left: neighbours that mean one time become one entry."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from congkhai.vietnamese.schedule.grammar.entries import Entry, in_year
from congkhai.vietnamese.schedule.grammar.joins import join
from congkhai.vietnamese.schedule.grammar.spans import multiple
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind


def fold(entries: Sequence[Entry]) -> list[Entry]:
    """Join neighbours that mean one time, from the left."""
    result: list[Entry] = []
    for entry in entries:
        entry = _among(result, entry)
        joined = join(result[-1], entry) if result else None
        if joined is None:
            result.append(entry)
        else:
            result[-1] = joined
    return result


def _among(result: list[Entry], entry: Entry) -> Entry:
    """Let what stands behind several dates hold for all of them: "hằng năm", or a year that only the last one names."""
    if not result:
        return entry
    last = result[-1]
    if entry.dated and last.dated and last.yearless and not entry.yearless and entry.mark in ("and", "or", ","):
        end = entry.schedule.end
        if end and not entry.label and last.unit != "year":
            result[-1] = in_year(last, end.year)
    limited = last.schedule.kind is Kind.BY_DATE and last.firm and last.schedule.bound in (Bound.BEFORE, Bound.BY)
    listed = entry.mark in (",", "and") or (entry.mark == ";" and not entry.label)
    if entry.schedule.kind is Kind.BY_DATE and not entry.firm and limited and listed:
        entry = entry._replace(schedule=replace(entry.schedule, bound=last.schedule.bound), firm=True)
    yearly = entry.pure_cycle and entry.schedule.recurrence == (Frequency.ANNUAL,) and entry.mark == ""
    if yearly and len(result) > 1 and all(one.dated and one.yearless and not one.label for one in result):
        result[:] = [result[0]._replace(schedule=multiple([one.schedule for one in result]))]
    return entry
