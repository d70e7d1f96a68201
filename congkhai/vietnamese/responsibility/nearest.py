"""What unknown words of a cell may have meant."""

from __future__ import annotations

from congkhai.foundation.text import collapse, fold, near_misses
from congkhai.vietnamese.responsibility.lexicon import Lexicon
from congkhai.vietnamese.responsibility.reading import Span


def nearest(span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Suggest up to three spellings of the registry that the words of a span may have meant, best first.

    Names of bodies share most of their letters ("… Thanh tra …", "… Thanh niên …"): only one of the same first letter.
    """
    words = collapse(span.text).replace("\n", " ")
    return near_misses(words, (name for name in lexicon.spellings if fold(name)[:1] == fold(words)[:1]))
