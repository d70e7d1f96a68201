"""Problems in words: for a person, for CI, and as data."""

from __future__ import annotations

import json
import re
import string
from pathlib import Path
from typing import Any

import pytest
import yaml

from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Place, Problem, Problems
from congkhai.foundation.report import as_github, as_json, as_text, has_errors, word
from tests.sources import ROOT

LABELS = load_labels("vi")
UNKNOWN = Problem("unknown-key", Place("content/a.yaml", 2, 3), (("key", "laed"),), ("lead",))


def test_a_person_sees_the_line_with_a_caret_below_the_place_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.yaml").write_text("id: x\n  laed: y\n", encoding="utf-8")
    lines = as_text([UNKNOWN], LABELS, tmp_path).splitlines()
    assert lines[0] == "LỖI content/a.yaml:2:3 [unknown-key]"
    assert lines[2] == "     2 |   laed: y"
    assert lines[3].index("^") == lines[2].index("laed")
    assert lines[4].startswith("  → Có phải là “lead”?")


def test_a_long_line_is_cut_around_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x" * 5000 + "Y" + "x" * 5000, encoding="utf-8")
    problem = Problem("yaml-syntax", Place("a.yaml", 1, 5001), (("detail", ""),))
    _, _, snippet, caret, *_ = as_text([problem], LABELS, tmp_path).splitlines()
    assert len(snippet) < 200
    assert snippet[caret.index("^")] == "Y"


def test_a_file_that_cannot_be_read_gives_no_snippet(tmp_path: Path) -> None:
    assert "|" not in as_text([UNKNOWN], LABELS, tmp_path)


def test_control_characters_of_a_file_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: \x1b[31mb\n")
    problem = Problem("yaml-control-character", Place("a.yaml", 1, 4), (("detail", "U+001B"),))
    assert "\x1b" not in as_text([problem], LABELS, tmp_path)


def test_a_key_is_shown_with_its_name_in_words() -> None:
    problem = Problem("missing-key", Place("a.yaml", 1, 1), (("key", "lead"),))
    assert word(problem, LABELS).message == "Thiếu khóa bắt buộc `lead` (cơ quan chủ trì)."


def test_json_holds_the_contract_of_the_command() -> None:
    [row] = json.loads(as_json([UNKNOWN], LABELS))
    assert list(row) == ["code", "severity", "path", "line", "column", "message", "hint"]
    assert (row["code"], row["severity"], row["path"], row["line"]) == (
        "unknown-key",
        "error",
        "content/a.yaml",
        2,
    )


def test_annotations_escape_what_their_host_would_take_as_its_own() -> None:
    problem = Problem("bad-id", Place("content/a,b:c%.yaml", 1, 2), (("id", "x\ny%::error::z"),))
    line = as_github([problem], LABELS)
    assert line.startswith("::error file=content/a%2Cb%3Ac%25.yaml,line=1,col=2,title=bad-id::")
    assert line.count("\n") == 1
    assert "x%0Ay%25::error::z" in line


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    problem = Problem("bad-id", Place("a.yaml", 1, 1), (("id", "{x} {0} {id.__class__}"),))
    assert "{x} {0} {id.__class__}" in word(problem, LABELS).message


def test_warnings_forbid_publishing_only_when_asked() -> None:
    warning = [Problem("unknown-file", Place("a"))]
    assert not has_errors(warning, LABELS)
    assert has_errors(warning, LABELS, strict=True)


def test_problems_come_in_the_order_of_the_files_each_once() -> None:
    problems = Problems()
    for line in (3, 1, 3):
        problems.add("empty-text", Place("b.yaml", line, 1))
    problems.add("empty-text", Place("a.yaml", 9, 1))
    assert [(found.place.path, found.place.line) for found in problems] == [
        ("a.yaml", 9),
        ("b.yaml", 1),
        ("b.yaml", 3),
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_wording_can_be_filled_and_names_only_plain_placeholders(language: str) -> None:
    for code, wording in load_labels(language).problems.items():
        for sentence in (wording.message, wording.hint):
            names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
            assert all(re.fullmatch(r"[a-z_]+", name) for name in names), (code, sentence)


def test_every_problem_says_what_to_do() -> None:
    assert [code for code, wording in LABELS.problems.items() if not wording.hint or not wording.message] == []


FAMILIES = sorted(path.stem for path in (ROOT / "congkhai" / "foundation" / "labels" / "vi").glob("*.yaml"))


@pytest.mark.parametrize("family", FAMILIES)
def test_both_languages_say_the_same_things(family: str) -> None:
    vietnamese, english = (_family(language, family) for language in ("vi", "en"))
    for part in ("words", "problems"):
        assert sorted(vietnamese.get(part, {}).keys() ^ english.get(part, {}).keys()) == []
    for code, wording in vietnamese.get("problems", {}).items():
        assert wording["severity"] == english["problems"][code]["severity"], code
        # What a parser says, it says in English.
        assert _places(str(wording)) | {"detail"} >= _places(str(english["problems"][code])), code
    for key, phrase in vietnamese.get("words", {}).items():
        assert _places(phrase) == _places(english["words"][key]), key


def _family(language: str, family: str) -> dict[str, Any]:
    text = (ROOT / "congkhai" / "foundation" / "labels" / language / f"{family}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text) or {}
    return found


def _places(sentence: str) -> set[str]:
    """The placeholders of a sentence."""
    return set(re.findall(r"(?<!\{)\{([a-z_]+)(?:![rs])?(?::[^{}]+)?\}", sentence))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_wording_puts_marks_around_a_key_that_has_them(language: str) -> None:
    wordings = load_labels(language).problems.items()
    assert [code for code, wording in wordings if "`{key}`" in f"{wording.message} {wording.hint}"] == []


def test_a_file_is_read_once_however_many_problems_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("one\ntwo\n", encoding="utf-8")
    read: list[Path] = []
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path) or whole(path))
    places = [Place("a.yaml", 1, 1), Place("a.yaml", 2, 2), Place("a.yaml", 9, 1), Place("", 0, 0)]
    shown = as_text([Problem("unknown-key", place, UNKNOWN.values) for place in places], LABELS, tmp_path)
    assert [line.strip() for line in shown.splitlines() if "|" in line] == ["1 | one", "| ^", "2 | two", "|  ^"]
    assert read == [tmp_path / "a.yaml"]
