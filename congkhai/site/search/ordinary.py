"""How likely a page is what everybody needs, from what its record says: the ordinary procedure stands first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

MOST = 31  # a page's likelihood is a whole number up to this
OVER = 0  # nobody needs what is over: the client (SIGNALS.over of ranking.js) puts it below all that is in force
_MIDDLE = 12
_OF_LEVEL = {"commune": 3, "province": 1, "central": -1, "district": -6}  # no district decides since 1 July 2025
_PEOPLE = frozenset(("citizen", "citizen_without_residence"))
_ENTERPRISES = frozenset(("business", "organization", "cooperative", "vietnamese_business"))
_OF_PEOPLE, _OF_ENTERPRISES, _OF_OTHERS = 3, -1, -3  # others: officials, foreigners, party organisations
_LIFE_EVENT, _ESSENTIAL = 2, 4
_VARIANT, _SPECIAL = 3, 3

# Two words near the start of a title that say what is done to something that was granted before.
_VARIANTS = frozenset((
    ("cap", "lai"), ("cap", "doi"), ("gia", "han"), ("dieu", "chinh"), ("sua", "doi"), ("bo", "sung"), ("thay", "doi"),
    ("thu", "hoi"), ("dinh", "chi"), ("cham", "dut"), ("ki", "lai"), ("tam", "ngung"), ("huy", "bo"),
    ("trinh", "bao"), ("giai", "the"), ("dung", "thuc"), ("tam", "dung"), ("dinh", "chinh"), ("xoa", "dang"),
    ("chia", "tach"), ("sap", "nhap"), ("hop", "nhat"), ("hieu", "dinh"), ("khoi", "phuc"),
    ("chuyen", "noi"), ("tiep", "tuc"), ("huong", "tiep"), ("chuyen", "doi"),
))  # fmt: skip
# Words anywhere in a title that narrow it to few people: those abroad, at a border, in the forces, on a round trip.
_NARROWING = (
    ("nuoc", "ngoai"), ("luu", "dong"), ("ket", "hop"), ("bien", "gioi"), ("dai", "dien"), ("quan", "doi"),
    ("quoc", "phong"), ("cong", "an", "nhan", "dan"), ("co", "yeu"), ("tai", "ngu"), ("nhieu", "lan"),
    ("trung", "uong"), ("co", "thoi", "han"), ("dung", "chung"),
)  # fmt: skip


def of_record(
    levels: Collection[str],
    applicants: Collection[str],
    *,
    life_event: bool = False,
    essential: bool = False,
) -> int:
    """What the fields of a record say of how many people need it; `Entry.reach`."""
    level = max((_OF_LEVEL.get(level, 0) for level in levels), default=0)
    if _PEOPLE.intersection(applicants):
        who = _OF_PEOPLE
    elif _ENTERPRISES.intersection(applicants):
        who = _OF_ENTERPRISES
    else:
        who = _OF_OTHERS if applicants else 0
    return level + who + _LIFE_EVENT * life_event + _ESSENTIAL * essential


def likelihood(reach: int, said: Sequence[str]) -> int:
    """The likelihood of a page of this reach whose title says this (keys, no opening): 1 to `MOST`."""
    less = _VARIANT * is_variant(said) + _SPECIAL * is_narrow(said)
    return min(MOST, max(OVER + 1, _MIDDLE + reach - less))


def is_variant(said: Sequence[str]) -> bool:
    """Whether a title begins with the renewal, change or end of something, not with the thing itself."""
    return any(pair in _VARIANTS for pair in pairwise(said[:5]))


def is_narrow(said: Sequence[str]) -> bool:
    """Whether a title is for few people."""
    text = f" {' '.join(said)} "
    return any(f" {' '.join(words)} " in text for words in _NARROWING)
