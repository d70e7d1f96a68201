"""The respects in which procedures can be listed: level, applicant, life event, online level, agency, sector."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from congkhai.foundation.text import slug, sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.site.pages.filters import Facet, Option
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.events import procedures_of_event

_LONGEST_SLUG = 60
_RECORD = "#"
# More links than this fill the page of a phone: then one leads to the page that lists them all.
_MOST_OPTIONS = 60


# A value of a respect ("cấp xã"): its name, the address of its list, and how many procedures have it.
Choice = tuple[str, str, int]
# A respect, the number of its choices that have procedures, and they themselves where there is room for all.
Choices = tuple[str, int, tuple[Choice, ...]]


class Listed(NamedTuple):
    """A choice with the codes of its procedures in the order of the alphabet, or of the event of life."""

    choice: Choice
    codes: tuple[str, ...]


class Respect(NamedTuple):
    """What a procedure says in a respect, the values in it, and the part of an address and the name of each value."""

    said: Callable[[ProcedureCard], Any]
    values: Callable[[Context, Any], Iterable[str]]
    named: Callable[[Context, str], tuple[str, str]]


def _level(context: Context, level: str) -> tuple[str, str]:
    return LEVEL_SLUGS[level], context.labels(f"procedure.level.{level}")


def _applicant(context: Context, applicant: str) -> tuple[str, str]:
    return APPLICANT_SLUGS[applicant], context.labels(f"procedure.applicant.{applicant}")


def _online(context: Context, level: str) -> tuple[str, str]:
    return ONLINE_SLUGS[level], context.labels(f"procedures.online.{level}")


def _window(context: Context, way: str) -> tuple[str, str]:
    return WINDOW_SLUGS[way], context.labels(f"procedure.window.{way}")


def online_of(card: ProcedureCard) -> str:
    """The online level; where it is not stated, whether one can hand in online at all."""
    return card.online_level or ("yes" if card.takes_online else "unstated")


def _each(_context: Context, said: tuple[str, ...]) -> Iterable[str]:
    return said


def _agencies(context: Context, named: str) -> Iterable[str]:
    """The agencies that handle a procedure: records by their ids behind a mark, others as they are written."""
    parts = context.derived.handling.parts(named)
    return dict.fromkeys(f"{_RECORD}{agency_id}" if agency_id else words for agency_id, words in parts)


def _agency(context: Context, agency: str) -> tuple[str, str]:
    if agency.startswith(_RECORD):
        agency_id = agency.removeprefix(_RECORD)
        return short_slug(agency_id), context.library.actors[agency_id].name
    name = " ".join(agency.split())
    return short_slug(name), name


LEVEL_SLUGS = {"central": "bo", "province": "tinh", "district": "huyen", "commune": "xa", "other": "khac"}
APPLICANT_SLUGS = {
    "citizen": "cong-dan-viet-nam",
    "business": "doanh-nghiep",
    "organization": "to-chuc",
    "official": "can-bo-cong-chuc-vien-chuc",
    "cooperative": "hop-tac-xa",
    "foreigner": "nguoi-nuoc-ngoai",
    "overseas_vietnamese": "nguoi-viet-nam-dinh-cu-o-nuoc-ngoai",
    "foreign_invested_business": "doanh-nghiep-co-von-dau-tu-nuoc-ngoai",
    "foreign_organization": "to-chuc-nuoc-ngoai",
    "party_member": "dang-vien",
    "party_organization": "to-chuc-dang",
    "vietnamese_business": "doanh-nghiep-viet-nam",
    "resident_foreigner": "nguoi-nuoc-ngoai-cu-tru-tai-viet-nam",
    "citizen_without_residence": "cong-dan-viet-nam-khong-xac-dinh-duoc-noi-thuong-tru-tam-tru",
}
ONLINE_SLUGS = {"full": "toan-trinh", "partial": "mot-phan", "yes": "co", "none": "truc-tiep", "unstated": "chua-ro"}
WINDOW_SLUGS = {
    "desk": "bo-phan-mot-cua",
    "not_desk": "khong-qua-mot-cua",
    "inter_agency": "lien-thong",
    "postal": "buu-chinh",
    "anywhere": "phi-dia-gioi",
    "authorised": "uy-quyen",
}
# By their names in addresses and labels.
RESPECTS: dict[str, Respect] = {
    "cap": Respect(lambda card: card.levels, _each, _level),
    "doi-tuong": Respect(lambda card: card.applicants, _each, _applicant),
    "truc-tuyen": Respect(lambda card: (online_of(card),), _each, _online),
    "mot-cua": Respect(lambda card: card.window, _each, _window),
    "co-quan": Respect(lambda card: card.agency, _agencies, _agency),
}


def short_slug(name: str) -> str:
    """An address part of at most 60 characters; a longer one is cut and told apart by a hash."""
    whole = slug(name) or "khac"
    if len(whole) <= _LONGEST_SLUG:
        return whole
    return f"{whole[: _LONGEST_SLUG - 8]}-{hashlib.sha256(whole.encode()).hexdigest()[:7]}"


def all_choices(context: Context, cards: tuple[ProcedureCard, ...]) -> dict[str, tuple[Listed, ...]]:
    """The values of every respect that occur among `cards` (which stand in order), most procedures first."""
    found = {facet: _choices_of(context, facet, cards) for facet in RESPECTS}
    return {**found, "su-kien": _events(context), "linh-vuc": _sectors(context, cards)}


def _choices_of(context: Context, facet: str, cards: tuple[ProcedureCard, ...]) -> tuple[Listed, ...]:
    respect = RESPECTS[facet]
    names: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    known: dict[str, list[str]] = {}  # the group of each value, which many procedures share
    values = cache(lambda said: tuple(respect.values(context, said)))
    for card in cards:
        for value in values(respect.said(card)):
            if value not in known:
                part, name = respect.named(context, value)
                names.setdefault(part, name)
                known[value] = groups.setdefault(part, [])
            known[value].append(card.code)
    made = (_listed(names[part], urls.procedures_url(facet, part), codes) for part, codes in groups.items())
    return tuple(sorted(made, key=lambda one: (-len(one.codes), sort_key(one.choice[0]))))


def _listed(name: str, url: str, codes: Iterable[str]) -> Listed:
    listed = tuple(codes)
    return Listed((name, url, len(listed)), listed)


def _events(context: Context) -> tuple[Listed, ...]:
    return tuple(
        _listed(
            event.title or event.name,
            urls.procedures_url("su-kien", event.id),
            procedures_of_event(context, event),
        )
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
    return tuple(sorted(made, key=lambda one: sort_key(one.choice[0])))


def counted(found: dict[str, tuple[Listed, ...]]) -> tuple[Choices, ...]:
    """What the pages of lists show of all choices: agencies, which are many, have a page of their own."""
    counts: list[Choices] = []
    for facet in ("su-kien", "linh-vuc", "cap", "doi-tuong", "truc-tuyen"):
        choices = tuple(one.choice for one in found[facet] if one.codes)
        counts.append((facet, len(choices), choices if len(choices) <= _MOST_OPTIONS else ()))
    return tuple(counts)


def facet_views(context: Context, counts: tuple[Choices, ...], href: Href) -> tuple[Facet, ...]:
    """Links to the lists of every respect, with counts. None stands open: the list comes first."""
    facets = []
    for name, total, choices in counts:
        options: list[Option] = []
        if total > len(choices):
            index = href(urls.SECTORS if name == "linh-vuc" else f"{urls.PROCEDURES}{name}/")
            options.append(Option(context.labels("procedures.all_of_them"), 0, index))
        options += [Option(one, count, href(url)) for one, url, count in choices]
        if options:
            facets.append(Facet(context.labels(f"procedures.by.{name}"), tuple(options)))
    return tuple(facets)
