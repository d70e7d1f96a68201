"""The language a command speaks to who runs it: Vietnamese, or English for programmers (--lang en)."""

from __future__ import annotations

from functools import cache

import click

from congkhai.foundation.labels import Labels, load_labels

LANGUAGES = ("vi", "en")
_KEPT = "congkhai.foundation.language"


def words() -> Labels:
    """The catalogue of the language that the running command was asked to speak."""
    context = click.get_current_context(silent=True)
    return _catalogue(context.meta.get(_KEPT, LANGUAGES[0]) if context else LANGUAGES[0])


@cache
def _catalogue(language: str) -> Labels:
    return load_labels(language)


def _keep(context: click.Context, _parameter: click.Parameter, language: str | None) -> None:
    if language:
        context.meta[_KEPT] = language


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
