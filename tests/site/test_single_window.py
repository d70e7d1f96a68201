"""Procedures are listed by the way they go through the single window, as far as records state it."""

from __future__ import annotations

from congkhai.foundation.problem import Problems
from congkhai.knowledge.procedures.card import card_of, from_row, to_row
from congkhai.records.model.record import read_record
from congkhai.records.procedure import Procedure
from congkhai.source.yaml_source import parse_yaml
from tests.sources import SOUND, built


def window(text: str) -> tuple[str, ...]:
    node = parse_yaml(f'code: "1"\nname: A\nsector: a\n{text}\n'.encode(), "a.yaml", Problems())
    assert node is not None
    procedure = read_record(Procedure, node, Problems())
    assert procedure is not None
    card = card_of(procedure)
    assert from_row(to_row(card)) == card
    return card.window


def test_what_a_record_states_of_the_single_window_is_kept() -> None:
    assert window("single_window: {desk: true, inter_agency: true, postal: false, anywhere: true}") == (
        "desk", "inter_agency", "anywhere",
    )  # fmt: skip
    assert window("single_window: {desk: false}") == ("not_desk",)


def test_post_as_a_channel_and_delegation_count_too() -> None:
    assert window("submission: [{channel: post}]\nauthorised_agency: Sở A") == ("postal", "authorised")


def test_silence_is_no_answer() -> None:
    assert window("single_window: {desk: null}") == ()
    assert window("") == ()


def test_a_list_of_each_way_has_a_page() -> None:
    files = built(SOUND).files
    assert "9.000001" in files["thu-tuc/mot-cua/bo-phan-mot-cua/index.html"].decode()
    assert "thu-tuc/mot-cua/lien-thong/index.html" not in files
