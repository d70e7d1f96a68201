"""The glossary is true: its words are names in the code, and the words it forbids are not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]


class Term(NamedTuple):
    vietnamese: str
    code: str
    forbidden: tuple[str, ...]


def _terms() -> Iterator[Term]:
    # A row of a glossary table: | Vietnamese | `code` | meaning | never |
    row = re.compile(r"^\| ([^|]+) \| `(\w+)` \| [^|]+ \|([^|]*)\|$", re.MULTILINE)
    for vietnamese, code, never in row.findall((ROOT / "GLOSSARY.md").read_text(encoding="utf-8")):
        yield Term(vietnamese, code, tuple(word.strip() for word in never.split(",") if word.strip()))


TERMS = tuple(_terms())
FORBIDDEN = sorted({word for term in TERMS for word in term.forbidden})


@cache
def _names() -> dict[str, str]:
    """Every name that congkhai defines, with a file that defines it."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "congkhai").rglob("*.py")):
        found.setdefault(path.stem, path.name)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _defined(node):
                found.setdefault(name, path.name)
    return found


def _defined(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id


def _words(name: str) -> list[str]:
    """The words of a name in lower case: "TaskGroup" and "task_group" are both task, group."""
    # A run of capitals, or a word with or without its capital, or digits.
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def test_every_row_of_the_tables_is_a_term() -> None:
    rows = re.findall(r"^\| (?!tiếng Việt)[^-|]", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(TERMS) == len(rows) > 40


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.code)
def test_a_term_is_a_name_in_the_code(term: Term) -> None:
    assert term.code in _names(), f"GLOSSARY.md: `{term.code}` ({term.vietnamese}) is no name in congkhai/"


def test_no_concept_has_two_words_and_no_word_two_concepts() -> None:
    assert len({term.vietnamese for term in TERMS}) == len(TERMS)
    assert len({term.code for term in TERMS}) == len(TERMS)


@pytest.mark.parametrize("word", FORBIDDEN)
def test_a_forbidden_word_names_nothing(word: str) -> None:
    parts = word.split("_")
    users = [
        f"{name} ({file})"
        for name, file in _names().items()
        for words in [_words(name)]
        if any(words[i : i + len(parts)] == parts for i in range(len(words)))
    ]
    assert not users
