"""Source: from bytes to text with places: clean text, YAML as a tree of texts, Markdown as safe HTML.

May know: foundation and vietnamese. Not which records there are.
Gives: `source_text`, `yaml_source`, `yaml_tree`, `markup`.
"""
