"""The working days of a site: those of the country with the orders that its site.yaml adds."""

from __future__ import annotations

from congkhai.records.site_config import SiteConfig
from congkhai.vietnamese.workdays import Calendar, ChangeKind, DayChange


def workdays_of(config: SiteConfig) -> Calendar:
    """The calendar of working days with the orders that site.yaml adds."""
    changes = (
        DayChange(day.date, ChangeKind(day.kind), day.document, day.note)
        for day in config.days
        if day.date and day.kind
    )
    return Calendar().with_changes(changes)
