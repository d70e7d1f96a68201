"""Events of life: the first procedure at once, a picture of its own for each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congkhai.build.builder import Build
from congkhai.foundation.program import STATIC
from congkhai.records.sector import EventPicture
from tests.sources import built, edited, lay

CONTENT = Path(__file__).resolve().parents[2] / "content" / "sectors.yaml"
SECTORS = "content/sectors.yaml"
SVG = (STATIC / "img" / "events.svg").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The sound source with two events, of which one states a picture and a heading."""
    one = "  - {id: sinh-con, name: Sinh con, title: Khi sinh con, picture: birth, procedures: ["
    changes = edited(SECTORS, "  - {id: sinh-con, name: Sinh con, procedures: [", one)
    more = '  - {id: ket-hon, name: Kết hôn, procedures: ["9.000001"]}\n'
    changes[SECTORS] = f"{str(changes[SECTORS]).rstrip()}\n{more}"
    return built(lay(tmp_path_factory.mktemp("events") / "source", changes))


def page(site: Build, path: str) -> str:
    """A page as text."""
    return site.files[path].decode("utf-8")


def test_every_picture_is_drawn_and_no_two_are_the_same() -> None:
    drawn = dict(re.findall(r'<view id="(\w+)" viewBox[^>]*/><path[^>]* d="([^"]+)"', SVG))
    assert set(drawn) == {picture.value for picture in EventPicture}
    assert len(set(drawn.values())) == len(drawn)


def test_the_page_of_an_event_begins_with_its_procedures_and_ends_with_other_events(site: Build) -> None:
    html = page(site, "thu-tuc/su-kien/sinh-con/index.html")
    main = html[html.index("<main") :]
    assert ">Khi sinh con</h1>" in main
    assert main.index("thu-tuc/9.000001/") < main.index("su-kien/ket-hon/")
    assert "<details" not in main


def test_an_event_without_a_picture_has_the_common_one(site: Build) -> None:
    html = page(site, "index.html")
    assert html.count("#birth") == 1
    assert html.count("#other") == 2  # and that of all procedures


def test_a_list_of_some_leads_to_the_other_respects_and_to_all(site: Build) -> None:
    html = page(site, "linh-vuc/ho-tich/index.html")
    assert "<details open" not in html
    assert 'href="../../thu-tuc/cap/"' in html
    assert 'href="../../thu-tuc/">Bỏ lọc' in html


def test_the_events_of_content_have_a_picture_each() -> None:
    text = CONTENT.read_text(encoding="utf-8")
    events = text[text.index("\nlife_events:") :]
    pictures = re.findall(r"^    picture: (\w+)$", events, re.M)
    assert len(set(pictures)) == len(pictures) == events.count("  - id: ")
