"""The search index of a site: from cards to the files below /search/ that the client fetches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from congkhai.site.search.card import Card
from congkhai.site.search.files import MANIFEST, Files, names_in
from congkhai.site.search.keep import Forgetful, Keep
from congkhai.site.search.knowledge import Knowledge
from congkhai.site.search.listing import as_json
from congkhai.site.search.segments import segments
from congkhai.site.search.whole import Whole


class Update(NamedTuple):
    """What an edit makes of an index: the files that are new or other than before, and the names that are gone."""

    files: dict[str, bytes]
    removed: tuple[str, ...]


def build_index(cards: Iterable[Card], knowledge: Knowledge, keep: Keep | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield (path below /search/, bytes) of every file; the same cards in any order give the same bytes.

    All names but `manifest.json` carry a hash of the content, so that they can be cached for ever. What `update_index`
    needs later is put into `keep`.
    """
    whole = Whole.empty(Forgetful() if keep is None else keep)
    for segment in segments(cards):
        whole.add(segment)
        yield from whole.listings.items()
        whole.listings.clear()
    files = Files(whole, knowledge)
    whole.save(files.make(), files.known)
    yield from files.made.items()


def update_index(keep: Keep, changed: Mapping[str, Card | None], knowledge: Knowledge) -> Update | None:
    """The index after some pages changed, by id (None: it is gone); None if nothing sound was kept.

    With what is left of the old files, the new ones are those that `build_index` would make of all cards.
    """
    try:
        return _updated(keep, changed, knowledge)
    except (LookupError, TypeError, ValueError):
        return None


def _updated(keep: Keep, changed: Mapping[str, Card | None], knowledge: Knowledge) -> Update | None:
    whole = Whole.kept(keep)
    if whole is None:
        return None
    old = whole.manifest
    whole.edit(changed)
    files = Files(whole, knowledge)
    manifest = files.make()
    whole.save(manifest, files.known)
    before, now = names_in(old), names_in(manifest)
    made = {name: data for name, data in {**whole.listings, **files.made}.items() if name in now - before}
    if as_json(old) != as_json(manifest):
        made[MANIFEST] = files.made[MANIFEST]
    return Update(made, tuple(sorted(before - now)))
