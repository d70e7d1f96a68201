"""The HTML of every kind of page is valid."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import Served, lacking
from tests.sources import ROOT

pytestmark = pytest.mark.browser
VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"


def test_a_page_of_every_kind_is_valid_html(site: Served, tmp_path: Path) -> None:
    if not VALIDATOR.exists():
        lacking("html-validate (npm ci)")
    files = [
        site.folder / url / "index.html" if not url.endswith(".html") else site.folder / url
        for url in site.kinds.values()
    ]
    command = [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "json", *files]
    with (tmp_path / "told.json").open("w+", encoding="utf-8") as file:  # node ends before a pipe has taken all
        subprocess.run(command, stdout=file, check=False, cwd=ROOT)
        file.seek(0)
        told = json.load(file)
    faults = [
        f"{file['filePath'].removeprefix(str(site.folder))}:{message['line']} {message['ruleId']}: {message['message']}"
        for file in told
        for message in file["messages"]
    ]
    assert faults == []


def test_no_heading_tells_what_changes_by_a_role_that_headings_can_not_hold(site: Served) -> None:
    """HTML-ARIA: no element with a role of its own but a phrase's stands in a heading; html-validate passes it by."""
    for url in site.kinds.values():
        file = site.folder / url if url.endswith(".html") else site.folder / url / "index.html"
        for heading in re.findall(r"<h[1-6].*?</h[1-6]>", file.read_text(encoding="utf-8"), re.DOTALL):
            assert 'role="status"' not in heading, url
