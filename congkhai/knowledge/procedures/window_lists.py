"""What stands on an official list of the single window against what is recorded here, both ways round."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from congkhai.foundation.text import sort_key
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.reading import Decision, Standing, is_shown, standing_on
from congkhai.records.window_list import WindowList
from congkhai.vietnamese.quantity import base_code


class Listed(Struct, frozen=True):
    """A code of a list: its procedure and how that stands on a day, none without a record; decisions that name it."""

    code: str
    card: ProcedureCard | None
    standing: Standing | None
    decisions: tuple[Decision, ...]

    @property
    def is_in_force(self) -> bool:
        """Whether the procedure can be asked for, as far as is recorded here."""
        return self.standing is not None and is_shown(self.standing)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing recorded here speaks of it: neither a procedure nor a decision that announces it."""
        return self.card is None and not self.decisions


def listed_procedures(
    found: WindowList, library: Library, decisions: Mapping[str, tuple[Decision, ...]], today: datetime.date
) -> Iterator[Listed]:
    """What stands on a list, each code once, in the order of the list."""
    for code in dict.fromkeys(map(base_code, found.codes)):
        card, about = library.cards.get(code), decisions.get(code, ())
        yield Listed(code, card, standing_on(card, about, today) if card else None, about)


def unlisted_procedures(found: WindowList, shown: Iterable[ProcedureCard]) -> tuple[ProcedureCard, ...]:
    """The procedures in force of the list's level whose records state its way, and which it lacks; by their names."""
    codes = frozenset(map(base_code, found.codes))
    lacking = (
        card
        for card in shown
        if found.kind in card.window
        and (found.level is None or found.level in card.levels)
        and base_code(card.code) not in codes
    )
    return tuple(sorted(lacking, key=lambda card: (sort_key(card.name), card.code)))
