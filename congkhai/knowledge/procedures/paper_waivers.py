"""Papers that not everyone has to bring: some are let off, an office looks a paper up or draws it up, or it is told."""

from __future__ import annotations

import re
from functools import lru_cache

from congkhai.records.procedure import Component

_OFFICE = r"(?:cán bộ|công an|công chức|cơ quan|nơi tiếp nhận)(?!\w)"
# "Cán bộ in từ cơ sở dữ liệu để kiểm tra và ký": the office draws it up, the applicant only signs.
_DRAWN_UP = re.compile(rf"\W*{_OFFICE}[^.;,:]{{0,40}}? (?:tự )?(?:in|lập)(?: sẵn)? (?:từ|trên|để|cho)(?!\w)", re.I)
# "Số định danh của trẻ", "Thông tin khai báo: số điện thoại …": is said or typed; "… hoặc bản sao …" may be a paper.
_TOLD = re.compile(
    r"[\W\d]*(?:thông tin(?=[^.]*(?:khai thác|cơ sở dữ liệu|khai báo|định danh|chỗ ở hợp pháp))|số định danh|"
    r"nội dung khai báo)(?!\w)(?![^.]*hoặc (?:bản|giấy|xuất trình))",
    re.I,
)
_BRING = r"(?:phải nộp|phải xuất trình|phải mang|cần nộp|cần|yêu cầu nộp)(?! (?:bản giấy|bản chính|lại))"
_IF = r"(?:nếu|khi|với|đối với|trong trường hợp|trường hợp)"
# "Cha, mẹ thì không cần", "Không phải nộp nếu đã có trên hệ thống", "Trừ trường hợp đã mất".
_LET_OFF = (
    re.compile(rf"\S.*? không {_BRING}(?: thành phần hồ sơ này| giấy tờ này)?", re.I),
    re.compile(
        rf"(?:\S.*? )?không {_BRING}(?: thành phần hồ sơ(?: này)?)? {_IF} (?!.*(?:thì|chứng thực)(?!\w)).+", re.I
    ),
    re.compile(
        r"trừ (?:trường hợp|khi|người|hộ|cá nhân|tổ chức)(?!.*(?:miễn|chứng thực|thỏa thuận|quy định khác)).+", re.I
    ),
    re.compile(rf"[^:]{{3,60}}: {_OFFICE}[^.;]{{0,30}}? tự (?:tra cứu|khai thác)", re.I),
)
# One of these stands wherever somebody is let off; most papers have none.
_OPENING = ("không ", "trừ ", ": c")
_CLAUSE = re.compile(r"[.;()\n](?:\s|$)*|[()]")
# What an office looks up need not be brought by most; whom else a paper spares are few.
_LOOKED_UP = re.compile(r"(?:khai thác|tra cứu) được|cơ sở dữ liệu|trên hệ thống", re.I)
_SPARES = re.compile(rf"không {_BRING}|^\W*trừ (?!\d)| tự (?:tra cứu|khai thác)", re.I)


@lru_cache(maxsize=4096)  # the same papers are asked for everywhere
def let_off(words: str) -> str:
    """The clause that lets some off bringing a paper, in its own words; "" where it lets off nobody."""
    lowered = words.lower()
    if not any(word in lowered for word in _OPENING):
        return ""
    clauses = (clause.strip(" ,") for clause in _CLAUSE.split(words))
    return next((one for one in clauses if any(pattern.fullmatch(one) for pattern in _LET_OFF)), "")


def let_off_by(component: Component) -> str:
    """The clause of a paper's note, else of its name, that lets some off bringing it."""
    return let_off(component.note) or let_off(component.name)


def spares_few(condition: str) -> bool:
    """Whether a condition lets some off: who brings a paper are all the others."""
    return bool(_SPARES.search(condition)) and not _LOOKED_UP.search(condition)


def is_drawn_up(component: Component) -> bool:
    """Whether the office that takes the dossier draws a paper up, so that one only signs it there."""
    return bool(_DRAWN_UP.match(component.note))


def is_told(component: Component) -> bool:
    """Whether what the record counts among the papers is only said or typed."""
    return bool(_TOLD.match(component.name))
