"""Patterns that are compiled late are patterns like any other."""

from __future__ import annotations

import re

import pytest

from congkhai.foundation.patterns import late


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    pattern, compiled = late(r"(?P<day>\d+) NGÀY", re.I), re.compile(r"(?P<day>\d+) NGÀY", re.I)
    for _ in range(2):
        assert pattern.search("sau 15 ngày")["day"] == "15"  # type: ignore[index]
        assert pattern.sub("x", "15 ngày, 20 ngày") == compiled.sub("x", "15 ngày, 20 ngày") == "x, x"
    assert (pattern.pattern, pattern.flags, pattern.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_a_late_pattern_is_compiled_at_its_first_use_and_a_wrong_one_fails_there() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.match("")
    with pytest.raises(AttributeError):
        _ = late("a").nothing  # type: ignore[attr-defined]
