"""Tables as real plans lay them out: each test is one habit of those who draw them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from congkhai.editing.importers.import_report import Draft, Understanding
from congkhai.editing.importers.plan import import_plan

HEADING = "STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Kết quả"


def table(text: str) -> str:
    """A table as HTML: cells parted by " | ", "=" merges with the cell to the left, "^" with the cell above."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return f"<table>{''.join(_row(rows, at) for at in range(len(rows)))}</table>"


def _row(rows: list[list[str]], at: int) -> str:
    cells = []
    for index, cell in enumerate(rows[at]):
        if cell in ("=", "^"):
            continue
        width = 1 + _run([row == "=" for row in rows[at][index + 1 :]])
        height = 1 + _run([index < len(row) and row[index] == "^" for row in rows[at + 1 :]])
        cells.append(f'<td colspan="{width}" rowspan="{height}">{cell}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _run(flags: list[bool]) -> int:
    return flags.index(False) if False in flags else len(flags)


def draft(tmp_path: Path, page: str, suffix: str = ".html", **options: Any) -> Draft:
    path = tmp_path / f"plan{suffix}"
    path.write_text(page, encoding="utf-8")
    return import_plan(path, **options)


def record(tmp_path: Path, page: str, suffix: str = ".html") -> dict[str, Any]:
    loaded = yaml.load(draft(tmp_path, page, suffix).yaml, Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def tasks(tmp_path: Path, page: str, suffix: str = ".html") -> list[dict[str, str]]:
    def below(node: dict[str, Any]) -> list[dict[str, str]]:
        return [task for item in node["items"] for task in below(item)] if "items" in node else [node]

    return [task for section in record(tmp_path, page, suffix)["sections"] for task in below(section)]


def test_a_merged_lead_agency_counts_for_every_row_it_reaches(tmp_path: Path) -> None:
    found = tasks(
        tmp_path,
        table(f"""{HEADING}
        1 | Xây dựng kế hoạch | Phòng Nội vụ | Các phòng | Quý I/2024 | Kế hoạch
        2 | Tổ chức tập huấn | ^ | UBND các xã | Quý II/2024 | Hội nghị"""),
    )
    assert [task["lead"] for task in found] == ["Phòng Nội vụ", "Phòng Nội vụ"]
    assert [task["coordination"] for task in found] == ["Các phòng", "UBND các xã"]


def test_a_row_split_by_a_page_turn_is_joined(tmp_path: Path) -> None:
    found = tasks(
        tmp_path,
        table(f"""{HEADING}
        1 | Xây dựng Kế hoạch rà soát thủ tục hành | Văn phòng HĐND và | Các phòng | Trước ngày | Kế hoạch của
          | chính năm 2024 | UBND huyện | chuyên môn | 31/01/2024 | UBND huyện
        2 | Tổ chức đối thoại | UBND các xã | Phòng Tư pháp | Quý II/2024 | Hội nghị"""),
    )
    assert found[0]["title"] == "Xây dựng Kế hoạch rà soát thủ tục hành chính năm 2024"
    assert (found[0]["lead"], found[0]["time"]) == ("Văn phòng HĐND và UBND huyện", "Trước ngày 31/01/2024")
    assert len(found) == 2


def test_a_whole_row_whose_cells_begin_small_is_a_task_of_its_own(tmp_path: Path) -> None:
    found = tasks(
        tmp_path,
        table(f"""{HEADING}
        1 | Báo cáo hằng quý | Văn phòng | các ngành liên quan | trước ngày 10 | Báo cáo
          | Đối thoại với người dân | Văn phòng | các đoàn thể | trước 15/6 | Thông báo
        2 | Tổ chức tập huấn | Phòng Nội vụ | Các phòng | Quý II/2024 | Hội nghị"""),
    )
    assert [task["time"] for task in found] == ["trước ngày 10", "trước 15/6", "Quý II/2024"]
    assert found[1]["note"] == "Văn bản không ghi số thứ tự ở dòng này."


def test_a_numberless_row_that_begins_a_sentence_is_a_task(tmp_path: Path) -> None:
    found = tasks(
        tmp_path,
        table(f"""{HEADING}
        1 | Thuê dịch vụ số hóa. | Sở Tài chính | Các sở | Năm 2024 | Báo cáo
          | Thẩm quyền thuê dịch vụ: cấp huyện | UBND cấp huyện | Các sở |  | """),
    )
    assert [task["number"] for task in found] == ["1", "null"]


def test_a_title_that_ends_in_the_air_goes_on_in_the_next_row(tmp_path: Path) -> None:
    found = tasks(
        tmp_path,
        table(f"""{HEADING}
        1 | Xây dựng Kế hoạch của | Văn phòng | Các phòng | Quý I | Kế hoạch
          | UBND huyện | | | |
        2 | Tổ chức đối thoại | UBND các xã | Phòng Tư pháp | Quý II | Hội nghị"""),
    )
    assert [task["title"] for task in found] == ["Xây dựng Kế hoạch của UBND huyện", "Tổ chức đối thoại"]


def test_headings_nest_as_deep_as_their_numbers(tmp_path: Path) -> None:
    sections = record(
        tmp_path,
        table(f"""{HEADING}
        A | NHIỆM VỤ CHUNG | = | = | = | =
        I | Chỉ đạo, điều hành | = | = | = | =
        1 | Các kế hoạch | = | = | = | =
        1.1 | Kế hoạch kiểm tra | Sở Nội vụ | | Quý I | Kế hoạch
        a) | Kế hoạch tuyên truyền | Sở Tư pháp | | Quý I | Kế hoạch
        B | NHIỆM VỤ RIÊNG | = | = | = | =
        1 | Tập huấn | Sở Nội vụ | | Quý II | Hội nghị"""),
    )["sections"]
    assert [section["title"] for section in sections] == ["Nhiệm vụ chung", "Nhiệm vụ riêng"]
    deep = sections[0]["items"][0]["items"][0]
    assert [item["number"] for item in deep["items"]] == ["1.1", "a)"]


def test_numbers_inside_the_titles_are_split_off(tmp_path: Path) -> None:
    sections = record(
        tmp_path,
        table("""Nội dung | Đơn vị thực hiện | Tiến độ
        I. CÔNG TÁC CHỈ ĐẠO | = | =
        1. Xây dựng kế hoạch | Phòng Nội vụ | Quý I"""),
    )["sections"]
    assert (sections[0]["number"], sections[0]["title"]) == ("I", "Công tác chỉ đạo")
    assert (sections[0]["items"][0]["number"], sections[0]["items"][0]["title"]) == ("1", "Xây dựng kế hoạch")


def test_ticks_below_quarters_name_the_quarters(tmp_path: Path) -> None:
    found = tasks(
        tmp_path,
        table("""TT | Nội dung | Cơ quan thực hiện | Thời gian thực hiện | = | = | =
        ^ | ^ | ^ | Quý I | Quý II | Quý III | Quý IV
        1 | Rà soát thủ tục đất đai | Sở Tư pháp | x | x | |"""),
    )
    assert found[0]["time"].split() == ["Quý", "I", "Quý", "II"]


def test_a_column_without_a_key_goes_to_the_remark_behind_its_heading(tmp_path: Path) -> None:
    found = tasks(
        tmp_path,
        table("""TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Kinh phí
        1 | Rà soát thủ tục | Sở Tư pháp | Quý I | 20 triệu đồng"""),
    )
    assert found[0]["remark"] == "Kinh phí: 20 triệu đồng"


def test_several_annexes_become_sections_with_their_titles(tmp_path: Path) -> None:
    first = table(f"{HEADING}\n1 | Xây dựng kế hoạch | Phòng Nội vụ | Các phòng | Quý I | Kế hoạch")
    second = table("TT | Nhiệm vụ | Sản phẩm | Thời hạn | Cơ quan\n1 | Báo cáo năm | Báo cáo | Trước 15/12 | Các sở")
    page = f"<p>PHỤ LỤC I</p><p>NHIỆM VỤ</p>{first}<p>PHỤ LỤC II</p><p>CHẾ ĐỘ BÁO CÁO</p>{second}"
    sections = record(tmp_path, page)["sections"]
    assert [section["title"] for section in sections] == ["Phụ lục I nhiệm vụ", "Phụ lục II chế độ báo cáo"]
    assert sections[1]["items"][0]["lead"] == "Các sở"


def test_a_repeated_heading_is_passed_over_and_listed(tmp_path: Path) -> None:
    page = table(
        f"{HEADING}\n1 | Việc một | Sở A | | Quý I | Kế hoạch\n{HEADING}\n2 | Việc hai | Sở B | | Quý II | Văn bản"
    )
    made = draft(tmp_path, page)
    assert (made.report.rows, made.report.count("import-row-passed")) == (2, 1)


def test_cells_laid_out_by_likeness_are_listed_as_guesses(tmp_path: Path) -> None:
    cells = [*HEADING.split(" | "), "1", "Xây dựng kế hoạch năm", "Sở Nội vụ", "Sở Tư pháp", "Quý I/2024", "Kế hoạch"]
    cells += ["2", "Tổ chức tập huấn nghiệp vụ", "Quý II/2024", "Hội nghị"]
    made = draft(tmp_path, "\n|\n".join(cells) + "\n|\n", ".txt")
    assert (made.report.rows, made.report.count("import-guess-cells")) == (2, 1)


def test_labelled_prose_needs_no_table(tmp_path: Path) -> None:
    text = """KẾ HOẠCH
    Cải cách hành chính năm 2024
    I. NHIỆM VỤ
    1. Xây dựng kế hoạch (Chủ trì: Sở Nội vụ; phối hợp: Sở Tư pháp; thời gian: Quý I/2024)
    2. Tổ chức tập huấn
    - Đơn vị thực hiện: Sở Tư pháp
    - Thời gian thực hiện: Quý II/2024
    """
    found = tasks(tmp_path, text, ".txt")
    assert [(task["lead"], task["time"]) for task in found] == [
        ("Sở Nội vụ", "Quý I/2024"),
        ("Sở Tư pháp", "Quý II/2024"),
    ]
    assert found[0]["title"] == "Xây dựng kế hoạch"


def test_nothing_is_lost_what_found_no_place_is_listed(tmp_path: Path) -> None:
    page = f"<p>Kinh phí do ngân sách bảo đảm.</p>{table(HEADING + chr(10) + '1 | Việc | Sở A | | Quý I | Văn bản')}"
    assert draft(tmp_path, page).report.leftovers() == ("Kinh phí do ngân sách bảo đảm.",)


def test_cells_that_the_readers_do_not_understand_are_listed(tmp_path: Path) -> None:
    page = table(f"{HEADING}\n1 | Việc | Sở A | | một hôm nào | Văn bản")
    made = draft(tmp_path, page, understands=Understanding(agency=lambda text: "Sở" in text, time=lambda text: False))
    listed = [dict(problem.values) for problem in made.report.problems if problem.code == "import-cell-not-understood"]
    assert listed == [{"key": "time", "text": "một hôm nào"}]


def test_a_column_of_remarks_may_be_called_otherwise(tmp_path: Path) -> None:
    page = table("""STT | Nội dung công việc | Đơn vị chủ trì | Thời hạn | Lưu ý
        1 | Xây dựng kế hoạch | Phòng Nội vụ | Quý I/2024 | Theo mẫu""")
    assert tasks(tmp_path, page)[0]["remark"] == "Theo mẫu"
