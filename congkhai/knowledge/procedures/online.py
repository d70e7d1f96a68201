"""Whether the words of a procedure let one hand in online where its table of ways does not."""

from __future__ import annotations

import re
from functools import lru_cache

from congkhai.records.procedure import Procedure

# "Nộp hồ sơ trực tiếp, qua bưu chính hoặc trực tuyến trên Cổng Dịch vụ công quốc gia".
_ONLINE = re.compile(
    r"(?<!\w)(?:nộp|gửi)(?!\w)(?P<between>[^.;\n]{0,160}?)(?:trực tuyến|hình thức điện tử|"
    r"môi trường (?:mạng|điện tử)|cổng dịch vụ công)(?!\w)(?P<after>[^.;\n]{0,40})",
    re.I,
)
# What an office does in its own system, and what may come one day, are no way of handing in.
_NOT = re.compile(
    r"cập nhật|cán bộ|công chức|tiếp nhận hồ sơ|hạ tầng|nếu có áp dụng|kết quả|thông báo|in (?:từ|ra)", re.I
)
_EARLY, _AHEAD = 1500, 60


def says_online(procedure: Procedure) -> bool:
    """Whether the steps, the stated address or a note on handing in name a way to hand in online."""
    return any(map(_says, (procedure.steps[:_EARLY], procedure.reception_address, *procedure.submission_notes)))


@lru_cache(maxsize=4096)
def _says(text: str) -> bool:
    return any(
        not _NOT.search(text[max(0, found.start() - _AHEAD) : found.start()] + found["between"] + found["after"])
        for found in _ONLINE.finditer(text)
    )
