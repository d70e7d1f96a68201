"""A plan is narrowed by a form that the style sheet alone obeys, and by a script in the same way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
PLAN, SHOWN = "ke-hoach/ben-tre-2024/", "tr[data-agency]:visible"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_section_and_agency_narrow_together(site: Served, browser: Any, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(site.address + PLAN)
    page.get_by_label("Mở tất cả các phần").check()
    everything = page.locator(SHOWN).count()
    page.get_by_label("Phần", exact=True).select_option(index=1)
    of_section = page.locator(SHOWN).count()
    page.get_by_label("Cơ quan", exact=True).select_option(index=1)
    both = page.locator(SHOWN).count()
    page.get_by_role("button", name="Bỏ lọc").click()
    page.wait_for_function(f"document.querySelectorAll('tr[data-agency]').length === {everything}")
    assert everything > of_section > both > 0
    assert page.locator(SHOWN).count() == everything
    context.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_chapters_fold_on_a_desk_and_a_choice_opens_those_with_what_it_found(
    site: Served, browser: Any, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(site.address + PLAN)
    assert 0 < page.locator(SHOWN).count() < page.locator("tr[data-agency]").count()
    page.get_by_label("Phần", exact=True).select_option(index=5)
    assert page.locator(SHOWN).count() > 0
    context.close()


def test_a_narrowed_list_can_be_shared(site: Served, browser: Any) -> None:
    page = browser.new_page()
    page.goto(site.address + PLAN)
    page.get_by_label("Cơ quan", exact=True).select_option(index=1)
    shown, address = page.locator(SHOWN).count(), page.url
    page.goto(address)
    assert page.locator(SHOWN).count() == shown
    page.close()
