"""What is wrong with a call, in the language asked for: click itself tells it in English only."""

from __future__ import annotations

import re

import click
from click.exceptions import MissingParameter, NoSuchOption

from congkhai.foundation.language import words


def tell(error: click.ClickException) -> None:
    """Say what is wrong with a call, and how to see what may be called."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        click.echo(words()("cli.wrong-call", said=error.format_message()), err=True)
        return
    with context.scope(cleanup=False):
        click.echo(words()("cli.wrong-call", said=_said(error)), err=True)
        click.echo(words()("cli.see-help", call=context.command_path), err=True)


def _said(error: click.ClickException) -> str:
    if isinstance(error, NoSuchOption):
        near = "; ".join(error.possibilities or ())
        return words()("cli.no-option", name=error.option_name) + (
            f" {words()('report.near', near=near)}" if near else ""
        )
    if isinstance(error, MissingParameter) and error.param:
        return words()("cli.missing", name=_name(error.param))
    if isinstance(error, click.BadParameter) and error.param:
        return _bad_value(error, error.param)
    unknown = re.fullmatch(r"No such command '(.*)'\..*", error.message)
    return words()("cli.no-command", name=unknown[1]) if unknown else error.message


def _bad_value(error: click.BadParameter, parameter: click.Parameter) -> str:
    """A value that does not fit; paths and choices are worded by click, so we word them anew."""
    kind, quoted = parameter.type, re.search(r"'(.*?)'", error.message)
    if isinstance(kind, click.Path) and quoted:
        return words()("cli.bad-path", name=_name(parameter), value=quoted[1])
    if isinstance(kind, click.Choice) and quoted:
        choices = ", ".join(map(str, kind.choices))
        return words()("cli.bad-choice", name=_name(parameter), value=quoted[1], choices=choices)
    if isinstance(kind, click.IntRange | click.types.IntParamType) and quoted:
        return words()("cli.bad-number", name=_name(parameter), value=quoted[1])
    return words()("cli.bad-value", name=_name(parameter), said=error.message)


def _name(parameter: click.Parameter) -> str:
    return (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else parameter.make_metavar(click.get_current_context())
    )
