"""Every kind of page in a real browser: accessible, quiet, within its host, on a phone, without a script."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served
from tests.browser.kinds import KIND_NAMES, settings
from tests.browser.stillness import Stillness

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 900}
# The states that hang over the edge: the offenders are named when a page is wider than the phone.
_WIDER = """() => [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest("[tabindex='0'], .visually-hidden"))
  .slice(0, 5).map((e) => e.tagName + "." + e.className)"""
# How far everything moved that moved by itself, in the measure of the Layout Instability API.
_SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)));
})"""


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["360", "1280"])
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window of one width in which axe may be run in spite of the page's policy."""
    context = browser.new_context(viewport=request.param, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds on the open page: rule, and where."""
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = page.evaluate(f"async () => (await axe.run({json.dumps(options)})).violations")
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_axe_finds_no_violation_in_light_or_dark(kind: str, view: Page, site: Served, axe: str) -> None:
    if kind not in site.kinds:
        pytest.skip("the content has no page of this kind")
    view.emulate_media(color_scheme="light")
    view.goto(site.address + site.kinds[kind])
    view.evaluate(axe)
    assert violations(view) == []
    if view.viewport_size == PHONE:  # colours hang on the scheme, not on the width
        view.emulate_media(color_scheme="dark")
        assert violations(view, ["color-contrast", "link-in-text-block"]) == []


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_page_is_quiet_fits_a_phone_and_lies_still(kind: str, browser: Browser, site: Served) -> None:
    if kind not in site.kinds:
        pytest.skip("the content has no page of this kind")
    context = browser.new_context(viewport=PHONE | {"height": 2400})  # long, so that what moves further down is seen
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime.combine(settings().today, datetime.time(12)))
    heard, still = _heard(page, site), Stillness(page)
    page.goto(site.address + site.kinds[kind])
    still.wait()
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth") is True, page.evaluate(_WIDER)
    # On a sheet the lines change a little when its Times comes to a machine that has none.
    assert page.evaluate(_SHIFT) < (0.02 if "niem-yet" in site.kinds[kind] else 0.001)
    context.close()


def _heard(page: Page, site: Served) -> list[str]:
    """What a page will complain of, and what it will ask of other hosts."""
    heard: list[str] = []
    page.on("console", lambda told: heard.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(site.address) else heard.append(asked.url))
    return heard


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_page_says_what_it_is_without_a_script(kind: str, browser: Browser, site: Served) -> None:
    if kind not in site.kinds:
        pytest.skip("the content has no page of this kind")
    context = browser.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(site.address + site.kinds[kind])
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "vi"
    assert len(page.locator("main").inner_text()) > 60
    context.close()


def test_the_content_shows_nearly_every_kind_of_page(site: Served) -> None:
    assert set(site.kinds) <= set(KIND_NAMES)
    assert {"home", "plan", "task", "agency", "document", "prose", "not_found", "search"} <= set(site.kinds)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window as a visitor has it, policy and scripts on."""
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


def test_the_skip_link_comes_first_is_seen_and_leads_to_the_content(page: Page, site: Served) -> None:
    page.goto(site.address)
    page.keyboard.press("Tab")
    focused: Any = page.evaluate(
        "(e => [e.getAttribute('href'), e.getBoundingClientRect().top >= 0])(document.activeElement)"
    )
    assert focused == ["#noi-dung", True]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null") is True


def test_whatever_has_the_focus_is_seen_to_have_it(page: Page, site: Served) -> None:
    page.goto(site.address + site.kinds["plan"])
    for _ in range(25):
        page.keyboard.press("Tab")
        style: Any = page.evaluate(
            "(e => { const s = getComputedStyle(e), b = e.getBoundingClientRect();"
            " return [e.outerHTML.slice(0, 80), s.outlineStyle, parseFloat(s.outlineWidth), b.width > 0]; })"
            "(document.activeElement)"
        )
        assert style[1] != "none", style
        assert style[2] >= 3, style
        assert style[3], style


def test_a_table_becomes_cards_on_a_phone_and_stays_a_table_for_a_reader(page: Page, site: Served) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site.address + site.kinds["plan"])
    row = page.locator("table[data-cards] tbody tr[id]").first
    assert row.evaluate("e => getComputedStyle(e).display") != "table-row"
    assert row.get_attribute("role") == "row"
    assert page.locator("table[data-cards]").first.get_attribute("role") == "table"
    page.set_viewport_size({"width": 1280, "height": 900})
    assert row.evaluate("e => getComputedStyle(e).display") == "table-row"


def test_a_lost_address_gets_a_page_with_a_way_on(page: Page, site: Served) -> None:
    answer = page.goto(site.address + "khong/co/trang/nay/")
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.locator("h1").count() == 1
    assert "khong/co" not in page.url
