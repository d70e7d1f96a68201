"""Days as fees write them: "31/12/2026", "31 tháng 12 năm 2026"."""

from __future__ import annotations

import datetime

# A day with its month and year, each a group of its own.
DAY = r"(\d{1,2})(?:\s*[/.-]\s*|\s*tháng\s*)(\d{1,2})(?:\s*[/.-]\s*|\s*năm\s*)(\d{4})"


def day_of(day: str, month: str, year: str) -> datetime.date | None:
    """The day that three numbers name, None where there is none such."""
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
