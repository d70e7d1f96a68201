"""The bundle of a kiosk: large targets, back to the start and forgetful when nobody is there, no way to other hosts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from congkhai.foundation.labels import load_labels
from congkhai.site.exports.offline.bundle import offline_files
from tests.browser.conftest import Served
from tests.browser.test_offline import page
from tests.sources import tree

pytestmark = pytest.mark.browser
__all__ = ["page"]


@pytest.fixture(scope="module")
def kiosk(site: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle for a kiosk, unpacked."""
    root = tmp_path_factory.mktemp("man hinh")
    for path, data in offline_files(tree(site.folder), "2026-11-22", load_labels("vi"), kiosk=True):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def test_after_a_while_without_a_touch_it_warns_then_goes_back_and_forgets(kiosk: Path, page: Page) -> None:
    page.clock.install()
    page.goto((kiosk / "thu-tuc" / "index.html").as_uri())
    page.evaluate("localStorage.setItem('congkhai-recent', '[\"x\"]')")
    page.clock.run_for(75_000)
    assert "Không ai chạm màn hình" in page.locator(".kiosk-bar [role=status]").inner_text()
    page.clock.run_for(20_000)
    page.wait_for_url((kiosk / "index.html").as_uri())
    assert page.evaluate("localStorage.length") == 0


def test_a_touch_lets_one_stay(kiosk: Path, page: Page) -> None:
    page.clock.install()
    page.goto((kiosk / "thu-tuc" / "index.html").as_uri())
    for _ in range(3):
        page.clock.run_for(60_000)
        page.mouse.move(10, 10)
        page.mouse.move(20, 20)
    assert page.url.endswith("/thu-tuc/index.html")


def test_the_bar_has_large_targets_and_links_elsewhere_are_said(kiosk: Path, page: Page) -> None:
    page.goto((kiosk / "thu-tuc" / "1.001193" / "index.html").as_uri())
    heights = page.locator(".kiosk-bar :is(a, button)").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert min(heights) >= 64
    page.locator("main a[href^='https:']").first.evaluate("(link) => link.click()")
    assert "không nối mạng" in page.locator(".kiosk-bar [role=status]").inner_text()
    assert page.url.startswith("file:")
