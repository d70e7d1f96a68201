"""What an import of procedures keeps, and what it says it does not bring."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from tests.knowledge.test_between import AGENCY, context_of, page_at
from tests.sources import SOUND, edited, run

RECORD = {
    "code": "9.000777",
    "name": "Cấp giấy",
    "field": "Hộ tịch\tđặc biệt",
    "applicants": "Tổ chức Đảng, Người nước ngoài đã cư trú tại Việt Nam",
    "legal_basis": [{"number": "Nghị định số 61/2018/NĐ-CP", "title": "về cơ chế một cửa"}],
    "decision": "99/QĐ-BX",
    "issuer": "Bộ X",
    "type": "TTHC được luật giao quy định chi tiết",
}


def test_an_import_drafts_the_sectors_and_names_the_decisions_it_does_not_bring(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text(json.dumps(RECORD), encoding="utf-8")
    output = run("import", "procedures", tmp_path / "records.jsonl", "--output", tmp_path, "--source", SOUND).output
    assert '- {id: ho-tich-dac-biet, name: "Hộ tịch đặc biệt"}' in (tmp_path / "sectors.yaml").read_text("utf-8")
    assert "99/QĐ-BX" in output


def test_an_import_keeps_what_the_source_states_in_its_own_spelling(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text(json.dumps(RECORD), encoding="utf-8")
    run("import", "procedures", tmp_path / "records.jsonl", "--output", tmp_path, "--source", SOUND)
    draft = yaml.safe_load((tmp_path / "ho-tich-dac-biet" / "9.000777.yaml").read_text(encoding="utf-8"))
    assert draft["stated_basis"] == RECORD["legal_basis"]
    assert draft["legal_basis"] == ["61/2018/NĐ-CP"]
    assert (draft["issuer_name"], draft["type"]) == (RECORD["issuer"], RECORD["type"])
    assert draft["applicants"] == ["party_organization", "resident_foreigner"]


def test_the_issuer_and_kind_a_source_states_are_shown_and_bare_codes_are_not(tmp_path: Path) -> None:
    stated = "legal_basis: [61/2018/NĐ-CP]\nissuer_name: Bộ X\ntype: NOT_ASSIGNED"
    page = page_at(context_of(tmp_path, edited(AGENCY, "legal_basis: [61/2018/NĐ-CP]", stated)), "thu-tuc/9.000001/")
    values = [fact.value for fact in page.view.agencies]
    assert "Bộ X" in values
    assert "NOT_ASSIGNED" not in values


def test_a_basis_that_is_not_in_the_register_has_the_title_its_source_states(tmp_path: Path) -> None:
    stated = "legal_basis: [99/2020/TT-BX]\nstated_basis: [{number: Thông tư 99/2020/TT-BX, title: về việc thử}]"
    context = context_of(tmp_path, edited(AGENCY, "legal_basis: [61/2018/NĐ-CP]", stated))
    page = page_at(context, "thu-tuc/9.000001/")
    assert [(basis.number, basis.title) for basis in page.view.basis] == [("Thông tư 99/2020/TT-BX", "về việc thử")]
