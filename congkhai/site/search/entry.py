"""What search knows of one page: plain values, so that this room need not know records."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One page as search sees it.

    `kind` is procedure, life_event, task, plan, announcement, agency, document or page; `url` is relative to the
    root of the site; `facets` are pairs of a facet (kind, sector, level, agency, applicant, online, plan, state,
    due as YYYY-MM) and its value, several of one facet allowed; `summary` is what a result shows under its title;
    `called` are its names in everyday speech, found like keywords by all but their commonest words; `territory` names
    the place whose page it is, and those above that, where the agency does not tell; `deadline` is an ISO date or
    empty; `body` is only searched, never shown; `reach` says how many people need the page, as far
    as the record tells (`ordinary.of_record`): 0 is the middle; `state` is the word of a tag on what is not simply
    in force, and what is `over` stands below all that is not; `named` are codes of procedures without a page of
    their own, which lead to this one.
    """

    id: str
    url: str
    title: str
    kind: str
    code: str = ""
    keywords: tuple[str, ...] = ()
    sector: str = ""
    agency: str = ""
    body: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    summary: str = ""
    deadline: str = ""
    reach: int = 0
    state: str = ""
    over: bool = False
    named: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    territory: str = ""
