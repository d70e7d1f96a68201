"""Expired documents in the words of a page: since when, and what took their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.documents.citing import CELLS, citing_date
from congkhai.knowledge.documents.validity import expired_on
from congkhai.records.document import Document
from congkhai.records.plan import Plan, Task
from congkhai.site.pages.page import Context, Href


def expired_words(context: Context, document_id: str, href: Href) -> RichText:
    """What to say behind a document that has expired: "(hết hiệu lực từ 26/03/2025; thay bằng …)", else nothing."""
    document = context.library.documents.get(document_id)
    day = expired_on(document, context.today) if document else None
    if not document or not day:
        return ()
    words = context.labels("document.expired.since", day=f"{day:%d/%m/%Y}")
    successors = successor_links(context, document, href)
    if not successors:
        return (Segment("text", f" ({words})"),)
    by = context.labels("document.expired.by")
    return (Segment("text", f" ({words}; {by} "), *successors, Segment("text", ")"))


def expired_in_task(context: Context, plan: Plan, task: Task, href: Href) -> Iterator[RichText]:
    """The expired documents that the cells of a task cite, one line each, in the order of the row."""
    for document_id in _cited(context, plan, (getattr(task, cell) or "" for cell in CELLS)):
        words = expired_words(context, document_id, href)
        if words:
            number = context.library.documents[document_id].number
            yield (Segment("link", number, href(urls.document_url(document_id))), *words)


def successor_links(context: Context, document: Document, href: Href) -> RichText:
    """The documents that took the place of one, as links where they have a page."""
    found: list[Segment] = []
    for number in document.repealed_by:
        document_id = context.document_of(number, "", "")
        found += [Segment("text", "; ")] if found else []
        if document_id:
            successor = context.library.documents[document_id]
            found.append(Segment("link", successor.number, href(urls.document_url(document_id)), successor.title))
        else:
            found.append(Segment("text", number))
    return tuple(found)


def _cited(context: Context, plan: Plan, texts: Iterable[str]) -> Iterable[str]:
    date = citing_date(plan)
    cited = (found for text in texts for _, found in context.citations.cited(text, plan.territory, date) if found)
    return dict.fromkeys(cited)
