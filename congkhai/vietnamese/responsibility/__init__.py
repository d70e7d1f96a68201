"""Who must do it: reads the cells of a plan that name agencies, with the words of a registry."""

from congkhai.vietnamese.responsibility.lexicon import Ambiguity, Kind, Lexicon, Name, words_of
from congkhai.vietnamese.responsibility.nearest import nearest
from congkhai.vietnamese.responsibility.reader import read_cell
from congkhai.vietnamese.responsibility.reading import CellReading, Mention, Role, Span

__all__ = [
    "Ambiguity",
    "CellReading",
    "Kind",
    "Lexicon",
    "Mention",
    "Name",
    "Role",
    "Span",
    "nearest",
    "read_cell",
    "words_of",
]
