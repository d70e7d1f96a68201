"""YAML as a tree of texts with their places: nothing is converted, every fault is a problem, nothing raises."""

from __future__ import annotations

import re

from congkhai.foundation.problem import Problems
from congkhai.source.plain_yaml import plain_tree
from congkhai.source.source_text import decode, is_ordinary, place_of
from congkhai.source.yaml_tree import Mapping, Node, Scalar, Sequence, walk

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "parse_yaml", "walk"]

# White space at the start of a line that holds a tab, which YAML forbids as indentation.
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


def parse_yaml(data: bytes, path: str, problems: Problems) -> Node | None:
    """Parse one file; `path` (relative to the source) goes into places. None where nothing could be read."""
    if is_ordinary(data) and (tree := _plain(data, path)):
        return tree
    text = decode(data, path, problems)
    if text is None:
        return None
    if "\t" in text and (tab := _TAB_INDENT.search(text)):
        problems.add("yaml-tab", place_of(text, tab.end() - 1, path))
        return None
    from congkhai.source.full_yaml import compose

    return compose(text, path, problems)


def _plain(data: bytes, path: str) -> Node | None:
    try:
        return plain_tree(data.decode("utf-8"), path)
    except UnicodeDecodeError:
        return None
