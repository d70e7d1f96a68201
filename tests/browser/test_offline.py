"""The bundle opens from a disk without a network: suggestions, search and pages as online, and how old it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from congkhai.foundation.labels import load_labels
from congkhai.site.exports.offline.bundle import offline_files
from tests.browser.conftest import Served
from tests.sources import tree

pytestmark = pytest.mark.browser
QUERIES = ("lam giay khai sinh cho con", "cấp lại căn cước", "Sở Nội vụ cải cách hành chính", "61/2018/NĐ-CP")


@pytest.fixture(scope="module")
def folder(site: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the real content, unpacked in a folder with a blank and marks in its name."""
    root = tmp_path_factory.mktemp("đĩa của xã")
    for path, data in offline_files(tree(site.folder), "2026-11-22", load_labels("vi")):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window without a network, in which nothing may fail."""
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 640})
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert faults == []


def hits(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}?q={query}")
    page.wait_for_selector("[data-hits] a")
    return page.locator("[data-hits] h3 a").all_inner_texts() or page.locator("[data-hits] a").all_inner_texts()


@pytest.mark.parametrize("query", QUERIES)
def test_search_answers_as_online(query: str, folder: Path, page: Page, site: Served, browser: Browser) -> None:
    online = browser.new_page()
    expected = hits(online, f"{site.address}tim-kiem/", query)
    online.close()
    assert hits(page, (folder / "tim-kiem" / "index.html").as_uri(), query) == expected
    page.locator("[data-hits] a").first.click()
    page.wait_for_url("file://**/index.html")
    assert page.locator("h1").count() == 1


def test_suggestions_lead_to_pages(folder: Path, page: Page) -> None:
    page.goto((folder / "index.html").as_uri())
    page.fill("main input[type=search]", "khai sinh")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("file://**/thu-tuc/**/index.html")


def test_a_page_says_how_old_it_is(folder: Path, page: Page) -> None:
    page.clock.set_fixed_time("2026-12-22T09:00:00+07:00")
    page.goto((folder / "ke-hoach" / "index.html").as_uri())
    said = page.locator("[data-offline]").inner_text()
    assert said.startswith("Bản xem ngoại tuyến, dữ liệu đến ngày 22/11/2026. (đã 30 ngày;")


def test_the_menu_leads_through_the_site(folder: Path, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((folder / "index.html").as_uri())
    page.locator(".site-nav a").first.click()
    page.wait_for_url("file://**/ke-hoach/index.html")
