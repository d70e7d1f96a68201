"""Progress: what is said must be said of a task that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.foundation.text import near_misses
from congkhai.records.progress import Progress

_MOST = 5


def check_progress_tasks(subject: Subject, progress: Progress) -> Iterator[Problem]:
    """Every task that a progress record names stands in the plan."""
    plan = subject.library.plans.get(progress.plan)
    if plan is None:
        return
    known = [task.id for task in plan.tasks()]
    for entry in progress.entries:
        if entry.task and entry.task not in known:
            suggestions = near_misses(entry.task, known) or _beside(entry.task, known)
            yield problem(
                "unknown-task", entry.place_of("task"), suggestions=suggestions, plan=plan.id, task=entry.task
            )


def _beside(task: str, known: list[str]) -> tuple[str, ...]:
    """The rows without a number of their own that stand in the same list, for an id that counted rows ("I.#2")."""
    parent = task.rpartition("#")[0]
    return tuple(name for name in known if "#" in task and name.startswith(f"{parent}#"))[:_MOST]


def check_progress_titles(subject: Subject, progress: Progress) -> Iterator[Problem]:
    """Where a progress record states the words of its task, the task has them: numbers may have moved."""
    plan = subject.library.plans.get(progress.plan)
    words = {task.id: _bare(task.title) for task in plan.tasks()} if plan else {}
    for entry in progress.entries:
        title = _bare(entry.title)
        if title and entry.task in words and not words[entry.task].startswith(title):
            meant = tuple(name for name, found in words.items() if found.startswith(title))[:_MOST]
            place = entry.place_of("title")
            yield problem("progress-other-task", place, suggestions=meant, task=entry.task, title=entry.title)


def _bare(words: str) -> str:
    """Words as they are compared: case, marks of punctuation and line breaks do not count, accents do."""
    return " ".join(re.findall(r"\w+", words.casefold()))
