"""Lists of agencies and communes go into registries: what is known is filled in, the rest added, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import yaml

from congkhai.commands import import_list
from congkhai.editing.importers.sources.unreadable import UnreadableError
from tests.sources import run

PROVINCE = "tỉnh Vĩnh Long"
HEADINGS = ["STT", "Tên cơ quan", "Địa chỉ", "Số điện thoại", "Địa chỉ email", "Website", "Họ tên giám đốc"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    assert run("init", tmp_path / "tinh", "--place", PROVINCE).exit_code == 0
    return tmp_path / "tinh"


def registry(source: Path, territory: str = "vinh-long") -> dict[str, dict[str, object]]:
    text = (source / "content" / "agencies" / f"{territory}.yaml").read_text(encoding="utf-8")
    return {agency["name"]: agency for agency in yaml.safe_load(text)["agencies"]}


def workbook(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DANH SÁCH CƠ QUAN"])
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_known_agencies_learn_where_they_are_reached_and_new_ones_are_added(source: Path, tmp_path: Path) -> None:
    path = source / "content" / "agencies" / "vinh-long.yaml"
    before = path.read_text(encoding="utf-8")
    file = workbook(
        tmp_path / "danh-sach.xlsx",
        HEADINGS,
        [1, "Sở Tư pháp", "12 đường Mẫu", "0270 3823 000", "stp@vinhlong.example", "https://stp.example", "Nguyễn A"],
        [2, "Ban Quản lý khu kinh tế", "Khu Mẫu", 2703823001, "", "bql.example", ""],
        ["", "Cộng", "2 cơ quan", "", "", "", ""],
    )
    told = run("import", "agencies", file, "--source", source)
    assert told.exit_code == 0, told.output
    known, new = registry(source)["Sở Tư pháp tỉnh Vĩnh Long"], registry(source)["Ban Quản lý khu kinh tế"]
    assert known["contact"] == {
        "address": "12 đường Mẫu", "phone": "0270 3823 000", "email": "stp@vinhlong.example", "url": "https://stp.example",
    }  # fmt: skip
    assert new == {
        "id": "ban-quan-ly-khu-kinh-te-vinh-long", "name": "Ban Quản lý khu kinh tế",
        "contact": {"address": "Khu Mẫu", "phone": "02703823001", "url": "https://bql.example"},
    }  # fmt: skip
    after = path.read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert "thêm 1 cơ quan, bổ sung liên hệ cho 1 cơ quan" in told.output
    assert "Họ tên giám đốc" in told.output
    assert "import-agency-phone" in told.output
    assert "Nguyễn A" not in after


def test_a_second_import_changes_nothing_and_what_differs_is_told(source: Path, tmp_path: Path) -> None:
    row = [1, "Sở Tư pháp", "12 đường Mẫu", "0270 3823 000", "", "", ""]
    run("import", "agencies", workbook(tmp_path / "a.xlsx", HEADINGS, row), "--source", source)
    path = source / "content" / "agencies" / "vinh-long.yaml"
    first = path.read_bytes()
    again = run("import", "agencies", workbook(tmp_path / "b.xlsx", HEADINGS, row), "--source", source)
    assert path.read_bytes() == first
    assert "thêm 0 cơ quan" in again.output
    other = [1, "Sở Tư pháp", "99 đường Khác", "0270 3823 000", "", "", ""]
    told = run("import", "agencies", workbook(tmp_path / "c.xlsx", HEADINGS, other), "--source", source)
    assert path.read_bytes() == first
    assert "Dòng 3: Sở Tư pháp đã có địa chỉ khác" in told.output


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_list_of_communes_begins_their_registries(source: Path, tmp_path: Path, sign: str) -> None:
    rows = [
        ["TT", "Tên xã, phường", "Trụ sở", "Điện thoại"],
        ["1", "UBND xã An Bình", "Ấp Mẫu", "0270 111"],
        ["2", "Phường Bến Tre", "Đường Mẫu", "0275 222"],
        ["3", "Xã Không Có Đâu", "", ""],
    ]
    text = "\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    file = tmp_path / "xa.csv"
    file.write_bytes(text.encode("utf-8-sig"))
    told = run("import", "communes", file, "--source", source, "--territory", "vinh-long")
    assert told.exit_code == 0, told.output
    assert registry(source, "xa-an-binh")["UBND xã An Bình"]["contact"] == {"address": "Ấp Mẫu", "phone": "0270 111"}
    assert registry(source, "phuong-ben-tre")["UBND phường Bến Tre"]["contact"]["phone"] == "0275 222"  # type: ignore[index]
    assert "Xã Không Có Đâu" in told.output
    assert run("check", "--errors", "--source", source).exit_code == 0


def test_a_file_without_a_list_of_agencies_is_told_and_nothing_is_written(source: Path, tmp_path: Path) -> None:
    path = source / "content" / "agencies" / "vinh-long.yaml"
    before = path.read_bytes()
    told = run("import", "agencies", workbook(tmp_path / "a.xlsx", ["Nhiệm vụ", "Thời gian"]), "--source", source)
    assert told.exit_code == 1
    assert "import-no-agencies" in told.output
    assert path.read_bytes() == before


def test_a_territory_that_is_not_there_is_a_wrong_call(source: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", HEADINGS)
    told = run("import", "agencies", file, "--source", source, "--territory", "khong-co")
    assert told.exit_code == 2
    assert "vinh-long" in told.output


def test_a_list_that_takes_too_long_ends_with_a_problem(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise UnreadableError("import-file-too-slow", seconds=120)

    monkeypatch.setattr(import_list, "with_listed", never)
    told = run("import", "agencies", workbook(tmp_path / "a.xlsx", HEADINGS), "--source", source)
    assert told.exit_code == 1
    assert "import-file-too-slow" in told.output


def test_no_office_of_the_police_is_taken_for_a_total_and_short_forms_are_the_same_office(tmp_path: Path) -> None:
    assert run("init", tmp_path / "x", "--place", "xã An Bình, Vĩnh Long").exit_code == 0
    names = ["Công an xã", "Văn phòng HĐND&UBND xã", "Trung tâm Phục vụ HCC xã"]
    rows = ([at, name, f"Số {at} đường Mẫu", "", "", "", ""] for at, name in enumerate(names, start=1))
    file = workbook(tmp_path / "a.xlsx", HEADINGS, *rows)
    told = run("import", "agencies", file, "--source", tmp_path / "x", "--territory", "xa-an-binh")
    assert "thêm 0 cơ quan, bổ sung liên hệ cho 3 cơ quan" in told.output
