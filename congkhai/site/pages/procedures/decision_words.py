"""What an announcing decision is about, told in the same way in lists, on its page and in search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from congkhai.records.announcement import AnnouncedProcedure, Announcement, Change
from congkhai.site.pages.page import Context, shortened
from congkhai.site.pages.posting.kits import sector_name
from congkhai.site.pages.procedures.decision_days import day_words
from congkhai.vietnamese.quantity import base_code

# The changes in the order of Circular 02/2017/TT-VPCP Art. 6.1.
CHANGES = (Change.NEW, Change.AMENDED, Change.REPLACED, Change.ABOLISHED)
# So many procedures are named one by one; of more, the sectors are told.
_MOST_NAMED = 2
_MOST_SECTORS = 4


def count_words(context: Context, announcement: Announcement) -> str:
    """How many procedures a decision announces, and how many it makes, amends, replaces and abolishes, as it says."""
    labels, counts = context.labels, Counter(entry.change for entry in announcement.entries)
    total = labels("procedures.n", n=len(announcement.entries))
    told = [labels(f"decision.count.{change}", n=counts[change]) for change in CHANGES if counts[change]]
    return labels("decision.count", total=total, parts=", ".join(told)) if told else total


def about_words(context: Context, announcement: Announcement) -> str:
    """What a decision is about: its title; else its procedures by name, or of many the sectors; "" for none."""
    if announcement.title:
        return shortened(announcement.title, 220)
    if len(announcement.entries) <= _MOST_NAMED:
        return "; ".join(filter(None, (_name(context, entry) for entry in announcement.entries)))
    sectors = list(dict.fromkeys(_sectors(context, announcement)))
    if not sectors:
        return ""
    words = "; ".join(sectors[:_MOST_SECTORS]) + ("…" if len(sectors) > _MOST_SECTORS else "")
    return context.labels("decision.about.sectors", names=words)


def is_by_text(announcement: Announcement) -> bool:
    """Whether a record has words of the decision itself; the national database gives a number and codes alone."""
    return bool(announcement.title) or any(entry.change or entry.name for entry in announcement.entries)


def when_words(context: Context, announcement: Announcement) -> str:
    """The day of a decision, or that no source of the portal gives it."""
    return day_words(context.labels, announcement) or context.labels("decision.day.unknown")


def _name(context: Context, entry: AnnouncedProcedure) -> str:
    card = context.library.cards.get(base_code(entry.code))
    return shortened(entry.name or (card.name if card else ""), 120)


def _sectors(context: Context, announcement: Announcement) -> Iterator[str]:
    for entry in announcement.entries:
        card = context.library.cards.get(base_code(entry.code))
        if card and card.sector:
            yield sector_name(context, card.sector)
        elif entry.sector:
            yield entry.sector
