"""At which counter a dossier is handed in, read from the words of steps, notes and addresses."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.counter import counter_of, decider_in, is_same
from congkhai.records.procedure import Procedure, Submission


def _counter(steps: str, **known: object) -> str:
    found = counter_of(Procedure(code="1", name="Thử", sector="x", steps=steps, **known))
    return found.name if found else ""


@pytest.mark.parametrize(
    ("steps", "counter"),
    [
        (
            "1. Nộp hồ sơ tại Trung tâm Phục vụ hành chính công, hoặc nộp trực tuyến.",
            "Trung tâm Phục vụ hành chính công",
        ),
        ("Người dân nộp 01 bộ hồ sơ cho tổ chức dịch vụ việc làm công nơi muốn nhận.", "Tổ chức dịch vụ việc làm công"),
        ("Gửi hồ sơ đến Sở Văn hóa, Thể thao và Du lịch chậm nhất 30 ngày.", "Sở Văn hóa, Thể thao và Du lịch"),
        (
            "Người đề nghị nộp hồ sơ tại CQĐD. CQĐD gửi văn bản theo mẫu về Cục Quản lý xuất nhập cảnh.",
            "Cơ quan đại diện Việt Nam ở nước ngoài",
        ),
        ("Cơ sở nộp 01 bộ hồ sơ đến Bộ Y tế cụ thể: Cục Quản lý Dược.", "Bộ Y tế"),
        ("Nộp hồ sơ đến Sở Xây dựng, Sở Giao thông công chánh.", "Sở Xây dựng"),
        ("Cơ sở nộp hồ sơ đến Cục Đăng kiểm Việt Nam.", "Cục Đăng kiểm Việt Nam"),
        ("Người đề nghị gửi hồ sơ đến Chủ tịch Ủy ban nhân dân cấp xã nơi cư trú.", "Ủy ban nhân dân cấp xã"),
        ("Cha mẹ nộp hồ sơ cho trường trong 15 ngày. Trường gửi Ủy ban nhân dân xã danh sách.", "Trường"),
        (
            "1. Đang đi làm: nộp cho đơn vị sử dụng lao động.\n2. Đã nghỉ việc: nộp thẳng cơ quan bảo hiểm xã hội.",
            "Đơn vị sử dụng lao động; Cơ quan bảo hiểm xã hội",
        ),
        ("Nộp tại bộ phận một cửa của Cục hoặc Phòng Y tế, dân số.", "Bộ phận một cửa của Cục hoặc Phòng Y tế, dân số"),
        (
            "Sau khi ban hành quyết định chuyển đổi, công ty chưa chuyển đổi gửi hồ sơ đến Cơ quan đăng ký kinh doanh.",
            "Cơ quan đăng ký kinh doanh",
        ),
        (
            "Gửi hồ sơ đến cơ quan thuế quản lý trực tiếp người nộp thuế.",
            "Cơ quan thuế quản lý trực tiếp người nộp thuế",
        ),
        (
            "Nộp đến Trung tâm Phục vụ hành chính công xã, phường nơi có đất.",
            "Trung tâm Phục vụ hành chính công xã, phường",
        ),
        ("Gửi đến Sở Y tế tỉnh, thành phố trực thuộc trung ương.", "Sở Y tế tỉnh, thành phố"),
        (
            "Nộp cho cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh.",
            "Cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh",
        ),
        ("Nộp tại Tổng cục Hải quan 01 bộ hồ sơ.", "Tổng cục Hải quan"),
        ("Thương nhân gửi hồ sơ đến cơ quan cấp phép.", ""),
        ("Sở Xây dựng có văn bản trả lời và gửi hồ sơ đến Bộ Xây dựng.", ""),
        ("Hộ gia đình nộp hồ sơ tại Phòng Tài nguyên huyện.", ""),
    ],
)
def test_the_steps_name_who_takes_a_dossier(steps: str, counter: str) -> None:
    assert _counter(steps) == counter


def test_a_one_stop_desk_goes_before_other_offices_and_an_address_before_the_steps() -> None:
    both = "Nộp hồ sơ đến Sở Y tế qua Trung tâm Phục vụ hành chính công tỉnh."
    assert _counter(both) == "Trung tâm Phục vụ hành chính công tỉnh"
    address = "Trực tiếp tại Cảng vụ hàng không miền Bắc"
    assert _counter("Nộp hồ sơ đến Cục Hàng không.", reception_address=address) == "Cảng vụ hàng không miền Bắc"


def test_where_the_steps_are_silent_the_notes_of_the_channels_tell() -> None:
    rows = (Submission(note="Nộp trực tiếp tại Bộ phận Một cửa Bộ Công Thương"),)
    assert _counter("Thẩm định.", submission=rows) == "Bộ phận Một cửa Bộ Công Thương"


def test_an_agency_in_other_words_is_no_counter_of_its_own() -> None:
    found = counter_of(Procedure(code="1", name="Thử", sector="x", steps="Nộp hồ sơ tại Công an cấp xã."))
    assert found
    assert is_same(found, "Công an cấp Xã, Công an tỉnh")
    assert not is_same(found, "Bộ Công an")
    assert not is_same(found, "")


def test_an_office_that_a_chairman_charged_is_another_than_his_committee() -> None:
    steps = "Gửi hồ sơ đến cơ quan được Chủ tịch Ủy ban nhân dân cấp tỉnh giao giải quyết."
    found = counter_of(Procedure(code="1", name="Thử", sector="x", steps=steps))
    assert found
    assert not is_same(found, "Chủ tịch ủy ban nhân dân cấp tỉnh")


def test_the_steps_name_the_office_whose_head_decides() -> None:
    assert decider_in("3. Trong 15 ngày làm việc, Giám đốc Sở Nội vụ quyết định.") == "Sở Nội vụ"
    assert not decider_in("Giám đốc Sở Nội vụ nhận báo cáo. Ủy ban nhân dân quyết định.")
