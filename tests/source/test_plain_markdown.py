"""The quick way writes what the long way writes, or steps aside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.source.markup import _safe_html
from congkhai.source.plain_markdown import plain_html

PIECES = st.sampled_from(
    [
        *("Nộp hồ sơ", "a", "- ", "-", "\n- ", "\n\n", "\n", "\n\n\n", " ", "  ", "   - ", "1. ", "2.", "+ "),
        *("…", ": ", "“dấu”", '"', "'", "{", "}", "(a)", "@", "%", "/", "http://a.vn", "ngày 01.", "\t", "\u00a0", "&"),
        *("<b>", "[a](b)", "# ", "*a*", "|", "=", ":--", "^", "$", "~", "\\-", "é", "e\u0301", "😀", ";", "?"),
        *("\\+ ", "1\\.", "\\*", "\\\\", " & ", "&amp;", "\ue02d", "===", "---", "\u2028"),
        *("**đậm**", "**", "*", "`mã`", "`", "**Bước 1.** ", "1. a\n", "2. b\n", "10. ", "**a`b`**", "`**`", "\ue0f0"),
    ]
)
# Lines as people write them: items at any depth, with bold and leaning words, code and links in them.
INDENTS = st.sampled_from(["", "", "", " ", "  ", "   ", "    ", "    ", "     ", "        "])
SIGNS = st.sampled_from(["", "", "- ", "- ", "-  ", "-     ", "+ ", "- - ", "1. ", "2. ", "01. ", "1. - ", "1) "])
WORDS = st.sampled_from(
    [
        *("Nộp", "**hồ sơ**", "*bản chính*", "`mã_1`", "[Cổng](https://a.vn/x_y?b=1&c=2#d)", "5", "1.", "a_b", "_"),
        *(
            "*“dấu”*,",
            "(**b.**)",
            "\\-",
            "1\\.",
            "a & b",
            "TN&TKQ",
            "&copy",
            "x!",
            "http://x.vn/a_b",
            "*[a](http://b.vn)*",
            "**a *b* c**",
        ),
    ]
)
LINES = st.builds("{}{}{}".format, INDENTS, SIGNS, st.lists(WORDS, min_size=1, max_size=3).map(" ".join))
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\n\n\n"])
LISTS = st.lists(st.builds("{}{}".format, LINES, ENDS), max_size=7).map("".join)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40) | LISTS | LISTS


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_the_quick_way_writes_what_the_long_way_writes(text: str) -> None:
    quick = plain_html(text)
    assert quick is None or quick == _safe_html(text)


LOOSE = "<ul>\n<li>\n<p>Một</p>\n</li>\n<li>\n<p>Hai</p>\n<p>b</p>\n</li>\n</ul>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Nộp hồ sơ.\n\nNhận kết quả.", "<p>Nộp hồ sơ.</p>\n<p>Nhận kết quả.</p>"),
        ("1. **Bước 1.** Nộp\n2. Nhận", "<ol>\n<li><strong>Bước 1.</strong> Nộp</li>\n<li>Nhận</li>\n</ol>"),
        ("Mở `mã`.", "<p>Mở <code>mã</code>.</p>"),
        ("*Tờ khai*, a_b!", "<p><em>Tờ khai</em>, a_b!</p>"),
        (
            "Vào [Cổng](https://a.vn/?b=1&c_d=2).",
            '<p>Vào <a href="https://a.vn/?b=1&amp;c_d=2" rel="noopener noreferrer">Cổng</a>.</p>',
        ),
        ("3. Ba\n4. Bốn", '<ol start="3">\n<li>Ba</li>\n<li>Bốn</li>\n</ol>'),
        ("1. Một\n    - a\n2. Hai", "<ol>\n<li>Một\n<ul>\n<li>a</li>\n</ul>\n</li>\n<li>Hai</li>\n</ol>"),
        ("- Một\n  - a", "<ul>\n<li>Một\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>"),
        ("Gồm:\n- Một\nhai", "<p>Gồm:</p>\n<ul>\n<li>Một\nhai</li>\n</ul>"),
        ("- Một\n\n- Hai\n\n    b", LOOSE),
        ("Gồm:\n\n- Một\n- Hai", "<p>Gồm:</p>\n<ul>\n<li>Một</li>\n<li>Hai</li>\n</ul>"),
    ],
)
def test_paragraphs_lists_and_words_with_signs_take_the_quick_way(text: str, html: str) -> None:
    assert plain_html(text) == html


MORE = [
    "a *b",
    "a &amp; b",
    "# a",
    "- a\n---",
    "a  \nb",
    "    a",
    "<b>",
    "[a](javascript:b)",
    "a\n> b",
    "1. -",
    "- " * 99 + "a",
]


@pytest.mark.parametrize("text", MORE)
def test_what_means_more_takes_the_long_way(text: str) -> None:
    assert plain_html(text) is None


@pytest.mark.parametrize("text", [":**" * 700, "““**" * 700, "**a** " * 700, "- `a`\n" * 700])
def test_a_tangled_text_takes_the_long_way(text: str) -> None:
    assert plain_html(text) in (None, _safe_html(text))
