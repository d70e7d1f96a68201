"""Tasks by the kind of work they are, over all plans: what must come of it, and what was reported with evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.kinds import row_kind
from congkhai.records.progress import Status
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, MakePage, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.states import words_of
from congkhai.vietnamese.task_kind import TaskKind

# From so many tasks on each year has a page of its own.
_MOST = 300
# Where the portal shows what tasks of a kind are about.
_ELSEWHERE: dict[TaskKind, tuple[tuple[str, str], ...]] = {
    TaskKind.DISCLOSURE: (
        ("disclosure.title", urls.DISCLOSURE),
        ("posting.title", urls.POSTING),
        ("decisions.title", urls.DECISIONS),
    ),
    TaskKind.FEEDBACK: (("feedback.title", urls.FEEDBACK),),
    TaskKind.SINGLE_WINDOW: (("kinds.window", urls.SINGLE_WINDOW),),
    TaskKind.PROCESS: (("processes.title", urls.PROCESSES),),
    TaskKind.ONLINE: (("procedures.title", urls.PROCEDURES),),
    TaskKind.REPORT: (("reports.title", urls.REPORTS),),
    TaskKind.ASSESSMENT: (("indicators.title", urls.INDICATORS), ("scoring.title", urls.SELF_SCORING)),
    TaskKind.DIGITISATION: (("targets.title", urls.TARGETS),),
    TaskKind.DIRECTION: (("documents.title", urls.DOCUMENTS),),
    TaskKind.RULES: (("documents.title", urls.DOCUMENTS),),
}
_OF_PROCEDURES = (urls.PROCEDURES, urls.POSTING, urls.DECISIONS, urls.PROCESSES)


class KindsView(Struct, frozen=True):
    """All kinds, each with how many tasks of how many plans, and what of it was reported as done."""

    intro: str
    explain: str
    columns: tuple[str, ...]
    rows: tuple[tuple[RichText, ...], ...]


class KindView(Struct, frozen=True):
    """The tasks of one kind: where else the portal shows what they are about, other years, the table."""

    intro: str
    explain: str
    elsewhere: tuple[LinkView, ...]
    years: tuple[LinkView, ...]
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[RichText, ...], ...]


def make_kind_pages(context: Context) -> Iterator[MakePage]:
    """The page of all kinds, one for each, and one for each year where there are very many."""
    if context.library.plans:
        yield partial(_overview, context)
    for kind, rows in context.derived.kinds.items():
        years = years_of(rows)
        yield partial(_kind_page, context, kind, None)
        if len(rows) > _MOST:
            yield from (partial(_kind_page, context, kind, year) for year in years[1:])


def years_of(rows: Sequence[Row]) -> tuple[int, ...]:
    """The years of some rows, the latest first."""
    return tuple(sorted({row.plan.year for row in rows}, reverse=True))


def kind_fact(context: Context, row: Row, href: Href) -> Fact:
    """The kind of a row for the top of its page; an editor's reading is told as such."""
    kind = row_kind(row)
    stated = row.task.reading is not None and row.task.reading.kind is not None
    link = (Segment("link", context.labels(f"choice.TaskKind.{kind}"), href(urls.task_kind_url(kind))),)
    return Fact(context.labels("kinds.one"), link, context.labels("kinds.stated" if stated else "kinds.understood"))


def _overview(context: Context) -> Page:
    href, labels = context.href(urls.KINDS), context.labels
    found = context.derived.kinds
    tracked = any(context.times[row.key].tracked for some in found.values() for row in some)
    rows = tuple(_overview_row(context, kind, some, href)[: 4 if tracked else 3] for kind, some in found.items())
    columns = ("one", "column.tasks", "column.plans", *(("column.done",) if tracked else ()))
    total = sum(map(len, found.values()))
    intro = labels("kinds.intro", n=total, kinds=len(found))
    explain = labels("kinds.explain") if tracked else f"{labels('kinds.explain')} {labels('kinds.no_reports')}"
    view = KindsView(intro, explain, tuple(labels(f"kinds.{column}") for column in columns), rows)
    counts = [{"kind": kind.value, "url": urls.task_kind_url(kind), "tasks": len(some)} for kind, some in found.items()]
    twin = {"kind": "task_kinds", "url": urls.KINDS, "kinds": counts}
    trail = _trail(context, href)
    return Page(urls.KINDS, "pages/kinds.html", labels("kinds.title"), view, intro, trail, twin, urls.PLANS)


