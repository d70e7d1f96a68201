"""Short ways to read one file or value in a test; a test's docstring may be its input."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from congkhai.foundation.problem import Problems
from congkhai.records.model.record import Reader, Record, read_record
from congkhai.source.yaml_source import Node, parse_yaml


def parsed(text: str | bytes) -> tuple[Node | None, list[str]]:
    """The tree of a file and its problems as "code line:column"."""
    problems = Problems()
    data = text.encode("utf-8") if isinstance(text, str) else text
    node = parse_yaml(data, "a.yaml", problems)
    return node, told(problems)


def value_of(reader: Reader[Any], text: str) -> tuple[Any, list[str]]:
    """What a reader makes of a value written after a key, and its problems."""
    problems = Problems()
    node = parse_yaml(f"k: {text}\n".encode(), "a.yaml", problems)
    return reader(node.values["k"], problems), told(problems)  # type: ignore[union-attr]


def record_of(cls: type[Record], test: Callable[..., object]) -> tuple[Any, list[str]]:
    """The record in a test's docstring, and its problems."""
    problems = Problems()
    node = parse_yaml(inspect.cleandoc(test.__doc__ or "").encode(), "a.yaml", problems)
    assert node is not None
    return read_record(cls, node, problems), told(problems)


def told(problems: Problems) -> list[str]:
    """Problems as "code line:column", with what they suggest."""
    return [
        f"{found.code} {found.place.line}:{found.place.column}" + "".join(f" ?{near}" for near in found.suggestions)
        for found in problems
    ]
