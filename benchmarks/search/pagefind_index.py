"""Indexes the benchmark's pages with Pagefind, as its documentation starts one, for comparison."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex


async def main(pages: Path, target: Path) -> None:
    """Write the Pagefind bundle of all pages into `target`."""
    async with PagefindIndex(config=IndexConfig(output_path=str(target))) as index:
        records = [json.loads(line) for line in pages.read_text("utf-8").splitlines()]
        for start in range(0, len(records), 4):  # with 200 at once it waits for ever, hardly working
            await asyncio.gather(*(_add(index, record) for record in records[start : start + 4]))


async def _add(index: PagefindIndex, page: dict[str, str]) -> None:
    await index.add_custom_record(
        url=f"/{page['id']}",
        content=f"{page['title']}\n{page['code']}\n{page['sector']}\n{page['body']}",
        language="vi",
        meta={"title": page["title"]},
    )


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
