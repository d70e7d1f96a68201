"""The first screen of a task: who leads, by when, and what must come of it."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge.plans.assignments import Row
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.kinds import kind_fact
from congkhai.site.pages.plans.states import extended_words, moved_words, says_the_same, words_of
from congkhai.site.pages.plans.target_words import target_facts

# So many characters of a cell stand beside the answer; the whole cell stands below.
_SIGNED = 120


def task_answer(context: Context, row: Row, href: Href) -> Iterator[Fact]:
    """Who leads, by when, and what must come of it: the first screen of the page."""
    labels, time = context.labels, context.times[row.key]
    actors = context.assignments.actors[row.key]
    lead = actor_links(context, actors.lead_agencies, href, marked=True) or row.task.lead or labels("task.blank")
    yield Fact(labels("task.cell.lead"), lead, _by_editor(context, row, "lead"))
    if row.task.time is not None:
        words = words_of(context, time) or row.task.time or labels("task.blank")
        notes = (_signed(context, row, words), _moved(context, row), _by_editor(context, row, "time"))
        yield Fact(labels("task.answer.time"), words, labels("schedule.semicolon").join(filter(None, notes)))
    if row.task.deliverable_read:
        words = shortened(row.task.deliverable_read, 120)
        yield Fact(labels("task.cell.deliverable"), words, _by_editor(context, row, "deliverable"))
    yield kind_fact(context, row, href)
    yield from target_facts(context, row, href)


def _signed(context: Context, row: Row, understood: str) -> str:
    """The words of the cell, where what stands as the answer is our reading of them."""
    signed = " ".join((row.task.time or "").split())
    if not signed or says_the_same(understood, signed):
        return ""
    return context.labels("task.answer.signed", words=shortened(signed, _SIGNED))


def _moved(context: Context, row: Row) -> str:
    """On which day the deadline is understood to fall, and where it moves to, told as ours where no one extended it."""
    time = context.times[row.key]
    moved = moved_words(context, time)
    return (
        moved if not moved or extended_words(context, time) else context.labels("task.answer.understood", words=moved)
    )


def _by_editor(context: Context, row: Row, column: str) -> str:
    """That an editor reads a cell otherwise than it stands, "" where nobody does."""
    reading = row.task.reading
    return context.labels("task.answer.by_editor") if reading and reading.overrules(column) else ""
