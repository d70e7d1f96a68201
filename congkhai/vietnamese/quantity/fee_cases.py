"""Who pays which fee: who is let off, who alone must pay, and for which case each of several amounts is."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from congkhai.vietnamese.quantity.clause import plain
from congkhai.vietnamese.quantity.fee import FeeAmount
from congkhai.vietnamese.quantity.number import NUMBER
from congkhai.vietnamese.quantity.written_day import day_of

_LONGEST_WHO, _SHORTEST_CASE, _LONGEST_CASE = 130, 6, 64
# Where a sentence on a waiver ends; a semicolon only parts those whom it names.
_END = r"(?=\.(?:\s|\)|$)|\n|\|| - |\s\+ |\)\s*(?:\n|\||$)|$)"
_WAIVER = re.compile(
    r"(?:miễn(?: thu)?(?: nộp)?|không thu|không phải nộp)(?: (?:lệ )?phí)?(?: đăng ký[^.;:]{0,40}?)?\s*"
    rf"(?:đối với|cho|với)\s*(?:(?:các )?(?:trường hợp|đối tượng)(?: sau(?: đây)?)?)?[:\s]*(?P<who>[^.\n|]+?){_END}",
    re.I,
)
# "công dân thuộc diện được miễn phí theo quy định tại Điều 4 Thông tư số 75/2022/TT-BTC ngày …"
_BY_DOCUMENT = re.compile(
    r"(?:được|trường hợp) miễn[^.;\n]{0,40}?(?:theo|tại)(?: quy định(?: tại| của)?)?\s+"
    r"(?P<where>(?:(?:khoản|điểm|điều) \w+ ?)*(?:thông tư|nghị định|nghị quyết|luật)(?: số)? \S+?)(?=[\s,.;)]|$)",
    re.I,
)
# "Miễn phí từ ngày 07/4/2026 đến 30/6/2026": a waiver for everybody, for a time.
_FOR_A_TIME = re.compile(
    r"mi[êễ]n\s*(?:phí|lệ phí)?,?\s*(?:kể )?từ (?:ngày )?\d{1,2}[/.]\d{1,2}[/.]\d{4}\s*"
    r"đến (?:hết )?(?:ngày )?(\d{1,2})[/.](\d{1,2})[/.](\d{4})",
    re.I,
)
# "nộp lệ phí nếu đăng ký quá hạn", "đối với phương tiện quá cảnh": who alone pays.
_PAYER = re.compile(rf"(?:nếu|trường hợp|đối với)\s+(?P<who>[^.;\n|]+?){_END}", re.I)
# "nếu thuộc trường hợp phải nộp" names nobody.
_NOBODY = re.compile(r"(?:thuộc )?(?:trường hợp|diện|đối tượng) (?:phải|được) (?:nộp|thu|miễn)", re.I)
# An amount that a condition repeats, with the words that lead to it and what it is paid for.
_REPEATED = re.compile(
    rf"\s*[:(–,-]?\s*(?:là |mức )?{NUMBER}\s*(?:triệu )?(?:đồng|đ|vnđ|vnd|usd)(?!\w)(?:\s*/[^.;()]*)?", re.I
)
_CITED = re.compile(r"\s*\((?:theo )?(?:quy định tại )?(?:thông tư|nghị định|nghị quyết|luật)[^()]*\)?", re.I)
_LEAD_IN = re.compile(
    r"(?:theo quy định tại |thực hiện theo )?(?:thông tư|nghị định)[^:]{0,80}:\s*|(?:đồng|đ)\s*/?\s*\w*\s*\(", re.I
)
# "2) ", "(i) ": a number that opens an item.
_NUMBERED = re.compile(r"^\W*(?:\d+|[ivx]+)\s?\)\s*", re.I)
# "từ trang thứ 3 trở lên thu …": what the first ones cost, the others do not.
_TIER = re.compile(r"\W*(từ [^\W\d_]+) thứ (\w+)(?: trở (?:lên|đi))?(?!\w)", re.I)
# "trường hợp đăng ký khai tử đúng hạn", among those whom a fee lets off.
_ON_TIME = re.compile(r"(?:trường hợp |người |công dân )*(?P<deed>[^,]{3,40}?) đúng (?:thời )?hạn", re.I)
_MARKS = " \t\n,.;:-–+*/…"


@lru_cache(maxsize=4096)  # a few phrases are most of what the register says
def waiver_of(text: str, today: datetime.date) -> str | None:
    """Whom a fee lets off, in its own words; "" for those it does not name, None where it lets nobody off.

    A waiver for everybody that holds for a time counts for nothing once that time is over.
    """
    words = plain(text)
    if any((day_of(*match.groups()) or datetime.date.max) < today for match in _FOR_A_TIME.finditer(words)):
        return None
    found = _WAIVER.search(words)
    if found:
        who = _trimmed(_CITED.sub("", found["who"]).replace(";", ","))
        return who if who and len(who) <= _LONGEST_WHO and not _NOBODY.match(who) else ""
    cited = _BY_DOCUMENT.search(words)
    return f"diện theo {cited['where']}" if cited else ""


def payer_of(text: str) -> str:
    """Who alone pays, in the fee's own words; "" where it names nobody, or only "those who must"."""
    found = _PAYER.search(plain(text))
    who = _trimmed(found["who"]) if found else ""
    return who if who and len(who) <= _LONGEST_WHO and not _NOBODY.match(who) else ""


def on_time_of(who: str) -> tuple[str, str]:
    """Of those whom a fee lets off, what they do who are on time, and the others; "" where there are none."""
    people = who.split(", ")
    for place, one in enumerate(people):
        if found := _ON_TIME.fullmatch(one):
            return found["deed"], ", ".join(people[:place] + people[place + 1 :])
    return "", who


def tier_of(amount: FeeAmount) -> str:
    """From which page or piece on an amount holds: "từ trang 3"; "" for one that holds from the first."""
    found = None if amount.declared else _TIER.match(amount.condition)
    return f"{found[1].lower()} {found[2]}" if found else ""


@lru_cache(maxsize=4096)
def case_of(amount: FeeAmount) -> str:
    """For which case an amount is, in few words of the fee's own; "" where they are many or name another amount."""
    words = _LEAD_IN.sub("", _CITED.sub("", amount.condition.split(" … ")[0]), count=1)
    words = _REPEATED.sub("", words, count=1) if amount.declared else words
    words = _trimmed(_NUMBERED.sub("", " ".join(words.split())))
    if not _SHORTEST_CASE <= len(words) <= _LONGEST_CASE or re.search(
        rf"{NUMBER}\s*(?:đồng|đ|vnđ|usd|%)(?!\w)|mi[êễ]n|thông tư", words, re.I
    ):
        return ""
    return words


def _trimmed(words: str) -> str:
    """Words without the marks around them; a bracket stays where its other half does."""
    words = words.strip(_MARKS)
    while words.count("(") > words.count(")") and words.startswith("("):
        words = words[1:].strip(_MARKS)
    while words.count(")") > words.count("(") and words.endswith(")"):
        words = words[:-1].strip(_MARKS)
    return f"{words})" if words.count("(") == words.count(")") + 1 else words
