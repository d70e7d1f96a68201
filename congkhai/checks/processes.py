"""Processes: their steps must fit into the time that citizens were told."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.procedures.process_times import Fit, process_time, work_time_text
from congkhai.records.internal_process import Process
from congkhai.vietnamese.quantity import base_code


def check_process_times(subject: Subject, process: Process) -> Iterator[Problem]:
    """The steps of a process take no longer than the published time, and each has a time that can be added."""
    found = process_time(process, subject.library.cards.get(base_code(process.procedure)))
    for step, hours in zip(process.steps, found.steps, strict=True):
        if hours is None:
            yield problem("process-step-time", step.place_of("time"), step=step.title, text=step.time)
    if found.fit is Fit.LONGER and found.total is not None and found.published is not None:
        total, published = work_time_text(found.total), work_time_text(found.published)
        yield problem("process-longer", process.place_of("steps"), total=total, published=published)
