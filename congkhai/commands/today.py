"""The day without `--today`: that of Viet Nam, wherever the machine stands. The only place that reads the clock."""

from __future__ import annotations

import datetime

# Viet Nam has had one offset since 1975 and no summer time: no table of time zones is needed.
VIET_NAM = datetime.timezone(datetime.timedelta(hours=7))


def today() -> datetime.date:
    """Today in Viet Nam."""
    return day_in_viet_nam(datetime.datetime.now(datetime.UTC))


def day_in_viet_nam(moment: datetime.datetime) -> datetime.date:
    """The day that it is in Viet Nam at a moment, which knows its time zone."""
    return moment.astimezone(VIET_NAM).date()
