"""Prints how many time expressions a second the reader reads on one core, first seen and seen before."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # so that it also runs as `python benchmarks/schedule.py`

from congkhai.vietnamese.schedule.reading import forget, read_schedule  # noqa: E402

CASES = ROOT / "tests" / "schedule" / "cases.jsonl"
ROUNDS = 10


def main() -> None:
    texts = [json.loads(line)["text"] for line in CASES.read_text(encoding="utf-8").splitlines()]
    print(f"first seen:  {speed(texts, forget):9,.0f} expressions/s")
    print(f"seen before: {speed(texts, lambda: None):9,.0f} expressions/s")


def speed(texts: list[str], before_each_round: Callable[[], None]) -> float:
    """The best of several rounds, in expressions per second of processor time."""
    best = 0.0
    for _ in range(ROUNDS):
        before_each_round()
        begun = time.process_time()
        for text in texts:
            read_schedule(text, year=2024)
        best = max(best, len(texts) / (time.process_time() - begun))
    return best


if __name__ == "__main__":
    main()
