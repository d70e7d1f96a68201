"""Fees (phí) and charges (lệ phí) as amounts with currency, per what and under which condition."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.problem import Place, Problem
from congkhai.vietnamese.quantity.clause import NOWHERE, at, clause_bounds, plain, without
from congkhai.vietnamese.quantity.number import NUMBER, SCALE, read_money

Currency = Literal["VND", "USD", "%"]
Free = Literal["yes", "no", "unknown"]

# What a fee is paid for, in up to three words: "/bản", "/01 lần cấp"; words of the next phrase do not belong to it.
_PER = r"(?:\d+\s*)?[^\W\d_]+(?: (?!(?:kể|từ|theo|đối|trường|cho|nếu|và|hoặc|áp)(?!\w))[^\W\d_]+){0,2}"
_VND = r"việt nam đồng|đồng|vnđ|vnd|đ"
_USD = r"usd|đô la mỹ|đô-la mỹ|đô la|us\$"
# A number or a range, perhaps "triệu", a currency or a percent sign, perhaps "/bản" or "một hồ sơ".
_AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<low>{NUMBER})(?:\s*(?:-|–|đến)\s*(?P<high>{NUMBER}))?\s*(?P<scale>(?:{SCALE})(?!\w))?\s*"
    rf"(?P<currency>(?:{_VND}|{_USD})(?!\w)|%)(?P<per>\s*/\s*{_PER})?",
    re.IGNORECASE,
)
# The portal's own shape of one fee: a declared amount, the label VNĐ whatever the currency, an explanation in brackets.
_DECLARED = re.compile(rf"\s*(?P<amount>{NUMBER})\s*(?P<currency>VNĐ|VND|USD)\s*(?:\((?P<words>.*)\)\s*)?", re.I | re.S)
_LINE_LABEL = re.compile(r"^(?:Trực tiếp|Trực tuyến|Dịch vụ bưu chính)\s*:\s*", re.I)
# No fee is below a thousand đồng: a smaller declared figure has lost its zeros or its currency.
_LEAST_VND = 1000
# A range behind a declared zero, in the currency that the register declares: "0 VNĐ (Từ 500000-15000000)".
_BARE_RANGE = re.compile(rf"\W*(?:từ|mức thu)?\s*({NUMBER})\s*(?:-|–|đến)\s*({NUMBER})\W*", re.I)
# Thresholds are amounts of something else: capital, value, "below 5 billion".
_THRESHOLD_BEFORE = re.compile(
    r"(?:dưới|trên|không dưới|từ|đến|vốn|giá trị|trị giá|tổng mức đầu tư|mức đầu tư|doanh thu|(?:lớn|nhỏ) hơn)"
    r"(?: \w+){0,3}\s*$",
    re.I,
)
_THRESHOLD_AFTER = re.compile(r"\s*(?:trở lên|trở xuống|đến dưới|đến \d)", re.I)
_YEAR = re.compile(r"(?<!\w)năm\s*(?:19|20)\d\d$", re.I)
_RANGE_BEFORE = re.compile(r"(?:mức thu|lệ phí|phí)[^.;:]{0,40}(?:từ|đến)\s*$", re.I)
_PER_AFTER = re.compile(rf"\s*(?:đồng|đ)?\s*/\s*({_PER})", re.I)
_FREE = re.compile(
    r"\W*(?:(?:lệ )?phí\s*:\s*)?(?:miễn(?: thu)? (?:lệ )?phí|không(?: (?:thu|mất|có|đồng))?(?: (?:lệ )?phí)?|0|đồng)"
    r"(?:\W+không(?: có)?)?\W*",
    re.I,
)
_NOT_SET = re.compile(r"(?:chưa|không)(?: có)? quy định", re.I)
_WORD = re.compile(r"\w")
_DEFERRED = re.compile(
    r"theo |quy định|quyết định|hội đồng nhân dân|hđnd|nghị quyết|thông tư|biểu (?:phí|mức)|chi tiết tại",
    re.I,
)


class FeeAmount(Struct, frozen=True):
    """One amount: least and most (equal unless a range), VND, USD or a percentage, per what, under which condition.

    `declared` is true for the figure the register declares, false for one read in the explanation. `until` is the last
    day of a reduction that the amount already has in it.
    """

    amount_min: Decimal
    amount_max: Decimal
    currency: Currency
    per: str = ""
    condition: str = ""
    declared: bool = False
    until: datetime.date | None = None


class FeeReading(Struct, frozen=True):
    """What a fee says: its own words, the amounts in them, whether it is free, whether another document decides."""

    text: str
    amounts: tuple[FeeAmount, ...] = ()
    free: Free = "unknown"
    deferred: bool = False
    problems: tuple[Problem, ...] = ()

    def __hash__(self) -> int:
        """By the text, of which all else follows: readings are asked for often, and words for them kept."""
        return hash(self.text)

    @property
    def understood(self) -> bool:
        """True where the reading says something definite: an amount, free, or who decides."""
        return bool(self.amounts) or self.free == "yes" or self.deferred


def read_fee(text: str, declared_currency: str = "", place: Place | None = None) -> FeeReading:
    """Read a fee or charge (Decree 63/2010 Art. 8.2, Circular 02/2017 Art. 6.2).

    "0" with an explanation is not free: the explanation governs and `free` stays unknown. A declared amount whose
    explanation states it in USD is in USD, whatever label the register prints; a declared amount below 1.000 đồng has
    lost its zeros or its currency and is left out with a problem. "0" and "Miễn phí" alone are free.
    """
    reading = _read(text, declared_currency)
    return replace(reading, problems=at(place, reading.problems)) if reading.problems and place else reading


@lru_cache(maxsize=4096)  # most fees of the register are a few phrases, and several pages ask for each
def _read(text: str, declared_currency: str) -> FeeReading:
    words = plain(text).strip()
    if re.fullmatch(NUMBER, words):
        words += f" {declared_currency or 'VND'}"
    readings = [_read_item(item) for line in words.split("\n") for item in _items(line)]
    amounts = tuple(dict.fromkeys(amount for reading in readings for amount in reading.amounts))
    problems = tuple({problem.code: problem for reading in readings for problem in reading.problems}.values())
    reading = FeeReading(text, amounts, _all_free(readings), any(item.deferred for item in readings), problems)
    if reading.understood or not words.strip("| ") or _NOT_SET.search(words):
        return reading
    problem = Problem("quantity-unread-fee", NOWHERE, (("text", words[:200]),))
    return replace(reading, problems=(*problems, *(() if problems else (problem,))))


def _items(line: str) -> list[str]:
    label = _LINE_LABEL.match(line)
    parts = line[label.end() if label else 0 :].split(" | ")
    return [part.strip("| ") for part in parts if part.strip("| ")]


def _all_free(readings: list[FeeReading]) -> Free:
    kinds = {reading.free for reading in readings}
    if kinds == {"yes"}:
        return "yes"
    return "no" if "no" in kinds and "yes" not in kinds else "unknown"


def _read_item(item: str) -> FeeReading:
    match = _DECLARED.fullmatch(item)
    if match:
        return _read_declared(item, match)
    if _FREE.fullmatch(item):
        return FeeReading(item, free="yes")
    amounts = tuple(_amounts_in(item))
    payable = any(amount.amount_max > 0 for amount in amounts)
    return FeeReading(item, amounts, "no" if payable else "unknown", bool(_DEFERRED.search(item)))


def _read_declared(item: str, match: re.Match[str]) -> FeeReading:
    value, words = read_money(match["amount"]), (match["words"] or "").strip()
    if value is None:
        return FeeReading(item)
    stated = tuple(_amounts_in(words))
    if value == 0:
        return _read_zero(item, words, stated)
    others = tuple(amount for amount in stated if amount.amount_min != value)
    same = tuple(amount for amount in stated if amount.amount_min == value)
    currency: Currency = "USD" if _stated_in_dollars(value, match["currency"], words, stated) else "VND"
    if currency == "VND" and value < _LEAST_VND:
        values = (("text", item[:200]),)
        problem = Problem("quantity-implausible-amount", NOWHERE, values)
        return FeeReading(item, stated, "no", problems=(problem,))
    per = _PER_AFTER.match(words)
    # "5000000 VNĐ (Phí: 5.000.000 - 10.000.000 đồng)": the figure declared is the least; so are "/khẩu", "/người" told.
    most = max((amount.amount_max for amount in same if amount.currency == currency), default=value)
    told = {amount.per for amount in same if amount.currency == currency}
    declared = FeeAmount(
        value,
        most,
        currency,
        per[1] if per else told.pop() if len(told) == 1 else "",
        "" if per and per.end() == len(words) else words,
        declared=True,
    )
    problems = _currency_problem(match, currency)
    return FeeReading(item, (declared, *others), "no", problems=problems)


def _read_zero(item: str, words: str, stated: tuple[FeeAmount, ...]) -> FeeReading:
    if not words or _FREE.fullmatch(words):
        zero = FeeAmount(Decimal(0), Decimal(0), "VND", declared=True)
        return FeeReading(item, (zero,), "yes")
    if (not_set := _NOT_SET.search(words)) and not _WORD.search(words[: not_set.start()] + words[not_set.end() :]):
        return FeeReading(item)
    if span := _BARE_RANGE.fullmatch(words):
        low, high = read_money(span[1]), read_money(span[2])
        if low is not None and high is not None and _LEAST_VND <= low <= high:
            return FeeReading(item, (FeeAmount(low, high, "VND"),), "no")
    problem = Problem("quantity-zero-fee-explained", NOWHERE, (("text", words[:200]),))
    return FeeReading(item, stated, "unknown", bool(_DEFERRED.search(words)), (problem,))


def _stated_in_dollars(value: Decimal, label: str, words: str, stated: tuple[FeeAmount, ...]) -> bool:
    if label.upper() == "USD":
        return True
    same = [amount.currency for amount in stated if value in (amount.amount_min, amount.amount_max)]
    return "USD" in same or (not same and value < 1000 and bool(re.match(rf"\W*(?:{_USD})(?!\w)", words, re.I)))


def _currency_problem(match: re.Match[str], currency: Currency) -> tuple[Problem, ...]:
    if currency == "VND" or match["currency"].upper() == "USD":
        return ()
    values = (("amount", match["amount"]), ("label", match["currency"]))
    return (Problem("quantity-currency-contradicted", NOWHERE, values),)


def _amounts_in(text: str) -> Iterator[FeeAmount]:
    for match in _AMOUNT.finditer(text):
        low = read_money(match["low"], match["scale"] or "")
        high = read_money(match["high"], match["scale"] or "") if match["high"] else low
        if low is None or high is None or high < low or _is_threshold(text, match):
            continue
        bounds = clause_bounds(text, match.start(), match.end())
        per = (match["per"] or "").strip(" /")
        yield FeeAmount(low, high, _currency(match["currency"]), per, without(text, bounds, match.start(), match.end()))


def _is_threshold(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 12]
    # "ngày 11 tháng 11 năm 2016 Đồng" is a year with what the register prints behind each fee.
    if _THRESHOLD_AFTER.match(after) or _YEAR.search(f"{before}{match['low']}"):
        return True
    return bool(_THRESHOLD_BEFORE.search(before)) and not _RANGE_BEFORE.search(before)


def _currency(word: str) -> Currency:
    if word == "%":
        return "%"
    return "USD" if re.fullmatch(_USD, word, re.I) else "VND"
