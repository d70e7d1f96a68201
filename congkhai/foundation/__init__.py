"""Foundation: the values everybody else is made of: problems and their words, text, digests, traces, timing.

May know: the standard library, and nothing of this package above it.
Gives: `problem`, `report`, `labels`, `text`, `digest`, `trace`, `timer`, `page_links`, `program`.
"""
