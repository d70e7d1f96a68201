"""Who asks for what the portal lacks reads its name, its code and who handles it; others pay nothing for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
BLOCK, HEADING = "#noi-khac", "#so-ket-qua"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that was never here and may copy."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block", locale="vi-VN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A new window of that phone."""
    return context.new_page()


def asked(page: Page, site: Served, query: str) -> list[str]:
    """Ask a query, wait for its answers; return what was fetched of the second index."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if "elsewhere" in request.url else None)
    page.goto(f"{site.address}tim-kiem/?q={quote(query)}")
    page.locator("[data-hits] > *").first.wait_for()
    return fetched


@pytest.mark.parametrize("query", ["đăng ký thường trú", "nhap ho khau", "xin nhập hộ khẩu ở đâu", "thuong tru"])
def test_a_procedure_that_is_not_here_is_told_with_its_code_and_who_handles_it(
    page: Page, site: Served, query: str
) -> None:
    asked(page, site, query)
    expect(page.locator(HEADING)).to_contain_text("Cổng này chưa có thủ tục ấy")
    expect(page.locator(BLOCK)).to_contain_text("Đăng ký thường trú")
    expect(page.locator(f"{BLOCK} code")).to_have_text("1.004222")
    expect(page.locator(BLOCK)).to_contain_text("Nơi giải quyết: Công an cấp xã")


def test_a_matter_of_courts_is_told_with_its_law_and_has_no_code_to_copy(page: Page, site: Served) -> None:
    asked(page, site, "ly hôn đơn phương")
    expect(page.locator(BLOCK)).to_contain_text("Tòa án nhân dân khu vực")
    expect(page.locator(BLOCK)).to_contain_text("52/2014/QH13")
    expect(page.locator(f"{BLOCK} button")).to_be_hidden()


def test_a_name_of_the_register_is_told_as_such(page: Page, site: Served) -> None:
    asked(page, site, "nhập quốc tịch Việt Nam")
    expect(page.locator(f"{BLOCK} .notice-title")).to_have_text("Trong cơ sở dữ liệu quốc gia")
    expect(page.locator(f"{BLOCK} code").first).to_have_text("2.002039")


@pytest.mark.parametrize("query", ["khai sinh", "mất căn cước", "sở tư pháp", "kế hoạch kiểm soát thủ tục hành chính"])
def test_what_the_portal_has_comes_first_and_costs_no_request_more(page: Page, site: Served, query: str) -> None:
    fetched = asked(page, site, query)
    page.wait_for_timeout(300)
    expect(page.locator(BLOCK)).to_be_hidden()
    assert fetched == []


def test_the_code_is_copied_by_keyboard_and_the_block_goes_with_the_next_query(page: Page, site: Served) -> None:
    asked(page, site, "đăng ký thường trú")
    button = page.locator(f"{BLOCK} button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{BLOCK} [role=status]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == "1.004222"
    page.locator("#tim").fill("khai sinh")
    page.keyboard.press("Enter")
    expect(page.locator(BLOCK)).to_be_hidden()


def test_the_answers_come_also_when_the_second_index_is_lost(page: Page, site: Served) -> None:
    page.route("**/search/elsewhere/*", lambda route: route.fulfill(status=503))
    asked(page, site, "đăng ký thường trú")
    expect(page.locator(HEADING)).to_contain_text("kết quả")
    expect(page.locator(BLOCK)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_block_passes_axe_and_fits_a_phone(page: Page, site: Served, axe: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    asked(page, site, "mở phòng khám tư")
    page.locator(BLOCK).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe)
    found = page.evaluate("axe.run('#noi-khac')")
    assert found["passes"]
    assert [one["id"] for one in found["violations"]] == []


@pytest.mark.parametrize("path", ["", "tim-kiem/", "thu-tuc/1.001193/"])
def test_while_typing_the_first_suggestion_says_who_handles_what_is_not_here(
    page: Page, site: Served, path: str
) -> None:
    page.goto(site.address + path)
    box = page.locator("main input[type=search], header input[type=search]").last
    box.press_sequentially("chung thuc chu ky")
    option = page.locator("[role=option]").first
    expect(option).to_contain_text("Chứng thực chữ ký trong các giấy tờ, văn bản")
    expect(option).to_contain_text("Cổng này chưa có; nơi giải quyết: ")
    status = page.locator(".search-form [role=status]", has_text="gợi ý")
    expect(status).to_have_text(re.compile("^Chứng thực chữ ký .*: Cổng này chưa có; .*Có [2-9] gợi ý"))
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator(BLOCK)).to_contain_text("Chứng thực chữ ký trong các giấy tờ, văn bản")


@pytest.mark.parametrize("query", ["khai sinh", "thuong", "sao y", "đổi bằng lái xe"])
def test_suggestions_of_what_is_here_cost_no_request_more(page: Page, site: Served, query: str) -> None:
    page.goto(site.address)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if "elsewhere" in request.url else None)
    page.locator("main input[type=search]").press_sequentially(query)
    expect(page.locator("[role=option][data-url]").first).to_be_visible()
    page.wait_for_timeout(300)
    assert fetched == []
    assert page.locator("[role=option]:not([data-url])").count() == 0
