"""Makes the labelled queries that were held out: from heldout.txt and records drawn at random, by seed.

usage: python benchmarks/search/heldout.py DATA [citizens.txt] > heldout.jsonl
"""

from __future__ import annotations

import json
import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from corpus import corpus

from congkhai.foundation.text import fold
from congkhai.site.search import Entry

HERE = Path(__file__).parent
SPOILED = ("exact", "nodia", "mixed", "tone", "dd", "nfd", "typo", "prefix")
_SEED = 20261122
_TELEX = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
# Both placements of the tone: hóa and hoá.
_TONES = {"óa": "oá", "òa": "oà", "ỏa": "oả", "úy": "uý", "ủy": "uỷ", "ùy": "uỳ", "ỹ": "ĩ", "kỳ": "kì", "lý": "lí"}


def main() -> None:
    """Print one query a line, as queries-dev.jsonl has them."""
    entries = corpus(Path(sys.argv[1]))
    rng = random.Random(_SEED)
    other = sys.argv[2:]
    queries = [*_written(entries, rng, *other), *([] if other else _drawn(entries, rng))]
    for number, (kind, query, relevant) in enumerate(queries):
        if not relevant:
            print("no record:", query, file=sys.stderr)
            continue
        line = {"id": f"h{number:03}", "query": query, "class": kind, "relevant": dict.fromkeys(relevant, 3)}
        print(json.dumps(line, ensure_ascii=False))


def _written(
    entries: list[Entry], rng: random.Random, name: str = "heldout.txt"
) -> Iterator[tuple[str, str, list[str]]]:
    titles = [(entry.id, f" {_plain(entry.title)} ") for entry in entries if entry.kind == "procedure"]
    turn = 0
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, query, core = (part.strip() for part in line.split("|"))
        wanted = [[_plain(part) for part in option.split("&")] for option in core.split("/")]
        right = [id for id, title in titles if any(all(f" {p} " in title for p in option) for option in wanted)]
        if kind != "phrase":
            yield kind, query, right
            continue
        for spoiled in (SPOILED[turn % 8], SPOILED[(turn + 3) % 8]):
            yield spoiled, _spoil(spoiled, query, rng), right
        turn += 1


def _plain(text: str) -> str:
    """Folded words with single spaces between."""
    return re.sub(r"\W+", " ", fold(text)).strip()


def _drawn(entries: list[Entry], rng: random.Random) -> Iterator[tuple[str, str, list[str]]]:
    """Codes, numbers and agencies in the ways people write them."""
    by_kind = {kind: [e for e in entries if e.kind == kind] for kind in ("procedure", "document", "agency")}
    ways = ("{}", "mã {}", "thủ tục {}", "{}.H15")
    for turn, entry in enumerate(rng.sample(by_kind["procedure"], 12)):
        yield "code", ways[turn % 4].format(entry.code), [entry.id]
    for turn, entry in enumerate(rng.sample([e for e in by_kind["document"] if e.code.count("/") == 2], 12)):
        number, year, kind = entry.code.split("/")
        sort, _, issuer = kind.partition("-")
        written = (entry.code, f"{sort} {number}/{year}", fold(f"{sort} {number} {year} {issuer}"), entry.code.lower())
        yield "docnum", written[turn % 4], [entry.id]
    for turn, entry in enumerate(rng.sample(by_kind["agency"], 12)):
        yield "agency", (fold(entry.title), entry.title, entry.title.replace("tỉnh ", ""))[turn % 3], [entry.id]


def _spoil(kind: str, text: str, rng: random.Random) -> str:
    words = text.split()
    if kind == "nodia":
        return fold(text)
    if kind == "mixed":
        return " ".join(fold(word) if rng.random() < 0.5 else word for word in words)
    if kind == "tone":
        for before, after in _TONES.items():
            text = text.replace(before, after)
        return text
    if kind == "dd":
        return text.replace("đ", "d").replace("Đ", "D") if rng.random() < 0.6 else fold(text)
    if kind == "nfd":
        return unicodedata.normalize("NFD", text)
    if kind == "typo":
        return _mistyped(words, rng)
    if kind == "prefix":
        last = words[-1] if len(words) > 2 else text
        return fold(text)[: -max(1, len(last) // 2)]
    return text


def _mistyped(words: list[str], rng: random.Random) -> str:
    """Telex left over in every word, or one slip in one or two words of three letters or more."""
    if rng.random() < 0.35:
        return " ".join(map(_telex, words))
    slips = rng.sample(range(len(words)), 2 if len(words) > 5 else 1)
    folded = rng.random() < 0.5
    typed = [fold(word) if folded else word for word in words]
    for at in slips:
        typed[at] = _slipped(typed[at], rng)
    return " ".join(typed)


def _slipped(word: str, rng: random.Random) -> str:
    if len(word) < 3:
        return word
    at = rng.randrange(len(word) - 1)
    missing, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return (missing, doubled, swapped)[rng.randrange(3)]


def _telex(word: str) -> str:
    tone = ""
    typed = []
    for char in unicodedata.normalize("NFD", word.replace("đ", "dd")):
        if char in _TELEX:
            tone = _TELEX[char]
        elif char == "\u0302":
            typed.append(typed[-1])
        elif char in ("\u0306", "\u031b"):
            typed.append("w")
        else:
            typed.append(char)
    return "".join(typed) + tone


if __name__ == "__main__":
    main()
