"""What grows with the country fills several pages: sheets of a sector, lists of a kit, those who cite a document."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

from congkhai.build.builder import Build, Settings, build_site
from tests.sources import SOUND

MORE = 30


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small source with 30 more procedures like its own, of the same sector and level."""
    folder = tmp_path_factory.mktemp("long") / "source"
    shutil.copytree(SOUND, folder, ignore=shutil.ignore_patterns(".cache"))
    (own,) = (folder / "content" / "procedures").glob("*/*.yaml")
    text = re.sub(r"(?m)^announcement: .*\n", "", own.read_text(encoding="utf-8"))
    for number in range(MORE):
        code = f"9.1000{number:02}"
        own.with_name(f"{code}.yaml").write_text(text.replace(own.stem, code), encoding="utf-8")
    return folder


def built(source: Path) -> Build:
    return build_site(Settings(source, datetime.date(2026, 11, 22)))


def test_sheets_of_a_sector_fill_pages_that_lead_to_each_other(source: Path) -> None:
    site = built(source)
    kits = sorted(path.removesuffix("index.html") for path in site.files if path.startswith("niem-yet/"))
    first = next(url for url in kits if f"{url}trang-2/" in kits)
    one, two = (site.files[f"{url}index.html"].decode() for url in (first, f"{first}trang-2/"))
    assert [page.count('<article class="sheet"') for page in (one, two)] == [25, MORE + 1 - 25]
    assert f'{first}trang-2/"' in one
    assert f'{first}"' in two
    assert 'id="to-26"' in two
    level = site.files["/".join(first.split("/")[:2]) + "/index.html"].decode()
    assert "trang-2/#to-26" in level
    assert not [problem for problem in site.problems if problem.code == "broken-link"]


def test_a_kit_of_very_many_lists_its_sectors_and_each_has_a_list(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("congkhai.site.pages.posting.posting.MOST_LISTED", MORE)
    site = built(source)
    (listed,) = (path for path in site.files if path.endswith("danh-muc/index.html"))
    level = site.files["/".join(listed.split("/")[:2]) + "/index.html"].decode()
    assert f'{listed.removesuffix("index.html")}"' in level
    assert "9.100000" not in level
    assert site.files[listed].decode().count("#to-") == MORE + 1
    assert not [problem for problem in site.problems if problem.code == "broken-link"]


def test_those_who_cite_a_document_fill_pages(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("congkhai.knowledge.documents.citing.PLACES_PER_PAGE", 10)
    site = built(source)
    further = sorted(path for path in site.files if path.startswith("van-ban/") and "/trang-" in path)
    assert further
    first = further[0].split("trang-")[0]
    pages = [site.files[path].decode() for path in (f"{first}index.html", *further) if path.startswith(first)]
    assert all(page.count('aria-current="page"') for page in pages)
    assert f"{further[0].removesuffix('index.html')}index.json" not in site.files
    assert not [problem for problem in site.problems if problem.code == "broken-link"]
