"""Is this still current? Said in one line below the answer of every procedure, never more than the records say."""

from __future__ import annotations

import datetime
import re

import pytest

from congkhai.build.builder import Settings, build_site
from tests.sources import lay

_PROCEDURE = "name: Cấp thẻ\nsector: ho-tich\nlevels: [commune]\nsource: {text: nguồn, collected: 2026-07}\n"
_FILES = {
    "1": "status: in_force\npublished: 2026-11-22\nannouncement: 5/QĐ-X\n",
    "2": "status: in_force\n",
    "3": "",
    "4": "status: abolished\n",
    "5": "status: abolished\npublished: 2026-11-22\n",
    "6": "published: 2026-11-22\nannouncement: 5/QĐ-X\n",
}
_DECISIONS = """
id: 5-qd-x
number: 5/QĐ-X
issuer: bo-x
entries: [{code: "1.000001"}, {code: "1.000006"}]
---
id: 9-qd-x
number: 9/QĐ-X
issuer: bo-x
effective: 2026-03-01
entries: [{code: "1.000004", change: amended, documents: [1/2026/NĐ-CP]}]
---
id: 10-qd-x
number: 10/QĐ-X
issuer: bo-x
effective: 2027-01-01
entries: [{code: "1.000004", change: abolished}]
"""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    sources = {
        f"content/procedures/ho-tich/1.00000{n}.yaml": f'code: "1.00000{n}"\n{_procedure(n)}{rest}'
        for n, rest in _FILES.items()
    }
    for number, text in enumerate(_DECISIONS.split("---\n")):
        sources[f"content/announcements/{('5', '9', '10')[number]}-qd-x.yaml"] = text
    sources["content/agencies/x.yaml"] = "territory: x\nagencies: [{id: bo-x, name: Bộ X, level: central}]\n"
    folder = lay(tmp_path_factory.mktemp("in_force") / "source", sources)
    files = build_site(Settings(folder, datetime.date(2026, 11, 30))).files
    return {n: _line(files[f"thu-tuc/1.00000{n}/index.html"].decode()) for n in _FILES}


def _procedure(number: str) -> str:
    return _PROCEDURE.replace("nguồn", "Cơ sở dữ liệu quốc gia") if number == "6" else _PROCEDURE


def _line(page: str) -> str:
    found = re.search(r'id="cap-nhat">(.*?)</p>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else ""


def test_state_data_and_decision_are_told_and_that_its_day_is_not_known(lines: dict[str, str]) -> None:
    assert lines["1"] == (
        "Còn hiệu lực theo dữ liệu thu thập tháng 07/2026, đăng ngày 22/11/2026. "
        "Công bố tại Quyết định 5/QĐ-X của Bộ X, chưa rõ ngày có hiệu lực."
    )


def test_what_is_not_known_is_not_made_up(lines: dict[str, str]) -> None:
    assert lines["2"] == "Còn hiệu lực theo dữ liệu thu thập tháng 07/2026. Cổng chưa ghi nhận quyết định công bố."
    assert lines["3"].startswith("Chưa rõ còn hiệu lực hay không, theo dữ liệu thu thập tháng 07/2026.")


def test_of_what_a_register_lists_without_a_day_no_more_is_told_than_that(lines: dict[str, str]) -> None:
    assert lines["6"] == (
        "Có trong Cơ sở dữ liệu quốc gia, bản lấy tháng 07/2026; cổng không có ngày hiệu lực. Đăng ngày 22/11/2026. "
        "Công bố tại Quyết định 5/QĐ-X của Bộ X."
    )


def test_a_decision_to_come_is_told_beside_the_one_that_holds(lines: dict[str, str]) -> None:
    assert lines["4"] == (
        "Còn hiệu lực theo dữ liệu thu thập tháng 07/2026. "
        "Công bố tại Quyết định 9/QĐ-X của Bộ X, có hiệu lực từ ngày 01/03/2026. "
        "Từ ngày 01/01/2027: bãi bỏ, theo Quyết định 10/QĐ-X."
    )


def test_a_procedure_that_is_over_is_not_called_in_force(lines: dict[str, str]) -> None:
    assert lines["5"] == "Theo dữ liệu thu thập tháng 07/2026, đăng ngày 22/11/2026."
