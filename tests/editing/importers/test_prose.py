"""Prose that says who does what: duties below actors, "Giao …", labels in any wording; nothing else becomes a task."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from congkhai.editing.importers.prose.actors import leading_actor
from congkhai.editing.importers.prose.labels import labels_in
from congkhai.editing.importers.prose.sentences import read_sentence, time_in
from congkhai.editing.importers.tables.columns import Role
from tests.editing.importers.test_layouts import record, table, tasks

HEAD = "KẾ HOẠCH\n\nDọn rác kênh mương năm 2026\n\n"


def told(tmp_path: Path, *paragraphs: str) -> list[dict[str, Any]]:
    return tasks(tmp_path, HEAD + "\n\n".join(paragraphs), ".txt")


def cells(found: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(task.get("lead", ""), task.get("coordination", ""), task.get("time", "")) for task in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Giáo dục và Đào tạo kiểm kê các phòng học", "Sở Giáo dục và Đào tạo"),
        ("Trung tâm Phục vụ hành chính công xã niêm yết thủ tục", "Trung tâm Phục vụ hành chính công xã"),
        ("Văn phòng HĐND và UBND xã tổng hợp báo cáo", "Văn phòng HĐND và UBND xã"),
        ("Ủy ban nhân dân các xã, phường bàn giao mặt bằng", "Ủy ban nhân dân các xã, phường"),
        ("Sở Tài chính, Sở Nội vụ và UBND các huyện căn cứ nhiệm vụ", "Sở Tài chính, Sở Nội vụ và UBND các huyện"),
        ("Các cơ quan, đơn vị có liên quan có trách nhiệm báo cáo", "Các cơ quan, đơn vị có liên quan"),
        ("Phòng Kinh tế: chủ trì lập danh sách", "Phòng Kinh tế"),
        ("Trách nhiệm của Phòng Mẫu", "Phòng Mẫu"),
        ("Sở Y tế phun hóa chất tại các ấp", "Sở Y tế"),
        ("Đơn vị được kiểm tra chuẩn bị báo cáo", "Đơn vị được kiểm tra"),
    ],
)
def test_the_name_of_an_agency_ends_where_its_work_begins(text: str, name: str) -> None:
    found = leading_actor(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức họp chỉ đạo",
        "Phòng chống dịch bệnh",
        "Ban hành kế hoạch",
        "Bộ tiêu chí đánh giá",
        "Xã hội hóa công tác",
    ],
)
def test_work_is_no_agency(text: str) -> None:
    assert leading_actor(text) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("báo cáo UBND tỉnh chậm nhất ngày 10/4/2026.", "chậm nhất ngày 10/4/2026"),
        ("xong trước ngày 15/02/2026.", "trước ngày 15/02/2026"),
        ("trong quý II năm 2026", "trong quý II năm 2026"),
        ("dọn rác hằng tháng", "hằng tháng"),
        (
            "lập kế hoạch trước ngày 15/3/2026, báo cáo trước ngày 30/11/2026",
            "trước ngày 15/3/2026; trước ngày 30/11/2026",
        ),
        ("theo Quyết định số 12/QĐ-UBND ngày 10/12/2024 của UBND tỉnh", ""),
        ("thực hiện Nghị quyết năm 2024", ""),
    ],
)
def test_a_deadline_says_its_preposition_and_no_cited_date_is_one(text: str, time: str) -> None:
    assert time_in(text) == time


def test_who_leads_who_helps_and_by_when_stand_in_one_sentence() -> None:
    said = read_sentence(
        "Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí; báo cáo trước ngày 10/4/2026."
    )
    assert (said.lead, said.coordination, said.time) == ("Sở Tài chính", "Sở Nội vụ", "trước ngày 10/4/2026")


def test_duties_below_actors_are_theirs_and_aims_are_no_tasks(tmp_path: Path) -> None:
    found = told(
        tmp_path, "I. MỤC ĐÍCH", "Kênh mương thông thoáng.", "II. NHIỆM VỤ", "1. Phát động ra quân dọn rác.",
        "III. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Phối hợp với các ấp đặt biển cấm trong tháng 3 năm 2026.",
        "2. Các ấp", "Vận động mỗi hộ dọn rác hằng tháng.", "Trên đây là Kế hoạch.", "Nơi nhận:", "- Như trên;",
    )  # fmt: skip
    assert cells(found) == [
        ("", "", ""),
        ("Phòng Kinh tế", "các ấp", "trong tháng 3 năm 2026"),
        ("Các ấp", "", "hằng tháng"),
    ]


def test_what_is_given_to_agencies_becomes_tasks(tmp_path: Path) -> None:
    found = told(
        tmp_path, "1. Giao Sở Y tế kiểm kê thuốc trước ngày 20/3/2026.",
        "2. UBND các xã bàn giao mặt bằng trong quý II năm 2026.",
        "3. Kinh phí thực hiện do ngân sách bảo đảm.",
    )  # fmt: skip
    assert [task["number"] for task in found] == ["1", "2"]
    assert cells(found)[1] == ("UBND các xã", "", "trong quý II năm 2026")


def test_a_directive_to_all_gives_its_points_to_them(tmp_path: Path) -> None:
    found = told(
        tmp_path, "Chủ tịch UBND tỉnh yêu cầu các sở, ngành thực hiện các nội dung sau:",
        "1. Tăng cường tuyên truyền.",
        "2. Công an tỉnh xử lý vi phạm.",
    )  # fmt: skip
    assert [lead for lead, _, _ in cells(found)] == ["các sở, ngành", "Công an tỉnh"]


def test_prose_beside_a_table_becomes_responsibilities(tmp_path: Path) -> None:
    annex = table("STT | Nội dung | Chủ trì | Thời gian\n1 | Mua bàn ghế | Sở Y tế | Quý I")
    page = "<p>KẾ HOẠCH</p><p>Thử năm 2026</p><p>III. TỔ CHỨC THỰC HIỆN</p><p>1. Trách nhiệm của Phòng Mẫu</p>"
    page += f"<p>- Họp chỉ đạo.</p><p>- Theo dõi.</p><p>- Báo cáo trước ngày 30/11/2026.</p>{annex}"
    assert record(tmp_path, page)["responsibilities"] == [
        {"actor": "Phòng Mẫu", "summary": "Họp chỉ đạo.\nTheo dõi.\n"},
        {"actor": "Phòng Mẫu", "summary": "Báo cáo trước ngày 30/11/2026.", "time": "trước ngày 30/11/2026"},
    ]


def test_labels_may_have_letters_before_them_and_any_wording(tmp_path: Path) -> None:
    found = told(
        tmp_path, "I. NHIỆM VỤ", "1. Về bàn ghế", "a) Nhiệm vụ: Mua bàn ghế.", "b) Cơ quan thực hiện:",
        "- Đơn vị chủ trì: Phòng Mẫu.", "- Đơn vị phối hợp: Các phòng.", "c) Tiến độ hoàn thành: Quý I năm 2026.",
        "2. Về mái nhà", "a) Nội dung công việc: Sửa mái nhà.", "- Bộ phận phụ trách: Phòng Khác.", "- Hạn: Quý II.",
    )  # fmt: skip
    assert [task["title"] for task in found] == ["Mua bàn ghế.", "Sửa mái nhà."]
    assert cells(found)[0] == ("Phòng Mẫu.", "Các phòng.", "Quý I năm 2026.")


def test_the_name_of_an_agency_with_a_colon_is_no_label() -> None:
    assert labels_in("Sở Nội vụ: chủ trì tập huấn.")[1] == []
    assert labels_in("Tập huấn (Chủ trì: Sở Nội vụ; thời gian: Quý I)") == (
        "Tập huấn",
        [(Role.LEAD, "Sở Nội vụ"), (Role.TIME, "Quý I")],
    )


def test_a_directive_numbers_its_actors_and_is_one_section(tmp_path: Path) -> None:
    text = "CHỈ THỊ\n\nVề phòng, chống đuối nước\n\nThời gian qua tình hình phức tạp. Thủ tướng Chính phủ yêu cầu:\n\n"
    points = [
        "1. Bộ Y tế:",
        "a) Rà soát quy định trước ngày 30 tháng 6 năm 2026;",
        "2. Bộ Công an chỉ đạo lực lượng cứu nạn.",
    ]
    (section,) = record(tmp_path, text + "\n\n".join(points), ".txt")["sections"]
    assert [item["number"] for item in section["items"]] == ["1", "2"]
    assert cells(tasks(tmp_path, text + "\n\n".join(points), ".txt")) == [
        ("Bộ Y tế", "", "trước ngày 30 tháng 6 năm 2026"),
        ("Bộ Công an", "", ""),
    ]


def test_labels_in_a_part_that_holds_no_tasks_make_none(tmp_path: Path) -> None:
    found = told(
        tmp_path, "II. THỜI GIAN, ĐỊA ĐIỂM", "- Thời gian: ngày 08/3/2026.", "III. NỘI DUNG", "1. Trang trí sân khấu",
        "* Nội dung: Treo cờ hoa.", "* Người phụ trách: Hội Phụ nữ xã.", "* Thời hạn: 07/3/2026.",
        "IV. KINH PHÍ: 20 triệu đồng.",
    )  # fmt: skip
    assert [(task["title"], task["lead"]) for task in found] == [("Treo cờ hoa.", "Hội Phụ nữ xã.")]


def test_a_letter_speaks_to_all_and_its_close_is_no_task(tmp_path: Path) -> None:
    text = "Số: 120/SNV-CCHC\n\nV/v đôn đốc nhiệm vụ\n\nKính gửi: Các sở.\n\n"
    text += "Thực hiện Kế hoạch số 10/KH-UBND của UBND tỉnh, Sở Nội vụ đề nghị các cơ quan triển khai nội dung sau:\n\n"
    text += "1. Rà soát nhiệm vụ quá hạn trước ngày 31/7/2026.\n\n2. Mọi vướng mắc liên hệ Sở Nội vụ.\n\nTrân trọng./."
    assert cells(tasks(tmp_path, text, ".txt")) == [("các cơ quan", "", "trước ngày 31/7/2026")]


def test_what_a_point_is_about_stands_before_its_actor() -> None:
    said = read_sentence("Về văn hóa: Phòng Văn hóa - Xã hội xây dựng kế hoạch hè, trình UBND xã trước 15/5.")
    assert (said.lead, said.time) == ("Phòng Văn hóa - Xã hội", "trước 15/5")


def test_what_an_inspection_looks_at_and_who_takes_part_are_no_tasks(tmp_path: Path) -> None:
    found = told(
        tmp_path, "1. Nội dung kiểm tra", "- Việc ban hành văn bản.",
        "2. Thành phần đoàn", "- Trưởng đoàn: Chánh Văn phòng.",
        "3. Tổ chức thực hiện", "3.1. Văn phòng xã", "a) Thông báo lịch trước ngày 01/8/2026.",
        "4. Kinh phí: Chi thường xuyên.",
    )  # fmt: skip
    assert cells(found) == [("Văn phòng xã", "", "trước ngày 01/8/2026")]


def test_details_under_labels_of_their_own_stay_with_their_task(tmp_path: Path) -> None:
    page = "<p>KẾ HOẠCH</p><p>Tháng Thanh niên năm 2026</p><ol><li><b>Trồng cây</b><ul>"
    page += "<li>Đơn vị thực hiện: Các chi đoàn</li>"
    page += "<li>Thời gian: 05/3/2026</li><li>Chỉ tiêu: 500 cây</li></ul></li>"
    page += "<li>Hiến máu (Đoàn xã chủ trì; hạn: 15/3)</li></ol>"
    found = tasks(tmp_path, page)
    assert [(task["number"], task["title"], task["lead"]) for task in found] == [
        ("1", "Trồng cây", "Các chi đoàn"),
        ("2", "Hiến máu", "Đoàn xã"),
    ]
    assert found[0]["remark"] == "Chỉ tiêu: 500 cây"


def test_a_label_alone_is_the_duty_of_nobody(tmp_path: Path) -> None:
    lines = (
        "KẾ HOẠCH", "Thử nghiệm năm 2026", "I. NHIỆM VỤ",
        "1. Về bàn ghế", "a) Nhiệm vụ: Mua bàn ghế cho phòng họp.",
        "b) Cơ quan thực hiện:", "- Đơn vị chủ trì: Phòng Mẫu.", "c) Thời gian thực hiện: Quý I năm 2026.",
        "2. Về mái nhà", "a) Nhiệm vụ: Sửa mái nhà văn hóa.",
        "b) Cơ quan thực hiện:", "- Đơn vị chủ trì: Phòng Khác.", "c) Thời gian thực hiện: Quý II năm 2026.",
    )  # fmt: skip
    assert record(tmp_path, "\n\n".join(lines), ".txt")["responsibilities"] == []
