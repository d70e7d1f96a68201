"""Central records that every site begins with: ministries, documents, abbreviations, sectors, search words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.foundation.program import CENTRAL

# pyproject.toml names them too, so that the wheel carries them.
NAMES = (
    "agencies/trung-uong.yaml",
    "documents/trung-uong.yaml",
    "abbreviations/chung.yaml",
    "search/abbreviations.yaml",
    "search/synonyms.yaml",
    "sectors.yaml",
)

# The key of a doubt, of one line.
_DOUBT = re.compile(r"^( +)verify: (?=[^|>\s])", re.MULTILINE)


def central_files() -> Iterator[tuple[str, str]]:
    """Their paths in a site and their texts; doubts of who keeps them become comments: no office has to settle them."""
    for name in NAMES:
        text = _DOUBT.sub(r"\1# Cần kiểm chứng: ", (CENTRAL / name).read_text(encoding="utf-8"))
        yield f"content/{name}", _without_life_events(text) if name == "sectors.yaml" else text


def _without_life_events(text: str) -> str:
    """Sectors alone: life events name procedures, which a new site does not have yet."""
    sectors = text.split("\nlife_events:", 1)[0] + "\n"
    return re.sub(r"\n +life_events: \[[^\]]*\]", "", sectors)
