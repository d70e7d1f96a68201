"""Search without a server: the index is built here, static/js/search/engine.js reads it."""

from congkhai.site.search.card import Card, card_of, kept_card, procedure_codes
from congkhai.site.search.client import client_module
from congkhai.site.search.entry import Entry
from congkhai.site.search.forms import form_codes
from congkhai.site.search.index import Update, build_index, update_index
from congkhai.site.search.keep import Keep
from congkhai.site.search.knowledge import Knowledge, Line, read_knowledge
from congkhai.site.search.places import ANYWHERE

__all__ = [
    "ANYWHERE",
    "Card",
    "Entry",
    "Keep",
    "Knowledge",
    "Line",
    "Update",
    "build_index",
    "card_of",
    "client_module",
    "form_codes",
    "kept_card",
    "procedure_codes",
    "read_knowledge",
    "update_index",
]
