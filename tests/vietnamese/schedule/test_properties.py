"""What holds for every expression: reading never raises, noise changes nothing, words are understood again."""

from __future__ import annotations

import random
import sys
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.vietnamese.schedule import (
    Bound,
    Frequency,
    Kind,
    Offset,
    Relation,
    Rule,
    Schedule,
    Span,
    Unit,
    read_schedule,
    to_words,
)
from congkhai.vietnamese.schedule.jsonl import explain
from tests.vietnamese.schedule.cases import CASES, labelled, vietnamese

TEXTS = [label["text"] for label in labelled(CASES)]
PIECES = [*{word for text in TEXTS for word in text.split()}, "\n", "- ", "; ", "(", ")", "31/02/2024", "quý IX"]
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def reading(text: str) -> Schedule:
    return read_schedule(text, year=2024).schedule


def _spaced(text: str, rng: random.Random) -> str:
    return "".join(char + " " * rng.randint(0, 2) if char == " " else char for char in text)


NOISES = {
    "white space": lambda text: f"  {_spaced(text, random.Random(7))}\u00a0 ",
    "upper case": str.upper,
    "lower case": str.lower,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "en dashes": lambda text: text.replace("-", "–"),
    "tones put elsewhere": lambda text: text.replace("Quý", "Qúy").replace("quý", "quí").replace("ườ", "uờ"),
    "a full stop": lambda text: text + " .",
}


def _dates_only(schedule: Schedule) -> tuple[object, ...]:
    """All of a schedule but the texts it quotes, which keep the noise of the cell."""
    offset = schedule.offset and schedule.offset._replace(event=None)
    parts = tuple(_dates_only(part) for part in schedule.parts)
    return (
        schedule.kind,
        schedule.start,
        schedule.end,
        schedule.bound,
        schedule.recurrence,
        schedule.rule,
        offset,
        parts,
    )


@pytest.mark.parametrize("noise", NOISES)
def test_noise_does_not_change_a_reading(noise):
    for text in TEXTS:
        assert _dates_only(reading(NOISES[noise](text))) == _dates_only(reading(text)), text


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([None, 2024]))
@settings(max_examples=300, deadline=None)
def test_no_mixture_of_words_raises_and_every_period_begins_before_it_ends(pieces, year):
    schedule = read_schedule(" ".join(pieces), year=year).schedule
    for one in (schedule, *schedule.parts):
        if one.start and one.end and one.kind is not Kind.MULTIPLE:
            assert one.start <= one.end


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_text_at_all_raises(text):
    read_schedule(text, year=2024)


def test_a_reading_says_where_its_problems_lie():
    for text in TEXTS:
        for problem in read_schedule(text, year=2024).problems:
            assert text[problem.place.column :].startswith(dict(problem.values)["text"]), text


def spans():
    return st.tuples(DAYS, st.integers(0, 900)).map(lambda pair: Span(pair[0], pair[0] + timedelta(days=pair[1])))


