"""What unknown words of a cell may have meant."""

from __future__ import annotations

from congkhai.responsibility.lexicon import Lexicon
from congkhai.responsibility.reading import Span
from congkhai.text import collapse, near_misses


def nearest(span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Suggest up to three spellings of the registry that the words of a span may have meant, best first."""
    return near_misses(collapse(span.text).replace("\n", " "), lexicon.spellings)
