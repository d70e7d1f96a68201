"""Procedures by their codes, for an officer who holds one: a list that needs no script, and a form that answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import orjson
from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.reading import Decision, is_shown, standing_on, state_beside
from congkhai.knowledge.procedures.spread import nearest_level, sheet_page
from congkhai.records.procedure import is_internal
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.decision_days import day_words
from congkhai.site.pages.procedures.facets import LEVEL_SLUGS
from congkhai.vietnamese.quantity import base_code

# With more codes than this each beginning ("1.001") has a page of its own.
MOST_CODES = 400
_BEGINNING = len("1.001")
_CODE = re.compile(r"\d\.\d{6}")
Beginning = tuple[str, list[str]]


class CodesView(Struct, frozen=True):
    """Codes by how they begin: links to where each beginning stands, and the procedures that stand on this page."""

    intro: str
    action: str
    with_days: bool
    beginnings: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str, tuple[LinkView, ...]], ...]


def code_keys(context: Context) -> Iterator[str]:
    """The page of all codes, or of their beginnings and one for each of these: what each holds, as JSON."""
    codes = sorted({*context.library.cards, *_named(context)}) if context.library.cards else []
    found = [
        (beginning, list(some)) for beginning, some in grouped((code[:_BEGINNING], code) for code in codes).items()
    ]
    if not codes:
        return
    if len(codes) <= MOST_CODES:
        yield _key("", found)
        return
    yield _key("", [(beginning, []) for beginning, _ in found])
    yield from (_key(beginning, [(beginning, some)]) for beginning, some in found)


def _named(context: Context) -> Iterator[str]:
    """The codes of decisions that have no page here."""
    return (code for code in context.derived.decisions if _CODE.fullmatch(code) and code not in context.library.cards)


def _key(beginning: str, found: list[Beginning]) -> str:
    return orjson.dumps([beginning, found]).decode()


def codes_page(context: Context, key: str) -> Page:
    """A page of codes, made of what its key says."""
    beginning, found = orjson.loads(key)
    url, labels = urls.codes_url(beginning), context.labels
    href = context.href(url)
    groups = tuple(
        (name, _anchor(name), tuple(_link(context, code, href) for code in codes)) for name, codes in found if codes
    )
    places = ((name, f"#{_anchor(name)}" if codes else href(urls.codes_url(name))) for name, codes in found)
    view = CodesView(labels("codes.intro"), href(urls.CODES), bool(groups), () if beginning else tuple(places), groups)
    trail = [(labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES))]
    title = labels("codes.title")
    if beginning:
        trail.append((title, href(urls.CODES)))
        title = labels("codes.of", beginning=beginning)
    return Page(url, "pages/codes.html", title, view, view.intro, tuple(trail), chapter=urls.PROCEDURES)


def _anchor(beginning: str) -> str:
    return f"dau-{beginning}"


def _link(context: Context, code: str, href: Href) -> LinkView:
    """A code with the name of its procedure and the way to its sheet; one that is over has no sheet, and says so."""
    decisions = context.derived.decisions.get(base_code(code), ())
    card = context.library.cards.get(code)
    if card is None:
        return _decided(context, code, decisions, href)
    standing = standing_on(card, decisions, context.today)
    meta = [Segment("text", shortened(card.name, 140))]
    if is_shown(standing) and not is_internal(card.applicants):
        level = nearest_level(card.levels)
        pages = context.derived.kit_pages.get(f"{level} {card.sector}", 1)
        kit = urls.list_page(urls.kit_url(LEVEL_SLUGS[level], card.sector), sheet_page(code, pages))
        sheet = f"{href(kit)}#{urls.sheet_anchor(code)}"
        meta += [Segment("text", " · "), Segment("link", context.labels("codes.sheet"), sheet)]
        version = context.labels("codes.version", version=context.library.versions[card.code])
        meta += [Segment("text", f" · {version}"), *_last_change(context, card, decisions, href)]
    state = state_beside(standing)
    return LinkView(code, href(urls.procedure_url(code)), tuple(meta), state=state)


def _last_change(
    context: Context, card: ProcedureCard, decisions: tuple[Decision, ...], href: Href
) -> Iterator[Segment]:
    """The last decision of which a day is known, whose day are the last words; else that only the posting is known.

    The day of posting is no day of change: it never ends a line, where a script looks for the day of a decision.
    """
    labels = context.labels
    known = [one for one in decisions if one.day and one.day <= context.today]
    if known:
        last = known[-1]
        change = labels(f"procedure.change.{last.entry.change or 'unknown'}")
        yield Segment("text", f" · {change}, ")
        heading = labels("decision.heading", number=last.announcement.number)
        yield Segment("link", heading, href(urls.decision_url(last.announcement.id)))
        yield Segment("text", f" {day_words(labels, last.announcement)}")
    elif card.published:
        yield Segment("text", f" · {labels('codes.only_posted', day=f'{card.published:%d/%m/%Y}')}")


def _decided(context: Context, code: str, decisions: tuple[Decision, ...], href: Href) -> LinkView:
    """A code that only decisions name: it leads to the last of them, and tells what each did to the procedure."""
    labels, last = context.labels, decisions[-1]
    meta = [Segment("text", f"{shortened(last.entry.name, 140)} · {labels('codes.absent')}".removeprefix(" · "))]
    for announcement, change in ((one.announcement, one.entry.change) for one in reversed(decisions)):
        words = labels(f"procedure.change.{change or 'unknown'}")
        link = href(urls.decision_url(announcement.id))
        meta += [
            Segment("text", f" · {words}, "),
            Segment("link", labels("decision.heading", number=announcement.number), link),
        ]
    return LinkView(code, href(urls.decision_url(last.announcement.id)), tuple(meta))
