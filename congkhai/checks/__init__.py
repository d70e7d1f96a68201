"""Checks: rules over all records and over the built site; each one function whose docstring is the rule, a row here.

May know: site and everything below. Not how pages are made, not builds.
Gives: the table `CHECKS`, `links` and `hosts` (rules over the built site).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from congkhai.checks.actors import check_actor_cells, check_ambiguous_names
from congkhai.checks.addresses import check_addresses
from congkhai.checks.announcements import check_decision_days, check_entries, check_mutual
from congkhai.checks.circles import check_groups, check_succession, check_territories
from congkhai.checks.documents import check_citations, check_numbers
from congkhai.checks.documents_in_force import check_documents_in_force
from congkhai.checks.indicators import check_indicators
from congkhai.checks.periods import check_effect, check_existence
from congkhai.checks.personal_data import check_feedback_days, check_personal_data
from congkhai.checks.plans import check_row_numbers, check_tasks_exist
from congkhai.checks.procedures import (
    check_amounts,
    check_channels,
    check_codes,
    check_compulsory_parts,
    check_forms,
    check_online_level,
    check_papers,
    check_parts_if_any,
    check_status,
)
from congkhai.checks.progress import check_progress_tasks
from congkhai.checks.prose import check_description, check_markdown
from congkhai.checks.references import KINDS as REFERRING
from congkhai.checks.references import check_references
from congkhai.checks.stored_files import check_file_name, check_file_names_differ, check_file_type
from congkhai.checks.subject import Subject
from congkhai.checks.times import (
    check_child_plans,
    check_deadlines_in_plan,
    check_done_has_evidence,
    check_rows_have_time,
    check_time_cells,
)
from congkhai.foundation.problem import Problem
from congkhai.foundation.timer import STOPPED, Stopwatch
from congkhai.foundation.trace import Trace
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.library import Library
from congkhai.records.model.record import Record
from congkhai.records.site_config import SiteConfig

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Assignments


class Check(NamedTuple):
    """A rule and what it is run over: each record of the kinds named, or the library as a whole."""

    run: Callable[..., Iterator[Problem]]
    over: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How measurements call it."""
        return f"{self.run.__module__.rpartition('.')[2]}.{self.run.__name__}"


CHECKS: tuple[Check, ...] = (
    Check(check_references, REFERRING),
    Check(check_succession),
    Check(check_groups),
    Check(check_territories),
    Check(check_addresses),
    Check(check_existence, ("actors",)),
    Check(check_effect, ("documents",)),
    Check(check_ambiguous_names),
    Check(check_actor_cells, ("plans",)),
    Check(check_citations, ("plans",)),
    Check(check_numbers, ("documents", "plans")),
    Check(check_tasks_exist, ("plans",)),
    Check(check_row_numbers, ("plans",)),
    Check(check_time_cells, ("plans",)),
    Check(check_rows_have_time, ("plans",)),
    Check(check_deadlines_in_plan, ("plans",)),
    Check(check_child_plans, ("plans",)),
    Check(check_progress_tasks, ("progress",)),
    Check(check_done_has_evidence, ("progress",)),
    Check(check_description),
    Check(check_markdown, ("plans", "procedures", "prose")),
    Check(check_compulsory_parts, ("procedures",)),
    Check(check_parts_if_any, ("procedures",)),
    Check(check_forms, ("procedures",)),
    Check(check_file_type, ("files",)),
    Check(check_file_name, ("files",)),
    Check(check_file_names_differ),
    Check(check_papers, ("procedures",)),
    Check(check_channels, ("procedures",)),
    Check(check_online_level, ("procedures",)),
    Check(check_codes, ("procedures",)),
    Check(check_amounts, ("procedures",)),
    Check(check_status, ("procedures",)),
    Check(check_entries, ("announcements",)),
    Check(check_decision_days, ("announcements",)),
    Check(check_mutual, ("procedures",)),
    Check(check_documents_in_force, ("procedures", "plans")),
    Check(check_personal_data, ("feedback",)),
    Check(check_feedback_days, ("feedback",)),
    Check(check_indicators, ("indicators",)),
)


class CheckJob(NamedTuple):
    """Checks that are run together: of one procedure, of all records of another kind, or of the library as a whole."""

    family: str
    key: str
    run: Callable[[], tuple[Problem, ...]]


def subject_of(library: Library, config: SiteConfig, today: datetime.date, trace: Trace | None = None) -> Subject:
    """What the checks look at as of a day; it serves the pages as well. `trace` hears what is read of it."""
    if trace is None:
        return Subject(library, config, today, Derived(library, today))
    return Subject(library.noted(trace.note), config, today, Derived(library, today, trace.note))


def run_checks(subject: Subject, watch: Stopwatch = STOPPED) -> tuple[Problem, ...]:
    """Run every check of the table, over every record that it is for."""
    problems: list[Problem] = [*check_whole(subject, watch)]
    for check in CHECKS:
        if check.over:
            with watch("check", check.name):
                for kind in check.over:
                    for record in getattr(subject.library, kind).values():
                        problems.extend(check.run(subject, record))
    return tuple(problems)


# The families of check jobs: of each procedure by its code, of everything else by its kind ("" is the whole).
OF_PROCEDURE, OF_THE_REST = "check-procedure", "check"


def check_jobs(subject: Subject) -> Iterator[CheckJob]:
    """The same checks in pieces, each of which depends on what it reads only."""
    kinds = dict.fromkeys(kind for check in CHECKS for kind in check.over if kind != "procedures")
    yield from (check_job(subject, OF_THE_REST, kind) for kind in ("", *kinds))
    yield from (check_job(subject, OF_PROCEDURE, code) for code in subject.library.cards)


def check_job(subject: Subject, family: str, key: str) -> CheckJob:
    """The checks of a family and key."""
    if family == OF_PROCEDURE:
        return CheckJob(family, key, lambda: check_record(subject, "procedures", subject.library.procedures[key]))
    if not key:
        return CheckJob(family, key, lambda: check_whole(subject))
    return CheckJob(family, key, lambda: _check_kind(subject, key))


def _check_kind(subject: Subject, kind: str) -> tuple[Problem, ...]:
    records = getattr(subject.library, kind).values()
    return tuple(problem for record in records for problem in check_record(subject, kind, record))


def check_whole(subject: Subject, watch: Stopwatch = STOPPED) -> tuple[Problem, ...]:
    """What is wrong with the library as a whole: the checks that are not for one record alone."""
    problems: list[Problem] = []
    for check in CHECKS:
        if not check.over:
            with watch("check", check.name):
                problems.extend(check.run(subject))
    return tuple(problems)


def check_record(subject: Subject, kind: str, record: Record) -> tuple[Problem, ...]:
    """What is wrong with one record of a kind (the name of its mapping in the library)."""
    return tuple(found for check in checks_over(kind) for found in check.run(subject, record))


@cache
def checks_over(kind: str) -> tuple[Check, ...]:
    """The checks that are for one record of a kind."""
    return tuple(check for check in CHECKS if kind in check.over)


def resolved_cells(assignments: Assignments) -> tuple[int, int]:
    """How many lead and coordination cells that say anything were understood fully, and how many there are."""
    readings = [
        reading
        for row in assignments.rows
        for words, reading in (
            (row.task.lead, assignments.actors[row.key].lead),
            (row.task.coordination, assignments.actors[row.key].coordination),
        )
        if words
    ]
    return sum(not reading.unresolved for reading in readings), len(readings)
