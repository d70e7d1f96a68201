"""Targets on pages: each that a reader wrote down stands there with its number, unit, years and signed words."""

from __future__ import annotations

import datetime
from functools import cache
from itertools import pairwise

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.knowledge.documents.annotation import RichText
from congkhai.site.pages.page import Page
from congkhai.site.pages.plans.targets import make_target_pages
from congkhai.site.pictures.multiples import Frame, Goal, panel
from tests.content.test_targets import truth
from tests.sources import ROOT


@cache
def pages() -> tuple[Page, ...]:
    settings = Settings(ROOT, datetime.date(2026, 11, 29))
    return tuple(make() for make in make_target_pages(make_context(check_source(settings), settings)))


def words(cell: RichText) -> str:
    return "".join(segment if isinstance(segment, str) else segment.text for segment in cell)


def test_every_target_of_the_list_stands_on_the_page_of_all_with_number_unit_and_years() -> None:
    overview = pages()[0]
    shown = [row for measure in overview.view.measures for row in measure.rows]
    assert len(shown) == len(truth()) == 44
    assert all(words(row[1]) and words(row[5]) and "20" in words(row[0]) for row in shown)
    told = {(words(row[2]), words(row[0]), words(row[1])) for row in shown}
    assert ("cấp tỉnh", "2021", "tối thiểu 30 %") in told
    assert ("vùng nông thôn", "2023–2025", "tối thiểu 1.200 hồ sơ") in told
    assert ("chung", "2023–2025", "trung bình tối đa 15 phút") in told
    assert ("cấp xã", "2023", "từ 80 đến 100 %") in told
    assert ("cấp tỉnh, cấp huyện, cấp xã", "2023–2025", "tăng thêm 20 %") in told


def test_a_measure_has_a_page_with_the_same_rows_and_pictures_over_the_same_years() -> None:
    waiting = next(page for page in pages() if page.url == "chi-tieu/thoi-gian-cho/")
    (measure,) = waiting.view.measures
    assert [words(row[1]) for row in measure.rows] == [f"trung bình tối đa {n} phút" for n in (15, 20, 30)]
    (picture,) = measure.pictures
    assert [one.picture.title for one in picture.panels] == ["Tỉnh Sơn La", "Huyện Trực Ninh, tỉnh Nam Định"]
    years = {tuple(text for _, text in one.picture.years) for one in picture.panels}
    assert years == {("2022", "2023", "2024", "2025")}


def test_the_twin_keeps_signed_words_and_reading_apart() -> None:
    twin = pages()[0].twin
    assert twin is not None
    assert {"signed", "understood"} <= twin["targets"][0].keys()


def test_the_words_of_goals_of_the_same_years_never_lie_on_each_other() -> None:
    goals = [Goal(2022, 2023, value, str(value), "on") for value in (100, 99, 98, 20)]
    drawn = panel("x", "", goals, Frame.of(goals))
    heights = sorted(mark.words_y for mark in drawn.marks)
    assert all(above + 15 <= below for above, below in pairwise(heights))


def test_the_field_of_a_goal_is_where_results_may_lie() -> None:
    frame = Frame.of([Goal(2022, 2022, 50, "", "above")], 100)
    least, most = (panel("", "", [Goal(2022, 2022, 50, "", side)], frame).marks[0] for side in ("above", "below"))
    assert (least.field_y, least.field_y + least.field_height) == (18, least.y)
    assert (most.field_y, most.field_y + most.field_height) == (most.y, 78)


def test_a_level_that_a_plan_only_grows_towards_is_claimed_for_no_year() -> None:
    digitised = next(page for page in pages() if page.url == "chi-tieu/so-hoa/")
    panels = [one.picture for one in digitised.view.measures[0].pictures[0].panels]
    growing = [one.marks for one in panels if any("đến khi đạt 100 %" in mark.words for mark in one.marks)]
    assert len(growing) == 3
    assert all(mark.added for marks in growing for mark in marks if "100" in mark.words)
    assert not any("+" in mark.words for one in panels for mark in one.marks)


def test_a_target_outside_the_annex_leads_to_the_words_on_the_page_of_its_plan() -> None:
    (told,) = [one for one in pages()[0].twin["targets"] if one["plan"] == "ben-tre-2024"]  # type: ignore[index]
    assert (told["task"], told["url"]) == ("", "ke-hoach/ben-tre-2024/#muc-tieu")
    assert told["understood"]["lead_agencies"] == []


def test_a_growth_is_told_in_words_and_never_drawn_as_a_level() -> None:
    digitised = next(page for page in pages() if page.url == "chi-tieu/so-hoa/")
    panels = digitised.view.measures[0].pictures[0].panels
    assert any("tăng thêm 20 %" in one.grows for one in panels)
    assert not any("tăng" in mark.words for one in panels for mark in one.picture.marks)


def test_the_page_of_a_measure_begins_with_the_latest_target_and_who_leads_it_or_why_nobody_does() -> None:
    digitised = next(page for page in pages() if page.url == "chi-tieu/so-hoa/")
    answer = {fact.key: words(fact.value) for fact in digitised.view.measures[0].answer[:3]}
    assert "cấp tỉnh" in answer["Chỉ tiêu mới nhất"]
    assert "tăng thêm 20 % đến khi đạt 100 %" in answer["Chỉ tiêu mới nhất"]
    assert answer["Kế hoạch"]
    assert answer["Chủ trì"]
    assert not any(words(row[4]) == "–" for row in digitised.view.measures[0].rows)


def test_targets_of_one_row_stand_apart_and_a_time_of_at_least_so_much_beside_its_signed_words() -> None:
    told = {page.url: words(page.view.measures[0].answer[0].value) for page in pages() if len(page.view.measures) == 1}
    assert told["chi-tieu/quan-ly-chat-luong/"] == "cấp xã: 11 xã; 45 xã"
    assert told["chi-tieu/xu-ly-phat-hien/"] == "chung: 100 % (3 chỉ tiêu)"
    assert "tối thiểu 30 phút (theo văn bản: “" in told["chi-tieu/thoi-gian-xu-ly/"]


def test_a_measure_of_several_places_leads_to_the_targets_of_each() -> None:
    whole = next(page for page in pages() if page.url == "chi-tieu/so-hoa/")
    assert ("Tỉnh Sơn La", "../../chi-tieu/so-hoa/son-la/", False) in whole.view.places
    one = next(page for page in pages() if page.url == "chi-tieu/so-hoa/son-la/")
    assert {words(row[3]) for row in one.view.measures[0].rows} == {"Kế hoạch 2021–2025, Tỉnh Sơn La"}
    assert not next(page for page in pages() if page.url == "chi-tieu/quan-ly-chat-luong/").view.places
