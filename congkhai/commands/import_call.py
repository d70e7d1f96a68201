"""What an import was asked to do, as the modules that bring the kinds in are told."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class ImportCall(NamedTuple):
    """The arguments of the command import; where `output` is None, drafts are printed, and lists go into the source."""

    kind: str
    file: Path
    output: Path | None
    source: Path
    territory: str
    year: int | None
    register: bool
    force: bool
