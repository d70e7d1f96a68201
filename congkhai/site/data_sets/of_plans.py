"""Plans, their tasks, who has which part in them, and their progress, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row as PlanRow
from congkhai.knowledge.plans.kinds import groups_above, row_kind
from congkhai.knowledge.plans.states import State, state_on
from congkhai.records.plan import Plan, PlanType
from congkhai.records.progress import Status
from congkhai.site.data_sets.columns import (
    ADDRESS,
    ByKey,
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
    listing,
    name_of,
    signed,
    text,
)
from congkhai.site.pages.page import Context
from congkhai.vietnamese.schedule import Kind
from congkhai.vietnamese.task_kind import TaskKind

_UNDERSTOOD = Origin.UNDERSTOOD


def _plan_row(context: Context, plan: Plan) -> Row:
    return (
        plan.id,
        plan.title,
        plan.type.value if plan.type else None,
        plan.number,
        plan.territory,
        context.territory_name(plan.territory),
        plan.issuer,
        name_of(context, plan.issuer),
        plan.signed,
        plan.published,
        plan.year,
        plan.last_year,
        len(context.assignments.of_plan(plan.id)),
        plan.implements,
        plan.legal_basis,
        plan.note,
        address_of(context, urls.plan_url(plan.id)),
    )


PLANS = DataSet(
    "plans",
    "ke-hoach",
    (
        code("plan"),
        signed("plan_title"),
        choice("type", PlanType, "choice.PlanType"),
        signed("plan_number"),
        code("territory"),
        text("territory_name"),
        code("issuer"),
        text("issuer_name"),
        signed("signed"),
        day("published"),
        integer("year"),
        integer("last_year"),
        integer("tasks", _UNDERSTOOD),
        listing("implements", Origin.STATED),
        listing("legal_basis", Origin.STATED),
        text("note"),
        ADDRESS,
    ),
    lambda context: tuple(context.library.plans.values()),
    _plan_row,
)


def _task_row(context: Context, row: PlanRow) -> Row:
    task, plan = row.task, row.plan
    actors, time = context.assignments.actors[row.key], context.times[row.key]
    last = time.entries[-1] if time.entries else None
    names = partial(_names, context)
    return (
        plan.id,
        task.id,
        plan.title,
        plan.year,
        plan.territory,
        context.territory_name(plan.territory),
        " ".join(filter(None, (row.section.number, row.section.title))),
        " › ".join(groups_above(row.section, task.id)),
        task.number,
        task.title,
        task.lead,
        task.coordination,
        task.time,
        task.deliverable,
        task.remark,
        row_kind(row).value,
        tuple(" ".join(one.key) for one in context.derived.carried(row)[0]),
        actors.lead_agencies,
        names(actors.lead_agencies),
        actors.coordinating_agencies,
        names(actors.coordinating_agencies),
        time.schedule.kind.value,
        time.first_deadline,
        time.deadline,
        time.due,
        state_on(time, context.today).value,
        last.status.value if last and last.status else None,
        last.on if last else None,
        task.read_by_editor,
        address_of(context, urls.task_url(*row.key)),
    )


def _names(context: Context, actor_ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(name_of(context, actor_id) or actor_id for actor_id in actor_ids)


TASKS = DataSet(
    "tasks",
    "nhiem-vu",
    (
        code("plan"),
        code("task"),
        signed("plan_title"),
        integer("year"),
        code("territory"),
        text("territory_name"),
        signed("section"),
        signed("group"),
        signed("task_number"),
        signed("title"),
        signed("lead"),
        signed("coordination"),
        signed("time"),
        signed("deliverable"),
        signed("remark"),
        choice("task_kind", TaskKind, "choice.TaskKind", _UNDERSTOOD),
        listing("carries_out"),
        listing("lead_agencies", _UNDERSTOOD),
        listing("lead_agency_names", _UNDERSTOOD),
        listing("coordinating_agencies", _UNDERSTOOD),
        listing("coordinating_agency_names", _UNDERSTOOD),
        choice("schedule", Kind, "schedule.kind", _UNDERSTOOD),
        day("first_deadline", _UNDERSTOOD),
        day("deadline", _UNDERSTOOD),
        day("counted_deadline", _UNDERSTOOD),
        choice("state", State, "design.state", _UNDERSTOOD),
        choice("status", Status, "choice.Status"),
        day("status_on"),
        Column("read_by_editor", ColumnKind.BOOLEAN),
        ADDRESS,
    ),
    lambda context: context.assignments.rows,
    _task_row,
    key=2,
    by_key=ByKey(lambda context: context.library.plans, lambda context, plan: context.assignments.of_plan(plan), 4),
)
