"""A page that names an expired document says so, and leads to what took its place."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.sources import built, lay

REGISTER = """
documents:
  - {id: 61-2018-nd-cp, number: 61/2018/NĐ-CP, type: nghi-dinh, expired: 2024-05-01, repealed_by: [118-2024-nd-cp]}
  - {id: 118-2024-nd-cp, number: 118/2024/NĐ-CP, type: nghi-dinh}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    source = lay(
        tmp_path_factory.mktemp("expired") / "s", {"content/documents/trung-uong.yaml": REGISTER}, procedures=False
    )
    return {path: data.decode() for path, data in built(source).files.items() if path.endswith(".html")}


def test_a_plan_says_which_basis_has_expired_and_what_replaced_it(files: Mapping[str, str]) -> None:
    page = files["ke-hoach/an-binh-2024/index.html"]
    basis = page[page.index('id="can-cu"') :]
    assert "(hết hiệu lực từ 01/05/2024; thay bằng" in basis
    assert basis.index("thay bằng") < basis.index('href="../../van-ban/118-2024-nd-cp/"')


def test_a_task_that_cites_an_expired_document_says_so(files: Mapping[str, str]) -> None:
    page = files["ke-hoach/an-binh-2024/i-1/index.html"]
    assert "dẫn văn bản nay đã hết hiệu lực" in page
    assert "118/2024/NĐ-CP</a>)" in page


def test_a_task_that_cites_none_says_nothing(files: Mapping[str, str]) -> None:
    assert "hết hiệu lực" not in files["ke-hoach/an-binh-2024/i-2-1/index.html"]


def test_an_expired_document_begins_with_its_successor(files: Mapping[str, str]) -> None:
    page = files["van-ban/61-2018-nd-cp/index.html"]
    assert page.index("được thay bằng:") < page.index("118/2024/NĐ-CP") < page.index("Nơi viện dẫn")
