"""Cards of procedures: what they take over, and their rows."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator

import orjson
import pytest

from congkhai.problem import Problems
from congkhai.procedure_card import ProcedureCard, card_of, from_row, to_row
from congkhai.records.procedure import (
    Applicant,
    Channel,
    OnlineLevel,
    Procedure,
    ProcedureLevel,
    ProcedureStatus,
    read_procedure,
)
from congkhai.yaml_source import parse_yaml

# Words that could be mistaken for the marks of a row, lines and letters of every kind.
WORDS = ("", "-", " ", "Công an\ncấp tỉnh", "a b", "đ, ư;|", '"', "in_person", "null", "03 ngày", "１")


def procedure(text: str) -> Procedure:
    problems = Problems()
    node = parse_yaml(text.encode(), "content/procedures/1.000001.yaml", problems)
    found = read_procedure(node, problems) if node else None
    assert found
    return found


def some_card(chance: random.Random) -> ProcedureCard:
    def word() -> str:
        return chance.choice(WORDS)

    def some(values: Iterator[object] | list[object]) -> tuple[object, ...]:
        known = list(values)
        return tuple(chance.sample(known, chance.randrange(min(4, len(known)) + 1)))

    channels = [None, *Channel]
    return ProcedureCard(
        code=word(),
        name=word(),
        sector=word(),
        levels=some(list(ProcedureLevel)),  # type: ignore[arg-type]
        applicants=some(list(Applicant)),  # type: ignore[arg-type]
        agency=word(),
        competent_agency=word(),
        authorised_agency=word(),
        online_level=chance.choice([None, *OnlineLevel]),
        status=chance.choice([None, *ProcedureStatus]),
        published=chance.choice([None, datetime.date(2026, 2, 28), datetime.date(1, 1, 1)]),
        announcement=word(),
        legal_basis=tuple(word() for _ in range(chance.randrange(3))),
        times=tuple((chance.choice(channels), word()) for _ in range(chance.randrange(4))),
        is_complete=chance.random() < 0.5,
    )


@pytest.mark.parametrize("seed", range(200))
def test_a_card_is_the_same_after_a_way_through_json(seed: int) -> None:
    card = some_card(random.Random(seed))
    assert from_row(orjson.loads(orjson.dumps(to_row(card)))) == card


def test_a_card_says_what_its_procedure_says() -> None:
    whole = procedure(
        "code: '1.000001'\nname: Tên\nsector: ho-tich\nlevels: [province, commune]\napplicants: [citizen]\n"
        "agency: Sở A\ncompetent_agency: UBND\nauthorised_agency: Phòng B\nprocessing_time: 03 ngày\n"
        "submission:\n  - {channel: in_person, time: 03 ngày}\n  - {channel: online, time: 02 ngày}\n"
        "legal_basis: [63/2010/NĐ-CP]\nonline: {level: full}\nannouncement: 12/QĐ-BTP\n"
        "status: amended\npublished: 2026-03-01\n"
    )
    card = card_of(whole)
    assert card == ProcedureCard(
        "1.000001",
        "Tên",
        "ho-tich",
        (ProcedureLevel.PROVINCE, ProcedureLevel.COMMUNE),
        (Applicant.CITIZEN,),
        "Sở A",
        "UBND",
        "Phòng B",
        OnlineLevel.FULL,
        ProcedureStatus.AMENDED,
        datetime.date(2026, 3, 1),
        "12/QĐ-BTP",
        ("63/2010/NĐ-CP",),
        ((None, "03 ngày"), (Channel.ONLINE, "02 ngày")),
        False,
    )


@pytest.mark.parametrize("row", [[], ["1.000001"], [*to_row(card_of(procedure("code: '1'"))), 1]])
def test_a_row_of_another_make_is_refused(row: list[object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_row(row)
