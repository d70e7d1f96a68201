"""What was said of the progress of a task, day by day, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.progress import Evidence
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


# The tone in which a status is shown.
_TONES = {"completed": "done"}


def progress_lines(context: Context, row: Row, href: Href) -> tuple[ProgressLine, ...]:
    """What was said of a row, the latest first."""
    return tuple(_lines(context, row, href))


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
