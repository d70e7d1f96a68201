"""Capitals as layout: headings in capitals become sentence case, names and abbreviations keep theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from congkhai.editing.importers.likeness import in_capitals

_WORD = re.compile(r"[^\W_]+(?:[&.][^\W_]+)*")
# A word between words that a sentence begins with says nothing about capitals.
_SENTENCE_START = re.compile(r"(?:^|[.;:!?“\"(\n-]\s*)$")
_ROMAN = re.compile(r"[IVX]+")
# Syllables that look like numerals: "VI PHẠM", "XI MĂNG"; numerals only behind what is counted.
_SYLLABLES = frozenset(("VI", "XI"))
_COUNTED = frozenset(
    [
        "quý",
        "phần",
        "kỳ",
        "khóa",
        "khoá",
        "lần",
        "hội",
        "chương",
        "mục",
        "loại",
        "hạng",
        "nhóm",
        "đợt",
        "cấp",
        "thứ",
        "lục",
        "bảng",
        "tập",
    ]
)
# A document's number: its symbol is spelled with capitals, but for these.
_CODE = re.compile(r"\d[\d/]*/[\w&.]+(?:-[\w&.]+)*")
_MIXED = {"TTG": "TTg", "CTR": "CTr", "TTR": "TTr", "TTLT": "TTLT", "NQLT": "NQLT"}
# Spelled with capitals everywhere, whatever the document at hand has of them.
_ABBREVIATIONS = (
    "TTHC UBND HĐND CNTT CCHC CSDL TW VP KSTTHC DVC DVCTT DVCQG PAKN QPPL VBQPPL BPMC PVHCC HCC ISO TCVN QTNB CBCC "
    "CBCCVC PAR INDEX PCI PAPI SIPAS KT TM MTTQ UBMTTQ BHXH PCCC ANTT ATTT CĐS DDCI OCOP NTM QLNN XDCB GPMB QĐ NĐ CP "
    "TT KH NQ CT"
)
_NAMES = (
    "Việt Nam|Chính phủ|Thủ tướng|Bộ Nội vụ|Bộ Tư pháp|Bộ Tài chính|Bộ Y tế|Bộ Công an|Bộ Xây dựng|Quốc hội|Trung ương|"
    "Đề án|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Cổng Dịch vụ công|Bộ phận Một cửa|Hội đồng nhân dân|Đảng|"
    "Ủy ban nhân dân|Văn phòng|Sở Nội vụ|Sở Tư pháp|Chủ tịch|Phó Chủ tịch|Phó Chánh Văn phòng|Chánh Văn phòng|Nhà nước"
)


class Spelling:
    """How words are spelled in running text: counted from the sentences of one document."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._alone: dict[str, Counter[str]] = {}
        self._between: dict[tuple[str, str, str], Counter[str]] = {}
        for text in _known_phrases():
            self._learn(text, known=True)
        for text in texts:
            if not in_capitals(text):
                self._learn(text)

    def sentence(self, text: str) -> str:
        """A heading in capitals as a sentence; any other text as it is."""
        if not in_capitals(text):
            return text
        matches = list(_WORD.finditer(text))
        words = [match[0] for match in matches]
        pieces: list[str] = []
        end = 0
        for index, match in enumerate(matches):
            pieces += [text[end : match.start()], self._spelled(words, index)]
            end = match.end()
        result = _with_codes("".join([*pieces, text[end:]]), text)
        first = matches[0].start() if matches else 0
        return result[:first] + result[first : first + 1].upper() + result[first + 1 :]

    def _learn(self, text: str, *, known: bool = False) -> None:
        """Count the words of a text; inside a known name a word says nothing of itself alone ("Bộ Xây dựng")."""
        words = list(_WORD.finditer(text))
        for index, match in enumerate(words):
            starts = bool(_SENTENCE_START.search(text[max(0, match.start() - 3) : match.start()]))
            if starts and not (match[0].isupper() and len(match[0]) > 1):
                continue
            word, key = match[0], match[0].casefold()
            self._alone.setdefault(key, Counter())[word] += 1
            near = [match[0] for match in words[max(0, index - 1) : index + 2]]
            before, after = _neighbours(near, min(index, 1))
            inside = known and index > 1
            for context in ((before, key, after), (before, key, ""), *([] if inside else [("", key, after)])):
                self._between.setdefault(context, Counter())[word] += 1

    def _spelled(self, words: Sequence[str], index: int) -> str:
        key = words[index].casefold()
        if any(char.isdigit() for char in key):
            return words[index]
        if _ROMAN.fullmatch(words[index]) and (
            words[index] not in _SYLLABLES or (index and words[index - 1].casefold() in _COUNTED)
        ):
            return words[index]
        before, after = _neighbours(words, index)
        votes = self._between.get((before, key, after)) or (
            self._between.get((before, key, ""), Counter()) + self._between.get(("", key, after), Counter())
        )
        alone = self._alone.get(key, Counter())
        loud = Counter({word: count for word, count in alone.items() if word.isupper() and len(word) > 1})
        # Where a text has as many of both, the small letter: "Luật Tổ chức …" names a law.
        best, _ = max((votes or loud).items(), key=lambda vote: (vote[1], vote[0] == key), default=(key, 0))
        return key if votes and best in loud and alone[key] > alone[best] else best


def _with_codes(result: str, text: str) -> str:
    """The result with the numbers of documents as they stood in capitals, but for symbols like "TTg"."""
    for match in _CODE.finditer(text):
        code = re.sub(r"[^\W\d_]+", lambda part: _MIXED.get(part[0], part[0]), match[0])
        result = result[: match.start()] + code + result[match.end() :]
    return result


def _neighbours(words: Sequence[str], index: int) -> tuple[str, str]:
    """The words before and behind a word, folded to small letters; "^" and "$" at the ends."""
    before = words[index - 1].casefold() if index else "^"
    return before, words[index + 1].casefold() if index + 1 < len(words) else "$"


def _known_phrases() -> list[str]:
    return [f"- của {known} " for known in (*_ABBREVIATIONS.split(), *_NAMES.split("|"))]
