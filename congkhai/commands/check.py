"""check: every problem of the content in one run."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from congkhai.build.incremental.result_cache import CachedResult, ResultCache
from congkhai.commands.options import SOURCE, TODAY
from congkhai.commands.today import today as day_in_viet_nam
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
    found = _checked(source, today or day_in_viet_nam())
    print_problems(found.problems, form, source)
    if form == "text":
        understood, cells = found.resolved
        if cells:
            click.echo(words()("cli.resolved", understood=understood, cells=cells))
    if has_errors(found.problems, words(), strict=strict):
        sys.exit(1)


def _checked(source: Path, today: datetime.date) -> CachedResult:
    """Return the result of checking a source; the cached one where nothing has changed since."""
    cache = ResultCache.of(source, "check", today)
    known = cache.load()
    if known is None:
        from congkhai.build.incremental.runs import check_in_full, check_incrementally
        from congkhai.build.preparation import Settings

        settings = Settings(source, today)
        checked = check_incrementally(settings) or check_in_full(settings)
        known = CachedResult(checked.problems, checked.resolved)
        cache.save(known)
    return known
