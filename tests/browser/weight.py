"""What a page weighs, all in: the bytes that a first visit fetches, packed."""

from __future__ import annotations

import gzip
import posixpath
import re
from functools import cache
from pathlib import Path

# What a page fetches at once: style sheets, icons, scripts, pictures.
_NAMED = re.compile(r"""<(?:link[^>]*rel="(?:stylesheet|icon)"[^>]*href|script[^>]*src|img[^>]*src)="([^"]+)""")
# A module that a module imports at once (not on demand), or a font or picture that a style sheet names.
_IMPORTED = re.compile(r"""\b(?:from|import)\s*["']([^"']+)["']|url\(["']?([^"')]+)""")
_PACKED_IN_ITSELF = (".woff2", ".png", ".jpg", ".pdf")


def weight_of(page: Path, site: Path) -> int:
    """The bytes of a page and of all it fetches at once; an address from the root is one of the site's.

    Fonts count with the style sheet that names them, though a browser that has the font asks for none. What a script
    fetches on demand (the search engine and its index) does not count. Files with a twin (.br, .gz) weigh what the
    twin does, others what gzip makes of them.
    """
    named = _NAMED.findall(page.read_text("utf-8"))
    named = [name.partition("#")[0] for name in named]  # a picture of a sheet of pictures
    files = {str(site) + name if name.startswith("/") else f"{page.parent}/{name}" for name in named}
    parts = {part for file in files for part in _with_imports(posixpath.normpath(file))}
    return sum(map(_sent, {page.as_posix(), *parts}))


@cache
def _with_imports(file: str) -> frozenset[str]:
    """A style sheet or script with all that it pulls in."""
    if not file.endswith((".css", ".js")):
        return frozenset({file})
    names = {"".join(pair) for pair in _IMPORTED.findall(Path(file).read_text("utf-8"))}
    found = (posixpath.normpath(posixpath.join(posixpath.dirname(file), name)) for name in names if ":" not in name)
    return frozenset({file}).union(*map(_with_imports, found))


@cache
def _sent(file: str) -> int:
    for suffix in (".br", ".gz"):
        twin = Path(file + suffix)
        if twin.is_file():
            return twin.stat().st_size
    data = Path(file).read_bytes()
    return len(data) if file.endswith(_PACKED_IN_ITSELF) else min(len(data), len(gzip.compress(data, 9)))
