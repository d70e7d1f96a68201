"""The commands speak Vietnamese, and English where a programmer asks for it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from congkhai.commands.cli import commands
from congkhai.foundation.labels import load_labels
from tests.sources import ROOT

VIETNAMESE, ENGLISH = load_labels("vi"), load_labels("en")
# What a sentence quotes: a placeholder, or a phrase between quotation marks or backticks.
QUOTED = re.compile(r"\{\w+\}|“[^”]*”|`[^`]*`|\([^)]*\)|[A-ZĐ]{2,}[-/\w]*")
# Letters that only Vietnamese has.
LETTERS = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("name: Cổng thử\ntagilne: x\n", encoding="utf-8")
    return tmp_path


def said(*arguments: str) -> str:
    return CliRunner().invoke(commands, list(arguments)).output


def test_a_problem_is_told_in_vietnamese(source: Path) -> None:
    assert "LỖI site.yaml:2:1 [unknown-key]" in said("check", "--source", str(source))


@pytest.mark.parametrize("order", [("check", "--lang", "en"), ("--lang", "en", "check")])
def test_a_problem_is_told_in_english_where_asked(source: Path, order: tuple[str, ...]) -> None:
    told = said(*order, "--source", str(source))
    assert "ERROR site.yaml:2:1 [unknown-key]" in told
    assert not LETTERS.search(told)


@pytest.mark.parametrize("command", ["build", "fmt", "new", "import", "schema", "schedule", "serve"])
def test_every_command_can_be_asked_for_english(command: str) -> None:
    assert "--lang" in said(command, "--help")


def test_a_wrong_call_is_told_in_english_where_asked(source: Path) -> None:
    assert "2026-13-01" in said("check", "--source", str(source), "--lang", "en", "--today", "2026-13-01")
    assert ENGLISH("cli.bad-date", value="2026-13-01") in said("check", "--today", "2026-13-01", "--lang", "en")


@pytest.mark.parametrize("code", sorted(VIETNAMESE.problems))
def test_every_problem_is_worded_in_english(code: str) -> None:
    wording, original = ENGLISH.problems[code], VIETNAMESE.problems[code]
    assert wording.severity is original.severity
    assert bool(wording.hint) == bool(original.hint)
    assert not LETTERS.search(QUOTED.sub("", f"{wording.message} {wording.hint}"))


def test_help_is_printed_before_the_builder_is_loaded() -> None:
    code = "import sys; import congkhai.commands.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    late = {"congkhai.build.builder", "congkhai.editing.importing", "congkhai.commands.server", "jinja2"}
    assert not late & set(loaded.split())


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("import", "plan", "khong-co.docx"), "TỆP: không có “khong-co.docx”"),
        (("check", "--erors"), "Không có tùy chọn --erors. Có phải là --errors?"),
        (("import", "ke-hoach", "x"), "chỉ nhận plan, announcement"),
        (("init",), "Thiếu THƯ_MỤC."),
        (("impot",), "Không có lệnh impot."),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese_and_exits_2(call: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(commands, list(call))
    assert (result.exit_code, told in result.output, "Error" in result.output) == (2, True, False)


@pytest.mark.parametrize("code", sorted(VIETNAMESE.problems))
def test_no_vietnamese_message_names_a_key_or_a_value_without_its_meaning(code: str) -> None:
    keys = {name.rpartition(".")[2] for name in VIETNAMESE.words if name.startswith("field.")}
    for said in (VIETNAMESE.problems[code].message, VIETNAMESE.problems[code].hint):
        # Between backticks a key is told with its name; a value in brackets, a path or a quotation is one of its own.
        bare = re.sub(r"`\w+`|\{[^}]*\}+|“[^”]*”|\S*[/:]\S*", " ", said)
        assert not keys & set(re.findall(r"(?<!\S)[a-z_]+\b(?! \()", bare)), said


def test_the_help_of_a_command_is_in_one_language() -> None:
    told = said("import", "--help")
    assert told.startswith("Cách dùng: ")
    assert not re.search(r"\b(?:Usage|Options|Show|exit)\b", told)
    assert said("check", "--lang", "en", "--help").startswith("Usage: ")
