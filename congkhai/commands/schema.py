"""schema: the JSON Schema of every kind of record, for editors' tools."""

from __future__ import annotations

import json
from pathlib import Path

import click

from congkhai.build.loader import load_site
from congkhai.commands.files import save_text
from congkhai.commands.options import SOURCE
from congkhai.foundation.language import LANGUAGE, words
from congkhai.site.json_schema import schemas
from congkhai.site.pick_lists import offers


@click.command("schema")
@LANGUAGE
@click.option("--output", type=click.Path(path_type=Path), default=Path(".vscode/schemas"), help="Thư mục ghi lược đồ.")
@click.option("--ids", is_flag=True, help="Gợi ý cả mã của các bản ghi đang có trong content/; chạy lại khi có thêm.")
@SOURCE
def schema_command(output: Path, source: Path, *, ids: bool) -> None:
    """Ghi lược đồ JSON Schema của mọi loại bản ghi, để trình soạn thảo gợi ý khóa và gạch chân lỗi."""
    found = schemas(words(), offers(load_site(source)) if ids else {})
    for name, schema in found.items():
        save_text(output / name, json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    click.echo(words()("schema.written", count=len(found), folder=output))
