"""Checks: rules over all records and over the built site; each one function whose docstring is the rule, a row here.

May know: site and everything below. Not how pages are made, not builds.
Gives: the table `CHECKS`, `links` and `hosts` (rules over the built site).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from congkhai.checks.actors import check_actor_cells, check_ambiguous_names
from congkhai.checks.addresses import check_addresses, check_procedure_address
from congkhai.checks.announcements import check_changed_parts, check_decision_days, check_entries, check_mutual
from congkhai.checks.assessments import check_assessments
from congkhai.checks.circles import check_groups, check_succession, check_territories
from congkhai.checks.documents import check_citations, check_numbers, check_verified
from congkhai.checks.documents_in_force import check_documents_in_force
from congkhai.checks.elsewhere import check_matters_are_elsewhere, check_matters_are_founded
from congkhai.checks.ended_agencies import check_ended_agencies
from congkhai.checks.former_ids import check_former_ids
from congkhai.checks.hierarchy import check_carried_in_time, check_carried_tasks
from congkhai.checks.indicators import check_indicators
from congkhai.checks.periods import check_effect, check_existence, check_plan_years
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
from congkhai.checks.processes import check_process_times
from congkhai.checks.progress import check_progress_tasks, check_progress_titles
from congkhai.checks.prose import check_contact, check_description, check_english_prose, check_markdown
from congkhai.checks.readings import check_read_fees, check_read_papers, check_read_times, check_reading_basis
from congkhai.checks.references import KINDS as REFERRING
from congkhai.checks.references import check_references
from congkhai.checks.stored_files import check_file_name, check_file_names_differ, check_file_type
from congkhai.checks.subject import Subject
from congkhai.checks.texts import check_basis_has_text, check_plan_has_text
from congkhai.checks.times import (
    check_child_plans,
    check_deadlines_in_plan,
    check_done_has_evidence,
    check_rows_have_time,
    check_time_cells,
)
from congkhai.checks.window_lists import check_listed_codes, check_listed_known
from congkhai.foundation.dependencies import DependencyTracker
from congkhai.foundation.problem import Problem
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.foundation.tracked_day import TrackedDay
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.library import Library
from congkhai.knowledge.working_calendar import workdays_of
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
        """Return the name of the check in the table of `--profile`."""
        return f"{self.run.__module__.rpartition('.')[2]}.{self.run.__name__}"


CHECKS: tuple[Check, ...] = (
    Check(check_references, REFERRING),
    Check(check_succession),
    Check(check_groups),
    Check(check_territories),
    Check(check_addresses),
    Check(check_former_ids),
    Check(check_existence, ("actors",)),
    Check(check_process_times, ("processes",)),
    Check(check_assessments, ("assessments",)),
    Check(check_effect, ("documents", "window_lists")),
    Check(check_listed_codes, ("window_lists",)),
    Check(check_listed_known, ("window_lists",)),
    Check(check_matters_are_founded, ("elsewhere",)),
    Check(check_matters_are_elsewhere, ("elsewhere",)),
    Check(check_ambiguous_names),
    Check(check_actor_cells, ("plans",)),
    Check(check_ended_agencies, ("plans",)),
    Check(check_citations, ("plans",)),
    Check(check_numbers, ("documents", "plans")),
    Check(check_verified, ("documents", "actors", "announcements", "window_lists")),
    Check(check_tasks_exist, ("plans",)),
    Check(check_row_numbers, ("plans",)),
    Check(check_time_cells, ("plans",)),
    Check(check_rows_have_time, ("plans",)),
    Check(check_deadlines_in_plan, ("plans",)),
    Check(check_plan_years, ("plans",)),
    Check(check_child_plans, ("plans",)),
    Check(check_carried_tasks, ("plans",)),
    Check(check_carried_in_time, ("plans",)),
    Check(check_plan_has_text, ("plans",)),
    Check(check_basis_has_text, ("plans",)),
    Check(check_progress_tasks, ("progress",)),
    Check(check_progress_titles, ("progress",)),
    Check(check_done_has_evidence, ("progress",)),
    Check(check_description),
    Check(check_contact),
    Check(check_markdown, ("plans", "procedures", "prose", "prose_in_english")),
    Check(check_english_prose, ("prose_in_english",)),
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
    Check(check_procedure_address, ("procedures",)),
    Check(check_amounts, ("procedures",)),
    Check(check_status, ("procedures",)),
    Check(check_reading_basis, ("procedures",)),
    Check(check_read_times, ("procedures",)),
    Check(check_read_fees, ("procedures",)),
    Check(check_read_papers, ("procedures",)),
    Check(check_entries, ("announcements",)),
    Check(check_decision_days, ("announcements",)),
    Check(check_changed_parts, ("announcements",)),
    Check(check_mutual, ("procedures",)),
    Check(check_documents_in_force, ("procedures", "plans")),
    Check(check_personal_data, ("feedback",)),
    Check(check_feedback_days, ("feedback",)),
    Check(check_indicators, ("indicators",)),
)


class CheckTask(NamedTuple):
    """A build task that runs checks: on one procedure, on all records of another kind, or on the whole library."""

    family: str
    key: str
    run: Callable[[], tuple[Problem, ...]]


def subject_of(
    library: Library, config: SiteConfig, today: datetime.date, tracker: DependencyTracker | None = None
) -> Subject:
    """Return what checks and page makers read, as of the day `today`; `tracker` collects what they read of it."""
    workdays = workdays_of(config)
    if tracker is None:
        return Subject(library, config, today, Derived(library, today, workdays=workdays))
    derived = Derived(library, today, tracker.on_read, workdays)
    return Subject(library.tracked(tracker.on_read), config, TrackedDay.of(today, tracker.on_read), derived)


# Families of check tasks: of each procedure by its code, of everything else by its kind ("" is the whole library).
OF_PROCEDURE, OF_THE_REST = "check-procedure", "check"


def check_tasks(subject: Subject, timer: Timer = NO_TIMER) -> Iterator[CheckTask]:
    """Yield all checks as separate tasks, each of which depends only on what it reads."""
    kinds = dict.fromkeys(kind for check in CHECKS for kind in check.over if kind != "procedures")
    yield from (check_task(subject, OF_THE_REST, kind, timer) for kind in ("", *kinds))
    yield from (check_task(subject, OF_PROCEDURE, code, timer) for code in subject.library.cards)


def check_task(subject: Subject, family: str, key: str, timer: Timer = NO_TIMER) -> CheckTask:
    """Return the check task of a family and key."""
    if family == OF_PROCEDURE:
        return CheckTask(family, key, partial(_check_procedure, subject, key, timer))
    if not key:
        return CheckTask(family, key, partial(check_whole, subject, timer))
    return CheckTask(family, key, partial(_check_kind, subject, key, timer))


def _check_procedure(subject: Subject, code: str, timer: Timer) -> tuple[Problem, ...]:
    return check_record(subject, "procedures", subject.library.procedures[code], timer)


def _check_kind(subject: Subject, kind: str, timer: Timer) -> tuple[Problem, ...]:
    records = getattr(subject.library, kind).values()
    return tuple(problem for record in records for problem in check_record(subject, kind, record, timer))


def check_whole(subject: Subject, timer: Timer = NO_TIMER) -> tuple[Problem, ...]:
    """Run the checks that are about the whole library; return their problems."""
    problems: list[Problem] = []
    for check in CHECKS:
        if not check.over:
            with timer("check", check.name):
                problems.extend(check.run(subject))
    return tuple(problems)


def check_record(subject: Subject, kind: str, record: Record, timer: Timer = NO_TIMER) -> tuple[Problem, ...]:
    """Run all checks of one record; `kind` is the name of its mapping in the library. Return their problems."""
    problems: list[Problem] = []
    for check in checks_over(kind):
        with timer("check", check.name):
            problems.extend(check.run(subject, record))
    return tuple(problems)


@cache
def checks_over(kind: str) -> tuple[Check, ...]:
    """Return the checks that are run over each record of a kind."""
    return tuple(check for check in CHECKS if kind in check.over)


def resolved_cells(assignments: Assignments) -> tuple[int, int]:
    """Return how many of the non-empty lead and coordination cells were understood fully, and how many there are."""
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