def _overview_row(context: Context, kind: TaskKind, rows: Sequence[Row], href: Href) -> tuple[RichText, ...]:
    done = sum(_is_done(context, row) for row in rows)
    link: RichText = (Segment("link", context.labels(f"choice.TaskKind.{kind}"), href(urls.task_kind_url(kind))),)
    told = str(done) if any(context.times[row.key].tracked for row in rows) else "–"
    numbers = (str(len(rows)), str(len({row.plan.id for row in rows})), told)
    return (link, *((Segment("text", number),) for number in numbers))


def _is_done(context: Context, row: Row) -> bool:
    entries = context.times[row.key].entries
    return bool(entries) and entries[-1].status is Status.COMPLETED


def _kind_page(context: Context, kind: TaskKind, year: int | None) -> Page:
    every, labels = context.derived.kinds[kind], context.labels
    url, years = urls.task_kind_url(kind, year), years_of(every)
    href, many = context.href(url), len(every) > _MOST
    chosen = year or years[0]
    rows = [row for row in every if not many or row.plan.year == chosen]
    name = labels(f"choice.TaskKind.{kind}")
    title = labels("kinds.of.year", name=name, year=chosen) if many else name
    columns = ("plan", "task", "lead", "time", "deliverable", "result")
    view = KindView(
        intro=labels("kinds.count", n=len(rows), plans=len({row.plan.id for row in rows})),
        explain=labels("kinds.explain"),
        elsewhere=tuple(_elsewhere(context, kind, href)),
        years=tuple(_years(kind, years, href)) if many else (),
        caption=labels("kinds.table", name=title),
        columns=tuple(labels(f"kinds.column.{column}") for column in columns),
        rows=tuple(_row(context, row, href) for row in rows),
    )
    trail = (*_trail(context, href), (labels("kinds.title"), href(urls.KINDS)))
    twin = {"kind": "task_kind", "url": url, "tasks": [_twin(context, row) for row in rows]}
    tables = table_files(href, TASKS)
    whole = labels("kinds.of", name=title)
    return Page(url, "pages/kind.html", whole, view, view.intro, trail, twin, urls.PLANS, tables=tables)


def _trail(context: Context, href: Href) -> tuple[tuple[str, str], ...]:
    labels = context.labels
    return (labels("home.title"), href(urls.HOME)), (labels("plans.title"), href(urls.PLANS))


def _elsewhere(context: Context, kind: TaskKind, href: Href) -> Iterator[LinkView]:
    for label, url in _ELSEWHERE.get(kind, ()):
        if _is_there(context, url):
            yield LinkView(context.labels(label), href(url))


def _is_there(context: Context, url: str) -> bool:
    if url == urls.SINGLE_WINDOW:
        return any(card.window for card in context.derived.in_order)
    if url == urls.SELF_SCORING:
        return bool(context.library.criteria)
    return url not in _OF_PROCEDURES or bool(context.library.cards)


def _years(kind: TaskKind, years: Sequence[int], href: Href) -> Iterator[LinkView]:
    for index, year in enumerate(years):
        yield LinkView(str(year), href(urls.task_kind_url(kind, year if index else None)))


def _row(context: Context, row: Row, href: Href) -> tuple[RichText, ...]:
    labels, plan = context.labels, row.plan
    actors = context.assignments.actors[row.key]
    time = context.times[row.key]
    return (
        (Segment("link", context.short_name(plan), href(urls.plan_url(plan.id))),),
        (Segment("link", shortened(title_of(row), 300), href(urls.task_url(*row.key))),),
        actor_links(context, actors.lead_agencies, href, marked=True)
        or (Segment("text", row.task.lead or labels("kinds.blank")),),
        (Segment("text", words_of(context, time) or row.task.time or labels("kinds.blank")),),
        (Segment("text", row.task.deliverable or labels("kinds.blank")),),
        tuple(_result(context, row)) or (Segment("text", labels("kinds.unreported")),),
    )


def _result(context: Context, row: Row) -> Iterator[Segment]:
    """What was reported last of a row, and all evidence there is."""
    entries = context.times[row.key].entries
    last = entries[-1] if entries else None
    if last is None or last.status is None or last.on is None:
        return
    status = context.labels(f"status.{last.status}")
    yield Segment("text", context.labels("kinds.reported", status=status, day=f"{last.on:%d/%m/%Y}"))
    for proof in (proof for entry in entries for proof in entry.evidence):
        yield Segment("text", context.labels("schedule.semicolon"))
        yield Segment("link" if proof.url else "text", proof.title, proof.url)


def _twin(context: Context, row: Row) -> dict[str, Any]:
    entries = context.times[row.key].entries
    return {
        "plan": row.plan.id,
        "task": row.task.id,
        "url": urls.task_url(*row.key),
        "signed": {"title": row.task.title, "deliverable": row.task.deliverable},
        "understood": {"kind": row_kind(row).value},
        "evidence": [proof.title for entry in entries for proof in entry.evidence],
    }
