"""Targets in plain sentences: numbers that are to be reached, and numbers that are not."""

from __future__ import annotations

import pytest

from congkhai.vietnamese.target import read_targets


def told(text: str) -> list[str]:
    """The targets of a text, each in short: measure, sign, number and unit, scope."""
    signs = {"at_least": ">=", "at_most": "<=", "exactly": "=", "between": "in"}
    return [
        " ".join(
            filter(
                None,
                (
                    target.measure.name.lower(),
                    ("+" if target.growth else "") + signs[target.direction],
                    f"{target.value:g}" + (f"-{target.upto:g}" if target.upto else ""),
                    target.unit,
                    *target.scope,
                ),
            )
        )
        for target in read_targets(text)
    ]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Phấn đấu 90% hồ sơ được giải quyết đúng hạn.", ["on_time = 90 %"]),
        ("Tỷ lệ thanh toán trực tuyến đạt từ 40% trở lên", ["payment >= 40 %"]),
        ("Thời gian chờ không quá 15 phút/lượt", ["waiting <= 15 minute"]),
        ("Tăng tỷ lệ hồ sơ trực tuyến lên 60%", ["online = 60 %"]),
        ("Mỗi năm tăng thêm 5% hồ sơ trực tuyến", ["online += 5 %"]),
        ("Tổ chức ít nhất 02 lớp tập huấn", ["training >= 2 course"]),
        ("Từ 80% - 100% UBND cấp xã được kết nối", ["connection in 80-100 % commune"]),
        ("Mức độ hài lòng đạt trên 99,5%", ["satisfaction >= 99.5 %"]),
        (
            "Số hóa tối thiểu: cấp tỉnh 80%; cấp huyện 75%; cấp xã 70%",
            ["digitisation >= 80 % province", "digitisation >= 75 % district", "digitisation >= 70 % commune"],
        ),
        (
            "- Hài lòng đạt tối thiểu 90%\n- 100% thủ tục được niêm yết",
            ["satisfaction >= 90 %", "publication = 100 %"],
        ),
    ],
)
def test_a_number_to_be_reached_is_read_with_what_binds_it(text: str, targets: list[str]) -> None:
    assert told(text) == targets


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 468/QĐ-TTg ngày 27/3/2021",
        "Trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
        "Thông tư số 01/2018/TT-VPCP",
        "Nộp 01 hồ sơ tại Bộ phận Một cửa",
        "dịch vụ công trực tuyến mức độ 3, 4",
        "Tiếp tục thực hiện 06 chế độ báo cáo",
        "liên thông 04 cấp chính quyền",
        "",
    ],
)
def test_a_number_of_something_else_is_no_target(text: str) -> None:
    assert told(text) == []


def test_the_words_of_a_target_are_the_signed_clause() -> None:
    (target,) = read_targets("Việc khác; Mức độ hài lòng đạt tối thiểu 95% vào năm 2025. Việc sau")
    assert target.words == "Mức độ hài lòng đạt tối thiểu 95% vào năm 2025"


def test_a_number_that_no_target_reaches_is_passed_over() -> None:
    assert told(f"đạt {'9' * 400}% hồ sơ") == []
    assert [target.value for target in read_targets(f"đạt {'9' * 12}%")] == [999_999_999_999]


def test_a_cell_of_numbers_alone_is_read_as_far_as_a_list_of_targets_goes() -> None:
    assert len(read_targets("30% " * 50_000)) == 500
