"""The page of an internal or electronic process: its steps, who takes them, and whether they fit the published time."""

from __future__ import annotations

import string
from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.process_times import Fit, ProcessTime, process_time, short_time, work_time_text
from congkhai.records.internal_process import Process, ProcessStep
from congkhai.records.model.plain_data import as_data
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.matrix import MatrixCell, MatrixColumn, MatrixRow, MatrixView
from congkhai.vietnamese.quantity import base_code


class StepView(Struct, frozen=True):
    """A step of the numbered path: who takes it, in what time, and what comes of it."""

    title: str
    actor: str
    time: str
    text: str


class ProcessView(Struct, frozen=True):
    """All that the page of a process shows."""

    facts: tuple[Fact, ...]
    verdict: str
    steps: tuple[StepView, ...]
    lanes: MatrixView
    note: str


def process_page(context: Context, process_id: str) -> Page:
    """The page of a process."""
    process = context.library.processes[process_id]
    card = context.library.cards.get(base_code(process.procedure))
    url, labels = urls.process_url(process_id), context.labels
    href = context.href(url)
    time = process_time(process, card)
    view = ProcessView(
        facts=tuple(_facts(context, process, card, time, href)),
        verdict=verdict(context, time),
        steps=tuple(_step(context, step) for step in process.steps),
        lanes=_lanes(context, process, time),
        note=process.note,
    )
    name = card.name if card else process.procedure
    title = labels(f"process.title.{process.kind or 'internal'}", name=shortened(name, 90))
    trail = ((labels("home.title"), href(urls.HOME)), (labels("processes.title"), href(urls.PROCESSES)))
    return Page(url, "pages/process.html", title, view, view.verdict, trail, _twin(process, time), urls.PROCEDURES)


def verdict(context: Context, time: ProcessTime) -> str:
    """Whether the steps together fit the published time, in a sentence."""
    labels = context.labels
    if time.total is None:
        return labels("process.total.unknown")
    if time.published is None:
        return labels("process.total.alone", total=work_time_text(time.total))
    words = {"total": work_time_text(time.total), "published": work_time_text(time.published)}
    return labels(f"process.total.{time.fit}", **words)


def process_facts(context: Context, code: str, href: Href) -> Iterator[Fact]:
    """The processes of a procedure, for its own page."""
    for process_id in context.derived.processes_of.get(base_code(code), ()):
        process = context.library.processes[process_id]
        time = process_time(process, context.library.cards.get(base_code(code)))
        words = context.labels("process.steps", n=len(process.steps))
        link = (Segment("link", words, href(urls.process_url(process_id))),)
        yield Fact(context.labels(f"process.{process.kind or 'internal'}"), link, verdict(context, time))


def _lanes(context: Context, process: Process, time: ProcessTime) -> MatrixView:
    """Who takes which step: a column for each who has a part, a row for each step, its time where they meet."""
    labels = context.labels
    takers = [_lane(context, step) for step in process.steps]
    lanes = list(dict.fromkeys(takers))
    rows = tuple(
        MatrixRow(
            f"{number}. {step.title}",
            "",
            tuple(MatrixCell(3, "●", lane) if lane == taker else MatrixCell(0, "", "") for lane in lanes),
            (short_time(hours),),
        )
        for number, (step, taker, hours) in enumerate(zip(process.steps, takers, time.steps, strict=True), start=1)
    )
    columns = tuple(MatrixColumn(string.ascii_uppercase[rank % 26], lane) for rank, lane in enumerate(lanes))
    totals = (labels("process.time"),)
    return MatrixView(labels("process.lanes"), labels("process.step"), columns, rows, totals)


def _lane(context: Context, step: ProcessStep) -> str:
    actor = context.library.actors.get(step.agency)
    return step.actor or (actor.name if actor else "") or context.labels("process.no_actor")


def _step(context: Context, step: ProcessStep) -> StepView:
    agency = context.library.actors.get(step.agency)
    actor = ", ".join(dict.fromkeys(filter(None, (step.actor, agency.name if agency else ""))))
    result = context.labels("process.output", output=step.output) if step.output else ""
    return StepView(step.title, actor, step.time, "\n".join(filter(None, (result, step.note))))


def _facts(
    context: Context, process: Process, card: ProcedureCard | None, time: ProcessTime, href: Href
) -> Iterator[Fact]:
    labels = context.labels
    if card:
        link = (Segment("link", card.name, href(urls.procedure_url(card.code))),)
        yield Fact(labels("process.procedure"), link, card.code)
    if process.level:
        yield Fact(labels("procedure.levels"), labels(f"procedure.level.{process.level}"))
    if process.decision:
        document = context.document_of(process.decision, "", str(process.approved or ""))
        there = href(urls.document_url(document)) if document else ""
        number = (Segment("link" if there else "text", process.decision, there),)
        yield Fact(labels("process.decision"), number, f"{process.approved:%d/%m/%Y}" if process.approved else "")
    if process.total:
        yield Fact(labels("process.stated_total"), process.total)
    if time.fit is not Fit.UNKNOWN and time.total is not None:
        yield Fact(labels("process.sum"), work_time_text(time.total), labels("process.sum.how"))


def _twin(process: Process, time: ProcessTime) -> dict[str, object]:
    understood = {
        "step_hours": [None if hours is None else float(hours) for hours in time.steps],
        "total_hours": None if time.total is None else float(time.total),
        "published_hours": None if time.published is None else float(time.published),
        "fit": time.fit.value,
    }
    url = urls.process_url(process.id)
    return {"kind": "process", "url": url, "signed": as_data(process), "understood": understood}
