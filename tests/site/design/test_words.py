"""The fixed words of templates come from the labels, in both languages, and none is left over."""

from __future__ import annotations

import re
import unicodedata

from tests.site.design.rendering import TEMPLATES, words

MARKUP = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
# A key in a template: written whole, or as a beginning to which the template adds the rest.
KEYS = re.findall(r"labels\(\s*[\"'](design\.[\w.]+)[\"'](\s*~)?", MARKUP)


def test_every_key_of_the_templates_has_its_words() -> None:
    whole = {key for key, joined in KEYS if not joined}
    assert whole - words("vi").keys() == set()


def test_every_word_is_used() -> None:
    whole = {key for key, joined in KEYS if not joined}
    begun = tuple(key for key, joined in KEYS if joined)
    assert [key for key in words("vi") if key not in whole and not key.startswith(begun)] == []


def test_english_stands_beside_vietnamese() -> None:
    vietnamese, english = words("vi"), words("en")
    assert list(vietnamese) == list(english)
    assert [key for key in english if gaps(english[key]) != gaps(vietnamese[key])] == []


def test_words_are_nfc_and_do_not_address_the_reader() -> None:
    for word in words("vi").values():
        assert word == unicodedata.normalize("NFC", word)
        assert not re.search(r"\bbạn\b", word)


def test_templates_hold_no_vietnamese_of_their_own() -> None:
    bare = re.sub(r"{#.*?#}|{{.*?}}|{%.*?%}|<[^>]*>", "", MARKUP, flags=re.DOTALL)
    assert re.findall(r"\w*[à-ỹÀ-Ỹđ]\w*", bare) == []


def gaps(word: str) -> list[str]:
    """The names in braces that a label leaves open."""
    return sorted(re.findall(r"{\w+}", word))
