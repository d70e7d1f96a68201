"""The headings of Click's help, and what of a wrong call only Click can word, in the language of the command."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from congkhai.foundation.labels import load_labels
from congkhai.foundation.language import words

# The modules of Click that speak to who runs a command; each takes its words through `_` and `ngettext`.
SPEAKING = ("core", "decorators", "exceptions", "formatting", "parser", "types")
PREFIX = "click."


def speak_for_click() -> None:
    """Let Click take its words from the labels catalogue; what is not there stays as Click says it."""
    for name in SPEAKING:
        vars(import_module(f"click.{name}")).update(_=_said, ngettext=_counted)


def _said(message: str) -> str:
    key = _keys().get(message)
    return words()(key) if key else message


def _counted(one: str, many: str, count: int) -> str:
    return _said(one if count == 1 else many)


@cache
def _keys() -> dict[str, str]:
    """The keys of Click's messages: the English catalogue has them as Click says them."""
    return {message: key for key, message in load_labels("en").words.items() if key.startswith(PREFIX)}
