"""Style sheets, scripts and pictures: found, bundled, and named by their content so that browsers may keep them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from congkhai.foundation.file_names import is_leftover, refusal_of
from congkhai.foundation.paths import real
from congkhai.site.modules import ModuleFormError, bundled

FOLDER = "assets/"

# An import at the top of a style sheet: @import "tokens.css"; also in its url() form.
_CSS_IMPORT = re.compile(r"""^@import\s+(?:url\()?["']([^"']+)["']\)?[^;]*;[ \t]*\n?""", re.MULTILINE)
# The module name of a static or dynamic import of a sibling: from "./folding.js", import("../x.js").
_JS_IMPORT = re.compile(r"""((?:\bfrom|\bimport)\s*\(?\s*["'])(\.{1,2}/[^"']+\.js)(["'])""")
# A font or picture that a style sheet names beside itself: url("../fonts/x.woff2").
_CSS_URL = re.compile(r"""(url\(["'])(\.{1,2}/[^"']+)(["']\))""")
# What must not be in a style sheet: a comment (dropped), and space around it.
_CSS_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
# What is named by its content. All else at the top of static/ keeps its name and stands at the root of the site: what a
# host, a browser or a service that asks for a proof of ownership looks for ("CNAME", "google0123.html").
_NAMED_BY_CONTENT = frozenset(
    (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2", ".woff")
)
_FIXED = ("sw.js",)
# The one hidden folder that hosts serve (RFC 8615).
_WELL_KNOWN = ".well-known"
# Style sheets that pages link; all others are parts of one of these.
_LINKED_STYLES = frozenset(
    f"css/{name}.css"
    for name in (
        "site",
        "print",
        "posting",
        "leaflet",
        "filter_slots",
        "pictures",
        "chain",
        "calendar",
        "agenda",
        "beside",
    )
)


class AssetError(Exception):
    """A file of static/ that can't be published: its name there, and why ("missing-import", "circle" …)."""

    def __init__(self, name: str, fault: str, detail: str = "") -> None:
        super().__init__(name, fault, detail)
        self.name, self.fault, self.detail = name, fault, detail


Join = Callable[[dict[str, bytes]], dict[str, bytes]]


class Assets(Struct, frozen=True):
    """Published files: their name on the site by the name in static/, and their bytes by the name on the site."""

    names: Mapping[str, str]
    files: Mapping[str, bytes]

    def __getitem__(self, name: str) -> str:
        """The address of a file of static/, relative to the site's root; KeyError where there is none."""
        return self.names[name]


def collect_assets(*folders: Path, extra_css: str = "", join: Join | None = None) -> Assets:
    """All files below the folders (a later one is laid over an earlier one), bundled and fingerprinted.

    `extra_css` is added at the end of css/site.css: a site's own design tokens. `join` may put several sources into
    one before they are published. Raises AssetError.
    """
    sources: dict[str, bytes] = {}
    for folder in folders:
        sources.update(_files_of(folder))
    if join:
        sources = join(sources)
    publisher = _Publisher(sources, extra_css)
    for name in sorted(sources):
        publisher.publish(name)
    return Assets(publisher.names, publisher.files)


def _files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink() and not real(path).is_relative_to(real(folder)):
                raise AssetError(name, "outside-link")
            if path.is_file() and not _is_passed_by(PurePosixPath(name)):
                yield name, path.read_bytes()


def _is_passed_by(name: PurePosixPath) -> bool:
    """Whether a file is hidden, or was left behind by another program."""
    parts = name.parts[1:] if name.parts[0] == _WELL_KNOWN else name.parts
    return any(part.startswith(".") or is_leftover(part) for part in parts)


def is_fixed(name: str) -> bool:
    """Whether a file of static/ keeps its name on the site, below its root."""
    path = PurePosixPath(name)
    at_the_top = len(path.parts) == 1 or path.parts[0] == _WELL_KNOWN
    return name in _FIXED or (at_the_top and path.suffix.casefold() not in _NAMED_BY_CONTENT)


class _Publisher:
    """Gives each file its published name; a module waits for the modules it imports."""

    def __init__(self, sources: Mapping[str, bytes], extra_css: str) -> None:
        self.sources, self.extra_css = sources, extra_css
        self.names: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.waiting: list[str] = []
        self.scripts = {name: self._text(name) for name in sources if name.endswith(".js")}

    def publish(self, name: str) -> str:
        if name in self.names:
            return self.names[name]
        if name in self.waiting:
            raise AssetError(name, "circle", " → ".join([*self.waiting, name]))
        self.waiting.append(name)
        data = self._content(name)
        self.waiting.pop()
        if data is None:
            return ""
        self.names[name] = name if is_fixed(name) else _fingerprinted(name, data)
        if refusal := refusal_of(self.names[name]):
            raise AssetError(name, "refused", refusal[1])
        self.files[self.names[name]] = data
        return self.names[name]

    def _content(self, name: str) -> bytes | None:
        if name.endswith(".css"):
            # Only css/*.css at the top are pages' own; what they import goes into them.
            return self._bundle(name) if name.count("/") == 1 and self._is_entry(name) else None
        if name.endswith(".js"):
            return self._with_published_imports(name)
        return self.sources[name]

    def _is_entry(self, name: str) -> bool:
        return name in _LINKED_STYLES

    def _bundle(self, name: str) -> bytes:
        css = self._imported(name, set())
        if name == "css/site.css":
            css += self.extra_css
        return self._with_published(_CSS_URL, name, _CSS_COMMENT.sub("", css)).encode()

    def _imported(self, name: str, seen: set[str]) -> str:
        if name in seen:
            return ""
        seen.add(name)
        folder = PurePosixPath(name).parent
        css = self._text(name)
        return _CSS_IMPORT.sub(lambda found: self._imported(self._known(name, folder, found[1]), seen) + "\n", css)

    def _with_published_imports(self, name: str) -> bytes:
        folder = PurePosixPath(name).parent
        for found in _JS_IMPORT.finditer(self._text(name)):
            self.publish(self._known(name, folder, found[2]))
        try:
            script = bundled(name, self.scripts)
        except ModuleFormError:  # a site's own script may be written in other ways: it fetches what it imports
            script = self.scripts[name]
        return self._with_published(_JS_IMPORT, name, script).encode()

    def _with_published(self, naming: re.Pattern[str], name: str, text: str) -> str:
        """A file's text in which the files that `naming` finds have their published names."""
        folder = PurePosixPath(name).parent

        def published(found: re.Match[str]) -> str:
            return found[1] + self._sibling(folder, self._known(name, folder, found[2])) + found[3]

        return naming.sub(published, text)

    def _text(self, name: str) -> str:
        try:
            return self.sources[name].decode("utf-8")
        except UnicodeDecodeError:
            raise AssetError(name, "not-utf8") from None

    def _known(self, name: str, folder: PurePosixPath, relative: str) -> str:
        """The file that another one imports."""
        imported = _join(folder, relative)
        if imported not in self.sources:
            raise AssetError(name, "missing-import", relative)
        return imported

    def _sibling(self, folder: PurePosixPath, imported: str) -> str:
        published = PurePosixPath(self.publish(imported))
        here = PurePosixPath(FOLDER) / folder
        up = 0
        while not published.is_relative_to(here):
            here, up = here.parent, up + 1
        return ("../" * up or "./") + published.relative_to(here).as_posix()


def _join(folder: PurePosixPath, relative: str) -> str:
    parts: list[str] = []
    for part in (folder / relative).parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(part for part in parts if part != ".")


def _fingerprinted(name: str, data: bytes) -> str:
    path = PurePosixPath(name)
    digest = hashlib.sha256(data).hexdigest()[:10]
    return f"{FOLDER}{path.parent}/{path.stem}.{digest}{path.suffix}".replace("/./", "/")
