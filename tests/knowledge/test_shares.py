"""Times that are a share of the whole, and times of rows that their own notes give in working days."""

from __future__ import annotations

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.knowledge.procedures.times import time_answer, understood_times
from congkhai.site.pages.procedures.headlines import other_time_words, time_headline
from tests.knowledge.test_reading import procedure

LABELS = load_labels("vi")
TWO = "submission: [{channel: in_person, time: 27 ngày, note: %r}, {channel: in_person, time: 17 ngày, note: %r}]"


def words(text: str) -> str:
    """How long a procedure takes, and what else is told of that."""
    found = procedure(text)
    answer = time_answer(understood_times(found))
    return "; ".join([time_headline(LABELS, answer), *other_time_words(LABELS, found, answer)])


@pytest.mark.parametrize("between", ["", "Giá được áp dụng sau khi phê duyệt. "])
def test_the_time_of_the_office_that_decides_is_not_told_as_the_whole(between: str) -> None:
    first = "Trong thời hạn 25 ngày kể từ ngày cung cấp đủ hồ sơ hợp lệ, Cục thẩm định, trình Bộ trưởng phê duyệt. "
    steps = f"{first}{between}Trong thời hạn 07 ngày làm việc kể từ ngày Cục trình, Bộ trưởng phê duyệt giá."
    found = words(f"processing_time: 7 ngày\nsteps: {steps!r}")
    assert found == "7 ngày; Tính từ khi được trình; trước đó còn 25 ngày thẩm định"


def test_times_that_differ_are_each_in_the_unit_of_their_own_note() -> None:
    noted = ("Có thẩm định: 27 ngày làm việc kể từ ngày nhận hồ sơ", "17 ngày làm việc")
    assert words(TWO % noted) == "17–27 ngày làm việc, tùy trường hợp"


def test_a_note_that_names_calendar_days_or_another_number_changes_nothing() -> None:
    assert words(TWO % ("27 ngày làm việc, tính theo ngày lịch", "7 ngày làm việc")) == "17–27 ngày, tùy trường hợp"
