"""Takes down a whole build, or a whole check, so that the next one need do only what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

import orjson

from congkhai.build.incremental.dependencies import Answers
from congkhai.build.incremental.store import Job, SourceFile, Store, StoredCard
from congkhai.build.loader import CONTENT, states_below
from congkhai.build.output import sum_of
from congkhai.build.preparation import FRAME, Checked
from congkhai.checks.links import Looked
from congkhai.foundation.digest import digest_of
from congkhai.foundation.problem import Problem, to_row
from congkhai.foundation.trace import ALL, Question
from congkhai.knowledge.procedures.card import to_row as card_row
from congkhai.site.indexing import OF_OTHERS, OF_PROCEDURES
from congkhai.site.pages import is_apart
from congkhai.site.rendering import Made, Work

# Families of jobs beside those of checks and of cards for search.
PAGES, LIST, EXPORT, LINKS, RESOLVED = "pages:", "list", "export", "links", "resolved"


class Recording:
    """What one whole piece of work leaves in an empty store."""

    def __init__(self, store: Store, source: Path) -> None:
        # Looked at before anything is read: what changes meanwhile is seen to have changed by the next build.
        self._states = states_below(source / CONTENT)
        self._store = store
        self._record = store.jobs.recorder()
        self._units: dict[str, tuple[set[Question], list[str]]] = {}
        self._cards: tuple[set[Question], dict[str, str]] = (set(), {})
        self.digests: dict[str, bytes] = {}
        self.pieces = store.pieces
        self.is_whole = False

    def heard(self, family: str, key: str, read: Set[Question], found: Sequence[Problem], /) -> None:
        """A check was made."""
        self._record(Job(family, key, read, list(map(to_row, found))))

    def made(self, made: Made) -> None:
        """A page, a card or an export was made."""
        if made.family == OF_PROCEDURES:
            self._record(Job(OF_PROCEDURES, made.key, made.read, card_digest(made)))
        elif made.family == OF_OTHERS:
            self._cards[0].update(made.read)
            self._cards[1][made.key] = card_digest(made)
        elif made.family == EXPORT:
            self._record(Job(EXPORT, made.key, made.read, paths_of(made)))
        elif is_apart(made.family):
            self._record(Job(PAGES + made.family, made.key, made.read, paths_of(made)))
        else:
            read, paths = self._units.setdefault(made.family, (set(), []))
            read.update(made.read)
            paths += paths_of(made)

    def listed(self, work: Work) -> None:
        """All pages are known, and what stands around each."""
        self._record(Job(FRAME, "", work.listed[FRAME], work.renderer.frame.as_row()))
        self._store.set_meta("assets", work.renderer.assets.names)
        for name, read in work.listed.items():
            if name == OF_OTHERS:
                self._cards[0].update(read)
            elif name == OF_PROCEDURES or is_apart(name):
                self._record(Job(LIST, name, read, None))
            elif name != FRAME:
                self._units.setdefault(name, (set(), []))[0].update(read)

    def linked(self, page: str, looked: Looked) -> None:
        """The links of a page were looked at."""
        self._store.links.put(page, looked.codes)
        if looked.faults:
            self._record(Job(LINKS, page, frozenset(), list(map(to_row, looked.faults))))

    def finish(self, checked: Checked) -> None:
        """Put the rest; `is_whole` stays False where a source has links or faults that belong to no file."""
        library, rows = checked.subject.library, self._file_rows(checked)
        if rows is None:
            return
        procedures = (path for path, file in rows.items() if file.kind == "procedures")
        paths = {path.rpartition("/")[2].removesuffix(".yaml"): path for path in procedures}
        if paths.keys() != set(library.cards):
            return
        self._store.sources.put_files(rows)
        for code, card in library.cards.items():
            row = orjson.dumps(card_row(card))
            self._store.sources.put_card(code, StoredCard(paths[code], row, library.versions[code]))
        for name, (read, made) in self._units.items():
            self._record(Job(PAGES + name, "", read, made))
        self._record(Job(OF_OTHERS, "", *self._cards))
        self._record(Job(RESOLVED, "", {("rows", ALL)}, list(checked.resolved)))
        self._record.finish(Answers(library, checked.subject.derived, self._store.sources.digests))
        self.is_whole = True

    def keep_site(self, files: Iterable[tuple[str, int, bytes]], pages: int) -> None:
        """Put the files of the site (path, size in bytes, digest), and keep all of it."""
        listed = list(files)
        self._store.outputs.put(listed)
        self._store.set_meta("total", f"{sum_of({path: digest for path, _, digest in listed}):032x}")
        self._store.set_meta("pages", pages)
        self._store.commit()

    def _file_rows(self, checked: Checked) -> Mapping[str, SourceFile] | None:
        """What is known of each file of the content; None where not all of it can be told of a file there."""
        if self._states is None:
            return None
        wrong: dict[str, list[Any]] = {}
        of_settings = [problem for problem in checked.of_files if problem.place.path == "site.yaml"]
        self._store.set_meta("of_settings", list(map(to_row, of_settings)))
        for problem in set(checked.of_files) - set(of_settings):
            wrong.setdefault(problem.place.path.removeprefix(f"{CONTENT}/"), []).append(to_row(problem))
        if not wrong.keys() <= self._states.keys():
            return None
        return {
            path: SourceFile(path.partition("/")[0], state, self.digests.get(path, b""), wrong.get(path, []))
            for path, state in self._states.items()
        }


def paths_of(made: Made) -> list[str]:
    """Where the files of a piece of work lie."""
    return [file.path for file in made.files]


def card_digest(made: Made) -> str:
    """A digest of what an export needs of a record."""
    return digest_of(made.extract).hex()
