"""The respects in which procedures can be listed: level, applicant, life event, online level, agency, sector."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from congkhai import urls
from congkhai.pages.filters import Facet, Option
from congkhai.pages.page import Context, Href
from congkhai.procedure_card import ProcedureCard
from congkhai.text import slug, sort_key
from congkhai.values import dataclass

_LONGEST_SLUG = 60
# More links than this fill the page of a phone: then one leads to the page that lists them all.
_MOST_OPTIONS = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a respect ("cấp xã") and how many procedures have it."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A choice with the codes of its procedures in the order of the alphabet, or of the event of life."""

    choice: Choice
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a respect that have procedures: their number, and they themselves where there is room for all."""

    facet: str
    total: int
    shown: tuple[Choice, ...]


# The name of a respect in addresses and labels, and the values (address part, name) a procedure has in it.
Values = Callable[[Context, ProcedureCard], Iterable[tuple[str, str]]]


def _levels(context: Context, card: ProcedureCard) -> Iterator[tuple[str, str]]:
    for level in card.levels:
        yield LEVEL_SLUGS[level], context.labels(f"procedure.level.{level}")


def _applicants(context: Context, card: ProcedureCard) -> Iterator[tuple[str, str]]:
    for applicant in card.applicants:
        name = context.labels(f"procedure.applicant.{applicant}")
        yield slug(name), name


def _online(context: Context, card: ProcedureCard) -> Iterator[tuple[str, str]]:
    level = card.online_level or "unstated"
    yield ONLINE_SLUGS[str(level)], context.labels(f"procedures.online.{level}")


def _agency(_context: Context, card: ProcedureCard) -> Iterator[tuple[str, str]]:
    name = " ".join(card.agency.split())
    if name:
        yield short_slug(name), name


LEVEL_SLUGS = {"central": "bo", "province": "tinh", "district": "huyen", "commune": "xa", "other": "khac"}
ONLINE_SLUGS = {"full": "toan-trinh", "partial": "mot-phan", "none": "truc-tiep", "unstated": "chua-ro"}
RESPECTS: dict[str, Values] = {"cap": _levels, "doi-tuong": _applicants, "truc-tuyen": _online, "co-quan": _agency}


def short_slug(name: str) -> str:
    """An address part of at most 60 characters; a longer one is cut and told apart by a hash."""
    whole = slug(name) or "khac"
    if len(whole) <= _LONGEST_SLUG:
        return whole
    return f"{whole[: _LONGEST_SLUG - 8]}-{hashlib.sha256(whole.encode()).hexdigest()[:7]}"


def all_choices(context: Context, cards: tuple[ProcedureCard, ...]) -> dict[str, tuple[Listed, ...]]:
    """The values of every respect that occur among `cards` (which stand in order), most procedures first."""
    found: dict[str, tuple[Listed, ...]] = {}
    for facet, values in RESPECTS.items():
        names: dict[str, str] = {}
        groups: dict[str, list[str]] = {}
        for card in cards:
            for value, name in values(context, card):
                names.setdefault(value, name)
                groups.setdefault(value, []).append(card.code)
        made = (_listed(names[value], urls.procedures_url(facet, value), codes) for value, codes in groups.items())
        found[facet] = tuple(sorted(made, key=lambda one: (-one.choice.count, sort_key(one.choice.name))))
    return {**found, "su-kien": _events(context), "linh-vuc": _sectors(context, cards)}


def _listed(name: str, url: str, codes: Iterable[str]) -> Listed:
    listed = tuple(codes)
    return Listed(Choice(name, url, len(listed)), listed)


def _events(context: Context) -> tuple[Listed, ...]:
    known = context.library.cards
    return tuple(
        _listed(event.name, urls.procedures_url("su-kien", event.id), (c for c in event.procedures if c in known))
        for event in context.library.life_events.values()
    )


def _sectors(context: Context, cards: tuple[ProcedureCard, ...]) -> tuple[Listed, ...]:
    groups: dict[str, list[str]] = {}
    for card in cards:
        groups.setdefault(card.sector, []).append(card.code)
    made = (
        _listed(sector.name, urls.sector_url(sector.id), groups.get(sector.id, ()))
        for sector in context.library.sectors.values()
    )
    return tuple(sorted(made, key=lambda one: sort_key(one.choice.name)))


def counted(found: dict[str, tuple[Listed, ...]]) -> tuple[Choices, ...]:
    """What the pages of lists show of all choices: agencies, which are many, have a page of their own."""
    counts: list[Choices] = []
    for facet in ("su-kien", "linh-vuc", "cap", "doi-tuong", "truc-tuyen"):
        choices = tuple(one.choice for one in found[facet] if one.codes)
        counts.append(Choices(facet, len(choices), choices if len(choices) <= _MOST_OPTIONS else ()))
    return tuple(counts)


def facet_views(
    context: Context, counts: tuple[Choices, ...], href: Href, facet: str = "", current: Choice | None = None
) -> tuple[Facet, ...]:
    """Links to the lists of every respect with their counts; `current` of `facet` is the one that is shown."""
    facets = []
    for choices in counts:
        shown = choices.shown
        whole: tuple[Option, ...] = ()
        if choices.total > len(shown):
            index = href(urls.SECTORS if choices.facet == "linh-vuc" else f"{urls.PROCEDURES}{choices.facet}/")
            whole = (Option(context.labels("procedures.all_of_them"), choices.total, index),)
            shown = (current,) if current and current.count and choices.facet == facet else ()
        options = whole + tuple(Option(one.name, one.count, href(one.url), current=one == current) for one in shown)
        if options:
            title = context.labels(f"procedures.by.{choices.facet}")
            facets.append(Facet(title, options, any(option.current for option in options)))
    return tuple(facets)
