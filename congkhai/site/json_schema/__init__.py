"""JSON Schema (2020-12) of every record, so that editors' tools complete keys and underline faults as one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from congkhai.foundation.labels import Labels
from congkhai.records.model.record import Key, Reader, Record, Shape, keys_of, shape_of
from congkhai.records.model.record_file import RecordFile
from congkhai.records.record_files import RECORD_FILES
from congkhai.records.search_phrase import PhraseKind
from congkhai.site.json_schema.told import Schema, keys_told, quoted, told, within
from congkhai.site.pick_lists import PickList

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Codes lose zeros and numbers become dates where a tool takes them for numbers, so they stand in quotes.
QUOTED_KEYS = ("code", "number", "version")
_TEXT = ("string", "number", "boolean")
_DAY = r"^\d{4}-\d\d-\d\d$"


# References name any record, also one that is not there yet; these are offered while one types.
Picks = Mapping[str, PickList]
_NO_PICKS: Picks = MappingProxyType({})


def schemas(labels: Labels, picks: Picks = _NO_PICKS) -> dict[str, Schema]:
    """All schemas by the name of their file ("plan.schema.json"); `picks` are the records a reference may name."""
    found = {f"{file.kind}.schema.json": schema_of(file, labels, picks) for file in RECORD_FILES}
    return found | {f"{name}.schema.json": schema for name, schema in _phrase_schemas(labels).items()}


def schema_of(file: RecordFile, labels: Labels, picks: Picks = _NO_PICKS) -> Schema:
    """The schema of one kind of file: its record, with all records inside it below `$defs`."""
    definitions: dict[str, Schema] = {}
    root = _Definer(labels, definitions, picks).reference(file.record)
    return {"$schema": DIALECT, "title": labels(f"kind.{file.kind}"), **root, "$defs": definitions}


def describe(cls: type[Record], declared: Key, labels: Labels) -> str:
    """What a key is, in words: "ngày ký"; a record may call a key otherwise than others do."""
    return labels.get(f"field.{cls.__name__}.{declared.name}") or labels(f"field.{declared.name}")


def inside(reader: Reader[Any]) -> Shape:
    """The shape of a value: of the items of a list, of what a list of lists holds, else of the reader itself."""
    shape = shape_of(reader)
    return inside(shape.inside[0]) if shape.kind == "list" else shape


class _Definer:
    """Writes the definition of a record once, and refers to it wherever it is used."""

    def __init__(self, labels: Labels, definitions: dict[str, Schema], picks: Picks) -> None:
        self.labels, self.definitions, self.picks = labels, definitions, picks

    def reference(self, cls: type[Record]) -> Schema:
        name = cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name].update(self._definition(cls))
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, cls: type[Record]) -> Schema:
        keys = keys_of(cls).values()
        return {
            "properties": {declared.name: self._property(cls, declared) for declared in keys},
            **keys_told([(declared, describe(cls, declared, self.labels)) for declared in keys], self.labels),
        }

    def _property(self, cls: type[Record], declared: Key) -> Schema:
        shape = shape_of(declared.reader)
        schema = self.schema(shape)
        if declared.name in QUOTED_KEYS and shape.kind == "line":
            schema = quoted(schema, self.labels)
        if picked := self.picks.get(declared.refers_to):
            schema = _offering(schema, picked)
        if not declared.required:
            schema = _or_null(schema)
        return {"description": self._description(cls, declared), **schema, **self._examples(cls, declared)}

    def schema(self, shape: Shape) -> Schema:
        """What a value of a shape may be, and what is said where it is not."""
        schema = self._shape(shape)
        return schema if shape.kind in ("record", "either") else told(schema, shape, self.labels)

    def _shape(self, shape: Shape) -> Schema:
        writers: Mapping[str, Callable[[Shape], Schema]] = {
            "list": lambda s: {"type": ["array"], "items": self.schema(shape_of(s.inside[0]))},
            "record": lambda s: self.reference(s.record or Record),
            "either": self._either,
            "choice": self._choice,
            "integer": lambda s: {"type": ["integer", "string"], "pattern": "^[0-9]+$", **self._limits(s)},
            "points": lambda s: {"type": ["number", "string"], **_pattern(s), **self._limits(s)},
            "boolean": lambda _: {"enum": [True, False, "true", "false", "yes", "no", "có", "không"]},
            "date": lambda _: {"type": ["string"], "pattern": _DAY, "format": "date"},
            "partial_date": lambda s: {"type": ["string", "integer"], **_pattern(s)},
            "url": lambda s: {"type": ["string"], **_pattern(s)},
            "folder": lambda s: {"type": ["string"], **_pattern(s)},
            "id": lambda s: {"type": ["string", "number"], "pattern": f"^(?=.{{1,80}}$)(?:{bare_pattern(s)})$"},
            "line": lambda _: {"type": [*_TEXT], "pattern": r"\S"},
            "cell": lambda _: {"type": [*_TEXT]},
            "prose": lambda _: {"type": [*_TEXT]},
            "tokens": self._tokens,
        }
        return writers[shape.kind](shape)

    def _limits(self, shape: Shape) -> Schema:
        low, high = (0, 100) if shape.kind == "points" else (shape.low, shape.high)
        return within(low, high, self.labels(f"schema.wrong.{shape.kind}", low=low, high=high))

    def _tokens(self, shape: Shape) -> Schema:
        name = {**_pattern(shape), "errorMessage": self.labels("schema.wrong.tokens")}
        return {"type": ["object"], "propertyNames": name}

    def _either(self, shape: Shape) -> Schema:
        first, second = (self.schema(shape_of(reader)) for reader in shape.inside)
        return {"if": {"type": "object", "required": [shape.switch]}, "then": first, "else": second}

    def _choice(self, shape: Shape) -> Schema:
        assert shape.choices is not None
        words = [self.labels(f"choice.{shape.choices.__name__}.{choice.value}") for choice in shape.choices]
        return {"enum": [choice.value for choice in shape.choices], "enumDescriptions": words}

    def _description(self, cls: type[Record], declared: Key) -> str:
        words = describe(cls, declared, self.labels)
        form = self.labels.get(f"form.{inside(declared.reader).kind}")
        target = self.labels.get(f"refers.{declared.refers_to}")
        required = self.labels("form.required") if declared.required else ""
        return " ".join(filter(None, (f"{words[0].upper()}{words[1:]}.", form, target, required)))

    def _examples(self, cls: type[Record], declared: Key) -> Schema:
        example = example_of(cls, declared, self.labels)
        is_text = shape_of(declared.reader).kind in ("line", "cell", "id", "date", "partial_date", "url")
        return {"examples": [example]} if is_text and example not in ("", "…") else {}


def example_of(cls: type[Record], declared: Key, labels: Labels) -> str:
    """An example of a key's value as text, "" where the labels have none."""
    keys = (f"{cls.__name__}.{declared.name}", declared.name, inside(declared.reader).kind)
    return next((found for name in keys if (found := labels.get(f"example.{name}"))), "")


