"""The machine-readable twin of each record page: the record as written, and what was understood, apart."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Assignments, Part, Row
from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.knowledge.plans.states import state_on
from congkhai.records.agency import Actor
from congkhai.records.document import Document
from congkhai.records.model.plain_data import as_data
from congkhai.records.plan import Plan, Section, Task, TaskGroup
from congkhai.vietnamese.schedule import Reading, to_json


class Understanding(NamedTuple):
    """What was derived from the rows of all plans, and the words to say it."""

    assignments: Assignments
    times: Mapping[tuple[str, str], RowTime]
    labels: Labels
    today: datetime.date


def plan_twin(plan: Plan, known: Understanding) -> dict[str, Any]:
    """A plan whole: every key as written; each row with its id, address and what was understood."""
    twin: dict[str, Any] = as_data(plan)
    twin["sections"] = [_part(section, plan, known) for section in plan.sections]
    return {"kind": "plan", "url": urls.plan_url(plan.id), **twin}


def _part(part: Section | TaskGroup, plan: Plan, known: Understanding) -> dict[str, Any]:
    items = [_task(item, plan, known) if isinstance(item, Task) else _part(item, plan, known) for item in part.items]
    return {"id": part.id, **as_data(part), "items": items}


def _task(task: Task, plan: Plan, known: Understanding) -> dict[str, Any]:
    return {
        "id": task.id,
        "url": urls.task_url(plan.id, task.id),
        **as_data(task),
        "understood": understood(plan, task, known),
    }


def understood(plan: Plan, task: Task, known: Understanding) -> dict[str, Any]:
    """What was derived from a row; never mixed with what the document says."""
    actors = known.assignments.actors[plan.id, task.id]
    unresolved = [span.text for reading in (actors.lead, actors.coordination) for span in reading.unresolved]
    found: dict[str, Any] = {
        "lead_agencies": list(actors.lead_agencies),
        "coordinating_agencies": list(actors.coordinating_agencies),
        "by_editor": task.read_by_editor,
    }
    if task.reading and task.reading.deliverable:
        found["deliverable"] = task.reading.deliverable
    if unresolved:
        found["not_understood"] = unresolved
    if task.time is not None:
        time = known.times[plan.id, task.id]
        found["schedule"] = _schedule(time, task.time, known.labels)
        found["state"] = state_on(time, known.today).value
    return found


def _schedule(time: RowTime, text: str, labels: Labels) -> dict[str, Any]:
    """A row's time as `build.py schedule --jsonl` gives it, with its deadlines: the first, the last, the counted."""
    data = to_json(Reading(time.schedule), text, labels)
    moved = time.due if time.due != time.deadline else None
    days = {"first_deadline": time.first_deadline, "deadline": time.deadline, "counted_deadline": moved}
    return {**data, **{name: day.isoformat() for name, day in days.items() if day}}


def task_twin(row: Row, known: Understanding) -> dict[str, Any]:
    """A row with the plan and section it stands in."""
    section = {"id": row.section.id, "number": row.section.number, "title": row.section.title}
    return {
        "kind": "task",
        "plan": row.plan.id,
        "section": section,
        **_task(row.task, row.plan, known),
    }


def actor_twin(actor: Actor, predecessors: Sequence[str], assignments: Assignments) -> dict[str, Any]:
    """An agency, group or phrase with the rows it leads or coordinates, straight and through groups."""
    parts = {
        part.value: [
            {"plan": row.plan.id, "task": row.task.id, "url": urls.task_url(*row.key)}
            for row in assignments.rows_of(actor.id, part)
        ]
        for part in Part
    }
    return {
        "kind": type(actor).__name__.lower(),
        "url": urls.agency_url(actor.id),
        "territory": actor.territory,
        **as_data(actor),
        **({"predecessors": list(predecessors)} if predecessors else {}),
        "tasks": parts,
    }


def document_twin(document: Document, cited_by: list[str]) -> dict[str, Any]:
    """A document with the addresses of the pages that cite it; its own `url` (of the original) is `original_url`."""
    data = as_data(document)
    own = {"kind": "document", "url": urls.document_url(document.id), "original_url": data.pop("url", "")}
    return {**own, **data, "cited_by": cited_by}
