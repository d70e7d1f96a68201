"""Search without a server: the index is built here, static/js/search/engine.js reads it."""

from congkhai.search.client import client_module
from congkhai.search.entry import Entry
from congkhai.search.index import build_index
from congkhai.search.knowledge import Knowledge, Line, read_knowledge

__all__ = ["Entry", "Knowledge", "Line", "build_index", "client_module", "read_knowledge"]
