"""The parts of a procedure's page that are there, each with its anchor: a long page is a list of links first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from congkhai.foundation.labels import Labels

if TYPE_CHECKING:
    from congkhai.site.pages.procedures.procedure import ProcedureView

Part = tuple[str, str, str]  # text, anchor, count ("" for none)


def contents_of(labels: Labels, view: ProcedureView) -> tuple[Part, ...]:
    """The parts of a page in their order; none where the contents are folded because they are over."""
    if view.ended and view.ended.past:
        return ()
    return tuple(_parts(labels, view))


def _parts(labels: Labels, view: ProcedureView) -> Iterator[Part]:
    there = (
        ("steps", "trinh-tu", view.steps.before or view.steps.path, ""),
        ("dossier", "ho-so", view.dossier.lists, ""),
        ("time", "thoi-gian", view.times or view.calculator or view.apply_by, ""),
        ("submission", "noi-nop", view.reception or view.channels, ""),
        ("fees", "phi", view.fees or view.fees_absent, ""),
        ("forms", "mau", view.forms or view.forms_absent, _count(view.forms)),
        ("result", "ket-qua", view.results or view.results_absent, ""),
        ("conditions", "dieu-kien", view.conditions.html or view.conditions.absent, ""),
        ("basis", "can-cu", view.basis, _count(view.basis)),
        ("history", "quyet-dinh", True, ""),
        ("agencies", "co-quan", True, ""),
    )
    for name, anchor, is_there, count in there:
        if is_there:
            yield labels(f"procedure.{name}"), f"#{anchor}", count


def _count(items: tuple[object, ...]) -> str:
    return str(len(items)) if items else ""
