"""Problems on a terminal, and their sum."""

from __future__ import annotations

from pathlib import Path

import click

from congkhai.foundation.language import words
from congkhai.foundation.problem import Problem, Severity
from congkhai.foundation.report import formatted


def print_problems(problems: tuple[Problem, ...], form: str, source: Path) -> None:
    """Print all problems in a form of `report.FORMATS`; as text with their sum."""
    text = formatted(problems, words(), form, source)
    if text:
        click.echo(text.rstrip("\n"), err=form == "text")
    if form == "text":
        errors = sum(words().problems[problem.code].severity is Severity.ERROR for problem in problems)
        warnings = len(problems) - errors
        click.echo(words()("report.summary", errors=errors, warnings=warnings) if problems else words()("report.none"))
