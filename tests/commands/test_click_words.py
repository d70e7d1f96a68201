"""What Click says of a wrong call comes from the labels catalogue, so that an editor reads Vietnamese."""

from __future__ import annotations

import ast
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
# What Click says to programmers of its own faults, or of kinds of options that no command has.
UNHEARD = ("DeprecationWarning", "deprecated", "Could not determine", "No options defined", "Arguments take exactly")
UNHEARD += ("Name '", "Boolean option", "Do you want", "Confirm the action", "%(prog)s", "Invalid start", "Choice(")
UNHEARD += ("env var", "(dynamic)", "Value must be an iterable", "Missing {param_type}", "Missing parameter: ")
UNHEARD += ("{value!r} does not match", "{value!r} is not a valid boolean", "{value!r} is not a valid UUID")
UNHEARD += ("{len_type}",)
UNHEARD += ("{name} {filename!r} is not executable.", "Show the version")
CALLS = (
    *(["khong-co"], ["check", "--khong-co"], ["import"], ["new", "plan"], ["import", "plan", "khong-co.docx"]),
    *(["check", "--source", "khong-co"], ["build", "--jobs", "0"], ["build", "--jobs", "x"], ["check", "--today"]),
    *(["serve", "--port", "99999"], ["check", "--format", "xml"], ["suggest", "a", "b"], ["build", "--full=1"]),
)


def _said_by_click() -> set[str]:
    """The messages that Click's modules hand to its `_` and `ngettext`."""
    found = set()
    for name in SPEAKING:
        text = Path(str(import_module(f"click.{name}").__file__)).read_text(encoding="utf-8")
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "ngettext"):
                said = (getattr(one, "value", None) for one in call.args)
                found |= {message for message in said if isinstance(message, str)}
    return found


def test_every_message_of_this_version_of_click_that_can_be_heard_is_in_the_catalogue() -> None:
    known = {message.replace("pytest", "{command}") for message in OURS.values()} | {"required"}
    heard = {message for message in _said_by_click() if not message.startswith(UNHEARD)}
    assert {message for message in heard if not message.startswith("Try ")} <= known


@pytest.mark.parametrize("key", sorted(OURS))
def test_a_translation_fills_in_no_value_that_click_does_not_give(key: str) -> None:
    assert values_of(VI.words[key]) <= values_of(OURS[key])


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_wrong_call_is_told_in_vietnamese_throughout(call: list[str]) -> None:
    result = CliRunner().invoke(commands, call)
    assert result.exit_code == 2
    assert "Lỗi: " in result.output
    assert not [word for word in ("Usage", "Error", "Invalid", "Missing", "No such", "Try ") if word in result.output]


def test_a_wrong_call_is_told_in_english_throughout_where_asked() -> None:
    output = CliRunner().invoke(commands, ["build", "--lang", "en", "--jobs", "0"]).output
    assert "Error: Invalid value for '--jobs': 0 is not in the range 1<=x<=64." in output


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_has_headings_in_vietnamese(name: str) -> None:
    output = CliRunner().invoke(commands, [name, "--help"]).output
    assert "Cách gọi:" in output
    assert "In hướng dẫn này." in output


def test_a_call_whose_bytes_are_no_utf8_is_wrong_and_no_crash() -> None:
    result = CliRunner().invoke(commands, ["build", "--output", "\udcff"])
    assert (result.exit_code, VI("cli.not-utf8") in result.output) == (2, True)
