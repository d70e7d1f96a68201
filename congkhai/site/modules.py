"""Modules that hold what they import: one file to fetch instead of many, and plain scripts for pages of a disk.

It reads the forms of import and export in which the modules of static/js are written, and refuses any other.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

# An import statement: `import { a, b } from "./x.js";`
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";', re.MULTILINE)
# A module that is run for what it does: `import "./x.js";`
_RUN = re.compile(r'^import "([^"]+)";', re.MULTILINE)
# A module that is loaded when it is needed: `import("./x.js")`.
_LATE = re.compile(r'\bimport\("([^"]+)"\)')
# What a module gives: `export const a`, `export async function b`, `export class C`.
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|class|const|let)) (\w+)", re.MULTILINE)
# Any other form of either.
_OTHER = re.compile(r"^(?:import|export)\b", re.MULTILINE)


class ModuleFormError(Exception):
    """A module is written in a form of import or export that is not read here: its path."""


def bundled(path: str, sources: Mapping[str, str]) -> str:
    """The module at a path with all that it imports; what is loaded when it is needed stays a module of its own."""
    order: dict[str, None] = {}
    _collect(path, sources, order, late=False)
    *inner, _ = order
    if not inner:
        return sources[path]
    numbers = {module: f"$m{number}" for number, module in enumerate(inner)}
    parts = [f"const {numbers[module]} = (() => {{\n{_body(module, sources, numbers, path)}}})();" for module in inner]
    return "\n".join((*parts, _imported(path, sources[path], numbers)))


def plain_script(path: str, sources: Mapping[str, str]) -> str:
    """The module at a path with all that it imports, itself and through others, as one script.

    Modules may hold others already (`bundled`), whose names must not hide these.
    """
    order: dict[str, None] = {}
    _collect(path, sources, order, late=True)
    numbers = {module: f"$s{number}" for number, module in enumerate(order)}
    parts = [f"const {numbers[module]} = (() => {{\n{_body(module, sources, numbers)}}})();" for module in order]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"


def _collect(path: str, sources: Mapping[str, str], order: dict[str, None], *, late: bool) -> None:
    """Put the modules that a module needs into `order`, each behind those that it needs itself."""
    if path in order:
        return
    text = sources[path]
    needed = [*(found[2] for found in _IMPORT.finditer(text)), *_RUN.findall(text)]
    for relative in (*needed, *(_LATE.findall(text) if late else ())):
        _collect(_beside(path, relative), sources, order, late=late)
    order[path] = None


def _beside(path: str, relative: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))


def _body(path: str, sources: Mapping[str, str], numbers: Mapping[str, str], within: str = "") -> str:
    """The body of the function that a module becomes, by itself or in the module `within`."""
    text = sources[path]
    given = [found[2] for found in _EXPORT.finditer(text)]
    text = _imported(path, text, numbers)
    if within:
        here = posixpath.dirname(within)
        text = _LATE.sub(lambda found: f'import("./{posixpath.relpath(_beside(path, found[1]), here)}")', text)
    else:
        text = _LATE.sub(lambda found: f"Promise.resolve({numbers[_beside(path, found[1])]})", text)
    text = _EXPORT.sub(r"\1 \2", text)
    if _OTHER.search(text):
        raise ModuleFormError(path)
    return f"{text}\nreturn {{ {', '.join(given)} }};\n"


def _imported(path: str, text: str, numbers: Mapping[str, str]) -> str:
    """A module that takes what it imports from the functions above it."""
    text = _RUN.sub("", text)
    return _IMPORT.sub(lambda found: f"const {{{_renamed(found[1])}}} = {numbers[_beside(path, found[2])]};", text)


def _renamed(names: str) -> str:
    """The names of an import as those of a destructuring: "a as b" is "a: b" there."""
    return names.replace(" as ", ": ")
