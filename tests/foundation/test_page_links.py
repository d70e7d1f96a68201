"""Links and anchors of a page: the quick way finds what a look at each tag finds."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from congkhai.foundation import page_links
from congkhai.foundation.page_links import PageLinks

GOLDEN = Path(__file__).parents[1] / "golden" / "site"

_PIECES = (
    *('<a href="../x/?a=1&amp;b=2">', '<a class="b" href="#muc-1" id="c">', '<h2 id="muc-1">', "</h2>", "</a>"),
    *('<form action="tim/" id="f">', '<img alt="" src="i.svg">', '<p data-id="no" data-href="no">', "<main>"),
    *('<a\nhref="line/">', '<a\thref="tab/">', '<a\n   href="indented/">', "<header>", "</header>", "</main>"),
    *(' href="text"', ' id="text" ', "text &lt;a href=&#34;x&#34;&gt; ", ' src="', '"', " ", "\n", "\t", "Việt"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_the_quick_way_finds_what_stands_in_tags(html: str) -> None:
    assert PageLinks.of(html) == page_links._found_by_tag(html)


def test_all_pages_of_the_golden_site_are_read_alike() -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted(GOLDEN.rglob("*.html"))]
    assert pages
    for html in pages:
        assert PageLinks.of(html) == page_links._found_by_tag(html)


def test_links_are_given_once_as_they_are_written_and_anchors_apart() -> None:
    html = '<a href="a/?x&amp;y" id="one">href="no"</a><a href="a/?x&amp;y"></a><img src="b.svg">'
    assert PageLinks.of(html) == PageLinks(("a/?x&y", "b.svg"), ("one",))
