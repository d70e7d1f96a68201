"""Processes that share work give what one gives, in its order, and none is left behind."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from congkhai.foundation.processes import LostProcessError, spread

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


class ToldError(Exception):
    """An error that travels."""


class SilentError(Exception):
    """An error that can't travel."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one)


def is_running(process: int) -> bool:
    """Whether a process does anything: one that ended may stay in the table where nobody asks for it."""
    try:
        os.kill(process, 0)
        stat = Path(f"/proc/{process}/stat")
        return not (stat.is_file() and ") Z " in stat.read_text())
    except (ProcessLookupError, FileNotFoundError):
        return False


def slow_first(number: int) -> tuple[int, int]:
    time.sleep(0.05 if number == 0 else 0)
    return number, os.getpid()


def test_results_come_in_the_order_of_the_items_whoever_is_ready_first() -> None:
    found = list(spread(slow_first, range(300), jobs=3))
    assert [number for number, _ in found] == list(range(300))
    assert len({process for _, process in found} - {os.getpid()}) > 1


def test_one_process_works_for_itself() -> None:
    assert [process for _, process in spread(slow_first, (1, 2), jobs=1)] == [os.getpid()] * 2


def test_a_result_may_be_larger_than_any_pipe() -> None:
    assert [len(data) for data in spread(lambda size: b"x" * size, (3_000_000, 1, 2_000_000), jobs=2)] == [
        3_000_000,
        1,
        2_000_000,
    ]


def fail(number: int) -> int:
    if number == 7:
        raise ToldError("seven")
    if number == 9:
        raise SilentError("a", "b")
    return number


def test_an_error_of_one_is_raised_where_its_result_would_stand() -> None:
    found = []
    with pytest.raises(ToldError, match="seven"):
        found += list(spread(fail, range(9), jobs=2))
    results = spread(fail, range(9), jobs=2)
    assert [next(results) for _ in range(7)] == list(range(7))


def test_an_error_that_can_not_travel_tells_where_it_stood() -> None:
    with pytest.raises(RuntimeError, match="SilentError"):
        list(spread(fail, (1, 9), jobs=2))


def test_a_process_that_is_killed_stops_the_work() -> None:
    with pytest.raises(LostProcessError):
        list(spread(lambda number: os.kill(os.getpid(), signal.SIGKILL), range(4), jobs=2))


def test_whoever_wants_no_more_results_leaves_no_process_behind() -> None:
    results = spread(slow_first, range(10_000), jobs=2)
    process = next(results)[1]
    assert is_running(process)
    results.close()
    assert not is_running(process)


def slowly(number: int) -> tuple[int, int]:
    time.sleep(0.02)
    return number, os.getpid()


def test_processes_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """The parent can't end them, so the system or the closed queue does."""
    parent = os.fork()
    if parent == 0:
        try:
            for _, process in spread(slowly, range(10_000), jobs=2):
                with (tmp_path / "processes").open("a") as file:
                    file.write(f"{process}\n")
        finally:
            os._exit(0)
    while not (tmp_path / "processes").is_file() or len((tmp_path / "processes").read_text().split()) < 20:
        time.sleep(0.01)
    children = set(map(int, (tmp_path / "processes").read_text().split()))
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    until = time.monotonic() + 20
    while any(map(is_running, children)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(map(is_running, children))
