"""The editors' commands: import, schema, new, fmt. Exit 0: fine; 1: something to look at; 2: a wrong call."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from congkhai.json_schema import schemas
from congkhai.language import LANGUAGE, words
from congkhai.loader import load_library
from congkhai.problem import Problems
from congkhai.record_files import record_file_at
from congkhai.report import as_text, has_errors
from congkhai.scaffold import KINDS, new_record, with_new_task
from congkhai.source_text import decode
from congkhai.yaml_source import parse_yaml

# The readers of Word and Excel files, and the writer of YAML, take longer to load than a check takes to run: the
# commands that need them load them (congkhai.importing, congkhai.house_form).
if TYPE_CHECKING:
    from congkhai.importing import Imported

# Where the last import of a file is kept, so that edits can be told from news; the loader passes hidden folders by.
IMPORTED = ".imported"
IMPORTS = ("plan", "announcement", "procedures")

_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_SOURCE = click.option("--source", type=_FOLDER, default=Path(), help="Thư mục nguồn, có site.yaml và content/.")


@click.command("import")
@LANGUAGE
@click.argument("kind", type=click.Choice(IMPORTS))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--output", type=click.Path(path_type=Path), help="Tệp ghi bản nháp (nhiều bản ghi: thư mục).")
@_SOURCE
@click.option("--territory", default="", help="Mã địa bàn, nếu văn bản không nêu rõ.")
@click.option("--year", type=click.IntRange(1945, 2100), help="Năm của kế hoạch, nếu văn bản không nêu rõ.")
@click.option("--force", is_flag=True, help="Ghi đè cả tệp đã được biên tập.")
def import_command(
    kind: str, file: Path, output: Path | None, source: Path, territory: str, year: int | None, force: bool
) -> None:
    """Chuyển tệp Word, Excel, web, văn bản hoặc JSON thành bản nháp YAML, kèm báo cáo những chỗ cần xem lại."""
    from congkhai.importing import ImportKind, import_file, report_lines

    many = kind == ImportKind.PROCEDURES
    if many and output is None:
        raise click.UsageError(words()("import.needs-folder"))
    library = load_library(source, Problems())
    imported = import_file(ImportKind(kind), file, library, words(), territory=territory, year=year)
    for line in report_lines(imported, words(), many=many):
        click.echo(line, err=output is None)
    if output is None:
        click.echo("---\n".join(imported.drafts.values()), nl=False)
    edited = output is not None and not _write_drafts(_targets(imported, output, many=many), force=force)
    if edited or has_errors(imported.report.problems, words()):
        sys.exit(1)


def _targets(imported: Imported, output: Path, *, many: bool) -> dict[Path, str]:
    """The file of each draft: the output itself for a lone one, unless that is a folder."""
    if len(imported.drafts) == 1 and not many and not output.is_dir():
        return {output: next(iter(imported.drafts.values()))}
    if output.is_file() or (output.suffix and not output.is_dir() and len(imported.drafts) > 1):
        raise click.UsageError(words()("import.needs-folder"))
    return {output / name: text for name, text in imported.drafts.items()}


def _write_drafts(targets: dict[Path, str], *, force: bool) -> bool:
    """Write the drafts that no editor's work stands in the way of, tell of the others; False where there are any."""
    from congkhai.importing import Step, compare, difference_lines

    steps = dict.fromkeys(Step, 0)
    for path, theirs in targets.items():
        base = path.parent / IMPORTED / path.name
        found = compare(_text_of(base), _text_of(path), theirs)
        step = Step.WRITE if force and found.step is Step.EDITED else found.step
        steps[step] += 1
        if step is Step.EDITED:
            click.echo(words()("import.differs", path=path))
            click.echo("\n".join(difference_lines(found.differences, words())))
            continue
        if step is Step.WRITE:
            _write(path, theirs)
        _write(base, theirs)
        if len(targets) == 1:
            click.echo(words()("import.written" if step is Step.WRITE else "import.same", path=path))
    if len(targets) > 1:
        count, same = steps[Step.WRITE], steps[Step.SAME]
        click.echo(words()("import.written-many", count=count, same=same))
    if steps[Step.EDITED]:
        click.echo(words()("import.kept"))
    return not steps[Step.EDITED]


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None


def _write(path: Path, text: str) -> None:
    """Write a text, with the folders it needs, as LF lines; a call that can't be done where that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(words()("import.unwritable", path=path, reason=error.strerror)) from error


@click.command("schema")
@LANGUAGE
@click.option("--output", type=click.Path(path_type=Path), default=Path(".vscode/schemas"), help="Thư mục ghi lược đồ.")
def schema_command(output: Path) -> None:
    """Ghi lược đồ JSON Schema của mọi loại bản ghi, để trình soạn thảo gợi ý khóa và gạch chân lỗi."""
    found = schemas(words())
    for name, schema in found.items():
        _write(output / name, json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    click.echo(words()("schema.written", count=len(found), folder=output))


@click.command("new")
@LANGUAGE
@click.argument("kind", type=click.Choice([*KINDS, "task"]))
@click.argument("record_id", metavar="ID")
@_SOURCE
def new_command(kind: str, record_id: str, source: Path) -> None:
    """Tạo một bản ghi mới với mọi khóa được chú giải; không ghi đè tệp đã có.

    ID của task là kế hoạch và vị trí của phần hoặc nhóm, ví dụ xa-mau-2026/II: hàng mới nằm cuối phần đó.
    """
    if kind == "task":
        _add_task(record_id, source)
        return
    made = new_record(kind, record_id, words())
    if made is None:
        example = "xa-mau-2026"
        name = "new.bad-code" if kind == "procedure" else "new.bad-id"
        raise click.UsageError(words()(name, id=record_id, example=example))
    path = source / made.path
    if path.exists():
        raise click.UsageError(words()("new.exists", path=path))
    _write(path, made.text)
    click.echo(words()("new.written", path=path))


def _add_task(record_id: str, source: Path) -> None:
    """Put a row to fill in into a plan that is there."""
    plan, _, position = record_id.partition("/")
    path = source / KINDS["plan"].path(plan)
    if not path.is_file():
        raise click.UsageError(words()("new.no-plan", path=path))
    text = with_new_task(path.read_text(encoding="utf-8"), position, words())
    if text is None:
        raise click.UsageError(words()("new.no-heading", path=path, position=position, example=f"{plan}/I"))
    _write(path, text)
    click.echo(words()("new.row-written", path=path))


@click.command("fmt")
@LANGUAGE
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_SOURCE
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
                    _write(path, formed)
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
    from congkhai.house_form import CannotFormError, house_form, page_form

    try:
        relative = path.resolve().relative_to(source.resolve()).as_posix()
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


COMMANDS: tuple[click.Command, ...] = (import_command, schema_command, new_command, fmt_command)
