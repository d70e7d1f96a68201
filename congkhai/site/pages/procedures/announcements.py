"""Announcing decisions: the list of all, and the page of each with its procedures by change."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.disclosure.on_time import clocks_of_announcement
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.records.announcement import AnnouncedProcedure, Announcement
from congkhai.records.model.plain_data import version_of
from congkhai.site.data_sets.of_procedures import ANNOUNCED
from congkhai.site.exports.procedures import announcement_twin
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.disclosure.clock_words import clock_words, records_of
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, MakePage, Page, shortened
from congkhai.site.pages.plans.chain import ChainView, decision_chain
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.decision_words import CHANGES, about_words, count_words, is_by_text, when_words
from congkhai.site.pages.procedures.parts import changed_parts, document_links
from congkhai.vietnamese.quantity import base_code

Row = tuple[RichText | str, ...]
_MOST_NAMED = 3
# So many procedures fit a few screens of a phone: beyond them the page begins with the ways to its parts.
_AT_A_GLANCE = 10
_BLANK = "–"
_COLUMNS = (
    "design.column.number",
    "decision.column.code",
    "decision.column.name",
    "decision.column.documents",
    "decision.column.effective",
    "design.fee.note",
)
_ORDER = (*CHANGES, None)


class DecisionsView(Struct, frozen=True):
    """All announcing decisions, the newest first; `undated` says once why some bear no day."""

    intro: str
    undated: str
    links: tuple[LinkView, ...]


class DecisionPart(Struct, frozen=True):
    """The procedures to which a decision does the same, as a table; a column that no row fills is left out."""

    name: str
    id: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class DecisionView(Struct, frozen=True):
    """All that the page of an announcing decision shows; `ways` lead to its parts, none on a short page."""

    facts: tuple[Fact, ...]
    ways: tuple[tuple[str, str, int | str], ...]
    parts: tuple[DecisionPart, ...]
    chain: ChainView | None
    clocks: tuple[Row, ...]
    note: str
    version: str
    address: str


def make_announcement_pages(context: Context) -> Iterator[MakePage]:
    """The list of announcing decisions and a page for each."""
    if context.library.announcements or context.library.cards:  # the menu leads there where there are procedures
        yield partial(_list, context)
    for announcement in context.library.announcements.values():
        yield partial(_page, context, announcement)


def _list(context: Context) -> Page:
    href, labels = context.href(urls.DECISIONS), context.labels
    announcements = sorted(context.library.announcements.values(), key=_newest_first)
    links = tuple(_link(context, announcement, href) for announcement in announcements)
    undated = sum(not (one.signed or one.effective or is_by_text(one)) for one in announcements)
    view = DecisionsView(
        labels("decisions.intro", total=len(links)),
        labels("decisions.undated", n=undated) if undated else "",
        links,
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES)))
    title = labels("decisions.title")
    tables = table_files(href, ANNOUNCED)
    return Page(
        urls.DECISIONS, "pages/decisions.html", title, view, view.intro, trail, chapter=urls.PROCEDURES, tables=tables
    )


def _newest_first(announcement: Announcement) -> tuple[int, str]:
    day = announcement.signed or announcement.effective or datetime.date.min
    return -day.toordinal(), announcement.id


def _link(context: Context, announcement: Announcement, href: Href) -> LinkView:
    issuer = context.library.actors.get(announcement.issuer)
    meta = (about_words(context, announcement), issuer.name if issuer else "", when_words(context, announcement))
    title = context.labels("decision.heading", number=announcement.number)
    return LinkView(
        title,
        href(urls.decision_url(announcement.id)),
        " · ".join(filter(None, meta)),
        count_words(context, announcement),
    )


def _page(context: Context, announcement: Announcement) -> Page:
    url = urls.decision_url(announcement.id)
    href, labels = context.href(url), context.labels
    title = labels("decision.heading", number=announcement.number)
    parts, chain = tuple(_parts(context, announcement, href)), decision_chain(context, announcement, href)
    view = DecisionView(
        facts=tuple(_facts(context, announcement, href)),
        ways=tuple(_ways(context, parts, chain)) if len(announcement.entries) > _AT_A_GLANCE else (),
        parts=parts,
        chain=chain,
        clocks=_clock_rows(context, announcement),
        note=announcement.note,
        version=version_of(announcement),
        address=f"/{url}",
    )
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("procedures.title"), href(urls.PROCEDURES)),
        (labels("decisions.title"), href(urls.DECISIONS)),
    )
    description = shortened(announcement.title or title)
    twin = announcement_twin(announcement)
    return Page(url, "pages/decision.html", title, view, description, trail, twin, urls.PROCEDURES)


def _facts(context: Context, announcement: Announcement, href: Href) -> Iterator[Fact]:
    labels = context.labels
    unknown = labels("procedure.none_at_source")
    issuer = actor_links(context, (announcement.issuer,), href) if announcement.issuer else ()
    about = "" if announcement.title else about_words(context, announcement)
    yield Fact(labels("decision.announces"), count_words(context, announcement), about)
    yield Fact(labels("decision.issuer"), issuer or unknown)
    days = (("signed", announcement.signed), ("effective", announcement.effective))
    for key, day in days:
        if day:
            yield Fact(labels(f"decision.{key}"), f"{day:%d/%m/%Y}")
    missing = [labels(f"decision.{key}") for key, day in days if not day]
    if missing:
        yield Fact("; ".join((missing[0], *(key.lower() for key in missing[1:]))), _no_day(context, announcement))
    if announcement.title:
        yield Fact(labels("decision.title"), announcement.title.removeprefix(labels("decision.title")).lstrip())
    if announcement.source and (announcement.source.text or announcement.source.url):
        yield Fact(labels("design.stamp.source"), announcement.source.text or announcement.source.url)


def _no_day(context: Context, announcement: Announcement) -> str:
    """Why the portal has no day of a decision."""
    if not is_by_text(announcement):
        return context.labels("decision.day.missing")
    said = context.labels("decision.day.missing.text")
    return f"{said} {context.labels('decision.day.missing.note')}" if announcement.note else said


def _parts(context: Context, announcement: Announcement, href: Href) -> Iterator[DecisionPart]:
    """The entries by change, as Circular 02/2017/TT-VPCP Art. 6.1 orders them."""
    for change in _ORDER:
        entries = [entry for entry in announcement.entries if entry.change is change]
        if entries:
            name = context.labels(f"decision.change.{change or 'unknown'}")
            rows = [_row(context, number, entry, href) for number, entry in enumerate(entries, start=1)]
            filled = [index for index in range(len(_COLUMNS)) if any(row[index] != _BLANK for row in rows)]
            columns = tuple(context.labels(_COLUMNS[index]) for index in filled)
            yield DecisionPart(name, change or "khac", columns, tuple(tuple(row[i] for i in filled) for row in rows))


def _ways(
    context: Context, parts: tuple[DecisionPart, ...], chain: ChainView | None
) -> Iterator[tuple[str, str, int | str]]:
    """The parts of a long page: each kind of change with how many procedures, and what follows them."""
    yield from ((part.name, f"#{part.id}", len(part.rows)) for part in parts)
    if chain:
        yield context.labels("chain.title"), "#den-thu-tuc", ""
    yield context.labels("disclosure.title"), "#dung-han", ""


def _row(context: Context, number: int, entry: AnnouncedProcedure, href: Href) -> Row:
    card = context.library.cards.get(base_code(entry.code))
    name = entry.name or (card.name if card else "")
    title: RichText | str = name or _BLANK
    if card and name:
        title = (Segment("link", name, href(urls.procedure_url(card.code))),)
    day = f"{entry.document_effective:%d/%m/%Y}" if entry.document_effective else _BLANK
    changed = (
        context.labels("decision.changed", part=part, before=before, after=after)
        for part, before, after in changed_parts(context, entry)
    )
    note = "\n".join(filter(None, (*changed, entry.note)))
    return (
        str(number),
        entry.code or _BLANK,
        title,
        document_links(context, entry.documents, href) or _BLANK,
        day,
        note or _BLANK,
    )


def _clock_rows(context: Context, announcement: Announcement) -> tuple[Row, ...]:
    """The clocks of a decision; those of which the same is to say stand on one line, with how many they are."""
    results = clocks_of_announcement(records_of(context), announcement)
    subjects: dict[tuple[str, ...], list[str]] = {}
    for clock, subject, *rest in (clock_words(context.labels, result) for result in results):
        subjects.setdefault((clock, *rest), []).append(subject)
    return tuple((row[0], _together(context, found), *row[1:]) for row, found in subjects.items())


def _together(context: Context, subjects: list[str]) -> str:
    return "\n".join(subjects) if len(subjects) <= _MOST_NAMED else context.labels("procedures.n", n=len(subjects))
