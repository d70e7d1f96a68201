"""The page on disclosure in time: who is late is who had to act."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import built, edited, lay

_PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"


def test_what_this_portal_posted_late_is_told_of_the_portal_and_of_no_agency(tmp_path: Path) -> None:
    late = edited(_PROCEDURE, "published: 2024-02-01", "published: 2024-03-01")
    html = built(lay(tmp_path / "source", late)).files["dung-han/index.html"].decode("utf-8")
    rows = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL)]
    counted = [row for row in rows if "quý I/2024 Cổng này đăng đúng ngày" in row]
    assert "cổng này đăng sau 29 ngày" in html
    assert [row.split(" quý")[0] for row in counted] == ["Cổng này"]
    assert "không phải ngày cơ quan công bố" in html
