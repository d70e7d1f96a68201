"""`build --profile` tells where the time goes, and builds the same site."""

from __future__ import annotations

from pathlib import Path

from congkhai.commands.profile_table import profile_table
from congkhai.foundation.labels import load_labels
from congkhai.foundation.timer import NO_TIMER, Timer, Timing
from tests.sources import SOUND, run


def test_a_watch_sums_what_it_encloses() -> None:
    timer = Timer()
    for kind in ("plans", "agencies", "plans"):
        with timer("read", kind):
            sum(range(1000))
    assert [(timing.kind, timing.times) for timing in timer.timings()] == [("plans", 2), ("agencies", 1)]
    assert all(timing.wall > 0 for timing in timer.timings())


def test_a_watch_that_does_not_run_keeps_nothing() -> None:
    with NO_TIMER("read", "plans"):
        pass
    assert NO_TIMER.timings() == ()


def test_the_dearest_kinds_of_a_stage_stand_first_under_its_sum() -> None:
    timings = (
        Timing("read", "plans", 2, 1.0, 1.0, 50),
        Timing("check", "", 1, 0.5, 0.5, 60),
        Timing("read", "pages", 4, 3, 2, 55),
    )
    rows = profile_table(timings, load_labels("vi")).split("\n")[1:]
    assert [row.split()[:3] for row in rows] == [
        ["read", "6", "3.00"],
        ["pages", "4", "2.00"],
        ["plans", "2", "1.00"],
        ["check", "1", "0.50"],
    ]


def test_a_profiled_build_names_kinds_of_records_and_pages(tmp_path: Path) -> None:
    result = run("build", "--source", SOUND, "--output", tmp_path / "site", "--profile")
    assert result.exit_code == 0
    for name in ("read", "  plans", "check", "view", "render", "index", "write"):
        assert f"\n{name} " in result.output, name
