"""The pages that the real content leaves empty, as the invented example fills them: accessible, valid, on a phone."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from congkhai.build.builder import Settings
from congkhai.build.output import write_output
from tests.browser.conftest import Served, served
from tests.browser.kinds import kinds_of
from tests.browser.test_html import VALIDATOR
from tests.browser.test_pages import DESK, PHONE, violations
from tests.chromium import lacking
from tests.sources import ROOT, built

pytestmark = pytest.mark.browser
KINDS = ("feedback", "indicators", "disclosure", "audit", "posting", "posting_kit", "sheet", "poster", "procedure",
         "decision", "agency")  # fmt: skip


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example of procedures, built and served."""
    folder = tmp_path_factory.mktemp("example") / "site"
    settings = Settings(ROOT / "examples" / "thu-tuc", datetime.date(2026, 11, 22))
    write_output(folder, built(settings.source, settings.today).files.items())
    with served(folder) as address:
        yield Served(folder, address, kinds_of(settings))


@pytest.fixture(scope="module")
def view(browser: Browser) -> Iterator[Page]:
    """A window in which axe may be run in spite of the page's policy."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation_on_a_filled_page(kind: str, view: Page, example: Served, axe: str) -> None:
    view.emulate_media(color_scheme="light")
    view.goto(example.address + example.kinds[kind])
    view.evaluate(axe)
    for size in (DESK, PHONE):
        view.set_viewport_size(size)
        assert violations(view) == [], size
        assert view.evaluate("document.documentElement.scrollWidth <= innerWidth") is True, size
    view.emulate_media(color_scheme="dark")
    assert violations(view, ["color-contrast", "link-in-text-block"]) == []


def test_every_letter_of_a_sheet_is_one_glyph_of_a_times(view: Page, example: Served) -> None:
    view.set_viewport_size(DESK)  # a space at the end of a line is no glyph
    view.goto(example.address + example.kinds["sheet"])
    view.evaluate("document.fonts.ready")
    tools = view.context.new_cdp_session(view)
    for domain in ("DOM", "CSS"):
        tools.send(f"{domain}.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    for name in (".sheet-head p", ".sheet h2"):
        node = tools.send("DOM.querySelector", {"nodeId": root, "selector": name})["nodeId"]
        fonts = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert {font["familyName"] for font in fonts} <= {"Tinos", "Times New Roman"}
        assert sum(font["glyphCount"] for font in fonts) == len(view.locator(name).first.inner_text())


def test_every_page_of_the_example_is_valid_html(example: Served) -> None:
    if not VALIDATOR.exists():
        lacking("html-validate (npm ci)")
    files = sorted(example.folder.rglob("*.html"))
    command = [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "text", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (told.returncode, told.stdout) == (0, "")
