"""An editor's reading of a procedure: what it may say, and exactly what is wrong with one that can't be read."""

from __future__ import annotations

from congkhai.foundation.problem import Problems
from congkhai.records.model.record import read_record
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import Channel, Need, TimeUnit
from congkhai.source.yaml_source import parse_yaml

HEAD = "code: '1.000001'\nname: Thử\nsector: thu\n"


def read(text: str) -> tuple[Procedure, list[tuple[str, int, int]]]:
    """A procedure and the problems of its reading: code, line and column below the head."""
    problems = Problems()
    node = parse_yaml((HEAD + text).encode(), "thu.yaml", problems)
    found = read_record(Procedure, node, problems) if node else None
    assert found
    return found, [(one.code, one.place.line - 3, one.place.column) for one in problems]


WHOLE = """reading:
  processing_time:
    amount: 0
    unit: same_day
    text: Trong ngày
    exceptions: [{channel: online, amount: 2, unit: working_days}]
  fees: [{amount: 8000, per: bản, channel: in_person}, {amount: 0, case: hộ nghèo}]
  papers: [{name: Tờ khai, need: always}, {name: Biên bản, need: only_if, case: trẻ bị bỏ rơi}]
  channels: [in_person, online]
  offices: [ubnd-xa]
  note: Theo lời của thủ tục.
  legal_basis: [60/2014/QH13]
"""


def test_a_reading_says_how_long_how_much_what_and_where_with_its_basis() -> None:
    found, problems = read(WHOLE)
    reading = found.reading
    assert not problems
    assert reading
    assert reading.processing_time
    assert reading.processing_time.unit is TimeUnit.SAME_DAY
    assert reading.processing_time.exceptions[0].channel is Channel.ONLINE
    assert [fee.amount for fee in reading.fees] == [8000, 0]
    assert [paper.need for paper in reading.papers] == [Need.ALWAYS, Need.ONLY_IF]
    assert (reading.offices, reading.legal_basis) == (("ubnd-xa",), ("60/2014/QH13",))


def test_every_fault_of_a_reading_is_told_with_its_place() -> None:
    text = """reading:
  processing_time: {amount: ba, unit: working_day}
  fees: [{amount: miễn phí}, {currency: VND}]
  papers: [{name: Tờ khai, need: maybe}, Biên bản]
  channels: truc-tiep
  legal_bases: [60/2014/QH13]
"""
    _, problems = read(text)
    assert sorted(problems) == [
        ("bad-choice", 2, 39),
        ("bad-choice", 4, 34),
        ("bad-number", 2, 29),
        ("bad-number", 3, 19),
        ("expected-list", 5, 13),
        ("expected-mapping", 4, 42),
        ("unknown-key", 6, 3),
    ]
