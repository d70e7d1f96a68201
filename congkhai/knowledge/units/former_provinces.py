"""Provinces that ended on 30 June 2025 and the one that each went into: of the table of units, without reading it.

Which agencies still exist is asked in every build, and the table of 13,000 units takes 60 ms to read. A test holds both
equal.
"""

from __future__ import annotations

import datetime

from congkhai.foundation.text import slug

# The last day of the provinces that Resolution 202/2025/QH15 merged into others.
LAST_DAY = datetime.date(2025, 6, 30)
# What names of provinces begin with, as their slugs have it.
_KINDS = ("tinh-", "thanh-pho-")
# The province that now is, by the name of the one that was.
PROVINCE_AFTER = {
    "Bà Rịa - Vũng Tàu": "Thành phố Hồ Chí Minh",
    "Bắc Giang": "Tỉnh Bắc Ninh",
    "Bắc Kạn": "Tỉnh Thái Nguyên",
    "Bạc Liêu": "Tỉnh Cà Mau",
    "Bến Tre": "Tỉnh Vĩnh Long",
    "Bình Định": "Tỉnh Gia Lai",
    "Bình Dương": "Thành phố Hồ Chí Minh",
    "Bình Phước": "Thành phố Đồng Nai",
    "Bình Thuận": "Tỉnh Lâm Đồng",
    "Đắk Nông": "Tỉnh Lâm Đồng",
    "Hà Giang": "Tỉnh Tuyên Quang",
    "Hà Nam": "Tỉnh Ninh Bình",
    "Hải Dương": "Thành phố Hải Phòng",
    "Hậu Giang": "Thành phố Cần Thơ",
    "Hoà Bình": "Tỉnh Phú Thọ",
    "Kiên Giang": "Tỉnh An Giang",
    "Kon Tum": "Tỉnh Quảng Ngãi",
    "Long An": "Tỉnh Tây Ninh",
    "Nam Định": "Tỉnh Ninh Bình",
    "Ninh Thuận": "Tỉnh Khánh Hoà",
    "Phú Yên": "Tỉnh Đắk Lắk",
    "Quảng Bình": "Tỉnh Quảng Trị",
    "Quảng Nam": "Thành phố Đà Nẵng",
    "Sóc Trăng": "Thành phố Cần Thơ",
    "Thái Bình": "Tỉnh Hưng Yên",
    "Tiền Giang": "Tỉnh Đồng Tháp",
    "Trà Vinh": "Tỉnh Vĩnh Long",
    "Vĩnh Phúc": "Tỉnh Phú Thọ",
    "Yên Bái": "Tỉnh Lào Cai",
}
_AFTER = {slug(name): after for name, after in PROVINCE_AFTER.items()}


def province_after(name: str) -> str:
    """The province that one named so ("Tỉnh Bến Tre") was merged into; "" for one that exists, and for no province."""
    found = slug(name)
    kind = next((kind for kind in _KINDS if found.startswith(kind)), "")
    return _AFTER.get(found.removeprefix(kind), "") if kind else ""
