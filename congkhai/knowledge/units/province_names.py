"""How people call provinces: by the name of now, by those of before July 2025, and in short."""

from __future__ import annotations

from functools import cache

from congkhai.foundation.text import sort_key
from congkhai.knowledge.units.former_provinces import PROVINCE_AFTER

# Provinces of now that no other went into; a test holds all 34 equal to the table of units.
_AS_BEFORE = (
    *("Tỉnh Cao Bằng", "Tỉnh Hà Tĩnh", "Thành phố Hà Nội", "Thành phố Huế", "Tỉnh Lai Châu", "Tỉnh Lạng Sơn"),
    *("Tỉnh Nghệ An", "Tỉnh Quảng Ninh", "Tỉnh Sơn La", "Tỉnh Thanh Hoá", "Tỉnh Điện Biên"),
)
_PAIRS = {"Bà Rịa - Vũng Tàu": ("Bà Rịa", "Vũng Tàu")}  # names of two places, each said alone
# What people say beside the names, and seats that are as well known.
_ALSO = {
    "Thành phố Hồ Chí Minh": ("Sài Gòn", "HCM", "TPHCM", *_PAIRS["Bà Rịa - Vũng Tàu"]),
    "Thành phố Huế": ("Thừa Thiên",),
    "Tỉnh Đắk Lắk": ("Đăk Lăk", "Đắc Lắc", "Buôn Ma Thuột"),
    "Tỉnh Lâm Đồng": ("Đà Lạt",),
    "Tỉnh Khánh Hoà": ("Nha Trang",),
    "Thành phố Đồng Nai": ("Biên Hòa",),
}


@cache
def province_names() -> dict[str, tuple[str, ...]]:
    """The names of each of the 34 provinces, its own without the kind first, in the order of their names."""
    provinces = sorted({*PROVINCE_AFTER.values(), *_AS_BEFORE}, key=lambda name: sort_key(bare(name)))
    return {name: tuple(_names(name)) for name in provinces}


def bare(name: str) -> str:
    """The name of a province without its kind."""
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def _names(province: str) -> list[str]:
    before = (name for name, after in PROVINCE_AFTER.items() if after == province)
    found = (bare(province), *before, *_ALSO.get(province, ()))
    return [name for name in found if name not in _PAIRS]
