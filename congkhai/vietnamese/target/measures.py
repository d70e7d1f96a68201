"""What plans measure, by the words that tell it; the same key brings the same measure of all plans together."""

from __future__ import annotations

import re
from collections.abc import Mapping

# The first pattern that fits tells what a clause measures, so the narrower ones stand first.
MEASURES: Mapping[str, str] = {
    "satisfaction": r"hài lòng",
    "waiting": r"thời gian chờ",
    "not_asked_again": r"không phải (?:cung cấp|khai|nộp|xuất trình)(?: báo)? lại",
    "digitisation_process": r"quy trình số hóa",
    "payment": r"thanh toán (?:trực tuyến|không dùng tiền mặt|điện tử)",
    "digitisation": r"số hóa",
    "files_per_officer": r"năng suất",
    "electronic_handling": r"luân chuyển|xử lý (?:văn bản|hồ sơ)[^;.]*(?:mạng|điện tử)",
    "handling_time": r"thời gian (?:tiếp nhận|xử lý|giải quyết)",
    "on_time": r"đúng hạn|trước hạn",
    "connection": r"kết nối|liên thông",
    "online": r"trực tuy[êế]n|môi trường điện tử|qua mạng",
    "feedback": r"phản ánh|kiến nghị",
    "publication": r"công khai|niêm yết|công bố",
    "simplification": r"đơn giản hóa|cắt giảm|chi phí tuân thủ",
    "dialogue": r"đối thoại",
    "training": r"tập huấn|bồi dưỡng",
    "quality_system": r"\bhtqlcl\b|\biso\b|quản lý chất lượng",
}
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in MEASURES.items())
OTHER = "other"


def measure_of(*texts: str) -> str:
    """What the first of these texts that speaks of a measure measures, "other" where none does."""
    for text in texts:
        lowered = text.lower()
        for name, pattern in _PATTERNS:
            if pattern.search(lowered):
                return name
    return OTHER
