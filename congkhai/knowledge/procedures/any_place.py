"""Whether one may hand in elsewhere than in one's own place: by the record's field, else by the words of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from congkhai.records.procedure import Procedure

# "không phụ thuộc vào nơi cư trú", "phi địa giới hành chính": it is said of all places.
_UNBOUND = re.compile(
    r"không (?:phụ thuộc|phân biệt|theo)(?: vào)? (?:nơi|địa (?:giới|bàn|điểm)|phạm vi địa)|phi địa giới", re.I
)
# "tại bất kỳ Trung tâm phục vụ hành chính công nào", "hoặc bất kỳ xã nào trong cùng tỉnh".
_ANY = re.compile(
    r"bất (?:kỳ|kì|cứ) (?:một )?(?:bộ phận|trung tâm|ủy ban|uỷ ban|ubnd|cơ quan|công an|xã|phường|nơi|điểm|địa điểm|"
    r"chi nhánh|phòng|văn phòng|tổ chức hành nghề|bưu cục)|"
    r"(?:cơ quan|trung tâm|bộ phận|công an|cấp xã|văn phòng|ủy ban)[^.;,\n]{0,50} bất (?:kỳ|kì)"
    r"(?= (?:trong|trên|thuộc|của|nơi)|[,.;\n]|$)|"
    r"một trong (?:các|số các) (?:cơ quan|bộ phận|trung tâm|địa điểm|điểm tiếp nhận)[^.;\n]{0,12}trên địa bàn",
    re.I,
)
# Receivers in the plural, of a whole province: "các Trung tâm Phục vụ HCC trên địa bàn thành phố".
_ALL = re.compile(
    r"(?:trung tâm|bộ phận) [^.;\n]{0,60}?(?:các xã, phường)[^.;\n]{0,20}trên địa bàn|"
    r"các (?:trung tâm|bộ phận) [^.;\n]{0,50}?trên địa bàn",
    re.I,
)
# Who hands in, who receives: other sentences with these words are about other things.
_HANDING_IN = re.compile(r"(?<!\w)(?:nộp|tiếp nhận|gửi (?:\d+ )?(?:bộ )?hồ sơ|đến|trung tâm|bộ phận)(?!\w)", re.I)
_PROVINCE = re.compile(
    r"(?:cùng|trong|thuộc|bàn|toàn|phạm vi|vi) (?:phạm vi )?(?:một |cấp |toàn |của )?(?:tỉnh|thành phố|tp\b)", re.I
)
_COUNTRY = re.compile(r"(?:toàn quốc|(?:cả|toàn) nước)", re.I)
# "nơi doanh nghiệp đặt trụ sở chính hoặc nơi cá nhân đăng ký thường trú".
_PLACE = (
    r"nơi (?!nhận|tiếp nhận|khác|cấp )[^.;:()\n]{0,60}?(?:cư trú|thường trú|tạm trú|sinh sống|đang ở|trụ sở(?: chính)?|"
    r"có (?:đất|bất động sản|nhà ở|tài sản)|công tác|theo học|đóng (?:bhxh|bảo hiểm xã hội))(?!\w)"
)
_OFFICE = r"(?:ủy ban|uỷ ban|ubnd|cơ quan|công an|trung tâm|bộ phận|sở|phòng|chi cục|thuế|bảo hiểm xã hội|đơn vị)(?!\w)"
_OWN = re.compile(
    rf"(?:(?<!\w)(?:nộp|gửi|đến)(?!\w)(?! (?:kết quả|thông báo|trả))[^.;\n]{{0,160}}?{_OFFICE}[^.;\n]{{0,110}}?"
    rf"(?<!hoặc )(?<!có )(?P<own>{_PLACE}(?:,? hoặc {_PLACE})*))|"
    rf"{_OFFICE}[^.;\n]{{0,60}}? (?P<takes>{_PLACE}) (?:có trách nhiệm )?tiếp nhận hồ sơ",
    re.I,
)
# An agency that answers does not hand in, nor does who gets a copy, or what was handed in elsewhere.
_ANSWERS = re.compile(
    r"(?:có trách nhiệm|trả lời|thông báo|kết quả|chuyển|công khai|niêm yết|xác minh|\d+ bản|lưu tại)[^.;\n]*$", re.I
)
_PASSES_ON = re.compile(r"lấy ý kiến|chuyển", re.I)
# "(nếu đã triển khai)": it holds where it has begun.
_WHERE_BEGUN = re.compile(r"(?:nếu|nơi|khi) (?:đã |được )+triển khai", re.I)
# "nơi đặt trụ sở hoặc cơ quan cấp xã bất kỳ" is told in whatever case; else words of a case bind:
# "(riêng di chúc: bất kỳ cơ quan nào)": of one case alone.
_OR_ANOTHER = re.compile(r"(?<!\w)nơi [^.;()\n]{3,80} hoặc $", re.I)
_OF_A_CASE = re.compile(r"(?:riêng|trường hợp|đối với|(?<!\w)nếu)(?!\w)[^()]*$", re.I)
_SENTENCE = re.compile(r"[.;\n]+\s*")
_EARLY = 1500


class Reach(StrEnum):
    """In how many places a dossier is taken."""

    EVERYWHERE = "everywhere"
    COUNTRY = "country"
    PROVINCE = "province"
    OWN = "own"
    UNSAID = "unsaid"


class AnyPlace(NamedTuple):
    """How far the places reach at which one may hand in.

    `words` name the only one ("nơi cư trú"), or say on which condition there are others ("nếu đã triển khai").
    """

    reach: Reach
    words: str = ""


def any_place(procedure: Procedure) -> AnyPlace:
    """Where else one may hand in, as a record says it; unsaid where neither its field nor its words do."""
    notes = procedure.submission_notes
    told = _told(procedure.steps, notes, procedure.reception_address)
    stated = procedure.single_window.anywhere if procedure.single_window else None
    if stated and told.reach in (Reach.UNSAID, Reach.OWN):
        return AnyPlace(Reach.EVERYWHERE)
    return told


@lru_cache(maxsize=4096)
def _told(steps: str, notes: tuple[str, ...], address: str) -> AnyPlace:
    texts = (address, steps[:_EARLY], *notes)
    if sentence := next((one for text in texts for one in _unbound(text)), ""):
        reach = Reach.COUNTRY if _COUNTRY.search(sentence) else Reach.EVERYWHERE
        begun = _WHERE_BEGUN.search(sentence)
        return AnyPlace(Reach.PROVINCE if _PROVINCE.search(sentence) else reach, begun[0].lower() if begun else "")
    own = next((one for text in texts for one in _own(text)), "")
    return AnyPlace(Reach.OWN, own) if own else AnyPlace(Reach.UNSAID)


def _unbound(text: str) -> Iterator[str]:
    """The sentences that let anybody hand in at several places of a kind."""
    for sentence in _SENTENCE.split(text):
        told = _UNBOUND.search(sentence) or _ALL.search(sentence)
        told = told or (_ANY.search(sentence) if _HANDING_IN.search(sentence) else None)
        before = sentence[: told.start()] if told else ""
        if told and (_OR_ANOTHER.search(before) or not _OF_A_CASE.search(before)):
            yield sentence


def _own(text: str) -> Iterator[str]:
    """The place at which alone somebody hands in."""
    for found in _OWN.finditer(text):
        own = found["own"] or found["takes"]
        before = text[max(0, found.start() - 120) : found.start()]
        if not _ANSWERS.search(before) and not _PASSES_ON.search(found.group().removesuffix(own)):
            yield " ".join(own.split())
