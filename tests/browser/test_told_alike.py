"""Pages of agencies contradict neither themselves nor each other: who owes a report, who is in a group, what runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from congkhai.build.loader import load_library
from congkhai.foundation.problem import Problems
from congkhai.knowledge.plans.members import members_of
from congkhai.records.agency import AgencyGroup
from tests.browser.conftest import Served
from tests.sources import ROOT

_NOTHING = ("Không còn nhiệm vụ nào sắp đến hạn.", "Không có việc nào đến hạn", "đều đã qua")


@pytest.fixture(scope="module")
def pages(site: Served) -> dict[str, str]:
    """The page of each agency, by its id."""
    found = (site.folder / "co-quan").glob("*/index.html")
    return {path.parent.name: path.read_text(encoding="utf-8") for path in found}


def _pairs() -> Iterator[tuple[str, str]]:
    library = load_library(ROOT, Problems())
    for actor in library.actors.values():
        if isinstance(actor, AgencyGroup):
            yield from ((actor.id, member) for member in members_of(actor.id, library))


def test_no_page_that_tells_of_a_report_says_that_nothing_is_due(pages: dict[str, str]) -> None:
    telling = {key: page for key, page in pages.items() if "Kỳ tới:" in page}
    assert telling
    assert [(key, words) for key, page in telling.items() for words in _NOTHING if words in page] == []


def test_a_group_leads_to_each_of_its_members_and_each_member_to_its_group(pages: dict[str, str]) -> None:
    pairs = tuple(_pairs())
    assert len(pairs) > 80
    ties = {*pairs, *((member, group) for group, member in pairs)}
    assert [(one, other) for one, other in ties if f'href="../../co-quan/{other}/"' not in pages[one]] == []


def test_a_member_has_every_row_that_its_group_leads(pages: dict[str, str]) -> None:
    led = {key: _led(page) for key, page in pages.items()}
    assert [(group, member) for group, member in _pairs() if not led[group] <= led[member]] == []


def _led(page: str) -> set[str]:
    """The tasks that an agency leads, itself or in a group."""
    lists = re.findall(r'<h2 id="leads(?:-in-group)?">.*?</section>', page, re.DOTALL)
    return {url for one in lists for url in re.findall(r'class="signed-words lines" href="([^"]+)"', one)}


def test_no_plan_that_is_over_has_a_duty_that_still_comes_round(site: Served) -> None:
    for path in (site.folder / "ke-hoach").glob("*/index.html"):
        page = path.read_text(encoding="utf-8")
        if "đã hết thời gian thực hiện" in page:
            assert '<span class="tag" data-state="recurring">' not in page, path
