"""The small scripts do what they promise, in a real browser, under the policy of the site and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from tests.site.design.rendering import COMPONENTS, ROOT, a_site, as_view, environment, labels

SITE = "https://example.vn"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()


def show(page: Any, component: str, number: int, scripts: str = "", address: str = "/") -> None:
    """Open a page that holds one example of a component, served from memory."""
    example = yaml.safe_load((COMPONENTS / f"{component}.examples.yaml").read_text(encoding="utf-8"))[number]
    source = (
        '{% extends "base.html" %}'
        f'{{% from "components/{component}.html" import {component} %}}'
        f"{{% block main %}}<h1>T</h1>{{{{ {component}(*args, **named) }}}}{{% endblock %}}"
        f"{{% block scripts %}}{scripts}{{% endblock %}}"
    )
    html = (
        environment()
        .from_string(source)
        .render(
            args=as_view(example.get("args", [])),
            named={key: as_view(value) for key, value in example.get("with", {}).items()},
            site=a_site(),
            labels=labels,
            page=SimpleNamespace(title="T", description="", url="/", breadcrumbs=(), data_url=""),
        )
    )
    page.route("**/*", lambda route: serve(route, html))
    page.goto(SITE + address)


def serve(route: Any, html: str) -> None:
    path = route.request.url.removeprefix(SITE).partition("?")[0]
    file = ROOT / path.lstrip("/")
    if path.startswith("/static/") and file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix[1:]])
    else:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")


def test_ticks_are_kept_and_counted(page: Any) -> None:
    script = '<script type="module" src="/static/js/checklist.js"></script>'
    show(page, "checklist", 0, script)
    page.get_by_label("Giấy chứng sinh").check()
    page.reload()
    assert page.get_by_label("Giấy chứng sinh").is_checked()
    assert page.get_by_text("Đã có 1 trong 2 giấy tờ").is_visible()
    page.get_by_role("button", name="Bỏ đánh dấu").click()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(
    ("code", "words"),
    [("3f9a2c1", "khớp"), ("3F9A2C1", "khớp"), ("0000000", "khác"), ("3f9a2c", "lạ"), ("3f9a2cz", "lạ")],
)
def test_a_code_of_another_form_is_told_from_that_of_an_old_sheet(page: Any, code: str, words: str) -> None:
    scripts = (
        '<p id="phien-ban" data-version="3f9a2c1" data-procedure="/lich.json"></p>'
        '<script type="module" src="/static/js/version.js"></script>'
    )
    told = {"words": {"match": "khớp", "differ": "khác", "malformed": "lạ"}}
    show(page, "checklist", 0, scripts, f"/?ma={code}")
    page.route("**/lich.json", lambda route: route.fulfill(json=told))
    page.reload()
    page.get_by_text(words, exact=True).wait_for()
    assert page.locator("#phien-ban").inner_text() == words


def test_a_day_handed_in_is_answered_in_a_form_that_the_page_need_not_bring(page: Any) -> None:
    script = '<script type="module" src="/static/js/calculator.js"></script><p data-procedure="/lich.json"></p>'
    calendar = {"known": 2026, "first": 2026, "last": 2027, "off": {}, "worked": []}
    said = {"answer": "Trả ngày {day}.", "passed": "Bỏ {days}.", "date": "Ngày nộp", "time": "Giờ", "period": "Hạn"}
    said |= {"by": "Nộp trước {day}.", "passed_reason": "{day} ({reason})", "weekend": "nghỉ", "rules": "Theo luật."}
    said |= {"overdue": "Trễ {n} ngày làm việc.", "in_time": "Chưa trễ.", "complain": "Khiếu nại"}
    told = {"calendar": calendar, "words": {**said, "weekdays": [""] * 7}}
    page.route("**/lich.json", lambda route: route.fulfill(json=told))
    page.clock.set_fixed_time("2026-11-20T05:00:00Z")
    show(page, "calculator", 0, script)
    page.route("**/lich.json", lambda route: route.fulfill(json=told))
    page.reload()
    page.get_by_label("Hạn").select_option("7 working_days")
    assert page.get_by_text("Trả ngày 01/12/2026.").is_visible()
    page.get_by_label("Ngày nộp").fill("2026-11-23")
    assert page.get_by_text("Trả ngày 02/12/2026.").is_visible()
    assert page.get_by_text("Bỏ 28/11/2026, 29/11/2026 (nghỉ).").count() == 1
    assert page.get_by_text("Chưa trễ.").count() == page.get_by_text("Khiếu nại").count() == 0
    page.get_by_label("Ngày nộp").fill("2026-11-11")
    assert page.get_by_text("Chưa trễ.").is_visible()
    page.get_by_label("Ngày nộp").fill("2026-11-06")
    assert page.get_by_text("Trễ 3 ngày làm việc.").is_visible()
    assert page.get_by_role("link", name="Khiếu nại").get_attribute("href") == "#phan-anh"


def test_a_last_day_is_told_once_the_day_of_the_event_is_and_its_place_is_kept(page: Any) -> None:
    script = '<script type="module" src="/static/js/calculator.js"></script><p data-procedure="/lich.json"></p>'
    words = {"by": "Nộp trước {day}.", "weekdays": [""] * 7}
    told = {"calendar": {"known": 2027, "first": 2026, "last": 2027, "off": {}, "worked": []}, "words": words}
    show(page, "apply_by", 0, script)
    page.route("**/lich.json", lambda route: route.fulfill(json=told))
    page.reload()
    day, answer = page.get_by_label("Ngày sinh con"), page.locator("output")
    assert (day.input_value(), answer.inner_text()) == ("", "")
    before = answer.bounding_box()["height"]
    day.fill("2026-11-20")
    assert answer.inner_text() == "Nộp trước 19/01/2027."
    assert answer.bounding_box()["height"] == before > 0


def test_a_box_can_be_ticked_by_its_frame_with_a_thumb(page: Any) -> None:
    show(page, "checklist", 0)
    box = page.locator("#giay-1").bounding_box()
    assert min(box["width"], box["height"]) >= 44
    page.mouse.click(box["x"] + 3, box["y"] + 3)
    assert page.locator("#giay-1").is_checked()


def test_states_are_right_on_the_day_of_reading(page: Any) -> None:
    script = '{% from "components/state_words.html" import state_words %}{{ state_words(site) }}'
    page.clock.set_fixed_time("2024-07-14T18:00:00Z")  # already 15 July in Viet Nam
    show(page, "tag", 0, script)
    assert page.locator("main .tag").inner_text() == "đến hạn hôm nay"
    page.clock.set_fixed_time("2024-06-20T05:00:00Z")
    page.reload()
    assert page.locator("main .tag").inner_text() == "sắp đến hạn"


@pytest.mark.parametrize(("number", "words"), [(2, "quá hạn"), (3, labels("design.state.unreported"))])
def test_a_passed_deadline_becomes_what_the_tag_says(page: Any, number: int, words: str) -> None:
    script = '{% from "components/state_words.html" import state_words %}{{ state_words(site) }}'
    page.clock.set_fixed_time("2024-07-16T05:00:00Z")
    show(page, "tag", number, script)
    assert page.locator("main .tag").inner_text() == words


def test_escape_closes_the_menu_and_gives_the_focus_back(page: Any) -> None:
    show(page, "editor_note", 0)
    page.locator(".site-menu summary").click()
    page.locator(".site-menu a").first.focus()
    page.keyboard.press("Escape")
    assert not page.locator(".site-menu a").first.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_menu_lies_open_on_a_wide_screen(page: Any) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    show(page, "editor_note", 0)
    assert page.locator(".site-menu a").first.is_visible()


def test_a_card_is_still_a_row_of_a_table_for_a_screen_reader(page: Any) -> None:
    show(page, "task_table", 0)
    assert page.locator("tr[id]").evaluate("row => getComputedStyle(row).display") == "grid"
    tree = page.locator("main").aria_snapshot()
    assert "table" in tree
    assert "rowheader" in tree
    assert "cell" in tree


@pytest.mark.parametrize("component", ["task_table", "matrix", "calendar_month", "data_table", "timeline"])
def test_a_phone_need_not_scroll_sideways(page: Any, component: str) -> None:
    show(page, component, 0)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_filter_narrows_and_its_state_is_the_address(page: Any) -> None:
    script = (
        '{% from "components/task_table.html" import task_table %}{{ task_table(named.table) }}'
        '<script type="module" src="/static/js/filter.js"></script>'
    )
    show_filter(page, script)
    assert not page.locator("tr[id='I.1']").is_visible()
    page.get_by_text("Lọc danh sách").click()
    page.locator("select").select_option("")
    assert page.locator("tr[id='I.1']").is_visible()
    assert page.url == SITE + "/"
    assert not page.locator("select").is_visible()  # on a phone a choice closes the form, and what it left stands below


def show_filter(page: Any, script: str) -> None:
    table = yaml.safe_load((COMPONENTS / "task_table.examples.yaml").read_text(encoding="utf-8"))[0]["args"][0]
    form = yaml.safe_load((COMPONENTS / "filter_form.examples.yaml").read_text(encoding="utf-8"))[0]
    source = (
        '{% extends "base.html" %}{% from "components/filter_form.html" import filter_form %}'
        '{% block main %}{{ filter_form((), fields=named.fields, target="bang") }}{% endblock %}'
        f"{{% block scripts %}}{script}{{% endblock %}}"
    )
    named = SimpleNamespace(table=as_view(table), fields=as_view(form["with"]["fields"]))
    shell = SimpleNamespace(title="T", description="", url="/", breadcrumbs=(), data_url="")
    html = environment().from_string(source).render(named=named, site=a_site(), labels=labels, page=shell)
    page.route("**/*", lambda route: serve(route, html))
    page.goto(SITE + "/?state=done")
