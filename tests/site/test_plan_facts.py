"""What stands first on the page of a plan."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import PLAN, built, edited, lay


def test_what_a_plan_leaves_blank_is_named_and_its_answer_is_that_it_is_not_stated(tmp_path: Path) -> None:
    changes = edited(PLAN, "number: 15/KH-UBND", "number: null")
    html = built(lay(tmp_path / "source", changes)).files["ke-hoach/an-binh-2024/index.html"].decode("utf-8")
    assert re.search(r"<dt>Số, ký hiệu</dt>\s*<dd>Bản nguồn không ghi", html)
