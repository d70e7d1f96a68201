"""Writing records as YAML in house form: keys in order, codes quoted, cells of several lines as block scalars."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Value = str | int | None | bool | Sequence["Value"] | Mapping[str, "Value"]

# Text that any YAML reader takes for text: begins with a letter, has nothing that could be a mark of YAML.
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#\"\\]|:(?=\S)|(?<=\S)#)*", re.UNICODE)
# A document number such as 61/2018/NĐ-CP begins with digits and cannot be a number, a date or a time.
_DOCUMENT_NUMBER = re.compile(r"\d+/(?:\d{4}/)?[^\W\d_][\w&./-]*")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"}
_DATE_KEYS = {"signed", "year", "until", "effective", "issued", "published", "document_effective"}


def to_yaml(record: Mapping[str, Value]) -> str:
    """A record as a YAML document; keys stand in the order given."""
    return "\n".join(_mapping(record, "")) + "\n"


def entry_lines(key: str, value: Value, indent: str) -> list[str]:
    """The lines of one key with its value."""
    return _entry(f"{key}:", key, with_nulls(value), indent)


def item_lines(value: Value, indent: str) -> list[str]:
    """The lines of one item of a list."""
    return _item(with_nulls(value), indent)


def with_nulls(value: Any) -> Any:
    """Values read as text, with "null" as no value again."""
    if isinstance(value, Mapping):
        return {key: with_nulls(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_nulls(inner) for inner in value]
    return None if value == "null" else value


def scalar(text: str, *, key: str = "") -> str:
    """One line of text as a YAML scalar: plain where that is safe, else in double quotes."""
    if key in _DATE_KEYS and _DATE.fullmatch(text):
        return text
    is_mark = key in ("number", "code") and "/" not in text
    plain = not is_mark and (_PLAIN.fullmatch(text) or _DOCUMENT_NUMBER.fullmatch(text))
    if plain and text == text.strip() and text.casefold() not in _WORDS and not text.endswith(":") and ": " not in text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'


def _mapping(record: Mapping[str, Value], indent: str) -> list[str]:
    lines: list[str] = []
    for key, value in record.items():
        lines.extend(_entry(f"{key}:", key, value, indent))
    return lines


def _entry(head: str, key: str, value: Value, indent: str) -> list[str]:
    """The lines of one key or list item: the head, then its value beside or below it."""
    if value is None or isinstance(value, bool | int):
        word = "null" if value is None else str(value).lower()
        return [f"{indent}{head} {word}"]
    if isinstance(value, str):
        return _text(head, key, value, indent)
    if not value:
        return [f"{indent}{head} {'[]' if not isinstance(value, Mapping) else '{}'}"]
    if isinstance(value, Mapping):
        return [f"{indent}{head}", *_mapping(value, indent + "  ")]
    return [f"{indent}{head}", *(line for item in value for line in _item(item, indent + "  "))]


def _item(value: Value, indent: str) -> list[str]:
    if isinstance(value, Mapping) and value:
        first, *rest = _mapping(value, indent + "  ")
        return [f"{indent}- {first.lstrip()}", *rest]
    return _entry("-", "", value, indent)


def _text(head: str, key: str, text: str, indent: str) -> list[str]:
    if "\n" not in text:
        return [f"{indent}{head} {scalar(text, key=key)}"]
    guard = "2" if text[:1] in " \t" else ""
    return [f"{indent}{head} |{guard}", *(f"{indent}  {line}".rstrip() for line in text.rstrip("\n").split("\n"))]
