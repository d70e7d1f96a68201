"""The search for circles of values pauses while a source is read and checked, which makes none."""

from __future__ import annotations

import datetime
import gc

import pytest

from congkhai.build.preparation import Settings, check_source
from congkhai.foundation.collector import paused
from tests.sources import ROOT


def test_the_search_goes_on_afterwards_whatever_happened() -> None:
    with pytest.raises(ZeroDivisionError), paused():
        1 // int(gc.isenabled())
    assert gc.isenabled()


def test_a_pause_within_a_pause_does_not_end_it() -> None:
    with paused():
        with paused():
            pass
        assert not gc.isenabled()


def test_reading_and_checking_leave_no_circles_behind() -> None:
    settings = Settings(ROOT / "tests" / "golden" / "source", datetime.date(2026, 11, 1))
    check_source(settings)  # what is made once for all, like patterns, may hold circles
    gc.collect()
    with paused():
        checked = check_source(settings)
        assert gc.collect() < 100
    assert checked.problems is not None
