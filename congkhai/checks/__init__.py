"""Checks over all records: each rule is one function whose docstring is the rule, each a row of the table."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from congkhai.assignments import Assignments
from congkhai.checks.actors import check_actor_cells, check_ambiguous_names
from congkhai.checks.addresses import check_addresses
from congkhai.checks.announcements import check_decision_days, check_entries, check_mutual
from congkhai.checks.circles import check_groups, check_succession, check_territories
from congkhai.checks.documents import check_citations, check_numbers
from congkhai.checks.documents_in_force import check_documents_in_force
from congkhai.checks.indicators import check_indicators
from congkhai.checks.periods import check_periods
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
    check_stored_files,
)
from congkhai.checks.progress import check_progress_tasks
from congkhai.checks.prose import check_markdown
from congkhai.checks.references import check_references
from congkhai.checks.subject import Subject
from congkhai.checks.times import (
    check_child_plans,
    check_deadlines_in_plan,
    check_done_has_evidence,
    check_rows_have_time,
    check_time_cells,
)
from congkhai.derived import Derived
from congkhai.library import Library
from congkhai.problem import Problem
from congkhai.site_config import SiteConfig
from congkhai.stopwatch import STOPPED, Stopwatch

Check = Callable[[Subject], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_references,
    check_succession,
    check_groups,
    check_territories,
    check_addresses,
    check_periods,
    check_ambiguous_names,
    check_actor_cells,
    check_citations,
    check_numbers,
    check_tasks_exist,
    check_row_numbers,
    check_time_cells,
    check_rows_have_time,
    check_deadlines_in_plan,
    check_child_plans,
    check_progress_tasks,
    check_done_has_evidence,
    check_markdown,
    check_compulsory_parts,
    check_parts_if_any,
    check_forms,
    check_stored_files,
    check_papers,
    check_channels,
    check_online_level,
    check_codes,
    check_amounts,
    check_status,
    check_entries,
    check_decision_days,
    check_mutual,
    check_documents_in_force,
    check_personal_data,
    check_feedback_days,
    check_indicators,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the checks found, and how many agency cells of how many were understood fully."""

    problems: tuple[Problem, ...]
    resolved: tuple[int, int]


def subject_of(library: Library, config: SiteConfig, today: datetime.date) -> Subject:
    """What the checks look at as of a day; what is derived here serves the pages as well."""
    return Subject(library, config, today, Derived(library, today))


def run_checks(subject: Subject, watch: Stopwatch = STOPPED) -> Findings:
    """Run every check of the table."""
    problems: list[Problem] = []
    for check in CHECKS:
        with watch("check", f"{check.__module__.rpartition('.')[2]}.{check.__name__}"):
            problems.extend(check(subject))
    return Findings(tuple(problems), resolved_cells(subject.assignments))


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
