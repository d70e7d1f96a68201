"""A row on which an editor has a note says so wherever it stands without the note."""

from __future__ import annotations

import datetime
from functools import cache

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages.deadlines.times import due_view
from congkhai.site.pages.page import Context
from congkhai.site.pages.plans.timeline import timeline_page
from tests.sources import ROOT

NOTED = "có ghi chú của người biên tập"


@cache
def context() -> Context:
    settings = Settings(ROOT, datetime.date(2026, 11, 30))
    return make_context(check_source(settings), settings)


def test_every_line_of_an_agenda_marks_a_note_on_its_row() -> None:
    lines = [(item, due_view(context(), item, context().href(""), 0)) for item in context().due]
    assert all((NOTED in view.part) == bool(item.row.task.note) for item, view in lines)
    assert {item.row.plan.id for item, view in lines if NOTED in view.part and item.day.year == 2017} == {
        "ben-tre-2018"
    }


def test_a_timeline_marks_as_many_rows_as_have_a_note() -> None:
    for plan in context().library.plans.values():
        view = timeline_page(context(), f"plan {plan.id}").view
        marked = sum(NOTED in row.words for one in view.timelines for row in one.rows)
        assert marked == sum(bool(task.note) for task in plan.tasks())
