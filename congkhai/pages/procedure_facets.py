"""The respects in which procedures can be listed: level, applicant, life event, online level, agency, sector."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from congkhai import urls
from congkhai.pages.filters import Facet, Option
from congkhai.pages.page import Context, Href
from congkhai.records.procedure import Procedure
from congkhai.text import slug, sort_key
from congkhai.values import dataclass

_LONGEST_SLUG = 60
# More links than this fill the page of a phone: then one leads to the page that lists them all.
_MOST_OPTIONS = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a respect ("cấp xã") with its procedures in the order of the alphabet, or of the event of life."""

    facet: str
    value: str
    name: str
    url: str
    procedures: tuple[Procedure, ...]


# The name of a respect in addresses and labels, and the values (address part, name) a procedure has in it.
Values = Callable[[Context, Procedure], Iterable[tuple[str, str]]]


def _levels(context: Context, procedure: Procedure) -> Iterator[tuple[str, str]]:
    for level in procedure.levels:
        yield LEVEL_SLUGS[level], context.labels(f"procedure.level.{level}")


def _applicants(context: Context, procedure: Procedure) -> Iterator[tuple[str, str]]:
    for applicant in procedure.applicants:
        name = context.labels(f"procedure.applicant.{applicant}")
        yield slug(name), name


def _online(context: Context, procedure: Procedure) -> Iterator[tuple[str, str]]:
    level = procedure.online.level if procedure.online and procedure.online.level else "unstated"
    yield ONLINE_SLUGS[str(level)], context.labels(f"procedures.online.{level}")


def _agency(_context: Context, procedure: Procedure) -> Iterator[tuple[str, str]]:
    name = " ".join(procedure.agency.split())
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


def in_order(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """Procedures in the order of the Vietnamese alphabet."""
    return tuple(sorted(procedures, key=lambda procedure: (sort_key(procedure.name), procedure.code)))


def choices(context: Context, procedures: tuple[Procedure, ...]) -> dict[str, tuple[Choice, ...]]:
    """The values of every respect that occur among `procedures` (which stand in order), most procedures first."""
    found: dict[str, tuple[Choice, ...]] = {}
    for facet, values in RESPECTS.items():
        names: dict[str, str] = {}
        groups: dict[str, list[Procedure]] = {}
        for procedure in procedures:
            for value, name in values(context, procedure):
                names.setdefault(value, name)
                groups.setdefault(value, []).append(procedure)
        made = (
            Choice(facet, value, names[value], urls.procedures_url(facet, value), tuple(group))
            for value, group in groups.items()
        )
        found[facet] = tuple(sorted(made, key=lambda choice: (-len(choice.procedures), sort_key(choice.name))))
    return {**found, "su-kien": _events(context), "linh-vuc": _sectors(context, procedures)}


def _events(context: Context) -> tuple[Choice, ...]:
    known = context.library.procedures
    return tuple(
        Choice(
            "su-kien",
            event.id,
            event.name,
            urls.procedures_url("su-kien", event.id),
            tuple(known[code] for code in event.procedures if code in known),
        )
        for event in context.library.life_events.values()
    )


def _sectors(context: Context, procedures: tuple[Procedure, ...]) -> tuple[Choice, ...]:
    groups: dict[str, list[Procedure]] = {}
    for procedure in procedures:
        groups.setdefault(procedure.sector, []).append(procedure)
    made = (
        Choice("linh-vuc", sector.id, sector.name, urls.sector_url(sector.id), tuple(groups.get(sector.id, ())))
        for sector in context.library.sectors.values()
    )
    return tuple(sorted(made, key=lambda choice: sort_key(choice.name)))


def facet_views(
    context: Context, found: dict[str, tuple[Choice, ...]], href: Href, current: str = ""
) -> tuple[Facet, ...]:
    """Links to the lists of every respect with their counts; agencies, which are many, by their own page."""
    facets = []
    for facet in ("su-kien", "linh-vuc", "cap", "doi-tuong", "truc-tuyen"):
        values = [choice for choice in found[facet] if choice.procedures]
        whole: tuple[Option, ...] = ()
        if len(values) > _MOST_OPTIONS:
            index = href(urls.SECTORS if facet == "linh-vuc" else f"{urls.PROCEDURES}{facet}/")
            whole = (Option(context.labels("procedures.all_of_them"), len(values), index),)
            values = [choice for choice in values if choice.url == current]
        options = whole + tuple(
            Option(choice.name, len(choice.procedures), href(choice.url), current=choice.url == current)
            for choice in values
        )
        if options:
            facets.append(Facet(context.labels(f"procedures.by.{facet}"), options, any(o.current for o in options)))
    return tuple(facets)
