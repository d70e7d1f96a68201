"""Counters that differ by case: each is told with the people it is for, and none where they only follow each other."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.counter import counter_of
from congkhai.records.procedure import Procedure


def _cases(steps: str) -> list[tuple[str, str]]:
    found = counter_of(Procedure(code="1", name="Thử", sector="x", steps=steps))
    return [tuple(one) for one in found.cases] if found else []


def test_what_stands_ahead_of_a_colon_is_a_case_and_a_place_needs_no_name() -> None:
    steps = (
        "1. Đang đi làm: nộp cho đơn vị sử dụng lao động.\n"
        "2. Đã nghỉ việc: nộp cho cơ quan bảo hiểm xã hội.\n"
        "3. Đang hưởng lương hưu: nộp nơi đang chi trả."
    )
    assert _cases(steps) == [
        ("Đang đi làm", "Đơn vị sử dụng lao động"),
        ("Đã nghỉ việc", "Cơ quan bảo hiểm xã hội"),
        ("Đang hưởng lương hưu", "Nơi đang chi trả"),
    ]


def test_sentences_that_open_alike_send_each_their_own_people() -> None:
    steps = (
        "- Trường hợp tổ chức trong nước nộp hồ sơ đến Trung tâm Phục vụ hành chính công tỉnh.\n"
        "- Trường hợp cá nhân, cộng đồng dân cư nộp hồ sơ đến Trung tâm Phục vụ hành chính công cấp xã."
    )
    assert _cases(steps) == [
        ("Tổ chức trong nước", "Trung tâm Phục vụ hành chính công tỉnh"),
        ("Cá nhân, cộng đồng dân cư", "Trung tâm Phục vụ hành chính công cấp xã"),
    ]


def test_a_list_of_offices_tells_behind_each_what_it_is_for() -> None:
    steps = (
        "Tổ chức gửi hồ sơ đến các cơ quan như sau:\n"
        "- Sở Xây dựng để thực hiện chấp thuận đấu nối vào đường tỉnh.\n"
        "- Ủy ban nhân dân cấp xã để thực hiện chấp thuận đấu nối vào đường xã.\n"
    )
    assert [name for _, name in _cases(steps)] == ["Sở Xây dựng", "Ủy ban nhân dân cấp xã"]


@pytest.mark.parametrize(
    "steps",
    [
        "Người đề nghị nộp hồ sơ tại Sở Nội vụ.\nTrường hợp hồ sơ chưa đủ, Sở gửi văn bản đến Cục Việc làm.",
        "Tổ chức nộp hồ sơ tại Bộ phận Một cửa.\nTrường hợp trực tuyến: nộp tại Cục Hàng không Việt Nam.",
        "Tổ chức, cá nhân nộp hồ sơ tại Sở Y tế.\nTổ chức, cá nhân được cấp phép gửi Bộ Y tế một bản.",
        "- Đối với cá nhân, nộp hồ sơ tại cơ quan thuế.\n- Đối với hộ, nộp hồ sơ tại cơ quan thuế quản lý trực tiếp.",
    ],
)
def test_channels_steps_and_one_office_told_twice_are_no_cases(steps: str) -> None:
    assert _cases(steps) == []
