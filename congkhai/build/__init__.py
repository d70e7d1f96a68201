"""Build: from a source folder to a published site, whole or following from the last build.

May know: checks, site and everything below. Not commands.
Gives: `loader` (reads content), `builder` (the flow), `output` (writes the site), `incremental` (builds that follow).
"""
