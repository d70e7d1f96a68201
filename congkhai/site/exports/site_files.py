"""Files that hosts and robots look for: headers, robots, sitemap, and the mark that turns Jekyll off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from congkhai.knowledge import urls
from congkhai.knowledge.former_ids import address_of, records_of
from congkhai.site.exports.open_search import open_search
from congkhai.site.pages.page import Context

# The most addresses that one sitemap may hold.
MOST_ADDRESSES = 50_000
HEADERS = "_headers"
# Files of ours that a site may lay its own over, in its static/.
OWN_FIRST = frozenset(("robots.txt", ".nojekyll", "favicon.ico", HEADERS))

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)


def site_files(context: Context) -> Iterator[tuple[str, bytes]]:
    """The files every host may read; the sitemap only where the site's address is known."""
    yield ".nojekyll", b""
    yield HEADERS, _headers().encode()
    if redirects := "".join(_redirects(context)):
        yield "_redirects", redirects.encode()
    lines = ["User-agent: *", "Allow: /"]
    if context.config.base_url:
        lines.append(f"Sitemap: {context.config.base_url}sitemap.xml")
        yield urls.OPEN_SEARCH, open_search(context)
    yield "robots.txt", ("\n".join(lines) + "\n").encode()


def _redirects(context: Context) -> Iterator[str]:
    """A line for each id that has a successor, for hosts that read `_redirects`; what lies below a page moves along."""
    for former in context.config.former_ids:
        if former.kind and former.successor in records_of(former.kind, context.library):
            old, new = (address_of(former.kind, one) for one in (former.id, former.successor))
            yield f"{context.root}{old}* {context.root}{new}:splat 301\n"


def sitemaps(base: str, files: Iterable[str], languages: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """The sitemap (sitemaps.org 0.9) of all pages among `files`: one file, or an index and as many as it needs.

    `base` is the encoded absolute address of the site. Pages for lost addresses and for editors are left out; with
    `languages` (of the editions) each page names the same in the others.
    """
    pages = list(_page_urls(files))
    known = frozenset(pages) if languages else frozenset()
    entries = [_entry(base, url, known, languages) for url in pages]
    parts = [entries[start : start + MOST_ADDRESSES] for start in range(0, len(pages), MOST_ADDRESSES)]
    if len(parts) <= 1:
        yield "sitemap.xml", _sitemap("urlset", "".join(entries), languages)
        return
    for number, part in enumerate(parts, start=1):
        yield f"sitemap-{number}.xml", _sitemap("urlset", "".join(part), languages)
    names = (f"<sitemap><loc>{base}sitemap-{number}.xml</loc></sitemap>\n" for number in range(1, len(parts) + 1))
    yield "sitemap.xml", _sitemap("sitemapindex", "".join(names), ())


def _sitemap(kind: str, entries: str, languages: tuple[str, ...]) -> bytes:
    linked = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if languages else ""
    head = f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{linked}>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{entries}</{kind}>\n'.encode()


def _entry(base: str, url: str, known: frozenset[str], languages: tuple[str, ...]) -> str:
    """A page of a sitemap, with the same page in other languages where those are among the known ones."""
    own = next((f"{one}/" for one in languages if url.startswith(f"{one}/")), "")
    page = url.removeprefix(own)
    there = [("vi", page), *((one, f"{one}/{page}") for one in languages if f"{one}/{page}" in known)]
    if len(there) == 1:
        return f"<url><loc>{escape(base + url, quote=False)}</loc></url>\n"
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(base + one)}"/>'
        for language, one in (*there, ("x-default", page))
    )
    return f"<url><loc>{escape(base + url, quote=False)}</loc>{links}</url>\n"


def _page_urls(files: Iterable[str]) -> Iterator[str]:
    pages = (path.removesuffix("index.html") for path in sorted(files) if path.endswith("index.html"))
    return (url for url in pages if not url.startswith(urls.EDITOR))


# Data that pages of other sites may read.
_FOR_OTHER_SITES = (f"/{urls.DATA}*", "/*/index.json")
# Files whose names change with their content; of the search index all but its manifest.
_INDEXES, _PARTS = ("/search/", "/search/elsewhere/"), ("t", "b", "c", "s", "facets", "codes")
_NAMED_BY_CONTENT = ("/assets/*", *(f"{index}{part}-*" for index in _INDEXES for part in _PARTS))


def _headers() -> str:
    """Headers for hosts that read `_headers` (Cloudflare Pages, Netlify, GitLab behind them)."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        + "".join(f"{pattern}\n  Access-Control-Allow-Origin: *\n" for pattern in _FOR_OTHER_SITES)
        + "".join(f"{pattern}\n  Cache-Control: public, max-age=31536000, immutable\n" for pattern in _NAMED_BY_CONTENT)
    )
