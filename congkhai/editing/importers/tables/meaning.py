"""What the heading of a column means: its head noun says what the column holds, the words behind it for whom."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from congkhai.foundation.text import fold

LONGEST_HEADING = 160  # letters


class Sort(StrEnum):
    """What a heading speaks of."""

    NUMBER = "number"
    TASK = "task"
    GROUP = "group"  # what tasks are gathered under: fields, aims
    LEAD = "lead"
    COORDINATION = "coordination"
    TIME = "time"
    RESULT = "result"
    REMARK = "remark"
    OTHER = "other"  # money, measures, states, superiors, levels: kept behind their heading


class Meaning(Struct, frozen=True):
    """What a heading says; `strength` ranks headings of one sort, `side` tells start, end and period of times."""

    sort: Sort
    strength: int = 0
    side: str = ""
    also: Sort | None = None  # behind a slash: "Danh mục công trình/Đơn vị thực hiện"


# Words in front of a head noun that change nothing about it.
_FILLER = re.compile(r"(?:(?:cac|nhung|mot so|ten(?: goi)?(?= \w)|danh muc(?= \w)|du kien|tong hop|cu the|ve|cua)\s+)+")
_NUMBER = re.compile(r"(?:so )?(?:s?tt|thu tu)|#|no\.?|so|ma(?: so| nv| viec| nhiem vu)?|id|muc so")
# The head noun of a heading, the first that stands at its start; over folded text.
_HEADS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (Sort.REMARK, re.compile(r"ghi chu|(?:mot so )?luu y|chu thich")),
    (Sort.OTHER, re.compile(
        r"kinh phi|von\b|nguon\b|du toan|ngan sach|don gia|thanh tien|gia\b|gia tri|so (?:tien|luong|lieu|ky hieu|"
        r"van ban|hieu)|don vi tinh|dvt|khoi luong|dinh muc|muc (?:chi|von|dau tu|kinh phi|do)|ke hoach (?:von|"
        r"kinh phi)|tong (?:muc|cong|so|von|kinh phi)|n[gs]nn|nstw|nsdp|chi phi|quy mo|dien tich|dien thoai|"
        r"lien he|email")),
    (Sort.OTHER, re.compile(
        r"trang thai|tinh trang|danh gia|ty le|ti le|%|tinh hinh|diem\b|can cu|co so (?:phap ly|de xuat)|nguon so lieu|"
        r"van ban (?:giao|chi dao|cua|lien quan|quy dinh|phap ly)|thuoc\b|trinh\b|cap(?! (?:chu tri|thuc hien))\b|"
        r"tham quyen|uu tien|do uu tien|loai\b|phan loai|hinh thuc(?! (?:van ban|thuc hien|san pham))|dia (?:diem|ban)|"
        r"doi tuong|thanh phan(?! phoi)|pham vi|hien trang|thuc trang|ly do|phuong phap|cach (?:thuc|lam)|nguoi ky|"
        r"ke hoach (?=nam \d)|ket qua (?:nam \d|den|tinh den|luy ke|cap nhat)")),
    (Sort.OTHER, re.compile(r"(?:thanh vien )?lanh dao|(?:pho )?(?:chu tich|bi thu)|uy vien|nguoi (?:ky|duyet|"
    r"theo doi|chi dao)|dong chi|chi dao")),
    (Sort.RESULT, re.compile(
        r"san pham|(?:ho so|van ban|yeu cau)(?:,| ve)? (?:cac )?san pham|ket qua|dau ra|hinh thuc|"
        r"yeu cau can dat|muc tieu can dat|(?:chi tieu|muc tieu|yeu cau)(?:,| va|/)? (?:san pham|ket qua)|"
        r"chi tieu can dat|minh chung|"
        r"tai lieu kem")),
    (Sort.TIME, re.compile(
        r"thu(?:,? ngay)?$|buoi\b|"
        r"thoi (?:gian|han|diem|ky|hạn)|tien do|lo trinh|moc\b|ngay\b(?! (?:ban hanh|ky|giao|nhan|tiep nhan|"
        r"cap nhat)\b)|lich (?=thuc|trien)|khi nao|(?:tu|den)(?: ngay| thang)?$|han\b|ky (?:han|bao cao)|quy\b|"
        r"thang\b|nam\b|"
        r"tuan\b|\d+ thang|giai doan|(?:thoi gian )?bat dau|ket thuc|khoi cong|hoan thanh|deadline|tg\b")),
    (Sort.LEAD, re.compile(
        r"co quan|don vi|to chuc|bo phan|ca nhan|nguoi\b|phong\b|ban\b|so\b|nganh\b|can bo|cong chuc|chu the|"
        r"dau moi(?! cong)|ai\b|ubnd\b|"
        r"cap (?:chu tri|thuc hien)|dia phuong (?=chu|phoi|thuc)|chu tri|phu trach|thuc hien$|phan cong|giao\b|"
        r"chiu trach nhiem|trach nhiem|tham muu|(?:thanh phan )?phoi hop|ho tro|tham gia|cung (?:thuc hien|"
        r"phoi hop)|theo doi|"
        r"to chuc thuc hien|owner|uy quyen")),
    (Sort.GROUP, re.compile(r"linh vuc|nhom\b|muc tieu|chuyen de|muc\b|phan\b|truc\b|tieu chi|chuong trinh")),
    (Sort.TASK, re.compile(
        r"nhiem vu|noi dung|cong viec|viec\b|hoat dong|giai phap|bien phap|chi tieu|de an|hang muc|dau (?:muc|"
        r"viec)|cong trinh|"
        r"du an|van ban|van de|yeu cau|ten\b|danh muc|mo ta|hanh dong|nghi quyet|ke hoach|thu tuc|dich vu|mo hinh|"
        r"tieu de|cuoc (?:hop|thi)|dot\b|su kien|quy dinh|y kien")),
)  # fmt: skip
# Behind the noun of an agency, the first of these that is found tells what it does.
_DOES = re.compile(
    r"(?P<chief>chu tri)|(?P<main>phu trach|dau moi|chinh\b|chiu trach nhiem)|"
    r"(?P<helps>phoi hop|ho tro|lien quan|tham gia|cung\b)|"
    r"(?P<over>chi dao|trinh\b|ban hanh|phe duyet|tham dinh|\bky\b|giam sat|theo doi|kiem tra|don doc|lanh dao|"
    r"tiep nhan|tinh$|tinh \(|quyet dinh|dieu hanh)|"
    r"(?P<does>thuc hien|tham muu|trien khai|trach nhiem|phan cong|giao\b|soan thao|bao cao|xay dung|de xuat)"
)
# A duty to lead, to watch, to approve is none to do the work.
_DUTY_OVER = re.compile(
    r"(?:chiu )?(?:trach nhiem|phan cong|giao|phu trach)(?: ve)?(?: viec)?\s+(?=chi dao|trinh|ban hanh|"
    r"phe duyet|tham dinh|ky\b|giam sat|theo doi|kiem tra|don doc|lanh dao)"
)
_START, _STOP = re.compile(r"bat dau|khoi cong|^tu\b"), re.compile(r"ket thuc|^den\b")
_PERIOD = re.compile(r"(?:nam|thang|quy|tuan|giai doan|\d+ thang)\s+(?:\d|[ivx]+\b|dau|cuoi)|(?:dau|cuoi) nam")
# A heading is no sentence and no item of a list: nothing is said behind a colon, no stop ends it.
_SENTENCE = re.compile(r":\s+\S|;\s*$|\./\.|^[-+*•–]\s|\S+\s+\S+\s+\S+\s+\S+.*\.\s*$")
_MONEY = re.compile(r"(?:trieu|ty|ti|nghin|ngan)\s+dong|\bvnd\b|\bke hoach von\b")
# Of several columns of times, how near a heading's noun comes to a deadline.
_TIME_RANK = (
    (4, re.compile(r"thoi han|han\b|hoan thanh|ngay|deadline|ket thuc|bat dau|thoi gian|thoi diem")),
    (2, re.compile(r"moc|ky\b|quy|thang|nam|tuan|thoi ky")),
    (1, re.compile(r"tien do|lo trinh|giai doan")),
)


def meaning_of(heading: str) -> Meaning | None:
    """What a heading means, or none where its head noun is not known or it reads like a sentence."""
    return _meaning(" ".join(heading.split()))


@lru_cache(maxsize=4096)
def _meaning(heading: str) -> Meaning | None:
    folded = fold(heading).strip(" .:*()–-_")
    if not folded or len(folded) > LONGEST_HEADING or _SENTENCE.search(heading):
        return None
    if _NUMBER.fullmatch(folded):
        return Meaning(Sort.NUMBER)
    first, _, second = re.sub(r"\([^)]*\)", " ", folded).partition("/")
    also = _of_part(second.strip()) if second else None
    found = _of_part(first.strip())
    if found and _MONEY.search(folded) and found.sort is not Sort.REMARK:
        return Meaning(Sort.OTHER)
    if found is None or also is None:
        return found
    return Meaning(found.sort, found.strength, found.side, also.sort if also.sort is not found.sort else None)


def _of_part(text: str) -> Meaning | None:
    filler = _FILLER.match(text)
    text = text[filler.end() :] if filler else text
    for sort, pattern in _HEADS:
        match = pattern.match(text)
        if match:
            return _refined(sort, text)
    return None


def _refined(sort: Sort, text: str) -> Meaning:
    if sort is Sort.LEAD:
        return _actor(text)
    if sort is Sort.TIME:
        side = "start" if _START.search(text) else "end" if _STOP.search(text) else ""
        rank = next((rank for rank, pattern in _TIME_RANK if pattern.match(text)), 0)
        return Meaning(sort, rank, "period" if _PERIOD.match(text) else side)
    return Meaning(sort)


def _actor(text: str) -> Meaning:
    """What an agency in the heading does: lead, help, or stand over the work."""
    if _DUTY_OVER.search(text):
        return Meaning(Sort.OTHER)
    match = _DOES.search(text)
    if match is None:
        return Meaning(Sort.LEAD, 1)
    if match["over"]:
        return Meaning(Sort.OTHER)
    if match["helps"]:
        return Meaning(Sort.COORDINATION)
    return Meaning(Sort.LEAD, 4 if match["chief"] else 3 if match["main"] else 2)
