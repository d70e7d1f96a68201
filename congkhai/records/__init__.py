"""Records: the kinds of records, one module a kind: frozen values read from YAML that name each other by id.

May know: source, vietnamese, foundation. Not the library, not each other as objects.
Gives: one class a kind; `model` (how records are declared and read); `site_config`.
"""
