"""Internal and electronic processes step by step, as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.process_times import process_time
from congkhai.records.internal_process import Process, ProcessKind, ProcessStep
from congkhai.records.procedure import ProcedureLevel
from congkhai.site.data_sets.columns import (
    ADDRESS,
    Column,
    ColumnKind,
    DataSet,
    Origin,
    Row,
    address_of,
    choice,
    code,
    day,
    integer,
    name_of,
    signed,
    text,
)
from congkhai.site.pages.page import Context


class StepOf(NamedTuple):
    """A step of a process, its place there, and the hours of work it takes."""

    process: Process
    number: int
    step: ProcessStep
    hours: Decimal | None


def _steps(context: Context) -> tuple[StepOf, ...]:
    return tuple(
        StepOf(process, number, step, hours)
        for process in context.library.processes.values()
        for number, (step, hours) in enumerate(
            zip(process.steps, process_time(process, None).steps, strict=True), start=1
        )
    )


def _step_row(context: Context, one: StepOf) -> Row:
    process, step = one.process, one.step
    return (
        process.id,
        one.number,
        process.procedure,
        process.kind.value if process.kind else None,
        process.level.value if process.level else None,
        process.decision,
        process.approved,
        process.total,
        step.title,
        step.actor,
        step.agency,
        name_of(context, step.agency),
        step.time,
        None if one.hours is None else float(one.hours),
        step.output,
        step.note,
        address_of(context, urls.process_url(process.id)),
    )


PROCESS_STEPS = DataSet(
    "process_steps",
    "quy-trinh",
    (
        code("process"),
        integer("step"),
        code("code"),
        choice("process_kind", ProcessKind, "choice.ProcessKind"),
        choice("procedure_level", ProcedureLevel, "choice.ProcedureLevel"),
        signed("decision"),
        day("approved"),
        signed("total_time"),
        signed("step_title"),
        signed("actor"),
        code("agency"),
        text("agency_name"),
        signed("step_time"),
        Column("step_hours", ColumnKind.NUMBER, Origin.UNDERSTOOD),
        signed("output"),
        text("note"),
        ADDRESS,
    ),
    _steps,
    _step_row,
    key=2,
)
