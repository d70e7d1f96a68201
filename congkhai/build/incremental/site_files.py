"""The files of the site in an incremental build: which are written, which are removed, whose links are checked."""

from __future__ import annotations

import time
from collections.abc import Container, Iterable, Iterator, Mapping, Set

from congkhai.build.incremental.recorder import LINKS
from congkhai.build.incremental.store import BuildTask, Store
from congkhai.build.output import Patch, Written, sum_of
from congkhai.checks.hosts import HOSTS, check_hosts
from congkhai.checks.links import Site, check_page, code_of
from congkhai.foundation.digest import digest_of_bytes
from congkhai.foundation.leads import Leads
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.problem import Problem, from_row, to_row
from congkhai.site.rendering import File


class SiteFiles:
    """The files of the last build, as the store has them, and the changes of this one."""

    def __init__(self, store: Store, patch: Patch) -> None:
        self._store, self._patch = store, patch
        self._total = int(store.meta("total"), 16)
        self._pages: dict[str, PageLinks] = {}
        self._old_pages: dict[str, PageLinks] = {}
        self._written_paths: set[str] = set()
        self._replaced: set[str] = set()
        self._written, self._removed = 0, 0
        self._lost: set[str] = set()
        self.has_new_pages = False
        self.pages = int(store.meta("pages"))

    def old_file(self, path: str) -> bytes:
        """Return the bytes of a file of the last build."""
        return self._patch.old_file(path) or b""

    def replace(self, paths: list[str]) -> None:
        """Expect these files to be written again; `remove_replaced` removes those that were not."""
        self._replaced.update(paths)

    def write(self, file: File) -> None:
        """Write a file of the new site; one with the same bytes as before is skipped."""
        path, data, links = file[:3]
        self._written_paths.add(path)
        before, digest = self._store.outputs.digest(path), digest_of_bytes(data)
        if path.endswith(".html"):
            self._pages[path] = links or PageLinks.of(data.decode("utf-8"))
            self.has_new_pages |= before is None
            self.pages += before is None
        if before == digest:
            return
        time = self._patch.write(path, data)
        self._count(path, before, digest)
        self._store.outputs.save([(path, len(data), time, digest)])
        self._written += 1

    def remove(self, path: str, *, may_be_linked: bool = True) -> None:
        """Remove a file; with `may_be_linked`, check the pages that link to it again."""
        self.pages -= path.endswith(".html")
        self._patch.remove(path)
        self._count(path, self._store.outputs.digest(path), None)
        self._store.outputs.delete([path])
        self._removed += 1
        if may_be_linked:
            self._lost |= self._places(path, self._anchors_of(path) or ())
        self._store.links.delete(path)

    def remove_replaced(self) -> None:
        """Remove the files passed to `replace` that were not written."""
        gone = sorted(self._replaced - self._written_paths)
        for path in gone:
            self.remove(path)
        self.has_new_pages |= any(path.endswith(".html") for path in gone)

    def _count(self, path: str, before: bytes | None, after: bytes | None) -> None:
        for digest in (before, after):
            self._total ^= sum_of({path: digest}) if digest else 0

    def problems(self, root: str) -> Iterator[Problem]:
        """Yield broken links and limits of hosts; `root` is the path of the site on its host."""
        store, files = self._store, _Files(self._store)
        site = Site(files, self._anchors_of, Leads(root))
        self._find_lost_anchors()
        broken = store.tasks.keys(LINKS)
        for path, page in self._pages_to_check(broken):
            sound = frozenset() if path in broken else self._sound_links(path, site.leads)
            store.tasks.delete((LINKS, path))
            if path in files:
                checked = check_page(path, page, site, sound)
                store.links.save(path, checked.codes)
                if checked.problems:
                    task = BuildTask(LINKS, path, frozenset(), list(map(to_row, checked.problems)))
                    store.tasks.save(task, _no_digest)
        for rows in store.tasks.results(LINKS):
            yield from map(from_row, rows)
        yield from check_hosts(_Sizes(store))

    def _find_lost_anchors(self) -> None:
        for path, page in self._pages.items():
            self._lost |= self._places(path, set(self._old_page(path).anchors) - set(page.anchors)) - {path}

    def _pages_to_check(self, broken: Set[str]) -> Iterator[tuple[str, PageLinks]]:
        """Yield the pages written now, those with broken links, and those that link to a place that is gone."""
        yield from self._pages.items()
        linking = self._store.links.pages_linking_to(set(map(code_of, self._lost)))
        for path in sorted({*linking, *broken} - self._pages.keys()):
            yield path, self._old_page(path)

    def _sound_links(self, path: str, leads: Leads) -> frozenset[str]:
        """Return the links of a page of the last build that led somewhere then, and to no place that is gone."""
        found = leads.of_page(path, self._old_page(path))
        return frozenset(
            target for target, lead in found if self._lost.isdisjoint((lead.path, f"{lead.path}#{lead.anchor}"))
        )

    @staticmethod
    def _places(path: str, anchors: Iterable[str]) -> set[str]:
        """Return a file and some of its anchors as targets of links."""
        return {path, *(f"{path}#{anchor}" for anchor in anchors)}

    def _old_page(self, path: str) -> PageLinks:
        """Return the links of a page of the last build; none where there is no such page."""
        if path not in self._old_pages:
            data = self._patch.old_file(path)
            self._old_pages[path] = PageLinks.of(data.decode("utf-8")) if data else PageLinks((), ())
        return self._old_pages[path]

    def _anchors_of(self, path: str) -> tuple[str, ...] | None:
        if not path.endswith(".html"):
            return None
        return (self._pages.get(path) or self._old_page(path)).anchors

    def publish(self) -> Written:
        """Publish the changes and return the counts; without changes the folder is not touched."""
        if self._written or self._removed:
            self._patch.publish(self._total, self._store.outputs.count())
        self._store.set_meta("published", time.time_ns())
        self._store.set_meta("total", f"{self._total:032x}")
        self._store.set_meta("pages", self.pages)
        return Written(self._written, self._store.outputs.count() - self._written, self._removed)


class _Files(Container[str]):
    """The paths of all files of the site."""

    def __init__(self, store: Store) -> None:
        self._outputs = store.outputs

    def __contains__(self, path: object) -> bool:
        return self._outputs.digest(str(path)) is not None


class _Sizes(Mapping[str, int]):
    """The sizes of all files of the site; iteration gives only those that are too large for some host."""

    def __init__(self, store: Store) -> None:
        self._count = store.outputs.count()
        self._large = store.outputs.larger_than(min(host.file_bytes for host in HOSTS if host.file_bytes))

    def __getitem__(self, path: str) -> int:
        return self._large[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._large)

    def __len__(self) -> int:
        return self._count


def _no_digest(_: object) -> bytes:
    return b""
