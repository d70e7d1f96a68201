"""check: every problem of the content in one run."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from congkhai.build.incremental.memory import Answer, Memory
from congkhai.commands.options import SOURCE, TODAY
from congkhai.foundation.language import LANGUAGE, words
from congkhai.foundation.printing import print_problems
from congkhai.foundation.report import FORMATS, has_errors


@click.command("check")
@LANGUAGE
@SOURCE
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Cách in các lỗi.")
@click.option("--strict", is_flag=True, help="Coi lưu ý như lỗi.")
@TODAY
def check_command(source: Path, form: str, strict: bool, today: datetime.date | None) -> None:
    """Kiểm tra mọi tệp nội dung, in mọi lỗi trong một lần chạy."""
    found = _checked(source, today or datetime.date.today())
    print_problems(found.problems, form, source)
    if form == "text":
        understood, cells = found.resolved
        if cells:
            click.echo(words()("cli.resolved", understood=understood, cells=cells))
    if has_errors(found.problems, words(), strict=strict):
        sys.exit(1)


def _checked(source: Path, today: datetime.date) -> Answer:
    """What the check of a source finds; at once where nothing has changed since the last one."""
    memory = Memory.of(source, "check", today)
    known = memory.recall()
    if known is None:
        from congkhai.build.incremental.following import check_anew, check_changes
        from congkhai.build.preparation import Settings

        settings = Settings(source, today)
        checked = check_changes(settings) or check_anew(settings)
        known = Answer(checked.problems, checked.resolved)
        memory.keep(known)
    return known
