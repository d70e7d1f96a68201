"""When a result is ready: one table for Python and JavaScript, and random cases against an independent count."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.knowledge.procedures.ready import Period, calendar_data, period_of, ready_on
from congkhai.vietnamese.quantity import read_duration
from congkhai.vietnamese.workdays import Calendar

HERE = Path(__file__).parent
TABLE = json.loads((HERE.parent / "cases" / "due_dates.json").read_text(encoding="utf-8"))
CALENDAR = Calendar()
# Weekdays off and weekends worked as the Government announced them, Tết of each year among them.
OFF = {
    "2024-01-01", "2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14", "2024-04-18", "2024-04-29",
    "2024-04-30", "2024-05-01", "2024-09-02", "2024-09-03", "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29",
    "2025-01-30", "2025-01-31", "2025-04-07", "2025-04-30", "2025-05-01", "2025-05-02", "2025-09-01", "2025-09-02",
    "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-27",
    "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24",
}  # fmt: skip
WORKED = {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"}


def count(case: dict[str, Any]) -> str | None:
    """What Python says of a case."""
    period = Period(case["amount"], case["unit"])
    received = datetime.fromisoformat(case["received"])
    day = ready_on(CALENDAR, received, period, late_hour=case["late_hour"]).due.day
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    "case", TABLE["cases"], ids=lambda case: f"{case['received']} + {case['amount']} {case['unit']}"
)
def test_the_table_of_cases_holds(case: dict[str, Any]) -> None:
    assert count(case) == case["day"]


def test_the_calendar_of_the_table_is_the_calendar_of_the_package() -> None:
    assert TABLE["calendar"] == calendar_data(CALENDAR, range(2025, 2027))


def random_cases(number: int) -> list[dict[str, Any]]:
    """Submissions of 2024 to 2026 with every unit, whose periods end before the calendar does."""
    chance = random.Random(20261122)
    most = {"working_days": 40, "days": 60, "months": 3, "hours": 500}
    cases = []
    for _ in range(number):
        received = datetime(2024, 1, 1, chance.randrange(7, 18), chance.randrange(60)) + timedelta(
            chance.randrange(950)
        )
        unit = chance.choice(sorted(most))
        late = chance.choice([None, 15])
        cases.append(
            {
                "received": received.isoformat()[:16],
                "amount": chance.randrange(most[unit]),
                "unit": unit,
                "late_hour": late,
            }
        )
    return cases


def works(day: date) -> bool:
    """Whether offices are open, by the announcements alone."""
    return day.isoformat() in WORKED or (day.isoweekday() < 6 and day.isoformat() not in OFF)


def test_every_day_of_three_years_is_off_or_worked_as_announced() -> None:
    days = [date(2024, 1, 1) + timedelta(ahead) for ahead in range(1096)]
    assert [day.isoformat() for day in days if CALENDAR.is_working_day(day) != works(day)] == []


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_two_thousand_random_cases_count_the_same_in_javascript() -> None:
    cases = random_cases(2000)
    data = {"calendar": calendar_data(CALENDAR, range(2024, 2027)), "cases": cases}
    command = ["node", str(HERE / "count_in_node.mjs")]
    found = subprocess.run(command, input=json.dumps(data), capture_output=True, text=True, check=True).stdout
    assert [answer["day"] for answer in json.loads(found)] == [count(case) for case in cases]


def test_the_random_cases_meet_tet_and_weekends_worked() -> None:
    met = {case["received"][:10] for case in random_cases(2000)}
    assert len(met & OFF) > 20
    assert met & WORKED


def test_two_thousand_random_cases_agree_with_a_count_day_by_day() -> None:
    for case in random_cases(2000):
        assert count(case) == by_hand(case), case


def by_hand(case: dict[str, Any]) -> str:
    """The same rules written another way: a walk over all days that uses nothing of the package."""
    received = datetime.fromisoformat(case["received"])
    day = received.date()
    if case["late_hour"] is not None and (received.time() > time(case["late_hour"]) or not works(day)):
        day += timedelta(1)
        while not works(day):
            day += timedelta(1)
        received = datetime(day.year, day.month, day.day)
    if case["unit"] == "working_days":
        left = case["amount"]
        while left:
            day += timedelta(1)
            left -= works(day)
        return day.isoformat()
    if case["unit"] == "months":
        month = day.year * 12 + day.month - 1 + case["amount"]
        for last in (day.day, 30, 29, 28):
            try:
                day = date(month // 12, month % 12 + 1, last)
                break
            except ValueError:
                continue
    elif case["unit"] == "hours":
        day = (received + timedelta(hours=case["amount"])).date()
    else:
        day += timedelta(case["amount"])
    while not works(day):
        day += timedelta(1)
    return day.isoformat()


LATE_HOURS = st.none() | st.integers(0, 23)
PERIODS = st.builds(Period, st.integers(0, 60), st.sampled_from(["working_days", "days", "months", "hours"]))
SUBMISSIONS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 6, 30))


@given(SUBMISSIONS, SUBMISSIONS, PERIODS, LATE_HOURS)
def test_a_later_submission_never_gives_an_earlier_day(
    one: datetime, other: datetime, period: Period, late: int | None
) -> None:
    calendar = CALENDAR.with_changes((), known_through=2032)
    first, second = (ready_on(calendar, at, period, late_hour=late).due.day for at in sorted((one, other)))
    assert first
    assert second
    assert first <= second


@given(SUBMISSIONS, st.integers(0, 15), PERIODS, LATE_HOURS)
def test_nor_does_one_of_the_following_days(one: datetime, days: int, period: Period, late: int | None) -> None:
    calendar = CALENDAR.with_changes((), known_through=2032)
    first, second = (
        ready_on(calendar, at, period, late_hour=late).due.day for at in (one, one + timedelta(days=days, hours=1))
    )
    assert first
    assert second
    assert first <= second


def test_every_day_passed_over_is_told_in_the_late_case_too() -> None:
    found = ready_on(CALENDAR, datetime(2026, 11, 20, 16), Period(1, "working_days"), late_hour=15)
    assert [skipped.day.day for skipped in found.due.skipped] == [21, 22, 24]
    on_a_day_off = ready_on(CALENDAR, datetime(2026, 11, 21, 8), Period(0, "days"), late_hour=15)
    assert [skipped.day.day for skipped in on_a_day_off.due.skipped] == [21, 22]


def test_half_a_day_counts_as_a_whole_one() -> None:
    (duration,) = read_duration("2,5 ngày làm việc").amounts
    assert duration.amount_max == Decimal("2.5")
    assert period_of(duration) == Period(3, "working_days")


def test_working_hours_are_not_counted_on_the_calendar() -> None:
    assert period_of(read_duration("4 giờ làm việc").amounts[0]) is None
