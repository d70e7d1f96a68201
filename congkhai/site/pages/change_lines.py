"""A change as a line of a list: what happened to what and when, by which decision, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.changes import ChangeSort, RecordChange
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.records.announcement import Announcement, Change
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.decision_words import count_words, is_by_text
from congkhai.vietnamese.quantity import base_code

_WITH_BEFORE = (Change.AMENDED, Change.REPLACED)


def change_link(context: Context, change: RecordChange, href: Href) -> LinkView:
    """A change as a link: the record, what happened to it, on which day, and by which decision."""
    words, title = change_words(context, change), name_of(context, change)
    words = " · ".join(filter(None, (change.code, words, _over_since(context, change))))
    decision = context.library.announcements.get(change.decision)
    if decision is None:
        return LinkView(title, href(change.url), words)
    if change.sort is ChangeSort.DECIDED:
        meta = "\n".join((words, *_of_decision(context, decision)))
        return LinkView(title, href(change.url), meta, count_words(context, decision))
    link = Segment("link", decision.number, href(urls.decision_url(decision.id)))
    return LinkView(title, href(change.url), (Segment("text", f"{words} · "), link, *_parts(context, change)))


def change_words(context: Context, change: RecordChange) -> str:
    """What happened and on which day; where only the signing of the decision, or a month, is known, that says so."""
    known = ".signed" if change.only_signed else ".month" if change.only_month else ""
    day = f"{change.day:%m/%Y}" if change.only_month else f"{change.day:%d/%m/%Y}"
    return context.labels(f"changes.sort.{change.sort}{known}", day=day)


def _over_since(context: Context, change: RecordChange) -> str:
    """Of many procedures posted on a day, how many are no longer in force; "" for none."""
    if change.sort is not ChangeSort.POSTED_MANY:
        return ""
    over = int(change.name) - sum(card.published == change.day for card in context.derived.shown)
    return context.labels("changes.many.over", n=over) if over else ""


def name_of(context: Context, change: RecordChange) -> str:
    """What a change is about: the name of its record, or how many there are."""
    if change.sort is ChangeSort.DECIDED:
        return context.labels("decision.heading", number=change.name)
    return context.labels("changes.many", n=change.name) if change.sort is ChangeSort.POSTED_MANY else change.name


def _of_decision(context: Context, decision: Announcement) -> Iterator[str]:
    """How many of its procedures have a page here, and whether it tells what was before."""
    labels, entries = context.labels, decision.entries
    here = sum(base_code(entry.code) in context.library.cards for entry in entries if entry.code)
    if not is_by_text(decision):
        yield labels("changes.decided.by_number")
    elif len(entries) > here:
        yield labels(f"changes.decided.{'some' if here else 'elsewhere'}", n=here, rest=len(entries) - here)
    changed = [entry for entry in entries if entry.change in _WITH_BEFORE]
    if changed and not any(entry.changes or entry.new_name for entry in changed):
        yield labels("changes.decided.no_before")


def _parts(context: Context, change: RecordChange) -> RichText:
    """Which parts of a procedure its page shows before and after."""
    if not change.parts:
        return ()
    names = ", ".join(context.labels(f"choice.ProcedurePart.{part}") for part in change.parts)
    return (Segment("text", f" · {context.labels('changes.parts', parts=names)}"),)
