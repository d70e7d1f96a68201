"""A list of the single window against the records: by base code, level and way, whichever side lacks a procedure."""

from __future__ import annotations

import datetime

from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard, card_of
from congkhai.knowledge.procedures.reading import Decision, Standing
from congkhai.knowledge.procedures.window_lists import listed_procedures, unlisted_procedures
from congkhai.records.announcement import AnnouncedProcedure, Announcement
from congkhai.records.model.record import read_record
from congkhai.records.procedure import Procedure, ProcedureLevel, Way
from congkhai.records.window_list import WindowList
from congkhai.source.yaml_source import parse_yaml

DAY = datetime.date(2026, 11, 29)


def card(code: str, more: str = "levels: [commune]\nsingle_window: {desk: true}") -> ProcedureCard:
    node = parse_yaml(f'code: "{code}"\nname: A {code}\nsector: a\n{more}\n'.encode(), "a.yaml", Problems())
    assert node is not None
    procedure = read_record(Procedure, node, Problems())
    assert procedure is not None
    return card_of(procedure)


def test_each_code_stands_once_with_what_is_recorded_of_it() -> None:
    cards = {"1.000001": card("1.000001"), "1.000002": card("1.000002", "status: abolished")}
    named = (Decision(Announcement(id="a", number="1/QĐ"), AnnouncedProcedure(code="1.000003")),)
    found = WindowList(codes=("1.000001", "1.000001.000.00.00.H01", "1.000002", "1.000003", "1.000004"))
    listed = {one.code: one for one in listed_procedures(found, Library(cards=cards), {"1.000003": named}, DAY)}
    assert list(listed) == ["1.000001", "1.000002", "1.000003", "1.000004"]
    assert [one.code for one in listed.values() if one.is_in_force] == ["1.000001"]
    assert listed["1.000002"].standing is Standing.ABOLISHED
    assert [one.code for one in listed.values() if one.is_unknown] == ["1.000004"]


def test_what_states_the_way_at_the_level_of_the_list_and_is_not_on_it_is_found() -> None:
    shown = (
        card("1.000009"),
        card("1.000001"),
        card("1.000002", "levels: [province]\nsingle_window: {desk: true}"),
        card("1.000003", "levels: [commune]\nsingle_window: {desk: false}"),
        card("1.000005"),
    )
    found = WindowList(kind=Way.DESK, level=ProcedureLevel.COMMUNE, codes=("1.000001.000.00.00.H01",))
    assert [one.code for one in unlisted_procedures(found, shown)] == ["1.000005", "1.000009"]
    everywhere = WindowList(kind=Way.DESK, codes=("1.000001",))
    assert [one.code for one in unlisted_procedures(everywhere, shown)] == ["1.000002", "1.000005", "1.000009"]
