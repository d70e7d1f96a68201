"""Who must do it: reads the cells of a plan that name agencies, with the words of a registry."""

from congkhai.responsibility.lexicon import Ambiguity, Kind, Lexicon, Name
from congkhai.responsibility.nearest import nearest
from congkhai.responsibility.reader import read_cell
from congkhai.responsibility.reading import CellReading, Mention, Role, Span

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
]
