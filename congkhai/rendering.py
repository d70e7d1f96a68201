"""Pages become files, on one processor or spread over several: every process knows all pages and renders its share."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice

import orjson

from congkhai.pages import make_pages
from congkhai.pages.page import Context, Page
from congkhai.templating import Renderer

File = tuple[str, bytes]
Note = Callable[[str, int], None]

# Pages a process renders before it hands them over; enough to make the handing over cheap.
_BATCH = 40
# With fewer pages than this, starting processes costs more than they save.
_WORTH_SPREADING = 200


@dataclass(frozen=True, slots=True)
class Work:
    """What a process needs to render any page; handed to it by fork, never copied."""

    context: Context
    renderer: Renderer


def render_pages(work: Work, jobs: int, note: Note) -> Iterator[File]:
    """The files of all pages in their order; `jobs` processes where that pays and the system can fork."""
    total = sum(1 for _ in make_pages(work.context))
    if jobs > 1 and total >= _WORTH_SPREADING and "fork" in multiprocessing.get_all_start_methods():
        yield from _spread(work, jobs, total, note)
        return
    for count, job in enumerate(make_pages(work.context), start=1):
        yield from _files(job() if callable(job) else job, work.renderer)
        note("pages", count)


def _files(page: Page, renderer: Renderer) -> Iterator[File]:
    yield page.file, renderer.render(page)
    if page.twin is not None:
        data = orjson.dumps(page.twin, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        yield f"{page.url}index.json", data


def _spread(work: Work, jobs: int, total: int, note: Note) -> Iterator[File]:
    fork = multiprocessing.get_context("fork")
    starts = range(0, total, _BATCH)
    with ProcessPoolExecutor(jobs, mp_context=fork, initializer=_adopt, initargs=(work,)) as pool:
        for start, files in zip(starts, pool.map(_render_batch, starts), strict=True):
            yield from files
            note("pages", min(total, start + _BATCH))


# The work of this process; set once, in a child, right after it was forked.
_adopted: list[Work] = []


def _adopt(work: Work) -> None:
    _adopted.append(work)


def _render_batch(start: int) -> list[File]:
    work = _adopted[0]
    jobs = islice(make_pages(work.context), start, start + _BATCH)
    return [file for job in jobs for file in _files(job() if callable(job) else job, work.renderer)]
