"""What a reading left over, as problems with near misses."""

from __future__ import annotations

from congkhai.problem import Place, Problem
from congkhai.responsibility.lexicon import Lexicon
from congkhai.responsibility.reading import CellReading, Span
from congkhai.text import near_misses


def nearest(span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Suggest up to three spellings of the registry that the words of a span may have meant, best first."""
    return near_misses(" ".join(span.text.split()), lexicon.spellings)


def unresolved_problems(cell: str, reading: CellReading, lexicon: Lexicon, place: Place) -> tuple[Problem, ...]:
    """Turn what a cell's reading left over into problems; `place` is that of the cell's value, `cell` its raw text."""
    return tuple(
        Problem(
            "responsibility-unresolved",
            place.inside(cell, span.start),
            (("text", " ".join(span.text.split())),),
            nearest(span, lexicon),
        )
        for span in reading.unresolved
    )
