"""Whole tables of what the portal knows, declared once: rows and columns, whatever file they go into."""

from __future__ import annotations

from collections.abc import Mapping

from congkhai.site.data_sets.columns import DataSet
from congkhai.site.data_sets.of_assignments import ASSIGNMENTS, PROGRESS
from congkhai.site.data_sets.of_disclosure import PUBLIC_INFORMATION
from congkhai.site.data_sets.of_fees import FEES
from congkhai.site.data_sets.of_plans import PLANS, TASKS
from congkhai.site.data_sets.of_procedures import ANNOUNCED, ANNOUNCEMENTS, PROCEDURES, SECTORS
from congkhai.site.data_sets.of_processes import PROCESS_STEPS
from congkhai.site.data_sets.of_records import AGENCIES, DOCUMENTS, FEEDBACK, INDICATOR_SCORES
from congkhai.site.data_sets.of_scoring import SCORES
from congkhai.site.data_sets.of_targets import MEASURED, TARGETS

# All data sets in the order in which readers find them.
DATA_SETS: Mapping[str, DataSet] = {
    found.name: found
    for found in (
        TASKS,
        PLANS,
        ASSIGNMENTS,
        PROGRESS,
        TARGETS,
        MEASURED,
        AGENCIES,
        PROCEDURES,
        FEES,
        SECTORS,
        ANNOUNCEMENTS,
        ANNOUNCED,
        PROCESS_STEPS,
        DOCUMENTS,
        FEEDBACK,
        INDICATOR_SCORES,
        SCORES,
        PUBLIC_INFORMATION,
    )
}
