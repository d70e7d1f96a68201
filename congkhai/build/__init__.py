"""Build: from a source folder to a published site, in full or incrementally.

May know: checks, site and everything below. Not commands.
Gives: `loader` (reads content), `builder` (the flow), `output` (writes the site), `incremental`.
"""
