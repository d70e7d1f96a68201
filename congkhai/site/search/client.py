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

# What is no code and stays as it is: a string, a template, a regular expression behind what may stand before one.
_LITERAL = (
    r'(?P<kept>"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`'
    r"|(?<![\w)\]] )(?<![\w)\]])/(?![/*])(?:\[(?:[^\]\\\n]|\\.)*\]|[^/\[\\\n]|\\.)+/[a-z]*)"
)
# Comments with the line that they fill, or behind code; what indents a line; empty lines.
_COMMENT = r"^[ ]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n|[ ]+//[ ].*$|^[ ]+|^\n"
# An operator between blanks, but before a sign.
_OPERATOR = r"[ ](?P<operator>=>|===|!==|\?\?|&&|\|\||[=?<>+*-])[ ](?![+-])"
_CODE = re.compile(f"{_LITERAL}|{_COMMENT}|{_OPERATOR}", re.MULTILINE)
# Constants that are numbers, which stand shorter where they are used.
_NUMBERS = re.compile(r"^const ((?:[A-Z][A-Z_]+=[\d.]+(?:, )?)+);\n", re.MULTILINE)


def client_module(sources: Mapping[str, str]) -> str:
    """The modules of static/js/search (text by file name) joined into one that exports what engine.js exports.

    Comments stay in the repository: a phone fetches a quarter less.
    """
    parts = []
    for name in MODULES:
        joined = _IMPORT.sub("", sources[name])
        parts.append(joined if name == MODULES[-1] else _EXPORT.sub("", joined))
    return _with_numbers(shorter("\n".join(parts)))


def shorter(code: str) -> str:
    """A script without comments, without what indents its lines, without blanks around operators."""
    return _CODE.sub(lambda found: found["kept"] or found["operator"] or "", code)


def _with_numbers(code: str) -> str:
    """A script with each constant that is a number in the places that name it."""
    numbers = dict(one.split("=") for told in _NUMBERS.findall(code) for one in told.split(", "))
    if not numbers:
        return code
    named = re.compile(rf"{_LITERAL}|\b(?P<name>{'|'.join(numbers)})\b", re.MULTILINE)
    return named.sub(lambda found: found["kept"] or numbers[found["name"]], _NUMBERS.sub("", code))
