"""Text pasted from a page: bars, paragraphs, tabs, stars, and where a table ends."""

from __future__ import annotations

from pathlib import Path

from tests.editing.importers.test_layouts import draft, record, tasks

HEADINGS = ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian")
ROWS = (
    ("1", "Mua thuốc cho trạm y tế.", "Sở Y tế", "Các xã", "6/2026"),
    ("2", "Sửa đường dây điện.", "Sở Công Thương", "", "Thường xuyên"),
)


def closed(*rows: tuple[str, ...]) -> str:
    """Rows between bars, each closed by a second bar."""
    return "".join("|\n" + "".join(f"{cell}\n|\n" for cell in row) for row in rows)


def listed(found: list[dict[str, str]]) -> list[tuple[str, ...]]:
    return [tuple(task[key] for key in ("number", "title", "lead", "coordination", "time")) for task in found]


def test_a_bar_behind_a_bar_ends_the_row(tmp_path: Path) -> None:
    text = f"KẾ HOẠCH\n\nThử nghiệm năm 2026\n\n{closed(HEADINGS, *ROWS)}"
    assert listed(tasks(tmp_path, text, ".txt")) == [*ROWS]
    assert record(tmp_path, text, ".txt")["title"] == "Kế hoạch thử nghiệm năm 2026"


def test_a_heading_between_bars_inherits_nothing(tmp_path: Path) -> None:
    starred = tuple(f"**{heading}**" for heading in HEADINGS)
    text = closed(starred, ("**I. CHUẨN BỊ**",), ROWS[0], ("II. THỰC HIỆN",), ROWS[1])
    assert [part["number"] for part in record(tmp_path, text, ".txt")["sections"]] == ["I", "II"]
    assert listed(tasks(tmp_path, text, ".txt")) == [*ROWS]


def test_no_cell_is_copied_from_the_row_above(tmp_path: Path) -> None:
    cells = [*HEADINGS, *ROWS[0], "2", "Sửa đường dây điện của thôn.", "Sở Công Thương", "Các xã"]
    found = tasks(tmp_path, "\n|\n".join(cells) + "\n|\n", ".txt")
    assert [task["time"] for task in found] == ["6/2026", ""]


def test_a_heading_may_be_long_and_a_year_below_the_headings_is_a_row(tmp_path: Path) -> None:
    long = "Nhiệm vụ, giải pháp thực hiện Chương trình số 12 của xã Mẫu"
    cells = ["KẾ HOẠCH", "Thử nghiệm năm 2026", "STT", long, "Đơn vị chủ trì", "Thời gian thực hiện", "Năm 2026"]
    found = tasks(tmp_path, "\n\n".join([*cells, "1", "Mua bàn ghế.", "Sở Y tế", "Quý I"]), ".txt")
    assert [(task["title"], task["lead"], task["time"]) for task in found] == [("Mua bàn ghế.", "Sở Y tế", "Quý I")]


def test_what_stands_behind_the_last_row_is_no_row(tmp_path: Path) -> None:
    cells = ["STT", "Nội dung", "Chủ trì", "Thời gian", "1", "Mua bàn ghế.", "Sở Y tế", "Quý I"]
    cells += ["2", "Sửa mái nhà.", "Sở Nội vụ", "Quý II", "III. TỔ CHỨC THỰC HIỆN", "1. Trách nhiệm của Phòng Mẫu"]
    cells += ["- Theo dõi việc sửa mái nhà.", "Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    made = record(tmp_path, "\n\n".join(cells), ".txt")
    assert len(tasks(tmp_path, "\n\n".join(cells), ".txt")) == 2
    assert made["recipients"] == ["Như trên", "Lưu: VT"]


def test_tabs_in_the_letterhead_make_no_table(tmp_path: Path) -> None:
    head = "ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ BẾN GỖ\t\tĐộc lập - Tự do - Hạnh phúc\n"
    head += "Số: 31/KH-UBND\t\tBến Gỗ, ngày 12 tháng 01 năm 2026"
    cells = ["KẾ HOẠCH", "Thay đèn", "STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "1", "Đếm đèn hỏng", "Phòng Kinh tế"]
    text = "\n\n".join([head, *cells, "Tháng 02/2026"])
    assert [(task["lead"], task["time"]) for task in tasks(tmp_path, text, ".txt")] == [
        ("Phòng Kinh tế", "Tháng 02/2026")
    ]
    assert record(tmp_path, text, ".txt")["signed"] == "2026-01-12"


def test_tables_between_tabs_are_still_tables(tmp_path: Path) -> None:
    text = "\n".join("\t".join(row) for row in (HEADINGS, *ROWS, ("3", "Trồng cây.", "Sở Xây dựng", "Các xã", "Quý I")))
    assert draft(tmp_path, text, ".txt").report.rows == 3


def test_columns_held_apart_by_blanks_are_a_table_below_the_letterhead(tmp_path: Path) -> None:
    text = """UBND XÃ MẪU		CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KẾ HOẠCH
Giải ngân vốn năm 2026

TT  Công việc                     Chủ trì           Tiến độ
1   Hoàn thiện hồ sơ giải phóng   Tổ Giải phóng     Trước
    mặt bằng                      mặt bằng          30/4/2026
2   Thanh toán vốn                Kế toán           Quý II/2026

Nơi nhận:
- Lưu: VT.
"""
    found = tasks(tmp_path, text, ".txt")
    assert [(task["title"], task["lead"], task["time"]) for task in found] == [
        ("Hoàn thiện hồ sơ giải phóng mặt bằng", "Tổ Giải phóng mặt bằng", "Trước 30/4/2026"),
        ("Thanh toán vốn", "Kế toán", "Quý II/2026"),
    ]


def test_a_second_row_of_headings_may_have_blank_places(tmp_path: Path) -> None:
    lines = ["TT", "Nội dung nhiệm vụ", "Đơn vị thực hiện", "Thời gian hoàn thành", "", "", "Chủ trì", "Phối hợp", ""]
    lines += [
        "1",
        "Ban hành kế hoạch",
        "Văn phòng UBND xã",
        "Các phòng",
        "Quý I",
        "2",
        "Kiểm tra các ấp",
        "",
        "",
        "Quý II",
    ]
    found = tasks(tmp_path, "\n".join(["KẾ HOẠCH", "Thử nghiệm năm 2026", *lines]), ".txt")
    assert [(task["lead"], task["coordination"], task["time"]) for task in found] == [
        ("Văn phòng UBND xã", "Các phòng", "Quý I"),
        ("", "", "Quý II"),
    ]
