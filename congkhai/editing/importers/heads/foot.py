"""The foot of a document: who receives it, and who signed it in what post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.likeness import LOWER, UPPER, in_capitals

_WORD = rf"[{UPPER}][{LOWER}]+"
_POST = re.compile(
    r"(?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|THỦ TƯỚNG|(?:THỨ|BỘ|VỤ|CỤC|TỔNG CỤC|CHI CỤC|VIỆN|"
    r"HIỆU)\s+TRƯỞNG|"
    r"TRƯỞNG\s+(?:PHÒNG|BAN)|CHÁNH THANH TRA|BÍ THƯ|TỔNG GIÁM ĐỐC)(?!.*(?:PHÓ|CHỦ TỊCH|CHÁNH|GIÁM ĐỐC|TRƯỞNG))"
)
_NAME = re.compile(rf"(?:{_WORD}\s?){{2,5}}")
_SIGN = ("-", "–", "+")


class Foot(Struct, frozen=True):
    """Recipients, signer and post as printed; "" where not found."""

    recipients: tuple[str, ...] = ()
    signer: str = ""
    post: str = ""
    used: frozenset[int] = frozenset()


def read_foot(texts: Sequence[str], spelling: Spelling) -> Foot:
    """Read the foot among the paragraphs of a document."""
    recipients, listed = _recipients(texts)
    signer, post, signed = _signer(texts, spelling)
    return Foot(tuple(recipients), signer, post, frozenset(listed | signed))


def _recipients(texts: Sequence[str]) -> tuple[list[str], set[int]]:
    start = next((index for index, text in enumerate(texts) if text.startswith("Nơi nhận")), None)
    if start is None:
        return [], set()
    used = {start}
    items = re.split(r";\s*(?=[-–])", texts[start].partition(":")[2])
    for index in range(start + 1, len(texts)):
        if not texts[index].startswith(_SIGN):
            break
        used.add(index)
        items.extend(re.split(r";\s*(?=[-–])", texts[index]))
    return [name for item in items if (name := item.strip(" -–;.+"))], used


def _signer(texts: Sequence[str], spelling: Spelling) -> tuple[str, str, set[int]]:
    for index in range(len(texts) - 1, -1, -1):
        match = _POST.search(texts[index])
        if not match or not in_capitals(texts[index]):
            continue
        following = [at for at in range(index + 1, min(index + 5, len(texts))) if _NAME.fullmatch(texts[at])]
        if following:
            return texts[following[0]], spelling.sentence(match[0]), {index, following[0]}
    for index, text in enumerate(texts[:-1]):
        if text.rstrip(": ") == "Người ký" and _NAME.fullmatch(texts[index + 1]):
            return texts[index + 1], "", {index, index + 1}
    return "", "", set()
