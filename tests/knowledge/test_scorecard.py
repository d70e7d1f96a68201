"""Scorecards count with their denominator and give points only where progress is reported."""

from __future__ import annotations

import pytest

from congkhai.knowledge.plans.scorecard import score
from congkhai.knowledge.plans.states import State


def test_every_state_is_counted_once() -> None:
    card = score(State, tracked=True)
    parts = (card.on_time, card.late, card.open, card.overdue, card.unreported, card.without_date, card.set_aside)
    assert sum(parts) == card.total == len(State)


def test_completion_below_eighty_percent_gives_no_points() -> None:
    """PAR INDEX 1.1: done ÷ planned × 1.50, 0 below 0.8."""
    card = score([State.DONE] * 7 + [State.OVERDUE] * 3, tracked=True)
    assert card.completion_score == 0


def test_completion_is_the_share_done_times_one_and_a_half() -> None:
    card = score([State.DONE] * 8 + [State.DONE_LATE] + [State.OVERDUE], tracked=True)
    assert card.completion_score == pytest.approx(1.35)


def test_late_work_counts_one_point_and_work_on_time_one_and_a_half() -> None:
    """PAR INDEX 1.7: on time × 1.50 + late × 1.00."""
    card = score([State.DONE, State.DONE_LATE], tracked=True)
    assert card.timeliness_score == pytest.approx(1.25)


def test_what_was_cancelled_or_handed_over_is_not_in_the_denominator() -> None:
    card = score([State.DONE, State.CANCELLED, State.TRANSFERRED], tracked=True)
    assert card.completion_score == pytest.approx(1.5)


def test_a_score_is_out_of_what_was_due_and_not_of_what_is_still_to_come() -> None:
    waiting = [State.UPCOMING, State.DUE_SOON, State.DUE_TODAY, State.CONTINUOUS, State.NO_DATE, State.UNREPORTED]
    card = score([State.DONE, State.DONE, State.SUSPENDED, *waiting], tracked=True)
    assert card.was_due == 2
    assert (card.completion_score, card.timeliness_score) == (1.5, 1.5)


def test_there_is_no_score_before_anything_was_due() -> None:
    card = score([State.UPCOMING, State.CONTINUOUS], tracked=True)
    assert (card.completion_score, card.timeliness_score) == (None, None)


def test_there_is_no_score_without_reports() -> None:
    card = score([State.UNREPORTED, State.CONTINUOUS], tracked=False)
    assert card.completion_score is None
    assert card.timeliness_score is None
