"""schedule: how a time expression is understood, for people or line by line for programs."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

from congkhai.commands.options import TODAY
from congkhai.foundation.language import LANGUAGE, words


@click.command("schedule")
@LANGUAGE
@click.argument("text", required=False)
@click.option("--year", type=int, default=None, help="Năm của kế hoạch.")
@TODAY
@click.option("--jsonl", is_flag=True, help="Đọc từng dòng {text, year} từ đầu vào, in từng dòng JSON.")
def schedule_command(text: str | None, year: int | None, today: datetime.date | None, jsonl: bool) -> None:
    """Giải thích một cách ghi thời gian: loại, ngày, chỗ không hiểu."""
    import json

    from congkhai.editing.explanation import explanation

    if jsonl:
        for lines in _arriving(sys.stdin.buffer):
            click.echo("".join(f"{json.dumps(_explained(line), ensure_ascii=False)}\n" for line in lines), nl=False)
    elif text is None:
        raise click.UsageError(words()("cli.schedule.no-text"))
    else:
        click.echo(explanation(text, words(), year=year, today=today or datetime.date.today()))


def _arriving(stream: BinaryIO) -> Iterator[list[bytes]]:
    """The lines of a stream that came together, so that each batch is written at once and nobody waits for the end."""
    rest = b""
    while chunk := stream.read1(1 << 16):  # type: ignore[attr-defined]
        *lines, rest = (rest + chunk).split(b"\n")
        yield [line for line in lines if line.strip()]
    yield [rest] if rest.strip() else []


def _explained(line: bytes) -> dict[str, object]:
    import json

    from congkhai.vietnamese.schedule import explain

    try:
        asked = json.loads(line)
        text, year = str(asked["text"]), asked.get("year")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise click.UsageError(words()("cli.schedule.bad-line", line=line[:80].decode("utf-8", "replace"))) from error
    return explain(text, words(), year=int(year) if year is not None else None)
