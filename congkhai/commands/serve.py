"""serve: the preview of an editor, built anew at every change."""

from __future__ import annotations

import datetime
import errno
import os
from pathlib import Path

import click

from congkhai.commands.options import SOURCE, TODAY
from congkhai.commands.today import today as day_in_viet_nam
from congkhai.foundation.language import LANGUAGE, words


@click.command("serve")
@LANGUAGE
@SOURCE
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Cổng của máy chủ xem thử.")
@click.option("--host", default="127.0.0.1", help="Địa chỉ lắng nghe; 0.0.0.0 để máy khác trong mạng xem được.")
@TODAY
def serve_command(source: Path, port: int, host: str, today: datetime.date | None) -> None:
    """Xem thử: dựng, mở máy chủ, tự dựng lại khi nội dung thay đổi."""
    from congkhai.build.builder import Settings
    from congkhai.commands.server import serve

    settings = Settings(source, today or day_in_viet_nam(), jobs=min(8, os.cpu_count() or 1))
    try:
        serve(settings, port=port, host=host, say=click.echo)
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise click.UsageError(words()("server.port-taken", port=port, other=port + 1)) from error
        raise click.UsageError(words()("server.bad-host", host=host)) from error
