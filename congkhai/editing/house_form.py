"""The house form of YAML files: key order, quotes, block scalars, NFC; meaning and comments stay as they are."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import yaml as pyyaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver

from congkhai.foundation.problem import Problems
from congkhai.foundation.text import nfc
from congkhai.records.model.key_order import declared_keys, in_order, ranks
from congkhai.records.model.record import Record, Shape, shape_of
from congkhai.site.json_schema import QUOTED_KEYS
from congkhai.source.yaml_source import Mapping, Node, Scalar, parse_yaml

# What tools of YAML 1.1 or 1.2 take for a boolean, and codes ("1.001193"), which they take for decimal numbers.
_LOOKS_TYPED = re.compile(r"(?:yes|no|on|off|y|n|true|false)\Z|\d+\.\d+\Z", re.IGNORECASE)
_NULL = ("", "~", "null", "Null", "NULL")
_TEXTS = ("line", "cell", "prose", "id")


class CannotFormError(ValueError):
    """A text that can't be put in house form without losing something."""


def house_form(text: str, record: type[Record] | None) -> str:
    """A YAML text in house form; keys stand in the order that `record` declares them.

    Without a record (files of phrases) only NFC and line ends are set right. Raise CannotFormError where the result
    would not mean the same or would lose a comment: such a text must be mended by hand.
    """
    clean = nfc(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")).rstrip("\n") + "\n"
    if record is None:
        return clean
    try:
        formed = in_order(_emitted(clean, record), record)
    except (YAMLError, pyyaml.YAMLError, RecursionError) as error:
        raise CannotFormError from error
    if _meaning(formed) != _meaning(clean) or formed.count("#") != clean.count("#"):
        raise CannotFormError
    return formed


def page_form(text: str, record: type[Record] | None) -> str:
    """A Markdown page with its front matter in house form; the prose below it only in NFC, with LF line ends."""
    clean = house_form(text, None)
    front, mark, body = clean.removeprefix("---\n").partition("\n---\n")
    if not mark or not clean.startswith("---\n"):
        return clean
    return f"---\n{house_form(front, record)}---\n{body}"


class _TextResolver(VersionedResolver):
    """Takes every plain scalar for text, as our reader does: nothing becomes a number, a date or a boolean."""

    @property
    def versioned_resolver(self) -> Any:
        return {}


def _round_trip() -> YAML:
    yaml = YAML()
    yaml.Resolver = _TextResolver
    yaml.width = 100_000_000  # lines are never folded
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _emitted(text: str, record: type[Record]) -> str:
    """The text written anew from its nodes, which keep their comments."""
    node = _round_trip().compose(text)
    _form(node, Shape("record", record=record), "", in_flow=False)
    stream = io.StringIO()
    _round_trip().serialize(node, stream)
    return stream.getvalue()


def _form(node: Any, shape: Shape | None, key: str, *, in_flow: bool) -> None:
    """Set the styles of all values below a node, and the order of keys inside braces."""
    in_flow = in_flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, ScalarNode):
        node.style, node.value = _styled(node, shape, key, in_flow=in_flow)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            _form(item, shape_of(shape.inside[0]) if shape and shape.kind == "list" else shape, "", in_flow=in_flow)
    elif isinstance(node, MappingNode):
        names = [str(name.value) for name, _ in node.value]
        declared = declared_keys(shape, names)
        for name, value in node.value:
            known = declared.get(name.value)
            _form(value, shape_of(known.reader) if known else None, str(name.value), in_flow=in_flow)
        if in_flow and not any(part.comment for pair in node.value for part in pair):
            node.value = [node.value[at] for at in ranks(names, declared)]


def _styled(node: Any, shape: Shape | None, key: str, *, in_flow: bool) -> tuple[str | None, str]:
    """The style and the text of a scalar in house form."""
    text: str = node.value
    while shape and shape.kind == "either":
        shape = shape_of(shape.inside[1])
    is_text = shape is not None and shape.kind in _TEXTS
    if not node.style:
        if text in _NULL:
            return None, text if node.comment or text else "null"
        is_mark = is_text and key in QUOTED_KEYS and "/" not in text
        return ('"' if is_mark or (is_text and _LOOKS_TYPED.match(text)) else None), text
    if node.style in "'\"" and "\n" in text and not in_flow and _fits_block(text.split("\n")):
        return "|", text
    if node.style == "'" and not set(text) & set('"\\'):
        return '"', text
    return node.style, text


def _fits_block(lines: Sequence[str]) -> bool:
    """Whether a block scalar can hold lines as they are: nothing invisible, no white space at their ends.

    Blank lines at the end are no part of a block in house form, which its neighbours could not be told from.
    """
    clean = all(line == line.rstrip() and line.isprintable() for line in lines)
    return clean and lines[0][:1] not in ("", " ") and list(lines[-2:]) != ["", ""]


def _meaning(text: str) -> object:
    """What a text says to our reader; a text with a fault of syntax says nothing and is not formed."""
    problems = Problems()
    node = parse_yaml(text.encode("utf-8"), "", problems)
    if node is None or any(problem.code.startswith("yaml-") for problem in problems):
        raise CannotFormError
    return _plain(node)


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    return [_plain(item) for item in node.items]
