"""What grows with the country fills several pages: sheets of a sector, lists of a kit, those who cite a document."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

from congkhai.build.builder import Build, Settings, build_site
from congkhai.knowledge.procedures.spread import cut
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
    assert sum(page.count('<article class="sheet"') for page in (one, two)) == MORE + 1
    assert f'{first}trang-2/"' in one
    assert f'{first}"' in two
    level = site.files["/".join(first.split("/")[:2]) + "/index.html"].decode()
    (first_code, *_) = re.findall(r'id="to-([\d.]+)"', two)
    assert f'trang-2/#to-{first_code}"' in level
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


def test_lists_are_cut_where_a_record_says_and_not_by_place(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [f"1.{number:06}" for number in range(3000)]
    before, after = set(cut(codes, 75)), set(cut([*codes[:40], "9.999999", *codes[40:]], 75))
    assert len(after - before) <= 3
    assert all(len(page) <= 75 for page in before)
    assert len(before) < 3000 / 30
    assert [code for page in cut(codes, 75) for code in page] == codes
    monkeypatch.setattr("congkhai.site.pages.procedures.procedure_lists.MOST_ON_A_PAGE", 8)
    site = built(source)
    pages = [path for path in site.files if re.match(r"thu-tuc/tu-[\d.]+/index.html", path)]
    assert len(pages) >= 3
    assert not [problem for problem in site.problems if problem.code == "broken-link"]


def test_a_list_that_everyone_fits_leads_to_the_whole_list_instead_of_repeating_it(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("congkhai.site.pages.procedures.procedure_lists.MOST_ON_A_PAGE", 8)
    site = built(source)
    everyone = [path for path in site.files if path.startswith("thu-tuc/cap/xa/")]
    assert everyone == ["thu-tuc/cap/xa/index.html"]
    html = site.files[everyone[0]].decode()
    assert "9.100000" not in html
    assert 'href="../../../thu-tuc/"' in html[html.index('class="notice"') :]
