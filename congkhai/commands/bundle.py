"""bundle: the site as one ZIP that opens from a disk, for offices and villages without a network."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import click

from congkhai.commands.files import save_bytes
from congkhai.commands.options import SOURCE, TODAY
from congkhai.commands.today import today as day_in_viet_nam
from congkhai.foundation.language import LANGUAGE, words


@click.command("bundle")
@LANGUAGE
@SOURCE
@click.option("--output", type=click.Path(path_type=Path), default=None, help="Tệp ZIP sẽ ghi.")
@TODAY
@click.option("--kiosk", is_flag=True, help="Cho màn hình tra cứu: chữ, nút to, tự về trang đầu khi không ai chạm.")
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Số tiến trình dựng trang.")
def bundle_command(
    source: Path, output: Path | None, today: datetime.date | None, kiosk: bool, jobs: int | None
) -> None:
    """Đóng gói cả cổng thành một tệp ZIP mở được từ ổ đĩa, không cần mạng, kể cả tìm kiếm."""
    from congkhai.build.builder import Settings, build_site
    from congkhai.foundation.labels import load_labels
    from congkhai.foundation.printing import print_build_problems
    from congkhai.site.exports.offline.bundle import bundle

    day = today or day_in_viet_nam()
    built = build_site(Settings(source, day, jobs=jobs or min(8, os.cpu_count() or 1)))
    print_build_problems(built.problems, source, strict=False)
    if not built.files:
        click.echo(words()("cli.nothing-written"), err=True)
        sys.exit(1)
    labels = load_labels("vi")
    data = bundle(built.files, day.isoformat(), labels, kiosk=kiosk)
    file = output or Path(f"{labels('offline.folder')}-{day.isoformat()}.zip")
    save_bytes(file, data)
    click.echo(words()("cli.bundled", pages=built.pages, file=file, size=f"{len(data) / 1e6:.1f}"))
