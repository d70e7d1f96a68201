"""What the time of a procedure does not count, of no length that is told: the record's own sentences about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from congkhai.records.procedure import Procedure

# "20 ngày làm việc, không bao gồm thời gian xác định giá đất": a time that says itself what it leaves out.
_LEAVES_OUT = re.compile(
    r"(?:không|chưa) (?:tính|kể|bao gồm|gồm)(?: cả)?:? (?:thời gian|thời hạn)"
    r"(?! (?:giải quyết|quy định|này|thi|chép)(?!\w))",
    re.I,
)
# "Thời gian khắc phục không tính vào thời hạn giải quyết": a stretch that is said not to count.
_NOT_INTO = re.compile(
    r"(?:không|chưa)(?: được)? (?:tính|kể|bao gồm)(?: vào| trong)+(?: tổng)? (?:thời gian|thời hạn)(?! thi(?!\w))", re.I
)
# Ends of sentences: not the point of "1.000" or "Điều 16.".
_END = re.compile(r"(?<=[^\W\d])[.;]\s+|\n+|(?<=\d)[.;]\s+(?=[^\W\d])")
_NUMBER = re.compile(r"^\s*(?:\d+[.)]|[-+*•])?\s*")


def leaves_out(procedure: Procedure) -> bool:
    """Whether the words on the time itself leave something out, so that no day counted by it is the last."""
    return any(_LEAVES_OUT.search(text) for text in _of_time(procedure))


def uncounted_words(procedure: Procedure) -> tuple[str, ...]:
    """The sentences of a record that name what its time does not count, each once, as they stand."""
    texts = dict.fromkeys((*_of_time(procedure), procedure.steps))
    return tuple(dict.fromkeys(one for text in texts for one in _sentences(text)))


def _of_time(procedure: Procedure) -> Iterator[str]:
    yield procedure.processing_time
    for row in procedure.submission:
        yield row.time
        yield row.note


@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[str, ...]:
    if "hời" not in text:
        return ()
    told = (one for one in _END.split(text) if _LEAVES_OUT.search(one) or _NOT_INTO.search(one))
    return tuple(_NUMBER.sub("", one).strip(" .;()") for one in told)
