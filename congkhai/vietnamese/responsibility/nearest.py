"""What unknown words of a cell may have meant."""

from __future__ import annotations

from congkhai.foundation.text import collapse, fold, near_misses
from congkhai.vietnamese.responsibility.lexicon import Lexicon
from congkhai.vietnamese.responsibility.reading import Span

_LIKENESS = 0.8


def nearest(span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Suggest up to three spellings of the registry that the words of a span may have meant, best first.

    Bodies share many of their letters ("Ban Thanh tra …", "Đoàn Thanh niên …"): only names much alike are meant.
    """
    words = collapse(span.text).replace("\n", " ")
    alike = (name for name in lexicon.spellings if fold(name)[:1] == fold(words)[:1])
    return near_misses(words, alike, likeness=_LIKENESS)
