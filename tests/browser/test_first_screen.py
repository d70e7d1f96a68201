"""The reader's task: what for, how long, how much, where, online, what to bring, on the first screen of a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from congkhai.foundation.labels import load_labels
from tests.browser.conftest import Served
from tests.browser.test_pages import DESK, PHONE

pytestmark = pytest.mark.browser
LABELS = load_labels("vi")
_FACT_NAMES = ("result", "time", "by", "yearly", "fee", "where", "online", "bring")
QUESTIONS = [LABELS(f"procedure.answer.{fact}") for fact in _FACT_NAMES]
# Not every procedure sets the applicant a period, or days of the year.
ASKED = len(QUESTIONS) - 2
# Raw values and words of operators, which are no answers.
RAW = ("không ghi đơn vị", "Theo văn bản quy định", "chưa rõ", "nguồn không nêu", "văn bản không nêu")
# Ten that people need most, with long names, many papers, several times and fees among them.
CODES = [
    "1.001193",  # khai sinh
    "1.000894",  # kết hôn
    "1.000656",  # khai tử
    "1.004194",  # tạm trú
    "2.000815",  # chứng thực bản sao
    "2.000635",  # trích lục hộ tịch
    "1.013978",  # đăng ký đất đai
    "1.013226",  # giấy phép xây dựng
    "1.001612",  # hộ kinh doanh
    "1.001456",  # hộ chiếu
]
# Per fact: its name, its words, and where its box ends; the sentence on what nobody knows comes last, without a name.
_FACTS = """() => [...document.querySelectorAll(".answer-block > div, .answer-unknown")].map((e) => [
  e.querySelector("dt")?.innerText ?? "", (e.querySelector("dd") ?? e).innerText, e.getBoundingClientRect().bottom])"""
# Where the last fact of each page ends, null where the procedure has expired; pages are opened in frames as large as
# the phone, which costs half of what going to each costs.
_LOWEST = """async ([urls, { width, height }]) => {
  const found = {};
  for (const url of urls) {
    const frame = Object.assign(document.createElement("iframe"), { src: url, width, height, style: "border: 0" });
    await new Promise((loaded) => { frame.onload = loaded; document.body.replaceChildren(frame); });
    const page = frame.contentDocument, facts = [...page.querySelectorAll(".answer-block > div, .answer-unknown")];
    const over = page.querySelector('[data-kind="expired"]');
    const known = page.defaultView.innerWidth === width && page.readyState === "complete" && facts.length;
    found[url] = over ? null : known ? Math.max(...facts.map((e) => e.getBoundingClientRect().bottom)) : Infinity;
  }
  return found;
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone of 360 × 640."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", CODES)
def test_the_first_screen_answers_all_six_questions_or_says_once_what_is_not_known(
    code: str, phone: Page, site: Served
) -> None:
    phone.goto(f"{site.address}thu-tuc/{code}/")
    facts = phone.evaluate(_FACTS)
    told = [name for name, _, _ in facts if name]
    assert told == [question for question in QUESTIONS if question in told]
    assert len(told) >= ASKED or "Chưa có thông tin về" in facts[-1][1]
    assert all(words.strip() for _, words, _ in facts)
    assert not [words for _, words, _ in facts if any(raw in words for raw in RAW)]


def test_the_answer_of_every_procedure_fits_the_first_screen(browser: Browser, site: Served) -> None:
    context = browser.new_context(viewport=DESK, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{site.address}khong-co/")
    urls = [f"{site.address}thu-tuc/{path.name}/" for path in sorted((site.folder / "thu-tuc").glob("[0-9].*"))]
    found = page.evaluate(_LOWEST, [urls, PHONE])
    context.close()
    lowest = {url: bottom for url, bottom in found.items() if bottom is not None}
    assert len(lowest) > 80
    assert {url: bottom for url, bottom in lowest.items() if bottom > PHONE["height"]} == {}


def test_a_form_takes_the_place_that_is_kept_for_it(phone: Page, site: Served) -> None:
    phone.goto(f"{site.address}thu-tuc/1.001193/")
    phone.locator(".calculator-form").nth(1).wait_for()
    margins = phone.evaluate("""() => [...document.querySelectorAll(".calculator > *")].map(
      (e) => parseFloat(getComputedStyle(e).marginBottom))""")
    assert max(margins) < PHONE["height"] / 10
