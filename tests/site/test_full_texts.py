"""Where the text of a plan or document stands: its address, or one plain sentence that the portal has none."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import PLAN, built, edited, lay

NONE = "Cổng chưa có địa chỉ toàn văn; tìm tại cơ sở dữ liệu văn bản của cơ quan ban hành."
PAGES = re.compile(r"van-ban/[^/]+/index\.html")


def test_a_document_has_the_address_of_its_text_or_says_that_there_is_none(tmp_path: Path) -> None:
    files = built(lay(tmp_path / "source", {})).files
    pages = [data.decode() for path, data in files.items() if PAGES.fullmatch(path)]
    said = [NONE in page for page in pages]
    linked = [bool(re.search(r"<dt>Bản gốc</dt>\s*<dd><a ", page)) for page in pages]
    assert said == [not link for link in linked]
    assert any(said)
    assert any(linked)


def test_a_plan_without_the_address_of_its_text_says_so_beside_where_it_comes_from(tmp_path: Path) -> None:
    sourced = edited(PLAN, ", url: https://anbinh.example/15-kh-ubnd", "")
    page = built(lay(tmp_path / "source", sourced)).files["ke-hoach/an-binh-2024/index.html"].decode()
    assert page.index("Cổng thông tin tỉnh An Bình") < page.index(NONE)
