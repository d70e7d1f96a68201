"""A plan on a phone: short, folded by chapter; a row's address opens the row; a choice opens what it found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
LONGEST = "ke-hoach/ben-tre-2024/"
PLANS = (LONGEST, "ke-hoach/son-la-2021/", "ke-hoach/ben-tre-2018/", "ke-hoach/truc-ninh-2022/")


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, permissions=["clipboard-write", "clipboard-read"]
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_is_no_longer_than_eleven_screens(plan: str, phone: Any, site: Served) -> None:
    phone.goto(site.address + plan)
    assert phone.evaluate("document.documentElement.scrollHeight") <= 8000


@pytest.mark.parametrize("plan", PLANS)
def test_calendar_feed_and_day_stand_within_two_screens(plan: str, phone: Any, site: Served) -> None:
    phone.goto(site.address + plan)
    box = phone.locator("#cap-nhat").bounding_box()
    assert box["y"] + box["height"] < 2 * 740


def test_the_address_of_a_row_opens_the_chapter_and_the_row(phone: Any, site: Served) -> None:
    phone.goto(site.address + "ke-hoach/son-la-2021/#iii-3")
    row = phone.locator("tr[id='iii-3']")
    assert row.is_visible()
    assert row.locator(".col-deliverable").is_visible()
    assert not phone.locator("tr[id='i-1']").is_visible()


def test_the_number_of_a_row_is_a_full_target_that_copies_its_address(phone: Any, site: Served) -> None:
    phone.goto(site.address + "ke-hoach/son-la-2021/#iii-3")
    link = phone.locator("tr[id='iii-3'] .col-number a")
    box = link.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    link.click()
    phone.get_by_text("Đã sao chép.").wait_for()
    assert phone.evaluate("navigator.clipboard.readText()") == phone.url


def test_two_taps_from_a_plan_open_a_row_and_copy_its_address(phone: Any, site: Served) -> None:
    phone.goto(site.address + "ke-hoach/son-la-2021/")
    phone.locator("#phu-luc summary").first.click()
    link = phone.locator("tr[id='i-1'] .col-number a")
    link.click()
    phone.get_by_text("Đã sao chép.").wait_for()
    assert phone.evaluate("navigator.clipboard.readText()").endswith("ke-hoach/son-la-2021/#i-1")
    shown = link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert shown == '" · Sao chép đường dẫn"'


def test_a_choice_opens_the_chapters_it_found_and_hides_the_others(phone: Any, site: Served) -> None:
    phone.goto(site.address + "ke-hoach/son-la-2021/?state=no_date")
    shown = phone.locator("tr[data-state]:visible")
    assert shown.count() > 0
    assert {row.get_attribute("data-state") for row in shown.all()} == {"no_date"}
    assert phone.locator("#phu-luc > details:visible").count() < phone.locator("#phu-luc > details").count()


def test_the_rows_of_an_agency_narrow_by_its_part_and_say_so_in_the_address(phone: Any, site: Served) -> None:
    phone.goto(site.address + "ke-hoach/son-la-2021/co-quan/so-tu-phap-son-la/")
    phone.get_by_text("Lọc danh sách").click()
    phone.get_by_label("Vai trò").select_option(label="Chủ trì")
    assert phone.url.endswith("?role=leads")
    assert phone.locator("tr[data-role]:visible").count() == 1


def test_a_folded_row_shows_the_beginning_of_the_note_of_an_editor(phone: Any, site: Served) -> None:
    phone.goto(site.address + "ke-hoach/ben-tre-2018/")
    phone.locator("#phu-luc summary").first.click()
    note = phone.locator("#phu-luc .row-note").first
    box = note.bounding_box()
    assert 0 < box["height"] < 40
    phone.goto(f"{phone.url.split('#')[0]}#{note.evaluate('one => one.closest(`tr`).id')}")
    assert phone.locator("tr:target .row-note").bounding_box()["height"] > box["height"]
