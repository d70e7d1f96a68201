"""The calculator of a page: options by channel, hours where they matter, days passed over, expected days marked."""

from __future__ import annotations

import datetime
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.knowledge import urls
from congkhai.knowledge.procedures.times import time_answer, understood_times
from congkhai.records.site_config import LateReception
from congkhai.site.pages.procedures.calculator import CalculatorView, calculator_view
from congkhai.site.pages.procedures.due_tables import due_table_page
from congkhai.vietnamese.workdays import Calendar
from tests.knowledge.test_reading import procedure

LATE = LateReception(hour=15, document="61/2018/NĐ-CP")


def calculator(text: str, day: str = "2026-11-20", late: LateReception | None = None) -> CalculatorView | None:
    """The calculator of a procedure on a day."""
    found = procedure(text)
    context: Any = SimpleNamespace(
        labels=load_labels("vi"),
        config=SimpleNamespace(late_reception=late),
        workdays=Calendar(),
        today=datetime.date.fromisoformat(day),
    )
    return calculator_view(context, found, time_answer(understood_times(found)), str)


def options(text: str) -> list[str]:
    """The words of the options."""
    view = calculator(text)
    return [words for _, words in view.periods] if view else []


ROW = "{channel: %s, time: %s}"


def test_options_are_named_by_their_channels() -> None:
    rows = ", ".join((ROW % ("online", "10 ngày"), ROW % ("post", "10 ngày"), ROW % ("in_person", "20 ngày")))
    assert options(f"submission: [{rows}]") == ["Trực tiếp: 20 ngày", "Trực tuyến, bưu chính: 10 ngày"]


def test_options_of_one_channel_are_named_by_their_notes() -> None:
    rows = "{channel: online, time: 1 ngày}, {channel: online, time: 3 ngày, note: Trường hợp cần xác minh.}"
    assert options(f"submission: [{rows}]") == ["1 ngày", "Trường hợp cần xác minh: 3 ngày"]


def test_of_times_that_no_name_tells_apart_the_longest_counts_and_the_shorter_are_told() -> None:
    rows = ", ".join(f"{{channel: online, time: {days} ngày, note: Nộp tại Sở.}}" for days in (1, 3))
    view = calculator(f"submission: [{rows}]")
    assert view
    assert [words for _, words in view.periods] == ["3 ngày"]
    assert [words for words, _ in view.tables] == ["1 ngày", "3 ngày"]
    assert "có trường hợp ngắn hơn (1 ngày)" in view.notice


def test_times_that_an_editor_reads_for_cases_are_options_too() -> None:
    other = "exceptions: [{case: Cấp mới biển số, amount: 1, unit: hours}]"
    text = f"reading: {{processing_time: {{amount: 2, unit: working_days, {other}}}}}"
    assert options(text) == ["2 ngày làm việc", "Cấp mới biển số: 1 giờ"]


STEP = "Xã niêm yết việc mất 15 ngày, lập biên bản trong 05 ngày."


@pytest.mark.parametrize(("days", "words"), [(20, "không nói thời hạn đã gồm"), (10, "Hiểu là thời hạn chưa gồm 15")])
def test_days_of_a_notice_are_counted_on_top_with_the_step_that_tells_of_them(days: int, words: str) -> None:
    view = calculator(f"processing_time: {days} ngày làm việc\nsteps: {STEP}")
    assert view
    assert view.stretches == (("15 days", "15 ngày niêm yết"), ("5 days", "5 ngày lập biên bản"))
    assert [words in one and STEP in one for one in view.sources] == [True]
    assert all("chưa cộng 15 ngày niêm yết và 5 ngày lập biên bản" in shown for shown, _ in view.tables)
    assert not calculator("processing_time: 20 ngày làm việc").stretches  # type: ignore[union-attr]


LEAVES_OUT = "20 ngày làm việc, không tính thời gian xác định giá đất"
INTO = "Thời gian khắc phục không tính vào thời hạn giải quyết"


def test_what_the_words_on_the_time_leave_out_is_quoted_and_no_day_is_told_without_it() -> None:
    view = calculator(f"processing_time: {LEAVES_OUT}.\nsteps: Sở kiểm tra. {INTO}.")
    assert view
    assert view.besides
    assert [LEAVES_OUT in view.sources[0], INTO in view.sources[1]] == [True, True]


def test_what_only_the_steps_say_is_not_counted_is_quoted_alone() -> None:
    view = calculator(f"processing_time: 20 ngày làm việc\nsteps: {INTO}.")
    assert view
    assert (view.besides, len(view.sources)) == ("", 1)
    assert not calculator("processing_time: 20 ngày, không kể thời gian thi.").sources  # type: ignore[union-attr]


