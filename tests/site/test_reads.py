"""What pages read of the library: the page of one procedure asks for nothing of all procedures together."""

from __future__ import annotations

import datetime

import pytest

from congkhai.build.preparation import Settings, check_source, make_context
from congkhai.foundation.dependencies import ALL, KEYS
from congkhai.site.pages import pages_by
from congkhai.site.pages.page import Context
from tests.sources import ROOT


@pytest.fixture(scope="module")
def context() -> Context:
    settings = Settings(ROOT / "tests" / "golden" / "source", datetime.date(2026, 11, 1))
    context = make_context(check_source(settings), settings)
    context.derived.prepare()
    return context


@pytest.mark.parametrize("family", ["procedures", "posting", "procedure-lists", "documents"])
def test_a_page_asks_only_for_the_records_it_shows(family: str, context: Context) -> None:
    tasks = [task for task in pages_by(family, context) if family != "posting" or task.key.startswith('["sheets"')]
    assert tasks
    for task in tasks:
        with context.tracker.track() as read:
            task.make()
        # The page of the single window names all of its official lists; an event of life finds others by code.
        assert {topic for topic, key in read if key in (ALL, KEYS)} <= {"window_lists", "elsewhere"}


@pytest.mark.parametrize(
    "family", ["plans", "tasks", "pairs", "timelines", "by-time", "due-feeds", "task-tables", "agencies"]
)
def test_what_is_made_of_a_plan_or_an_agency_reads_no_rows_of_all_plans(family: str, context: Context) -> None:
    for task in pages_by(family, context):
        with context.tracker.track() as read:
            task.make()
        assert {topic for topic, key in read if key in (ALL, KEYS)} <= {"abbreviations", "announcements", "succession"}


def test_only_pages_that_show_a_procedure_whole_look_it_up(context: Context) -> None:
    for family in ("home", "procedure-lists", "agencies", "announcements", "disclosure", "feedback", "indicators"):
        for task in pages_by(family, context):
            with context.tracker.track() as read:
                task.make()
            assert "procedures" not in {topic for topic, _ in read}, family


def test_the_page_of_a_procedure_looks_it_up_by_its_code(context: Context) -> None:
    for task in pages_by("procedures", context):
        with context.tracker.track() as read:
            task.make()
        assert {key for topic, key in read if topic == "procedures"} == {task.key}
