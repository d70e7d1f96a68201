"""The client as one file: a browser should not need six requests for one engine."""

from __future__ import annotations

import re
from collections.abc import Mapping

# A module comes after those it imports.
MODULES = (
    "syllables.js", "spelling.js", "lexicon.js", "knowledge.js", "query.js", "postings.js", "ranking.js", "results.js",
    "vectors.js", "store.js", "titles.js", "plan.js", "engine.js",
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
# An operator between blanks, but before a sign or a comment.
_OPERATOR = r"[ ](?P<operator>=>|===|!==|\?\?|&&|\|\||[=?<>+*-])[ ](?![+-]|//)"
# A mark with the blank that stands behind it, but for one before a comment, or before a brace that closes.
_MARK = r"(?P<mark>[,;:{])[ ](?![ ]*/)|[ ](?P<brace>\})"
_CODE = re.compile(f"{_LITERAL}|{_COMMENT}|{_OPERATOR}|{_MARK}", re.MULTILINE)
# Constants that are numbers, which stand shorter where they are used.
_NUMBERS = re.compile(r"^const ((?:[A-Z][A-Z_]+=[\d.]+,?)+);\n", re.MULTILINE)
# A constant that holds nothing but numbers by name, in code that is short already.
_TABLE = re.compile(r"^const (?P<table>[A-Z]+)=\{\n(?P<rows>(?:(?:[a-z]+:[\d.]+,)+\n)+)\};\n", re.MULTILINE)
_ROW = re.compile(r"([a-z]+):([\d.]+)")


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
    """A script without comments, without what indents its lines, without blanks around operators and marks."""
    return _CODE.sub(lambda found: found["kept"] or found["operator"] or found["mark"] or found["brace"] or "", code)


def _with_numbers(code: str) -> str:
    """A script with each constant that is a number, or one of a table of numbers, in the places that name it."""
    numbers = dict(one.split("=") for told in _NUMBERS.findall(code) for one in told.split(","))
    for table in _TABLE.finditer(code):
        numbers |= {f"{table['table']}.{name}": number for name, number in _ROW.findall(table["rows"])}
    if not numbers:
        return code
    names = "|".join(map(re.escape, numbers))
    named = re.compile(rf"{_LITERAL}|\b(?P<name>{names})\b", re.MULTILINE)
    return named.sub(lambda found: found["kept"] or numbers[found["name"]], _TABLE.sub("", _NUMBERS.sub("", code)))