def test_the_longer_time_where_life_is_hard_is_an_option_whole_or_added() -> None:
    note = "Vùng có điều kiện kinh tế - xã hội khó khăn thì thời gian %s"
    row = "submission: [{channel: post, time: 15 ngày làm việc, note: %s}]"
    hard = "Xã miền núi, vùng khó khăn: 25 ngày làm việc"
    assert options(row % (note % "không quá 25 ngày làm việc")) == ["15 ngày làm việc", hard]
    assert options(row % (note % "tăng thêm 10 ngày làm việc")) == ["15 ngày làm việc", hard]
    assert options(row % (note % "tăng thêm 10 ngày")) == ["15 ngày làm việc"]


def test_one_time_needs_no_name() -> None:
    assert options("processing_time: 5 ngày làm việc") == ["5 ngày làm việc"]


def test_the_hour_is_asked_where_it_matters() -> None:
    plain, hours = "processing_time: 5 ngày", "processing_time: 24 giờ"
    late = "processing_time: nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo"
    asked = [view.with_hour for text in (plain, hours, late) if (view := calculator(text))]
    assert asked == [False, True, True]
    view = calculator(plain, late=LATE)
    assert view
    assert view.with_hour


def test_the_hour_that_the_procedure_states_is_the_one_it_counts_by() -> None:
    view = calculator("processing_time: nhận sau 16 giờ thì trả kết quả trong ngày làm việc tiếp theo", late=LATE)
    assert view
    assert view.late_hour == 16
    assert "16 giờ" in view.late


def due_rows(key: str, day: str) -> tuple[tuple[str, str, str], ...]:
    """The rows of the table of a time limit on a day."""
    config = SimpleNamespace(late_reception=None, base_url="")
    today = datetime.date.fromisoformat(day)
    href = partial(partial, urls.relative)
    context: Any = SimpleNamespace(labels=load_labels("vi"), config=config, workdays=Calendar(), today=today, href=href)
    rows: tuple[tuple[str, str, str], ...] = due_table_page(context, key).view.rows
    return rows


def test_every_day_passed_over_is_told_and_what_is_not_announced_is_expected() -> None:
    rows = due_rows("1 working_days", "2026-11-20")
    assert "24/11/2026: ngày nghỉ lễ, tết (Ngày Văn hóa Việt Nam)" in rows[3][2]
    assert due_rows("1 working_days", "2026-12-31")[0][1:] == (
        "thứ Hai, 04/01/2027 (dự kiến)",
        "01/01/2027: ngày nghỉ lễ, tết (Tết Dương lịch) (dự kiến); 02/01/2027: ngày nghỉ hằng tuần; "
        "03/01/2027: ngày nghỉ hằng tuần",
    )


def test_the_page_of_a_procedure_leads_to_the_table_of_its_time() -> None:
    late = "processing_time: nhận sau 16 giờ thì trả kết quả trong ngày làm việc tiếp theo"
    found = [view.tables[0][1] for text in ("processing_time: 5 ngày", late) if (view := calculator(text))]
    assert found == ["thu-tuc/ngay-tra/5-ngay/", "thu-tuc/ngay-tra/0-ngay-16h/"]


def test_what_cannot_be_counted_has_no_calculator() -> None:
    assert calculator('processing_time: "1"') is None


def test_an_option_is_named_by_the_words_of_its_own_case_and_not_of_another_time() -> None:
    text = "processing_time: 9 ngày làm việc (hoặc 7 ngày làm việc đối với nhà ở riêng lẻ)"
    assert options(text) == ["Đối với nhà ở riêng lẻ: 7 ngày làm việc", "9 ngày làm việc"]


def test_a_representation_abroad_has_no_calculator_of_this_country() -> None:
    text = "processing_time: 3 ngày làm việc\nagency: Cơ quan đại diện Việt Nam ở nước ngoài"
    assert calculator(text) is None
    assert calculator(f"{text}, Ủy ban nhân dân cấp xã")


def test_a_time_that_runs_from_an_event_asks_for_its_day_and_has_no_table_by_the_day_of_handing_in() -> None:
    view = calculator("processing_time: 3 ngày kể từ khi kết thúc kỳ sát hạch", late=LATE)
    assert view
    assert view.event == "Ngày kết thúc kỳ sát hạch"
    assert (view.tables, view.late_hour, view.with_hour) == ((), None, False)
    assert "không tính từ ngày nộp" in view.late


def test_a_day_that_is_read_from_a_number_without_a_unit_says_so() -> None:
    late = "nếu tiếp nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo"
    view = calculator(f'processing_time: "1\\n{late}"')
    assert view
    assert view.notice.startswith("Hiểu là trong ngày")
    assert "chỉ ghi “1”, không có đơn vị" in view.notice
