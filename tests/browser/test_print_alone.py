"""The list of papers is printed alone where its address is asked for, without any script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
# The headings and lists that are on paper.
_SHOWN = """() => [...document.querySelectorAll("h1, h2, fieldset")].filter((e) => e.checkVisibility()).map(
  (e) => e.id || e.tagName)"""


def test_only_the_list_of_papers_is_on_paper_where_its_address_is_asked_for(browser: Browser, site: Served) -> None:
    context = browser.new_context(java_script_enabled=True)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site.address}thu-tuc/1.001193/#giay-to")
    shown = page.evaluate(_SHOWN)
    assert {"H1", "ho-so", "FIELDSET"} <= set(shown)
    assert "thoi-gian" not in shown
    page.goto(f"{site.address}thu-tuc/1.001193/")
    assert "thoi-gian" in page.evaluate(_SHOWN)
    context.close()


def test_a_case_whose_address_is_asked_for_stands_and_is_printed_without_the_others(
    browser: Browser, site: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    lists = "() => [...document.querySelectorAll('fieldset')].filter((e) => e.checkVisibility()).map((e) => e.id)"
    page.goto(f"{site.address}thu-tuc/1.001699/#truong-hop-2")
    assert [name for name in page.evaluate(lists) if name] == ["truong-hop-2"]
    page.emulate_media(media="print")
    assert "thoi-gian" not in page.evaluate(_SHOWN)
    page.goto(f"{site.address}thu-tuc/1.001699/#giay-to")
    assert [name for name in page.evaluate(lists) if name] == ["truong-hop-1", "truong-hop-2"]
    context.close()


def test_only_the_sheet_whose_address_is_asked_for_is_on_paper(browser: Browser, site: Served) -> None:
    context = browser.new_context(java_script_enabled=True)
    page = context.new_page()
    page.goto(f"{site.address}thu-tuc/1.001193/")
    page.get_by_role("link", name="Bản in niêm yết (khổ A4)").click()
    page.wait_for_selector(".sheet:target")
    page.emulate_media(media="print")
    sheets = "() => [...document.querySelectorAll('.sheet')].filter((e) => e.checkVisibility()).map((e) => e.id)"
    assert page.evaluate(sheets) == ["to-1.001193"]
    # On a screen a frame shows which one it is; on paper that frame would run through the last line of a side.
    assert page.locator(".sheet:target").evaluate("(e) => getComputedStyle(e).outlineStyle") == "none"
    page.goto(page.url.split("#")[0])
    assert len(page.evaluate(sheets)) > 1
    context.close()


def test_what_names_a_folded_part_is_on_paper_and_what_only_a_screen_can_do_is_not(
    browser: Browser, site: Served
) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site.address}co-quan/so-tu-phap-son-la/thoi-han/")
    named = page.locator("details:has(table) > summary h3")
    assert named.count() > 0
    assert all(one.is_visible() for one in named.all())
    page.goto(f"{site.address}ke-hoach/son-la-2021/")
    assert not any(one.is_visible() for one in page.locator(".check-all, .data-formats, [data-csv]").all())
    assert not any(one.is_visible() for one in page.locator("details:has(> .task-table) > summary").all())
    page.close()
