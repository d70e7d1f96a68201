"""Tables that are slow to come by, kept beside the program in a form that the next run reads at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from congkhai.foundation.atomic import write_atomically
from congkhai.foundation.program import KEPT


def quick_form(name: str, made_of: str, make: Callable[[], Any], folder: Path = KEPT) -> Any:
    """What `make` gives (JSON data): as it was kept under a name while that is `made_of` the same, else made anew.

    What is damaged is as good as not there; where nothing can be written the table is made each time.
    """
    file = folder / f"{name}.json"
    try:
        kept = orjson.loads(file.read_bytes())
        if kept["made_of"] == made_of:
            return kept["table"]
    except (OSError, ValueError, KeyError, TypeError):
        pass
    table = make()
    with suppress(OSError):
        write_atomically(file, orjson.dumps({"made_of": made_of, "table": table}))
    return table
