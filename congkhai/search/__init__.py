"""Search without a server: the index is built here, static/js/search/engine.js reads it."""

from congkhai.search.card import Card, card_of, kept_card
from congkhai.search.client import client_module
from congkhai.search.entry import Entry
from congkhai.search.index import Update, build_index, update_index
from congkhai.search.keep import Keep
from congkhai.search.knowledge import Knowledge, Line, read_knowledge

__all__ = [
    "Card",
    "Entry",
    "Keep",
    "Knowledge",
    "Line",
    "Update",
    "build_index",
    "card_of",
    "client_module",
    "kept_card",
    "read_knowledge",
    "update_index",
]
