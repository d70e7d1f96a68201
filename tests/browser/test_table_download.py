"""Each table can be saved as it is shown, without a file for it on the site."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser


def test_a_table_is_saved_with_its_head_and_rows(site: Served, browser: Any) -> None:
    page = browser.new_page()
    page.goto(site.address + "loai-viec/kiem-tra/")
    rows = page.locator("main tbody tr").count()
    with page.expect_download() as waiting:
        page.locator("[data-csv] button").click()
    data = waiting.value.path().read_bytes()
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert waiting.value.suggested_filename == "kiem-tra.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(read) - 1 == rows > 0
    assert read[0][0] == "Kế hoạch"
    page.close()


def test_without_scripts_there_is_no_button_that_does_nothing(site: Served, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "loai-viec/kiem-tra/")
    assert page.locator("[data-csv]:visible").count() == 0
    context.close()
