"""What an import drafts beside a plan: the agencies its cells name, the documents it cites."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from congkhai.build.loader import load_library
from congkhai.editing.registry.documents import subject_of
from congkhai.editing.registry.names import NameKind, unknown_names
from congkhai.editing.registry.territory import known_territory, unit_of
from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import cell_reader
from congkhai.records.agency import Registry
from congkhai.records.plan import Plan, read_plan
from congkhai.source.yaml_source import parse_yaml
from congkhai.vietnamese.citation import find_citations
from tests.sources import run

ROWS = (
    ("1", "Ban hành Kế hoạch", "Văn phòng HĐND và UBND xã", "Các phòng, đơn vị thuộc xã", "Quý I/2026"),
    ("2", "Kiểm tra", "Tổ Kiểm soát và Hỗ trợ thủ tục", "Hội Khuyến học và Đội Dân phòng xã", "Quý II/2026"),
    ("3", "Tuyên truyền", "Tổ Kiểm soát và Hỗ trợ thủ tục", "Chủ các trang trại; cá nhân có liên quan", "Quý III/2026"),
)
DOCUMENT = """<p>ỦY BAN NHÂN DÂN<br>XÃ MẪU ĐƠN</p><p>Số: 07/KH-UBND</p>
<p>Mẫu Đơn, ngày 09 tháng 01 năm 2026</p>
<p>KẾ HOẠCH</p><p>Cải cách hành chính năm 2026 trên địa bàn xã Mẫu Đơn</p>
<p>Căn cứ Nghị định số 900/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thử nghiệm;</p>
<p>Thực hiện Kế hoạch số 210/KH-UBND ngày 25 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Vĩnh Long
về cải cách hành chính năm 2026,</p>
<table><tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th>
<th>Cơ quan phối hợp</th><th>Thời gian thực hiện</th></tr>
<tr><td>I</td><td colspan="4">CHỈ ĐẠO, ĐIỀU HÀNH</td></tr>
{rows}</table>
"""  # fmt: skip


# A plan of one row, up to the words of its lead cell.
ONE_ROW = """id: x-2026
type: plan
title: x
territory: x
issuer: x
year: 2026
sections:
  - title: x
    items:
      - number: "1"
        title: y
        lead: """


@pytest.fixture
def document(tmp_path: Path) -> Path:
    rows = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    path = tmp_path / "ke-hoach.html"
    path.write_text(DOCUMENT.format(rows=rows), encoding="utf-8")
    return path


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A source that has nothing but its name."""
    (tmp_path / "bare" / "content").mkdir(parents=True)
    (tmp_path / "bare" / "site.yaml").write_text("name: Cổng thử\n", encoding="utf-8")
    return tmp_path / "bare"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    assert run("init", tmp_path / "begun", "--unlisted", "--place", "Xã Mẫu Đơn, tỉnh Vĩnh Long").exit_code == 0
    return tmp_path / "begun"


def imported(source: Path, document: Path, *more: str) -> str:
    plans = source / "content" / "plans"
    return run("import", "plan", document, "--source", source, "--output", plans, *more).output


