"""What makes a visit quick, without a clock: light pages, nothing that jumps, files a browser may keep."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served
from tests.browser.kinds import KIND_NAMES, settings
from tests.browser.weight import weight_of

pytestmark = pytest.mark.browser
KILOBYTE = 1000
# A posting sheet brings a Times, for machines that have none (Decree 30/2020/NĐ-CP, Annex I): 52 kB more.
SHEETS = "niem-yet"
# How far everything moved that moved by itself, in the measure of the Layout Instability API.
_SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)));
})"""
# The fingerprint in the name of an asset.
_FINGERPRINT = re.compile(r"\.([0-9a-f]{10})\.\w+$")


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone on the day the site was built, so long that what moves further down is seen too."""
    context = browser.new_context(viewport={"width": 360, "height": 2400})
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime.combine(settings().today, datetime.time(12)))
    yield page
    context.close()


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_nothing_on_a_page_moves_by_itself(kind: str, phone: Page, site: Served) -> None:
    if kind not in site.kinds:
        pytest.skip("the content has no page of this kind")
    phone.goto(site.address + site.kinds[kind], wait_until="networkidle")
    # On a sheet the lines change a little when its Times comes to a machine that has none.
    assert phone.evaluate(_SHIFT) < (0.02 if SHEETS in site.kinds[kind] else 0.001)


def test_the_search_engine_waits_for_the_search_box(phone: Page, site: Served) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(site.address, wait_until="networkidle")
    assert not any("engine" in url for url in asked)
    with phone.expect_response(lambda response: "engine" in response.url):
        phone.locator("main input[type=search]").focus()


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
