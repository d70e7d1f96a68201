"""The strip of weeks: nothing due is lost, weeks keep to their month, a state is told by its look and in words."""

from __future__ import annotations

import datetime

from congkhai.foundation.labels import load_labels
from congkhai.site.pictures.looks import LOOKS, legend
from congkhai.site.pictures.weeks import DueMark, WeekStrip, week_strip
from tests.sources import ROOT

LABELS = load_labels("vi")


def strip(*marks: tuple[str, str], today: str = "2024-06-01") -> WeekStrip:
    """The strip of 2024 with marks (day, state) whose address is their day."""
    due = (DueMark(datetime.date.fromisoformat(day), state, f"#{day}") for day, state in marks)
    return week_strip("x", "Năm 2024", 2024, due, LABELS, datetime.date.fromisoformat(today))


def test_everything_due_in_the_year_is_counted_once_and_nothing_of_other_years() -> None:
    found = strip(("2023-12-31", "done"), ("2024-01-01", "done"), ("2024-12-31", "done"), ("2025-01-01", "done"))
    assert sum(week.count for month in found.months for week in month.weeks) == 2
    assert [month.count for month in found.months] == [1, *[0] * 10, 1]


def test_a_week_between_two_months_is_cut_where_the_month_ends() -> None:
    found = strip(("2024-01-31", "done"), ("2024-02-01", "done"))
    assert found.months[0].weeks[-1].days == "29–31"
    assert [week.count for week in (found.months[0].weeks[-1], found.months[1].weeks[0])] == [1, 1]


def test_a_week_leads_to_the_first_thing_due_in_it() -> None:
    found = strip(("2024-03-07", "done"), ("2024-03-05", "overdue"))
    assert next(week.url for week in found.months[2].weeks if week.count) == "#2024-03-05"


def test_blocks_are_as_high_as_their_share_of_the_fullest_week() -> None:
    found = strip(*[("2024-03-05", "done")] * 8, *[("2024-04-02", "overdue")] * 4)
    heights = [sum(block.height for block in week.blocks) for month in found.months for week in month.weeks]
    assert [height for height in heights if height] == [30, 15]


def test_the_week_of_today_is_marked() -> None:
    assert [week.days for month in strip().months for week in month.weeks if week.now] == ["1–2"]


def test_states_that_look_alike_share_a_block_but_not_their_words() -> None:
    found = strip(("2024-03-05", "upcoming"), ("2024-03-05", "due_soon"), ("2024-03-06", "done"))
    week = next(week for week in found.months[2].weeks if week.count)
    assert [block.look for block in week.blocks] == ["done", "open"]
    assert week.states == "1 chưa đến hạn, 1 sắp đến hạn, 1 đã hoàn thành"


def test_every_look_has_a_pattern_of_its_own_and_a_frame() -> None:
    patterns = (ROOT / "templates" / "components" / "picture_patterns.html").read_text(encoding="utf-8")
    style = (ROOT / "static" / "css" / "pictures.css").read_text(encoding="utf-8")
    assert [look for look in set(LOOKS.values()) if f'id="ve-{look}"' not in patterns] == []
    assert [look for look in set(LOOKS.values()) if f'data-look="{look}"' not in style] == []
    assert len(legend(LOOKS, LABELS)) == len(set(LOOKS.values()))
