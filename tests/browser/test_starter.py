"""A new site before its first plan: empty pages are accessible and valid HTML."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from congkhai.build.builder import Settings, build_site
from congkhai.build.output import write_output
from tests.browser.conftest import Served, served
from tests.browser.test_html import VALIDATOR
from tests.browser.test_pages import DESK, PHONE, violations
from tests.chromium import lacking
from tests.sources import ROOT, TODAY, run

pytestmark = pytest.mark.browser
ADDRESSES = ("", "ke-hoach/", "thoi-han/", "thu-tuc/", "co-quan/", "co-quan/ubnd-xa-an-binh/", "gioi-thieu/")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of a commune as `init` leaves it, built and served."""
    folder = tmp_path_factory.mktemp("begun")
    assert run("init", folder / "source", "--place", "xã An Bình, Vĩnh Long").exit_code == 0
    write_output(folder / "site", build_site(Settings(folder / "source", TODAY)).files.items())
    with served(folder / "site") as address:
        yield Served(folder / "site", address, {})


@pytest.fixture(scope="module")
def view(browser: Browser) -> Iterator[Page]:
    """A window in which axe may be run in spite of the page's policy."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_no_violation_on_an_empty_page(address: str, view: Page, begun: Served, axe: str) -> None:
    view.goto(begun.address + address)
    view.evaluate(axe)
    for size in (DESK, PHONE):
        view.set_viewport_size(size)
        assert violations(view) == [], size
        assert view.evaluate("document.documentElement.scrollWidth <= innerWidth") is True, size


def test_every_page_of_a_new_site_is_valid_html(begun: Served) -> None:
    if not VALIDATOR.exists():
        lacking("html-validate (npm ci)")
    files = sorted(begun.folder.rglob("*.html"))
    command = [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "text", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (told.returncode, told.stdout) == (0, "")
