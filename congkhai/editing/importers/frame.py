"""The frame of every import: what takes too long or too much memory ends with a problem, whatever the file is."""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from congkhai.editing.importers.sources.unreadable import UnreadableError

SECONDS = 120.0


@contextmanager
def frame(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `UnreadableError` where the enclosed work takes longer, or more memory or depth than there is.

    Only the main thread can be interrupted; work on another one has no limit of time.
    """
    has_ended = threading.Event()

    def interrupt() -> None:
        has_ended.set()
        _thread.interrupt_main()

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    is_main = threading.current_thread() is threading.main_thread()
    # What runs in the background of a shell or from cron may have been told to ignore interrupts.
    handler = signal.signal(signal.SIGINT, signal.default_int_handler) if is_main else None
    if is_main:
        timer.start()
    try:
        yield
    except (MemoryError, RecursionError):
        raise UnreadableError("import-file-hostile") from None
    except KeyboardInterrupt:
        if not has_ended.is_set():
            raise
        raise UnreadableError("import-file-too-slow", seconds=int(seconds)) from None
    finally:
        timer.cancel()
        if is_main:
            signal.signal(signal.SIGINT, handler or signal.SIG_DFL)
