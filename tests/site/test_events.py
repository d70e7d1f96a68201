"""Events of life: the first procedure at once, a picture of its own for each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congkhai.build.builder import Build, Settings, check_source
from congkhai.foundation.program import STATIC
from congkhai.records.sector import EventPicture
from tests.sources import SOUND, TODAY, built, edited, lay

CONTENT = Path(__file__).resolve().parents[2] / "content" / "sectors.yaml"
SECTORS = "content/sectors.yaml"
MATTER = """elsewhere:
  - id: doc-than
    name: Cấp Giấy xác nhận tình trạng hôn nhân
    code: "1.004873"
    agency: UBND cấp xã nơi thường trú
    legal_basis: [60/2014/QH13]
    phrases: [giấy độc thân]
"""
SVG = (STATIC / "img" / "events.svg").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The sound source with two events, of which one states a picture and a heading."""
    one = "  - {id: sinh-con, name: Sinh con, title: Khi sinh con, picture: birth, procedures: ["
    changes = edited(SECTORS, "  - {id: sinh-con, name: Sinh con, procedures: [", one)
    more = '  - {id: ket-hon, name: Kết hôn, procedures: [doc-than, "9.000001"]}\n'
    changes[SECTORS] = f"{str(changes[SECTORS]).rstrip()}\n{more}"
    changes["content/elsewhere/doc-than.yaml"] = MATTER
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


def test_what_the_portal_lacks_stands_in_its_place_with_who_handles_it(site: Build) -> None:
    html = page(site, "thu-tuc/su-kien/ket-hon/index.html")
    main = html[html.index("<main") :]
    lacking, own = main.index("<strong>Cấp Giấy xác nhận tình trạng hôn nhân</strong>"), main.index("thu-tuc/9.000001/")
    assert lacking < own
    assert "chưa có trên cổng này" in main[lacking:own]
    assert "Nơi giải quyết: UBND cấp xã nơi thường trú" in main[lacking:own]
    assert "bằng mã 1.004873</a>" in main[lacking:own]
    assert "1 thủ tục; 1 việc nữa cổng này chưa có trang" in main


def test_a_code_of_the_national_register_is_known_where_the_site_asks_for_it(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "a", '"1.000894", hop-dong-nha', register=True) == [("matter", "hop-dong-nha")]
    assert problems_of(tmp_path / "b", '"1.000894"', register=False) == [("matter", "1.000894")]


def problems_of(folder: Path, names: str, *, register: bool) -> list[tuple[str, str]]:
    """What is said of an event of life that calls for some names."""
    changes = edited(SECTORS, "name: Sinh con, procedures: [", f"name: Sinh con, procedures: [{names}, ")
    site = f"{(SOUND / 'site.yaml').read_text(encoding='utf-8')}\nnational_register: {str(register).lower()}\n"
    found = check_source(Settings(lay(folder / "source", {**changes, "site.yaml": site}), TODAY)).problems
    return [
        (values["kind"], values["id"]) for one in found if "id" in (values := dict(one.values)) and "kind" in values
    ]


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
