"""The day without `--today`, which is that of Viet Nam wherever the machine stands."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from congkhai.commands.today import day_in_viet_nam

PACKAGE = Path(__file__).parents[2] / "congkhai"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-28T16:59:59+00:00", "2026-11-28"),
        ("2026-11-28T17:00:00+00:00", "2026-11-29"),
        ("2026-11-28T23:30:00-08:00", "2026-11-29"),
        ("2026-11-29T00:05:00+07:00", "2026-11-29"),
    ],
)
def test_the_day_is_that_of_viet_nam_at_that_moment(moment, day):
    assert day_in_viet_nam(datetime.datetime.fromisoformat(moment)).isoformat() == day


def test_nothing_else_reads_the_clock():
    clock = re.compile(r"date\.today\(|datetime\.now\(|utcnow\(|(?<![\w.])time\.time\(|localtime\(")
    readers = [path.name for path in sorted(PACKAGE.rglob("*.py")) if clock.search(path.read_text(encoding="utf-8"))]
    assert readers == ["today.py"]
