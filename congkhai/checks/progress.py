"""Progress: what is said must be said of a task that exists."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.foundation.text import near_misses
from congkhai.records.progress import Progress


def check_progress_tasks(subject: Subject, progress: Progress) -> Iterator[Problem]:
    """Every task that a progress record names stands in the plan."""
    plan = subject.library.plans.get(progress.plan)
    if plan is None:
        return
    known = [task.id for task in plan.tasks()]
    for entry in progress.entries:
        if entry.task and entry.task not in known:
            suggestions = near_misses(entry.task, known)
            yield problem(
                "unknown-task", entry.place_of("task"), suggestions=suggestions, plan=plan.id, task=entry.task
            )
