"""The first screen of a task: who leads, by when, and what must come of it."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge.plans.assignments import Row
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.kinds import kind_fact
from congkhai.site.pages.plans.states import moved_words, words_of
from congkhai.site.pages.plans.target_words import target_facts


def task_answer(context: Context, row: Row, href: Href) -> Iterator[Fact]:
    """Who leads, by when, and what must come of it: the first screen of the page."""
    labels, time = context.labels, context.times[row.key]
    actors = context.assignments.actors[row.key]
    lead = actor_links(context, actors.lead_agencies, href) or row.task.lead or labels("task.blank")
    yield Fact(labels("task.cell.lead"), lead, _by_editor(context, row, "lead"))
    if row.task.time is not None:
        words = words_of(context, time) or row.task.time or labels("task.blank")
        notes = (moved_words(context, time), _by_editor(context, row, "time"))
        yield Fact(labels("task.answer.time"), words, labels("schedule.semicolon").join(filter(None, notes)))
    if row.task.deliverable_read:
        words = shortened(row.task.deliverable_read, 120)
        yield Fact(labels("task.cell.deliverable"), words, _by_editor(context, row, "deliverable"))
    yield kind_fact(context, row, href)
    yield from target_facts(context, row, href)


def _by_editor(context: Context, row: Row, column: str) -> str:
    """That an editor reads a cell otherwise than it stands, "" where nobody does."""
    reading = row.task.reading
    return context.labels("task.answer.by_editor") if reading and reading.overrules(column) else ""
