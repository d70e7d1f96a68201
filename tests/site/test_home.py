"""The first page and the list of plans: what is due, new and over is said with its day, and old things are not new."""

from __future__ import annotations

import datetime
from functools import cache

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages.home import make_home
from congkhai.site.pages.page import Page
from congkhai.site.pages.plans.plans import make_plan_list
from tests.sources import ROOT


@cache
def home(day: datetime.date) -> Page:
    return next(make_home(_context(day)))


@cache
def _context(day: datetime.date):  # type: ignore[no-untyped-def]
    settings = Settings(ROOT, day)
    return make_context(check_source(settings), settings)


def test_reports_that_fall_due_soon_stand_on_the_first_page_with_the_day_of_each_level() -> None:
    (due,) = home(datetime.date(2026, 11, 30)).view.due
    assert due.title == "Báo cáo cả năm 2026 về kiểm soát thủ tục hành chính"
    assert "cấp xã 17/12/2026" in due.meta
    assert "Văn phòng Chính phủ 25/12/2026" in due.meta


def test_a_report_that_is_months_away_is_not_due_soon() -> None:
    assert not home(datetime.date(2027, 1, 10)).view.due


def test_what_is_older_than_thirty_days_is_not_new_and_the_last_day_is_told() -> None:
    view = home(datetime.date(2027, 1, 10)).view
    assert not view.changes
    assert "22/11/2026" in view.last_change


def test_a_plan_whose_last_year_has_passed_says_so_in_every_list() -> None:
    plans = next(make_plan_list(_context(datetime.date(2026, 11, 30)))).view.plans
    assert plans[0].count.split(" · ")[:2] == ["Năm 2024", "đã kết thúc"]
    running = next(make_plan_list(_context(datetime.date(2024, 11, 30)))).view.plans
    assert running[0].count.split(" · ")[1] == "59 nhiệm vụ"
