"""Foundation: what everything else uses: problems and their words, text, digests, dependency tracking, timing.

May know: the standard library, and nothing of this package above it.
Gives: `problem`, `report`, `labels`, `text`, `digest`, `dependencies`, `timer`, `page_links`, `program`.
"""
