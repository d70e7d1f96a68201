"""The kinds of work that plans of reform order again and again."""

from __future__ import annotations

from enum import StrEnum


class TaskKind(StrEnum):
    """A kind of work; the values stand in addresses and in records."""

    PLANNING = "ke-hoach"
    DIRECTION = "chi-dao"
    RULES = "the-che"
    IMPACT = "danh-gia-tac-dong"
    REVIEW = "ra-soat"
    DISCLOSURE = "cong-bo-cong-khai"
    FEEDBACK = "phan-anh"
    SINGLE_WINDOW = "mot-cua"
    PROCESS = "quy-trinh"
    ONLINE = "truc-tuyen"
    DIGITISATION = "so-hoa"
    ARCHIVE = "luu-tru"
    SYSTEMS = "he-thong"
    INSPECTION = "kiem-tra"
    TRAINING = "tap-huan"
    COMMUNICATION = "truyen-thong"
    GUIDE_VIDEO = "video-huong-dan"
    REPORT = "bao-cao"
    ASSESSMENT = "danh-gia"
    STAFF = "to-chuc-can-bo"
    FINANCE = "tai-chinh"
    DIALOGUE = "doi-thoai"
    EMULATION = "thi-dua"
    EXCHANGE = "hoc-tap-kinh-nghiem"
    OTHER = "khac"
