"""What an editor's tool says where a value goes against its schema, in the words of the catalogue.

The tools that read YAML beside VS Code (yaml-language-server) say what stands at `errorMessage` in place of their own
English; for limits and for keys of a record they take no words, so these are stated as schemas that can have some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from congkhai.foundation.labels import Labels
from congkhai.records.model.record import Key, Shape

Schema = dict[str, Any]


def told(schema: Schema, shape: Shape, labels: Labels) -> Schema:
    """The schema of a value with what is said where the value is another one."""
    words: Mapping[str, object] = {"low": shape.low, "high": shape.high}
    if shape.choices is not None:
        named = zip(shape.choices, schema["enumDescriptions"], strict=True)
        words = {"choices": ", ".join(f"{choice.value} ({word})" for choice, word in named)}
    return {**schema, "errorMessage": labels(f"schema.wrong.{shape.kind}", **words)}


def quoted(schema: Schema, labels: Labels) -> Schema:
    """The schema of a text that stands in quotes, lest a tool takes it for a number or a date."""
    return {**schema, "type": ["string"], "errorMessage": labels("schema.wrong.quoted")}


def within(low: float, high: float, message: str) -> Schema:
    """That a number lies between two limits, both included; else the message is said."""
    # No number that fails the limits is one of them, so that the list of these refuses it, and says so in our words.
    refused = {"enum": [low, high], "errorMessage": message}
    return {"if": {"minimum": low, "maximum": high}, "else": refused}


def keys_told(keys: Iterable[tuple[Key, str]], labels: Labels) -> Schema:
    """That a record is a mapping with its required keys and no others, each fault in words; keys with their names."""
    named = list(keys)
    missing = [
        {"required": [key.name], "errorMessage": labels("schema.missing-key", name=key.name, words=words)}
        for key, words in named
        if key.required
    ]
    mapping = {"type": ["object"], "errorMessage": labels("schema.wrong.record")}
    known = ", ".join(key.name for key, _ in named)
    return {
        "additionalProperties": False,
        "errorMessage": labels("schema.unknown-key", keys=known),
        "allOf": [mapping, *missing],
    }
