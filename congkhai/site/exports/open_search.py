"""OpenSearch 1.1: tells a browser how to search the portal from its address bar."""

from __future__ import annotations

from html import escape

from congkhai.knowledge import urls
from congkhai.site.pages.page import Context, shortened


def open_search(context: Context) -> bytes:
    """The description document; addresses in it must be absolute, so the site's own must be known."""
    base = context.config.base_url
    template = f"{base}{urls.SEARCH}?q={{searchTerms}}"
    # The specification allows 16 characters of short name and 1,024 of description.
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{escape(shortened(context.config.name, 16), quote=False)}</ShortName>
<Description>{escape(shortened(context.config.tagline or context.config.name, 1000), quote=False)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>{escape(context.config.language, quote=False)}</Language>
<Url type="text/html" method="get" template="{escape(template)}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="{escape(base + urls.OPEN_SEARCH)}"/>
</OpenSearchDescription>
""".encode()
