"""What plans measure, by the words that tell it; the same measure brings the targets of all plans together."""

from __future__ import annotations

import re
from enum import StrEnum


class Measure(StrEnum):
    """What a target measures; the values stand in addresses."""

    SATISFACTION = "hai-long"
    WAITING = "thoi-gian-cho"
    NOT_ASKED_AGAIN = "khong-nop-lai-giay-to"
    DIGITISATION_PROCESS = "quy-trinh-so-hoa"
    PAYMENT = "thanh-toan-truc-tuyen"
    DIGITISATION = "so-hoa"
    FILES_PER_OFFICER = "nang-suat"
    ELECTRONIC_HANDLING = "xu-ly-dien-tu"
    HANDLING_TIME = "thoi-gian-xu-ly"
    ON_TIME = "dung-han"
    CONNECTION = "ket-noi"
    ONLINE = "truc-tuyen"
    FINDINGS = "xu-ly-phat-hien"
    FEEDBACK = "phan-anh"
    PUBLICATION = "cong-khai"
    SIMPLIFICATION = "don-gian-hoa"
    DIALOGUE = "doi-thoai"
    TRAINING = "tap-huan"
    QUALITY_SYSTEM = "quan-ly-chat-luong"
    OTHER = "khac"


# The first pattern that fits tells what a clause measures, so the narrower ones stand first.
_PATTERNS = tuple(
    (measure, re.compile(pattern))
    for measure, pattern in (
        (Measure.SATISFACTION, r"hài lòng"),
        (Measure.WAITING, r"thời gian chờ"),
        (Measure.NOT_ASKED_AGAIN, r"không phải (?:cung cấp|khai|nộp|xuất trình)(?: báo)? lại"),
        (Measure.DIGITISATION_PROCESS, r"quy trình số hóa"),
        (Measure.PAYMENT, r"thanh toán (?:trực tuyến|không dùng tiền mặt|điện tử)"),
        (Measure.DIGITISATION, r"số hóa"),
        (Measure.FILES_PER_OFFICER, r"năng suất"),
        (
            Measure.ELECTRONIC_HANDLING,
            r"luân chuyển|xử lý (?:văn bản|hồ sơ)[^;.]*(?:mạng|điện tử)"
            r"|phần mềm[^;.]*(?:xử lý công việc|quản lý văn bản)",
        ),
        (Measure.HANDLING_TIME, r"thời gian (?:tiếp nhận|xử lý|giải quyết)"),
        (Measure.ON_TIME, r"đúng hạn|trước hạn"),
        (Measure.CONNECTION, r"kết nối|liên thông"),
        (Measure.ONLINE, r"trực tuy[êế]n|môi trường điện tử|qua mạng"),
        (Measure.FINDINGS, r"phát hiện (?:qua|trong)"),
        (Measure.FEEDBACK, r"phản ánh|kiến nghị(?! xử lý)"),
        (Measure.PUBLICATION, r"công khai|niêm yết|công bố"),
        (Measure.SIMPLIFICATION, r"đơn giản hóa|cắt giảm|chi phí tuân thủ"),
        (Measure.DIALOGUE, r"đối thoại"),
        (Measure.TRAINING, r"tập huấn|bồi dưỡng"),
        (Measure.QUALITY_SYSTEM, r"\bhtqlcl\b|\biso\b|quản lý chất lượng"),
    )
)


def measure_of(*texts: str) -> Measure:
    """What the first of these texts that speaks of a measure measures, `OTHER` where none does."""
    for text in texts:
        lowered = text.lower()
        for measure, pattern in _PATTERNS:
            if pattern.search(lowered):
                return measure
    return Measure.OTHER
