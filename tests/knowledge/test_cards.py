"""Cards of procedures: what they take over, and their rows."""

from __future__ import annotations

import datetime

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.foundation.problem import Problems
from congkhai.knowledge.procedures.card import ProcedureCard, Way, card_of, from_row, to_row
from congkhai.records.model.record import read_record
from congkhai.records.procedure import (
    Applicant,
    OnlineLevel,
    Procedure,
    ProcedureLevel,
    ProcedureStatus,
)
from congkhai.records.procedure_reading import Channel
from congkhai.source.yaml_source import parse_yaml


def procedure(text: str) -> Procedure:
    problems = Problems()
    node = parse_yaml(text.encode(), "content/procedures/1.000001.yaml", problems)
    found = read_record(Procedure, node, problems) if node else None
    assert found
    return found


CARDS = st.builds(
    ProcedureCard,
    levels=st.lists(st.sampled_from(ProcedureLevel)).map(tuple),
    applicants=st.lists(st.sampled_from(Applicant)).map(tuple),
    legal_basis=st.lists(st.text()).map(tuple),
    times=st.lists(st.tuples(st.none() | st.sampled_from(Channel), st.text())).map(tuple),
)


@given(CARDS)
def test_a_card_is_the_same_after_a_way_through_json(card: ProcedureCard) -> None:
    assert from_row(orjson.loads(orjson.dumps(to_row(card)))) == card


def test_a_card_says_what_its_procedure_says() -> None:
    whole = procedure(
        "code: '1.000001'\nname: Tên\nsector: ho-tich\nlevels: [province, commune]\napplicants: [citizen]\n"
        "steps: Nộp hồ sơ tại Trung tâm Phục vụ hành chính công.\n"
        "agency: Sở A\ncompetent_agency: UBND\nauthorised_agency: Phòng B\nprocessing_time: 03 ngày\n"
        "submission:\n  - {channel: in_person, time: 03 ngày}\n  - {channel: online, time: 02 ngày, fee: 5.000 đồng}\n"
        "legal_basis: [63/2010/NĐ-CP]\nonline: {level: full}\nannouncement: 12/QĐ-BTP\n"
        "status: amended\npublished: 2026-03-01\nsource: {url: 'https://a.vn/', collected: 2026-07}\n"
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
        "",
        True,
        (Way.AUTHORISED,),
        ((Channel.ONLINE, "5.000 đồng"),),
        None,
        "Trung tâm Phục vụ hành chính công",
        "2026-07",
    )


@pytest.mark.parametrize("row", [[], ["1.000001"], [*to_row(card_of(procedure("code: '1'"))), 1]])
def test_a_row_of_another_make_is_refused(row: list[object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_row(row)
