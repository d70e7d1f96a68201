"""Columns by the meaning of their headings, and by what stands below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.headings import role_of
from tests.editing.importers.test_layouts import draft, record, table, tasks

WORK = ("Mua bàn ghế phòng họp", "Sửa mái nhà văn hóa", "Trồng cây ven đường")
LEADS = ("Sở Y tế", "Sở Nội vụ", "Công an tỉnh")
TIMES = ("Quý I/2026", "Trước ngày 30/6/2026", "Thường xuyên")


def annex(headings: str, *columns: tuple[str, ...]) -> str:
    """A table with numbered rows made of columns."""
    rows = [" | ".join((str(rank), *cells)) for rank, cells in enumerate(zip(*columns, strict=True), start=1)]
    return table("\n".join((f"STT | {headings}", *rows)))


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Sản phẩm đã hoàn thành/ dự kiến hoàn thành", Role.DELIVERABLE),
        ("Chịu trách nhiệm chỉ đạo", Role.OTHER),
        ("Thuộc nhóm nhiệm vụ, hành động", Role.OTHER),
        ("Trình cấp/cấp ban hành", Role.OTHER),
        ("Cấp độ", Role.OTHER),
        ("Thứ, ngày", Role.TIME),
        ("Chỉ tiêu, sản phẩm", Role.DELIVERABLE),
        ("Thành phần phối hợp", Role.COORDINATION),
        ("Phó Chủ tịch phụ trách", Role.OTHER),
        ("Kết quả năm 2025", Role.OTHER),
        ("Phụ trách chính", Role.LEAD),
        ("Hỗ trợ", Role.COORDINATION),
        ("Cơ quan phối hợp thực hiện", Role.COORDINATION),
        ("Cơ quan soạn thảo", Role.LEAD),
        ("Ngày dự kiến trình ban hành", Role.TIME),
        ("Kế hoạch vốn năm 2026 (triệu đồng)", Role.OTHER),
        ("Nhiệm vụ, giải pháp thực hiện Chương trình số 12 của xã Mẫu", Role.TITLE),
        ("Danh mục công trình/Đơn vị thực hiện", Role.TITLE),
        ("Sở Y tế đã gửi báo cáo lên cấp trên;", None),
    ],
)
def test_the_head_noun_of_a_heading_says_what_the_column_holds(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


def test_who_directs_is_kept_behind_the_heading_and_never_becomes_the_lead(tmp_path: Path) -> None:
    chiefs = ("Phó Chủ tịch A", "Chủ tịch", "Phó Chủ tịch B")
    page = annex("Nội dung | Chịu trách nhiệm chỉ đạo | Cơ quan thực hiện | Thời hạn", WORK, chiefs, LEADS, TIMES)
    found = tasks(tmp_path, page)
    assert [task["lead"] for task in found] == [*LEADS]
    assert found[0]["remark"] == "Chịu trách nhiệm chỉ đạo: Phó Chủ tịch A"


def test_states_beside_deadlines_are_no_times(tmp_path: Path) -> None:
    states = ("Đang làm", "Hoàn thành", "Chưa làm")
    found = tasks(tmp_path, annex("Nội dung | Chủ trì | Thời hạn | Tiến độ", WORK, LEADS, TIMES, states))
    assert [task["time"] for task in found] == [*TIMES]
    assert found[2]["remark"] == "Tiến độ: Chưa làm"


def test_start_and_end_make_one_time(tmp_path: Path) -> None:
    page = annex(
        "Việc cần làm | Phụ trách chính | Bắt đầu | Kết thúc", WORK[:1], LEADS[:1], ("01/3/2026",), ("30/6/2026",)
    )
    assert tasks(tmp_path, page)[0]["time"] == "01/3/2026 – 30/6/2026"


def test_amounts_below_years_are_targets_and_no_times(tmp_path: Path) -> None:
    page = annex("Chỉ tiêu | Năm 2026 | Năm 2027 | Chủ trì", WORK, ("80", "3", "5%"), ("95", "4", "7%"), LEADS)
    found = tasks(tmp_path, page)
    assert "time" not in found[0]
    assert found[0]["remark"].splitlines() == ["Năm 2026: 80", "Năm 2027: 95"]


def test_an_amount_is_never_a_title_and_works_are_no_agencies(tmp_path: Path) -> None:
    page = annex(
        "Danh mục công trình/Đơn vị thực hiện | Kế hoạch vốn năm 2026 (triệu đồng)", WORK, ("320", "1.150", "95")
    )
    found = tasks(tmp_path, page)
    assert [task["title"] for task in found] == [*WORK]
    assert found[1]["remark"] == "Kế hoạch vốn năm 2026 (triệu đồng): 1.150"


def test_an_estimate_of_costs_is_no_table_of_tasks_and_joins_none(tmp_path: Path) -> None:
    costs = table("TT | Nội dung | Đơn vị tính | Đơn giá\n1 | Giấy in | ram | 80.000")
    made = draft(tmp_path, annex("Nội dung | Chủ trì | Thời hạn", WORK, LEADS, TIMES) + "<p>Dự toán</p>" + costs)
    assert made.report.rows == 3
    assert "1 | Giấy in | ram | 80.000" in made.report.leftovers()


def test_a_table_without_headings_goes_on_only_where_its_cells_fit(tmp_path: Path) -> None:
    first = annex("Nội dung | Chủ trì | Thời hạn", WORK, LEADS, TIMES)
    goes_on = table("4 | Quét vôi trụ sở | Sở Tài chính | Quý II/2026")
    other = table("4 | Giấy in | ram | 80.000")
    assert draft(tmp_path, first + goes_on).report.rows == 4
    assert draft(tmp_path, first + other).report.rows == 3


def test_crossed_kinds_below_a_wide_heading_are_told_with_it(tmp_path: Path) -> None:
    page = table("""STT | Tên văn bản | Cơ quan soạn thảo | Hình thức xử lý | = | Ngày trình
        ^ | ^ | ^ | Thay thế | Ban hành mới | ^
        1 | Quy định về chợ đêm | Sở Công Thương | x | | Quý II/2026""")
    found = tasks(tmp_path, page)
    assert (found[0]["remark"], found[0]["time"]) == ("Hình thức xử lý: Thay thế", "Quý II/2026")


def test_sums_and_notes_are_listed_and_years_gather_rows(tmp_path: Path) -> None:
    page = table("""STT | Nhiệm vụ | Chủ trì | Thời gian
         | Năm 2026 | |
        1 | Mua bàn ghế | Sở Y tế | Quý I
         | Tổng cộng: 1 nhiệm vụ | |
         | Ghi chú: báo cáo đúng hạn | |""")
    made = draft(tmp_path, page)
    assert (made.report.rows, made.report.count("import-row-passed")) == (1, 2)
    assert record(tmp_path, page)["sections"][0]["title"] == "Năm 2026"


def test_plain_rows_over_numbered_ones_gather_them(tmp_path: Path) -> None:
    page = table("""STT | Nhiệm vụ | Chủ trì | Thời gian
        Về thể chế | = | = | =
        1 | Rà soát quy định | Sở Tư pháp | Quý I
        Về nhân lực | = | = | =
        2 | Tập huấn | Sở Nội vụ | Quý II""")
    assert [(part["title"], len(part["items"])) for part in record(tmp_path, page)["sections"]] == [
        ("Về thể chế", 1),
        ("Về nhân lực", 1),
    ]


@pytest.mark.parametrize("number", ["1a", "2bis", "5*", "①", "Mục 2", "07"])
def test_numbers_of_any_make_are_kept(number: str, tmp_path: Path) -> None:
    page = table(f"STT | Nhiệm vụ | Chủ trì | Thời gian\n{number} | Mua bàn ghế | Sở Y tế | Quý I")
    assert [(task["number"], task["title"]) for task in tasks(tmp_path, page)] == [(number, "Mua bàn ghế")]


def test_two_products_of_a_merged_task_share_its_number_and_say_why(tmp_path: Path) -> None:
    page = table("""STT | Nhiệm vụ | Sản phẩm | Chủ trì
        1 | Sửa cầu | Bản vẽ | Phòng Kinh tế
        ^ | ^ | Cầu sửa xong | Phòng Kinh tế""")
    found = tasks(tmp_path, page)
    assert [task["number"] for task in found] == ["1", "1"]
    assert "gộp" in found[1]["note"]


def test_a_cell_merged_over_lead_and_coordination_is_told(tmp_path: Path) -> None:
    page = table("STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian\n1 | Sửa cầu | Sở A, Sở B | = | Quý I")
    made = draft(tmp_path, page)
    assert (tasks(tmp_path, page)[0]["lead"], made.report.count("import-cell-merged")) == ("Sở A, Sở B", 1)


def test_those_who_drew_up_and_signed_a_table_are_listed_and_join_no_row(tmp_path: Path) -> None:
    page = table("""STT | Nhiệm vụ | Chủ trì | Thời gian
        1 | Báo cáo kết quả | Sở Y tế | Quý I
        Người lập biểu | | | Thủ trưởng đơn vị""")
    made = draft(tmp_path, page)
    assert ([task["title"] for task in tasks(tmp_path, page)], made.report.count("import-row-passed")) == (
        ["Báo cáo kết quả"],
        1,
    )
