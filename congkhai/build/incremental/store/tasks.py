"""Jobs: pieces of work with a name, what each read, and what it made."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any, ClassVar, NamedTuple

import orjson

from congkhai.foundation.trace import Question

Answerer = Callable[[Question], bytes]
Name = tuple[str, str]


class Job(NamedTuple):
    """A piece of work that was done: its family and key, what it read, and what it made (JSON)."""

    family: str
    key: str
    read: Set[Question]
    result: Any


class Recorder:
    """Puts the jobs of a first build one by one, and at the end the answers to all that they read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._numbers: dict[Question, int] = {}
        self._asking: list[array[int]] = []
        self._count = 0

    def __call__(self, job: Job) -> None:
        """Put a job."""
        self._count += 1
        read = array("I", (self._numbers.setdefault(question, len(self._numbers)) for question in job.read))
        self._asking.extend(array("I") for _ in range(len(self._numbers) - len(self._asking)))
        for number in read:
            self._asking[number].append(self._count)
        values = (self._count, *job[:2], read.tobytes(), orjson.dumps(job.result))
        self._db.execute("INSERT INTO jobs VALUES (?, ?, ?, ?, ?)", values)

    def finish(self, answer: Answerer) -> None:
        """Put the answers."""
        found = ((number, *one, answer(one), self._asking[number].tobytes()) for one, number in self._numbers.items())
        self._db.executemany("INSERT INTO questions VALUES (?, ?, ?, ?, ?)", found)


class Jobs:
    """The jobs of the last build, and the digests of the answers to all that they asked."""

    TABLES: ClassVar = (
        "jobs (id INTEGER PRIMARY KEY, family TEXT, key TEXT, read BLOB, result BLOB, UNIQUE (family, key))",
        "questions (id INTEGER PRIMARY KEY, topic TEXT, key TEXT, digest BLOB, jobs BLOB, UNIQUE (topic, key))",
    )

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def recorder(self) -> Recorder:
        """What takes the jobs of a first build."""
        return Recorder(self._db)

    def put(self, job: Job, answer: Answerer) -> None:
        """Put a job that was done anew in place of what it was."""
        row = self._db.execute("SELECT id, read FROM jobs WHERE family = ? AND key = ?", job[:2]).fetchone()
        before = set(_numbers(row[1])) if row else set()
        read = {self._number(question, answer) for question in job.read}
        values = (*job[:2], array("I", sorted(read)).tobytes(), orjson.dumps(job.result))
        replace = "REPLACE INTO jobs VALUES (?, ?, ?, ?, ?)"
        job_id = self._db.execute(replace, (row[0] if row else None, *values)).lastrowid
        for number in before ^ read:
            self._ask(number, job_id or 0, asks=number in read)

    def drop(self, name: Name) -> None:
        """Forget a job that is no longer there."""
        row = self._db.execute("SELECT id, read FROM jobs WHERE family = ? AND key = ?", name).fetchone()
        if row:
            for number in _numbers(row[1]):
                self._ask(number, row[0], asks=False)
            self._db.execute("DELETE FROM jobs WHERE id = ?", (row[0],))

    def result(self, name: Name) -> Any:
        """What a job made; None where there is no such job."""
        row = self._db.execute("SELECT result FROM jobs WHERE family = ? AND key = ?", name).fetchone()
        return orjson.loads(row[0]) if row else None

    def results(self, family: str) -> Iterator[Any]:
        """What the jobs of a family made, those left out that made nothing."""
        found = self._db.execute(
            "SELECT result FROM jobs WHERE family = ? AND result != ? ORDER BY key", (family, b"[]")
        )
        return (orjson.loads(row[0]) for row in found)

    def keys(self, family: str) -> set[str]:
        """The keys of all jobs of a family."""
        return {row[0] for row in self._db.execute("SELECT key FROM jobs WHERE family = ?", (family,))}

    def questions(self, topics: Iterable[str]) -> list[tuple[Question, bytes]]:
        """All questions of some topics with the digests of their answers."""
        select = "SELECT topic, key, digest FROM questions WHERE topic = ?"
        rows = (row for topic in topics for row in self._db.execute(select, (topic,)))
        return [((topic, key), digest) for topic, key, digest in rows]

    def set_answer(self, question: Question, digest: bytes) -> None:
        """Put the answer that a question has now."""
        self._db.execute("UPDATE questions SET digest = ? WHERE topic = ? AND key = ?", (digest, *question))

    def asking(self, questions: Iterable[Question]) -> set[Name]:
        """Every job that asked one of the questions."""
        numbers: set[int] = set()
        for question in questions:
            row = self._db.execute("SELECT jobs FROM questions WHERE topic = ? AND key = ?", question).fetchone()
            numbers.update(_numbers(row[0]) if row else ())
        select = "SELECT family, key FROM jobs WHERE id = ?"
        return {self._db.execute(select, (number,)).fetchone() for number in numbers}

    def _number(self, question: Question, answer: Answerer) -> int:
        row = self._db.execute("SELECT id FROM questions WHERE topic = ? AND key = ?", question).fetchone()
        if row:
            return int(row[0])
        insert = "INSERT INTO questions (topic, key, digest, jobs) VALUES (?, ?, ?, ?)"
        return self._db.execute(insert, (*question, answer(question), b"")).lastrowid or 0

    def _ask(self, number: int, job_id: int, *, asks: bool) -> None:
        """Note that a job asks a question, or no longer does; a question that no job asks is forgotten."""
        (blob,) = self._db.execute("SELECT jobs FROM questions WHERE id = ?", (number,)).fetchone()
        jobs = {*_numbers(blob), job_id} if asks else {*_numbers(blob)} - {job_id}
        if jobs:
            values = (array("I", sorted(jobs)).tobytes(), number)
            self._db.execute("UPDATE questions SET jobs = ? WHERE id = ?", values)
        else:
            self._db.execute("DELETE FROM questions WHERE id = ?", (number,))


def _numbers(blob: bytes) -> array[int]:
    found = array("I")
    found.frombytes(blob)
    return found
