"""A procedure's page lists its parts near the top, in one line that folds; its legal basis tells what is known."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import SOUND, built, lay


def test_the_list_of_parts_names_those_that_are_there_and_leads_to_each(tmp_path: Path) -> None:
    page = built(lay(tmp_path / "source", {})).files["thu-tuc/9.000001/index.html"].decode("utf-8")
    anchors = re.findall(r'href="#([\w-]+)"', page[page.index('class="section-nav"') :].partition("</nav>")[0])
    assert anchors[0] == "trinh-tu"
    assert set(anchors) == set(re.findall(r'<h2 id="([\w-]+)"', page)) - {"bao-sai-title"}


def test_a_legal_basis_tells_from_when_it_holds_where_its_record_knows(tmp_path: Path) -> None:
    path = "content/documents/trung-uong.yaml"
    text = (
        (SOUND / path)
        .read_text(encoding="utf-8")
        .replace("issued: 2018-04-23", "issued: 2018-04-23, effective: 2018-06-21")
    )
    page = built(lay(tmp_path / "source", {path: text})).files["thu-tuc/9.000001/index.html"].decode("utf-8")
    assert "Ngày ban hành: 23/04/2018; có hiệu lực từ ngày 21/06/2018" in page[page.index('id="can-cu"') :]
