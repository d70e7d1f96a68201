"""Numbers and sorted words packed into few bytes, the way the client unpacks them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_ONE_BYTE = [bytes((number,)) for number in range(0x80)]


def varint(number: int) -> bytes:
    """A number of 0 or more, seven bits a byte, lowest first; the top bit says that more follow."""
    if number < 0x80:
        return _ONE_BYTE[number]
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    packed.append(number)
    return bytes(packed)


def varints(numbers: Sequence[int]) -> bytes:
    """Numbers one after another."""
    return bytes(numbers) if max(numbers, default=0) < 0x80 else b"".join(map(varint, numbers))


def deltas(ascending: Sequence[int]) -> bytes:
    """An ascending list without repeats: its first number, then the gaps less one."""
    return varints(_deltas(ascending))


def counted(ascending: Sequence[int]) -> bytes:
    """How many numbers less one, and which: an ascending list without repeats."""
    return varints([len(ascending) - 1, *_deltas(ascending)])


def _deltas(ascending: Sequence[int]) -> list[int]:
    return [*ascending[:1], *[after - before - 1 for before, after in pairwise(ascending)]]


def runs(ascending: Sequence[int]) -> bytes:
    """An ascending list as runs of neighbours: gap since the last run, length less one."""
    packed: list[int] = []
    end = 0
    start = 0
    while start < len(ascending):
        stop = start
        while stop + 1 < len(ascending) and ascending[stop + 1] == ascending[stop] + 1:
            stop += 1
        packed += [ascending[start] - end, stop - start]
        end = ascending[stop] + 1
        start = stop + 1
    return varint(len(packed) // 2) + varints(packed)


def places(ascending: Sequence[int]) -> bytes:
    """Places in a title; the lowest bit of each says whether another follows."""
    if len(ascending) == 1:
        return varint(ascending[0] << 1)
    gaps = [ascending[0], *(after - before for before, after in pairwise(ascending))]
    last = len(gaps) - 1
    return varints([gap << 1 | (index < last) for index, gap in enumerate(gaps)])


# As text each byte is moved up by one row of the table of characters, out of those that JSON must escape.
_UP = bytes((number + 0x20) % 0x100 for number in range(0x100))
_DOWN = bytes((number - 0x20) % 0x100 for number in range(0x100))


def as_text(packed: bytes) -> str:
    """Packed bytes as text, a character a byte, so that JSON can hold them."""
    return packed.translate(_UP).decode("latin-1")


def from_text(text: str) -> bytes:
    """The packed bytes that `as_text` made a text of; texts may have been joined meanwhile."""
    return text.encode("latin-1").translate(_DOWN)


def block(content: bytes) -> bytes:
    """A piece of bytes with its length before it, so that a reader can step over it."""
    return varint(len(content)) + content


def blocks(content: bytes) -> Iterator[bytes]:
    """The blocks that follow each other in some bytes, each with its length before it."""
    at = 0
    while at < len(content):
        start, length, shift = at, 0, 0
        while content[at] & 0x80:
            length |= (content[at] & 0x7F) << shift
            shift += 7
            at += 1
        length |= content[at] << shift
        at += 1 + length
        yield content[start:at]


def numbers(content: bytes) -> Iterator[int]:
    """The numbers that `varints` packed, one after another."""
    value, shift = 0, 0
    for byte in content:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value, shift = 0, 0


def front_coded(words: Sequence[str]) -> str:
    """Sorted words without capitals: of each, a capital for how much it shares with the one before, and the rest."""
    coded: list[str] = []
    last = ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(last), 25) and word[shared] == last[shared]:
            shared += 1
        coded.append(chr(ord("A") + shared) + word[shared:])
        last = word
    return "".join(coded)


def front_decoded(coded: str) -> list[str]:
    """The words that `front_coded` coded."""
    words: list[str] = []
    last = ""
    for shared, rest in _FRONT_CODED.findall(coded):
        last = last[: ord(shared) - ord("A")] + rest
        words.append(last)
    return words


_FRONT_CODED = re.compile(r"([A-Z])([^A-Z]*)")


def file_name(prefix: str, content: bytes, suffix: str) -> str:
    """A name that holds a hash of the content, so that the file can be cached for ever."""
    return f"{prefix}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
