"""Each territory has its page, calendar and feed; a site of many agencies lists them there alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site
from congkhai.site.pages.agencies import agency_list
from tests.build.test_gathering import province
from tests.sources import SOUND, TODAY, built, built_anew


@cache
def page(path: str) -> str:
    return built(SOUND).files[path].decode()


def test_a_territory_shows_its_plans_and_agencies() -> None:
    html = page("dia-ban/an-binh/index.html")
    assert "../../ke-hoach/an-binh-2024/" in html
    assert "../../co-quan/so-tu-phap-an-binh/" in html


def test_the_agencies_of_the_index_lead_to_their_territory() -> None:
    assert "../dia-ban/an-binh/" in page("co-quan/index.html")


def test_a_territory_has_a_calendar_of_its_own_plans_alone(tmp_path: Path) -> None:
    files = build_site(Settings(province(tmp_path / "source"), TODAY)).files
    for territory in ("xa-mot", "xa-hai"):
        calendar = files[f"dia-ban/{territory}/lich.ics"].decode()
        uids = re.findall(r"^UID:(.*?)\r?$", calendar, re.MULTILINE)
        assert uids
        assert all(uid.startswith(f"{territory}-ke-hoach-2024") for uid in uids)


def test_a_province_leads_to_its_communes_and_they_lead_back(tmp_path: Path) -> None:
    files = build_site(Settings(province(tmp_path / "source"), TODAY)).files
    assert "dia-ban/xa-hai/" in files["dia-ban/an-binh/index.html"].decode()
    assert "dia-ban/an-binh/" in files["dia-ban/xa-hai/index.html"].decode()


def test_many_agencies_stand_on_the_pages_of_their_territories_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agency_list, "_MOST_LISTED", 2)
    html = built_anew(SOUND).files["co-quan/index.html"].decode()
    assert "so-tu-phap-an-binh/" not in html
    assert "../dia-ban/an-binh/" in html
