"""check: every problem of the content in one run."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from congkhai.build.incremental.result_cache import CachedResult, ResultCache
from congkhai.commands.options import SOURCE, TODAY
from congkhai.commands.today import today as day_in_viet_nam
from congkhai.foundation.grouped_report import as_groups, as_summary, split
from congkhai.foundation.labels import Labels
from congkhai.foundation.language import LANGUAGE, words
from congkhai.foundation.paths import real
from congkhai.foundation.printing import print_problems
from congkhai.foundation.problem import Problem
from congkhai.foundation.report import FORMATS, has_errors
from congkhai.foundation.text import nfc


@click.command("check")
@LANGUAGE
@click.argument("paths", nargs=-1, metavar="[TỆP…]", type=click.Path(path_type=Path))
@SOURCE
@click.option("--format", "form", type=click.Choice(("text", *FORMATS)), default="text", help="Cách in các lỗi.")
@click.option("--errors", is_flag=True, help="Chỉ in lỗi, không in lưu ý.")
@click.option("--summary", is_flag=True, help="Chỉ in số lỗi, số lưu ý của từng loại.")
@click.option("--strict", is_flag=True, help="Coi lưu ý như lỗi.")
@TODAY
def check_command(
    paths: tuple[Path, ...],
    source: Path,
    form: str,
    errors: bool,
    summary: bool,
    strict: bool,
    today: datetime.date | None,
) -> None:
    """Kiểm tra mọi tệp nội dung, in mọi lỗi trong một lần chạy; có TỆP thì chỉ in lỗi của tệp, thư mục ấy."""
    wanted = _wanted(paths, source)
    found = _checked(source, today or day_in_viet_nam())
    problems = [problem for problem in found.problems if not wanted or _is_below(problem.place.path, wanted)]
    if errors:
        problems = split(problems, words())[0]
    if form != "text":
        if text := FORMATS[form](problems, words()):
            click.echo(text.rstrip("\n"))
    else:
        print_problems(problems, source, _as_summary if summary else as_groups)
        understood, cells = found.resolved
        if cells and not wanted:
            click.echo(words()("cli.resolved", understood=understood, cells=cells))
    if has_errors(problems, words(), strict=strict):
        sys.exit(1)


def _as_summary(problems: Sequence[Problem], labels: Labels, _source: Path) -> str:
    return as_summary(problems, labels)


def _wanted(paths: Sequence[Path], source: Path) -> list[str]:
    """The paths as problems name them, below the source; one that is not there is a wrong call."""
    found = []
    for path in paths:
        standing = next((one for one in (path, source / path) if one.exists()), None)
        if standing is None or not real(standing).is_relative_to(real(source)):
            raise click.UsageError(words()("cli.check.no-path", path=path))
        found.append(nfc(real(standing).relative_to(real(source)).as_posix()))
    return found


def _is_below(path: str, wanted: Sequence[str]) -> bool:
    return any(top == "." or nfc(path) == top or nfc(path).startswith(f"{top}/") for top in wanted)


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
