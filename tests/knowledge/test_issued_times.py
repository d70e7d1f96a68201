"""Times that the national data gives to channels and the words of the record to what is issued."""

from __future__ import annotations

from congkhai.foundation.labels import load_labels
from congkhai.knowledge.procedures.times import TimeKind, time_answer, understood_times
from congkhai.site.pages.procedures.headlines import time_answer_words
from tests.knowledge.test_reading import procedure

ROWS = "submission: [{channel: online, time: 7 ngày, note: '%s'}, {channel: in_person, time: 3 ngày}]"


def told(note: str, steps: str = "Thẩm định.") -> str:
    """The answer on time of a procedure with two channels."""
    answer = time_answer(understood_times(procedure(f"{ROWS % note}\nsteps: '{steps}'")))
    return time_answer_words(load_labels("vi"), answer)


def test_times_are_named_by_what_a_note_says_is_issued_and_run_from_its_event() -> None:
    note = "Bản điện tử: 03 ngày; bản nhựa: 07 ngày, tính từ khi kết thúc kỳ sát hạch."
    assert told(note) == "Bản điện tử: 3 ngày; Bản nhựa: 7 ngày; tính từ khi kết thúc kỳ sát hạch"


def test_the_steps_name_them_too() -> None:
    steps = "Nhận bản điện tử trong 03 ngày, bản nhựa trong 07 ngày kể từ khi kết thúc kỳ thi."
    assert told("", steps) == "Bản điện tử: 3 ngày; Bản nhựa: 7 ngày; tính từ khi kết thúc kỳ thi"


def test_other_times_channels_and_the_day_of_handing_in_change_nothing() -> None:
    by_channel = "Trực tiếp: 3 ngày; trực tuyến: 7 ngày"
    assert told("Bản điện tử: 02 ngày; bản nhựa: 07 ngày.") == by_channel
    assert told("Nộp trực tiếp: 03 ngày; nộp trực tuyến: 07 ngày.") == by_channel
    assert "tính từ" not in told("Bản điện tử: 03 ngày; bản nhựa: 07 ngày, kể từ ngày nhận đủ hồ sơ.")


def test_a_time_that_runs_from_an_event_says_so_whatever_it_is_for() -> None:
    text = "processing_time: 5 ngày kể từ ngày kết thúc kỳ thi"
    answer = time_answer(understood_times(procedure(text)))
    assert answer.kind is TimeKind.ONE
    assert time_answer_words(load_labels("vi"), answer) == "5 ngày; tính từ ngày kết thúc kỳ thi"
