"""The quick way writes what the long way writes, or steps aside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.markup import _safe_html
from congkhai.plain_markdown import plain_html

PIECES = st.sampled_from(
    [
        *("Nộp hồ sơ", "a", "- ", "-", "\n- ", "\n\n", "\n", "\n\n\n", " ", "  ", "   - ", "1. ", "2.", "+ "),
        *("…", ": ", "“dấu”", '"', "'", "{", "}", "(a)", "@", "%", "/", "http://a.vn", "ngày 01.", "\t", "\u00a0", "&"),
        *("<b>", "[a](b)", "# ", "*a*", "|", "=", ":--", "^", "$", "~", "\\-", "é", "e\u0301", "😀", ";", "?"),
        *("\\+ ", "1\\.", "\\*", "\\\\", " & ", "&amp;", "\ue02d", "===", "---", "\u2028"),
        *("**đậm**", "**", "*", "`mã`", "`", "**Bước 1.** ", "1. a\n", "2. b\n", "10. ", "**a`b`**", "`**`", "\ue0f0"),
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40)


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_the_quick_way_writes_what_the_long_way_writes(text: str) -> None:
    quick = plain_html(text)
    assert quick is None or quick == _safe_html(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Nộp hồ sơ.\n\nNhận kết quả.", "<p>Nộp hồ sơ.</p>\n<p>Nhận kết quả.</p>"),
        ("1. **Bước 1.** Nộp\n2. Nhận", "<ol>\n<li><strong>Bước 1.</strong> Nộp</li>\n<li>Nhận</li>\n</ol>"),
        ("Mở `mã`.", "<p>Mở <code>mã</code>.</p>"),
        ("Gồm:\n\n- Một\n- Hai", "<p>Gồm:</p>\n<ul>\n<li>Một</li>\n<li>Hai</li>\n</ul>"),
    ],
)
def test_plain_paragraphs_and_lists_take_the_quick_way(text: str, html: str) -> None:
    assert plain_html(text) == html


MORE = ["*a*", "a &amp; b", "2. Hai", "- a\n  - b", "- a\n\n- b", "a\n---", "a  \nb", "    a", "<b>"]


@pytest.mark.parametrize("text", MORE)
def test_what_means_more_takes_the_long_way(text: str) -> None:
    assert plain_html(text) is None
