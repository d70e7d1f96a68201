"""Numbers of legal and administrative documents: found in running text, brought to one form, matched to records."""

from congkhai.vietnamese.citation.find import Citation, find_citations
from congkhai.vietnamese.citation.grammar import Number
from congkhai.vietnamese.citation.judge import citation_problem, number_problem
from congkhai.vietnamese.citation.number import NumberReading, document_slug, parse_number
from congkhai.vietnamese.citation.resolve import Candidate, by_stem, fitting, match, stem
from congkhai.vietnamese.citation.symbols import TYPES

__all__ = [
    "TYPES",
    "Candidate",
    "Citation",
    "Number",
    "NumberReading",
    "by_stem",
    "citation_problem",
    "document_slug",
    "find_citations",
    "fitting",
    "match",
    "number_problem",
    "parse_number",
    "stem",
]
