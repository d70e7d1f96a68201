"""Starts the preview: build, serve, watch."""

from __future__ import annotations

import errno
import os
import socket
import tempfile
from pathlib import Path

from livereload import Server
from msgspec.structs import replace
from tornado.web import FallbackHandler
from tornado.wsgi import WSGIContainer

from congkhai.build.builder import Settings
from congkhai.build.incremental.store import FOLDER
from congkhai.build.parts import OF_SOURCE
from congkhai.commands.server.preview import Preview, Say
from congkhai.commands.server.watcher import OneBuildWatcher
from congkhai.foundation.labels import load_labels
from congkhai.foundation.program import PACKAGE, STATIC, TEMPLATES
from congkhai.knowledge import urls


def serve(settings: Settings, *, say: Say, port: int = 8000, host: str = "127.0.0.1") -> None:
    """Build, serve at http://host:port/ and rebuild at every change of the source, until interrupted (Ctrl+C).

    The site lies in a folder of its own, and a source with problems is shown as far as it can be rendered. `say` gets
    the lines for the terminal. Raise OSError where the port is taken, or no machine has this name.
    """
    _try_port(host, port)
    labels = load_labels("vi")
    say(labels("server.building"))
    settings = replace(settings, base_url=f"http://{host}:{port}/", editor=True)
    preview = Preview(settings, labels, say, preview_folder(settings.source))
    # What changes during the first build counts as a change too: the watcher starts before it.
    server = _PreviewServer(app=preview.respond, watcher=OneBuildWatcher(preview.rebuild))
    for path in _watched(settings.source):
        server.watch(str(path))
    preview.rebuild()
    say(labels("server.address", address=f"http://{host}:{port}/"))
    say(labels("server.editor", address=f"http://{host}:{port}/{urls.EDITOR}"))
    server.serve(port=port, host=host, debug=False)


def preview_folder(source: Path) -> Path:
    """Where the preview of a source lies: in its .cache, or elsewhere where nothing can be written there."""
    folder = source / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder / "preview"
    except OSError:
        pass
    return Path(tempfile.mkdtemp(prefix="cong-khai-")) / "preview"


def _try_port(host: str, port: int) -> None:
    """Raise OSError where the port is taken or the host is none of ours, before the time of a build is spent."""
    try:
        with socket.create_server((host, port)):
            pass
    except (TypeError, UnicodeError) as error:  # of names that the rules of names forbid (IDNA)
        raise OSError(errno.EADDRNOTAVAIL, str(error)) from error


def _watched(source: Path) -> list[Path]:
    """The folders and files whose change calls for a new build."""
    own = [source / name for name in OF_SOURCE]
    return [*own, TEMPLATES, STATIC, PACKAGE / "foundation" / "labels"]


class _PreviewServer(Server):  # type: ignore[misc]
    """livereload without its inline script, which the pages' policy forbids, and without its own log lines."""

    def get_web_handlers(self, script: bytes) -> list[tuple[str, type[FallbackHandler], dict[str, object]]]:
        del script
        return [(r".*", FallbackHandler, {"fallback": WSGIContainer(self.app)})]

    def _setup_logging(self) -> None:
        """Leave the terminal to `say`."""
