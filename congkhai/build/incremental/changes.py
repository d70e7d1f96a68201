"""What changed in a source since a build was taken down: its records as they are now, and which answers are others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from congkhai.build.incremental.dependencies import FOLDERS, OF_PROCEDURES, Answers
from congkhai.build.incremental.store import SourceFile, Store, StoredCard
from congkhai.build.incremental.stored_procedures import StoredCards, StoredProcedures
from congkhai.build.loader import CONTENT, FILES, TAKERS, load_part, states_below
from congkhai.build.preparation import Settings
from congkhai.checks import subject_of
from congkhai.checks.subject import Subject
from congkhai.foundation.problem import Problems, to_row
from congkhai.foundation.trace import ALL, KEYS, PLACED, LateMapping, Question, Trace
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import card_of
from congkhai.knowledge.procedures.card import to_row as card_row
from congkhai.records.model.plain_data import version_of
from congkhai.records.procedure import Procedure
from congkhai.records.site_config import SiteConfig

PROCEDURES = "procedures"


class UntraceableError(Exception):
    """A change that only a whole build can follow."""


class Changes:
    """The source as it is now, read as far as it must be; `questions` are those that have another answer than before.

    What is new of the source is put into the store, which the caller commits. Raises UntraceableError.
    """

    def __init__(self, settings: Settings, config: SiteConfig, store: Store) -> None:
        self._source, self._store = settings.source, store
        self._parts: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        self.trace = Trace()
        self._read: dict[str, Procedure] = {}
        self.questions: set[Question] = set()
        self._follow(self._changed_files())
        library = self._library()
        self.subject: Subject = subject_of(library, config, settings.today, self.trace)
        self.answers = Answers(library, self.subject.derived, store.sources.digests)
        self._compare()

    # The files

    def _changed_files(self) -> dict[str, str]:
        """The state of each file that is new or other than it was, "" for those that are gone, by path."""
        now, before = states_below(self._source / CONTENT), self._store.sources.states()
        if now is None:
            raise UntraceableError("links")
        changed = {path: state for path, state in now.items() if before.get(path) != state}
        changed |= dict.fromkeys(before.keys() - now.keys(), "")
        for path in changed:
            kind = path.partition("/")[0]
            if kind == FILES or kind not in TAKERS:
                raise UntraceableError(path)
        return changed

    def _follow(self, changed: Mapping[str, str]) -> None:
        self.codes: dict[str, bool] = {}
        self._new_codes, self._new_cards = False, False
        of_procedures = {path: state for path, state in changed.items() if path.startswith(f"{PROCEDURES}/")}
        for path in sorted(of_procedures, key=lambda path: changed[path] != ""):
            self._follow_procedure(path, changed[path])
        self.kinds = {path.partition("/")[0] for path in changed.keys() - of_procedures.keys()}
        for kind in self.kinds:
            self._follow_kind(kind, {path: state for path, state in changed.items() if path.partition("/")[0] == kind})

    def _follow_procedure(self, path: str, state: str) -> None:
        code = path.rpartition("/")[2].removesuffix(".yaml")
        if not path.endswith(".yaml"):
            raise UntraceableError(path)
        known = self._store.sources.card(code)
        if known and known.path != path:
            raise UntraceableError(path)
        problems, digests = Problems(), dict[str, bytes]()
        found = dict(load_part(self._source, path, problems, digests).get(PROCEDURES, {})) if state else {}
        procedure = found.pop(code, None)
        if found:
            raise UntraceableError(path)
        sources = self._store.sources
        if state:
            file = SourceFile(PROCEDURES, state, digests.get(path, b""), list(map(to_row, problems)))
            is_same = sources.digest(path) == file.digest
            sources.put_files({path: file})
            if is_same:
                return
        else:
            sources.drop_files([path])
        self.codes[code] = procedure is not None
        self._put_card(code, path, procedure, known)

    def _put_card(self, code: str, path: str, procedure: Procedure | None, known: StoredCard | None) -> None:
        if procedure is None:
            self._store.sources.drop_card(code)
            self._new_codes |= known is not None
        else:
            card = StoredCard(path, orjson.dumps(card_row(card_of(procedure))), version_of(procedure))
            self._store.sources.put_card(code, card)
            self._read[code] = procedure
            self._new_codes |= known is None
            if known and known.version != card.version:
                self.questions |= {("versions", code)}
            if known and known.row == card.row:
                return
        self._new_cards = True
        self.questions |= {("cards", code), ("versions", code)}

    def _follow_kind(self, kind: str, changed: Mapping[str, str]) -> None:
        """Read all of a kind again: its files are few, and the faults of one may be another's."""
        problems, digests = Problems(), dict[str, bytes]()
        self._parts[kind] = load_part(self._source, kind, problems, digests)
        sources = self._store.sources
        wrong: dict[str, list[Any]] = {}
        for problem in problems:
            wrong.setdefault(problem.place.path.removeprefix(f"{CONTENT}/"), []).append(to_row(problem))
        if not wrong.keys() <= digests.keys():
            raise UntraceableError(kind)
        sources.drop_files(path for path, state in changed.items() if not state)
        states = {path: state for path, state in sources.states().items() if path.partition("/")[0] == kind} | {
            path: state for path, state in changed.items() if state
        }
        sources.put_files(
            {
                path: SourceFile(kind, state, digests.get(path, b""), wrong.get(path, []))
                for path, state in states.items()
            }
        )

    # The records

    def _library(self) -> Library:
        """All records, each kind read when it is first looked at."""
        late = {
            name: LateMapping(lambda name=name: self._part(FOLDERS[name][0]).get(name, {}))  # type: ignore[misc]
            for name in Library.__struct_fields__
            if name not in OF_PROCEDURES
        }
        sources = self._store.sources
        self._procedures, self._cards = StoredProcedures(self._source, sources, self._read), StoredCards(sources)
        return Library(
            **late,
            procedures=self._procedures,
            cards=self._cards,
            versions=LateMapping(sources.versions),
        )

    def prepare(self) -> None:
        """Read now what forked processes may ask for: they must not ask the store."""
        self._procedures.prepare()
        self._cards.prepare()

    def _part(self, folder: str) -> Mapping[str, Mapping[str, Any]]:
        if folder not in self._parts:
            self._parts[folder] = load_part(self._source, folder, Problems())
        return self._parts[folder]

    # The answers

    def _compare(self) -> None:
        """Find the questions whose answers are others now, and put those."""
        self.questions |= {(PROCEDURES, code) for code in self.codes}
        if self.codes:
            self.questions |= {(PROCEDURES, ALL), ("versions", ALL)}
        if self._new_cards:
            self.questions.add(("cards", ALL))
        if self._new_codes:
            self.questions |= {(topic, KEYS) for topic in OF_PROCEDURES}
        self.questions |= {(topic + PLACED, key) for topic, key in self.questions}
        changed = self.kinds | ({PROCEDURES} if self._new_cards else set())
        topics = [
            topic for topic, folders in FOLDERS.items() if topic not in OF_PROCEDURES and changed.intersection(folders)
        ]
        asked = self._store.jobs.questions(name for topic in topics for name in (topic, topic + PLACED))
        for question, before in asked:
            now = self.answers(question)
            if now != before:
                self.questions.add(question)
                self._store.jobs.set_answer(question, now)