def read(path: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def test_the_plan_of_a_place_that_nobody_knows_checks_without_an_error(bare: Path, document: Path) -> None:
    imported(bare, document)
    told = run("check", "--source", bare)
    assert (told.exit_code, "unresolved-agency" in told.output) == (0, False)
    assert "Nhận ra cơ quan ở 6/6 ô" in told.output


def test_each_name_is_drafted_once_with_its_count_and_its_first_row(bare: Path, document: Path) -> None:
    imported(bare, document)
    registry = (bare / "content/agencies/mau-don.yaml").read_text(encoding="utf-8")
    assert "- id: to-kiem-soat-va-ho-tro-thu-tuc-mau-don # 2 chỗ, nhiệm vụ I.2 đầu tiên\n" in registry
    assert registry.count("Tổ Kiểm soát và Hỗ trợ thủ tục") == 1


def test_names_are_drafted_as_what_they_are(bare: Path, document: Path) -> None:
    imported(bare, document)
    found = read(bare / "content/agencies/mau-don.yaml")
    drafted = {kind: [entry["name"] for entry in found[kind]] for kind in ("agencies", "groups", "collectives")}
    assert drafted["agencies"][-3:] == ["Tổ Kiểm soát và Hỗ trợ thủ tục", "Hội Khuyến học", "Đội Dân phòng xã"]
    assert drafted["groups"][-1] == "Chủ các trang trại"
    assert drafted["collectives"][-1] == "cá nhân có liên quan"


def test_cited_documents_are_drafted_with_what_the_sentence_says(begun: Path, document: Path) -> None:
    imported(begun, document)
    stubs = {stub["number"]: stub for stub in read(begun / "content/documents/xa-mau-don.yaml")["documents"]}
    decree, plan = stubs["900/2025/NĐ-CP"], stubs["210/KH-UBND"]
    assert (decree["issuer"], str(decree["issued"]), decree["title"]) == ("chinh-phu", "2025-06-09", "về thử nghiệm")
    assert (plan["issuer"], plan["territory"]) == ("ubnd-vinh-long", "vinh-long")


def test_a_new_site_takes_the_plan_of_its_place_and_registers_names_when_asked(begun: Path, document: Path) -> None:
    told = imported(begun, document)
    assert "--register" in told
    assert "Tổ Kiểm soát" not in (begun / "content/agencies/xa-mau-don.yaml").read_text(encoding="utf-8")
    imported(begun, document, "--register")
    assert "Nhận ra cơ quan ở 6/6 ô" in run("check", "--source", begun).output
    assert run("check", "--errors", "--source", begun).exit_code == 0


def test_a_registry_that_is_there_is_kept_word_for_word_around_new_names(begun: Path, document: Path) -> None:
    path = begun / "content/agencies/xa-mau-don.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    imported(begun, document, "--register")
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ban Văn hóa và Xã hội", ["Ban Văn hóa và Xã hội"]),
        ("Hội Phụ nữ và Hội Nông dân", ["Hội Phụ nữ", "Hội Nông dân"]),
        ("- Hội Phụ nữ;\n- Hội Nông dân.", ["Hội Phụ nữ", "Hội Nông dân"]),
        ("Đội Quản lý trật tự xây dựng và đô thị", ["Đội Quản lý trật tự xây dựng và đô thị"]),
    ],
)
def test_and_separates_only_what_are_two_names_by_themselves(cell: str, names: list[str]) -> None:
    plan = _plan(ONE_ROW + json.dumps(cell, ensure_ascii=False))
    found = unknown_names(plan, cell_reader(Library(), "x"))
    assert [entry.name for entry in found] == names
    assert {entry.kind for entry in found} == {NameKind.AGENCY}


def _plan(text: str) -> Plan:
    node = parse_yaml(text.encode(), "content/plans/x-2026.yaml", Problems())
    assert node is not None
    plan = read_plan(node, Problems())
    assert plan is not None
    return plan


def test_a_short_id_means_the_one_registry_whose_name_it_is() -> None:
    library = Library(territories={"xa-mau": Registry(territory="xa-mau", name="Xã Mẫu")})
    assert known_territory("mau", library) == "xa-mau"
    assert known_territory("khac", library) == "khac"


def test_a_unit_is_read_from_the_document_with_its_kind_and_province() -> None:
    text = "UBND XÃ MẪU ĐƠN\nKế hoạch của xã Mẫu Đơn, theo UBND tỉnh Vĩnh Long"
    unit = unit_of("mau-don", text)
    assert unit is not None
    assert (unit.name, unit.province) == ("Xã Mẫu Đơn", "Tỉnh Vĩnh Long")
    assert unit_of("mau-don", "Kế hoạch của một nơi khác") is None


