"""Where this program and its libraries stand, what of them makes a site, and where is kept what need not be done again.

In a checkout templates and static files stand beside the package; a wheel carries them inside it.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from congkhai.foundation.paths import real

PACKAGE = Path(__file__).resolve().parents[1]
_CARRIED = PACKAGE / "_data"
_INSTALLED = _CARRIED.is_dir()
_TOP = _CARRIED if _INSTALLED else PACKAGE.parent

TEMPLATES, STATIC = _TOP / "templates", _TOP / "static"
# The central records that a site may lay its own over: in a checkout those of its own content. pyproject.toml names
# the files, too, so that the wheel carries them.
CENTRAL = _TOP / ("central" if _INSTALLED else "content")
_ELSEWHERE = ("bao-hiem-thue-khac", "cong-an-giao-thong", "cong-chung-dat-dai", "ho-tich-cu-tru", "toa-an")
CENTRAL_NAMES = (
    "agencies/trung-uong.yaml",
    "documents/trung-uong.yaml",
    "abbreviations/chung.yaml",
    "search/abbreviations.yaml",
    "search/synonyms.yaml",
    *(f"elsewhere/{name}.yaml" for name in _ELSEWHERE),
    "sectors.yaml",
)
# Folders and files by the names that mean the same on every machine.
PROGRAM: Mapping[str, Path] = {"congkhai": PACKAGE, "templates": TEMPLATES, "static": STATIC}
CENTRAL_FILES: Mapping[str, Path] = {f"central/{name}": CENTRAL / name for name in CENTRAL_NAMES}


# The libraries that have a part in what a site says: names of their modules, and under which names they are installed.
# No build loads another (tests/build/test_fingerprint.py).
LIBRARIES: Mapping[str, str] = {
    **{name: name for name in ("jinja2", "markupsafe", "mdurl", "msgspec", "nh3", "orjson", "segno")},
    **{name: name for name in ("brotli", "pydyf", "six", "typing_extensions", "weasyprint", "xlsxwriter")},
    "_brotli": "brotli",
    "dateutil": "python-dateutil",
    "markdown_it": "markdown-it-py",
    "yaml": "pyyaml",
}


def _kept() -> Path:
    """The folder for what may be deleted at any time: in the checkout, or the user's own cache."""
    if not _INSTALLED:
        return _TOP / ".cache" / "congkhai"
    own = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(own) if own else Path(os.path.expanduser("~"), ".cache")) / "congkhai"


KEPT = _kept()


def layers(built_in: Path, source: Path) -> tuple[Path, ...]:
    """The built-in folder and the source's own of the same name, which lies over it; one where they are the same."""
    own = source / built_in.name
    return (built_in,) if real(own) == built_in else (built_in, own)


def library_files() -> Mapping[str, Path]:
    """Return where each installed library of a build lies, by its name: a folder of modules, or one file."""
    found: dict[str, Path] = {}
    for name in LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            path = Path(spec.origin)
            found[f"libraries/{name}"] = path.parent if spec.submodule_search_locations else path
    return found


def library_versions() -> tuple[str, ...]:
    """Return name and version of each installed library of a build; the same on every machine that has the same."""
    from importlib import metadata  # 20 ms, and only sites in parts need it

    names = sorted({LIBRARIES[path.rpartition("/")[2]] for path in library_files()})
    return tuple(f"{name} {metadata.version(name)}" for name in names)


def libraries() -> tuple[str, ...]:
    """Return name and version of every installed library, and when it was installed (ns), sorted."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                found.update(
                    f"{entry.name} {entry.stat().st_mtime_ns}"
                    for entry in entries
                    if entry.name.endswith((".dist-info", ".egg-info"))
                )
        except OSError:
            continue
    return tuple(sorted(found))
