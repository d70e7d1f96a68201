"""Commands: one file a command; words, options and exit codes; the preview server.

May know: everything. Nobody knows it but the doors: `build.py`, `python -m congkhai`, the script `congkhai`.
Gives: `cli.main`.
"""
