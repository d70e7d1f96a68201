"""Whether the notes on handing in give some cases a time of their own, beside the one that the answer tells."""

from __future__ import annotations

import re
from functools import lru_cache

from congkhai.knowledge.procedures.times import TimeAnswer, TimeKind
from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import read_duration
from congkhai.vietnamese.quantity.clause import plain

_CLAUSE = re.compile(r"\n+|(?<=[^\W\d])[.;]\s+")
# "Không quá 04 ngày làm việc đối với …", "Trường hợp cấp lại: 07 ngày": a time and whom it is for, in one clause.
_CASE = re.compile(
    r"\W*(?:[a-zđ]\)\s*|\d{1,2}[.)]\s+)?(?:"
    r"(?:(?:thời hạn|thời gian)[^\d,;:]{0,60}|không quá |trong (?:thời hạn|vòng) |tối đa )?\d{1,3}(?: \([^()]*\))? "
    r"(?:ngày|giờ|tháng)(?!\w).{0,120}?(?:đối với|trường hợp)(?!\w)|(?:đối với|trường hợp)(?!\w).{3,260}?\d)",
    re.I,
)
# What an office does on the way, or with papers that are not in order, is no time of a case; nor is where life is hard.
_NO_CASE = re.compile(
    r"trường hợp hồ sơ|hồ sơ (?:không|chưa)|không đủ|chưa đủ|từ chối|không cấp|bổ sung|thông báo|chuyển hồ sơ|niêm yết|"
    r"kiểm tra|xác minh|lấy ý kiến|trả lời|thẩm tra|thêm|khó khăn|miền núi|hải đảo|kết thúc thời hạn|"
    r"gia hạn giải quyết|"
    r"trước (?:khi|ngày)|khắc phục|giải trình|kết quả đánh giá|đối với (?:sở|chủ tịch|ủy ban|cơ quan)(?!\w)|"
    r"(?:kể )?từ (?:ngày|khi) (?!.{0,60}(?:nhận|nộp|thụ lý|tiếp nhận))",
    re.I,
)


def has_times_of_cases(procedure: Procedure, ordinary: TimeAnswer) -> bool:
    """Whether a note gives a case another time than the one that the answer tells."""
    if ordinary.kind is not TimeKind.ONE:
        return False
    told = ordinary.durations[0][1]
    notes = procedure.submission_notes
    return any(one != (str(told.amount_max), told.unit) for note in notes for one in _of_cases(note))


@lru_cache(maxsize=1024)  # the ways of handing in say the same
def _of_cases(note: str) -> tuple[tuple[str, str], ...]:
    """The times of the clauses of a note that are each for a case, by amount and unit."""
    clauses = [one for one in _CLAUSE.split(plain(note)) if _CASE.match(one) and not _NO_CASE.search(one)]
    read = [[one for one in read_duration(clause).amounts if not one.extra] for clause in clauses]
    return tuple(
        (str(found[0].amount_max), found[0].unit)
        for found in read
        if len(found) == 1 and found[0].amount_max and found[0].unit != "years"
    )
