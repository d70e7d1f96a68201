"""What the words beside a fee say of it: waived, asked for on request only, set by a council, over on a day."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from congkhai.vietnamese.quantity.clause import clause_bounds, plain
from congkhai.vietnamese.quantity.fee import FeeAmount
from congkhai.vietnamese.quantity.number import NUMBER
from congkhai.vietnamese.quantity.written_day import DAY, day_of

# The register's own shape around the words: "0 VNĐ ( … )", with the channel before it.
_WRAPPED = re.compile(rf"(?:(?:Trực tiếp|Trực tuyến|Dịch vụ bưu chính)\s*:\s*)?{NUMBER}\s*(?:VNĐ|VND|USD)?\s*", re.I)
# Sentences: a full stop that is followed by a new one, a semicolon, a line, a list mark.
_SENTENCE = re.compile(r"(?<=[^\W\d])\.\s+(?=[A-ZĐÂÊÔƠƯ(])|[;\n|]+|\s[+-]\s")
# "Miễn lệ phí", "Không thu phí", as a sentence of its own, perhaps with the document that says so behind it.
_WAIVED = re.compile(
    r"\W*(?:miễn(?: thu)?(?: (?:lệ )?phí)|(?:không|chưa) thu(?: (?:lệ )?phí)?|không mất phí|"
    r"(?:lệ )?phí\s*:?\s*(?:0|không)(?: đồng)?)\W*(?:\(?(?:theo )?(?:thông tư|nghị định|nghị quyết|luật)\W[^;]*)?",
    re.I,
)
# A waiver for some: "miễn lệ phí cho người thuộc hộ nghèo".
_WAIVED_FOR_SOME = re.compile(r"miễn(?: thu)? (?:lệ )?phí|được miễn|không phải nộp|không thu (?:lệ )?phí", re.I)
# What is paid to who brings the papers, not to the office: "0 VNĐ (Trả phí cho đơn vị cung cấp dịch vụ.)".
_TO_CARRIER = re.compile(r"cho đơn vị cung cấp dịch vụ", re.I)
_ON_REQUEST = re.compile(
    rf"(?:nếu|khi) (?:có|người|công dân)?\s*(?:yêu cầu|nhu cầu)|theo yêu cầu|{_TO_CARRIER.pattern}", re.I
)
_COUNCIL = re.compile(r"hội đồng nhân dân|hđnd|ủy ban nhân dân (?:cấp )?tỉnh", re.I)
# "Theo quy định của Bộ Tài chính": the ministry that sets it, where a sentence ends with its name.
_MINISTRY = re.compile(r"(?:quy định|thông tư) của (?:bộ trưởng )?(bộ [^\W\d_]+(?: [^\W\d_]+){1,4})\W*$", re.I)
# "Theo quy định của Luật phí và lệ phí", "… của pháp luật về phí, lệ phí": a law is all that the words name.
_LAW = re.compile(r"(?:theo|của|tại) (?P<all>pháp )?luật (?:về )?phí(?: và|,) lệ phí(?!\w)", re.I)
_NOT_SET = re.compile(r"\W*(?:chưa có|(?:chưa|không)(?: có)? quy định)(?: thu)?(?: (?:lệ )?phí)?\W*", re.I)
# "đến hết ngày 31/12/2025", "đến hết ngày 31 tháng 12 năm 2026".
_UNTIL = re.compile(rf"đến hết (?:ngày )?{DAY}", re.I)
# A sentence on those to whom alone it applies.
_FOR_SOME = re.compile(r"(?<!\w)(?:nếu|trường hợp|đối với)(?!\w)", re.I)
_ANY_AMOUNT = re.compile(rf"{NUMBER}\s*(?:đồng|đ|vnđ|vnd|usd)(?!\w)", re.I)
# What stands before an amount that is a ceiling: "tối đa thu không quá 200.000 đồng".
_CEILING = re.compile(r"(?:tối đa|không quá)(?: \w+){0,3}\s*$", re.I)


class FeeTerms(NamedTuple):
    """What a fee's words say besides amounts.

    `waived`: nobody pays; `waived_for_some`: some do not; `on_request`: something costs on request (copies), and
    `only_on_request`: nothing else does; `to_carrier`: something is paid to who brings the papers; `only_for_some`:
    what is asked for is asked of some; `council`: the People's Council of the province sets it; `ministry`: that
    one does; `law`: what they name is a law as a whole; `not_set`: no document sets one yet.
    """

    waived: bool = False
    waived_for_some: bool = False
    on_request: bool = False
    only_on_request: bool = False
    to_carrier: bool = False
    only_for_some: bool = False
    council: bool = False
    ministry: str = ""
    law: str = ""
    not_set: bool = False


@lru_cache(maxsize=4096)  # a few phrases are most of what the register says
def read_terms(text: str) -> FeeTerms:
    """Read the words of a fee sentence by sentence; what is asked for on request says nothing of the others."""
    sentences = [part.strip() for part in _SENTENCE.split(_unwrapped(plain(text))) if part and part.strip(" .()-")]
    ordinary = [sentence for sentence in sentences if not _ON_REQUEST.search(sentence)]
    waived = any(_WAIVED.fullmatch(sentence) for sentence in ordinary)
    rest = [sentence for sentence in ordinary if not _WAIVED.fullmatch(sentence)]
    return FeeTerms(
        waived=waived and all(_WAIVED_FOR_SOME.search(sentence) for sentence in rest),
        waived_for_some=any(_WAIVED_FOR_SOME.search(sentence) for sentence in rest),
        on_request=len(ordinary) < len(sentences),
        only_on_request=bool(sentences) and not ordinary,
        to_carrier=any(map(_TO_CARRIER.search, sentences)),
        only_for_some=bool(rest) and all(_FOR_SOME.search(sentence) for sentence in rest),
        council=any(_COUNCIL.search(sentence) for sentence in rest),
        ministry=next((_titled(found[1]) for sentence in rest if (found := _MINISTRY.search(sentence))), ""),
        law=next((_law(found) for sentence in rest if (found := _LAW.search(sentence))), ""),
        not_set=len(rest) == 1 and bool(_NOT_SET.fullmatch(rest[0])),
    )


def _law(found: re.Match[str]) -> str:
    return "pháp luật về phí, lệ phí" if found["all"] else "Luật Phí và lệ phí"


def _titled(ministry: str) -> str:
    """The name of a ministry with large letters where names have them: "Bộ Tài chính"."""
    words = ministry.lower().split()
    return " ".join((words[0].capitalize(), words[1].capitalize(), *words[2:]))


def is_over(amount: FeeAmount, today: datetime.date) -> bool:
    """Whether an amount held only until a day that has passed ("đến hết ngày 31/12/2025")."""
    until = _until(amount)
    return until is not None and until < today


def is_for_now(amount: FeeAmount, today: datetime.date) -> bool:
    """Whether an amount holds until a day to come, in place of one that holds before and after."""
    until = _until(amount)
    return until is not None and until >= today


def _until(amount: FeeAmount) -> datetime.date | None:
    found = _UNTIL.search(_own_words(amount))
    return day_of(*found.groups()) if found else None


def is_ceiling(amount: FeeAmount) -> bool:
    """Whether an amount is the most that others may come to, and no price of its own."""
    return not amount.declared and bool(_CEILING.search(amount.condition.split(" … ")[0]))


def _own_words(amount: FeeAmount) -> str:
    """The words that an amount stands in: of a declared one the clause of its explanation that names it again."""
    if not amount.declared:
        return amount.condition
    for found in re.finditer(NUMBER, amount.condition):
        if re.sub(r"[.,]", "", found[0]) == f"{amount.amount_min:f}":
            low, high = clause_bounds(amount.condition, found.start(), found.end())
            return amount.condition[low:high]
    if _ANY_AMOUNT.search(amount.condition):
        return ""  # its words are those of another amount
    low, high = clause_bounds(amount.condition, 0, 0)
    return amount.condition[low:high]


def _unwrapped(text: str) -> str:
    """The words without the declared zero and the brackets around them."""
    lines = []
    for line in text.split("\n"):
        match = _WRAPPED.match(line)
        rest = line[match.end() :].strip() if match else line
        lines.append(rest[1:-1] if match and rest.startswith("(") and rest.endswith(")") else rest)
    return "\n".join(dict.fromkeys(lines))
