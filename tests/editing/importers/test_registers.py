"""Decisions and procedures: entries and records as the registers give them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from congkhai.editing.importers.announcement import import_announcement, import_announcements
from congkhai.editing.importers.changes import change_in
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.procedure_words import applicant_ids, code_problem, document_number
from congkhai.editing.importers.procedures import draft_procedure, import_procedures


def decision(
    tmp_path: Path, header: str, *rows: str, title: str = "VỀ VIỆC CÔNG BỐ THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"
) -> Any:
    table = {"header": header.split(" | "), "rows": [row.split(" | ") for row in rows]}
    line = {"number": "12/QĐ-UBND", "place": "Hà Tĩnh", "date": "2025-11-24", "title": title, "tables": [table]}
    (tmp_path / "x.jsonl").write_text(json.dumps(line), encoding="utf-8")
    return yaml.load(import_announcement(tmp_path / "x.jsonl").yaml, Loader=yaml.BaseLoader)


def test_an_entry_has_code_name_change_and_documents(tmp_path: Path) -> None:
    entry = decision(
        tmp_path,
        "TT | Mã TTHC | Tên TTHC | Thời hạn giải quyết | Phí, lệ phí | Căn cứ pháp lý",
        "1 | 1.014466.H12 | Cấp giấy phép | 05 ngày làm việc | Không | Nghị định số 61/2018/NĐ-CP",
    )["entries"][0]
    assert (entry["code"], entry["change"], entry["name"]) == ("1.014466.H12", "new", "Cấp giấy phép")
    assert (entry["processing_time"], entry["documents"]) == ("05 ngày làm việc", ["61/2018/NĐ-CP"])


def test_a_code_inside_the_name_is_taken_out(tmp_path: Path) -> None:
    entry = decision(
        tmp_path,
        "TT | Tên thủ tục hành chính (Mã TTHC) | Thời hạn giải quyết",
        "1 | Xác nhận hợp đồng (mã TTHC 1.004082) | 03 ngày",
    )["entries"][0]
    assert (entry["code"], entry["name"]) == ("1.004082", "Xác nhận hợp đồng")


def test_headings_inside_the_table_give_level_and_sector(tmp_path: Path) -> None:
    entries = decision(
        tmp_path,
        "TT | Mã TTHC | Tên TTHC | Ghi chú",
        "A | THỦ TỤC HÀNH CHÍNH CẤP XÃ",
        "I | LĨNH VỰC HỘ TỊCH",
        "1 | 1.001193 | Đăng ký khai sinh | ",
        "2 | 1.000656 | Đăng ký khai tử | Bị bãi bỏ",
    )["entries"]
    assert [(entry["level"], entry["sector"]) for entry in entries] == [("cấp xã", "Hộ tịch")] * 2
    assert [entry["change"] for entry in entries] == ["new", "abolished"]


def test_a_title_with_two_changes_decides_nothing(tmp_path: Path) -> None:
    title = "CÔNG BỐ THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH VÀ BỊ BÃI BỎ"
    entry = decision(tmp_path, "TT | Mã TTHC | Tên TTHC", "1 | 1.001193 | Đăng ký khai sinh", title=title)["entries"][0]
    assert entry["change"] == "null"


def test_environment_is_not_new() -> None:
    assert change_in("lĩnh vực môi trường") == ""
    assert change_in("được sửa đổi, bổ sung") == "amended"


def test_a_procedure_keeps_its_code_and_says_what_is_absent() -> None:
    report = ImportReport("x")
    made = draft_procedure({"code": "1.001190", "name": "A", "field": "Hộ tịch", "conditions": "Không có."}, report)
    assert (made["code"], made["conditions"]) == ("1.001190", {"absent": True, "reason": "Không có."})
    assert report.count("import-procedure-gap") == 6


def test_a_code_that_is_not_sound_is_kept_and_noted() -> None:
    assert code_problem("1.001193") == ""
    assert code_problem("1.003.500") == "1.003500"
    assert code_problem("1.0133611") == "?"


def test_applicants_whose_names_hold_commas_are_told_apart() -> None:
    text = "Tổ chức (không bao gồm doanh nghiệp, HTX), Doanh nghiệp, Cán bộ, công chức, viên chức"
    assert applicant_ids(text) == ["organization", "business", "official"]


def test_a_document_number_with_words_around_it_is_cleaned_and_noted() -> None:
    assert document_number("Luật số 32/2024/QH15") == ("32/2024/QH15", False)
    assert document_number("61/2018/NĐ-CP") == ("61/2018/NĐ-CP", True)


def test_the_list_of_the_portal_comes_in(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["DANH SÁCH THỦ TỤC HÀNH CHÍNH"])
    sheet.append(["STT", "Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"])
    sheet.append([1, "1.001190", "Đăng ký khai sinh", "Bộ Tư pháp", "UBND cấp xã", "Hộ tịch"])
    book.save(tmp_path / "x.xlsx")
    made = dict(import_procedures(tmp_path / "x.xlsx", ImportReport("x.xlsx")))
    assert list(made) == ["ho-tich/1.001190.yaml"]
    assert yaml.load(made["ho-tich/1.001190.yaml"], Loader=yaml.BaseLoader)["agency"] == "UBND cấp xã"


SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the research data is not beside the checkout")


@pytest.mark.shared
@needs_shared
def test_every_code_of_the_real_decisions_comes_in_unchanged() -> None:
    lines = (SHARED / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    for line, draft in zip(lines, import_announcements(SHARED / "decisions.jsonl"), strict=True):
        made = {entry["code"] for entry in yaml.load(draft.yaml, Loader=yaml.BaseLoader)["entries"]}
        rows = [row for table in json.loads(line)["tables"] for row in table["rows"]]
        assert {
            cell.strip() for row in rows for cell in row if cell.strip()[1:2] == "." and cell.strip()[2:5].isdigit()
        } <= made


@pytest.mark.shared
@needs_shared
def test_all_procedures_of_the_register_come_in() -> None:
    report = ImportReport("procedures.jsonl.xz")
    made = [text.split("\n", 1)[0] for _, text in import_procedures(SHARED / "procedures.jsonl.xz", report)]
    assert len(made) == len(set(made)) == report.rows == 4031
    assert all(line.startswith('code: "') for line in made)


def test_a_row_without_a_code_keeps_its_name_and_what_its_cell_says(tmp_path: Path) -> None:
    found = decision(
        tmp_path,
        "TT | Mã số TTHC | Tên TTHC | Ghi chú",
        "I | LĨNH VỰC ĐÒ NGANG (02 TTHC)",
        "1 | 9.009201 | Cấp thẻ lái đò | ",
        "2 | Không có mã số | Cấp lại thẻ lái đò bị mất | Theo Quyết định số 88/QĐ-BXX",
    )["entries"]
    assert [(entry["code"], entry["name"]) for entry in found] == [
        ("9.009201", "Cấp thẻ lái đò"),
        ("null", "Cấp lại thẻ lái đò bị mất"),
    ]
    assert found[1]["remark"] == "Theo Quyết định số 88/QĐ-BXX\nMã số TTHC: Không có mã số\n"
    assert {entry["sector"] for entry in found} == {"Đò ngang"}


def test_a_code_is_only_what_is_written_as_one(tmp_path: Path) -> None:
    header = "TT | Mã TTHC | Tên TTHC | Lĩnh vực | Cơ quan thực hiện"
    first = "1. | 9.000001\nQT-01 | Thủ tục thử | Thử | Sở Thử"
    found = decision(tmp_path, header, first, "2.", "Thủ tục chưa có mã | Thử | Sở Thử")["entries"]
    assert [(entry["code"], entry["name"], entry["agency"]) for entry in found] == [
        ("9.000001", "Thủ tục thử", "Sở Thử"),
        ("null", "Thủ tục chưa có mã", "Sở Thử"),
    ]
    assert found[0]["remark"] == "Mã TTHC: QT-01"


def test_a_table_of_two_columns_lists_procedures(tmp_path: Path) -> None:
    found = decision(tmp_path, "STT | Tên thủ tục hành chính nội bộ", "1 | Duyệt danh sách", "2 | Duyệt kế hoạch")
    assert [entry["name"] for entry in found["entries"]] == ["Duyệt danh sách", "Duyệt kế hoạch"]


def test_a_register_of_dossiers_is_listed_and_gives_no_entry(tmp_path: Path) -> None:
    header = ["STT", "Mã hồ sơ", "Tên TTHC", "Tên tổ chức, cá nhân", "Nhận và trả kết quả"]
    record = {"number": "3/QĐ-UBND", "tables": [{"header": header, "rows": [["1", "H01", "Thử", "Bà B", "x"]]}]}
    (tmp_path / "x.jsonl").write_text(json.dumps(record), encoding="utf-8")
    draft = import_announcement(tmp_path / "x.jsonl")
    assert yaml.load(draft.yaml, Loader=yaml.BaseLoader)["entries"] == []
    assert draft.report.count("import-table-of-dossiers") == 1


def test_the_head_of_a_decision_stands_above_its_table_in_a_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["ỦY BAN NHÂN DÂN TỈNH SÔNG MÂY"],
        ["Số: 210/QĐ-UBND"],
        ["Sông Mây, ngày 05 tháng 5 năm 2026"],
        ["QUYẾT ĐỊNH"],
        ["Về việc công bố thủ tục hành chính bị bãi bỏ"],
        ["TT", "Mã TTHC", "Tên TTHC"],
        [1, "9.009201", "Cấp thẻ lái đò"],
        ["TT", "Tên TTHC", "Lĩnh vực"],
        [1, "Cấp lại thẻ", "Đò ngang"],
    ):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    found = yaml.load(import_announcement(tmp_path / "x.xlsx").yaml, Loader=yaml.BaseLoader)
    assert (found["number"], found["signed"]) == ("210/QĐ-UBND", "2026-05-05")
    assert [(entry["code"], entry["name"]) for entry in found["entries"]] == [
        ("9.009201", "Cấp thẻ lái đò"),
        ("null", "Cấp lại thẻ"),
    ]
    assert found["entries"][1]["sector"] == "Đò ngang"
