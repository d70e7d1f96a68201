"""How the running program was called, so that advice names a command that can be typed."""

from __future__ import annotations

import sys
from pathlib import Path


def command_name(called: str = "") -> str:
    """What stands before the name of a command: `python build.py` in a checkout, `congkhai` where it is installed."""
    stem = Path(called or sys.argv[0]).stem
    return {"build": "python build.py", "__main__": "python -m congkhai"}.get(stem, "congkhai")
