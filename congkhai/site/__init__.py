"""Site: what the portal is made of: pages and their templates, the search index, exports, assets, the browser editor.

May know: knowledge and everything below. Not checks, not how builds run or files are written.
Gives: `pages`, `templating`, `rendering`, `search`, `indexing`, `exports`, `assets`, `json_schema`, `browser_editor`.
"""
