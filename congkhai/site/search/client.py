"""The client as one file: a browser should not need six requests for one engine."""

from __future__ import annotations

import re
from collections.abc import Mapping

# A module comes after those it imports.
MODULES = (
    "syllables.js", "spelling.js", "lexicon.js", "knowledge.js", "query.js", "postings.js", "ranking.js", "results.js",
    "store.js", "titles.js", "plan.js", "engine.js",
)  # fmt: skip
# A whole import statement of a sibling module.
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./\w+\.js";\n', re.MULTILINE)
# The keyword before a declaration that another module imports.
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b)", re.MULTILINE)


# Whole lines of comment, what indents a line, and empty lines: no template literal of the client runs over a line.
_COMMENT = re.compile(r"^[ ]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
_INDENT = re.compile(r"^[ ]+|^\n", re.MULTILINE)
# A comment behind code: no string of the client holds two slashes behind a blank.
_BEHIND = re.compile(r"[ ]+// .*$", re.MULTILINE)
# An operator between blanks, but before a sign: no string of the client has one.
_OPERATOR = re.compile(r" (=>|===|!==|\?\?|&&|\|\||[=?<>+*-]) (?![+-])")


def client_module(sources: Mapping[str, str]) -> str:
    """The modules of static/js/search (text by file name) joined into one that exports what engine.js exports.

    Comments stay in the repository: a phone fetches a quarter less.
    """
    parts = []
    for name in MODULES:
        joined = _IMPORT.sub("", sources[name])
        parts.append(joined if name == MODULES[-1] else _EXPORT.sub("", joined))
    return _OPERATOR.sub(r"\1", _INDENT.sub("", _BEHIND.sub("", _COMMENT.sub("", "\n".join(parts)))))
