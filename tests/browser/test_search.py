"""Search as a visitor meets it: suggestions, the page of answers, its address, no network, no script."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import Served, served

pytestmark = pytest.mark.browser
OPTIONS = "#tim-goi-y [role=option]"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor who was never here; nothing is kept unless a test is about keeping."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block", locale="vi-VN")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A new window of that visitor."""
    return context.new_page()


def answers(page: Page, address: str) -> list[str]:
    """The titles of the answers at an address."""
    page.goto(address)
    settled(page)
    return page.locator("[data-hits] li > a:not([href^='?'])").all_inner_texts()


def settled(page: Page) -> None:
    """Wait until the answers have come: the heading says neither what it says before the script nor that it seeks."""
    expect(page.locator("#so-ket-qua")).not_to_have_text(re.compile("^(Tìm kiếm|Đang tìm…)$"))


def typed(page: Page, site: Served, text: str) -> None:
    """Type into the box of the search page, and wait for suggestions."""
    page.goto(site.address + "tim-kiem/")
    page.locator("#tim").press_sequentially(text)
    page.locator(OPTIONS).first.wait_for()


def kept(page: Page, *addresses: str) -> None:
    """Wait until the browser keeps this page and what else is named (relative to it)."""
    there = "async (all) => (await Promise.all(all.map((url) => caches.match(new URL(url, location))))).every(Boolean)"
    for _ in range(50):
        if page.evaluate("navigator.serviceWorker.controller !== null") and page.evaluate(there, list(addresses)):
            return
        page.wait_for_timeout(100)
    raise AssertionError("nothing was kept")


def test_a_mother_finds_the_birth_certificate(page: Page, site: Served) -> None:
    found = answers(page, site.address + "tim-kiem/?q=lam+giay+khai+sinh+cho+con")
    assert re.match(r"(Thủ tục )?đăng ký khai sinh$", found[0], re.I), found[:3]
    assert page.locator("[data-hits] li:first-child mark").all_inner_texts() == ["đăng ký khai sinh"]


@pytest.mark.parametrize("index", ["search", "search/elsewhere"])
def test_every_word_of_a_real_index_is_looked_up_in_sound_files(site: Served, index: str) -> None:
    script = Path(__file__).parents[1] / "js" / "every_word.mjs"
    command = ["node", str(script), str(site.folder / index)]
    env = {**os.environ, "NODE_NO_WARNINGS": "1"}
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    assert found["words"] > 500
    assert (found["unread"], found["warnings"]) == ([], [])


