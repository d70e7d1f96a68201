"""What unknown words of a cell may have meant."""

from __future__ import annotations

from congkhai.foundation.text import collapse, near_misses
from congkhai.vietnamese.responsibility.lexicon import Lexicon
from congkhai.vietnamese.responsibility.reading import Span


def nearest(span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Suggest up to three spellings of the registry that the words of a span may have meant, best first."""
    return near_misses(collapse(span.text).replace("\n", " "), lexicon.spellings)
