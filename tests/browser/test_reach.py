"""Every page of the real site can be reached from home by links and forms, each kind of page within three taps."""

from __future__ import annotations

import posixpath
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser
# A link, or a form that leads to a page: what stands before "?" and "#".
_WAY = re.compile(r'<(?:a|form)\b[^>]*?(?:href|action)="([^"#?]+)')
_TAPS = 3


def _ways(folder: Path, page: str) -> Iterator[str]:
    text = (folder / page / "index.html").read_text(encoding="utf-8")
    for address in _WAY.findall(text):
        if "://" not in address:
            yield posixpath.normpath(posixpath.join(page, unquote(address)))


def _taps(folder: Path, pages: set[str]) -> dict[str, int]:
    """How many taps each page is from home."""
    found, waiting = {".": 0}, deque(["."])
    while waiting:
        page = waiting.popleft()
        for way in _ways(folder, page):
            if way in pages and way not in found:
                found[way] = found[page] + 1
                waiting.append(way)
    return found


def test_every_page_can_be_reached_from_home(site: Served) -> None:
    pages = {path.parent.relative_to(site.folder).as_posix() for path in site.folder.rglob("index.html")}
    taps = _taps(site.folder, pages)
    assert sorted(pages - taps.keys()) == []
    kinds = {page.partition("/")[0]: taps[page] for page in sorted(taps, key=taps.__getitem__, reverse=True)}
    assert {kind: least for kind, least in kinds.items() if least > _TAPS} == {}
