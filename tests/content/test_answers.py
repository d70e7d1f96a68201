"""The procedures in content/ answer in plain words: no raw value, no operator's word, little that nobody knows."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problems
from congkhai.knowledge.procedures.charges import charge_answer
from congkhai.knowledge.procedures.times import time_answer, understood_times
from congkhai.records.model.record import read_record
from congkhai.records.procedure import Procedure
from congkhai.site.pages.procedures.charge_words import charge_headline
from congkhai.site.pages.procedures.headlines import (
    online_headline,
    papers_headline,
    time_headline,
)
from congkhai.source.yaml_source import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "content" / "procedures").rglob("*.yaml"))
LABELS = load_labels("vi")
TODAY = datetime.date(2026, 11, 29)
# What is no answer: a value without its unit, a document nobody named, a doubt, a word of the importer.
RAW = ("không ghi đơn vị", "văn bản quy định", "chưa rõ", "không nêu", "chưa đọc được", "VNĐ", "“")
# That there are cases is no answer: which case pays what is, or where that stands.
CIRCULAR = ("có trường hợp", "tùy trường hợp", "có khoản khác")


def procedure(path: Path) -> Procedure:
    """The procedure of a file."""
    problems = Problems()
    node = parse_yaml(path.read_bytes(), path.name, problems)
    found = read_record(Procedure, node, problems) if node else None
    assert found
    return found


def answers(found: Procedure) -> tuple[str, str, str, str]:
    """How long, how much, online, what to bring."""
    read = found.reading.processing_time if found.reading else None
    return (
        (read.text if read else "") or time_headline(LABELS, time_answer(understood_times(found))),
        charge_headline(LABELS, charge_answer(found, TODAY)),
        online_headline(LABELS, found),
        papers_headline(LABELS, found),
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_answer_is_a_raw_value_or_a_word_of_an_operator(path: Path) -> None:
    assert not [words for words in answers(procedure(path)) if any(raw.lower() in words.lower() for raw in RAW)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_fee_is_told_in_a_circle(path: Path) -> None:
    fee = answers(procedure(path))[1].lower()
    assert not [words for words in CIRCULAR if words in fee]


def test_most_answers_are_known() -> None:
    found = [answers(procedure(path)) for path in FILES]
    known = [sum(bool(answer[at]) for answer in found) / len(found) for at in range(4)]
    assert [share >= least for share, least in zip(known, (0.8, 0.75, 1, 0.95), strict=True)] == [True] * 4, known


def test_who_must_come_to_sign_is_told_of_certified_deeds_and_of_nothing_else() -> None:
    told = {path.stem for path in FILES if LABELS("answer.online.present", words="") in answers(procedure(path))[2]}
    assert told == {"2.000913", "2.001016", "2.001019", "2.001406"}
