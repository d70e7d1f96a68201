"""Verifying traces: for each build task its dependencies and its result, for each dependency its digest."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any, ClassVar, NamedTuple

import orjson

from congkhai.foundation.dependencies import Dependency

# Returns the digest of what a dependency is now.
DigestOf = Callable[[Dependency], bytes]
# Family and key of a build task.
TaskName = tuple[str, str]


# Rows that are written with one statement.
_ROWS = 500


class BuildTask(NamedTuple):
    """A build task that was run: its family and key, its dependencies, and its result (JSON data)."""

    family: str
    key: str
    dependencies: Set[Dependency]
    result: Any


class TraceWriter:
    """Writes the traces of a full build: task by task, and all digests at the end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._ids: dict[Dependency, int] = {}
        self._dependents: list[array[int]] = []
        self._count = 0
        self._rows: list[tuple[Any, ...]] = []

    def write(self, task: BuildTask) -> None:
        """Write a task; each may be written once."""
        self._count += 1
        ids = array("I", (self._ids.setdefault(one, len(self._ids)) for one in task.dependencies))
        self._dependents.extend(array("I") for _ in range(len(self._ids) - len(self._dependents)))
        for dependency_id in ids:
            self._dependents[dependency_id].append(self._count)
        self._rows.append((self._count, *task[:2], ids.tobytes(), orjson.dumps(task.result)))
        if len(self._rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        self._db.executemany("INSERT INTO tasks VALUES (?, ?, ?, ?, ?)", self._rows)
        self._rows.clear()

    def finish(self, digest_of: DigestOf) -> None:
        """Write the digest of every dependency."""
        self._flush()
        rows = ((number, *one, digest_of(one), self._dependents[number].tobytes()) for one, number in self._ids.items())
        self._db.executemany("INSERT INTO dependencies VALUES (?, ?, ?, ?, ?)", rows)


class BuildTasks:
    """The build tasks of the last build by family and key, and the digests of their dependencies."""

    TABLES: ClassVar = (
        "tasks (id INTEGER PRIMARY KEY, family TEXT, key TEXT, dependencies BLOB, result BLOB, UNIQUE (family, key))",
        "dependencies (id INTEGER PRIMARY KEY, topic TEXT, key TEXT, digest BLOB, dependents BLOB,"
        " UNIQUE (topic, key))",
    )

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._ids: dict[Dependency, int] = {}
        # By dependency the tasks that begin or cease to depend on it: thousands may, and it is written once for all.
        self._pending: dict[int, dict[int, bool]] = {}

    def writer(self) -> TraceWriter:
        """Return the writer for a full build, which must be into an empty store."""
        return TraceWriter(self._db)

    def save(self, task: BuildTask, digest_of: DigestOf) -> None:
        """Save a task that was run again; `digest_of` is called for dependencies that no task had before."""
        row = self._db.execute("SELECT id, dependencies FROM tasks WHERE family = ? AND key = ?", task[:2]).fetchone()
        before = set(_ids(row[1])) if row else set()
        now = {self._dependency_id(one, digest_of) for one in task.dependencies}
        values = (*task[:2], array("I", sorted(now)).tobytes(), orjson.dumps(task.result))
        replace = "REPLACE INTO tasks VALUES (?, ?, ?, ?, ?)"
        task_id = self._db.execute(replace, (row[0] if row else None, *values)).lastrowid
        for dependency_id in before ^ now:
            self._pending.setdefault(dependency_id, {})[task_id or 0] = dependency_id in now

    def set_result(self, name: TaskName, result: Any) -> None:
        """Set the result of a task, which keeps its dependencies."""
        self._db.execute("UPDATE tasks SET result = ? WHERE family = ? AND key = ?", (orjson.dumps(result), *name))

    def delete(self, name: TaskName) -> None:
        """Delete a task, if there is one of this name."""
        row = self._db.execute("SELECT id, dependencies FROM tasks WHERE family = ? AND key = ?", name).fetchone()
        if row:
            for dependency_id in _ids(row[1]):
                self._pending.setdefault(dependency_id, {})[row[0]] = False
            self._db.execute("DELETE FROM tasks WHERE id = ?", (row[0],))

    def result(self, name: TaskName) -> Any:
        """Return the result of a task, None where there is no such task."""
        row = self._db.execute("SELECT result FROM tasks WHERE family = ? AND key = ?", name).fetchone()
        return orjson.loads(row[0]) if row else None

    def results(self, family: str) -> Iterator[Any]:
        """Yield the results of a family in the order of the keys, except empty lists."""
        found = self._db.execute(
            "SELECT result FROM tasks WHERE family = ? AND result != ? ORDER BY key", (family, b"[]")
        )
        return (orjson.loads(row[0]) for row in found)

    def keys(self, family: str) -> set[str]:
        """Return the keys of all tasks of a family."""
        return {row[0] for row in self._db.execute("SELECT key FROM tasks WHERE family = ?", (family,))}

    def dependencies(self, topics: Iterable[str]) -> list[tuple[Dependency, bytes]]:
        """Return all dependencies on some mappings with their digests."""
        select = "SELECT topic, key, digest FROM dependencies WHERE topic = ?"
        rows = (row for topic in topics for row in self._db.execute(select, (topic,)))
        return [((topic, key), digest) for topic, key, digest in rows]

    def set_digest(self, dependency: Dependency, digest: bytes) -> None:
        """Set the digest of a dependency."""
        self._db.execute("UPDATE dependencies SET digest = ? WHERE topic = ? AND key = ?", (digest, *dependency))

    def dependents(self, dependencies: Iterable[Dependency]) -> set[TaskName]:
        """Return every task that has one of the dependencies."""
        self.flush()
        ids: set[int] = set()
        for one in dependencies:
            row = self._db.execute("SELECT dependents FROM dependencies WHERE topic = ? AND key = ?", one).fetchone()
            ids.update(_ids(row[0]) if row else ())
        select = "SELECT family, key FROM tasks WHERE id = ?"
        return {self._db.execute(select, (task_id,)).fetchone() for task_id in ids}

    def flush(self) -> None:
        """Write which tasks depend on what; until then only `dependents` knows of the tasks saved or deleted."""
        for dependency_id, changed in self._pending.items():
            select = "SELECT dependents FROM dependencies WHERE id = ?"
            ids = set(_ids(self._db.execute(select, (dependency_id,)).fetchone()[0]))
            for task_id, depends in changed.items():
                (ids.add if depends else ids.discard)(task_id)
            if ids:
                values = (array("I", sorted(ids)).tobytes(), dependency_id)
                self._db.execute("UPDATE dependencies SET dependents = ? WHERE id = ?", values)
            else:
                self._db.execute("DELETE FROM dependencies WHERE id = ?", (dependency_id,))
        self._pending.clear()
        self._ids.clear()

    def _dependency_id(self, dependency: Dependency, digest_of: DigestOf) -> int:
        if dependency not in self._ids:
            self._ids[dependency] = self._known_id(dependency) or self._new_id(dependency, digest_of(dependency))
        return self._ids[dependency]

    def _known_id(self, dependency: Dependency) -> int | None:
        row = self._db.execute("SELECT id FROM dependencies WHERE topic = ? AND key = ?", dependency).fetchone()
        return row[0] if row else None

    def _new_id(self, dependency: Dependency, digest: bytes) -> int:
        insert = "INSERT INTO dependencies (topic, key, digest, dependents) VALUES (?, ?, ?, ?)"
        return self._db.execute(insert, (*dependency, digest, b"")).lastrowid or 0


def _ids(blob: bytes) -> array[int]:
    found = array("I")
    found.frombytes(blob)
    return found
