"""init: the folder of a new site, for a commune or a province."""

from __future__ import annotations

from pathlib import Path

import click

import congkhai
from congkhai.commands.files import save_text
from congkhai.editing.starter import starter_files
from congkhai.editing.starter.place import UnknownPlaceError, place_named
from congkhai.foundation.language import LANGUAGE, words


@click.command("init")
@LANGUAGE
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--place", default="", help="Xã, phường, đặc khu hoặc tỉnh: “xã An Bình, Vĩnh Long”; không dấu cũng được."
)
@click.option("--unlisted", is_flag=True, help="Chấp nhận tên chưa có trong danh mục đơn vị hành chính.")
def init_command(folder: Path, place: str, unlisted: bool) -> None:
    """Tạo thư mục của một cổng mới; không ghi đè tệp đã có."""
    try:
        unit = place_named(place, unlisted=unlisted) if place else None
    except UnknownPlaceError as error:
        near = "; ".join(f"“{found.title}”" for found in error.near)
        raise click.UsageError(words()(f"init.{error.reason}", place=place, near=near)) from error
    kept, written = [], 0
    for path, text in starter_files(unit, words(), congkhai.__version__).items():
        if (folder / path).exists():
            kept.append(path)
            continue
        save_text(folder / path, text)
        written += 1
    if unlisted and unit and unit.bare.isascii():
        click.echo(words()("init.no-marks", name=unit.name))
    (folder / ".githooks" / "pre-commit").chmod(0o755)
    if kept:
        click.echo(words()("init.kept", count=len(kept), first=", ".join(kept[:5])))
    click.echo(
        words()("init.written", count=written, folder=folder, place=unit.title if unit else words()("init.no-place"))
    )
