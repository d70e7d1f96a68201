"""import: a document becomes drafts of records, and an editor's work is never overwritten."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import click

from congkhai.commands.import_call import ImportCall
from congkhai.commands.options import SOURCE
from congkhai.foundation.language import LANGUAGE

# The module that brings each kind in, loaded when it is asked for: the readers of Word and Excel files, and the writer
# of YAML, take longer to load than a check takes to run.
IMPORTS = {
    "plan": "import_records",
    "announcement": "import_records",
    "procedures": "import_records",
    "agencies": "import_list",
    "communes": "import_list",
}


@click.command("import")
@LANGUAGE
@click.argument("kind", metavar="LOẠI", type=click.Choice(tuple(IMPORTS)))
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Tệp hoặc thư mục ghi bản nháp; không nêu thì chỉ in ra màn hình.",
)
@SOURCE
@click.option("--territory", default="", help="Mã địa bàn, nếu văn bản không nêu rõ.")
@click.option("--year", type=click.IntRange(1945, 2100), help="Năm của kế hoạch, nếu văn bản không nêu rõ.")
@click.option("--register", is_flag=True, help="Ghi luôn cơ quan và văn bản mới vào các tệp đã có.")
@click.option("--force", is_flag=True, help="Ghi đè cả tệp đã được biên tập.")
def import_command(**asked: object) -> None:
    """Chuyển tệp Word, Excel, web, văn bản hoặc JSON thành bản nháp YAML, kèm báo cáo những chỗ cần xem lại."""
    call = ImportCall(**asked)  # type: ignore[arg-type]
    sys.exit(import_module(f"congkhai.commands.{IMPORTS[call.kind]}").bring_in(call))
