"""The count of papers in an answer is that of the lists below it and of the sheet for the wall, on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.real_site import RealSite

_LIST = re.compile(r'<fieldset class="checklist".*?</fieldset>', re.S)
_COUNTED = re.compile(r'<input type="checkbox"(?![^>]*data-besides)')
_COUNT = re.compile(r"(\d+)(?:–(\d+))? giấy tờ(?:, theo (\d+) trường hợp)?")
_SHOWN = re.compile(r", xuất trình (\d+)")


@cache
def _pages(folder: Path) -> dict[str, str]:
    """The pages of procedures with something to tick, by code."""
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in folder.glob("thu-tuc/*/index.html")}
    return {code: page for code, page in pages.items() if "data-checklist" in page}


def _heads(page: str) -> Iterator[tuple[int, int, int]]:
    """The counts told for a whole dossier: fewest, most, number of cases."""
    answer = re.search(r"Mang theo</dt>.*?</dd>", page, re.S)
    words = re.sub("<[^>]+>", "", answer[0]) if answer else ""
    if found := _COUNT.search(words):
        shown = _shown(words)
        yield int(found[1]) + shown, int(found[2] or found[1]) + shown, int(found[3] or 0)


def _shown(words: str) -> int:
    """How many papers are told to be only shown."""
    found = _SHOWN.search(words)
    return int(found[1]) if found else 0


def _cases(page: str) -> Iterator[tuple[int, str]]:
    """Of each case of which one holds: the papers to tick with those of everyone, and what its title tells."""
    lists = _LIST.findall(page)
    common = sum(len(_COUNTED.findall(one)) for one in lists if 'id="truong-hop-' not in one and "-moi" in one)
    for one in lists:
        if 'id="truong-hop-' in one:
            own = len(_COUNTED.findall(one)) if "check-tools" in one else 0
            yield common + own, one
    if not any('id="truong-hop-' in one for one in lists):
        yield common, ""


def test_the_answer_counts_the_papers_of_its_cases(real_site: RealSite) -> None:
    for code, page in _pages(real_site.folder).items():
        for low, high, cases in _heads(page):
            counts = [count for count, _ in _cases(page) if count]
            assert (low, high) == (min(counts), max(counts)), code
            assert not cases or cases == page.count('id="truong-hop-'), code


def test_the_title_of_a_case_tells_its_papers(real_site: RealSite) -> None:
    for code, page in _pages(real_site.folder).items():
        for count, shown in _cases(page):
            told = re.search(r'<legend>.*?<span class="meta">(\d+) giấy tờ', shown, re.S)
            assert not told or int(told[1]) + _shown(shown) == count > 0, code


def test_nobody_brings_papers_of_a_proxy_for_a_case_of_their_own(real_site: RealSite) -> None:
    for code, page in _pages(real_site.folder).items():
        assert not any(re.search(r"<legend>(?:Nộp theo )?[Ủủ]y quyền", shown) for _, shown in _cases(page)), code


def test_papers_that_are_only_shown_are_counted_apart(real_site: RealSite) -> None:
    pages = _pages(real_site.folder)
    assert re.search(">2 giấy tờ, xuất trình 1</a>", pages["1.001193"])
    assert not _SHOWN.search(pages["1.013978"])
