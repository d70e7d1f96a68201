"""YAML as a tree of texts with their places: nothing is converted, every fault is a problem, nothing raises."""

from __future__ import annotations

import re

from congkhai.foundation.problem import Place, Problems
from congkhai.source.plain_yaml import plain_tree
from congkhai.source.source_text import decode, is_ordinary, place_of
from congkhai.source.yaml_tree import Mapping, Node, Scalar, Sequence, walk

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "parse_yaml", "walk"]

# White space at the start of a line that holds a tab, which YAML forbids as indentation of keys and items.
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


def parse_yaml(data: bytes, path: str, problems: Problems) -> Node | None:
    """Parse one file; `path` (relative to the source) goes into places. None where nothing could be read."""
    if is_ordinary(data) and (tree := _plain(data, path)):
        return tree
    text = decode(data, path, problems)
    if text is None:
        return None
    from congkhai.source.full_yaml import compose

    found = Problems()
    node = compose(text, path, found)
    tab = _tab_at_fault(text, path, found) if node is None and "\t" in text else None
    if tab:
        problems.add("yaml-tab", tab)
    else:
        problems.extend(found)
    return node


def _tab_at_fault(text: str, path: str, found: Problems) -> Place | None:
    """Where a tab indents the line at which reading stopped, or the first line that one indents above it.

    Inside a block of text a tab is a character as any other.
    """
    tabs = [place_of(text, tab.end() - 1, path) for tab in _TAB_INDENT.finditer(text)]
    stopped = {problem.place.line for problem in found}
    return next((tab for tab in tabs if tab.line in stopped), tabs[0] if tabs else None)


def _plain(data: bytes, path: str) -> Node | None:
    try:
        return plain_tree(data.decode("utf-8"), path)
    except UnicodeDecodeError:
        return None
