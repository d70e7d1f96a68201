"""What goes beside the draft of a plan: a registry and documents where there are none, else lines to put into them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from congkhai.editing.importers.blocks import Grid
from congkhai.editing.importers.house_yaml import Value, to_yaml
from congkhai.editing.importers.sources.read import read_source
from congkhai.editing.registry.documents import document_stubs
from congkhai.editing.registry.draft import additions, new_registry, with_names
from congkhai.editing.registry.names import UnknownName, unknown_names
from congkhai.editing.registry.territory import unit_of
from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problems
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import cell_reader
from congkhai.records.agency import Actor, read_registry
from congkhai.records.plan import Plan, read_plan
from congkhai.source.yaml_source import parse_yaml


class Beside(Struct, frozen=True):
    """New files by their paths below content/, what to tell the editor, and what files that are there still lack.

    Those are the names for the file `registry` and the stubs for the file `register`, by their paths in the source.
    """

    files: dict[str, str]
    lines: tuple[str, ...] = ()
    registry: str = ""
    names: tuple[UnknownName, ...] = ()
    register: str = ""
    stubs: tuple[dict[str, Value], ...] = ()


def beside(plan_text: str, document: Path, library: Library, labels: Labels) -> Beside:
    """Draft the registry and the documents that a drafted plan needs and `library` lacks."""
    node = parse_yaml(plan_text.encode("utf-8"), "", Problems())
    plan = read_plan(node, Problems()) if node is not None else None
    if plan is None or not plan.territory:
        return Beside({})
    return _Beside(plan, _paragraphs(document), library, labels).draft()


def _paragraphs(document: Path) -> tuple[str, ...]:
    """All paragraphs of a document, those of its tables included."""
    found: list[str] = []
    for block in read_source(document):
        if isinstance(block, Grid):
            found += (line for row in block.rows for cell in row for line in cell.own.split("\n"))
        else:
            found.append(block.text)
    return tuple(found)


class _Beside:
    def __init__(self, plan: Plan, paragraphs: Sequence[str], library: Library, labels: Labels) -> None:
        self.plan, self.paragraphs, self.library, self.labels = plan, paragraphs, library, labels
        self.area = plan.territory
        self.files: dict[str, str] = {}
        self.registry = ""
        self.names: tuple[UnknownName, ...] = ()
        self.register = ""
        self.stubs: tuple[dict[str, Value], ...] = ()

    def draft(self) -> Beside:
        lines = (*self._agencies(), *self._documents())
        return Beside(self.files, lines, self.registry, self.names, self.register, self.stubs)

    def _agencies(self) -> Iterator[str]:
        path = f"agencies/{self.area}.yaml"
        registry = self._new_registry() if self.area not in self.library.territories else ""
        if registry:
            self.library = _with_registry(self.library, registry)
        names = unknown_names(self.plan, cell_reader(self.library, self.area))
        if registry:
            self.files[path] = with_names(registry, names, self.area, self.labels)
            yield self.labels("import.registry-drafted", path=f"content/{path}")
            yield from self._told(names)
        elif names and self.area in self.library.territories:
            self.registry, self.names = self.library.territories[self.area].place.path, names
            yield self.labels("import.registry-additions", path=self.registry, count=len(names))
            yield from additions(names, self.area, self.labels)

    def _told(self, names: Sequence[UnknownName]) -> Iterator[str]:
        for entry in names:
            kind = self.labels(f"field.{entry.kind.value}")
            yield f"  {entry.count:>4}× {entry.name} ({kind})"

    def _new_registry(self) -> str:
        unit = unit_of(self.area, "\n".join(self.paragraphs))
        return new_registry(self.area, unit, self.library) if unit else ""

    def _documents(self) -> Iterator[str]:
        derived = Derived(self.library, datetime.date(self.plan.year or 2000, 12, 31))
        read = cell_reader(self.library, self.area)
        self.stubs = tuple(document_stubs(self.plan, self.paragraphs, self.library, derived, read, self.labels))
        stubs: list[Value] = list(self.stubs)
        if not stubs:
            return
        path = f"documents/{self.area}.yaml"
        if any(found.place.path == f"content/{path}" for found in self.library.documents.values()):
            self.register = f"content/{path}"
            yield self.labels("import.document-additions", path=f"content/{path}", count=len(stubs))
            yield from to_yaml({"documents": stubs}).splitlines()
            return
        self.files[path] = to_yaml({"documents": stubs})
        yield self.labels("import.documents-drafted", path=f"content/{path}", count=len(stubs))


def _with_registry(library: Library, text: str) -> Library:
    """The library with the actors of a drafted registry, so that cells can be tried on them."""
    node = parse_yaml(text.encode("utf-8"), "", Problems())
    registry = read_registry(node, Problems()) if node is not None else None
    if registry is None:
        return library
    drafted: tuple[Actor, ...] = (*registry.agencies, *registry.groups, *registry.collectives)
    actors = {actor.id: actor for actor in drafted}
    return replace(
        library,
        territories={**library.territories, registry.territory: registry},
        actors={**library.actors, **actors},
    )
