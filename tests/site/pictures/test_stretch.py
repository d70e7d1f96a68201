"""The axis of days: whole months, true lengths, few enough words for a phone."""

from __future__ import annotations

import datetime

import pytest

from congkhai.site.pictures.stretch import Stretch


def stretch(*days: str) -> Stretch:
    """The axis around some days."""
    return Stretch.around(datetime.date.fromisoformat(day) for day in days)


def test_an_axis_covers_the_months_of_its_days_and_no_others() -> None:
    found = stretch("2023-12-05", "2024-11-30")
    assert (found.start.isoformat(), found.end.isoformat()) == ("2023-12-01", "2024-11-30")


def test_a_bar_is_as_long_as_its_share_of_the_days() -> None:
    found = stretch("2023-01-01", "2023-12-31")
    assert found.bar(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)) == (0, 1000)
    assert found.bar(datetime.date(2023, 7, 1), datetime.date(2023, 7, 31)) == (496, 85)


def test_a_day_on_the_last_day_is_still_seen() -> None:
    day = datetime.date(2025, 12, 31)
    x, width = stretch("2021-01-01", "2025-12-31").bar(day, day)
    assert (x + width, width >= 8) == (1000, True)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-01-01", "2024-12-31", ["01/2024", "04/2024", "07/2024", "10/2024"]),
        ("2023-12-01", "2024-12-31", ["01/2024", "04/2024", "07/2024", "10/2024"]),
        ("2021-06-15", "2025-12-31", ["2022", "2023", "2024", "2025"]),
        ("2024-03-01", "2024-04-02", ["03/2024", "04/2024"]),
    ],
)
def test_at_most_six_months_are_written(first: str, last: str, words: list[str]) -> None:
    assert [text for _, text in stretch(first, last).ticks()] == words