by_date = st.builds(lambda day, bound: Schedule(Kind.BY_DATE, None, day, bound), DAYS, st.sampled_from(Bound))
framed = st.builds(
    lambda span, bound: Schedule(Kind.BY_DATE, *span, bound), spans(), st.sampled_from([Bound.BEFORE, Bound.BY])
)
ranges = st.builds(lambda span: Schedule(Kind.DATE_RANGE, *span, Bound.WITHIN), spans())
months = st.tuples(
    st.integers(2015, 2035), st.sampled_from(["tháng 5", "quý III", "6 tháng đầu năm", "9 tháng đầu năm", "năm"])
)
periods = months.map(lambda pair: reading(f"{pair[1]} {'' if pair[1].endswith('năm') else 'năm '}{pair[0]}"))
continuous = st.one_of(
    st.just(Schedule(Kind.CONTINUOUS)),
    spans().map(lambda span: Schedule(Kind.CONTINUOUS, *span)),
    DAYS.map(lambda day: Schedule(Kind.CONTINUOUS, day)),
    DAYS.map(lambda day: Schedule(Kind.CONTINUOUS, None, day)),
)
limits = st.sampled_from([Bound.BEFORE, Bound.BY])
monthly = st.builds(
    lambda days, later, bound: Schedule(
        Kind.RECURRING, bound=bound, recurrence=(Frequency.MONTHLY,), rule=Rule(days, later, later)
    ),
    st.lists(st.integers(1, 31), min_size=1, max_size=2, unique=True).map(tuple),
    st.integers(0, 1),
    limits,
)
quarterly = st.builds(
    lambda day, month, later, bound: Schedule(
        Kind.RECURRING,
        bound=bound,
        recurrence=(Frequency.QUARTERLY, Frequency.ANNUAL),
        rule=Rule((day,), month, later),
    ),
    st.integers(1, 31),
    st.integers(0, 2),
    st.integers(0, 1),
    limits,
)
frequencies = st.sets(st.sampled_from(Frequency)).map(lambda some: tuple(one for one in Frequency if one in some))
cycles = frequencies.map(lambda some: Schedule(Kind.RECURRING, recurrence=some))
events = st.sampled_from(["ngày ký Quyết định", "có Quyết định công bố", "kỳ họp Quốc hội", "Đề án được phê duyệt"])
relative = st.builds(
    lambda count, unit, relation, event, bound: Schedule(
        Kind.RELATIVE, bound=bound, offset=Offset(count, unit, relation, event)
    ),
    st.integers(1, 90),
    st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS]),
    st.sampled_from([Relation.AFTER, Relation.BEFORE]),
    events,
    st.sampled_from([Bound.BY, Bound.WITHIN]),
)
simple = st.one_of(by_date, framed, ranges, periods, continuous, monthly, quarterly, cycles, relative)


@given(simple)
@settings(max_examples=400, deadline=None)
def test_what_is_said_in_words_is_understood_again(schedule):
    words = to_words(schedule, vietnamese())
    assert reading(words) == schedule, words


def test_the_words_of_a_reading_are_read_the_same_way():
    for text in TEXTS:
        schedule = reading(text)
        assert _dates_only(reading(to_words(schedule, vietnamese()))) == _dates_only(schedule), text


HOSTILE = [
    "(" * 330,
    "(" * 5000,
    "x (" * 3000,
    "1" * 4301,
    "đầu " * 3000,
    "hoặc trước " * 3000,
    "(quý II " * 3000,
    "\x00",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{len(text)} of {text[:8]!r}")
def test_no_repetition_raises(text):
    read_schedule(text, year=2024)


@pytest.mark.parametrize("piece", ["trước ", "đến ", "sở a; ", "báo cáo quý I, ", "(a)", "các ", "1 l", "khi a, "])
def test_reading_looks_ahead_only_so_far(piece):
    """Steps are counted, not seconds: four times the text takes about four times the looks at tokens."""
    few, many = (_looks(piece * count) for count in (200, 800))
    assert many < 6 * few


def _looks(text: str) -> int:
    count = 0

    def counting(frame, event, _arg):
        nonlocal count
        count += event == "line"
        return counting if "schedule" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(counting)
    try:
        read_schedule(text, year=2024)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("year", [1, 0, -5, 10_000, 1944, 2101])
def test_a_year_that_no_plan_has_gives_no_dates(year):
    assert read_schedule("Tháng 6", year=year).schedule.end is None


@pytest.mark.parametrize("year", [1, 9999])
def test_a_year_that_is_no_plans_places_no_duty(year: int) -> None:
    assert "occurrences" not in explain("Hằng tháng, trước ngày 25; hằng quý", vietnamese(), year=year)


@pytest.mark.parametrize("text", ["năm thứ 3 của kế hoạch, năm thứ 4 của kế hoạch", "năm thứ 2/99999999999"])
@pytest.mark.parametrize("year", [None, 2026])
def test_years_told_by_their_place_in_a_plan_never_raise(text: str, year: int | None) -> None:
    assert read_schedule(text, year=year).schedule.kind
