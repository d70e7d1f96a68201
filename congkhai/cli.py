"""The commands. Exit 0: fine; 1: problems in the content; 2: a wrong call; 3: a fault of the program itself."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import click

from congkhai.language import LANGUAGE, words
from congkhai.memory import Answer, Memory
from congkhai.option_types import BaseUrlType, DayType, ShareType
from congkhai.parts import Share
from congkhai.printing import print_problems
from congkhai.report import FORMATS, has_errors

# The builder and all it draws on take longer to load than a check of an unchanged source takes: commands load them.

SOURCE = click.option(
    "--source",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="Thư mục nguồn, có site.yaml và content/.",
)
TODAY = click.option("--today", type=DayType(), default=None, help="Ngày coi là hôm nay (2026-11-22).")


class _Commands(click.Group):
    """All commands; those of editors are loaded when one of them, or the list of all, is asked for."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, cmd_name) or self._of_editors().get(cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted((*super().list_commands(ctx), *self._of_editors()))

    def _of_editors(self) -> dict[str, click.Command]:
        from congkhai.editing import COMMANDS

        return {command.name or "": command for command in COMMANDS}


@click.group(cls=_Commands, invoke_without_command=True)
@LANGUAGE
@click.pass_context
def commands(context: click.Context) -> None:
    """Công Khai: dựng cổng công khai kế hoạch và thủ tục từ các tệp YAML."""
    if context.invoked_subcommand is None:
        context.invoke(build)


@commands.command()
@LANGUAGE
@SOURCE
@click.option("--output", type=click.Path(path_type=Path), default=Path("public"), help="Thư mục ghi trang.")
@TODAY
@click.option(
    "--base-url", type=BaseUrlType(), default="", help="Địa chỉ sẽ đặt cổng, ví dụ https://example.vn/cong-khai/."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Số tiến trình dựng trang.")
@click.option("--full", is_flag=True, help="Ghi lại mọi tệp, kể cả tệp không đổi.")
@click.option("--strict", is_flag=True, help="Coi lưu ý như lỗi.")
@click.option("--executor", default="", help="Cụm máy cùng dựng: dask://máy:cổng (cần phần thêm dask).")
@click.option("--part", type=ShareType(), default=None, help="Chỉ dựng một phần trang (2/4), để nhiều máy cùng dựng.")
@click.option("--from-parts", type=click.Path(path_type=Path), multiple=True, help="Thư mục một phần; cần đủ mọi phần.")
@click.option("--profile", is_flag=True, help="In thời gian và bộ nhớ của từng bước (dựng trên một tiến trình).")
@click.option("--posting", is_flag=True, help="Ghi thêm bản PDF của mọi tờ niêm yết (cần WeasyPrint).")
@click.option("--compress", is_flag=True, help="Ghi thêm bản nén .gz (và .br nếu có brotli) bên cạnh mỗi tệp văn bản.")
def build(
    source: Path,
    output: Path,
    today: datetime.date | None,
    base_url: str,
    jobs: int | None,
    full: bool,
    strict: bool,
    posting: bool,
    compress: bool,
    executor: str,
    profile: bool,
    part: Share | None,
    from_parts: tuple[Path, ...],
) -> None:
    """Dựng trang vào thư mục đích (mặc định: public)."""
    from congkhai.preparation import Settings
    from congkhai.publishing import publish

    _check_call(output, source, posting)
    processes = jobs or min(8, os.cpu_count() or 1)
    day = today or datetime.date.today()
    settings = Settings(source, day, base_url, strict=strict, jobs=processes, posting=posting)
    settings = replace(settings, share=part, parts=from_parts)
    publish(output, settings, full=full, compress=compress, executor=executor, profile=profile)


def _check_call(output: Path, source: Path, posting: bool) -> None:
    """Raise UsageError, before the work begins, for a folder that is not ours or PDF that can't be made."""
    from congkhai.exports.posting_pdf import NoPdfError, check_pdf_can_be_made
    from congkhai.output import NotOursError, check_output_folder

    try:
        check_output_folder(output, source)
        if posting:
            check_pdf_can_be_made()
    except NoPdfError as error:
        raise click.UsageError(words()("cli.no-pdf")) from error
    except NotOursError as error:
        raise click.UsageError(words()(f"cli.output.{error.args[1]}", folder=error.args[0])) from error


@commands.command()
@LANGUAGE
@SOURCE
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Cách in các lỗi.")
@click.option("--strict", is_flag=True, help="Coi lưu ý như lỗi.")
@TODAY
def check(source: Path, form: str, strict: bool, today: datetime.date | None) -> None:
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
        from congkhai.following import check_anew, check_changes
        from congkhai.preparation import Settings

        settings = Settings(source, today)
        checked = check_changes(settings) or check_anew(settings)
        known = Answer(checked.problems, checked.resolved)
        memory.keep(known)
    return known


@commands.command()
@LANGUAGE
@SOURCE
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Cổng của máy chủ xem thử.")
@click.option("--host", default="127.0.0.1", help="Địa chỉ lắng nghe; 0.0.0.0 để máy khác trong mạng xem được.")
@TODAY
def serve(source: Path, port: int, host: str, today: datetime.date | None) -> None:
    """Xem thử: dựng, mở máy chủ, tự dựng lại khi nội dung thay đổi."""
    from congkhai.builder import Settings
    from congkhai.server import serve as serve_preview

    settings = Settings(source, today or datetime.date.today(), jobs=min(8, os.cpu_count() or 1))
    try:
        serve_preview(settings, port=port, host=host, say=click.echo)
    except OSError as error:
        raise click.UsageError(words()("server.port-taken", port=port, other=port + 1)) from error


@commands.command()
@LANGUAGE
@click.argument("text", required=False)
@click.option("--year", type=int, default=None, help="Năm của kế hoạch.")
@TODAY
@click.option("--jsonl", is_flag=True, help="Đọc từng dòng {text, year} từ đầu vào, in từng dòng JSON.")
def schedule(text: str | None, year: int | None, today: datetime.date | None, jsonl: bool) -> None:
    """Giải thích một cách ghi thời gian: loại, ngày, chỗ không hiểu."""
    import json

    from congkhai.explanation import explanation

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

    from congkhai.schedule import explain

    try:
        asked = json.loads(line)
        text, year = str(asked["text"]), asked.get("year")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise click.UsageError(words()("cli.schedule.bad-line", line=line[:80].decode("utf-8", "replace"))) from error
    return explain(text, words(), year=int(year) if year is not None else None)


def main() -> None:
    """Run the command line; a fault of the program prints a report that can be pasted, and exits 3."""
    try:
        commands(prog_name="build.py")
    except Exception:
        import platform
        import traceback

        click.echo(words()("cli.crash"), err=True)
        click.echo(f"Python {platform.python_version()}, {platform.system()}", err=True)
        click.echo(" ".join(["build.py", *sys.argv[1:]]), err=True)
        click.echo(traceback.format_exc(), err=True)
        sys.exit(3)
