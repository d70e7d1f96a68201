"""Where this program stands, what of it makes a site, and where it keeps what it need not work out again.

In a checkout templates and static files stand beside the package; a wheel carries them inside it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
_CARRIED = PACKAGE / "_data"
_INSTALLED = _CARRIED.is_dir()
_TOP = _CARRIED if _INSTALLED else PACKAGE.parent

TEMPLATES, STATIC = _TOP / "templates", _TOP / "static"
# The central records that new sites begin with: in a checkout those of its own content.
CENTRAL = _TOP / ("central" if _INSTALLED else "content")
# Folders by the names that mean the same on every machine.
PROGRAM: Mapping[str, Path] = {"congkhai": PACKAGE, "templates": TEMPLATES, "static": STATIC}


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
    return (built_in,) if own.resolve() == built_in else (built_in, own)


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
