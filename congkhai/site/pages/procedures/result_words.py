"""What one gets in the end, in the few words that the first screen has room for, none of them cut within a thought."""

from __future__ import annotations

import re

from congkhai.foundation.labels import Labels

# Several results stand beside each other as long as they fit two lines of a phone; one alone may fill three; what is
# cut ends a little before that.
_TOGETHER, _MOST, _CUT = 44, 64, 56
# So few results are all named: which of them somebody comes for, nobody else knows.
_ALL_NAMED = 3
# Where a long result may end and still be a thing: before a bracket, another thing, or what it is about.
_SEAM = re.compile(r"[;,] | \(| hoặc | và | theo | trên | đối với | thuộc | kèm theo ")


def result_words(labels: Labels, results: list[str], *, crowded: bool = False) -> str:
    """The results of a procedure: all where they are few or short, else the first and how many more there are."""
    whole = "; ".join(results)
    if len(whole) <= _TOGETHER or len(results) == 1:
        return _within(whole)
    if len(results) <= _ALL_NAMED and not crowded:
        return "; ".join(map(_within, results))
    kept = [results[0]]
    while len("; ".join((*kept, results[len(kept)]))) <= _TOGETHER:
        kept.append(results[len(kept)])
    shown = _within("; ".join(kept))
    return shown if shown.endswith("…") else f"{shown} {labels('answer.result.more', n=len(results) - len(kept))}"


def _within(words: str) -> str:
    if len(words) <= _MOST:
        return words
    seams = [seam.start() for seam in _SEAM.finditer(words) if _CUT // 3 < seam.start() < _CUT]
    return words[: seams[-1] if seams else words.rfind(" ", 0, _CUT)].rstrip(" ,;") + "…"
