"""Which blocks of rows of data sets are out of date: each is a build task, and so is the list of them."""

from __future__ import annotations

from collections.abc import Callable, Set

from congkhai.build.incremental.store import Store, TaskName
from congkhai.site.exports.open_data.row_blocks import BLOCK, LIST, Extent, Keys, LastBlocks, name_of


def last_blocks(store: Store, dirty: Set[TaskName], read: Callable[[str], bytes]) -> dict[str, LastBlocks]:
    """The blocks of each data set that has changed, by its name; `read` gives the bytes of a file of the last build."""
    listed = {key for family, key in dirty if family == LIST and key.startswith(BLOCK)}
    changed = listed | {family for family, _ in dirty if family.startswith(BLOCK)}
    found: dict[str, LastBlocks] = {}
    for family in sorted(changed):
        extents: dict[Keys, Extent] = {
            tuple(keys): Extent(*extent) for keys, extent in store.tasks.result((LIST, family))
        }
        old = {keys for keys in extents if (family, name_of(keys)) in dirty}
        found[family.removeprefix(BLOCK)] = LastBlocks(extents, old, family in listed, read)
    return found
