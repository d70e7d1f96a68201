"""Whether a procedure ends in money for the applicant, of which the record tells no amount."""

from __future__ import annotations

import re
from functools import lru_cache

from congkhai.records.procedure import Procedure

# "Hưởng trợ cấp thất nghiệp", "Hỗ trợ ăn trưa đối với trẻ em", "Giải quyết hưởng chế độ thai sản".
_GRANT = re.compile(
    r"(?:hưởng|chi trả|thực hiện|giải quyết)[^.;]{0,40}? (?:trợ cấp|chế độ (?:thai sản|ốm đau|tử tuất|trợ cấp)|"
    r"bảo hiểm xã hội một lần)|^(?:giải quyết |thủ tục )?(?:hưởng |chế độ )?trợ cấp|"
    r"hỗ trợ (?:ăn trưa|chi phí|kinh phí|tiền|học phí|mai táng)",
    re.I,
)
# "Chuyển nơi hưởng trợ cấp": nothing is granted.
_MOVED = re.compile(r"chuyển nơi|tạm dừng|chấm dứt|danh sách", re.I)
_AMOUNT = re.compile(r"\d(?:[\d.]*\d)? ?(?:đồng|triệu)|\d ?% (?:mức|lương|tiền)|mức lương cơ sở|bằng \d+ ?%", re.I)


def grants_money(procedure: Procedure) -> bool:
    """Whether one applies for money and neither result, conditions, steps nor notes tell how much."""
    result = procedure.result if isinstance(procedure.result, tuple) else ()
    conditions = procedure.conditions if isinstance(procedure.conditions, str) else ""
    return _grants(procedure.name, "\n".join([*result, conditions, procedure.steps, *procedure.submission_notes]))


@lru_cache(maxsize=4096)
def _grants(name: str, words: str) -> bool:
    return bool(_GRANT.search(name)) and not _MOVED.search(name) and not _AMOUNT.search(words)
