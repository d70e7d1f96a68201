"""What was said of the progress of a task, day by day, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.states import State, state_on
from congkhai.records.progress import Evidence
from congkhai.site.pages.agencies import whom_to_ask
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.page import Context, Href


class ProgressLine(Struct, frozen=True):
    """What was said of a task on a day."""

    day: str
    iso: str
    state: str
    status: str
    note: str
    by: RichText
    evidence: tuple[tuple[str, str], ...]
    extended: str


# States in which the time of a row is over and nobody says what came of it.
_PAST = (State.OVERDUE, State.UNREPORTED, State.LAPSED)
# The tone in which a status is shown.
_TONES = {"completed": "done"}


def progress_lines(context: Context, row: Row, href: Href) -> tuple[ProgressLine, ...]:
    """What was said of a row, the latest first."""
    return tuple(_lines(context, row, href))


def silence_of(context: Context, row: Row, href: Href) -> RichText:
    """That nothing is recorded of a row; of one whose time is over, that this proves nothing, and whom to ask."""
    labels = context.labels
    if state_on(context.times[row.key], context.today) not in _PAST:
        return (Segment("text", labels("task.progress.none")),)
    return (Segment("text", f"{labels('task.progress.past')} "), *whom_to_ask.of_row(context, row, href))


def _lines(context: Context, row: Row, href: Href) -> Iterator[ProgressLine]:
    for entry in reversed(context.times[row.key].entries):
        if entry.on and entry.status:
            yield ProgressLine(
                day=entry.on.strftime("%d/%m/%Y"),
                iso=entry.on.isoformat(),
                state=_TONES.get(entry.status, entry.status),
                status=context.labels(f"status.{entry.status}"),
                note=entry.note,
                by=actor_links(context, (entry.by,), href),
                evidence=tuple(_evidence(context, entry.evidence, href)),
                extended=entry.extended_to.strftime("%d/%m/%Y") if entry.extended_to else "",
            )


def _evidence(context: Context, evidence: tuple[Evidence, ...], href: Href) -> Iterator[tuple[str, str]]:
    for one in evidence:
        yield one.title, one.url or (_record_url(context, one.document, href) if one.document else "")


def _record_url(context: Context, number: str, href: Href) -> str:
    """The page of a document or an announcing decision by its number, "" where neither is known."""
    if document_id := context.document_of(number, "", ""):
        return href(urls.document_url(document_id))
    announcement = context.library.announcement_of(number)
    return href(urls.decision_url(announcement.id)) if announcement else ""
