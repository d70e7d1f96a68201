"""A page of an edition tells the language of each word: marked words are ours, all others are a record's."""

from __future__ import annotations

import pytest

from congkhai.foundation.labels import Labels
from congkhai.foundation.own_words import BEGIN, END, capitalised, marked
from congkhai.site.templating.spoken import Speech, spoken

SPEECH = Speech("en", 1, "(in Vietnamese)")


def our(words: str) -> str:
    """Words as the catalogue gives them."""
    return f"{BEGIN}{words}{END}"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>Hộ tịch</p>", '<p lang="vi">Hộ tịch</p>'),
        ("<p>Nam Ninh</p>", '<p lang="vi">Nam Ninh</p>'),
        (f"<p>{our('Sector')}: Hộ tịch</p>", '<p>Sector: <span lang="vi">Hộ tịch</span></p>'),
        (f"<p>{our('Sector')}</p>", "<p>Sector</p>"),
        (f"<a>{our('Plan')} Hộ tịch</a>", '<a><span>Plan <span lang="vi">Hộ tịch</span></span></a>'),
        ("<td>15/07/2024</td>", "<td>15/07/2024</td>"),
        ("<td>1.001193 &amp; 2</td>", "<td>1.001193 &amp; 2</td>"),
        ("<td>to-khai.docx</td>", "<td>to-khai.docx</td>"),
        ("<ul><li>Một</li><li>Hai</li></ul>", '<ul lang="vi"><li>Một</li><li>Hai</li></ul>'),
        (
            f"<ul><li>Một</li><li>{our('two')}</li></ul>",
            '<ul><li lang="vi">Một</li><li>two</li></ul>',
        ),
        (
            f'<a title="Hộ tịch">{our("Show")}</a>',
            '<a lang="vi" title="Hộ tịch"><span lang="en">Show</span></a>',
        ),
        (f'<a aria-label="{our("Show")}">Hộ tịch</a>', '<a aria-label="Show"><span lang="vi">Hộ tịch</span></a>'),
        (f"<title>Hộ tịch – {our('Sectors')}</title>", '<title lang="vi">Hộ tịch – Sectors</title>'),
        ('<a lang="vi">Tiếng Việt</a>', '<a lang="vi">Tiếng Việt</a>'),
        ('<img alt="Bản đồ">', '<img lang="vi" alt="Bản đồ">'),
        ("<script>var a = 'Hộ tịch'</script>", "<script>var a = 'Hộ tịch'</script>"),
    ],
)
def test_what_is_a_records_stands_in_its_language(html: str, told: str) -> None:
    assert spoken(f"<html><body>{html}{our('x')}</body></html>", SPEECH) == f"<html><body>{told}x</body></html>"


@pytest.mark.parametrize("cut", [f"{BEGIN}When it is do", f"one{END}"])
def test_words_of_ours_that_were_cut_are_still_ours(cut: str) -> None:
    assert "lang" not in spoken(f"<p>{cut}</p>", SPEECH)


def test_a_link_that_leaves_the_edition_says_so() -> None:
    html = f'<p><a href="../../niem-yet/">{our("Posting")}</a></p>'
    leaving = '<span class="meta" lang="en">(in Vietnamese)</span>'
    assert spoken(html, SPEECH) == f'<p><a href="../../niem-yet/" hreflang="vi">Posting</a> {leaving}</p>'


@pytest.mark.parametrize("href", ["../co-quan/", "#a", "x/", "../../data/nhiem-vu.csv", "https://example.vn/"])
def test_other_links_say_nothing(href: str) -> None:
    html = f'<p><a href="{href}">{our("x")}</a></p>'
    assert "hreflang" not in spoken(html, SPEECH)


def test_the_values_of_a_phrase_are_not_ours() -> None:
    labels = marked(Labels("en", {"due": "Due by {day}, 766/QĐ-TTg says"}, {}))
    assert labels("due", day="Tết") == f"{our('Due by ')}Tết, 766/QĐ-TTg{our(' says')}"


def test_a_capital_stands_behind_the_mark() -> None:
    assert capitalised(our("in person")) == our("In person")
    assert capitalised("trực tiếp") == "Trực tiếp"
