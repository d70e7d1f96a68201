"""The narrowest phone with letters twice as large, as the reader has set them: one column, nothing over the edge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served
from tests.browser.kinds import KIND_NAMES

pytestmark = pytest.mark.browser
# Short words (up to seven letters) that a column is too narrow for: they stand on two lines. Tables that scroll and
# what only ears hear are left out.
_BROKEN = r"""() => {
  const broken = [], range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    const passed = holder.closest(".visually-hidden, thead, svg, script, select, code, .scroller");
    if (passed || !holder.checkVisibility()) continue;
    for (const word of node.data.matchAll(/(?<![^\s])\p{L}{2,7}(?![^\s])/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = [...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top));
      if (new Set(lines).size > 1) broken.push(`${word[0]} in ${holder.outerHTML.slice(0, 90)}`);
    }
  }
  return broken.slice(0, 5);
}"""
_WIDER = """() => [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroller"))
  .slice(-5).map((e) => e.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def enlarged(browser: Browser) -> Iterator[Any]:
    """A window of 320 px in a browser whose letters are set to 32 px instead of 16."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    yield page
    context.close()


@pytest.mark.parametrize("kind", [*KIND_NAMES, "answers"])
def test_letters_twice_as_large_fit_the_narrowest_phone(kind: str, enlarged: Any, site: Served) -> None:
    kinds = {**site.kinds, "answers": "tim-kiem/?q=khai+sinh"}
    if kind not in kinds:
        pytest.skip("the content has no page of this kind")
    enlarged.goto(site.address + kinds[kind])
    if kind == "answers":
        enlarged.locator("[data-hits] li").first.wait_for()
    assert enlarged.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 34
    assert enlarged.evaluate("document.documentElement.scrollWidth") <= 320, enlarged.evaluate(_WIDER)
    assert enlarged.evaluate(_BROKEN) == []


# A script or a style of the reader enlarges the letters only: no em of a media query grows with them.
_ROOT_ONLY = "document.documentElement.style.setProperty('font-size', '32px', 'important')"


@pytest.mark.parametrize("address", ["", "co-quan/so-tu-phap-son-la/", "ke-hoach/son-la-2021/", "thu-tuc/2.000635/"])
def test_letters_enlarged_by_a_style_alone_fit_a_common_phone(address: str, browser: Browser, site: Served) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(site.address + address)
    page.evaluate(_ROOT_ONLY)
    width = page.evaluate("document.documentElement.scrollWidth")
    wider = page.evaluate(_WIDER)
    page.close()
    assert width <= 360, wider


# Words of the answer that stand on two lines.
_BROKEN_ANSWER = _BROKEN.replace('"main"', '".answer-block"').replace("{2,7}", "{2,20}")

_BESIDE = """() => [...document.querySelectorAll(".answer-block > div")]
  .filter((e) => e.children[1].offsetTop === e.children[0].offsetTop).length"""


@pytest.mark.parametrize("width", [360, 768])
@pytest.mark.parametrize("code", ["1.001193", "1.001570", "1.012783", "2.000635"])
def test_no_word_of_the_answer_is_broken_by_letters_that_a_style_enlarges(
    code: str, width: int, browser: Browser, site: Served
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{site.address}thu-tuc/{code}/")
    page.evaluate(_ROOT_ONLY)
    broken, beside = page.evaluate(_BROKEN_ANSWER), page.evaluate(_BESIDE)
    page.close()
    assert broken == []
    assert beside == 0


def test_the_field_for_a_question_has_a_line_of_its_own(enlarged: Any, site: Served) -> None:
    enlarged.goto(site.address + site.kinds["procedure"])
    assert enlarged.locator(".site-header input[type='search']").bounding_box()["width"] > 250


def test_the_field_has_a_line_of_its_own_where_a_style_alone_enlarges_the_letters(
    browser: Browser, site: Served
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(site.address + site.kinds["procedure"])
    beside = page.locator(".site-header .search-row > *").evaluate_all("(all) => all.map((e) => e.offsetTop)")
    page.evaluate(_ROOT_ONLY)
    width = page.locator(".site-header input[type='search']").bounding_box()["width"]
    page.close()
    assert len(set(beside)) == 1
    assert width > 280


# Words of a hidden head that stand on several lines: a screen reader then spells them.
_HIDDEN = "[...document.querySelectorAll('thead')].filter((e) => e.getBoundingClientRect().width === 1)"
_SPELT = rf"""() => {_HIDDEN}.flatMap((e) => [...e.querySelectorAll("th")]).filter((e) => {{
  const range = document.createRange();
  range.selectNodeContents(e);
  return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
}}).map((e) => e.textContent)"""


@pytest.mark.parametrize("address", ["ke-hoach/son-la-2021/", "thoi-han/2024/", "so-sanh/co-quan/so-tu-phap-tinh/"])
def test_heads_that_only_ears_hear_keep_their_words_together(address: str, browser: Browser, site: Served) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(site.address + address)
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    heads, spelt = page.evaluate(f"() => {_HIDDEN}.length"), page.evaluate(_SPELT)
    page.close()
    assert heads > 0
    assert spelt == []
