"""The head and foot of a document: number, place and date, title, legal basis, recipients, signer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from congkhai.editing.importers.blocks import Paragraph
from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.heads.foot import read_foot
from congkhai.editing.importers.heads.letterhead import CENTRE, Letterhead, is_central, read_letterhead
from congkhai.editing.importers.heads.number import read_signing
from congkhai.editing.importers.heads.period import read_period
from congkhai.editing.importers.heads.title import read_title
from congkhai.editing.importers.likeness import LOWER, UPPER, in_capitals
from congkhai.vietnamese.citation import find_citations

_WORD = rf"[{UPPER}][{LOWER}]+"
_AREA = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
_AREA_CAPITALS = r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)"
# "ỦY BAN NHÂN DÂN TỈNH SƠN LA" alone, or "Ủy ban nhân dân (UBND) tỉnh Bến Tre" in a sentence.
_ISSUED_BY = re.compile(
    rf"ỦY BAN NHÂN DÂN {_AREA_CAPITALS} ((?:[{UPPER}]+\s?)+)$|(?:Ủy ban nhân dân|UBND|"
    rf"\(UBND\)) {_AREA} ((?:{_WORD} ?){{1,4}})"
)
# What stands in the head and foot of every document, and how the name of an issuer in capitals begins.
_STATE = re.compile(r"CỘNG\s+H[ÒO][AÀ] XÃ HỘI|Độc lập|TM\.|KT\.|TL\.|TUQ\.|[-–_*=.\s]+$")
_OFFICE = re.compile(r"ỦY BAN|UBND|TỈNH|HUYỆN|THÀNH PHỐ|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|SỞ|BỘ|VĂN PHÒNG|BAN|CỤC|CHI CỤC")


@dataclass(slots=True)
class Head:
    """What was read of a document's head and foot; "" where it was not found; `used` are ranks of paragraphs."""

    number: str = ""
    symbol: str = ""  # "KH-UBND", also where the number before it is blank
    place: str = ""
    signed: str = ""
    title: str = ""
    kind: str = ""
    title_guessed: bool = False
    signer: str = ""
    post: str = ""
    year: str = ""
    until: str = ""
    from_annex: bool = False  # number or day stand in the line above an annex
    letterhead: Letterhead = field(default_factory=Letterhead)
    legal_basis: list[str] = field(default_factory=list)
    implements: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    body: int = 0  # the rank of the first paragraph below the title

    @property
    def area(self) -> str:
        """The territory: of the letterhead, the centre, or where the document was signed."""
        if is_central(self.letterhead, self.symbol):
            return CENTRE
        return self.letterhead.place or self.place


def read_head(paragraphs: Sequence[Paragraph], spelling: Spelling) -> Head:
    """Read the head and foot among the paragraphs of a document."""
    texts = [" ".join(paragraph.text.split()) for paragraph in paragraphs]
    signing, title, foot = read_signing(texts), read_title(texts, spelling), read_foot(texts, spelling)
    head = Head(
        signing.number, signing.symbol, signing.place, signing.signed, title.text, title.kind, title.guessed,
        foot.signer, foot.post, from_annex=signing.from_annex, letterhead=read_letterhead(texts),
        recipients=list(foot.recipients), used=set(signing.used | title.used | foot.used),
    )  # fmt: skip
    head.body = max(title.used, default=-1) + 1
    _read_basis(texts, head)
    head.year, head.until = read_period(head.title, head.signed)
    _use_layout(texts, head)
    return head


def _read_basis(texts: Sequence[str], head: Head) -> None:
    for index, text in enumerate(texts):
        target = head.legal_basis if text.startswith("Căn cứ") else head.implements if _carries_out(text) else None
        if target is None:
            continue
        if index + 3 > len(texts) * 0.7 and len(texts) > 30:
            return
        numbers = [citation.dated for citation in find_citations(text)]
        target.extend(number for number in numbers if number not in target)
        if numbers:
            head.used.add(index)
        if target is head.implements and numbers:
            del target[1:]
            return


def _carries_out(text: str) -> bool:
    return text.startswith(("Thực hiện", "Triển khai thực hiện", "Thi hành")) and len(text) > 40


def _use_layout(texts: Sequence[str], head: Head) -> None:
    """Mark what is the same in every document: the name of the state, rulers, the name of the issuer."""
    head.used |= head.letterhead.used
    for index, text in enumerate(texts):
        if _STATE.match(text) or (index < 12 and in_capitals(text) and _OFFICE.match(text)):
            head.used.add(index)
    if not head.place and not head.letterhead.place:
        named = next((match for text in texts if (match := _ISSUED_BY.search(text))), None)
        if named:
            head.place = " ".join(word.capitalize() for word in (named[1] or named[2]).split()[:4])
            head.symbol = head.symbol or "KH-UBND"
