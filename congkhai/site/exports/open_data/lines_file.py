"""A data set as JSON Lines, and the JSON Schema (2020-12) that each line keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from congkhai.foundation.labels import Labels
from congkhai.site.data_sets.columns import Column, ColumnKind, DataSet, Row
from congkhai.site.json_schema import DIALECT

_TYPES: Mapping[ColumnKind, str] = {
    ColumnKind.INTEGER: "integer",
    ColumnKind.NUMBER: "number",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.LIST: "array",
}


def to_lines(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """One object a line; what is not known is null, several texts are a list."""
    names = [column.name for column in columns]
    return b"".join(orjson.dumps(dict(zip(names, row, strict=True))) + b"\n" for row in rows)


def line_schema(data_set: DataSet, labels: Labels, english: Labels) -> dict[str, Any]:
    """The schema of a line, with the columns told in both languages."""
    keys = [column.name for column in data_set.columns]
    return {
        "$schema": DIALECT,
        "title": f"{labels(f'data.{data_set.name}')} / {english(f'data.{data_set.name}')}",
        "type": "object",
        "properties": {column.name: _property(column, labels, english) for column in data_set.columns},
        "required": keys,
        "additionalProperties": False,
    }


def _property(column: Column, labels: Labels, english: Labels) -> dict[str, Any]:
    told = f"{column.head(labels)} / {column.head(english)}"
    kind = _TYPES.get(column.kind, "string")
    schema: dict[str, Any] = {"description": told, "type": [kind, "null"]}
    if column.kind is ColumnKind.LIST:
        schema["items"] = {"type": "string"}
    if column.kind is ColumnKind.DATE:
        schema["format"] = "date"
    return {**schema, "enum": [*column.choices, None]} if column.choices else schema
