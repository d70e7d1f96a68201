"""Numbers of legal and administrative documents: found in running text, brought to one form, matched to records."""

from congkhai.citation.find import Citation, find_citations
from congkhai.citation.grammar import Number
from congkhai.citation.number import NumberReading, document_slug, number_problem, parse_number
from congkhai.citation.resolve import Candidate, by_stem, match, stem

__all__ = [
    "Candidate",
    "Citation",
    "Number",
    "NumberReading",
    "by_stem",
    "document_slug",
    "find_citations",
    "match",
    "number_problem",
    "parse_number",
    "stem",
]
