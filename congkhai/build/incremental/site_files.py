"""The files of an update: what is new or other is laid ready, what nobody makes any more goes, links are looked at."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from urllib.parse import unquote

from congkhai.build.incremental.recorder import LINKS
from congkhai.build.incremental.store import Job, Store
from congkhai.build.output import Patch, Written, sum_of
from congkhai.checks.hosts import HOSTS, check_hosts
from congkhai.checks.links import Site, code_of, look_at
from congkhai.foundation.digest import digest_of_bytes
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.problem import Problem, from_row, to_row
from congkhai.site.rendering import File


class SiteUpdate:
    """What becomes of the files of a site that stands, as its store knows them."""

    def __init__(self, store: Store, patch: Patch) -> None:
        self._store, self._patch = store, patch
        self._total = int(store.meta("total"), 16)
        self._pages: dict[str, PageLinks] = {}
        self._old_pages: dict[str, PageLinks] = {}
        self._made: set[str] = set()
        self._replaced: set[str] = set()
        self._written, self._removed = 0, 0
        self._lost: set[str] = set()
        self.has_new_pages = False
        self.pages = int(store.meta("pages"))

    def replaces(self, paths: list[str]) -> None:
        """These files are made again, or no longer."""
        self._replaced.update(paths)

    def put(self, file: File) -> None:
        """Lay a file ready where it is new or other than before."""
        path, data, links = file
        self._made.add(path)
        before, digest = self._store.outputs.digest(path), digest_of_bytes(data)
        if path.endswith(".html"):
            self._pages[path] = links or PageLinks.of(data.decode("utf-8"))
            self.has_new_pages |= before is None
            self.pages += before is None
        if before == digest:
            return
        self._patch.put(path, data)
        self._count(path, before, digest)
        self._store.outputs.put([(path, len(data), digest)])
        self._written += 1

    def remove(self, path: str, *, may_be_linked: bool = True) -> None:
        """Let a file go, to which a link of any page may have led or none can."""
        self.pages -= path.endswith(".html")
        self._patch.remove(path)
        self._count(path, self._store.outputs.digest(path), None)
        self._store.outputs.drop([path])
        self._removed += 1
        if may_be_linked:
            self._lost |= self._places(path, self._anchors_of(path) or ())
        self._store.links.drop(path)

    def clear_away(self) -> None:
        """Let all files go that were replaced by nothing."""
        gone = sorted(self._replaced - self._made)
        for path in gone:
            self.remove(path)
        self.has_new_pages |= any(path.endswith(".html") for path in gone)

    def _count(self, path: str, before: bytes | None, after: bytes | None) -> None:
        for digest in (before, after):
            self._total ^= sum_of({path: digest}) if digest else 0

    def faults(self, root: str) -> Iterator[Problem]:
        """What is wrong with the links of the site, and with its size; the links of `root` count from its top."""
        store, files = self._store, _Files(self._store)
        site = Site(files, self._anchors_of, unquote(root))
        for path, page in self._pages_to_look_at():
            store.jobs.drop((LINKS, path))
            if path in files:
                looked = look_at(path, page, site)
                store.links.put(path, looked.codes)
                if looked.faults:
                    store.jobs.put(Job(LINKS, path, frozenset(), list(map(to_row, looked.faults))), _unasked)
        for rows in store.jobs.results(LINKS):
            yield from map(from_row, rows)
        yield from check_hosts(_Sizes(store))

    def _pages_to_look_at(self) -> Iterator[tuple[str, PageLinks]]:
        """The pages made now, those with broken links, and those that lead to a place that is no longer there."""
        yield from self._pages.items()
        for path, page in self._pages.items():
            self._lost |= self._places(path, set(self._old_page(path).anchors) - set(page.anchors)) - {path}
        leading = self._store.links.leading_to(set(map(code_of, self._lost)))
        for path in sorted({*leading, *self._store.jobs.keys(LINKS)} - self._pages.keys()):
            yield path, self._old_page(path)

    @staticmethod
    def _places(path: str, anchors: Iterable[str]) -> set[str]:
        """A file and some of its elements, as links lead to them."""
        return {path, *(f"{path}#{anchor}" for anchor in anchors)}

    def _old_page(self, path: str) -> PageLinks:
        """What a page of the site that stands links to; nothing where there is none."""
        if path not in self._old_pages:
            data = self._patch.old_file(path)
            self._old_pages[path] = PageLinks.of(data.decode("utf-8")) if data else PageLinks((), ())
        return self._old_pages[path]

    def _anchors_of(self, path: str) -> tuple[str, ...] | None:
        if not path.endswith(".html"):
            return None
        return (self._pages.get(path) or self._old_page(path)).anchors

    def publish(self) -> Written:
        """Put all of it in place; where nothing is other than before, nothing is touched."""
        if self._written or self._removed:
            self._patch.publish(self._total)
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
    """The sizes of all files of the site, of which only those are named that are too large for some host."""

    def __init__(self, store: Store) -> None:
        self._count = store.outputs.count()
        self._large = store.outputs.larger_than(min(host.file_bytes for host in HOSTS if host.file_bytes))

    def __getitem__(self, path: str) -> int:
        return self._large[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._large)

    def __len__(self) -> int:
        return self._count


def _unasked(_: object) -> bytes:
    return b""
