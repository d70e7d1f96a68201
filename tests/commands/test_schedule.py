"""`build.py schedule` takes whatever is handed to it, and says in one message what is wrong."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from congkhai.commands.schedule import schedule_command


def answers(*lines: str) -> tuple[int, list[dict], list[str]]:
    result = CliRunner().invoke(schedule_command, ["--jsonl"], input="\n".join(lines))
    found = [json.loads(line) for line in result.stdout.splitlines()]
    return result.exit_code, found, result.stderr.splitlines()


BAD = [
    '{"text": "Tháng 6", "year": NaN}',
    '{"text": "Tháng 6", "year": Infinity}',
    '{"text": "Tháng 6", "year": -5}',
    '{"text": "Tháng 6", "year": 10000}',
    '{"text": "Tháng 6", "year": true}',
    '{"text": "Tháng 6", "year": [[]]}',
    '{"text": "Tháng 6", "year": ' + "9" * 5000 + "}",
    '{"text": ["Tháng 6"]}',
    '{"text": "\\ud800"}',
    "[" * 100_000,
    '{"a":' * 100_000,
    "5",
    "null",
    "{}",
    "1" * 5000,
]


@pytest.mark.parametrize("line", BAD, ids=lambda line: line[:40])
def test_a_line_that_asks_nothing_gets_one_message_and_the_others_their_answers(line):
    code, found, messages = answers('{"text": "Quý I", "year": 2026}', line, '{"text": "Quý II", "year": "2026"}')
    assert (code, len(found), len(messages)) == (2, 3, 1)
    assert messages[0].startswith("Dòng 2")
    assert [one["end"] for one in found] == ["2026-03-31", None, "2026-06-30"]


def test_good_lines_end_with_zero():
    assert answers('{"text": "Quý I", "year": 2026}', "", '{"text": "Quý I", "year": null}')[0] == 0


@pytest.mark.parametrize("year", ["-5", "0", "NaN", "10000", "1944"])
def test_a_year_that_no_plan_has_is_a_wrong_call(year):
    result = CliRunner().invoke(schedule_command, ["Tháng 6", "--year", year])
    assert result.exit_code == 2
    assert f"Năm “{year}”" in result.stderr
