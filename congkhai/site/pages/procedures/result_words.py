"""What one gets in the end, in the few words that the first screen has room for, none of them cut within a thought."""

from __future__ import annotations

import re

from congkhai.foundation.labels import Labels

# Several results stand beside each other as long as they fit two lines of a phone; one alone may fill four, or three
# where the first screen is crowded; what is cut ends a little before that.
_TOGETHER, _MOST, _CROWDED = 44, 96, 56
_SLACK = 8
# So few results are all named: which of them somebody comes for, nobody else knows.
_ALL_NAMED = 3
# Where a long result may end and still be a thing: before a bracket, another thing, or what it is about. What stands
# before "hoặc" is the thing alone only before another paper: "không gắn chíp hoặc có gắn chíp" is any.
_SEAM = re.compile(
    r"[;,] | \(| hoặc (?=quyết định|văn bản|giấy|thông báo|công văn)| và | theo | trên | đối với | thuộc | kèm theo "
    r"| trong | do | của | về việc | để |(?<!cấp) cho (?!phép)| tại | qua | quy định "
)


def result_words(labels: Labels, results: list[str], *, crowded: bool = False) -> str:
    """The results of a procedure: all where they are few or short, else the first and how many more there are."""
    whole = "; ".join(results)
    if len(whole) <= _TOGETHER or len(results) == 1:
        return within(whole, _CROWDED if crowded else _MOST)
    if len(results) <= _ALL_NAMED and not crowded:
        return "; ".join(within(one, _CROWDED) for one in results)
    kept = [results[0]]
    while len("; ".join((*kept, results[len(kept)]))) <= _TOGETHER:
        kept.append(results[len(kept)])
    shown = within("; ".join(kept), _CROWDED)
    return shown if shown.endswith("…") else f"{shown} {labels('answer.result.more', n=len(results) - len(kept))}"


def within(words: str, most: int) -> str:
    """Words that are little longer than `most` whole, else up to where they may end."""
    if len(words) <= most + _SLACK:
        return words
    ends = [seam.start() for seam in _SEAM.finditer(words) if most // 3 < seam.start() <= most + 2 * _SLACK]
    before = [end for end in ends if end < most - _SLACK]
    # Rather a little longer than cut within a name: "Cơ sở dữ…" is nothing.
    end = before[-1] if before else next(iter(ends), words.rfind(" ", 0, most - _SLACK))
    return words[:end].rstrip(" ,;") + "…"
