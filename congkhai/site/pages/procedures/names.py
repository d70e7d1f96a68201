"""The name of a procedure over its page: whole, or so shortened that what stands there is still a whole thought."""

from __future__ import annotations

import re

# What the first screen of a phone has room for beside the answer.
_MOST = 140
# A name that is little longer is not cut: "… thân nhân liệt…" names nobody.
_SLACK = 4
# A bracket that lists more than a word or two: "(công trình Không theo tuyến/Theo tuyến trong đô thị/…)".
_LIST = re.compile(r"\([^()]{30,}\)")
# Where a thought ends: "…; cơ quan, tổ chức khác", "… đối với hộ gia đình", "… bằng dịch vụ công".
_SEAM = re.compile(r";|,? (?=(?:đối với|theo đề nghị|bằng dịch vụ|thực hiện bằng|trong trường hợp|do cơ quan) )")


def heading_of(name: str) -> str:
    """The name whole; of a very long one long brackets go, then what stands behind its last seam, with "…" for each."""
    whole = " ".join(name.split())
    if len(whole) <= _MOST + _SLACK:
        return whole
    short = _LIST.sub("(…)", whole)
    if len(short) <= _MOST + _SLACK:
        return short
    seams = [seam.start() for seam in _SEAM.finditer(short) if _MOST // 3 < seam.start() <= _MOST]
    end = seams[-1] if seams else short.rfind(" ", 0, _MOST)
    return short[:end].rstrip(" ,;") + "…"
