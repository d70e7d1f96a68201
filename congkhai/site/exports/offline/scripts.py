"""Modules as plain scripts: browsers load no module from a disk, so each script holds all that it imports.

It reads the forms of import and export in which the modules of static/js are written, and refuses any other.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

# An import statement: `import { a, b } from "./x.js";`
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";', re.MULTILINE)
# A module that is loaded when it is needed: `import("./x.js")`.
_LATE = re.compile(r'\bimport\("([^"]+)"\)')
# What a module gives: `export const a`, `export async function b`, `export class C`.
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|class|const|let)) (\w+)", re.MULTILINE)
# Any other form of either.
_OTHER = re.compile(r"^(?:import|export)\b", re.MULTILINE)


class ModuleFormError(Exception):
    """A module is written in a form of import or export that is not read here: its path."""


def plain_script(path: str, sources: Mapping[str, str]) -> str:
    """The module at a path with all that it imports, itself and through others, as one script."""
    order: dict[str, None] = {}
    _collect(path, sources, order)
    numbers = {module: f"$m{number}" for number, module in enumerate(order)}
    parts = [f"const {numbers[module]} = (() => {{\n{_body(module, sources, numbers)}}})();" for module in order]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"


def _collect(path: str, sources: Mapping[str, str], order: dict[str, None]) -> None:
    """Put the modules that a module needs into `order`, each behind those that it needs itself."""
    if path in order:
        return
    text = sources[path]
    for relative in (*(found[2] for found in _IMPORT.finditer(text)), *_LATE.findall(text)):
        _collect(_beside(path, relative), sources, order)
    order[path] = None


def _beside(path: str, relative: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))


def _body(path: str, sources: Mapping[str, str], numbers: Mapping[str, str]) -> str:
    text = sources[path]
    given = [found[2] for found in _EXPORT.finditer(text)]
    text = _IMPORT.sub(lambda found: f"const {{{_renamed(found[1])}}} = {numbers[_beside(path, found[2])]};", text)
    text = _LATE.sub(lambda found: f"Promise.resolve({numbers[_beside(path, found[1])]})", text)
    text = _EXPORT.sub(r"\1 \2", text)
    if _OTHER.search(text):
        raise ModuleFormError(path)
    return f"{text}\nreturn {{ {', '.join(given)} }};\n"


def _renamed(names: str) -> str:
    """The names of an import as those of a destructuring: "a as b" is "a: b" there."""
    return names.replace(" as ", ": ")
