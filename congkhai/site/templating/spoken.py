"""The HTML of an edition, each word in its language: what labels say in that of the page, all else as Vietnamese.

Labels of an edition bear marks (`foundation.own_words`). Text without marks that has words is a record's: its element
gets `lang="vi"`, or a `span` does where an element holds both. Marks are taken out, and links that leave the edition
say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from congkhai.foundation.own_words import BEGIN, END, unmarked

# A tag, or text between tags; values of attributes hold no ">".
_TOKEN = re.compile(r"<[^>]*>|[^<]+")
# An attribute that a person reads or hears.
_READ = re.compile(r' (?:title|alt|aria-label|placeholder|content|label|data-label)="([^"]*)"')
_MARK = re.compile(f"([{BEGIN}{END}])")
_NAME = re.compile(r"</?([a-zA-Z0-9-]+)")
_OWN_LANG = re.compile(r' lang="([a-z]+)"')
_HREF = re.compile(r' href="((?:\.\./)*)([^"]*)"')
# A letter that English does not have, or a word in small letters; and what has such letters but is no word: an
# entity ("&amp;"), an address, the name of a file or the print of a text.
_WORD = re.compile(r"[^\W\d_a-zA-Z]|[a-z][a-zA-Z]|[A-Z][a-z]")
_ESCAPED = re.compile(r"&#?\w+;")
_ADDRESS = re.compile(r"\s*[!-~]*[@:/.0-9][!-~]*\s*\Z")
# Elements whose parts styles may lay out side by side, without the blanks between them.
_LAID_OUT = frozenset(("a", "summary", "button", "label"))
# What may stand between two pieces and is of neither language.
_BETWEEN = " \n\t:;,.·–"
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
# Elements whose content is read by scripts, and those that hold text alone.
_RAW, _TEXT_ONLY = frozenset(("script", "style")), frozenset(("title", "option", "textarea"))
_RECORD, _OWN = 1, 2
RECORD_LANGUAGE = "vi"


class Speech(Struct, frozen=True):
    """The language of a page, how deep its address lies, and the words behind a link that leaves its edition."""

    language: str
    depth: int
    leaving: str


class _Element:
    """An open or closed element: the place of its start tag, whose words it holds, and its parts by their places."""

    __slots__ = ("attribute_kinds", "elements", "kinds", "leaves", "name", "start", "texts")

    def __init__(self, name: str, start: int) -> None:
        self.name, self.start, self.kinds, self.attribute_kinds, self.leaves = name, start, 0, 0, False
        self.elements: list[_Element] = []
        self.texts: list[int] = []


def spoken(html: str, speech: Speech) -> str:
    """The page with all languages told and all marks gone."""
    tokens = _TOKEN.findall(html)
    for element in _tree(tokens, speech).elements:
        _tell(element, speech.language, tokens, speech.language)
    return unmarked("".join(tokens))


def _tree(tokens: list[str], speech: Speech) -> _Element:
    """The elements of a page, with the kinds of words in each; links that leave get their words."""
    root = _Element("", -1)
    open_ones, current = [root], root
    for place, token in enumerate(tokens):
        if token[0] != "<":
            if current.name not in _RAW and (kinds := _kinds(token)):
                current.texts.append(place)
                current.kinds |= kinds
        elif token[1] == "/":
            if current.leaves:
                tokens[place] = f'{token} <span class="meta" lang="{speech.language}">{speech.leaving}</span>'
            current = _closed(open_ones)
        elif token[1] != "!":
            current = _opened(tokens, place, open_ones, speech)
    return root


def _opened(tokens: list[str], place: int, open_ones: list[_Element], speech: Speech) -> _Element:
    """The element in which one is behind a start tag."""
    token = tokens[place]
    found = _NAME.match(token)
    element = _Element(found[1] if found else "", place)
    open_ones[-1].elements.append(element)
    open_ones.append(element)
    for value in _READ.findall(token):
        element.attribute_kinds |= _kinds(value)
    if element.name == "a" and " hreflang=" not in token and _leaves(token, speech):
        tokens[place] = f'{token[:-1]} hreflang="{RECORD_LANGUAGE}">'
        element.leaves = not any(one.name == "svg" for one in open_ones)
    return _closed(open_ones) if element.name in _VOID or token.endswith("/>") else element


def _leaves(tag: str, speech: Speech) -> bool:
    """Whether a link leads to a page above the folder of the edition."""
    link = _HREF.search(tag)
    if not link or link[1].count("../") <= speech.depth:
        return False
    folder = link[2].partition("#")[0].partition("?")[0]
    return not folder or folder.endswith("/")


def _closed(open_ones: list[_Element]) -> _Element:
    """Close the innermost element; return the one around it."""
    element, around = open_ones.pop(), open_ones[-1]
    around.kinds |= element.kinds | element.attribute_kinds
    return around


def _tell(element: _Element, language: str, tokens: list[str], own: str) -> None:
    """Tell the language of an element and of what is in it, where it is not that around it (`language`)."""
    token = tokens[element.start]
    all_kinds = element.kinds | element.attribute_kinds
    if not all_kinds:
        return
    told = _OWN_LANG.search(token)
    mine = told[1] if told else _language_of(element, language, own)
    if mine != language and not told:
        # Behind the name of the element.
        end = len(element.name) + 1
        tokens[element.start] = f'{token[:end]} lang="{mine}"{token[end:]}'
    if element.name in _TEXT_ONLY or all_kinds == (_OWN if mine == own else _RECORD):
        return
    for place in element.texts:
        tokens[place] = "".join(_wrapped(tokens[place], mine, own))
    if (
        element.name in _LAID_OUT
        and element.kinds == _OWN | _RECORD
        and len(element.texts) == 1
        and not element.elements
    ):
        tokens[element.texts[0]] = f"<span>{tokens[element.texts[0]]}</span>"
    for inner in element.elements:
        _tell(inner, mine, tokens, own)


def _language_of(element: _Element, around: str, own: str) -> str:
    """The language of an element: of records where all its words or an attribute are of records."""
    all_kinds = element.kinds | element.attribute_kinds
    if all_kinds == _RECORD or element.attribute_kinds & _RECORD:
        return RECORD_LANGUAGE
    if element.name in _TEXT_ONLY and all_kinds & _RECORD:
        return RECORD_LANGUAGE
    return own if all_kinds else around


def _wrapped(text: str, language: str, own: str) -> Iterator[str]:
    """A text with what is of another language than its element in spans."""
    for kind, piece in _pieces(text):
        mine = {_RECORD: RECORD_LANGUAGE, _OWN: own}.get(kind, language)
        if mine == language:
            yield piece
        else:
            words = piece.strip(_BETWEEN)
            before, after = piece.split(words, 1)
            yield f'{before}<span lang="{mine}">{words}</span>{after}'


@lru_cache(maxsize=1 << 15)  # labels, states, names of agencies
def _kinds(text: str) -> int:
    """Whose words a text holds: of records, of labels, both or none."""
    kinds = 0
    for kind, _ in _pieces(text):
        kinds |= kind
    return kinds


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces, each with whose words it holds; one that was cut may have lost either of its marks."""
    if BEGIN not in text and END not in text:
        yield (_RECORD if _has_words(text) else 0), text
        return
    parts = _MARK.split(text)
    for place in range(0, len(parts), 2):
        piece, before = parts[place], parts[place - 1] if place else ""
        is_own = before == BEGIN or (not place and parts[1] == END)
        if piece:
            yield (_OWN if is_own else _RECORD if _has_words(piece) else 0), piece


def _has_words(text: str) -> bool:
    if "&" in text:
        text = _ESCAPED.sub(" ", text)
    return _WORD.search(text) is not None and not _ADDRESS.match(text)
