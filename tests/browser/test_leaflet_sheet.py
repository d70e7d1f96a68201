"""A leaflet is one sheet: the plain one fills one side of A4 at most, the one in large type two."""

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
