"""The language a command speaks to who runs it: Vietnamese, or English for programmers (--lang en)."""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache

import click

from congkhai.foundation.labels import Labels, load_labels

LANGUAGES = ("vi", "en")
# What is wrong with a call is told after its context has ended: this outlives that.
_ASKED = ContextVar("congkhai.language", default=LANGUAGES[0])


def words() -> Labels:
    """The catalogue of the language that the running command was asked to speak."""
    return _catalogue(_ASKED.get())


@cache
def _catalogue(language: str) -> Labels:
    return load_labels(language)


def _keep(context: click.Context, _parameter: click.Parameter, language: str | None) -> None:
    if language or context.parent is None:
        _ASKED.set(language or LANGUAGES[0])


# Before all other options, so that what is wrong with them is said in the language asked for.
LANGUAGE = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=None,
    expose_value=False,
    is_eager=True,
    callback=_keep,
    help="Ngôn ngữ của thông báo: vi, hoặc en dành cho lập trình viên.",
)