def test_the_page_of_every_plan_decision_and_document_is_the_first_answer_to_its_number(site: Served) -> None:
    script = Path(__file__).parents[1] / "js" / "numbers.mjs"
    command = ["node", str(script), str(site.folder / "search")]
    env = {**os.environ, "NODE_NO_WARNINGS": "1"}
    found = json.loads(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
    assert found["numbers"] > 200
    assert found["missed"] == []


def test_a_life_event_is_among_the_first_answers_to_its_name(site: Served) -> None:
    script = Path(__file__).parents[1] / "js" / "life_events.mjs"
    command = ["node", str(script), str(site.folder / "search")]
    ran = subprocess.run(
        command, env={**os.environ, "NODE_NO_WARNINGS": "1"}, capture_output=True, text=True, check=True
    )
    found = json.loads(ran.stdout)
    assert found["events"] >= 10
    assert found["missed"] == []


def test_the_arrows_choose_and_enter_goes_there(page: Page, site: Served) -> None:
    typed(page, site, "khai sinh")
    box = page.locator("#tim")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    first = page.locator(OPTIONS).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    target = first.get_attribute("data-url") or ""
    box.press("Enter")
    page.wait_for_url(target)


def test_the_arrow_up_comes_from_the_end_and_back_to_the_box(page: Page, site: Served) -> None:
    typed(page, site, "khai sinh")
    page.locator("#tim").press("ArrowUp")
    expect(page.locator(OPTIONS).last).to_have_attribute("aria-selected", "true")
    page.locator("#tim").press("ArrowDown")
    expect(page.locator("#tim")).not_to_have_attribute("aria-activedescendant", re.compile("."))


def test_escape_closes_and_enter_without_a_choice_asks(page: Page, site: Served) -> None:
    typed(page, site, "khai sinh")
    page.locator("#tim").press("Escape")
    expect(page.locator("#tim-goi-y")).to_be_hidden()
    page.locator("#tim").press("Enter")
    page.wait_for_url("**/tim-kiem/?q=khai+sinh")


def test_the_number_of_suggestions_is_announced_politely(page: Page, site: Served) -> None:
    typed(page, site, "khai sinh")
    status = page.locator("form[data-large] [role=status]")
    expect(status).to_have_text(re.compile(r"^Có \d+ gợi ý"))
    page.locator("#tim").fill("xyzzyxyzzy")
    expect(status).to_have_text("Không có gợi ý")


def test_keys_belong_to_the_input_method_while_it_composes(page: Page, site: Served) -> None:
    typed(page, site, "khai sinh")
    send = "(key, how) => document.querySelector('#tim').dispatchEvent(new KeyboardEvent('keydown', {key, ...how}))"
    for how in ({"isComposing": True}, {"keyCode": 229}):
        page.evaluate(f"how => ({send})('ArrowDown', {{bubbles: true, cancelable: true, ...how}})", how)
        assert page.locator(f"{OPTIONS}[aria-selected=true]").count() == 0
    page.evaluate(f"({send})('ArrowDown', {{bubbles: true, cancelable: true}})")
    assert page.locator(f"{OPTIONS}[aria-selected=true]").count() == 1


def test_what_is_being_composed_is_not_asked_until_it_is_done(page: Page, site: Served) -> None:
    page.goto(site.address + "tim-kiem/")
    page.evaluate(
        """() => { const box = document.querySelector("#tim"); box.focus(); box.value = "kết hôn";
        box.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
        box.dispatchEvent(new InputEvent("input", {bubbles: true, isComposing: true})); }"""
    )
    page.wait_for_timeout(400)
    assert page.locator(OPTIONS).count() == 0
    page.evaluate('() => document.querySelector("#tim").dispatchEvent(new CompositionEvent("compositionend"))')
    expect(page.locator(OPTIONS).first).to_contain_text(re.compile("kết hôn", re.I))


def test_a_finger_chooses_a_suggestion(browser: Browser, site: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, service_workers="block")
    page = context.new_page()
    typed(page, site, "ket hon")
    first = page.locator(OPTIONS).first
    assert (first.bounding_box() or {"height": 0})["height"] >= 44
    target = first.get_attribute("data-url") or ""
    first.tap()
    page.wait_for_url(target)
    context.close()


def test_filters_are_in_the_address_and_the_way_back_restores(page: Page, site: Served) -> None:
    all_of_them = answers(page, site.address + "tim-kiem/?q=k%E1%BA%BF+ho%E1%BA%A1ch")
    count = page.locator("#so-ket-qua").inner_text()
    facet = page.locator("[data-filters] details details[open] a").first
    some = int(facet.locator(".count").inner_text())
    facet.click()
    page.wait_for_url("**f.kind=*")
    expect(page.locator("#so-ket-qua")).to_have_text(f"{some} kết quả")
    expect(page.locator("[data-filters] a[aria-current=true]")).to_have_count(1)
    page.go_back()
    expect(page.locator("#so-ket-qua")).to_have_text(count)
    assert page.locator("[data-hits] li > a").all_inner_texts() == all_of_them


def test_the_second_page_goes_on_where_the_first_ended(page: Page, site: Served) -> None:
    first = answers(page, site.address + "tim-kiem/?q=ke+hoach")
    page.locator(".pagination a").last.click()
    page.wait_for_url("**trang=2")
    titles = page.locator("[data-hits] li > a:not([href^='?'])")
    expect(titles.first).not_to_have_text(first[0])
    hrefs = page.locator("[data-hits] li > a").evaluate_all("links => links.map((link) => link.href)")
    page.go_back()
    expect(titles.first).to_have_text(first[0])
    before = page.locator("[data-hits] li > a").evaluate_all("links => links.map((link) => link.href)")
    assert len(first) == 10
    assert not set(hrefs) & set(before)


def test_tasks_can_be_sorted_by_deadline(page: Page, site: Served) -> None:
    page.goto(site.address + "tim-kiem/?q=bao+cao&f.kind=task&sx=han")
    page.locator("[data-hits] li").first.wait_for()
    href = page.locator("[data-filters] a", has_text="Phù hợp nhất").get_attribute("href") or ""
    assert "sx=" not in href
    assert "f.kind=task" in href


def test_a_query_is_answered_in_the_page_and_the_way_back_leads_to_the_same_height(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=ke+hoach")
    page.evaluate("window.same = true; window.scrollTo(0, 300)")
    page.evaluate("const box = document.querySelector('#tim'); box.value = 'khai sinh'; box.form.requestSubmit()")
    page.wait_for_url("**q=khai+sinh")
    expect(page.locator("[data-hits] li").first).to_contain_text(re.compile("khai sinh", re.I))
    assert page.evaluate("window.same")
    page.go_back()
    page.wait_for_url("**q=ke+hoach")
    expect(page.locator("[data-hits] li").first).not_to_contain_text(re.compile("khai sinh", re.I))
    assert abs(page.evaluate("scrollY") - 300) < 20
    assert page.evaluate("window.same")


def test_the_way_back_from_an_answer_leads_to_the_same_height(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=ke+hoach")
    page.evaluate("window.scrollTo(0, 200)")
    page.locator("[data-hits] li > a").nth(3).evaluate("link => link.click()")
    page.wait_for_url(re.compile("^(?!.*tim-kiem)"))
    page.go_back()
    settled(page)
    page.wait_for_function("scrollY === 200")


# How much of the page has moved by itself so far (CLS).
MOVED = """window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput) window.moved += entry.value; })).observe({type: "layout-shift", buffered: true});"""


def test_nothing_moves_when_the_block_on_what_the_portal_lacks_stands_above_the_answers(
    browser: Browser, site: Served
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    page.add_init_script(MOVED)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    answers(page, site.address + "tim-kiem/?q=x%C3%A2y+nh%C3%A0+xin+ph%C3%A9p")
    expect(page.locator("#noi-khac")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.moved") <= 0.02
    context.close()


def test_nothing_moves_and_the_first_answer_stands_in_the_first_screen(browser: Browser, site: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    page.add_init_script(MOVED)
    answers(page, site.address + "tim-kiem/?q=khai+sinh")
    expect(page.locator("[data-filters] summary").nth(1)).to_be_attached()
    box = page.locator("[data-hits] li").first.bounding_box() or {"y": 999.0, "height": 0.0}
    assert box["y"] + box["height"] < 640
    assert page.evaluate("window.moved") <= 0.02
    context.close()


def test_why_an_answer_was_found_is_told_by_a_sentence_of_its_page_and_nothing_moves(
    browser: Browser, site: Served
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    page.add_init_script(MOVED)
    page.goto(site.address + "tim-kiem/?q=t%E1%BB%9D+khai+ct01")
    told = page.locator("[data-excerpt]").first
    expect(told.locator("mark").last).to_have_text("CT01")
    assert page.evaluate("window.moved") <= 0.02
    context.close()


def test_who_saves_data_fetches_no_page_for_a_sentence(page: Page, site: Served) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith("/index.json") else None)
    answers(page, site.address + "tim-kiem/?q=t%E1%BB%9D+khai+ct01")
    page.wait_for_load_state("networkidle")
    assert fetched == []
    assert page.locator("[data-excerpt]").count() == 0


def test_procedures_of_one_matter_are_one_answer_that_says_what_differs(page: Page, site: Served) -> None:
    titles = answers(page, site.address + "tim-kiem/?q=lam+can+cuoc")
    first = page.locator("[data-hits] > ul > li", has=page.locator("details")).first
    expect(first.locator("summary")).to_have_text(re.compile("^Thêm 1 trường hợp: cho người (dưới|từ đủ) 14 tuổi"))
    first.locator("summary").press("Enter")
    expect(first.locator("details a")).to_be_visible()
    assert len(titles) == len(set(titles))


def test_only_whole_words_are_marked_where_the_last_word_is_whole(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=dang+ky+khai+tu")
    marked = {word.lower() for text in page.locator("[data-hits] mark").all_inner_texts() for word in text.split()}
    assert "tử" in marked
    assert not marked & {"tục", "tuyến", "tuổi"}


def test_filters_close_after_a_choice_and_the_choice_can_be_taken_back(browser: Browser, site: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    answers(page, site.address + "tim-kiem/?q=khai+sinh")
    page.locator("[data-filters] summary").first.click()
    page.locator("[data-filters] details details a").first.click()
    page.wait_for_url("**f.kind=*")
    expect(page.locator("[data-filters] > div > details")).not_to_have_attribute("open", re.compile(""))
    page.locator("[data-filters] a.tag").click()
    page.wait_for_url(re.compile(r"q=khai\+sinh$"))
    context.close()


def test_filters_that_are_open_stay_so_when_their_counts_arrive(browser: Browser, site: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    waiting: list[Route] = []
    page.route("**/facets-*.json", lambda route: waiting.append(route))
    with page.expect_request("**/facets-*.json"):
        answers(page, site.address + "tim-kiem/?q=khai+sinh")
    page.locator("[data-filters] summary").first.click()
    page.wait_for_function("document.querySelectorAll('[data-filters] details').length === 1")
    for route in waiting:
        route.continue_()
    expect(page.locator("[data-filters] details details a").first).to_be_visible()
    context.close()


def test_a_page_that_is_not_there_says_which_is_the_last(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=ke+hoach&trang=999")
    expect(page.locator("[data-hits]")).to_contain_text("Không có trang 999")
    page.locator("[data-hits] a", has_text="Xem trang").click()
    expect(page.locator("[data-hits] li").first).to_be_visible()


def test_a_slip_is_answered_and_what_may_have_been_meant_stands_beside(page: Page, site: Served) -> None:
    assert answers(page, site.address + "tim-kiem/?q=khai+snh")
    expect(page.locator("[data-hits] p a").first).to_have_text("khai sinh")


def test_nothing_found_says_what_was_tried_and_whom_to_ask(page: Page, site: Served) -> None:
    assert answers(page, site.address + "tim-kiem/?q=kjhaik") == []
    text = page.locator("[data-hits]").inner_text()
    assert "Không có trang nào ứng với “kjhaik”." in text
    assert page.locator("[data-hits] a").first.inner_text().startswith("khai")
    assert not re.search(r"[a-zà-ỹ]\d", text), text
    assert page.locator("#ket-qua + #hoi a").count() >= 1
    page.locator("[data-hits] a").first.click()
    expect(page.locator("#so-ket-qua")).to_have_text(re.compile(r"^\d+ kết quả"))


def test_an_agency_that_the_portal_does_not_have_is_told_with_the_nearest(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=UBND+x%C3%A3+Kh%C3%B4ng+C%C3%B3")
    told = page.locator("[data-hits] > p").first
    expect(told).to_have_text("Cổng này không có trang của cơ quan “UBND xã Không Có”.")


def test_an_answer_that_may_be_none_says_so(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=ch%C3%B3+h%C3%A0ng+x%C3%B3m+s%E1%BB%A7a")
    expect(page.locator("[data-hits] > p").first).to_contain_text("những trang gần nhất")


def test_markup_in_a_query_stays_text(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+khai+sinh&f.kind=%3Cb%3Ex")
    assert page.locator("main img, #ket-qua b").count() == 0


@pytest.mark.parametrize("lost", ["t-", "c-", "facets"])
def test_a_lost_part_of_the_index_is_told_and_the_rest_goes_on(lost: str, page: Page, site: Served) -> None:
    def lose(route: Route) -> None:
        route.fulfill(status=404) if f"/search/{lost}" in route.request.url else route.continue_()

    page.route("**/search/*", lose)
    page.goto(site.address + "tim-kiem/?q=lam+giay+khai+sinh")
    expect(page.locator("[data-hits]")).to_contain_text("Một phần chỉ mục không tải được")


def test_without_an_index_the_page_says_so_and_shows_its_lists(page: Page, site: Served) -> None:
    page.route("**/search/manifest.json", lambda route: route.fulfill(status=503))
    page.goto(site.address + "tim-kiem/?q=khai+sinh")
    expect(page.locator("#so-ket-qua")).to_have_text(re.compile("^Không tải được công cụ tìm kiếm"))
    assert page.locator("#danh-muc + ul a").count() >= 4


def test_without_a_script_the_form_leads_to_lists_that_hold_everything(browser: Browser, site: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address)
    page.locator("form[role=search] input").first.fill("khai sinh")
    page.locator("form[role=search] button").first.click()
    assert page.url.endswith("tim-kiem/?q=khai+sinh")
    assert page.locator("#ket-qua").is_hidden()
    assert page.locator("main a[href='../thu-tuc/']").count() == 1
    context.close()


def test_what_was_visited_can_be_read_and_searched_without_a_network(browser: Browser, site: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    once = answers(page, site.address + "tim-kiem/?q=khai+sinh")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({name}) => name)")
    kept(page, "", *(name for name in loaded if "/search/" in name))
    context.set_offline(True)
    assert answers(page, site.address + "tim-kiem/?q=khai+sinh") == once
    assert page.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"
    context.close()


def test_with_a_network_no_stale_page_is_shown(browser: Browser, site: Served, tmp_path: Path) -> None:
    context, own = browser.new_context(), tmp_path / "site"
    page = context.new_page()
    shutil.copytree(site.folder, own, copy_function=os.link)  # others read the files of the site meanwhile
    file = own / "gioi-thieu" / "index.html"
    with served(own) as address:
        page.goto(address + "gioi-thieu/")
        kept(page, "")
        changed = file.read_bytes().replace(b"<h1", b'<p id="new">x</p><h1', 1)
        file.unlink()
        file.write_bytes(changed)
        page.reload()
        assert page.locator("#new").count() == 1
        context.close()


def test_a_question_leads_to_the_part_it_asks_for(page: Page, site: Served) -> None:
    page.goto(site.address + "tim-kiem/?q=đăng+ký+kết+hôn+ở+đâu")
    settled(page)
    assert page.locator("[data-hits] .cluster a").all_inner_texts()[0] == "Nơi nộp"
    page.locator("[data-hits] .cluster a").first.click()
    expect(page).to_have_url(re.compile(r"/thu-tuc/1\.000894/#noi-nop$"))
    expect(page.locator("#noi-nop")).to_be_in_viewport()


def test_a_query_that_asks_for_no_part_offers_all_of_the_first_answer(page: Page, site: Served) -> None:
    page.goto(site.address + "tim-kiem/?q=đăng+ký+kết+hôn")
    settled(page)
    assert page.locator("[data-hits] .cluster a").count() == 4


def test_what_was_asked_is_remembered_on_the_device_until_it_is_cleared(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=khai+tử")
    page.goto(site.address + "tim-kiem/")
    expect(page.locator("#gan-day li")).to_have_text(["khai tử"])
    page.locator("#gan-day [data-forget]").click()
    expect(page.locator("#gan-day")).to_be_hidden()
    page.reload()
    expect(page.locator("#gan-day")).to_be_hidden()


def test_what_found_nothing_is_kept_to_be_sent_by_the_reader(page: Page, site: Served) -> None:
    answers(page, site.address + "tim-kiem/?q=zzyxq")
    answers(page, site.address + "tim-kiem/?q=khai+tử")
    expect(page.locator("#cau-chua-thay")).to_have_text("zzyxq")
    page.locator("#chua-thay [data-keep]").click()
    expect(page.locator("#cau-chua-thay")).to_have_text("khai tử\nzzyxq")


def test_a_slash_leads_to_the_search_box(page: Page, site: Served) -> None:
    page.goto(site.address + "tim-kiem/")
    page.keyboard.press("/")
    expect(page.locator("#tim")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("#tim")).to_have_value("a/b")
