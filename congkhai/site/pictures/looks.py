"""How a state looks in a picture: its pattern and colour by one name, with the words that a legend gives to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from congkhai.foundation.labels import Labels

# States that look alike because they mean the same in a picture; components/picture_patterns.html draws each look.
LOOKS: Mapping[str, str] = {
    "done": "done",
    "done_late": "late",
    "overdue": "overdue",
    "unreported": "silent",
    "lapsed": "silent",
    "upcoming": "open",
    "due_soon": "open",
    "due_today": "open",
    "continuous": "going",
    "recurring": "going",
    "no_date": "going",
    "suspended": "halted",
    "transferred": "halted",
    "replaced": "halted",
    "cancelled": "halted",
}


class LegendEntry(Struct, frozen=True):
    """A look with the states it stands for, in words."""

    look: str
    words: str


def legend(states: Iterable[str], labels: Labels) -> tuple[LegendEntry, ...]:
    """The looks that a picture uses, in the order of the catalogue, each with those of its states that occur."""
    found = set(states)
    words: dict[str, list[str]] = {}
    for state, look in LOOKS.items():
        if state in found:
            words.setdefault(look, []).append(labels(f"design.state.{state}"))
    return tuple(LegendEntry(look, ", ".join(said)) for look, said in words.items())
