"""What Click says in help and of a wrong call comes from the labels catalogue, so that an editor reads Vietnamese."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from congkhai.commands.cli import COMMANDS, commands
from congkhai.commands.click_words import PREFIX, SPEAKING
from congkhai.foundation.labels import load_labels
from tests.foundation.test_labels import values_of

VI, EN = load_labels("vi"), load_labels("en")
OURS = {key: message for key, message in EN.words.items() if key.startswith(PREFIX)}
CALLS = (
    *(["khong-co"], ["check", "--khong-co"], ["import"], ["new", "plan"], ["import", "plan", "khong-co.docx"]),
    *(["check", "--source", "khong-co"], ["build", "--jobs", "0"], ["build", "--jobs", "x"], ["check", "--today"]),
    *(["serve", "--port", "99999"], ["check", "--format", "xml"], ["suggest", "a", "b"], ["build", "--full=1"]),
)
IN_ENGLISH = ("Usage", "Error", "Invalid", "Missing", "No such", "Try ", "requires", "does not", "is not", "unexpected")


@pytest.mark.parametrize("key", sorted(OURS))
def test_a_message_stands_in_this_version_of_click_letter_by_letter(key: str) -> None:
    modules = (Path(str(import_module(f"click.{name}").__file__)) for name in SPEAKING)
    assert any(OURS[key] in module.read_text(encoding="utf-8") for module in modules)
    assert values_of(VI.words[key]) <= values_of(OURS[key])


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_wrong_call_is_told_in_vietnamese_throughout(call: list[str]) -> None:
    result = CliRunner().invoke(commands, call)
    assert (result.exit_code, "Không chạy được" in result.output) == (2, True)
    assert not [word for word in IN_ENGLISH if word in result.output]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_has_headings_in_vietnamese(name: str) -> None:
    output = CliRunner().invoke(commands, [name, "--help"]).output
    assert "Cách dùng:" in output
    assert "Hiện phần này rồi thôi." in output


def test_a_call_whose_bytes_are_no_utf8_is_wrong_and_no_crash() -> None:
    result = CliRunner().invoke(commands, ["build", "--output", "\udcff"])
    assert (result.exit_code, VI("cli.not-utf8") in result.output) == (2, True)
