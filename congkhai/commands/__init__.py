"""Commands: one file a command; words, options and exit codes; the preview server.

May know: everything. Nobody knows it but `build.py`.
Gives: `cli.main`.
"""
