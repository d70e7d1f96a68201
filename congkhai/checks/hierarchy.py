"""Plans below others: what their tasks say they carry out is there, and they are due in time for it."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.plans.hierarchy import later_than, stated_key
from congkhai.records.plan import Plan


def check_carried_tasks(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A task carries out tasks that a plan has which its own plan carries out."""
    if not any(task.carries_out for task in plan.tasks()):
        return
    parents = subject.derived.carrying(plan.id)[0]
    known = {row.key for parent in parents for row in subject.derived.assignments.of_plan(parent)}
    for task in plan.tasks():
        for index, stated in enumerate(task.carries_out):
            if stated_key(stated, parents) not in known:
                yield problem("carried-unknown-task", task.place_of(f"carries_out/{index}"), task=stated)


def check_carried_in_time(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A task is due no later than the task that it carries out."""
    if not any(task.carries_out for task in plan.tasks()):
        return
    times = subject.derived.times
    for row in subject.derived.assignments.of_plan(plan.id):
        for above in subject.derived.carried(row)[0]:
            if due := later_than(times[row.key], times[above.key]):
                yield problem("carried-late", row.task.place_of("time"), task=above.task.id, day=f"{due:%d/%m/%Y}")
