"""What is wrong with a number or a citation, as problems whose wording stands in the labels catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from congkhai.foundation.problem import Place, Problem
from congkhai.vietnamese.citation.find import Citation
from congkhai.vietnamese.citation.number import parse_number


def number_problem(text: str, place: Place) -> Problem | None:
    """The problem with an entry of a list of numbers, or None where it is one well-formed number."""
    reading = parse_number(text)
    if reading.well_formed:
        return None
    if len(reading.numbers) > 1:
        code = "citation-several-numbers"
    elif reading.suggestion:
        code = "citation-malformed-number"
    else:
        code = "citation-incomplete-number" if reading.number else "citation-no-number"
    return Problem(code, place, (("text", text),), tuple(filter(None, reading.suggestion.split("; "))))


def citation_problem(text: str, citation: Citation, ids: Sequence[str], place: Place) -> Problem | None:
    """The problem with a citation in `text`, which begins at `place`, when `ids` are the records that fit it.

    None where exactly one record fits and the number is written well, or cannot be written better.
    """
    where = place.inside(text, citation.start)
    number = (("number", citation.number),)
    if not ids:
        return Problem("citation-unresolved", where, number, tuple(filter(None, (citation.suggestion,))))
    if len(ids) > 1:
        return Problem("citation-ambiguous", where, (*number, ("candidates", ", ".join(ids))), tuple(ids))
    if not citation.suggestion:
        return None
    written = " ".join(text[citation.start : citation.end].split())
    return Problem("citation-slip", where, (("text", written),), (citation.suggestion,))
