"""What the site has no procedure of: a page without scripts, to which lists and the search page lead."""

from __future__ import annotations

import pytest

from congkhai.build.builder import Build
from tests.sources import built, lay

_ELSEWHERE = """
elsewhere:
  - {id: ly-hon, name: Ly hôn, agency: Tòa án nhân dân nơi cư trú, legal_basis: [1/2024/QH15], phrases: [ly hôn]}
  - {id: nuoi-con, name: Nuôi con, agency: "Tòa án nhân dân, nơi khác", legal_basis: [1/2024/QH15], phrases: [con]}
  - {id: tro-cap, name: Trợ cấp, code: "1.001776", agency: UBND cấp xã, legal_basis: [1/2024/QH15], phrases: [tiền]}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    files = {"content/elsewhere/an-binh.yaml": _ELSEWHERE}
    found = built(lay(tmp_path_factory.mktemp("others") / "source", files))
    assert found.files, found.problems
    return found


def page(site: Build, path: str) -> str:
    html = site.files[path].decode()
    return html[html.index("<main") : html.index("</main>")]


def test_each_matter_stands_once_under_its_office_with_its_code(site: Build) -> None:
    found = page(site, "thu-tuc/noi-khac/index.html")
    assert "Tòa án nhân dân <span" in found
    assert found.count("Ly hôn") == found.count("Trợ cấp") == 1
    assert "1.001776" in found


def test_the_list_of_procedures_and_the_search_page_without_scripts_lead_there(site: Build) -> None:
    assert 'thu-tuc/noi-khac/">' in page(site, "thu-tuc/index.html")
    assert "thu-tuc/noi-khac/" in page(site, "tim-kiem/index.html").split("<noscript>")[1].split("</noscript>")[0]
