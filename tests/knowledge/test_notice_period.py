"""Whether the time of a procedure holds the days for which something hangs: told only where the words settle it."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.notice_period import Holds, notice_period
from congkhai.knowledge.procedures.times import time_answer, understood_times
from congkhai.records.procedure import Procedure


def _found(time: str, steps: str) -> tuple[str, Holds] | None:
    read = Procedure(code="1", name="Thử", sector="x", steps=steps, processing_time=time)
    found = notice_period(read, time_answer(understood_times(read)))
    return (f"{found.duration.amount_max} {found.duration.unit}", found.holds) if found else None


FIFTEEN = "Ủy ban nhân dân cấp xã niêm yết công khai tại trụ sở trong thời gian 15 ngày."


@pytest.mark.parametrize(
    ("time", "steps", "holds"),
    [
        ("20 ngày làm việc", FIFTEEN, Holds.UNKNOWN),
        ("10 ngày làm việc", FIFTEEN, Holds.NO),
        ("20 ngày làm việc, không tính thời gian niêm yết", FIFTEEN, Holds.NO),
        ("20 ngày làm việc, đã bao gồm thời gian niêm yết", FIFTEEN, Holds.YES),
        ("Trực tuyến: 10 ngày làm việc\nTrực tiếp: 20 ngày làm việc", FIFTEEN, Holds.UNKNOWN),
        ("20 ngày làm việc", "Xã niêm yết việc mất 15 ngày, lập biên bản trong 05 ngày.", Holds.UNKNOWN),
    ],
)
def test_days_of_a_notice_lie_within_the_time_on_top_of_it_or_nobody_says(time: str, steps: str, holds: Holds) -> None:
    assert _found(time, steps) == ("15 days", holds)


@pytest.mark.parametrize(
    ("time", "steps"),
    [
        ("55 ngày làm việc", FIFTEEN),
        ("1", FIFTEEN),
        ("7 ngày", "Sau khi lập biên bản, xã niêm yết trong 07 ngày liên tục về việc trẻ bị bỏ rơi."),
        ("7 ngày", "Lập biên bản kết thúc niêm yết trong thời hạn không quá 05 ngày."),
        ("7 ngày", "Công ty niêm yết chứng chỉ quỹ trên Sở giao dịch trong 30 ngày."),
    ],
)
def test_short_notices_those_of_few_and_what_follows_them_are_not_told(time: str, steps: str) -> None:
    assert _found(time, steps) is None


def test_minutes_that_follow_a_notice_are_told_with_the_step_of_both() -> None:
    line = "Xã niêm yết việc mất 15 ngày, lập biên bản trong 05 ngày làm việc. Tổ chức: đăng tin."
    steps = f"1. Nộp hồ sơ.\n2. {line}\n3. Nhận kết quả."
    read = Procedure(code="1", name="Thử", sector="x", steps=steps, processing_time="20 ngày làm việc")
    found = notice_period(read, time_answer(understood_times(read)))
    assert found
    assert found.minutes
    assert (found.minutes.amount_max, found.minutes.unit, found.source) == (5, "working_days", line)
