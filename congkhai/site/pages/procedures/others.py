"""What people ask for that the site has no procedure of: a page that answers without a script, by office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.elsewhere import Matter, called_for
from congkhai.knowledge.register import NationalProcedure
from congkhai.records.procedure import ProcedureLevel
from congkhai.site.pages.elsewhere import matters, of_register
from congkhai.site.pages.page import Context, Page
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.list_links import matter_link
from congkhai.site.pages.procedures.report_box import NATIONAL_PORTAL

# Where the name of an office ends that more words follow: its place, another office, what it depends on.
_OFFICE_ENDS = re.compile(r"[,;]| hoặc | nơi | trong | \(")


class OthersView(Struct, frozen=True):
    """The matters of others by office; of the register only how many procedures each sector has, level by level."""

    intro: str
    groups: tuple[tuple[str, tuple[LinkView, ...]], ...]
    counts: tuple[tuple[str, str], ...]
    portal: str


def has_others(context: Context) -> bool:
    """Whether a site that has procedures tells of matters that it has none of."""
    return bool(context.library.elsewhere) or context.config.national_register


def make_others_page(context: Context) -> Iterator[Page]:
    """The page of what the site has no procedure of, where it tells of any."""
    if not context.library.cards or not has_others(context):
        return
    href, labels = context.href(urls.OTHERS), context.labels
    found = tuple(_matters(context))
    ordered = sorted(found, key=lambda one: sort_key(one.name))
    view = OthersView(
        labels("others.intro", n=len(found)),
        tuple((name, tuple(matter_link(context, one) for one in some)) for name, some in _by_office(context, ordered)),
        tuple(_counts(context)),
        NATIONAL_PORTAL,
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES)))
    title = labels("others.title")
    yield Page(urls.OTHERS, "pages/others.html", title, view, view.intro, trail, chapter=urls.PROCEDURES)


def _matters(context: Context) -> Iterator[Matter]:
    """What content/elsewhere tells, then what events of life call for besides, each once."""
    library = context.library
    told = {one.name: Matter(one.name, one.code, one.agency, one.note) for one in matters(library, library.cards)}
    names = (name for event in library.life_events.values() for name in event.procedures)
    called = called_for(library, names, register=context.config.national_register)
    told |= {one.name: one for one in called if isinstance(one, Matter) and one.name not in told}
    return iter(told.values())


def _by_office(context: Context, found: Iterable[Matter]) -> Iterator[tuple[str, tuple[Matter, ...]]]:
    """Matters by the office that is named first, as it is called before its place; those of one alone come last."""
    groups = grouped((_OFFICE_ENDS.split(one.agency, maxsplit=1)[0], one) for one in found)
    yield from ((name, some) for name, some in sorted(groups.items(), key=_by_name) if len(some) > 1)
    alone = tuple(one for some in groups.values() if len(some) == 1 for one in some)
    if alone:
        yield context.labels("others.alone"), alone


def _by_name(group: tuple[str, tuple[Matter, ...]]) -> str:
    return sort_key(group[0])


def _counts(context: Context) -> Iterator[tuple[str, str]]:
    """How many procedures of the register the site has no page of, by the level that is nearest to people."""
    rest = [one for one in of_register(context) if one.code not in context.library.cards]
    by_level = grouped((_nearest(one), one.sector) for one in rest)
    for level in (ProcedureLevel.COMMUNE, ProcedureLevel.PROVINCE, ProcedureLevel.CENTRAL, ""):
        if some := by_level.get(level):
            name = context.labels(f"procedure.level.{level}" if level else "others.level.unknown")
            sectors = sorted(Counter(some).items(), key=lambda pair: (-pair[1], sort_key(pair[0])))
            words = context.labels("schedule.semicolon").join(f"{sector} ({n})" for sector, n in sectors)
            yield context.labels("others.count", level=name, n=len(some)), words


def _nearest(procedure: NationalProcedure) -> str:
    """The level of a procedure that is nearest to people, "" where the register tells none."""
    near = (ProcedureLevel.COMMUNE, ProcedureLevel.PROVINCE, ProcedureLevel.CENTRAL)
    return next((level.value for level in near if level.value in procedure.levels), "")
