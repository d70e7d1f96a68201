"""What the preview answers: the pages of the last build, each with the problems of the content at its top."""

from __future__ import annotations

import mimetypes
import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2

from congkhai import urls
from congkhai.builder import HOME, Build, Settings, build_site
from congkhai.labels import Labels
from congkhai.problem import Problem, Severity
from congkhai.report import Worded, word

Say = Callable[[str], None]
MOST_SHOWN = 50
# The opening tag of the body, with or without attributes: what is shown first stands right behind it.
_BODY = re.compile(rb"<body[^>]*>")
# Types that the tables of some machines lack.
_TYPES = {".ics": "text/calendar", ".webmanifest": "application/manifest+json", ".xml": "application/xml"}
_WITH_CHARSET = ("text/", "application/json", "application/xml", "application/manifest+json")


@dataclass(slots=True)
class Preview:
    """The last build that came to an end, and what the editor must know about the newest one."""

    settings: Settings
    labels: Labels
    say: Say
    build: Build = field(default_factory=Build)
    fault: str = ""

    def rebuild(self) -> None:
        """Build anew; pages that a fault of a template or of the program kept from being made stay as they were."""
        try:
            build, self.fault = build_site(self.settings, even_with_errors=True), ""
            if urls.NOT_FOUND not in build.files:
                build.files = {**self.build.files, **build.files}
            self.build = build
        except Exception:
            self.fault = traceback.format_exc()
            self.say(self.fault)
        self.say(self._summary())

    def respond(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request (WSGI) from the files of the build."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace").lstrip("/")
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if name not in self.build.files and f"{path}/index.html" in self.build.files:
            start_response("302 Found", [("Location", quote(f"/{path}/")), ("Content-Length", "0")])
            return [b""]
        status = "200 OK" if name in self.build.files else "404 Not Found"
        data = self.build.files.get(name, self.build.files.get(urls.NOT_FOUND, b"<!DOCTYPE html><body></body>"))
        kind = _content_type(name if status == "200 OK" else urls.NOT_FOUND)
        # Nothing is added to the editor: a page that reloads at each change would lose what is being written.
        is_page = kind.startswith("text/html") and not name.startswith(urls.EDITOR)
        body = self._with_problems(data) if is_page else data
        start_response(status, [("Content-Type", kind), ("Cache-Control", "no-store")])
        return [body]

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
                copy_script=next((name for name in self.build.files if name.startswith("assets/js/copy.")), ""),
            )
        )

    def _summary(self) -> str:
        if self.fault:
            return self.labels("server.fault")
        if not self.build.problems:
            return self.labels("server.built", pages=self.build.pages)
        return self.labels("server.problems", errors=len(self._errors()), warnings=len(self._warnings()))

    def _errors(self) -> list[Problem]:
        return [problem for problem in self.build.problems if self._weight(problem) is Severity.ERROR]

    def _warnings(self) -> list[Problem]:
        return [problem for problem in self.build.problems if self._weight(problem) is Severity.WARNING]

    def _weight(self, problem: Problem) -> Severity:
        return self.labels.problems[problem.code].severity


def _shown(problem: Problem, worded: Worded) -> dict[str, object]:
    place = ":".join(str(part) for part in problem.place[:3] if part)
    return {"place": place, "code": problem.code, **worded._asdict()}


def _environment() -> jinja2.Environment:
    """Made anew for each page: the box itself may be what the editor is working on."""
    loader = jinja2.FileSystemLoader(HOME / "templates")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)


def _content_type(name: str) -> str:
    suffix = Path(name).suffix
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_WITH_CHARSET) else kind
