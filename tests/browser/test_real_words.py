"""Over the whole real site: titles are unique, no page speaks to its readers of files and keys, counts are true."""

from __future__ import annotations

import csv
import html
import re
from collections import defaultdict
from collections.abc import Iterator

from tests.browser.conftest import Served
from tests.site.test_words_for_readers import BAD, OPERATORS, TWICE, shown, texts

# The title of a page, in its head.
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# "Năm 2024 · đã kết thúc · 59 nhiệm vụ" below the link to a plan in the list of plans.
_PLAN_SIZE = re.compile(
    r'href="\.\./ke-hoach/([\w-]+)/">.*?class="count">Năm [\d–]+(?: · đã kết thúc)? · (\d+) nhiệm vụ<', re.DOTALL
)


def _pages(site: Served) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.folder.rglob("index.html")):
        yield path.parent.relative_to(site.folder).as_posix(), path.read_bytes()


def test_no_two_pages_have_the_same_title(site: Served) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for url, data in _pages(site):
        title = _TITLE.search(data.decode("utf-8"))
        leads_on = b'http-equiv="refresh"' in data
        if title and not leads_on:
            found[html.unescape(title[1])].append(url)
    assert {title: urls for title, urls in found.items() if len(urls) > 1} == {}


def test_no_page_speaks_words_of_operators(site: Served) -> None:
    read = ((url, OPERATORS.search(shown(data))) for url, data in _pages(site) if not url.startswith("quan-tri"))
    assert {url: match[0] for url, match in read if match} == {}


def test_no_page_has_words_that_read_badly(site: Served) -> None:
    read = ((url, text) for url, data in _pages(site) for text in [texts(data)])
    found = {url: BAD.search(text) or TWICE.search(text) for url, text in read}
    assert {url: match[0] for url, match in found.items() if match} == {}


def test_counts_of_tasks_in_words_are_those_of_the_table(site: Served) -> None:
    lines = (site.folder / "data" / "nhiem-vu.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    rows = [line["plan"] for line in csv.DictReader(lines)]
    told = _PLAN_SIZE.findall((site.folder / "ke-hoach" / "index.html").read_text(encoding="utf-8"))
    assert {plan: int(size) for plan, size in told} == {plan: rows.count(plan) for plan in set(rows)}


def test_an_agency_is_said_to_have_as_many_tasks_as_its_page_lists(site: Served) -> None:
    for path in sorted((site.folder / "co-quan").glob("*/index.html")):
        page = path.read_text(encoding="utf-8")
        for title, count in re.findall(r'<h2 id="(?:leads|leads-in-group|coordinates)">([^<(]+)\((\d+)\)</h2>', page):
            section = page.partition(f">{title}({count})</h2>")[2].partition("<h2 ")[0]
            assert len(re.findall(r'<tr id="[^"]*" data-agency', section)) == int(count), (path.parent.name, title)
