"""A leaflet is one sheet: one side of A4, in large type two; a sheet for the wall one side where its words allow it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
_SHEET = re.compile(rb"/Type\s*/Page(?!s)")


@pytest.mark.parametrize(("type_size", "sides"), [("", 1), ("#chu-to", 2)])
def test_the_leaflet_of_every_plan_fits_one_sheet(browser: Browser, site: Served, type_size: str, sides: int) -> None:
    page, found = browser.new_page(), {}
    for folder in sorted((site.folder / "ke-hoach").glob("*/to-gap")):
        page.goto(f"{site.address}ke-hoach/{folder.parent.name}/to-gap/{type_size}")
        found[folder.parent.name] = len(_SHEET.findall(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert found
    assert {plan: n for plan, n in found.items() if n > sides} == {}


def test_sheets_of_the_civil_register_fit_one_side_but_for_two(browser: Browser, site: Served) -> None:
    page, long = browser.new_page(), []
    page.goto(f"{site.address}niem-yet/xa/ho-tich/")
    sheets = page.eval_on_selector_all(".sheet", "found => found.map((one) => one.id)")
    assert len(sheets) >= 10
    for sheet in sheets:
        page.goto(f"{site.address}niem-yet/xa/ho-tich/?{sheet}#{sheet}")
        if len(_SHEET.findall(page.pdf(prefer_css_page_size=True))) > 1:
            long.append(sheet)
    page.close()
    assert set(long) <= {"to-1.001193", "to-1.000656"}
