"""The steps of a process are added up in hours of work and held against the published time; nothing is guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from congkhai.foundation.problem import Problems
from congkhai.knowledge.procedures.card import ProcedureCard, card_of
from congkhai.knowledge.procedures.process_times import Fit, process_time, work_time_text
from congkhai.records.internal_process import Process
from congkhai.records.model.record import read_record
from congkhai.records.procedure import Procedure
from congkhai.source.yaml_source import parse_yaml


def process(*times: str) -> Process:
    steps = "".join(f"  - {{title: B, time: {time!r}}}\n" for time in times)
    return read(Process, f'id: a\nprocedure: "1"\nkind: internal\nsteps:\n{steps}')


def card(time: str) -> ProcedureCard:
    return card_of(read(Procedure, f'code: "1"\nname: A\nsector: a\nprocessing_time: {time}\n'))


def read(kind, text):
    found = read_record(kind, parse_yaml(text.encode(), "a.yaml", Problems()), Problems())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        (("04 giờ làm việc", "2,5 ngày làm việc"), 24),
        (("30 phút", "0,5 ngày làm việc"), Decimal("4.5")),
        (("Trong ngày", "01 giờ"), 9),
        (("1 ngày làm việc", ""), None),
        (("1 ngày làm việc", "2 ngày"), None),
        (("1 ngày làm việc", "theo quy định"), None),
    ],
)
def test_steps_add_up_where_all_are_in_hours_or_days_of_work(times: tuple[str, ...], hours: Decimal | None) -> None:
    assert process_time(process(*times), None).total == hours


@pytest.mark.parametrize(
    ("published", "fit"),
    [
        ("03 ngày làm việc", Fit.WITHIN),
        ("02 ngày làm việc", Fit.SAME),
        ("01 ngày làm việc", Fit.LONGER),
        ("15 ngày", Fit.UNKNOWN),
        ("Không quy định", Fit.UNKNOWN),
    ],
)
def test_the_sum_is_held_against_the_published_time(published: str, fit: Fit) -> None:
    assert process_time(process("1 ngày làm việc", "8 giờ làm việc"), card(published)).fit is fit


def test_an_amount_of_work_is_told_in_days_from_eight_hours_on() -> None:
    assert work_time_text(Decimal(4)) == "4 giờ làm việc"
    assert work_time_text(Decimal(20)) == "2,5 ngày làm việc"
    assert work_time_text(Decimal(80)) == "10 ngày làm việc"
