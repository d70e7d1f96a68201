"""The feed of what is new and what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from congkhai.knowledge import urls
from congkhai.site.exports.feeds import FeedEntry, FeedHead, link_in_feed, own_address, tag_of, to_atom
from congkhai.site.pages.change_lines import change_words, name_of
from congkhai.site.pages.changes import recent_months
from congkhai.site.pages.page import Context


def changes_feed(context: Context) -> Iterator[tuple[str, bytes]]:
    """The feed of the page of changes: path, bytes."""
    title, feed_url = context.labels("changes.title"), urls.feed_url(urls.CHANGES)
    link = partial(link_in_feed, context.config.base_url, feed_url)
    entries = _entries(context, link)
    own = own_address(context.config.base_url, feed_url)
    head = FeedHead(tag_of(urls.CHANGES), title, context.config.name, link(urls.CHANGES), own)
    yield feed_url, to_atom(head, entries)


def _entries(context: Context, link: Callable[[str], str]) -> Iterator[FeedEntry]:
    for _, found in recent_months(context):
        for change in found:
            day = change.when
            words = change_words(context, change)
            tag = tag_of(f"{change.url}:{change.sort}:{day}")
            yield FeedEntry(tag, name_of(context, change), link(change.url), day, words)
