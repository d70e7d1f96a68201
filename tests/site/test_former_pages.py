"""An id that has ended keeps its address: a page that leads on, a twin that names the successor, a redirect."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sources import added, built, lay

FORMER = """
former_ids:
  - {kind: plan, id: an-binh-cu, successor: an-binh-2024, on: 2024-03-01, note: Đổi mã theo năm.}
  - {kind: document, id: van-ban-cu}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    build = built(lay(tmp_path_factory.mktemp("former") / "s", added("site.yaml", FORMER)))
    assert build.problems == ()
    return dict(build.files)


def test_the_old_page_leads_to_the_new_one(files: dict[str, bytes]) -> None:
    page = files["ke-hoach/an-binh-cu/index.html"].decode()
    assert 'href="../../ke-hoach/an-binh-2024/"' in page
    assert "Từ ngày 01/03/2024." in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_twin_names_the_successor_or_says_that_there_is_none(files: dict[str, bytes]) -> None:
    moved = json.loads(files["ke-hoach/an-binh-cu/index.json"])
    assert (moved["successor"], moved["successor_url"]) == ("an-binh-2024", "ke-hoach/an-binh-2024/")
    assert "successor" not in json.loads(files["van-ban/van-ban-cu/index.json"])


def test_hosts_that_redirect_are_told_so_once_for_all_that_lies_below(files: dict[str, bytes]) -> None:
    assert files["_redirects"].decode() == "/ke-hoach/an-binh-cu/* /ke-hoach/an-binh-2024/:splat 301\n"


def test_a_site_without_such_ids_writes_no_redirects(tmp_path: Path) -> None:
    assert "_redirects" not in built(lay(tmp_path / "s")).files
