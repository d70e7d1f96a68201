"""A procedure as search sees it, with its answers or its end."""

from __future__ import annotations

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.commune_office import tells_level_better
from congkhai.knowledge.procedures.ending import is_over
from congkhai.knowledge.procedures.example_place import is_announced_for_all
from congkhai.knowledge.procedures.reading import is_shown, standing_on
from congkhai.knowledge.register.everyday import everyday_names
from congkhai.records.absent import Absent
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.agencies import agency_words
from congkhai.site.pages.procedures.answer import understood_in
from congkhai.site.pages.procedures.charge_words import charge_headline
from congkhai.site.pages.procedures.ended import ended_tag, ended_words
from congkhai.site.pages.procedures.facets import online_of
from congkhai.site.pages.procedures.headlines import takes_post, time_headline
from congkhai.site.search import ANYWHERE, Entry, form_codes, ordinary
from congkhai.source.markup import plain
from congkhai.vietnamese.quantity import base_code

# Enough of a long text to find it by; the rest only makes the index heavier.
BODY = 3000
# Addresses, HTML, entities and what stands behind the fence of a block are no words.
_UNDERSTOOD = ("](", "]:", "][", "<", "&", "```", "~~~")


def procedure_entry(context: Context, code: str) -> Entry:
    """A procedure as search sees it."""
    procedure = context.library.procedures[code]
    sector = context.library.sectors.get(procedure.sector)
    sector_name = sector.name if sector else procedure.sector
    agency = procedure.agency or procedure.competent_agency
    facets = [("kind", "procedure"), ("sector", sector_name)]
    levels = [context.labels(f"procedure.level.{one}") for one in procedure.levels]
    facets += [("level", name) for name in levels]
    facets += [("applicant", context.labels(f"procedure.applicant.{who}")) for who in procedure.applicants]
    decisions = context.derived.decisions.get(base_code(code), ())
    standing = standing_on(procedure, decisions, context.today)
    if is_over(standing):
        level, answers = "", (ended_words(context, procedure, decisions, standing), "")
    else:
        level, answers = _online(context, code), _answers(context, procedure)
    ways = _ways(context, procedure) if level and online_of(context.library.cards[code]) == "none" else level
    if level:
        facets.append(("online", level))
    return Entry(
        id=f"procedure:{procedure.code}",
        url=urls.procedure_url(procedure.code),
        title=procedure.name,
        kind="procedure",
        code=procedure.code,
        keywords=(*procedure.keywords, *form_codes(_papers(procedure))),
        called=everyday_names(code),
        sector=sector_name,
        # The other names of the sector are context: as keywords they would drown the procedure's own.
        agency="; ".join((agency, *(sector.aliases if sector else ()))),
        territory=ANYWHERE if is_announced_for_all(procedure.announcement) else "",
        body=_procedure_body(procedure),
        facets=tuple(facets),
        summary=" · ".join(part for part in (*answers, *_whose(context, procedure, agency, levels), ways) if part),
        state="" if is_shown(standing) else _capital(ended_tag(context, procedure, standing)),
        over=is_over(standing),
        reach=_reach(context, procedure),
    )


def _reach(context: Context, procedure: Procedure) -> int:
    """How many people need a procedure, as far as its record and the events of life tell."""
    events = context.library.life_events.values()
    of_life = any(procedure.code in event.procedures for event in events)
    return ordinary.of_record(procedure.levels, procedure.applicants, life_event=of_life)


def _whose(context: Context, procedure: Procedure, agency: str, levels: list[str]) -> tuple[str, ...]:
    """Whose work it is: the levels; the agency where they are not stated or say otherwise. A hit has four lines."""
    words, _ = agency_words(context, procedure, agency)
    return (words,) if not levels or tells_level_better(agency, procedure.levels) else tuple(levels)


def _ways(context: Context, procedure: Procedure) -> str:
    """How one hands in what is not taken online, as the procedure's own page says it."""
    return context.labels(f"procedures.offline.{'post' if takes_post(procedure) else 'in_person'}")


def _answers(context: Context, procedure: Procedure) -> tuple[str, str]:
    """How long and how much, in the words of the procedure's own page; "" for what nobody knows."""
    time = context.library.cards[procedure.code].time_words
    found = understood_in(context, procedure)
    return time or time_headline(context.labels, found.time), charge_headline(context.labels, found.charge)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _online(context: Context, code: str) -> str:
    """The online level as the lists name it, "" where no way of handing in is named."""
    level = online_of(context.library.cards[code])
    return "" if level == "unstated" else context.labels(f"procedures.online.{level}")


def _papers(procedure: Procedure) -> list[str]:
    forms = () if procedure.forms is None or isinstance(procedure.forms, Absent) else procedure.forms
    papers = [component.name for case in procedure.dossier for component in case.components]
    return [*papers, *(form.name for form in forms)]


def _procedure_body(procedure: Procedure) -> str:
    papers = [component.name for case in procedure.dossier for component in case.components]
    result = () if procedure.result is None or isinstance(procedure.result, Absent) else procedure.result
    conditions = procedure.conditions if isinstance(procedure.conditions, str) else ""
    return "\n".join([*papers, *result, said(procedure.steps), said(conditions)])[:BODY]


def said(text: str) -> str:
    """The words of a Markdown text, for syllables to be cut from: that needs no understanding of marks."""
    return plain(text) if any(sign in text for sign in _UNDERSTOOD) else text
