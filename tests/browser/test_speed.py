"""What makes a visit quick, without a clock: light pages, files a browser may keep."""

from __future__ import annotations

import hashlib
import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served
from tests.browser.weight import weight_of

pytestmark = pytest.mark.browser
KILOBYTE = 1000
# A posting sheet brings a Times, for machines that have none (Decree 30/2020/NĐ-CP, Annex I): 52 kB more.
SHEETS = "niem-yet"
# The fingerprint in the name of an asset.
_FINGERPRINT = re.compile(r"\.([0-9a-f]{10})\.\w+$")


def test_the_search_engine_waits_for_the_search_box(browser: Browser, site: Served) -> None:
    asked: list[str] = []
    phone = browser.new_page()
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(site.address, wait_until="networkidle")
    assert not any("engine" in url for url in asked)
    with phone.expect_response(lambda response: "engine" in response.url):
        phone.locator("main input[type=search]").focus()
    phone.close()


def test_a_page_weighs_at_most_60_kilobytes_all_in(site: Served) -> None:
    for page in site.folder.rglob("*.html"):
        sheet = SHEETS in page.relative_to(site.folder).parts
        assert weight_of(page, site.folder) <= (90 if sheet else 60) * KILOBYTE, page


def test_an_asset_is_named_by_its_content_so_that_it_may_be_kept(site: Served) -> None:
    assets = [path for path in (site.folder / "assets").rglob("*") if path.is_file()]
    for path in assets:
        fingerprint = _FINGERPRINT.search(path.name)
        assert fingerprint, path
        assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(fingerprint[1]), path
    kept = "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    assert kept in (site.folder / "_headers").read_text()
