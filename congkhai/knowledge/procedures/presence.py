"""Whether one must come oneself, as the words of a procedure ask: whoever hands in online still goes there to sign."""

from __future__ import annotations

import re
from functools import lru_cache

from congkhai.records.procedure import Procedure

# "Người lập di chúc ký trước mặt người chứng thực", "điểm chỉ trước mặt cán bộ tiếp nhận".
_SIGNS = re.compile(r"(?<!\w)(?:ký|điểm chỉ)(?!\w)[^.;\n]{0,40} trước mặt (?:người|cán bộ|công chức)", re.I)


def must_be_present(procedure: Procedure) -> bool:
    """Whether somebody signs before who certifies or takes the dossier, by the steps."""
    return _is_signed_there(procedure.steps)


@lru_cache(maxsize=4096)
def _is_signed_there(steps: str) -> bool:
    return bool(_SIGNS.search(steps))
