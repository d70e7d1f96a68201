"""The files of an update: what is new or other is laid ready, what nobody makes any more goes, links are looked at."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from congkhai.checks.hosts import HOSTS, check_hosts
from congkhai.checks.links import Site, links_that_lead_nowhere
from congkhai.output import Patch, Written, digest_of, sum_of
from congkhai.page_links import PageLinks
from congkhai.problem import Problem, from_row, to_row
from congkhai.recording import LINKS
from congkhai.rendering import File
from congkhai.store import Job, Store
from congkhai.store.jobs import Name


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
        self._loses = False
        self.has_new_pages = False
        self.pages = int(store.meta("pages"))

    def kept_page(self, name: Name) -> str | None:
        """The page that a job made, as the site that stands has it; None where it is not there as it was left."""
        path = next((one for one in self._store.jobs.result(name) or () if one.endswith(".html")), "")
        data = self._patch.old_file(path) if path else None
        return data.decode("utf-8") if data and digest_of(data) == self._store.outputs.digest(path) else None

    def replaces(self, paths: list[str]) -> None:
        """These files are made again, or no longer."""
        self._replaced.update(paths)

    def put(self, file: File) -> None:
        """Lay a file ready where it is new or other than before."""
        path, data, links = file
        self._made.add(path)
        before, digest = self._store.outputs.digest(path), digest_of(data)
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
        self._loses |= may_be_linked

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
        site = Site(files, self._anchors_of, root)
        for path, page in self._pages_to_look_at():
            found = list(links_that_lead_nowhere({path: page}, site)) if path in files else []
            store.jobs.drop((LINKS, path))
            if found:
                store.jobs.put(Job(LINKS, path, frozenset(), list(map(to_row, found))), _unasked)
        for rows in store.jobs.results(LINKS):
            yield from map(from_row, rows)
        yield from check_hosts(_Sizes(store))

    def _pages_to_look_at(self) -> Iterator[tuple[str, PageLinks]]:
        """The pages made now, those with broken links, and all where something went that a link may have led to."""
        yield from self._pages.items()
        loses = self._loses or any(map(self._has_lost_anchors, self._pages))
        others = self._store.outputs.paths() if loses else self._store.jobs.keys(LINKS)
        for path in others:
            if path.endswith(".html") and path not in self._pages:
                yield path, self._old_page(path)

    def _has_lost_anchors(self, path: str) -> bool:
        return not set(self._old_page(path).anchors) <= set(self._pages[path].anchors)

    def _old_page(self, path: str) -> PageLinks:
        """What a page of the site that stands links to; nothing where there is none."""
        if path not in self._old_pages:
            data = self._patch.old_file(path)
            self._old_pages[path] = PageLinks.of(data.decode("utf-8")) if data else PageLinks((), ())
        return self._old_pages[path]

    def _anchors_of(self, path: str) -> Container[str] | None:
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
