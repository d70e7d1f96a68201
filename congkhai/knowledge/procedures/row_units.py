"""Times of the ways of handing in that a field gives in days and the note beside it in as many working days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from congkhai.knowledge.procedures.stated import StatedTime
from congkhai.records.procedure import Procedure, Submission
from congkhai.vietnamese.quantity import duration_text, read_duration

# "27 ngày làm việc", "27 (hai mươi bảy) ngày": so many days in a note, working ones or not.
_DAYS = re.compile(r"(?<![\w.,/])0*(\d{1,3})(?: \([^()\d]*\))? ngày( làm việc)?(?!\w)", re.I)
_CALENDAR = re.compile(r"ngày (?:theo )?(?:dương )?lịch(?!\w)", re.I)


def time_of_row(row: Submission) -> str:
    """The time of a way of handing in, in working days where its own note says so, by which nobody comes too early."""
    return _in_its_unit(row.time, row.note)


def rows_in_working_days(procedure: Procedure) -> Iterator[StatedTime]:
    """The times of the rows whose notes give them in working days."""
    for row in procedure.submission:
        if (time := time_of_row(row)) != row.time:
            yield row.channel, time


@lru_cache(maxsize=1024)  # the ways of handing in say the same
def _in_its_unit(time: str, note: str) -> str:
    found = read_duration(time).amounts
    if len(found) != 1 or found[0].unit != "days" or found[0].amount_min != found[0].amount_max:
        return time
    said = {bool(one[2]) for one in _DAYS.finditer(note) if int(one[1]) == found[0].amount_max}
    return duration_text(found[0].amount_max, "working_days") if said == {True} and not _CALENDAR.search(note) else time
