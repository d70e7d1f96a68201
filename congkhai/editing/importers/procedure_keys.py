"""The keys and headings under which registers, portals and crawls give the parts of a procedure, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from congkhai.foundation.text import slug

_OF = r"(?: (?:cua )?(?:thu tuc hanh chinh|thu tuc|tthc))?"
_DONE = r"(?: (?:thuc hien|xu ly|giai quyet))?"
# What each part is called, over folded words; our own names first.
_NAMES: Mapping[str, str] = {
    "code": rf"code|procedure code|ma{_OF}|ma so{_OF}|so ho so{_OF}",
    "name": rf"name|title|procedure name|ten{_OF}|ten goi{_OF}|tieu de",
    "field": r"field|sector|(?:ten )?(?:linh vuc|nganh)(?: thuc hien| tthc)?",
    "level": rf"level|cap{_DONE}|cap chinh quyen|cap hanh chinh|muc do cap",
    "agency": rf"agency|(?:co quan|don vi)(?: truc tiep)?{_DONE}|co quan chu tri",
    "competent_agency": r"competent agency|co quan (?:co )?tham quyen(?: quyet dinh)?",
    "coordinating_agency": r"coordinating agency|co quan phoi hop(?: thuc hien)?",
    "authorised_agency": r"authorised agency|co quan (?:duoc )?(?:uy|uỷ) quyen(?: quyet dinh)?",
    "issuer": r"issuer|co quan (?:ban hanh|cong bo)",
    "decision": r"decision|(?:so )?(?:quyet dinh|qd)(?: cong bo)?|so hieu quyet dinh(?: cong bo)?",
    "type": rf"type|loai{_OF}",
    "steps": r"steps|(?:trinh tu|quy trinh|cac buoc)(?: (?:thuc hien|cac buoc))?",
    "submission": r"submission|cach thuc(?: thuc hien| nop(?: ho so)?)?|hinh thuc nop(?: ho so)?",
    "dossier": r"dossier|(?:thanh phan|giay to)(?: ho so)?|thanh phan ho so can nop",
    "dossier_sets": r"dossier sets|so (?:luong )?(?:bo )?ho so|so bo(?: ho so)?",
    "duration": rf"duration|processing time|(?:thoi han|thoi gian){_DONE}",
    "fee": r"fee|fees|phi(?: le phi)?|le phi|phi va le phi|muc phi",
    "applicants": rf"applicants|doi tuong{_DONE}",
    "result": rf"result|results|ket qua{_DONE}(?: thu tuc hanh chinh| tthc)?",
    "conditions": r"conditions|(?:yeu cau|dieu kien)(?: (?:va )?dieu kien)?(?: thuc hien)?",
    "forms": r"forms|(?:ten )?(?:bieu mau|mau don|mau to khai|to khai)(?: (?:dinh kem|mau to khai|to khai))*",
    "legal_basis": r"legal basis|(?:can cu|co so) phap ly(?: cua tthc)?|van ban phap ly",
    "reception_address": r"reception address|(?:dia chi|noi|dia diem) (?:tiep nhan|nop)(?: (?:ho so|va tra ket qua))*",
    "keywords": r"keywords|tu khoa",
    "detail_url": r"detail url|url|link|duong dan|lien ket|nguon",
    "status": r"status|tinh trang|trang thai|hieu luc",
}
_INSIDE: Mapping[str, Mapping[str, str]] = {
    "submission": {
        "channel": r"channel|(?:hinh thuc|cach thuc)(?: nop(?: ho so)?| thuc hien)?|kenh",
        "duration": rf"duration|(?:thoi han|thoi gian){_DONE}",
        "fee": r"fee|phi(?: le phi)?|le phi|muc phi",
        "description": r"description|mo ta|ghi chu|noi dung",
    },
    "dossier": {
        "case": r"case|truong hop(?: ho so)?|ten truong hop",
        "name": r"name|ten(?: (?:giay to|tai lieu|thanh phan|ho so|thanh phan ho so))?|loai giay to|giay to|thanh phan",
        "originals": r"originals|(?:so )?(?:luong )?ban (?:chinh|goc)|so ban chinh",
        "copies": r"copies|(?:so )?(?:luong )?ban (?:sao|chup)|so ban sao",
    },
    "legal_basis": {
        "number": r"number|so(?: (?:ky hieu|hieu|van ban))?|ky hieu",
        "title": r"title|(?:trich yeu|ten|ten van ban)(?: (?:noi dung|van ban))?",
        "date": r"date|ngay(?: (?:ban hanh|van ban|ky))?",
        "issuer": r"issuer|(?:co quan|noi)(?: (?:ban hanh))?",
    },
    "forms": {
        "document": r"document|name|ten(?: (?:bieu mau|mau don|mau|giay to|to khai))?",
        "file": r"file|tep(?: tin)?|tap tin|ten (?:tep|tap tin|file)|url|link|duong dan",
    },
}
_Patterns = Mapping[str, re.Pattern[str]]
_KNOWN: _Patterns = {key: re.compile(pattern) for key, pattern in _NAMES.items()}
_KNOWN_INSIDE: Mapping[str, _Patterns] = {
    part: {key: re.compile(pattern) for key, pattern in names.items()} for part, names in _INSIDE.items()
}
# What is about the file and not about the procedure: counts of rows, marks of the crawl.
_ASIDE = re.compile(r"stt|so tt|tt|id|quality|source|also|crawled(?: at)?")
# Where a word begins in a name of words run together: "maThuTuc".
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def key_of(name: str, known: _Patterns = _KNOWN) -> str:
    """The part that a key or heading names ("" for none): "ma_thu_tuc", "Mã TTHC", "maThuTuc" are all `code`."""
    words = _words(name)
    return next((key for key, pattern in known.items() if pattern.fullmatch(words)), "")


def _words(name: str) -> str:
    return slug(_HUMP.sub(" ", name.strip())).replace("-", " ")


def with_our_keys(record: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """A record under our keys, those of its lists included, and the keys with a value that are not understood."""
    found: dict[str, Any] = {}
    unknown: list[str] = []
    for name, value in record.items():
        key = key_of(str(name))
        if not key:
            is_told = value not in (None, "", [], {}) and not _ASIDE.fullmatch(_words(str(name)))
            unknown += [str(name)] if is_told else []
        elif key not in found or found[key] in (None, "", []):
            found[key] = _with_keys_inside(key, value)
    return found, tuple(unknown)


def _with_keys_inside(part: str, value: Any) -> Any:
    """The rows of a part under our keys; a row whose keys are all unknown stays as it is."""
    if part not in _KNOWN_INSIDE or not isinstance(value, list):
        return value
    known = _KNOWN_INSIDE[part]
    return [_row(row, known) if isinstance(row, dict) else row for row in value]


def _row(row: Mapping[str, Any], known: _Patterns) -> dict[str, Any]:
    return {key_of(str(name), known) or str(name): value for name, value in row.items()}


def recognised(names: Iterable[str]) -> bool:
    """Whether keys or headings are those of procedures: a code and a name are among them."""
    return {"code", "name"} <= {key_of(name) for name in names}
