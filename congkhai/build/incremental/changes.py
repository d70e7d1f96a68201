"""What has changed in a source since the build in its store: the records now, and the changed dependencies."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

import orjson

from congkhai.build.incremental.dependency_digests import FOLDERS, OF_CARDS, OF_PROCEDURES, DependencyDigests
from congkhai.build.incremental.lazy_procedures import LazyCards, LazyProcedures
from congkhai.build.incremental.store import SourceFile, Store, StoredCard
from congkhai.build.loader import CONTENT, FILES, digest_of_file, load_part, states_below
from congkhai.build.preparation import Settings
from congkhai.checks import subject_of
from congkhai.checks.subject import Subject
from congkhai.foundation.dependencies import ALL, KEYS, PLACED, Dependency, DependencyTracker, LazyMapping
from congkhai.foundation.problem import Problems, to_row
from congkhai.foundation.tracked_day import DAY
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard, card_of, from_row
from congkhai.knowledge.procedures.card import to_row as card_row
from congkhai.records.model.plain_data import version_of
from congkhai.records.procedure import Procedure
from congkhai.records.record_files import BY_FOLDER
from congkhai.records.site_config import SiteConfig

PROCEDURES = "procedures"


class FullBuildNeededError(Exception):
    """A change that an incremental build does not support; the argument names it."""


class SourceChanges:
    """The source as it is now; only changed files are read, others when a task needs them.

    `dependencies` are those whose digest has changed, `codes` the changed procedures (False: deleted), `kinds` the
    other folders of content/ with a changed file. The new state is saved in the store, which the caller commits.
    """

    def __init__(self, settings: Settings, config: SiteConfig, store: Store) -> None:
        """Compare source and store; raise FullBuildNeededError."""
        self._source, self._store, self._central = settings.source, store, config.central_records
        self._parts: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        self.tracker = DependencyTracker()
        self._read: dict[str, Procedure] = {}
        self.dependencies: set[Dependency] = set()
        self._read_files(self._changed_files())
        library = self._library()
        self.subject: Subject = subject_of(library, config, settings.today, self.tracker)
        self.digests = DependencyDigests(library, self.subject.derived, settings.today)
        self._is_new_day = store.meta("day") != settings.today.isoformat()
        store.set_meta("day", settings.today.isoformat())
        self._compare_digests()

    # Files

    def _changed_files(self) -> dict[str, str]:
        """Return the state of every new or changed file by its path, "" for deleted files."""
        now, before = states_below(self._source / CONTENT), self._store.sources.states()
        if now is None:
            raise FullBuildNeededError("links")
        changed = self._with_other_content({path: state for path, state in now.items() if before.get(path) != state})
        changed |= dict.fromkeys(before.keys() - now.keys(), "")
        for path in changed:
            kind = path.partition("/")[0]
            if kind == FILES or kind not in BY_FOLDER:
                raise FullBuildNeededError(path)
        return changed

    def _with_other_content(self, changed: Mapping[str, str]) -> dict[str, str]:
        """Return those of the files that say something else: a fresh checkout changes only the states."""
        if not changed:
            return {}
        known = self._store.sources.all_digests()
        same = {
            path: state
            for path, state in changed.items()
            if path in known and digest_of_file(self._source / CONTENT / path) == known[path] != b""
        }
        self._store.sources.save_states(same)
        return {path: state for path, state in changed.items() if path not in same}

    def _read_files(self, changed: Mapping[str, str]) -> None:
        self.codes: dict[str, bool] = {}
        self._has_other_codes, self._has_other_cards = False, False
        self._fields: set[str] = set()
        of_procedures = {path: state for path, state in changed.items() if path.startswith(f"{PROCEDURES}/")}
        for path in sorted(of_procedures, key=lambda path: changed[path] != ""):
            self._read_procedure(path, changed[path])
        self.kinds = {path.partition("/")[0] for path in changed.keys() - of_procedures.keys()}
        for kind in self.kinds:
            self._read_kind(kind, {path: state for path, state in changed.items() if path.partition("/")[0] == kind})

    def _read_procedure(self, path: str, state: str) -> None:
        code = path.rpartition("/")[2].removesuffix(".yaml")
        if not path.endswith(".yaml"):
            raise FullBuildNeededError(path)
        known = self._store.sources.card(code)
        if known and known.path != path:
            raise FullBuildNeededError(path)
        problems, digests = Problems(), dict[str, bytes]()
        found = dict(load_part(self._source, path, problems, digests).get(PROCEDURES, {})) if state else {}
        procedure = found.pop(code, None)
        if found:
            raise FullBuildNeededError(path)
        sources = self._store.sources
        if state:
            file = SourceFile(PROCEDURES, state, digests.get(path, b""), list(map(to_row, problems)))
            sources.save_files({path: file})
        else:
            sources.delete_files([path])
        self.codes[code] = procedure is not None
        self._save_card(code, path, procedure, known)

    def _save_card(self, code: str, path: str, procedure: Procedure | None, known: StoredCard | None) -> None:
        if procedure is None:
            self._store.sources.delete_card(code)
            self._has_other_codes |= known is not None
            self._fields |= set(ProcedureCard._fields)
        else:
            of_card = card_of(procedure)
            card = StoredCard(path, orjson.dumps(card_row(of_card)), version_of(procedure))
            self._store.sources.save_cards([(code, card)])
            self._read[code] = procedure
            self._has_other_codes |= known is None
            if known and known.version != card.version:
                self.dependencies |= {("versions", code)}
            if known and known.row == card.row:
                return
            self._fields |= _other_fields(from_row(orjson.loads(known.row)) if known else None, of_card)
        self._has_other_cards = True
        self.dependencies |= {("cards", code), ("versions", code)}

    def _read_kind(self, kind: str, changed: Mapping[str, str]) -> None:
        """Read all files of a kind: they are few, and a problem of one may lie in another (duplicate ids)."""
        problems, digests = Problems(), dict[str, bytes]()
        self._parts[kind] = load_part(self._source, kind, problems, digests, central=self._central)
        sources = self._store.sources
        found: dict[str, list[Any]] = {}
        for problem in problems:
            found.setdefault(problem.place.path.removeprefix(f"{CONTENT}/"), []).append(to_row(problem))
        if not found.keys() <= digests.keys():
            raise FullBuildNeededError(kind)
        sources.delete_files(path for path, state in changed.items() if not state)
        states = {path: state for path, state in sources.states().items() if path.partition("/")[0] == kind} | {
            path: state for path, state in changed.items() if state
        }
        sources.save_files(
            {
                path: SourceFile(kind, state, digests.get(path, b""), found.get(path, []))
                for path, state in states.items()
            }
        )

    # Records

    def _library(self) -> Library:
        """Return all records, each kind read when it is first used."""
        lazy = {
            name: LazyMapping(lambda name=name: self._part(FOLDERS[name][0]).get(name, {}))  # type: ignore[misc]
            for name in Library.__struct_fields__
            if name not in OF_PROCEDURES
        }
        sources = self._store.sources
        self._procedures, self._cards = LazyProcedures(self._source, sources, self._read), LazyCards(sources)
        return Library(
            **lazy,
            procedures=self._procedures,
            cards=self._cards,
            versions=LazyMapping(sources.versions),
        )

    def prepare_fork(self) -> None:
        """Read what forked processes need of the store: they can't use its connection."""
        self._procedures.read_paths()
        self._cards.read_all()

    def _part(self, folder: str) -> Mapping[str, Mapping[str, Any]]:
        if folder not in self._parts:
            self._parts[folder] = load_part(self._source, folder, Problems(), central=self._central)
        return self._parts[folder]

    # Dependencies

    def _compare_digests(self) -> None:
        """Find the dependencies whose digest has changed, and save their new digests."""
        self.dependencies |= {(PROCEDURES, code) for code in self.codes}
        if self.codes:
            self.dependencies |= {(PROCEDURES, ALL), ("versions", ALL)}
        if self._has_other_cards:
            self.dependencies.add(("cards", ALL))
        if self._has_other_codes:
            self.dependencies |= {(topic, KEYS) for topic in OF_PROCEDURES}
        self.dependencies |= {(topic + PLACED, key) for topic, key in self.dependencies}
        changed = (
            self.kinds | ({PROCEDURES} if self._has_other_cards else set()) | ({DAY} if self._is_new_day else set())
        )
        topics = [topic for topic, folders in FOLDERS.items() if self._may_differ(topic, changed.intersection(folders))]
        stored = self._store.tasks.dependencies(name for topic in topics for name in (topic, topic + PLACED))
        for dependency, before in stored:
            now = self.digests(dependency)
            if now != before:
                self.dependencies.add(dependency)
                self._store.tasks.set_digest(dependency, now)

    def _may_differ(self, topic: str, changed: Set[str]) -> bool:
        """Return whether a mapping may be another, of whose folders some have changed."""
        if topic in OF_PROCEDURES or not changed:
            return False
        of_cards = OF_CARDS.get(topic) if changed == {PROCEDURES} else None
        return of_cards is None or not self._fields.isdisjoint(of_cards)


def _other_fields(before: ProcedureCard | None, now: ProcedureCard) -> set[str]:
    """Return the names of the fields that say something else than before."""
    fields = ProcedureCard._fields
    return {field for field in fields if before is None or getattr(before, field) != getattr(now, field)}
