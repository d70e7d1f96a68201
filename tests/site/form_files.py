"""Record files as the forms of the browser editor edit them: the real content, and edits of single values."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from congkhai.records.model.record_file import RecordFile
from congkhai.records.record_files import record_file_at
from tests.chromium import lacking
from tests.sources import ROOT

EDITS = Path(__file__).with_name("form_edits.mjs")
# What an editor may type: marks that YAML would mistake, several lines, something that looks like a number.
TYPED = ("Một câu mới, có dấu phẩy: và hai chấm", "dòng một\ndòng hai", "12", "61/2018/NĐ-CP", "# không phải ghi chú")
Step = str | int


class Edited(NamedTuple):
    """A file, one value of it and the text typed in its place, and the text of the file that came of it."""

    name: str
    file: RecordFile
    before: str
    path: tuple[Step, ...]
    typed: str
    after: str


def record_files() -> dict[str, tuple[RecordFile, str]]:
    """All YAML records of the repository, by their path: the kind and the text."""
    found = {}
    for source in (ROOT, *sorted((ROOT / "examples").iterdir())):
        for path in sorted((source / "content").rglob("*.yaml")):
            if file := record_file_at(path.relative_to(source).as_posix()):
                found[path.relative_to(ROOT).as_posix()] = (file, path.read_text(encoding="utf-8"))
    return found


def edit(asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of the script of the forms."""
    node = shutil.which("node")
    if not node:
        lacking("node")
    done = subprocess.run([str(node), str(EDITS)], input=json.dumps(asked), capture_output=True, text=True, check=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def single_edits(each: int) -> Iterator[Edited]:
    """Some values of every file, each edited alone; which ones is fixed by the file's name."""
    files = record_files()
    chosen = {name: _chosen(name, text, each) for name, (_, text) in files.items()}
    asked = [
        {"text": text, "edits": [{"path": path, "value": typed} for path, typed in chosen[name]]}
        for name, (_, text) in files.items()
    ]
    for (name, (file, text)), answer in zip(files.items(), edit(asked), strict=True):
        for (path, typed), after in zip(chosen[name], answer["edited"], strict=True):
            yield Edited(name, file, text, path, typed, after)


def value_of(text: str) -> Any:
    """What a text says, all scalars as trimmed text."""
    return trimmed(yaml.load(text, Loader=yaml.CBaseLoader))


def trimmed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: trimmed(inner) for key, inner in value.items()}
    return [trimmed(inner) for inner in value] if isinstance(value, list) else value.strip()


def replaced(value: Any, path: tuple[Step, ...], by: str) -> Any:
    """The value with another text at a path."""
    owner = value
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = by
    return value


def _chosen(name: str, text: str, most: int) -> list[tuple[tuple[Step, ...], str]]:
    chance = random.Random(name)
    paths = [path for path in _paths(yaml.load(text, Loader=yaml.CBaseLoader)) if "absent" not in path]
    return [(path, chance.choice(TYPED)) for path in chance.sample(paths, min(most, len(paths)))]


def _paths(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The paths of all texts; a value left null is no text, and the reason of an absent part has a field of its own."""
    if isinstance(value, dict) and "absent" not in value:
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _paths(inner, (*path, index))
    elif isinstance(value, str) and value != "null":
        yield path
