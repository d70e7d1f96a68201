"""What a cell was understood to say: mentions of agencies and the words that were not understood."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from congkhai.vietnamese.responsibility.lexicon import Kind

Role = Literal["lead", "coordinating"]


class Span(Struct, frozen=True):
    """A stretch of a cell, in characters of the cell as it was given: `cell[start:end] == text`."""

    start: int
    end: int
    text: str


class Mention(Struct, frozen=True):
    """One agency, group or collective phrase that a cell names, with what is said beside it.

    `start` and `end` are characters of the cell and cover the name with its qualifier ("có liên quan"),
    `duty` is the clause that says what it does ("tham mưu xây dựng Kế hoạch"), `remark` the words of a bracket
    behind it, `within` the keys of registry names when the bracket consists of nothing else.
    """

    key: str
    kind: Kind
    role: Role
    start: int
    end: int
    text: str
    duty: str = ""
    remark: str = ""
    within: tuple[str, ...] = ()


class CellReading(Struct, frozen=True):
    """The mentions of a cell in their order, and the spans that no rule explains."""

    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[Span, ...] = ()

    def keys(self, role: Role) -> tuple[str, ...]:
        """The keys mentioned in a role, each once, in the order of the cell."""
        return tuple(dict.fromkeys(mention.key for mention in self.mentions if mention.role == role))
