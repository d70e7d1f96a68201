"""The client as one file: a browser should not need six requests for one engine."""

from __future__ import annotations

import re
from collections.abc import Mapping

# A module comes after those it imports.
MODULES = ("syllables.js", "spelling.js", "lexicon.js", "query.js", "ranking.js", "results.js", "store.js", "titles.js", "engine.js")
# A whole import statement of a sibling module.
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./\w+\.js";\n', re.MULTILINE)
# The keyword before a declaration that another module imports.
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b)", re.MULTILINE)


def client_module(sources: Mapping[str, str]) -> str:
    """The modules of static/js/search (text by file name) joined into one that exports what engine.js exports."""
    parts = []
    for name in MODULES:
        joined = _IMPORT.sub("", sources[name])
        parts.append(joined if name == MODULES[-1] else _EXPORT.sub("", joined))
    return "\n".join(parts)
