"""What becomes of a draft where a file stands already: written, merged with an editor's work, or refused."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

import yaml
from msgspec import Struct

from congkhai.editing.importers.again.merge import Change, Kind, Row, merge, values_of
from congkhai.editing.importers.again.splice import splice
from congkhai.editing.importers.house_yaml import to_yaml, with_nulls
from congkhai.foundation.labels import Labels
from congkhai.foundation.text import fold

_SAME_TITLE = 0.6  # how alike two titles without numbers are that may be those of one document
_LONGEST_NAME = 70  # letters of a row's name in a report


class Step(StrEnum):
    """What becomes of a draft."""

    WRITE = "write"
    SAME = "same"
    MERGED = "merged"  # what does not clash is taken over
    EDITED = "edited"  # the file stays as it is: nothing can be taken over by a program
    OTHER = "other"  # the file holds another document


class Comparison(Struct, frozen=True):
    """What to do with a draft: the text to write, the one to compare with next time, and what is to be told."""

    step: Step
    text: str
    base: str
    changes: tuple[Change, ...] = ()

    @property
    def clashes(self) -> tuple[Change, ...]:
        """The places a person must decide on."""
        return tuple(change for change in self.changes if change.kind is not Kind.TAKEN)


def compare(base: str | None, mine: str | None, theirs: str) -> Comparison:
    """Compare the last import (where it was kept), the file as it stands and a new import."""
    if mine is None or mine == theirs:
        return Comparison(Step.WRITE if mine is None else Step.SAME, theirs, theirs)
    new = values_of(theirs)
    try:
        old, own = values_of(base) if base else None, values_of(mine)
    except yaml.YAMLError:  # the file is in the middle of being edited
        return Comparison(Step.EDITED, mine, base or "")
    if own == new:
        return Comparison(Step.SAME, mine, theirs)
    if is_other(old or own, new):
        return Comparison(Step.OTHER, mine, base or "")
    if base == mine:
        return Comparison(Step.WRITE, theirs, theirs)
    if old is None:  # nobody can tell who changed what
        changes = tuple(_as_clash(change) for change in merge({}, own, new).changes)
        return Comparison(Step.EDITED, mine, "", changes)
    return _merged(old, own, new, mine, base or "")


def is_other(one: Any, other: Any) -> bool:
    """Whether two records are drafts of different documents: by number and year of signing, else by title or code."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return True
    for key in ("code", "number"):
        first, second = (_known(record, key) for record in (one, other))
        if first and second:
            years = {_known(record, "signed")[:4] for record in (one, other)} - {""}
            return _stem(first) != _stem(second) or (key == "number" and len(years) > 1)
    mine, theirs = (fold(_known(record, "title") or _known(record, "name")) for record in (one, other))
    return bool(mine and theirs) and difflib.SequenceMatcher(None, mine, theirs).ratio() < _SAME_TITLE


def change_lines(changes: Iterable[Change], labels: Labels) -> Iterator[str]:
    """What was taken over and what clashes, each place in the words of the document."""
    found = list(changes)
    taken = [change for change in found if change.kind is Kind.TAKEN]
    clashes = [change for change in found if change.kind is not Kind.TAKEN]
    if taken:
        yield labels("import.taken", count=len(taken))
        yield from (f"  {_where(change, labels)}: {_taken(change, labels)}" for change in taken)
    if clashes:
        yield labels("import.clashes", count=len(clashes))
    for change in clashes:
        yield f"  {_where(change, labels)}: {labels(f'import.clash.{change.kind.value}')}"
        for name in ("base", "mine", "theirs"):
            text = getattr(change, name).replace("\n", " / ") or labels("import.value.none")
            yield f"    {labels(f'import.value.{name}')}: {text}"


def _merged(old: Any, own: Any, new: Any, mine: str, base: str) -> Comparison:
    """The edited text with all that only the source changed, and the clashes."""
    merged = merge(old, own, new)
    text = splice(mine, merged.edits)
    if text is None:
        return Comparison(Step.EDITED, mine, base, tuple(_as_clash(change) for change in merged.changes))
    kept = to_yaml(with_nulls(merged.base))
    return Comparison(Step.MERGED if merged.changes else Step.SAME, text, kept, tuple(merged.changes))


def _as_clash(change: Change) -> Change:
    return Change(Kind.CLASH, change.rows, change.key, change.base, change.mine, change.theirs)


def _known(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) and value != "null" else ""


def _stem(number: str) -> str:
    return "".join(number.casefold().split())


def _where(change: Change, labels: Labels) -> str:
    """The rows a place stands in, and what of them: "mục I “Chỉ đạo”, mục 1 “Ban hành …”, thời gian thực hiện"."""
    key = labels.get(f"field.{change.key}", change.key)
    return ", ".join([*(_row(row, labels) for row in change.rows), key])


def _row(row: Row, labels: Labels) -> str:
    name = row.name.split("\n")[0]
    name = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rsplit(' ', 1)[0]} …"
    return labels("import.row" if row.number else "import.row.unnumbered", number=row.number, name=name)


def _taken(change: Change, labels: Labels) -> str:
    if not change.mine and change.theirs:
        return labels("import.taken.added", value=change.theirs.replace("\n", " / "))
    if not change.theirs and change.mine:
        return labels("import.taken.removed", value=change.mine.replace("\n", " / "))
    return labels("import.taken.changed", old=change.mine.replace("\n", " / "), new=change.theirs.replace("\n", " / "))
