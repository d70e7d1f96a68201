"""new: a record to fill in, or one more row of a plan."""

from __future__ import annotations

from pathlib import Path

import click

from congkhai.commands.files import save_text
from congkhai.commands.options import SOURCE
from congkhai.editing.scaffold import KINDS, new_record, with_new_task
from congkhai.foundation.language import LANGUAGE, words
from congkhai.records.model.fields import is_id


@click.command("new")
@LANGUAGE
@click.argument("kind", type=click.Choice([*KINDS, "task"]))
@click.argument("record_id", metavar="ID")
@SOURCE
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
    save_text(path, made.text)
    click.echo(words()("new.written", path=path))


def _add_task(record_id: str, source: Path) -> None:
    """Put a row to fill in into a plan that is there."""
    plan, _, position = record_id.partition("/")
    path = source / KINDS["plan"].path(plan)
    if not is_id(plan) or not path.is_file():
        raise click.UsageError(words()("new.no-plan", path=path))
    try:
        text = with_new_task(path.read_text(encoding="utf-8"), position, words())
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(words()("new.unreadable", path=path)) from error
    if text is None:
        raise click.UsageError(words()("new.no-heading", path=path, position=position, example=f"{plan}/I"))
    save_text(path, text)
    click.echo(words()("new.row-written", path=path))
