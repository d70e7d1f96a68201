"""In which order build tasks run: what reads the same procedure stands together, so that it is read once for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import orjson

from congkhai.site.indexing import OF_PROCEDURES
from congkhai.site.pages.page import PageTask
from congkhai.site.rendering import ExtractTask

Task = PageTask | ExtractTask
PAGES, SHEETS = "procedures", "posting"
# Tasks that a process runs before it returns their results; enough to make the transfer cheap.
_BATCH = 40


def batches(tasks: Sequence[Task]) -> Iterator[tuple[Task, ...]]:
    """Cut the tasks into batches that one process runs: the procedures of each page of sheets, then all others."""
    of_code: dict[str, list[Task]] = {}
    others: list[Task] = []
    for task in tasks:
        if code := _code_of(task):
            of_code.setdefault(code, []).append(task)
        else:
            others.append(task)
    sheets = [(codes, task) for task in others if (codes := _codes_on(task))]
    for codes, task in sheets:
        yield (*(one for code in codes for one in of_code.pop(code, ())), task)
    of_sheets = {id(task) for _, task in sheets}
    rest = (task for found in (*of_code.values(), others) for task in found if id(task) not in of_sheets)
    yield from _cut(rest)


def _code_of(task: Task) -> str:
    """The code of the procedure whose card or page a task makes, "" for other tasks."""
    if task.family == OF_PROCEDURES:
        return task.key.partition(":")[2]
    return task.key if task.family == PAGES else ""


def _codes_on(task: Task) -> list[str]:
    """The codes of the procedures whose sheets stand on the page that a task makes."""
    if task.family != SHEETS or not task.key.startswith('["sheets"'):
        return []
    codes: list[str] = orjson.loads(task.key)[-1]
    return codes


def _cut(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    batch: list[Task] = []
    for task in tasks:
        batch.append(task)
        if len(batch) == _BATCH:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)
