"""fmt: files in house form, with the same meaning and the same comments."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from congkhai.commands.files import save_text
from congkhai.commands.options import SOURCE
from congkhai.foundation.language import LANGUAGE, words
from congkhai.foundation.paths import real
from congkhai.foundation.problem import Problems
from congkhai.foundation.report import as_text, has_errors
from congkhai.records.record_files import record_file_at
from congkhai.source.source_text import decode
from congkhai.source.yaml_source import parse_yaml


@click.command("fmt")
@LANGUAGE
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@SOURCE
@click.option("--check", is_flag=True, help="Chỉ kể tên các tệp chưa theo thể thức, không ghi.")
def fmt_command(files: tuple[Path, ...], source: Path, check: bool) -> None:
    """Đưa tệp về thể thức chung: thứ tự khóa, dấu ngoặc kép, khối nhiều dòng; nội dung và ghi chú giữ nguyên."""
    changed, kept, refused = [], 0, 0
    paths = list(files or _content(source))
    with click.progressbar(paths, file=sys.stderr, hidden=not sys.stderr.isatty()) as progress:
        for path in progress:
            text = path.read_bytes().decode("utf-8", "replace")
            formed = _formed(path, source)
            if formed is None:
                refused += 1
            elif formed == text:
                kept += 1
            else:
                changed.append(path)
                if not check:
                    save_text(path, formed)
    for path in changed:
        click.echo(words()("fmt.would-change" if check else "fmt.changed", path=path))
    click.echo(words()("fmt.checked" if check else "fmt.summary", changed=len(changed), kept=kept))
    if refused or (check and changed):
        sys.exit(1)


def _content(source: Path) -> Iterator[Path]:
    """All record files of a source; hidden folders hold none."""
    for path in sorted([source / "site.yaml", *(source / "content").rglob("*")]):
        relative = path.relative_to(source)
        hidden = any(part.startswith(".") for part in relative.parts)
        if path.is_file() and not hidden and record_file_at(relative.as_posix()):
            yield path


def _formed(path: Path, source: Path) -> str | None:
    """A file's text in house form; None, and why, where it has a fault or can't be formed without loss."""
    from congkhai.editing.house_form import CannotFormError, house_form, page_form

    try:
        relative = real(path).relative_to(real(source)).as_posix()
    except ValueError:
        raise click.UsageError(words()("fmt.outside", path=path, source=source)) from None
    file, problems = record_file_at(relative), Problems()
    data = path.read_bytes()
    text = decode(data, relative, problems)
    if path.suffix != ".md" and text is not None:
        parse_yaml(data, relative, problems)
    if text is None or has_errors(problems, words()):
        click.echo(words()("fmt.bad-file", path=path), err=True)
        click.echo(as_text(problems, words(), source), err=True)
        return None
    form = page_form if path.suffix == ".md" else house_form
    try:
        return form(text, file.record if file else None)
    except CannotFormError:
        click.echo(words()("fmt.refused", path=path), err=True)
        return None
