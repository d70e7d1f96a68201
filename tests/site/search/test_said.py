"""The words of a Markdown text that search takes without understanding its marks are those that its page shows."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from congkhai.site.entries import said
from congkhai.site.search.syllables import keys
from congkhai.source.markup import plain
from tests.source.test_plain_markdown import TEXTS


def _words(text: str) -> set[str]:
    """The syllables that search looks for in long texts: numbers are none."""
    return {key for key in keys(text) if not key[0].isdigit()}


# Without the control characters that python-markdown keeps for itself: no source text has them.
_TEXTS = TEXTS.filter(lambda text: not {"\x02", "\x03"} & set(text))


@example("~~~Nộp hồ sơ")
@given(_TEXTS | st.text("abđ1 2.)(*_`#>+-|~=!:\\{}[]\n\t\"'&<"))
def test_search_and_page_find_the_same_words_in_a_text(text: str) -> None:
    assert _words(said(text)) == _words(plain(text))


def test_the_address_of_a_link_is_no_word() -> None:
    assert _words(said("Nộp tại [cổng](https://dichvucong.vn/nop)")) == {"nop", "tai", "cong"}
