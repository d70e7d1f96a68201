"""By when one must hand in: read where the words set the applicant a period, never where they set the agency one."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.apply_by import apply_by, for_everybody
from congkhai.knowledge.procedures.ready import Period
from congkhai.records.procedure import Procedure
from tests.knowledge.test_reading import procedure


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (
            "Trong thời hạn 60 ngày kể từ ngày sinh con, cha hoặc mẹ có trách nhiệm đăng ký khai sinh cho con.",
            (60, "days", "ngày sinh con", False),
        ),
        ("Trong 03 tháng kể từ khi nghỉ việc, nộp 01 bộ hồ sơ.", (3, "months", "khi nghỉ việc", False)),
        (
            "Trong thời hạn 10 ngày làm việc kể từ ngày thay đổi, doanh nghiệp gửi giấy đề nghị đến Sở Tư pháp.",
            (10, "working_days", "ngày thay đổi", False),
        ),
        ("Nộp hồ sơ chậm nhất 03 ngày làm việc trước ngày tạm ngừng.", (3, "working_days", "ngày tạm ngừng", True)),
        (
            "Trong thời hạn 15 ngày kể từ ngày có người chết, vợ, chồng, con, cha, mẹ hoặc người thân thích khác "
            "của người chết có trách nhiệm đăng ký khai tử.",
            (15, "days", "ngày có người chết", False),
        ),
        (
            "1. Ngừng từ 15 ngày trở lên, hoặc kinh doanh lại sớm: nộp hồ sơ chậm nhất 03 ngày làm việc trước đó.",
            (3, "working_days", "khi ngừng từ 15 ngày trở lên, hoặc kinh doanh lại sớm", True),
        ),
        (
            "Nộp hồ sơ trong thời hạn 30 ngày kể từ ngày thay đổi tên (đối với trường hợp a, b).",
            (30, "days", "ngày thay đổi tên", False),
        ),
        (
            "Trong 15 ngày trước ngày hết thời hạn tạm trú, công dân làm thủ tục gia hạn.",
            (15, "days", "ngày hết thời hạn tạm trú", True),
        ),
        (
            "Trước khi hết hạn ít nhất 30 ngày, tổ chức nộp hồ sơ đến Sở Khoa học và Công nghệ.",
            (30, "days", "khi hết hạn", True),
        ),
        (
            "Chậm nhất 02 giờ, trước khi tàu rời cảng, người làm thủ tục phải khai báo.",
            (2, "hours", "khi tàu rời cảng", True),
        ),
        (
            "Trong thời hạn sáu (06) tháng kể từ ngày về nước, sinh viên phải nộp hồ sơ.",
            (6, "months", "ngày về nước", False),
        ),
        (
            "Nộp hồ sơ khai thuế chậm nhất là ngày thứ 10 kể từ ngày phát sinh nghĩa vụ thuế.",
            (10, "days", "ngày phát sinh nghĩa vụ thuế", False),
        ),
        (
            "Trong 01 năm kể từ ngày Chủ tịch Ủy ban nhân dân tỉnh cho phép thành lập, văn phòng đăng ký hoạt động.",
            (1, "years", "ngày Chủ tịch Ủy ban nhân dân tỉnh cho phép thành lập", False),
        ),
    ],
)
def test_a_period_set_to_the_applicant_is_read(steps: str, found: tuple[object, ...]) -> None:
    (one,) = apply_by(procedure(f"steps: {steps!r}"))
    assert one[:4] == found


@pytest.mark.parametrize(
    "steps",
    [
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Xây dựng cấp giấy phép.",
        "Trong thời hạn 10 ngày kể từ ngày hết hạn nộp hồ sơ, cơ quan thông báo cho tổ chức.",
        "Trong 03 ngày kể từ ngày ký biên bản, Cục Viễn thông gửi văn bản.",
        "Thẩm định: Sở Xây dựng gửi kết quả chậm nhất 03 ngày làm việc trước đó.",
        "Giấy phép có giá trị 24 tháng kể từ ngày ký.",
        "Trong thời hạn 60 ngày kể từ ngày Ủy ban có văn bản yêu cầu sửa đổi, công ty hoàn thiện hồ sơ và gửi lại.",
        "Sau thời hạn 07 ngày kể từ ngày hết hạn mà tổ chức không nộp thì trả lại.",
        "Có người quản lý hoạt động ít nhất 03 năm trước thời điểm thành lập, công ty nộp hồ sơ.",
        "Trong thời hạn 05 ngày kể từ ngày tổ chức, cá nhân hoàn thành việc khai báo, Cục Bảo tồn lập hội đồng.",
    ],
)
def test_a_period_set_to_the_agency_is_none(steps: str) -> None:
    assert apply_by(procedure(f"steps: {steps!r}")) == ()


def test_only_a_period_from_an_event_is_counted() -> None:
    after, before = apply_by(
        procedure("steps: Trong 2 ngày kể từ ngày mất, nộp đơn. Nộp đơn chậm nhất 3 ngày trước ngày đi nước ngoài.")
    )
    assert after.period == Period(2, "days")
    assert before.period is None


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Trong 60 ngày kể từ ngày đăng ký khai sinh, người chưa thành niên phải được đăng ký cư trú.",
         "với người chưa thành niên"),
        ("Trong 60 ngày kể từ ngày khai sinh, cha, mẹ khai báo cho người chưa thành niên nếu không có nơi thường trú.",
         "với người chưa thành niên"),
        ("Nộp hồ sơ trong 30 ngày kể từ ngày thay đổi (đối với hợp tác xã).", "với hợp tác xã"),
        ("Trường hợp đổi tên, trong 10 ngày kể từ ngày đổi, doanh nghiệp nộp hồ sơ.", "Trường hợp đổi tên"),
        ("1. Tham gia tự nguyện: nộp chậm nhất 60 ngày kể từ ngày sinh con.", "Tham gia tự nguyện"),
        ("Bước 1: Nộp hồ sơ trong 30 ngày kể từ ngày thay đổi.", ""),
    ],
)  # fmt: skip
def test_a_period_is_told_with_those_whom_its_sentence_binds(text: str, whom: str) -> None:
    found = apply_by(procedure(f"conditions: {text!r}"))
    assert [one.whom for one in found] == [whom]
    assert for_everybody(found) == (() if whom else found)


def test_periods_of_different_people_answer_together_and_what_binds_everybody_comes_first() -> None:
    some = "1. Đang đóng: nộp chậm nhất 45 ngày kể từ khi nghỉ.\\n2. Tự nguyện: nộp chậm nhất 60 ngày kể từ khi nghỉ."
    both = apply_by(procedure(f'steps: "{some}"'))
    assert for_everybody(both) == both
    assert [one.whom for one in both] == ["Đang đóng", "Tự nguyện"]
    assert apply_by(procedure(f'steps: "{some}\\n3. Nộp trong 9 ngày kể từ khi mất."'))[0].amount == 9


def test_what_is_to_be_done_after_the_grant_is_no_time_for_handing_in() -> None:
    deed = "chậm nhất 07 ngày trước ngày tạm ngừng giao dịch, tổ chức phải thông báo cho khách hàng."
    assert len(apply_by(procedure(f"steps: {deed!r}"))) == 1
    assert not apply_by(procedure(f"steps: 'Sau khi nhận được văn bản chấp thuận, {deed}'"))


@pytest.mark.parametrize(
    "deed",
    [
        "thương nhân phải công bố công khai các nội dung ghi trong Giấy chứng nhận đăng ký.",
        "người liên quan phải thông báo bằng văn bản cho cơ quan đại diện.",
    ],
)
def test_what_is_not_handed_in_by_who_applies_is_no_time_for_it(deed: str) -> None:
    assert apply_by(procedure(f"steps: 'Trong 15 ngày kể từ ngày được cấp Giấy chứng nhận, {deed}'")) == ()


def test_an_event_of_many_words_is_cut_between_two_and_shows_it() -> None:
    event = "ngày " + "công ty thay đổi người đại diện " * 5
    (one,) = apply_by(procedure(f"steps: 'Trong 10 ngày kể từ {event.strip()}, công ty nộp hồ sơ.'"))
    assert one.event.endswith("…")
    assert event.startswith(one.event.rstrip("…") + " ")


def test_who_is_fined_when_late_is_the_applicant_whatever_there_is_to_do() -> None:
    (one,) = apply_by(procedure("conditions: '- Thu hồi trong 30 ngày kể từ ngày bán; quá hạn bị xử phạt.'"))
    assert (one.amount, one.deed, one.fined) == (30, "Thu hồi", True)


def test_steps_of_blank_lines_alone_are_read_in_linear_time() -> None:
    assert apply_by(Procedure(steps="\n" * 100_000)) == ()
