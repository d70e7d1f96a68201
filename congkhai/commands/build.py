"""build: the site into a folder."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import click
from msgspec.structs import replace

from congkhai.build.parts import Share
from congkhai.commands.option_types import BaseUrlType, ShareType
from congkhai.commands.options import SOURCE, TODAY
from congkhai.commands.today import today as day_in_viet_nam
from congkhai.foundation.language import LANGUAGE, words

# The builder and all it draws on take longer to load than a check of an unchanged source takes: the command loads them.


@click.command("build")
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
def build_command(
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
    from congkhai.build.preparation import Settings
    from congkhai.commands.publishing import publish

    _check_call(output, source, posting)
    processes = jobs or min(8, os.cpu_count() or 1)
    day = today or day_in_viet_nam()
    settings = Settings(source, day, base_url, strict=strict, jobs=processes, posting=posting)
    settings = replace(settings, share=part, parts=from_parts)
    publish(output, settings, full=full, compress=compress, executor=executor, profile=profile)


def _check_call(output: Path, source: Path, posting: bool) -> None:
    """Raise UsageError, before the work begins, for a folder that is not ours or PDF that can't be made."""
    from congkhai.build.incremental.runs import holds_last_build
    from congkhai.build.output import NotOursError, check_output_folder
    from congkhai.site.exports.posting_pdf import NoPdfError, check_pdf_can_be_made

    try:
        check_output_folder(output, source)
        if posting:
            check_pdf_can_be_made()
    except NoPdfError as error:
        raise click.UsageError(words()("cli.no-pdf")) from error
    except NotOursError as error:
        if error.args[1] == "foreign" and holds_last_build(output, source):
            return
        raise click.UsageError(words()(f"cli.output.{error.args[1]}", folder=error.args[0])) from error
