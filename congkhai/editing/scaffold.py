"""New records to fill in: required keys left open, all others there as comments with an example each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from congkhai.editing.importers.house_yaml import scalar
from congkhai.foundation.file_names import is_device
from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problems
from congkhai.records.model.record import Key, Record, Shape, keys_of, shape_of
from congkhai.records.model.record_file import RecordFile
from congkhai.records.plan import Item, Section, Task, TaskGroup, read_plan
from congkhai.records.prose import ProsePage
from congkhai.records.record_files import RECORD_FILES
from congkhai.records.sector import SectorFile
from congkhai.records.site_config import SiteConfig
from congkhai.site.json_schema import describe, example_of, inside
from congkhai.source.yaml_source import parse_yaml
from congkhai.vietnamese.quantity import read_code

# Kinds that `new` makes: all but those of which a source has one file.
KINDS: dict[str, RecordFile] = {file.kind: file for file in RECORD_FILES if file.record not in (SectorFile, SiteConfig)}
# An id as `fields.identifier` takes it, without dots: lower-case letters and digits in groups joined by hyphens.
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DEEPEST = 8
# The cells of a row: a new one has those that the row above it has.
CELLS = ("lead", "coordination", "time", "deliverable", "remark")


class NewRecord(Struct, frozen=True):
    """Where a new record goes, relative to the source, and what stands in it."""

    path: str
    text: str


def new_record(kind: str, record_id: str, labels: Labels) -> NewRecord | None:
    """A record to fill in; None where `record_id` can't be its id (a procedure's is "sector/code")."""
    file = KINDS[kind]
    sector, _, name = record_id.rpartition("/")
    if kind == "procedure":
        if not _ID.match(sector) or is_device(sector) or read_code(name).problems:
            return None
        path = file.pattern.replace("**/*", record_id)
        given = {"code": name, "sector": sector}
    else:
        if not _ID.match(record_id) or len(record_id) > 80 or is_device(record_id):
            return None
        path = str(file.path(record_id))
        given = {file.id_key: record_id}
    return NewRecord(path, _document(file, given, labels))


def with_new_task(text: str, position: str, labels: Labels) -> str | None:
    """A plan's text with a row to fill in at the end of the section or group at `position` ("II", "II.3").

    The row goes on counting, and has the cells that the row above it has. None where there is no such heading, or none
    with rows in lines of their own.
    """
    node = parse_yaml(text.encode("utf-8"), "", Problems())
    plan = read_plan(node, Problems()) if node else None
    heading = next((one for one in _headings(plan.sections if plan else ()) if one.id == position), None)
    lines = text.split("\n")
    if heading is None or not heading.items or "-" not in lines[heading.items[-1].place.line - 1]:
        return None
    last = heading.items[-1]
    indent = " " * lines[last.place.line - 1].index("-")
    end = last.place.line
    while end < len(lines) and (lines[end].startswith(f"{indent} ") or not lines[end].strip()):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return "\n".join([*lines[:end], *(f"{indent}{line}" for line in _row(last, labels)), *lines[end:]])


def _headings(items: Iterable[Section | Item]) -> Iterator[Section | TaskGroup]:
    for item in items:
        if not isinstance(item, Task):
            yield item
            yield from _headings(item.items)


def _row(above: Item, labels: Labels) -> Iterator[str]:
    number = str(int(above.number) + 1) if above.number.isdecimal() else ""
    yield f'- number: "{number}"' if number else "- number: null"
    writer = _Writer(labels)
    for declared in keys_of(Task).values():
        is_cell = declared.name in CELLS and (isinstance(above, TaskGroup) or getattr(above, declared.name) is not None)
        if declared.required or is_cell:
            blank = "" if declared.required else ' ""'
            yield f"  {declared.name}:{blank}  # {writer.words(Task, declared)}"


def _document(file: RecordFile, given: Mapping[str, str], labels: Labels) -> str:
    head = "# " + labels("new.head", kind=labels(f"kind.{file.kind}"))
    lines = [head, *_Writer(labels).keys(file.record, given, depth=0)]
    if file.record is ProsePage:
        lines = ["---", *lines, "---", ""]
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes the keys of records as lines, each with its name in words."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    def keys(self, cls: type[Record], given: Mapping[str, str], depth: int) -> Iterator[str]:
        """All keys of a record: given ones filled in, required ones open, the rest as comments.

        The first key of an item is open too, for it bears the hyphen.
        """
        for rank, declared in enumerate(keys_of(cls).values()):
            if declared.name in given:
                yield f"{declared.name}: {scalar(given[declared.name], key=declared.name)}"
            elif declared.required or (depth and not rank):
                yield from self._open(cls, declared, depth)
            else:
                yield from (f"# {line}" for line in self._example(cls, declared, depth))

    def _open(self, cls: type[Record], declared: Key, depth: int) -> Iterator[str]:
        """A required key to fill in; a list of records with its first item laid out."""
        yield f"{declared.name}:  # {self.words(cls, declared)}"
        shape = shape_of(declared.reader)
        if shape.kind == "list" and (record := _record_in(shape)) and depth < _DEEPEST:
            yield from _as_item(self.keys(record, {}, depth + 1))
        elif shape.kind == "record" and shape.record:
            yield from (f"  {line}" for line in self.keys(shape.record, {}, depth + 1))

    def _example(self, cls: type[Record], declared: Key, depth: int) -> Iterator[str]:
        """A key with an example of its value, in full, to be set in comments as a whole."""
        shape, head = shape_of(declared.reader), f"{declared.name}:"
        if shape.kind == "either":
            shape = shape_of(shape.inside[1])
        words = f"  # {self.words(cls, declared)}"
        record = _record_in(shape)
        if shape.kind == "prose":
            yield from (f"{head} |{words}", "  …")
            return
        if record is None:
            value = self._value(cls, declared)
            yield f"{head} [{value}]{words}" if shape.kind == "list" else f"{head} {value}{words}"
            return
        yield head + words
        lines = [line for key in keys_of(record).values() for line in self._example(record, key, depth + 1)]
        yield from _as_item(iter(lines)) if shape.kind == "list" else (f"  {line}" for line in lines)

    def _value(self, cls: type[Record], declared: Key) -> str:
        shape = inside(declared.reader)
        shape = shape_of(shape.inside[1]) if shape.kind == "either" else shape
        shape = inside(shape.inside[0]) if shape.kind == "list" else shape
        if shape.choices:
            return scalar(next(iter(shape.choices)).value)
        example = example_of(cls, declared, self.labels) or self.labels(f"example.{shape.kind}")
        bare = shape.kind in ("date", "partial_date", "integer", "boolean", "tokens")
        return example if bare else scalar(example, key=declared.name)

    def words(self, cls: type[Record], declared: Key) -> str:
        """What a key is, whether it must be there, and which values it may have."""
        words = describe(cls, declared, self.labels)
        if declared.required:
            words = f"{words} ({self.labels('new.required')})"
        choices = inside(declared.reader).choices
        if choices is None:
            return words
        values = (f"{choice.value} ({self.labels(f'choice.{choices.__name__}.{choice.value}')})" for choice in choices)
        return f"{words}: {', '.join(values)}"


def _record_in(shape: Shape) -> type[Record] | None:
    """The record that a shape holds, as itself or as the items of a list; of two kinds of rows the simpler one."""
    while shape.kind in ("list", "either"):
        shape = shape_of(shape.inside[-1])
    return shape.record


def _as_item(lines: Iterator[str]) -> Iterator[str]:
    """Lines as the first item of a list."""
    yield f"  - {next(lines)}"
    yield from (f"    {line}" for line in lines)
