"""What the preview answers: the pages of the last build, each with the problems of the content at its top."""

from __future__ import annotations

import mimetypes
import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import jinja2

from congkhai.build.builder import Settings
from congkhai.build.incremental.runs import build_preview
from congkhai.build.output import MARK
from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problem, Severity
from congkhai.foundation.program import TEMPLATES
from congkhai.foundation.report import Worded, word
from congkhai.knowledge import urls
from congkhai.site.rendering import no_progress

Say = Callable[[str], None]
MOST_SHOWN = 50
# The opening tag of the body, with or without attributes: what is shown first stands right behind it.
_BODY = re.compile(rb"<body[^>]*>")
# Types that the tables of some machines lack.
_TYPES = {".ics": "text/calendar", ".webmanifest": "application/manifest+json", ".xml": "application/xml"}
_WITH_CHARSET = ("text/", "application/json", "application/xml", "application/manifest+json")


@dataclass(slots=True)
class Preview:
    """The site as it was built last into a folder, and what the editor must know about the newest build."""

    settings: Settings
    labels: Labels
    say: Say
    folder: Path
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    fault: str = ""

    def rebuild(self) -> None:
        """Build what has changed; after an error of a template or of the program the old pages stay, with a report."""
        try:
            result, self.fault = build_preview(self.folder, self.settings, no_progress), ""
            self.problems, self.pages = result.problems, result.pages
        except Exception:
            self.fault = traceback.format_exc()
            self.say(self.fault)
        self.say(self._summary())

    def respond(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request (WSGI) from the files of the build."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace").lstrip("/")
        name = f"{path}index.html" if path.endswith("/") or not path else path
        found = self._read(name)
        if found is None and self._read(f"{path}/index.html") is not None:
            start_response("302 Found", [("Location", quote(f"/{path}/")), ("Content-Length", "0")])
            return [b""]
        status = "404 Not Found" if found is None else "200 OK"
        data = found if found is not None else self._read(urls.NOT_FOUND) or b"<!DOCTYPE html><body></body>"
        kind = _content_type(urls.NOT_FOUND if found is None else name)
        # Nothing is added to the editor: a page that reloads at each change would lose what is being written.
        is_page = kind.startswith("text/html") and not name.startswith(urls.EDITOR)
        body = self._with_problems(data) if is_page else data
        headers = [("Content-Type", kind), ("Cache-Control", "no-store"), ("Content-Length", str(len(body)))]
        start_response(status, headers)
        return [b"" if environ.get("REQUEST_METHOD") == "HEAD" else body]

    def _read(self, name: str) -> bytes | None:
        """A file of the site; None where there is none, or where the address leads out of it."""
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or name.startswith("/") or parts[0] == MARK:
            return None
        try:
            return (self.folder / name).read_bytes()
        except (OSError, ValueError):
            return None

    def _with_problems(self, html: bytes) -> bytes:
        """The page with the box of problems and the script that reloads it, which its policy must let connect."""
        html = html.replace(b"connect-src 'self'", b"connect-src 'self' ws:", 1)
        return _BODY.sub(lambda found: found[0] + self._box().encode(), html, count=1)

    def _box(self) -> str:
        """The problems, errors first, the first MOST_SHOWN of them."""
        errors, warnings = self._errors(), self._warnings()
        shown = [*errors, *warnings][:MOST_SHOWN]
        return (
            _environment()
            .get_template("preview/problems.html")
            .render(
                labels=self.labels,
                title=self._summary(),
                kind="error" if errors or self.fault else "warning",
                fault=self.fault,
                problems=[_shown(problem, word(problem, self.labels)) for problem in shown],
                more=len(errors) + len(warnings) - len(shown),
                copy_script=next((f"assets/js/{one.name}" for one in self.folder.glob("assets/js/copy.*")), ""),
            )
        )

    def _summary(self) -> str:
        if self.fault:
            return self.labels("server.fault")
        if not self.problems:
            return self.labels("server.built", pages=self.pages)
        return self.labels("server.problems", errors=len(self._errors()), warnings=len(self._warnings()))

    def _errors(self) -> list[Problem]:
        return [problem for problem in self.problems if self._weight(problem) is Severity.ERROR]

    def _warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if self._weight(problem) is Severity.WARNING]

    def _weight(self, problem: Problem) -> Severity:
        return self.labels.problems[problem.code].severity


def _shown(problem: Problem, worded: Worded) -> dict[str, object]:
    place = ":".join(str(part) for part in problem.place[:3] if part)
    return {"place": place, "code": problem.code, **worded._asdict()}


def _environment() -> jinja2.Environment:
    """Made anew for each page: the box itself may be what the editor is working on."""
    loader = jinja2.FileSystemLoader(TEMPLATES)
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)


def _content_type(name: str) -> str:
    suffix = Path(name).suffix
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_WITH_CHARSET) else kind
