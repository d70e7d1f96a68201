"""What one edit costs the index: a new process reads what the last build kept and makes the files that change.

usage: python benchmarks/search/edits.py DATA [--size 10000] [--rounds 5]
Pages are the real records, repeated under other codes with a word added to each title until there are enough.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import click
from corpus import corpus, knowledge
from msgspec.structs import asdict, replace

from congkhai.build.incremental.store.pieces import Pieces
from congkhai.site.search import Card, Entry, build_index, card_of, update_index

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content" / "search"


def main() -> None:
    """Build, then edit in processes of their own; print a table."""
    if sys.argv[1:2] == ["--edit"]:
        _edit(Path(sys.argv[2]), sys.argv[3])
    else:
        measure()


@click.command()
@click.argument("data", type=click.Path(path_type=Path))
@click.option("--size", default=10000)
@click.option("--rounds", default=5)
def measure(data: Path, size: int, rounds: int) -> None:
    """Build the index of `size` pages and change it in every way."""
    pages = list(_pages(data, size))
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        cards = [card_of(page) for page in pages]
        carded = time.process_time()
        kept = Path(folder) / "kept.db"
        with sqlite3.connect(kept) as connection:
            connection.execute(f"CREATE TABLE {Pieces.TABLES[0]}")
            size_of = sum(len(data) for _, data in build_index(cards, knowledge(CONTENT), Pieces(connection)))
        built = time.process_time()
        each = [1e3 * seconds / size for seconds in (carded - began, built - carded)]
        print(f"{size} pages: cards {each[0]:.2f} ms each, index {each[1]:.2f}")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        print(f"index {size_of / 1e6:.1f} MB, kept {kept.stat().st_size / 1e6:.1f} MB, memory {memory:.0f} MB at most")
        (Path(folder) / "page.json").write_text(json.dumps(asdict(pages[size // 3])), "utf-8")
        for kind in _EDITS:
            _row(folder, kind, rounds)


def _row(folder: str, kind: str, rounds: int) -> None:
    command = [sys.executable, __file__, "--edit", folder, kind]
    found = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(rounds)]
    wall, processor = (statistics.median(one[name] for one in found) for name in ("wall", "processor"))
    print(f"| {kind} | {wall:.0f} ms | {processor:.0f} ms | {found[0]['files']} |")


_EDITS = {
    "a summary": {"summary": "Khác"},
    "a body": {"body": "giấy xác nhận tần số vô tuyến điện"},
    "a keyword": {"keywords": ("đám cưới",)},
    "a title that stays in its place": {"title": " mới"},
    "a title that moves": {"title": "Xác nhận "},
    "a page more": {"id": "new", "title": " mới toanh"},
    "a page less": {},
}


def _edit(folder: Path, kind: str) -> None:
    """One edit, timed from the opening of what was kept to the files; it is not kept, so that rounds are alike."""
    told = json.loads((folder / "page.json").read_text("utf-8"))
    page = Entry(**{name: tuple(map(tuple, v)) if name == "facets" else v for name, v in told.items()})
    change = dict(_EDITS[kind])
    if "title" in change:
        change["title"] = page.title + change["title"] if change["title"][0] == " " else change["title"] + page.title
    anew = replace(page, **change)
    card: Card | None = card_of(anew) if change else None
    known = knowledge(CONTENT)
    wall, processor = time.perf_counter(), time.process_time()
    connection = sqlite3.connect(folder / "kept.db", isolation_level=None)
    connection.execute("BEGIN")
    update = update_index(Pieces(connection), {anew.id: card}, known)
    if update is None:
        raise SystemExit("nothing was kept")
    times = {"wall": 1e3 * (time.perf_counter() - wall), "processor": 1e3 * (time.process_time() - processor)}
    print(json.dumps({**times, "files": len(update.files)}))
    sys.stdout.flush()
    os._exit(0)


def _pages(data: Path, size: int) -> Iterator[Entry]:
    """Real records; from the second time on with other ids and a word more in the title."""
    chance = random.Random(20261122)
    records = corpus(data)
    words = sorted({word for record in records for word in record.title.split()})
    for number in range(size):
        record = records[number % len(records)]
        if number < len(records):
            yield record
        else:
            again = f"{number // len(records)}"
            code = record.code and f"{record.code}.{again}"
            yield replace(record, id=f"{record.id}.{again}", code=code, title=f"{record.title} {chance.choice(words)}")


if __name__ == "__main__":
    main()
