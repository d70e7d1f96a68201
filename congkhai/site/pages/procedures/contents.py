"""The parts of a procedure's page that are there, each with its anchor: a long page is a list of links first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized

from congkhai.foundation.labels import Labels

# A part's name in the labels, its anchor, the fields of the view any of which makes it, and whether it is counted.
_PARTS: tuple[tuple[str, str, tuple[str, ...], bool], ...] = (
    ("steps", "trinh-tu", ("steps",), False),
    ("dossier", "ho-so", ("dossier",), False),
    ("time", "thoi-gian", ("times", "calculator", "apply_by"), False),
    ("submission", "noi-nop", ("reception", "channels"), False),
    ("fees", "phi", ("fees",), False),
    ("forms", "mau", ("forms", "forms_absent"), True),
    ("result", "ket-qua", ("results", "results_absent"), False),
    ("conditions", "dieu-kien", ("conditions",), False),
    ("basis", "can-cu", ("basis",), True),
    ("history", "quyet-dinh", (), False),
    ("agencies", "co-quan", (), False),
)


# What is called otherwise where nobody brings or hands in anything.
_OF_PEOPLE = ("dossier", "submission")


def contents_of(
    labels: Labels, there: Mapping[str, object], *, internal: bool = False
) -> Iterator[tuple[str, str, str]]:
    """The parts of a page in their order: text, anchor, count ("" for none); `there` are the fields of its view."""
    for name, anchor, fields, is_counted in _PARTS:
        known = [there[field] for field in fields if there[field]]
        if known or not fields:
            count = len(known[0]) if is_counted and isinstance(known[0], Sized) and known[0] is there[fields[0]] else 0
            own = ".internal" if internal and name in _OF_PEOPLE else ""
            yield labels(f"procedure.{name}{own}"), f"#{anchor}", str(count or "")