def _offering(schema: Schema, picked: PickList) -> Schema:
    """The schema of a reference, or of a list of them, that offers the records there are and refuses no other."""
    if "items" in schema:
        return {**schema, "items": _offering(schema["items"], picked)}
    ids, names = zip(*picked, strict=True)
    return {**schema, "anyOf": [{}, {"enum": list(ids), "enumDescriptions": list(names)}]}


def _or_null(schema: Schema) -> Schema:
    """The schema of a value that may also be left empty."""
    if "type" in schema:
        return {**schema, "type": [*schema["type"], "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "else" in schema:
        return {**schema, "else": _or_null(schema["else"])}
    return {"anyOf": [schema, {"type": "null"}]}


def _pattern(shape: Shape) -> Schema:
    return {"pattern": f"^(?:{bare_pattern(shape)})$"}


def bare_pattern(shape: Shape) -> str:
    r"""The pattern of a reader without its "\Z", for JSON Schema to frame; Python's `match` begins at the beginning."""
    return shape.pattern.removesuffix(chr(92) + "Z")


def _phrase_schemas(labels: Labels) -> dict[str, Schema]:
    """The two kinds of files of content/search, which hold phrases instead of keys."""
    item = {"type": [*_TEXT], "errorMessage": labels("schema.wrong.phrase")}
    meaning = {"type": [*_TEXT, "array"], "items": item, "errorMessage": labels("schema.wrong.phrase")}
    wrong = {"errorMessage": labels("schema.wrong.phrases")}
    phrases: Schema = {"type": ["object", "null"], "additionalProperties": meaning, **wrong}
    fillers: Schema = {"type": ["array", "null"], "items": item, **wrong}
    kinds = {kind.value: fillers if kind is PhraseKind.FILLERS else phrases for kind in PhraseKind}
    described = {kind: {"description": labels(f"choice.PhraseKind.{kind}"), **schema} for kind, schema in kinds.items()}
    return {
        "search-abbreviations": {"$schema": DIALECT, "title": labels("choice.PhraseKind.abbreviations"), **phrases},
        "search-phrases": {
            "$schema": DIALECT,
            "title": labels("kind.search"),
            "type": "object",
            "properties": described,
            "additionalProperties": False,
            "errorMessage": labels("schema.unknown-key", keys=", ".join(described)),
        },
    }
