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
# The province that now is, by the slug of the one that was.
PROVINCE_AFTER = {
    "ba-ria-vung-tau": "Thành phố Hồ Chí Minh",
    "bac-giang": "Tỉnh Bắc Ninh",
    "bac-kan": "Tỉnh Thái Nguyên",
    "bac-lieu": "Tỉnh Cà Mau",
    "ben-tre": "Tỉnh Vĩnh Long",
    "binh-dinh": "Tỉnh Gia Lai",
    "binh-duong": "Thành phố Hồ Chí Minh",
    "binh-phuoc": "Thành phố Đồng Nai",
    "binh-thuan": "Tỉnh Lâm Đồng",
    "dak-nong": "Tỉnh Lâm Đồng",
    "ha-giang": "Tỉnh Tuyên Quang",
    "ha-nam": "Tỉnh Ninh Bình",
    "hai-duong": "Thành phố Hải Phòng",
    "hau-giang": "Thành phố Cần Thơ",
    "hoa-binh": "Tỉnh Phú Thọ",
    "kien-giang": "Tỉnh An Giang",
    "kon-tum": "Tỉnh Quảng Ngãi",
    "long-an": "Tỉnh Tây Ninh",
    "nam-dinh": "Tỉnh Ninh Bình",
    "ninh-thuan": "Tỉnh Khánh Hoà",
    "phu-yen": "Tỉnh Đắk Lắk",
    "quang-binh": "Tỉnh Quảng Trị",
    "quang-nam": "Thành phố Đà Nẵng",
    "soc-trang": "Thành phố Cần Thơ",
    "thai-binh": "Tỉnh Hưng Yên",
    "tien-giang": "Tỉnh Đồng Tháp",
    "tra-vinh": "Tỉnh Vĩnh Long",
    "vinh-phuc": "Tỉnh Phú Thọ",
    "yen-bai": "Tỉnh Lào Cai",
}


def province_after(name: str) -> str:
    """The province that one named so ("Tỉnh Bến Tre") was merged into; "" for one that exists, and for no province."""
    found = slug(name)
    kind = next((kind for kind in _KINDS if found.startswith(kind)), "")
    return PROVINCE_AFTER.get(found.removeprefix(kind), "") if kind else ""
