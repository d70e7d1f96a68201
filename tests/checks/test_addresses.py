"""Two records never write one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources import SOUND, built, lay

FIRST = "content/procedures/ho-tich/9.000001.yaml"


@pytest.mark.parametrize(("one", "other"), [("T-BTR 01", "T-BTR-01"), ("T-BTR-01", "t-btr-01"), ("9.0000.", "9.0000")])
def test_codes_that_would_write_one_page_are_told_with_both_places(tmp_path: Path, one: str, other: str) -> None:
    text = (SOUND / FIRST).read_text(encoding="utf-8").replace("announcement: 20/QĐ-UBND\n", "")
    files = {f"content/procedures/{code}/{code}.yaml": text.replace("9.000001", code) for code in (one, other)}
    build = built(lay(tmp_path / "source", files))
    found = [problem for problem in build.problems if problem.code == "address-taken"]
    assert len(found) == 1
    places = {found[0].place.path, dict(found[0].values)["first"].rpartition(":")[0]}
    assert places == set(files)
    assert build.files == {}
