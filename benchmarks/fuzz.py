"""Throws random texts at every reader: what raises, where two ways of reading differ, what grows faster than its text.

    PYTHONPATH=. .venv/bin/python benchmarks/fuzz.py --texts 1000000
    PYTHONPATH=. .venv/bin/python benchmarks/fuzz.py --growth

Texts are put together from the words and signs that the grammars know, and from anything that Unicode has. Growth is
measured on one piece repeated: four times the text should take four times as long; what takes eight times is told.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import random
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from congkhai.build.loader import load_library
from congkhai.editing.importers.blocks import clean
from congkhai.editing.importers.listing import to_markdown
from congkhai.editing.importers.marks import read_mark
from congkhai.editing.importers.wrapping import unwrap
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problems
from congkhai.foundation.text import fold
from congkhai.knowledge.plans.assignments import cell_reader, lexicon_of
from congkhai.source.full_yaml import compose
from congkhai.source.markup import _safe_html, forbidden, plain, to_html
from congkhai.source.plain_markdown import plain_html
from congkhai.source.plain_yaml import plain_tree
from congkhai.source.source_text import is_ordinary
from congkhai.source.yaml_source import parse_yaml
from congkhai.vietnamese.abbreviation import find_abbreviations
from congkhai.vietnamese.citation import find_citations, parse_number
from congkhai.vietnamese.quantity import read_code, read_duration, read_fee
from congkhai.vietnamese.quantity.fee_cases import payer_of, waiver_of
from congkhai.vietnamese.quantity.fee_terms import read_terms
from congkhai.vietnamese.responsibility import nearest
from congkhai.vietnamese.schedule import deadlines, explain, first_due, occurrences, read_schedule, to_words

ROOT = Path(__file__).resolve().parents[1]
DAY = datetime.date(2026, 11, 22)
LABELS = load_labels("vi")
LIBRARY = load_library(ROOT / "tests" / "golden" / "source", Problems())
AGENCIES, LEXICON = cell_reader(LIBRARY, "an-binh"), lexicon_of(LIBRARY, "an-binh")
SLOWEST = 0.5  # seconds that a short text may take

PIECES = (
    *("trước ngày", "ngày", "tháng", "quý", "năm", "hằng năm", "Quý III/2024", "15/7/2024", "31/02", "01/01/10000"),
    *("thường xuyên", "sau", "kể từ", "trong", "khi có yêu cầu", "theo", "và", "hoặc", "đến", "từ", "tuần", "định kỳ"),
    *("Sở Tư pháp", "UBND tỉnh", "Các sở, ban, ngành tỉnh", "chủ trì", "phối hợp", "tham mưu", "xã", "thị trấn", "6"),
    *("ngày làm việc", "giờ", "tháng", "05", "không quá", "đồng", "nghìn", "triệu", "10.000", "50%", "miễn", "lệ phí"),
    *("Nghị định số", "61/2018/NĐ-CP", "QĐ-UBND", "Luật", "Điều 5", "khoản 2", "điểm a", "1.001193", "Thông tư", "số"),
    *("- ", "* ", "1. ", "a) ", "# ", "> ", "|", "`", "**", "[", "](", ")", "(", "<", ">", "&", '"', "'", ": ", "TM."),
    *("\n", "\n\n", "\t", "  ", " ", ",", ";", ".", "/", "-", "–", "+", "=", "~", "!", "%", "{", "}", "?", "@", "#"),
    *("0", "1", "2", "12", "99", "²", "٣", "１", "½", "Ⅻ", "9" * 40, "\u0301", "\u200b", "\u00a0", "Ð", "😀", "İ", "ß"),
    *("ﬁ", ":", "\\", " #"),
)  # fmt: skip


def _plan_times(text: str) -> None:
    schedule = read_schedule(text, year=2024).schedule
    deadlines(schedule)
    first_due(schedule)
    occurrences(schedule, DAY, DAY + datetime.timedelta(days=400))
    to_words(schedule, LABELS)
    explain(text, LABELS, year=None)


def _yaml(text: str) -> None:
    data, problems = text.encode("utf-8", "replace"), Problems()
    parse_yaml(data, "a.yaml", problems)
    if is_ordinary(data) and (tree := plain_tree(data.decode(), "a.yaml")):
        found = Problems()
        assert tree == compose(data.decode(), "a.yaml", found), "the two ways of YAML differ"
        assert not len(found), "the quick way of YAML passes problems over"


def _markdown(text: str) -> None:
    quick = plain_html(text)
    assert quick is None or quick == _safe_html.__wrapped__(text), "the two ways of Markdown differ"
    to_html(text)
    plain(text)
    forbidden(text)


def _agencies(text: str) -> None:
    for role in ("lead", "coordinating"):
        for span in AGENCIES.__wrapped__(text, role).unresolved:  # type: ignore[attr-defined]
            nearest(span, LEXICON)


def _fees(text: str) -> None:
    read_fee(text)
    read_terms(text)
    waiver_of(text, DAY)
    payer_of(text)


def _citations(text: str) -> None:
    find_citations(text)
    parse_number(text)
    read_code(text)


def _words(text: str) -> None:
    find_abbreviations(text, ("TTHC", "UBND", "QĐ"))
    fold(text)


def _imported(text: str) -> None:
    clean(text)
    to_markdown(text)
    read_mark(text)
    unwrap(text)


READERS: Mapping[str, Callable[[str], object]] = {
    "times": _plan_times,
    "durations": read_duration,
    "fees": _fees,
    "citations": _citations,
    "agencies": _agencies,
    "yaml": _yaml,
    "markdown": _markdown,
    "words": _words,
    "imported": _imported,
}


def texts(seed: int, count: int) -> Iterator[str]:
    """Yield `count` random texts."""
    chance = random.Random(seed)
    for _ in range(count):
        pieces = chance.choices(PIECES, k=chance.randrange(1, 14))
        if chance.random() < 0.2:
            pieces += [chr(chance.randrange(0x110000)) for _ in range(4)]
        yield chance.choice(("", " ")).join(pieces)


def throw(readers: list[str], count: int, seed: int) -> Counter[str]:
    """Throw texts at the readers in turns; count and print what raises or takes long."""
    found: Counter[str] = Counter()
    for number, text in enumerate(texts(seed, count)):
        name = readers[number % len(readers)]
        began = time.process_time()
        try:
            READERS[name](text)
        except Exception:
            found[f"{name}: raised"] += 1
            if found[f"{name}: raised"] < 4:
                print(f"{name}: {text!r}\n{traceback.format_exc(limit=-3)}", flush=True)
        if time.process_time() - began > SLOWEST:
            found[f"{name}: slow"] += 1
            print(f"{name}: slow: {text!r}", flush=True)
        found[name] += 1
    return found


def growth(name: str) -> list[str]:
    """Return the pieces whose repetition makes a reader slower than its text grows."""
    chance, told = random.Random(1), []
    pieces = [*PIECES, *(f"{piece} " for piece in PIECES), *("".join(chance.choices(PIECES, k=2)) for _ in range(100))]
    for piece in pieces:
        size = 4_000
        while (small := _time_of(READERS[name], piece, size)) < 0.03 and size < 100_000:
            size *= 2
        large = _time_of(READERS[name], piece, size * 4)
        if large > 7 * small and large > 0.3 and _time_of(READERS[name], piece, size * 4) > 7 * small:
            told.append(f"{name}: {piece!r}: {size} letters {small:.3f} s, {size * 4} letters {large:.3f} s")
            print(told[-1], flush=True)
    return told


def _time_of(reader: Callable[[str], object], piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    gc.collect()
    gc.disable()
    began = time.process_time()
    reader(text)
    gc.enable()
    return time.process_time() - began


def main() -> None:
    """Fuzz or measure growth, on several processors, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--readers", nargs="*", default=list(READERS))
    parser.add_argument("--growth", action="store_true")
    given = parser.parse_args()
    with ProcessPoolExecutor(given.jobs) as pool:
        if given.growth:
            told = [line for lines in pool.map(growth, given.readers) for line in lines]
            print(f"{len(told)} pieces grow faster than their text")
            raise SystemExit(bool(told))
        shares = range(given.seed, given.seed + 20)
        work = partial(throw, given.readers, given.texts // len(shares))
        total: Counter[str] = sum(pool.map(work, shares), Counter())
    print(", ".join(f"{name} {count}" for name, count in sorted(total.items())))
    raise SystemExit(any(":" in name for name in total))


if __name__ == "__main__":
    main()
