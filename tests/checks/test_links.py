"""Links of the built site: each leads to a file and an element, however often it was looked up before."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from congkhai.build.incremental.store.links import Links
from congkhai.checks.links import Site, SiteLinks, check_page, code_of
from congkhai.foundation.leads import Leads
from congkhai.foundation.page_links import PageLinks

FILES = ("index.html", "404.html", "a/index.html", "a/b/index.html", "a/b/lich.ics", "c/index.html")
ANCHORS = {path: ("x", "muc 1") for path in FILES if path.endswith(".html")}
TARGETS = (
    *("", "#x", "#y", "./", "../", "../../", "../../../", "../#x", "../../#y", "a/", "a/b", "b/", "../a/b/lich.ics"),
    *(
        "../../c/",
        "../../c/#x",
        "../../c/#muc%201",
        "../../c/#z",
        "../c/?q=1#x",
        "../../https://x.vn/",
        "b/?u=http://x",
    ),
    *(
        "/goc/a/",
        "/a/",
        "https://x.vn/",
        "http://[x",
        "https://[x",
        "mailto:a@b.vn",
        "//x.vn/",
        "../..//c/",
        "lich.ics",
    ),
)


def broken(pages: dict[str, PageLinks], site: Site) -> list[tuple[str, str]]:
    """The broken links of pages: (page, link)."""
    problems = [found for path, page in pages.items() for found in check_page(path, page, site).problems]
    return [(found.place.path, dict(found.values)["target"]) for found in problems]


@given(
    st.dictionaries(st.sampled_from(tuple(ANCHORS)), st.lists(st.sampled_from(TARGETS), unique=True)),
    st.sampled_from(("/", "/goc/")),
)
def test_what_is_remembered_of_a_link_is_what_a_look_at_it_alone_finds(linked: dict[str, list[str]], root: str) -> None:
    pages = {path: PageLinks(tuple(targets), ANCHORS[path]) for path, targets in linked.items()}
    shared, alone = Site(FILES, ANCHORS.get, Leads(root)), []
    for path, page in pages.items():
        codes = set[int]()
        for target in page.links:
            looked = check_page(path, PageLinks((target,), ()), Site(FILES, ANCHORS.get, Leads(root)))
            alone += [(path, target)] if looked.problems else []
            codes |= looked.codes
        assert check_page(path, page, shared).codes == codes
    assert broken(pages, shared) == alone


def test_a_few_pages_are_checked_against_what_is_known_of_the_rest() -> None:
    changed = {"a/index.html": PageLinks(("../c/#x", "../c/#new", "../d/"), ())}
    assert broken(changed, Site(FILES, ANCHORS.get)) == [("a/index.html", "../c/#new"), ("a/index.html", "../d/")]


@given(
    st.dictionaries(st.sampled_from(tuple(ANCHORS)), st.lists(st.sampled_from(TARGETS), unique=True)),
    st.sampled_from(("/", "/goc/")),
)
def test_pages_taken_in_one_by_one_have_the_broken_links_that_each_has_alone(
    linked: dict[str, list[str]], root: str
) -> None:
    pages = {path: PageLinks(tuple(linked.get(path, ())), anchors) for path, anchors in ANCHORS.items()}
    leads, links, site = Leads(root), SiteLinks(), Site(FILES, ANCHORS.get, Leads(root))
    codes = {path: links.take(path, leads.linked(path, page)) for path, page in pages.items()}
    assert codes == {path: check_page(path, page, site).codes for path, page in pages.items()}
    html = {path: _html(page) for path, page in pages.items()}
    found = [
        (problem.place.path, dict(problem.values)["target"])
        for _, problems in links.check(FILES, html.__getitem__, leads)
        for problem in problems
    ]
    assert found == broken(pages, site)


def _html(page: PageLinks) -> str:
    return "".join(f'<a href="{link}">' for link in page.links) + "".join(f'<p id="{one}">' for one in page.anchors)


def test_the_pages_that_lead_to_a_place_are_found_by_it() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE {Links.TABLES[0]}")
    kept, site = Links(connection), Site(FILES, ANCHORS.get)
    for path, targets in {"index.html": ("a/", "a/#x"), "a/index.html": ("#x", "../c/", "https://x.vn/a/")}.items():
        kept.save(path, check_page(path, PageLinks(targets, ()), site).codes)
    places = ("a/index.html", "a/index.html#x", "c/index.html", "c/index.html#x")
    leading = [kept.pages_linking_to({code_of(place)}) for place in places]
    assert leading == [
        ["index.html"],
        ["index.html"],
        ["a/index.html"],
        [],
    ]  # links of a page to itself are its own affair
    kept.delete("a/index.html")
    kept.save("index.html", ())
    assert kept.pages_linking_to(set(map(code_of, places))) == kept.pages_linking_to(set()) == []
