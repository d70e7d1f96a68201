"""Narrowing a list: links to pages that are narrowed already, and a form that style sheets alone can obey.

Each choice of the form has a slot ("a3"), and each row names the slots it fits; css/filter_slots.css hides what does
not fit the chosen ones. So the form works without a script; with one, the state is kept in the address as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

# How many choices of a field css/filter_slots.css knows, by the letter of the field; further ones stay links.
SLOTS = {"a": 64, "b": 20, "c": 12, "d": 1}


class Option(Struct, frozen=True):
    """A choice that narrows a list: a link with a count, or a value of a form with its slot."""

    text: str
    count: int
    url: str
    current: bool = False
    value: str = ""
    selected: bool = False
    slot: str = ""


class Facet(Struct, frozen=True):
    """Links that narrow a list in one respect."""

    title: str
    options: tuple[Option, ...]
    open: bool = False


class Field(Struct, frozen=True):
    """A choice in a filter form."""

    name: str
    title: str
    options: tuple[Option, ...]

    def fits(self, values: Iterable[str]) -> tuple[str, ...]:
        """The slots of the choices that a row with these values fits."""
        mine = set(values)
        return tuple(option.slot for option in self.options if option.value in mine)


def field(name: str, letter: str, title: str, choices: Mapping[str, str]) -> Field:
    """A field of a filter form; `choices` are words by value, in their order, and `letter` begins their slots."""
    numbered = enumerate(list(choices.items())[: SLOTS[letter]], 1)
    return Field(
        name, title, tuple(Option(text, 0, "", value=value, slot=f"{letter}{n}") for n, (value, text) in numbered)
    )


def slots(*fitting: Iterable[str]) -> str:
    """Slots as the words of an attribute, each once, in order."""
    return " ".join(dict.fromkeys(slot for found in fitting for slot in found))
