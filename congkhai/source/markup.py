"""Markdown in our own words becomes HTML that cannot do harm."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser

from congkhai.source.commonmark import ANCHOR, PARENTHESES, rendered
from congkhai.source.plain_markdown import plain_html
from congkhai.source.tangled import tangled

_TAGS = {
    *("a", "abbr", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "hr"),
    *("li", "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "th": {"scope"},
    "ol": {"start", "class"},
    "li": {"value"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_TABS = re.compile(r"^\t+", re.MULTILINE)
_LEVEL = " " * 3
# A tag of the quick way, in which no attribute holds such a sign.
_TAG = re.compile(r"<[^<>]*>")
# Without one of these nothing is taken out: HTML, headings too low, words behind the fence of code; addresses of links.
_SUSPECT = ("<", "#####", "```", "~~~")
_SUSPECT_LINKS = ("](", "]:")
# A link in the text that is harmless however it is read; signs that mean something else are not in it.
_HARMLESS_LINK = re.compile(r"\[(?<![!\\\]]\[)[\w ,.;/-]*\]\((?:https?://|mailto:)?[\w./@-]*\)(?![\](:])")
# What Markdown writes for the alignment of table cells; dropped without a word.
_SILENT = {("th", "style"), ("td", "style")}


def to_html(text: str) -> str:
    """Safe HTML of a Markdown text: headings begin at h2, only harmless tags, attributes and schemes remain.

    A tangled text becomes one paragraph as it stands.
    """
    text = _without_tabs(text)
    quick = plain_html(text)
    return _safe_html(text) if quick is None else quick


@lru_cache(maxsize=4096)  # the page of a procedure, its sheet for the wall and the kits of offices say the same
def _safe_html(text: str) -> str:
    text = text.encode("utf-8", "replace").decode("utf-8")  # halves of characters, which no page can hold
    if tangled(text):
        return f"<p>{escape(text)}</p>"
    import nh3

    return nh3.clean(
        rendered(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept_attribute,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )


def _without_tabs(text: str) -> str:
    """Tabs that indent, as text pasted from Word has them, lead one level deeper, and never into code."""
    return _TABS.sub(lambda tabs: _LEVEL * len(tabs[0]), text) if "\t" in text else text


def _kept_attribute(_tag: str, name: str, value: str) -> str | None:
    """The value of an attribute that is kept; of anchors and classes only those that we made ourselves are."""
    made = {"id": value.startswith(ANCHOR), "class": value == PARENTHESES}
    return value if made.get(name, True) else None


def forbidden(text: str) -> tuple[str, ...]:
    """What `to_html` takes out of a text, each tag, attribute or address once, in the order of the text."""
    text = _without_tabs(text)
    rest = _HARMLESS_LINK.sub("", text) if "[" in text else ""
    if not any(sign in text for sign in _SUSPECT) and not any(sign in rest for sign in _SUSPECT_LINKS):
        return ()
    if plain_html(text) is not None:
        return ()
    finder = _Finder()
    finder.feed(rendered(text))
    finder.close()
    return tuple(dict.fromkeys(finder.found))


def plain(text: str) -> str:
    """The words of a Markdown text without any markup, for descriptions and search."""
    text = _without_tabs(text)
    quick = plain_html(text)
    if quick is not None:
        return " ".join(unescape(_TAG.sub(" ", quick)).split())
    collector = _Words()
    collector.feed(_safe_html(text))
    collector.close()
    return " ".join(" ".join(collector.words).split())


class _Finder(HTMLParser):
    """Collects the tags, attributes and addresses that are not allowed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.found.append(f"<{tag}>")
            return
        for name, value in attrs:
            if name not in _ATTRIBUTES.get(tag, ()) and (tag, name) not in _SILENT:
                self.found.append(name)
            elif name == "href" and not _harmless(value or ""):
                self.found.append(value or "")

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the base class names it so
        self.found.append("<!-- -->")


class _Words(HTMLParser):
    """Collects the words between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _harmless(address: str) -> bool:
    """Whether an address has no scheme or one that does no harm; white space and controls hide nothing."""
    bare = "".join(char for char in address if char > " " and char.isprintable()).lower()
    head = bare.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return ":" not in head or head.split(":", 1)[0] in _SCHEMES
