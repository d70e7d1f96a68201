"""The JSON Schemas say of a file what our own reader says: sound files pass, and each kind of fault is underlined."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from congkhai.foundation.labels import load_labels
from congkhai.records.model.record import keys_of
from congkhai.records.plan import Plan
from congkhai.records.record_files import BY_FOLDER, RECORD_FILES, record_file_at
from congkhai.site.json_schema import describe, schema_of, schemas
from tests.site.core_schema import parse
from tests.sources import ROOT, SOUND, run

LABELS = load_labels("vi")
FILES = [path for source in (ROOT, SOUND) for path in (source / "site.yaml", *sorted(source.glob("content/**/*.*")))]
SCHEMAS = ROOT / ".vscode" / "schemas"
SETTINGS_FILE = ROOT / ".vscode" / "settings.json"
SETTINGS = json.loads(SETTINGS_FILE.read_text(encoding="utf-8"))
PHRASES = {
    "search-abbreviations": "content/search/abbreviations.yaml",
    "search-phrases": "content/search/synonyms.yaml",
}


def wired() -> dict[str, str]:
    """The pattern of the files of each schema, as VS Code wants it."""
    files = {file.kind: file.pattern for file in RECORD_FILES if file.pattern.endswith(".yaml")} | PHRASES
    return {f"./.vscode/schemas/{kind}.schema.json": pattern for kind, pattern in files.items()}


@cache
def validator(kind: str) -> Any:
    file = next(file for file in RECORD_FILES if file.kind == kind)
    return Draft202012Validator(schema_of(file, LABELS))


def faults(kind: str, text: str) -> list[str]:
    """Where a text goes against the schema of its kind, value by value."""
    return sorted({"/".join(map(str, error.absolute_path)) for error in validator(kind).iter_errors(parse(text))})


def test_every_schema_is_sound_itself() -> None:
    for schema in schemas(LABELS).values():
        Draft202012Validator.check_schema(schema)


def test_all_content_keeps_to_its_schema() -> None:
    wrong: dict[str, list[str]] = {}
    for path in FILES:
        base = SOUND if path.is_relative_to(SOUND) else ROOT
        if file := record_file_at(path.relative_to(base).as_posix()):
            text = path.read_text(encoding="utf-8")
            found = faults(file.kind, text.split("---\n")[1] if path.suffix == ".md" else text)
            wrong |= {path.name: found} if found else {}
    assert wrong == {}


def test_phrases_of_the_search_keep_to_their_schemas() -> None:
    for name, schema in (
        ("abbreviations", "search-abbreviations"),
        ("synonyms", "search-phrases"),
        ("pairs", "search-phrases"),
    ):
        text = (ROOT / "content" / "search" / f"{name}.yaml").read_text(encoding="utf-8")
        assert not [*Draft202012Validator(schemas(LABELS)[f"{schema}.schema.json"]).iter_errors(parse(text))]


PROGRESS = "plan: a\nentries:\n  - {task: I.1, on: 2024-01-31, status: completed}\n"


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("status: completed", "status: done", "entries/0/status"),
        ("2024-01-31", "31/01/2024", "entries/0/on"),
        ("task: I.1", "tsk: I.1", "entries/0"),
        ("plan: a", "plan: Kế hoạch A", "plan"),
        ("plan: a", "plan: null", "plan"),
        ("entries:\n  -", "entries:\n ", "entries"),
    ],
)
def test_a_fault_is_underlined_where_it_stands(old: str, new: str, place: str) -> None:
    assert faults("progress", PROGRESS) == []
    assert faults("progress", PROGRESS.replace(old, new)) == [place]


def test_a_code_without_quotes_is_underlined() -> None:
    text = 'code: "1.001190"\nname: A\nsector: ho-tich\n'
    assert faults("procedure", text) == []
    assert faults("procedure", text.replace('"', "")) == ["code"]


def test_a_part_may_be_stated_as_absent_and_rows_may_hold_rows() -> None:
    text = 'code: "1"\nname: A\nsector: a\nfees: {absent: true}\nresult: [B]\n'
    assert faults("procedure", text) == []
    assert faults("procedure", text.replace("absent: true", "absent: 5")) == ["fees/absent"]
    rows = "sections: [{title: A, items: [{title: B, items: [{title: C, led: D}]}]}]"
    assert "sections/0/items/0/items/0" in faults("plan", rows)


def test_keys_are_told_in_vietnamese_with_choices_and_examples() -> None:
    plan = schemas(LABELS)["plan.schema.json"]["$defs"]
    assert plan["Plan"]["properties"]["signed"]["description"].startswith("Ngày ký. Ngày 2021-12-31")
    assert plan["Plan"]["properties"]["type"]["enumDescriptions"] == ["kế hoạch", "chương trình", "đề án"]
    assert plan["Task"]["properties"]["lead"]["examples"] == ["Văn phòng HĐND và UBND xã"]
    required = [part["required"] for part in plan["Plan"]["allOf"] if "required" in part]
    assert required == [["id"], ["type"], ["title"], ["territory"], ["issuer"], ["year"], ["sections"]]


def test_a_record_may_call_a_key_its_own_way() -> None:
    assert describe(Plan, keys_of(Plan)["number"], LABELS) == "số, ký hiệu văn bản"


def test_every_folder_that_is_read_has_its_schema() -> None:
    folders = {Path(file.pattern).parts[1] for file in RECORD_FILES if file.kind != "site"}
    assert folders == BY_FOLDER.keys() - {"search"}


def test_the_schemas_of_vs_code_are_what_the_command_writes(tmp_path: Path) -> None:
    assert run("schema", "--output", tmp_path / "new").exit_code == 0
    for path in sorted((tmp_path / "new").iterdir()):
        assert (SCHEMAS / path.name).read_bytes() == path.read_bytes(), "run: make bless ARGS=schemas"


def test_vs_code_finds_the_schema_of_every_kind_of_yaml_file() -> None:
    assert SETTINGS["yaml.schemas"] == wired(), "run: make bless ARGS=schemas"
    assert all((ROOT / name).is_file() for name in SETTINGS["yaml.schemas"])


def test_the_hooks_of_pre_commit_call_commands_that_exist() -> None:
    hooks = parse((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    called = [hook["entry"].split("build.py ")[1].split() for hook in hooks]
    assert called == [["check"], ["fmt", "--check"]]
    assert all(run(command[0], "--help").exit_code == 0 for command in called)
