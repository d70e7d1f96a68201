"""Fields of forms from the declarations of records: a widget for each shape, Vietnamese labels and hints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from congkhai.foundation.labels import Labels
from congkhai.records.model.record import Key, Record, Shape, keys_of, shape_of
from congkhai.site.json_schema import bare_pattern, describe, example_of, inside
from congkhai.site.pick_lists import PickList

Field = dict[str, Any]
# The key by which a form tells a task from a group; the script of the editor adds it and takes it away.
KIND = "_kind"
# Days of which a month or only a year may be known.
_PARTIAL_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_BIG = ("cell", "prose")
# How a collapsed item of a list is called: the first two of these keys it has.
_NAMES = ("code", "number", "title", "name", "task", "text", "actor", "case", "channel", "subject", "indicator")


class Forms:
    """Makes the fields of forms: `picks` are the records that a field of each kind of reference may name."""

    def __init__(self, labels: Labels, picks: Mapping[str, PickList], depth: int) -> None:
        self.labels, self.picks, self.depth = labels, picks, depth

    def of(self, cls: type[Record]) -> list[Field]:
        """The fields of a record, in the order of its keys; rows hold rows as many headings deep as asked for."""
        return self.fields(cls, self.depth)

    def fields(self, cls: type[Record], depth: int) -> list[Field]:
        """The fields of a record, in which rows hold rows `depth` headings deep."""
        found: list[Field] = []
        for declared in keys_of(cls).values():
            shape = shape_of(declared.reader)
            picked = self._picked(shape, self.picks.get(declared.refers_to, ()))
            field = {**self._words(cls, declared), **(picked or self._widget(shape, declared.name, depth))}
            found.append(field)
            if shape.switch == "absent":
                found.extend(self._absence(declared.name, field["label"]))
        return found

    def _words(self, cls: type[Record], declared: Key) -> Field:
        words = describe(cls, declared, self.labels)
        shape = inside(declared.reader)
        example = "" if shape.choices or shape.record else example_of(cls, declared, self.labels)
        hints = (
            self.labels.get(f"form.{shape.kind}"),
            self.labels.get(f"refers.{declared.refers_to}"),
            self.labels("editor.example", example=example) if example not in ("", "…") else "",
        )
        # A cell may stand blank as it was signed, even where a row can't do without it.
        required = declared.required and shape.kind not in _BIG
        found: Field = {"name": declared.name, "label": words[0].upper() + words[1:], "required": required}
        if hint := " ".join(filter(None, hints)):
            found["hint"] = hint
        return found

    def _picked(self, shape: Shape, choices: PickList) -> Field:
        """A list to choose from, where it is known and short enough to be one."""
        if not choices:
            return {}
        options = [{"value": value, "label": label} for value, label in choices]
        return {"widget": "select", "options": options, **({"multiple": True} if shape.kind == "list" else {})}

    def _widget(self, shape: Shape, name: str, depth: int) -> Field:
        """What a value of a shape is edited with."""
        if shape.switch == "absent":
            return self._widget(shape_of(shape.inside[1]), name, depth)
        if shape.kind == "list":
            return self._list(shape_of(shape.inside[0]), name, depth)
        if shape.record:
            return {"widget": "object", "collapsed": "auto", "fields": self.fields(shape.record, depth)}
        if shape.choices:
            return {"widget": "select", "options": self._options(shape)}
        if shape.kind == "boolean":
            truths = [{"value": value, "label": self.labels(f"editor.{value}")} for value in ("true", "false")]
            return {"widget": "select", "options": truths}
        if shape.kind in _BIG:
            return {"widget": "text"}
        if shape.kind == "date":
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "date_format": "DD/MM/YYYY"}
        return {"widget": "string", **self._pattern(shape)}

    def _list(self, item: Shape, name: str, depth: int) -> Field:
        if item.choices:
            return {"widget": "select", "multiple": True, "options": self._options(item)}
        label = self.labels("editor.item")
        found: Field = {"widget": "list", "label_singular": label}
        if item.switch == "items":
            return {**found, "collapsed": True, "typeKey": KIND, "types": self._rows(item, depth)}
        if item.record:
            fields = self.fields(item.record, depth)
            return {**found, "collapsed": True, "fields": fields, **_summary(fields)}
        inner = self._widget(item, name, depth)
        return {**found, "field": {"name": "value", "label": label, "required": False, **inner}}

    def _rows(self, item: Shape, depth: int) -> list[Field]:
        """The kinds of rows: tasks, and groups as long as rows may go deeper."""
        group, task = (shape_of(reader).record or Record for reader in item.inside)
        found = [self._row("task", self.fields(task, depth))]
        if depth:
            found.append(self._row("group", self.fields(group, depth - 1)))
        return found

    def _row(self, name: str, fields: list[Field]) -> Field:
        summary = "{{fields.number}} {{fields.title}}"
        label = self.labels(f"editor.{name}")
        return {"name": name, "label": label, "widget": "object", "summary": summary, "fields": fields}

    def _options(self, shape: Shape) -> list[Field]:
        assert shape.choices is not None
        kind = shape.choices.__name__
        return [{"value": one.value, "label": self.labels(f"choice.{kind}.{one.value}")} for one in shape.choices]

    def _pattern(self, shape: Shape) -> Field:
        """What a line must look like, where the shape says so; the check looks closer than a form can."""
        if shape.kind == "integer":
            pattern = rf"^\d{{1,{len(str(shape.high))}}}$"
        elif shape.kind == "partial_date":
            pattern = _PARTIAL_DATE
        elif shape.pattern:
            pattern = f"^(?:{bare_pattern(shape)})$"
        else:
            return {}
        return {"pattern": [pattern, self.labels(f"schema.wrong.{shape.kind}", low=shape.low, high=shape.high)]}

    def _absence(self, name: str, label: str) -> list[Field]:
        """A part that the law lists as "if any" may be said to be absent, and why."""
        truth = [{"value": "true", "label": self.labels("editor.true")}]
        words = self.labels("editor.absent", part=label)
        reason = self.labels("editor.absent-reason", part=label)
        return [
            {"name": f"{name}_absent", "label": words, "widget": "select", "required": False, "options": truth},
            {"name": f"{name}_reason", "label": reason, "widget": "text", "required": False},
        ]


def _summary(fields: list[Field]) -> Field:
    names = {field["name"] for field in fields}
    shown = [name for name in _NAMES if name in names][:2]
    return {"summary": " ".join(f"{{{{fields.{name}}}}}" for name in shown)} if shown else {}
