"""Procedures that are over: the page says so first, search puts them last, and nothing on the page can be used."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site
from tests.sources import lay

_PROCEDURE = """
name: {name}
sector: ho-tich
levels: [commune]
processing_time: 5 ngày làm việc
dossier: [{{components: [{{name: Tờ khai, originals: 1}}]}}]
"""
_SOURCE = {
    "content/procedures/ho-tich/1.000001.yaml": 'code: "1.000001"'
    + _PROCEDURE.format(name="Cấp thẻ cũ")
    + "status: abolished\n",
    "content/procedures/ho-tich/1.000002.yaml": 'code: "1.000002"' + _PROCEDURE.format(name="Cấp thẻ mới"),
    "content/announcements/9-qd-x.yaml": """
id: 9-qd-x
number: 9/QĐ-X
signed: 2026-02-03
entries:
  - {code: "1.000001", change: abolished, documents: [7/2026/NĐ-CP]}
  - {code: "1.000002", change: new}
""",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    source = lay(tmp_path_factory.mktemp("ended") / "source", _SOURCE)
    found = build_site(Settings(source, datetime.date(2026, 11, 29))).files
    return {path: data.decode() for path, data in found.items() if path.endswith((".html", ".json"))}


def test_the_first_screen_says_that_a_procedure_is_over_by_which_decision_and_what_is_new(files) -> None:
    page = files["thu-tuc/1.000001/index.html"]
    main = page[page.index("<main") :]
    top = main[: main.index("<details")]
    assert "đã bị bãi bỏ, không còn tiếp nhận hồ sơ" in top
    assert "9/QĐ-X</a> ký ngày 03/02/2026" in top
    assert "7/2026/NĐ-CP" in top
    assert "Cấp thẻ mới</a> (1.000002)" in top


def test_nothing_on_the_page_of_an_ended_procedure_can_be_used(files) -> None:
    page = files["thu-tuc/1.000001/index.html"]
    assert all(sign not in page for sign in ("data-periods", "data-checklist", "data-print", 'type="checkbox"'))
    assert "<title>Đã bãi bỏ: Cấp thẻ cũ" in page
    assert "data-checklist" in files["thu-tuc/1.000002/index.html"]


def test_the_day_of_a_decision_is_told_alike_wherever_it_stands(files) -> None:
    assert "ký ngày 03/02/2026" in files["thay-doi/index.html"]
    assert "từ ngày 03/02/2026" not in files["thay-doi/index.html"]
    assert "ký ngày 03/02/2026" in files["quyet-dinh/index.html"]


def test_a_replaced_procedure_names_what_took_its_place(tmp_path: Path) -> None:
    source = {name: text.replace("abolished", "replaced") for name, text in _SOURCE.items()}
    source["content/procedures/ho-tich/1.000001.yaml"] += 'successors: ["1.000002"]\n'
    lay(tmp_path / "source", source)
    found = build_site(Settings(tmp_path / "source", datetime.date(2026, 11, 29))).files
    assert "<title>Đã thay thế bằng 1.000002: Cấp thẻ cũ" in found["thu-tuc/1.000001/index.html"].decode()
    cards = [data.decode() for path, data in found.items() if path.startswith("search/c")]
    assert any("Đã thay thế bằng 1.000002" in card for card in cards)
