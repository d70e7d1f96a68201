"""What a text says right after a number: the day of issue and the issuing body."""

from __future__ import annotations

import re
from datetime import date

from congkhai.foundation.text import fold
from congkhai.vietnamese.citation.skeleton import Skeleton

_REACH = 50  # characters after a number in which its date is looked for
# "ngày 23/4/2018", "ký ngày 17 tháng 11 năm 2015", perhaps in brackets.
_DATE = re.compile(
    r"[ ,(]{0,3}(?:(?:ban hanh|ky) )?ngay (\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2}) ?(?:[/.-]|nam) ?(\d{4})(?!\d)\)?"
)
# Ministries and the like with the symbol that their documents carry.
_CENTRAL = {
    "Thủ tướng Chính phủ": "TTg",
    "Chính phủ": "CP",
    "Văn phòng Chính phủ": "VPCP",
    "Ủy ban Thường vụ Quốc hội": "",
    "Quốc hội": "",
    "Bộ Chính trị": "TW",
    "Ban Bí thư": "TW",
    "Ban Chấp hành Trung ương": "TW",
    "Bộ Nội vụ": "BNV",
    "Bộ Tài chính": "BTC",
    "Bộ Tư pháp": "BTP",
    "Bộ Công an": "BCA",
    "Bộ Quốc phòng": "BQP",
    "Bộ Ngoại giao": "BNG",
    "Bộ Công Thương": "BCT",
    "Bộ Xây dựng": "BXD",
    "Bộ Y tế": "BYT",
    "Bộ Khoa học và Công nghệ": "BKHCN",
    "Bộ Kế hoạch và Đầu tư": "BKHĐT",
    "Bộ Thông tin và Truyền thông": "BTTTT",
    "Bộ Giáo dục và Đào tạo": "BGDĐT",
    "Bộ Giao thông vận tải": "BGTVT",
    "Bộ Lao động - Thương binh và Xã hội": "BLĐTBXH",
    "Bộ Nông nghiệp và Phát triển nông thôn": "BNNPTNT",
    "Bộ Nông nghiệp và Môi trường": "BNNMT",
    "Bộ Tài nguyên và Môi trường": "BTNMT",
    "Bộ Văn hóa, Thể thao và Du lịch": "BVHTTDL",
    "Ngân hàng Nhà nước": "NHNN",
    "Thanh tra Chính phủ": "TTCP",
}
_LOCAL = {"UBND": "UBND", "Ủy ban nhân dân": "UBND", "HĐND": "HĐND", "Hội đồng nhân dân": "HĐND"}
_CENTRE = "|".join(re.escape(name) for name in sorted(_CENTRAL, key=len, reverse=True))
# A proper name has two to four capitalised words and stops before a verb that happens to be capitalised.
_PROPER = r"(?:(?: (?!(?:Quy|Ban|Về|Phê|Sửa|Thực|Triển)\b)[A-ZÀ-ỸĐ][a-zà-ỹđ]+){2,4}| Huế)?"
# "của Chính phủ", "của Bộ Tài chính và Bộ Nội vụ", "của Chủ tịch UBND tỉnh Bến Tre", "của Ban Thường vụ Tỉnh ủy".
_ISSUER = re.compile(
    rf"[ ,]{{0,2}}(?i:của) ((?i:(?:Bộ trưởng |Thống đốc )?(?:{_CENTRE})(?:(?:,| và) (?:{_CENTRE}))*)"
    rf"|(?i:(?:Chủ tịch |Văn phòng )?(?:{'|'.join(_LOCAL)})"
    rf"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))?){_PROPER}"
    rf"|(?i:(?:Ban Thường vụ |Ban Chấp hành )?(?:Tỉnh|Thành|Huyện) [ủu][ỷy]){_PROPER})(?!\w)"
)


def date_and_issuer(bones: Skeleton, end: int) -> tuple[str, str]:
    """The (ISO date, issuer as stated) after a number that ends at `end`; each "" where it is not said.

    A date that does not exist is not a date.
    """
    issued = _DATE.match(bones.folded(end, end + _REACH))
    issuer = _ISSUER.match(bones.text, end + (issued.end() if issued else 0))
    if issuer and not issued:
        issued = _DATE.match(bones.folded(issuer.end(), issuer.end() + _REACH))
    return (_iso(issued) if issued else ""), (issuer[1] if issuer else "")


def symbol_of_issuer(issuer: str) -> str:
    """The symbol that documents of an issuer carry ("HĐND tỉnh" → "HĐND"), or ""."""
    folded = fold(issuer)
    names = {**_CENTRAL, **_LOCAL}
    fitting = [name for name in names if fold(name) in folded]
    return names[max(fitting, key=len)] if fitting else ""


def _iso(found: re.Match[str]) -> str:
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
