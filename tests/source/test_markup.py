"""Markdown in our own words: what does harm is taken out and told, all else is kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.source.commonmark import rendered
from congkhai.source.markup import _Finder, forbidden, plain, to_html
from congkhai.source.tangled import tangled


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**đậm** và *nghiêng*", "<p><strong>đậm</strong> và <em>nghiêng</em></p>"),
        ("[x](https://example.vn/)", '<p><a href="https://example.vn/" rel="noopener noreferrer">x</a></p>'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_plain_markdown_is_kept(text: str, html: str) -> None:
    assert to_html(text) == html
    assert forbidden(text) == ()


def test_headings_begin_below_the_title_of_the_page_and_their_anchors_are_apart() -> None:
    assert to_html("# Nội dung") == '<h2 id="muc-noi-dung">Nội dung</h2>'
    assert 'id="' not in to_html('<h2 id="noi-dung">x</h2>')


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<p onclick="x()">a</p>', "onclick"),
        ("<svg><a href='javascript:x'>a</a></svg>", "<svg>"),
        ("[x](javascript:alert(1))", "javascript:alert(1)"),
        ("[x](vbscript:x)", "vbscript:x"),
        ("[x](data:text/html,x)", "data:text/html,x"),
        ("![x](https://example.vn/x.png)", "<img>"),
        ("<iframe src=x></iframe>", "<iframe>"),
        ('<p style="color:red">a</p>', "style"),
        ("<!-- x -->", "<!-- -->"),
    ],
)
def test_what_does_harm_is_taken_out_and_told(text: str, found: str) -> None:
    assert found in forbidden(text)
    assert not re.search(r"script|<svg|<iframe|<img|onclick|style=|data:|<!--", to_html(text).replace("alert", ""))


# Pieces of attacks, put together at random.
_PIECES = st.sampled_from(
    [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "javascript:",
        "[a](",
        ")",
        "<",
        ">",
        '"',
        "'",
        "&#106;",
        "java\tscript:",
        "<svg/onload=x>",
        "<a href=",
        "**",
        "`",
        "\n",
        "\n\n",
        "    ",
        "|",
        "<style>",
        "<!--",
        "-->",
        "x",
        "[",
        "]",
        "(",
        "data:text/html,",
        "<p ",
        "onclick=x ",
        "&lt;script&gt;",
        "\\",
        "<math>",
        "<![CDATA[",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_no_script_event_or_bad_address_survives(text: str) -> None:
    html = to_html(text)
    assert not re.search(r"<\s*(script|style|img|svg|math|iframe|object|embed|base|form|input|link|meta)\b", html, re.I)
    for tag in re.findall(r"<[a-z][^>]*>", html):
        assert not re.search(r"\son\w+\s*=", re.sub(r'"[^"]*"', '""', tag), re.I)
        assert not re.search(r'(?:href|src)="\s*(?!https?:|mailto:|tel:)[a-z]+:', tag, re.I)


# Pieces that look like links, headings and lists, put together at random.
_LINKS = st.sampled_from(
    [
        *("[a](https://x.vn/b-c)", "[a b](/ke-hoach/)", "[x](mailto:a@b.vn)", "[a](javascript:x)", "[a](x y)", "[a]"),
        *("[a](", "](", ")", "(b)", "[", "]", ":", "!", "\\", "`", "*", "_", "\n", "\n\n", "    ", "- ", "1. ", "a"),
        *("#", "#####", "# ", "[TOC]", "===", "---", "|", "<", "&lt;", "&#58;", "javascript:", "https://", "[1]: "),
    ]
)


def test_words_behind_the_fence_of_code_are_told_since_they_are_taken_out() -> None:
    assert forbidden("```[a](https://x.vn/b-c)") == ("class",)
    assert forbidden("```\nmã\n```") == ()


@given(st.lists(_LINKS, max_size=14).map("".join) | st.lists(_PIECES, max_size=14).map("".join))
@settings(deadline=None, max_examples=600)
def test_a_text_that_is_not_suspect_has_nothing_taken_out(text: str) -> None:
    finder = _Finder()
    finder.feed(rendered(text))
    finder.close()
    assert forbidden(text) == tuple(dict.fromkeys(finder.found))


@given(st.text(max_size=300))
def test_any_text_becomes_html_and_stays_so(text: str) -> None:
    assert isinstance(to_html(text), str)
    assert isinstance(forbidden(text), tuple)


@pytest.mark.parametrize(
    "text", ["*" * 20_000 + "x" + "*" * 20_000, "[" * 20_000, "> " * 5000 + "x", "`" * 20_000, "<a" * 20_000]
)
def test_tangled_text_is_shown_as_it_stands_at_once(text: str) -> None:
    assert tangled(text)
    assert to_html(text).startswith("<p>")


def test_a_long_ordinary_text_is_not_tangled() -> None:
    assert not tangled(
        "\n\n".join(f"- **Mục {n}**: [văn bản](https://example.vn/{n}) _quan trọng_." for n in range(2000))
    )


def test_the_plain_words_hold_no_markup() -> None:
    assert plain("# Đề mục\n\n**a** [b](https://example.vn/)") == "Đề mục a b"


def test_the_half_of_a_character_becomes_a_sign_that_a_page_can_hold() -> None:
    assert to_html("a\ud800 **b** <br>").encode("utf-8").startswith(b"<p>a? ")
