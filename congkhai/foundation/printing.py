"""Problems on a terminal, and their sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from congkhai.foundation.grouped_report import as_groups, as_short, split
from congkhai.foundation.labels import Labels
from congkhai.foundation.language import words
from congkhai.foundation.problem import Problem

Say = Callable[[Sequence[Problem], Labels, Path], str]


def print_problems(problems: Sequence[Problem], source: Path, say: Say = as_groups) -> None:
    """Print problems for a person, in a way of `grouped_report`, with their sum."""
    if text := say(problems, words(), source):
        click.echo(text.rstrip("\n"), err=True)
    errors, notes = split(problems, words())
    counts = {"errors": len(errors), "warnings": len(notes)}
    click.echo(words()("report.summary", **counts) if problems else words()("report.none"))


def print_build_problems(problems: Sequence[Problem], source: Path, *, strict: bool) -> None:
    """Print what a build found: errors one by one, notes counted by kind unless they too forbid publishing."""
    print_problems(problems, source, as_groups if strict else as_short)
    if not strict and split(problems, words())[1]:
        click.echo(words()("report.see-notes"))
