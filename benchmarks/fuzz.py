"""Throws random texts at every reader: what raises, where two ways of reading differ, what grows faster than its text.

    PYTHONPATH=. .venv/bin/python benchmarks/fuzz.py --texts 1000000
    PYTHONPATH=. .venv/bin/python benchmarks/fuzz.py --growth

Texts are put together from the words and signs that the grammars know, and from anything that Unicode has. Growth is
measured on one piece repeated: four times the text should take four times as long; what takes eight times is told.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count as counting

from benchmarks.fuzz_readers import READERS

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
    *("ﬁ", ":", "\\", " #", "tối thiểu", "tối đa", "30%", "80% - 100%", "45 xã", "1.600 hồ sơ", "đạt", "tăng", "để"),
    *("kiểm tra", "tập huấn", "rà soát", "báo cáo", "một cửa", "số hóa", "tiếp tục", "năm 2024", "trên địa bàn"),
    *("nộp", "hồ sơ", "gửi", "tại", "Trung tâm Phục vụ hành chính công", "Bộ phận Một cửa", "công dân", "tổ chức"),
    *("trong thời hạn 05 ngày", "ít nhất 10 ngày", "trước khi", "kể từ ngày", "hết hạn", "có trách nhiệm", "cơ quan"),
    *("trường hợp", "nếu có", "đối với", "không phải nộp", "bản sao", "ủy quyền", "hoặc", "thì", "Gồm:", "(i)"),
    *("50.000 đồng/hồ sơ", "miễn phí", "Hội đồng nhân dân", "từ ngày 01/7/2025 đến hết ngày 31/12/2026", "mức thu"),
    *("16 giờ", "chiều", "trả kết quả", "ngày làm việc tiếp theo", "Huyện", "các xã, thị trấn", "như trên", "nt"),
)  # fmt: skip


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


_TURNS = counting()


def _time_of(reader: Callable[[str], object], piece: str, size: int) -> float:
    # A text of its own each time: many readers remember what they read.
    text = (piece * (size // len(piece) + 1))[: size + next(_TURNS) % 1000]
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
