"""Work that forked processes share: each inherits all that was read before, takes what is next, returns its result."""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Items for each process that are handed out and not yet consumed: enough to keep all busy while results are dealt with.
_AHEAD = 48
# Before each result: the number of its item, and how many bytes it has; in the queue the number of an item alone.
_HEAD, _NUMBER = struct.Struct("=IQ"), struct.Struct("=I")
# From the headers of Linux.
_PR_SET_PDEATHSIG = 1


class LostProcessError(Exception):
    """A process ended before its work did: it was killed, or the system had no memory for it."""


def spread(run: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """Yield `run` of every item, in their order; with several jobs in processes that inherit all there is (POSIX).

    Results must be picklable; an error of one is raised here, and ends the others. What a process changes in memory is
    lost with it.
    """
    jobs = min(jobs, len(items))
    gc.freeze()  # no pass of the collector goes through what was read before, and no process copies it for that
    try:
        yield from map(run, items) if jobs < 2 or not hasattr(os, "fork") else _spread(run, items, jobs)
    finally:
        gc.unfreeze()


def _spread(run: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    queue, handing_out = os.pipe()
    children: dict[int, int] = {}  # by the pipe of its results
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    try:
        for _ in range(jobs):
            results, answer = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(handing_out)
                _work(run, items, queue, answer, parent)
            os.close(answer)
            children[results] = child
        yield from _collected(len(items), handing_out, children)
    finally:
        for descriptor in (queue, handing_out, *children):
            os.close(descriptor)
        _end(children.values())


def _work(run: Callable[[T], R], items: Sequence[T], queue: int, answer: int, parent: int) -> None:
    """Take items from the queue until it is closed, then end this process without a trace of its parent's affairs."""
    try:
        for told in (signal.SIGINT, signal.SIGTERM):  # Ctrl+C tells all: the parent ends the others
            signal.signal(told, signal.SIG_IGN)
        _end_with(parent)
        # One pipe is the queue of all: the system gives every number to one reader.
        while number := os.read(queue, _NUMBER.size):
            index = _NUMBER.unpack(number)[0]
            data = _answer(run, items[index])
            _write(answer, _HEAD.pack(index, len(data)) + data)
    finally:
        os._exit(0)


def _answer(run: Callable[[T], R], item: T) -> bytes:
    try:
        return pickle.dumps((run(item), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        import traceback

        try:
            data = pickle.dumps((None, error))
            pickle.loads(data)
        except Exception:  # an error that can't travel tells at least where it stood
            return pickle.dumps((None, RuntimeError(traceback.format_exc())))
        return data


def _collected(count: int, handing_out: int, children: dict[int, int]) -> Iterator[Any]:
    """Hand out the items, a few ahead of what was consumed, and yield their results in order."""
    waiting: dict[int, bytes] = {}
    given = 0
    poll = select.poll()
    for results in children:
        poll.register(results, select.POLLIN)
    for wanted in range(count):
        while given < min(count, wanted + _AHEAD * len(children)):
            os.write(handing_out, _NUMBER.pack(given))
            given += 1
        while wanted not in waiting:
            for results, _ in poll.poll():
                number, size = _HEAD.unpack(_read(results, _HEAD.size))
                waiting[number] = _read(results, size)
        result, error = pickle.loads(waiting.pop(wanted))
        if error is not None:
            raise error
        yield result


def _read(descriptor: int, size: int) -> bytes:
    parts = []
    while size:
        part = os.read(descriptor, min(size, 1 << 20))
        if not part:
            raise LostProcessError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _end(children: Any) -> None:
    """End the processes, whatever they are doing, and let the system forget them."""
    for child in children:
        with suppress(OSError):
            os.kill(child, signal.SIGKILL)
    for child in children:
        with suppress(OSError):
            os.waitpid(child, 0)


def _end_with(parent: int) -> None:
    """Let the system end this process when its parent is killed (Linux): it would go on with what nobody wants."""
    import ctypes

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
