"""The days of a decision about procedures, told in the same way wherever it is named."""

from __future__ import annotations

from congkhai.foundation.labels import Labels
from congkhai.records.announcement import Announcement
from congkhai.records.window_list import WindowList


def day_words(labels: Labels, announcement: Announcement | WindowList) -> str:
    """From which day a decision holds, or that only the day of its signing is known; "" where neither is."""
    for key, day in (("effective", announcement.effective), ("signed", announcement.signed)):
        if day:
            return labels(f"decision.day.{key}", day=f"{day:%d/%m/%Y}")
    return ""
