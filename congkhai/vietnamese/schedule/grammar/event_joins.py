"""What an event, a request or a condition means beside another time."""

from __future__ import annotations

from msgspec.structs import replace

from congkhai.vietnamese.schedule.grammar.cycle_joins import CLOSE, with_schedule
from congkhai.vietnamese.schedule.grammar.entries import Entry
from congkhai.vietnamese.schedule.model import Kind, Offset, Relation


def requested(left: Entry, right: Entry) -> Entry | None:
    """ "(hoặc đột xuất khi có yêu cầu)": the main time stays, the other way is a part.

    "Thường xuyên khi có yêu cầu" is on request: the condition says when, however often.
    """
    if right.mark == "" and left.schedule.kind is Kind.CONTINUOUS and left.unit != "from":
        return right._replace(mark=left.mark, label=left.label, of_actor=left.of_actor)
    if right.mark in ("", "(") and left.schedule.kind is not Kind.UNSPECIFIED:
        bare = replace(left.schedule, parts=())
        return with_schedule(left, replace(left.schedule, parts=(bare, right.schedule)))
    return left if right.mark in ("", "(") else None


def with_contingent(left: Entry, right: Entry) -> Entry | None:
    """ "Trước ngày 15/3; rà soát, điều chỉnh (nếu có)": the first time stands, what may come is told beside it."""
    if left.schedule.kind in (Kind.UNSPECIFIED, Kind.MULTIPLE):
        return None
    parts = left.schedule.parts or (left.schedule,)
    return with_schedule(left, replace(left.schedule, parts=(*parts, right.labelled())))


def both_relative(left: Entry, right: Entry) -> Entry | None:
    """ "Sau khi có quyết định công bố; chậm nhất 05 ngày làm việc": the count belongs to the event before it."""
    event, count = left.schedule.offset, right.schedule.offset
    if event is None or count is None or count.event or event.days or count.days is None:
        return left if right.mark == "(" else None
    if event.relation != count.relation:
        return left if right.mark == "(" else None
    merged = Offset(count.days, count.unit, event.relation, event.event)
    return with_schedule(left, replace(left.schedule, offset=merged, bound=right.schedule.bound))


def event_dated(left: Entry, right: Entry) -> Entry | None:
    """ "Sau khi có hướng dẫn (trước 30/6/2024)": the date counts; a bare date in brackets is the event's own."""
    event = left.schedule.offset
    ahead = event is not None and event.relation is Relation.AFTER
    limits = ahead and right.mark == ";" and right.schedule.kind is Kind.BY_DATE
    if (
        right.firm
        and (right.mark in CLOSE or limits)
        and not (right.mark == "(" and right.schedule.kind is not Kind.BY_DATE)
    ):
        return right._replace(schedule=replace(right.schedule, offset=left.schedule.offset), mark=left.mark)
    return left if right.mark == "(" else None
