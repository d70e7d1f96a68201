"""The words that click itself puts into the help of commands, in the language asked for."""

from __future__ import annotations

from collections.abc import Iterable

import click

from congkhai.foundation.language import words

# What click says, and the label that says it.
_SAID = {
    "Options": "help.options",
    "Commands": "help.commands",
    "Show this message and exit.": "help.shown",
    "Show the version and exit.": "help.version",
}


class HelpWords(click.HelpFormatter):
    """Writes the help of a command with headings from the labels."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is called."""
        super().write_usage(prog, args, prefix or f"{words()('help.usage')} ")

    def write_heading(self, heading: str) -> None:
        """The heading of a list of options or commands."""
        super().write_heading(_said(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands with what each is for."""
        super().write_dl([(term, _said(text)) for term, text in rows], col_max, col_spacing)


def _said(text: str) -> str:
    return words()(_SAID[text]) if text in _SAID else text
