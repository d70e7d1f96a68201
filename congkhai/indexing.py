"""The records as search sees them, and the index files that its client reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai import urls
from congkhai.assignments import Row
from congkhai.markup import plain
from congkhai.pages.page import Context, shortened
from congkhai.pages.states import row_state
from congkhai.pages.times import title_of
from congkhai.problem import Problem
from congkhai.records.absent import Absent
from congkhai.records.agency import Agency
from congkhai.records.procedure import Applicant, Procedure, ProcedureLevel
from congkhai.records.search_phrase import PhraseKind, SearchPhrase
from congkhai.search import Entry, Knowledge, Line, build_index, card_of, read_knowledge
from congkhai.search.client import MODULES, client_module

FOLDER = "search/"
_CLIENT = "js/search/"
# Enough of a long text to find it by; the rest only makes the index heavier.
_BODY = 3000


def search_files(context: Context) -> Iterator[tuple[str, bytes]]:
    """The index of a site: path → bytes."""
    knowledge, _ = knowledge_of(context.library.search_phrases.values())
    for name, data in build_index(map(card_of, entries(context)), knowledge):
        yield FOLDER + name, data


def join_client(sources: dict[str, bytes]) -> dict[str, bytes]:
    """The search client as one file, so that a browser asks once; other sources as they are."""
    modules = {name: sources[_CLIENT + name].decode("utf-8") for name in MODULES if _CLIENT + name in sources}
    if len(modules) < len(MODULES):
        return sources
    rest = {name: data for name, data in sources.items() if name.removeprefix(_CLIENT) not in MODULES}
    return {**rest, f"{_CLIENT}engine.js": client_module(modules).encode("utf-8")}


def knowledge_of(phrases: Iterable[SearchPhrase]) -> tuple[Knowledge, tuple[Problem, ...]]:
    """What content/search knows, and what contradicts itself in it."""
    lines: dict[PhraseKind, list[Line]] = {kind: [] for kind in PhraseKind}
    for phrase in phrases:
        lines[phrase.kind].append(Line(phrase.phrase, phrase.meanings, phrase.place))
    knowledge, problems = read_knowledge(
        lines[PhraseKind.ABBREVIATIONS], lines[PhraseKind.SYNONYMS], lines[PhraseKind.FILLERS]
    )
    return knowledge, tuple(problems)


def entries(context: Context) -> Iterator[Entry]:
    """Every record page as search sees it."""
    yield from (_procedure(context, procedure) for procedure in context.library.procedures.values())
    yield from _plans(context)
    yield from (_task(context, row) for row in context.assignments.rows)
    yield from _actors(context)
    yield from _documents(context)
    yield from _prose(context)


def _procedure(context: Context, procedure: Procedure) -> Entry:
    sector = context.library.sectors.get(procedure.sector)
    sector_name = sector.name if sector else procedure.sector
    agency = procedure.agency or procedure.competent_agency
    facets = [("kind", "procedure"), ("sector", sector_name)]
    facets += [("level", context.labels(f"procedure.level.{level}")) for level in procedure.levels]
    facets += [("applicant", context.labels(f"procedure.applicant.{who}")) for who in procedure.applicants]
    if procedure.online and procedure.online.level:
        facets.append(("online", context.labels(f"procedure.online.{procedure.online.level}")))
    return Entry(
        id=f"procedure:{procedure.code}",
        url=urls.procedure_url(procedure.code),
        title=procedure.name,
        kind="procedure",
        code=procedure.code,
        keywords=procedure.keywords,
        sector=sector_name,
        # The other names of the sector are context: as keywords they would drown the procedure's own.
        agency="; ".join((agency, *(sector.aliases if sector else ()))),
        body=_procedure_body(procedure),
        facets=tuple(facets),
        summary=" · ".join(part for part in (sector_name, agency) if part),
        reach=(ProcedureLevel.COMMUNE in procedure.levels) + (Applicant.CITIZEN in procedure.applicants),
    )


def _procedure_body(procedure: Procedure) -> str:
    papers = [component.name for case in procedure.dossier for component in case.components]
    result = () if procedure.result is None or isinstance(procedure.result, Absent) else procedure.result
    conditions = procedure.conditions if isinstance(procedure.conditions, str) else ""
    return "\n".join([*papers, *result, plain(procedure.steps), plain(conditions)])[:_BODY]


def _plans(context: Context) -> Iterator[Entry]:
    for plan in context.library.plans.values():
        issuer = context.library.actors.get(plan.issuer)
        yield Entry(
            id=f"plan:{plan.id}",
            url=urls.plan_url(plan.id),
            title=plan.title,
            kind="plan",
            code=plan.number,
            agency=issuer.name if issuer else "",
            body=plain(plan.summary)[:_BODY],
            facets=(("kind", "plan"), ("plan", context.short_name(plan))),
            summary=" · ".join(part for part in (plan.number, issuer.name if issuer else "", str(plan.year)) if part),
        )


def _task(context: Context, row: Row) -> Entry:
    task, time = row.task, context.times[row.key]
    leads = [
        context.library.actors[key].name
        for key in context.assignments.actors[row.key].lead_agencies
        if key in context.library.actors
    ]
    state = row_state(context, row.key)[0]
    state_words = context.labels(f"design.state.{state}")
    facets = [("kind", "task"), ("plan", context.short_name(row.plan)), ("state", state_words)]
    facets += [("agency", name) for name in leads]
    if time.deadline:
        facets.append(("due", time.deadline.isoformat()[:7]))
    return Entry(
        id=f"task:{row.plan.id}/{task.id}",
        url=urls.task_url(*row.key),
        title=shortened(title_of(row), 300),
        kind="task",
        agency="; ".join(leads),
        body="\n".join(part for part in (task.deliverable, task.time, task.coordination) if part),
        facets=tuple(facets),
        summary=f"{context.short_name(row.plan)} · {'; '.join(leads) or task.lead or ''}".rstrip(" ·"),
        deadline=time.deadline.isoformat() if time.deadline else "",
    )


def _actors(context: Context) -> Iterator[Entry]:
    for actor in context.library.actors.values():
        place = context.territory_name(actor.territory)
        level = context.labels(f"level.{actor.level}") if isinstance(actor, Agency) and actor.level else ""
        yield Entry(
            id=f"agency:{actor.id}",
            url=urls.agency_url(actor.id),
            title=actor.name,
            kind="agency",
            keywords=actor.aliases,
            facets=(("kind", "agency"), *((("level", level),) if level else ())),
            summary=" · ".join(part for part in (level, place) if part),
        )


def _documents(context: Context) -> Iterator[Entry]:
    for document in context.library.documents.values():
        kind = context.labels.get(f"document.type.{document.type}", document.type)
        yield Entry(
            id=f"document:{document.id}",
            url=urls.document_url(document.id),
            title=shortened(f"{kind} {document.number} {document.title}", 300),
            kind="document",
            code=document.number,
            facets=(("kind", "document"),),
            summary=document.note and shortened(document.note, 160),
        )


def _prose(context: Context) -> Iterator[Entry]:
    for page in context.library.prose.values():
        body = plain(page.body)
        yield Entry(
            id=f"page:{page.id}",
            url=urls.prose_url(page.id),
            title=page.title,
            kind="page",
            body=body[:_BODY],
            facets=(("kind", "page"),),
            summary=page.description or shortened(body),
        )
