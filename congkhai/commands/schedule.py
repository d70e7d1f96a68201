"""schedule: how a time expression is understood, for people or line by line for programs."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

from congkhai.commands.asked import Asked, read_line
from congkhai.commands.option_types import YearType
from congkhai.commands.options import TODAY
from congkhai.commands.today import today as day_in_viet_nam
from congkhai.foundation.language import LANGUAGE, words


@click.command("schedule")
@LANGUAGE
@click.argument("text", required=False)
@click.option("--year", type=YearType(), default=None, help="Năm của kế hoạch.")
@TODAY
@click.option("--jsonl", is_flag=True, help="Đọc từng dòng {text, year} từ đầu vào, in từng dòng JSON.")
def schedule_command(text: str | None, year: int | None, today: datetime.date | None, jsonl: bool) -> None:
    """Giải thích một cách ghi thời gian: loại, ngày, chỗ không hiểu."""
    from congkhai.editing.explanation import explanation

    if jsonl:
        if not _answer_lines(sys.stdin.buffer):
            sys.exit(2)
    elif text is None:
        raise click.UsageError(words()("cli.schedule.no-text"))
    else:
        click.echo(explanation(text, words(), year=year, today=today or day_in_viet_nam()))


def _answer_lines(stream: BinaryIO) -> bool:
    """Print one object for each line; a line that asks nothing is told of, the others are answered all the same."""
    sound, number = True, 0
    for lines in _arriving(stream):
        answers: list[str] = []
        for line in lines:
            number += 1
            if not line.strip():
                continue
            asked = read_line(line)
            sound &= not asked.fault
            answers.append(f"{json.dumps(_answer(asked, number), ensure_ascii=False)}\n")
        click.echo("".join(answers), nl=False)
    return sound


def _answer(asked: Asked, number: int) -> dict[str, object]:
    """The object of the contract; of a line that asks nothing it is unspecified, with the message as its `error`."""
    from congkhai.vietnamese.schedule import explain

    if not asked.fault:
        return explain(asked.text, words(), year=asked.year)
    message = words()(asked.fault, number=number, line=asked.text)
    click.echo(message, err=True)
    return {**explain("", words()), "error": message}


def _arriving(stream: BinaryIO) -> Iterator[list[bytes]]:
    """The lines of a stream that came together, so that each batch is written at once and nobody waits for the end."""
    rest: list[bytes] = []
    while chunk := stream.read1(1 << 16):  # type: ignore[attr-defined]
        first, *lines = chunk.split(b"\n")
        rest.append(first)
        if lines:
            yield [b"".join(rest), *lines[:-1]]
            rest = lines[-1:]
    yield [b"".join(rest)]
