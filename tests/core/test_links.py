"""Links of the built site: each leads to a file and an element, however often it was looked up before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congkhai.checks.links import Site, _leads_somewhere, check_links, links_that_lead_nowhere
from congkhai.page_links import PageLinks

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
    return [(found.place.path, dict(found.values)["target"]) for found in links_that_lead_nowhere(pages, site)]


@given(
    st.dictionaries(st.sampled_from(tuple(ANCHORS)), st.lists(st.sampled_from(TARGETS), unique=True)),
    st.sampled_from(("/", "/goc/")),
)
def test_what_is_remembered_of_a_link_is_what_a_look_at_it_alone_finds(linked: dict[str, list[str]], root: str) -> None:
    site = Site(FILES, ANCHORS.get, root)
    pages = {path: PageLinks(tuple(targets), ANCHORS[path]) for path, targets in linked.items()}
    alone = [(path, target) for path, page in pages.items() for target in page.links]
    assert broken(pages, site) == [(path, target) for path, target in alone if not _leads_somewhere(path, target, site)]


def test_a_few_pages_are_checked_against_what_is_known_of_the_rest() -> None:
    changed = {"a/index.html": PageLinks(("../c/#x", "../c/#new", "../d/"), ())}
    assert broken(changed, Site(FILES, ANCHORS.get)) == [("a/index.html", "../c/#new"), ("a/index.html", "../d/")]


def test_all_pages_of_a_site_are_checked_against_each_other() -> None:
    pages = {"index.html": PageLinks(("a/#x", "a/#y", "a/f.txt"), ()), "a/index.html": PageLinks(("../",), ("x",))}
    found = list(check_links(pages, {*pages, "a/f.txt"}))
    assert [(one.code, dict(one.values)) for one in found] == [("broken-link", {"page": "/", "target": "a/#y"})]
