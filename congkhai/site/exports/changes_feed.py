"""The feed of what is new and what has changed."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.site.exports.feeds import FeedEntry, to_atom
from congkhai.site.pages.changes import name_of, recent_months
from congkhai.site.pages.page import Context


def changes_feed(context: Context) -> Iterator[tuple[str, bytes]]:
    """The feed of the page of changes: path, bytes."""
    title = context.labels("changes.title")
    feed_id = f"tag:cong-khai,2026:{urls.CHANGES}"
    feed = to_atom(feed_id, title, context.config.name, _link(context, urls.CHANGES), _entries(context))
    yield urls.feed_url(urls.CHANGES), feed


def _entries(context: Context) -> Iterator[FeedEntry]:
    for _, found in recent_months(context):
        for change in found:
            day = change.day.isoformat()
            words = context.labels(f"changes.sort.{change.sort}", day=f"{change.day:%d/%m/%Y}")
            tag = f"tag:cong-khai,2026:{change.url}:{change.sort}:{day}"
            yield FeedEntry(tag, name_of(context, change), _link(context, change.url), day, words)


def _link(context: Context, url: str) -> str:
    """The address of a page: absolute where the site knows where it stands, else as seen from the feed."""
    base = context.config.base_url
    return base + url if base else urls.relative(urls.feed_url(urls.CHANGES), url)
