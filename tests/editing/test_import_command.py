"""The command import: a draft, a report, and an editor's work that is never written over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from congkhai.commands.import_file import IMPORTS
from congkhai.editing.house_form import house_form
from congkhai.editing.importers.again.comparing import Step, compare
from congkhai.editing.importers.announcement import import_announcement
from congkhai.editing.importers.plan import import_plan
from congkhai.editing.importing import ImportKind
from congkhai.foundation.problem import Problems
from congkhai.records.announcement import Announcement
from congkhai.records.model.record import read_record
from congkhai.records.plan import Plan as PlanRecord
from congkhai.source.yaml_source import parse_yaml
from tests.sources import SOUND, lay, run

PLAN = """
Số: 12/KH-UBND

KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2024

| TT | Nội dung | Cơ quan chủ trì | Thời gian hoàn thành |
|---|---|---|---|
| I | Công tác chỉ đạo | | |
| 1 | Ban hành kế hoạch | {lead} | {time} |
"""
DECISION = {
    "number": "12/QĐ-UBND",
    "place": "Hà Tĩnh",
    "date": "2025-11-24",
    "title": "VỀ VIỆC CÔNG BỐ THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH",
    "tables": [
        {
            "header": [
                "TT", "Mã TTHC", "Tên TTHC", "Thời hạn giải quyết", "Địa điểm thực hiện", "Phí, lệ phí",
                "Căn cứ pháp lý", "Nội dung đề xuất",
            ],
            "rows": [
                ["1", "1.001190", "Cấp giấy", "05 ngày làm việc", "Trung tâm", "Không", "61/2018/NĐ-CP", "A"],
            ],
        }
    ],
}  # fmt: skip
PROCEDURE = {"code": "1.001190", "name": "Đăng ký khai sinh", "field": "Hộ tịch"}

# Each line stands for nine of the one above: 9 to the power of 30 values in 31 lines.
_GROWING = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 31))


def plan(folder: Path, lead: str = "Văn phòng UBND xã", time: str = "Quý I") -> Path:
    """A plan as text with one task, imported as of the territory of the tests."""
    (folder / "plan.md").write_text(PLAN.format(lead=lead, time=time), encoding="utf-8")
    return folder / "plan.md"


def lines(folder: Path, *records: Mapping[str, object]) -> Path:
    """A file of JSON lines."""
    (folder / "x.jsonl").write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return folder / "x.jsonl"


def imported(kind: str, file: Path, *more: object) -> tuple[int, str]:
    """The exit code and all that was printed; the territory of the tests has a registry."""
    territory = ("--territory", "an-binh") if kind == "plan" else ()
    result = run("import", kind, file, "--source", SOUND, *territory, *more)
    return result.exit_code, result.output


def test_without_an_output_the_draft_alone_is_printed_and_the_report_stands_apart(tmp_path: Path) -> None:
    result = run("import", "plan", plan(tmp_path), "--source", SOUND, "--territory", "an-binh")
    assert result.exit_code == 0
    draft = yaml.load(result.stdout, Loader=yaml.BaseLoader)
    assert draft["sections"][0]["items"][0]["time"] == "Quý I"
    assert "import-guess" in result.stderr


def test_a_draft_goes_into_the_folder_of_its_kind_by_its_own_name(tmp_path: Path) -> None:
    source = lay(tmp_path / "source", {})
    kept, place = source / "content" / "plans", ("--source", source, "--territory", "an-binh")
    assert run("import", "plan", plan(tmp_path), *place, "--output", kept).exit_code == 0
    assert (kept / "an-binh-12-kh-ubnd-2024.yaml").is_file()


def test_what_is_said_of_several_cells_is_said_once_with_their_count(tmp_path: Path) -> None:
    file = plan(tmp_path, lead="Sở Không Tồn Tại")
    row = "| 2 | Rà soát thủ tục | Sở Không Tồn Tại | Quý II |\n"
    file.write_text(file.read_text(encoding="utf-8") + row, encoding="utf-8")
    _, output = imported("plan", file)
    assert output.count("chưa được hiểu: “Sở Không Tồn Tại”") == 1
    assert "2× dòng 10, 11: Ô `lead`" in output


def test_cells_that_the_registry_does_not_know_are_in_the_report(tmp_path: Path) -> None:
    _, output = imported("plan", plan(tmp_path, lead="Sở Không Tồn Tại", time="một hôm nào đẹp trời"))
    assert output.count("chưa được hiểu") == 2
    assert "Sở Không Tồn Tại" in output


def test_without_a_registry_the_editor_is_told_how_to_make_one(tmp_path: Path) -> None:
    result = run("import", "plan", plan(tmp_path), "--source", SOUND, "--territory", "xa-la")
    assert "new agency xa-la" in result.stderr
    assert "import-cell-not-understood" not in result.stderr


def test_a_file_nobody_edited_takes_the_new_import(tmp_path: Path) -> None:
    target = tmp_path / "content" / "p.yaml"
    assert imported("plan", plan(tmp_path), "--output", target)[0] == 0
    code, output = imported("plan", plan(tmp_path), "--output", target)
    assert (code, "không có gì thay đổi" in output) == (0, True)
    assert imported("plan", plan(tmp_path, time="Quý II"), "--output", target)[0] == 0
    assert "time: Quý II" in target.read_text(encoding="utf-8")


def test_a_clash_keeps_the_edit_and_is_told_in_the_words_of_the_plan(tmp_path: Path) -> None:
    target = tmp_path / "p.yaml"
    imported("plan", plan(tmp_path), "--output", target)
    edited = target.read_text(encoding="utf-8").replace("Quý I\n", "Quý III\n")
    target.write_text(edited, encoding="utf-8")
    code, output = imported("plan", plan(tmp_path, time="Quý II"), "--output", target)
    assert (code, target.read_text(encoding="utf-8")) == (1, edited)
    assert "mục I “Công tác chỉ đạo”, mục 1 “Ban hành kế hoạch”, thời gian thực hiện: cả hai đều đổi" in output
    assert all(f": {quarter}\n" in output for quarter in ("Quý I", "Quý II", "Quý III"))
    assert imported("plan", plan(tmp_path, time="Quý II"), "--output", target)[0] == 1  # until someone decides


def test_what_does_not_clash_is_taken_over_beside_the_edits(tmp_path: Path) -> None:
    target = tmp_path / "p.yaml"
    imported("plan", plan(tmp_path), "--output", target)
    edited = target.read_text(encoding="utf-8").replace("title: Ban hành", "# đã hỏi lại\n        title: Ban hành")
    target.write_text(edited.replace("summary: null", "summary: Của tôi"), encoding="utf-8")
    code, output = imported("plan", plan(tmp_path, time="Quý II"), "--output", target)
    merged = target.read_text(encoding="utf-8")
    assert (code, "“Quý I” → “Quý II”" in output) == (0, True)
    assert all(words in merged for words in ("summary: Của tôi", "time: Quý II", "# đã hỏi lại"))


def test_a_draft_of_another_document_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "p.yaml"
    imported("plan", plan(tmp_path), "--output", target)
    before = target.read_text(encoding="utf-8")
    other = plan(tmp_path)
    other.write_text(other.read_text(encoding="utf-8").replace("Số: 12/KH", "Số: 13/KH"), encoding="utf-8")
    code, output = imported("plan", other, "--output", target)
    assert (code, target.read_text(encoding="utf-8")) == (1, before)
    assert "văn bản khác" in output
    assert imported("plan", other, "--output", target, "--force")[0] == 0


def test_force_writes_over_an_edited_file(tmp_path: Path) -> None:
    target = tmp_path / "p.yaml"
    target.write_text("id: mine\n", encoding="utf-8")
    assert imported("plan", plan(tmp_path), "--output", target)[0] == 1
    assert target.read_text(encoding="utf-8") == "id: mine\n"
    assert imported("plan", plan(tmp_path), "--output", target, "--force")[0] == 0
    assert "Quý I" in target.read_text(encoding="utf-8")


def test_a_file_in_the_middle_of_being_edited_counts_as_edited() -> None:
    assert compare("id: a\n", "id: [", "id: b\n").step is Step.EDITED


@pytest.mark.parametrize("bomb", [_GROWING, "[" * 5000, "a: " + "{a: " * 3000, "a: \x00", "sections: &a [*a]"])
def test_a_bomb_in_the_edited_or_the_kept_draft_stays_as_it_is(bomb: str) -> None:
    assert compare("id: a\n", bomb, "id: b\n").step is Step.EDITED
    assert compare(bomb, "id: a\n", "id: b\n").step is Step.EDITED


def test_an_imported_decision_is_read_without_an_unknown_key(tmp_path: Path) -> None:
    target = tmp_path / "12-qd-ubnd-2025.yaml"
    assert imported("announcement", lines(tmp_path, DECISION), "--output", target)[0] == 0
    problems = Problems()
    node = parse_yaml(target.read_bytes(), target.name, problems)
    announcement = read_record(Announcement, node, problems) if node else None
    assert announcement
    assert not problems.found
    entry = announcement.entries[0]
    assert (entry.code, entry.fee, entry.at) == ("1.001190", "Không", "Trung tâm")


def test_drafts_are_in_house_form_already(tmp_path: Path) -> None:
    drafts = {PlanRecord: import_plan(plan(tmp_path)), Announcement: import_announcement(lines(tmp_path, DECISION))}
    for record, draft in drafts.items():
        assert house_form(draft.yaml, record) == draft.yaml


def test_several_decisions_go_into_a_folder_under_their_ids(tmp_path: Path) -> None:
    file = lines(tmp_path, DECISION, {**DECISION, "number": "13/QĐ-UBND"})
    assert imported("announcement", file, "--output", tmp_path / "one.yaml")[0] == 2
    assert imported("announcement", file, "--output", tmp_path / "many")[0] == 0
    assert sorted(path.name for path in (tmp_path / "many").glob("*.yaml")) == [
        "12-qd-ubnd-2025.yaml",
        "13-qd-ubnd-2025.yaml",
    ]


def test_procedures_go_into_folders_of_sectors_and_problems_are_counted(tmp_path: Path) -> None:
    file = lines(tmp_path, *({**PROCEDURE, "code": f"1.00119{last}"} for last in range(8)))
    code, output = imported("procedures", file, "--output", tmp_path / "out")
    assert code == 0
    assert len([*(tmp_path / "out" / "ho-tich").glob("*.yaml")]) == 8
    assert "import-procedure-gap: 48 chỗ" in output
    assert "… và 43 chỗ khác" in output


def _ferry(number: int, **more: str) -> dict[str, str]:
    return {"code": f"1.0020{number:02}", "name": f"Cấp giấy phép số {number}", "field": "Đò ngang", **more}


def test_of_sixty_procedures_twenty_known_ones_are_updated_and_keep_what_an_editor_wrote(tmp_path: Path) -> None:
    source = lay(tmp_path / "source", {})
    kept = source / "content/procedures"
    folder, place = kept / "do-ngang", ("--source", source, "--output", kept)
    assert run("import", "procedures", lines(tmp_path, *map(_ferry, range(20))), *place).exit_code == 0
    edited = folder / "1.002002.yaml"
    edited.write_text(edited.read_text("utf-8").replace("phép số", "phép đã sửa số"), encoding="utf-8")
    news = [_ferry(number, **({"result": "Giấy phép đò"} if number in (2, 3) else {})) for number in range(60)]
    assert run("import", "procedures", lines(tmp_path, *news), *place).exit_code == 0
    assert len([*folder.glob("*.yaml")]) == len([*kept.glob("[!.]*/1.0020*.yaml")]) == 60
    assert "phép đã sửa số" in edited.read_text("utf-8")
    assert all("Giấy phép đò" in (folder / f"1.00200{last}.yaml").read_text("utf-8") for last in (2, 3))
    assert run("check", "--source", source).exit_code == 0


def test_procedures_are_never_printed_and_files_that_are_not_there_are_wrong_calls(tmp_path: Path) -> None:
    assert imported("procedures", lines(tmp_path, PROCEDURE))[0] == 2
    assert imported("plan", tmp_path / "none.docx")[0] == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken"])
def test_a_file_that_cannot_be_read_writes_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(data)
    code, output = imported("plan", tmp_path / "plan.docx", "--output", tmp_path / "p.yaml")
    assert (code, (tmp_path / "p.yaml").exists()) == (1, False)
    assert "LỖI import-file-" in output


def test_the_command_names_every_kind_that_can_be_imported() -> None:
    drafted = [kind for kind, module in IMPORTS.items() if module == "import_records"]
    assert [kind.value for kind in ImportKind] == drafted


def test_a_row_that_takes_up_a_group_again_stands_where_the_document_has_it_and_a_note_says_so(tmp_path: Path) -> None:
    rows = ("| 2 | Tuyên truyền | | |", "| 2.1 | Viết bài | Sở A | Quý I |", "| 3 | Kiểm tra | | |")
    rows += ("| 3.1 | Kiểm tra xã | Sở A | Quý II |", "| 2.2 | Phát thanh | Sở A | Quý III |")
    file = plan(tmp_path)
    file.write_text(file.read_text(encoding="utf-8") + "\n".join(rows) + "\n", encoding="utf-8")
    result = run("import", "plan", file, "--source", SOUND, "--territory", "an-binh")
    last = yaml.load(result.stdout, Loader=yaml.BaseLoader)["sections"][0]["items"][-1]["items"][-1]
    assert (last["number"], last["note"]) == ("2.2", "Văn bản đặt dòng số 2.2 trong nhóm 3.")
