"""The parts of a document by their headings: aims and grounds, tasks, duties."""

from __future__ import annotations

import re
from enum import StrEnum

from congkhai.foundation.text import fold


class Part(StrEnum):
    """What a part of a document holds."""

    AIMS = "aims"  # nothing in it is a task, whatever it says
    TASKS = "tasks"
    DUTIES = "duties"
    OTHER = "other"


_LONGEST = 140  # letters
_PARTS = (
    (Part.AIMS, re.compile(
        r"(?:cac )?(?:muc (?:dich|tieu|dich, y)|yeu cau|quan diem|can cu|pham vi|doi tuong|nguyen tac|thuc trang|"
        r"tinh hinh|danh gia|ket qua (?!thuc)|su can thiet|dac diem|co so|boi canh|ton tai|han che|thuan loi|kho khan|"
        r"nhan dinh|giai thich|quy dinh chung|kinh phi|nguon (?:luc|kinh phi|von)|du toan|chi tieu|hieu luc|"
        r"dieu khoan|khen thuong|che do|thanh phan|thoi gian(?! qua| toi| vua)|dia diem)")),
    (Part.DUTIES, re.compile(
        r"(?:cong tac )?(?:to chuc (?:thuc|trien)|phan cong|trach nhiem|giao nhiem vu|trien khai thuc hien|"
        r"nhiem vu cua cac|nhiem vu cu the cua)")),
    (Part.TASKS, re.compile(
        r"(?:cac |mot so |nhung )?(?:nhiem vu|phuong huong|giai phap|hoat dong|bien phap|cong viec|trong tam|"
        r"cong tac trong|noi dung(?=$|[,;:]| (?:va|thuc hien|nhiem vu|cong viec|chu yeu|trong tam|cu the|ke hoach|"
        r"trien khai|hoat dong|cong tac)\b))")),
)  # fmt: skip


def part_of_heading(text: str) -> Part | None:
    """The part that a heading opens, or none if it is no heading of one."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text).strip(" .:-")
    if text.rstrip().endswith((".", ";")) and len(text.split()) > 8:
        return None
    return next((part for part, pattern in _PARTS if pattern.match(folded)), None)
