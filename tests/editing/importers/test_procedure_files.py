"""Procedures come in whatever form a register or a crawl gives them, or one message says what the file is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.known_source import KnownSource
from congkhai.editing.importers.procedure_keys import key_of
from congkhai.editing.importers.procedures import import_procedures
from congkhai.editing.importers.sector_file import with_sectors

RECORD = {
    "ma_thu_tuc": "9.009901",
    "ten_thu_tuc": "Cấp phép đò ngang",
    "linh_vuc": "Đò ngang",
    "cap_thuc_hien": ["Cấp tỉnh", "Cấp xã"],
    "doi_tuong_thuc_hien": ["Công dân Việt Nam", "Doanh nghiệp"],
    "trinh_tu_thuc_hien": "- Nộp hồ sơ.\n+ Tại xã.",
    "cach_thuc_thuc_hien": "Trực tiếp: 3 ngày làm việc\nTrực tuyến\nNộp qua mạng.",
    "thanh_phan_ho_so": "Trường hợp cấp mới:\n- Đơn đề nghị (Bản chính: 1, bản sao: 0)\n2. Bản vẽ bến",
    "can_cu_phap_ly": ["Nghị định 61/2018/NĐ-CP", "Luật Đò ngang"],
    "so_luong_ho_so": "02 bộ",
    "tinh_trang": "Hết hiệu lực",
}
ARRAY = json.dumps([RECORD, {**RECORD, "ma_thu_tuc": "9.009902"}], ensure_ascii=False)
CSV = "Mã TTHC;Tên thủ tục hành chính;Lĩnh vực\n9.009901;Cấp phép đò ngang;Đò ngang\n9.009902;Cấp lại;Đò ngang\n"


def drafts(folder: Path, text: str, known: KnownSource | None = None) -> tuple[dict[str, Any], ImportReport]:
    """The drafts of a file and their report."""
    file = folder / "in.txt"
    file.write_text(text, encoding="utf-8")
    report = ImportReport(file.name)
    found = import_procedures(file, report, known) if known else import_procedures(file, report)
    return {path: yaml.load(draft, Loader=yaml.BaseLoader) for path, draft in found}, report


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (ARRAY, 2),
        (json.dumps({"trang": 1, "data": [RECORD]}), 1),
        (json.dumps(RECORD, indent=1), 1),
        (f"{json.dumps(RECORD)}\n\n", 1),
        (f"\ufeff{CSV}", 2),
        (CSV.replace(";", "\t"), 2),
        (CSV.replace(";", ","), 2),
    ],
    ids=["array", "array inside", "object", "lines", "semicolons", "tabs", "commas"],
)
def test_every_form_is_read(tmp_path: Path, text: str, count: int) -> None:
    found, report = drafts(tmp_path, text)
    assert [path.split("/")[0] for path in found] == ["do-ngang"] * count
    assert not report.failed


def test_running_text_becomes_the_rows_that_registers_have(tmp_path: Path) -> None:
    found = next(iter(drafts(tmp_path, ARRAY)[0].values()))
    assert (found["levels"], found["applicants"]) == (["province", "commune"], ["citizen", "business"])
    assert found["submission"] == [
        {"channel": "in_person", "time": "3 ngày làm việc"},
        {"channel": "online", "note": "Nộp qua mạng."},
    ]
    case = found["dossier"][0]
    assert (case["case"], [paper["name"] for paper in case["components"]]) == (
        "Trường hợp cấp mới",
        ["Đơn đề nghị", "Bản vẽ bến"],
    )
    assert case["components"][0]["originals"] == "1"
    assert (found["legal_basis"][0], found["dossier_sets"]) == ("61/2018/NĐ-CP", "2")
    assert (found["status"], found["steps"]) == ("abolished", "- Nộp hồ sơ.\n  - Tại xã.\n")


@pytest.mark.parametrize(
    ("words", "status"),
    [("", None), ("Công khai", None), ("Còn hiệu lực", "in_force"), ("Không còn hiệu lực", "abolished")],
)
def test_a_procedure_of_which_the_source_tells_no_status_gets_none(
    tmp_path: Path, words: str, status: str | None
) -> None:
    found, _ = drafts(tmp_path, json.dumps([{**RECORD, "tinh_trang": words}]))
    assert next(iter(found.values())).get("status") == status


@pytest.mark.parametrize(
    "text", ["Kế hoạch năm 2026\n1. Việc", '[{"a": 1}, {"b": 2}]', '{"a": [1]}', "[]", "[{", "a;b\n1;2\n"]
)
def test_what_is_no_list_of_procedures_is_told_in_one_message(tmp_path: Path, text: str) -> None:
    found, report = drafts(tmp_path, text)
    assert found == {}
    assert [problem.code for problem in report.problems] == ["import-file-no-procedures"]


def test_a_page_without_a_table_of_procedures_is_told_in_one_message(tmp_path: Path) -> None:
    file, report = tmp_path / "a.html", ImportReport("a.html")
    file.write_text("<p>x<table><tr><td>a</table>", encoding="utf-8")
    assert dict(import_procedures(file, report)) == {}
    assert [problem.code for problem in report.problems] == ["import-file-no-procedures"]


def test_a_key_that_is_not_understood_is_told_once(tmp_path: Path) -> None:
    _, report = drafts(tmp_path, json.dumps([{**RECORD, "ghi_chu_noi_bo": "x"}, {**RECORD, "ghi_chu_noi_bo": "y"}]))
    told = [dict(problem.values) for problem in report.problems if problem.code == "import-procedure-keys"]
    assert told == [{"keys": "ghi_chu_noi_bo"}]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *(("maThuTuc", "code"), ("Mã số TTHC", "code"), ("Tên thủ tục hành chính", "name"), ("Lĩnh vực", "field")),
        *(("co_quan_co_tham_quyen", "competent_agency"), ("Yêu cầu, điều kiện thực hiện", "conditions")),
        *(("Phí, lệ phí", "fee"), ("ket_qua_xu_ly", "result"), ("Tên cơ quan mới", ""), ("Mã hồ sơ nội bộ", "")),
    ],
)
def test_keys_and_headings_mean_what_they_say(name: str, key: str) -> None:
    assert key_of(name) == key


def test_a_known_code_keeps_its_file_and_a_known_sector_its_id(tmp_path: Path) -> None:
    known = KnownSource({"9.009901": "giao-thong/9.009901.yaml"}.get, {"do ngang": "giao-thong"})
    found, _ = drafts(tmp_path, ARRAY, known)
    assert list(found) == ["giao-thong/9.009901.yaml", "do-ngang/9.009902.yaml"]
    assert {draft["sector"] for draft in found.values()} == {"giao-thong"}


NEW = {"do-ngang": "Đò ngang"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'sectors:\n  - {id: do-ngang, name: "Đò ngang"}\n'),
        ("sectors: []\n", 'sectors:\n  - {id: do-ngang, name: "Đò ngang"}\n'),
        (
            "# lời đầu\nsectors:\n- id: a\n  name: A # lời\n\n# sự kiện\nlife_events:\n- {id: b, name: B}\n",
            '# lời đầu\nsectors:\n- id: a\n  name: A # lời\n- {id: do-ngang, name: "Đò ngang"}\n\n# sự kiện\n'
            "life_events:\n- {id: b, name: B}\n",
        ),
        ("sectors: [{id: a, name: A}]\n", None),
    ],
)
def test_sectors_are_put_behind_those_there_are_and_nothing_else_changes(before: str, after: str | None) -> None:
    assert with_sectors(before, NEW) == after
