"""A plan read aloud: chapters are headings, and a row has as many cells as its table has headings."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
PLAN = "ke-hoach/ben-tre-2024/"


@pytest.fixture(params=[360, 1280])
def plan(request: pytest.FixtureRequest, browser: Any, site: Served) -> Any:
    context = browser.new_context(viewport={"width": request.param, "height": 740})
    page = context.new_page()
    page.goto(site.address + PLAN)
    yield page
    context.close()


def test_every_chapter_of_a_plan_is_a_heading_below_that_of_the_tasks(plan: Any) -> None:
    tree = plan.locator("section:has(> #phu-luc)").aria_snapshot()
    assert len(re.findall(r"heading .*\[level=3\]", tree)) == plan.locator("#phu-luc > details").count() > 9


def test_a_row_has_a_cell_for_every_heading_of_its_table(plan: Any) -> None:
    chapter = plan.locator("#phu-luc > details").last
    chapter.evaluate("part => part.open = true")
    tree = chapter.aria_snapshot()
    rows = re.split(r"- '?row ", tree)
    assert len(re.findall(r"- columnheader", rows[1])) == 6
    assert len(re.findall(r"- '?(?:cell|rowheader)\b", rows[-1])) == 6


def test_a_cell_that_a_phone_leaves_out_is_seen_when_it_has_the_focus(browser: Any, site: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site.address + PLAN)
    page.locator("#phu-luc > details").nth(1).evaluate("part => part.open = true")
    cell = page.locator("#phu-luc > details:nth-of-type(2) .col-coordination:has(a)").first
    assert cell.bounding_box()["width"] <= 1
    cell.locator("a").first.evaluate("link => link.focus({focusVisible: true})")
    assert cell.bounding_box()["width"] > 100
    context.close()