def test_no_ministry_is_suggested_for_an_office_of_a_commune(begun: Path, document: Path) -> None:
    text = document.read_text(encoding="utf-8").replace("Tổ Kiểm soát và Hỗ trợ thủ tục", "Bộ phận Nội vụ")
    document.write_text(text, encoding="utf-8")
    imported(begun, document)
    told = run("check", "--source", begun).output
    assert "“Bộ phận Nội vụ”" in told
    assert "“Bộ Nội vụ”" not in told


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Đoàn Thanh niên: hướng dẫn người dân", ["Đoàn Thanh niên"]),
        ("Các phòng, ban, ngành liên quan; Hội Phụ nữ", ["Các phòng, ban, ngành liên quan", "Hội Phụ nữ"]),
        ("VNPT, Viettel (khu vực)", ["VNPT", "Viettel"]),
        ("các trường MN, TH, THCS", ["trường MN, TH, THCS"]),
    ],
)
def test_a_name_is_cut_neither_from_its_like_nor_left_with_what_it_does(cell: str, names: list[str]) -> None:
    plan = _plan(ONE_ROW + json.dumps(cell, ensure_ascii=False))
    assert [entry.name for entry in unknown_names(plan, cell_reader(Library(), "x"))] == names


def test_documents_that_rows_cite_are_drafted_and_next_years_go_into_the_same_file(begun: Path, document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("Quý I/2026", "Theo Kế hoạch số 45/KH-UBND"), encoding="utf-8")
    imported(begun, document)
    document.write_text(text.replace("07/KH-UBND", "08/KH-UBND").replace("210/KH", "310/KH"), encoding="utf-8")
    imported(begun, document, "--register")
    stubs = read(begun / "content/documents/xa-mau-don.yaml")["documents"]
    assert [stub["number"] for stub in stubs] == ["210/KH-UBND", "900/2025/NĐ-CP", "45/KH-UBND", "310/KH-UBND"]


@pytest.mark.parametrize("cell", ["CA xã", "P. KT", "BCH QS xã", "Hội LHPN xã", "các ngành liên quan", "Trưởng các ấp"])
def test_the_usual_short_names_of_a_commune_are_known_from_the_first_day(begun: Path, cell: str) -> None:
    library = load_library(begun, Problems())
    assert not cell_reader(library, "xa-mau-don")(cell, "lead").unresolved


def test_a_number_that_another_year_had_too_is_a_document_of_its_own(begun: Path, document: Path) -> None:
    known = "id: kh-2020, number: 210/KH-UBND, type: ke-hoach, title: Thử, issued: 2020-12-25, territory: vinh-long"
    (begun / "content/documents").mkdir(exist_ok=True)
    (begun / "content/documents/tinh.yaml").write_text(f"documents:\n  - {{{known}}}\n", encoding="utf-8")
    imported(begun, document)
    (plan,) = (begun / "content/plans").glob("*.yaml")
    (stub,) = [
        one for one in read(begun / "content/documents/xa-mau-don.yaml")["documents"] if "210" in str(one["number"])
    ]
    assert (read(plan)["implements"], stub["number"]) == (["210/KH-UBND ngày 25/12/2025"], "210/KH-UBND")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Căn cứ Luật Mẫu về thử số 900/2025/QH15;", "Luật Mẫu về thử"),
        ("Thực hiện Kế hoạch số 7/KH-UBND ngày 30/12/2025 về thử; UBND xã xây dựng Kế hoạch như sau:", "về thử"),
        (
            "Thực hiện Kế hoạch số 7/KH-UBND ngày 30/12/2025 về thử, học, UBND xã ban hành Kế hoạch như sau:",
            "về thử, học",
        ),
    ],
)
def test_the_subject_of_a_cited_document_ends_where_the_citing_office_goes_on(sentence: str, title: str) -> None:
    (citation,) = find_citations(sentence)
    assert subject_of(sentence, citation) == title
