"""Files that hosts and robots look for: headers, robots, sitemap, and the mark that turns Jekyll off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from congkhai.knowledge import urls
from congkhai.site.exports.open_search import open_search
from congkhai.site.pages.page import Context

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)


def site_files(context: Context) -> Iterator[tuple[str, bytes]]:
    """The files every host may read; the sitemap only where the site's address is known."""
    yield ".nojekyll", b""
    yield "_headers", _headers().encode()
    lines = ["User-agent: *", "Allow: /"]
    if context.config.base_url:
        lines.append(f"Sitemap: {context.config.base_url}sitemap.xml")
        yield urls.OPEN_SEARCH, open_search(context)
    yield "robots.txt", ("\n".join(lines) + "\n").encode()


def sitemap(base: str, page_urls: Iterable[str]) -> bytes:
    """The sitemap of the pages, whose addresses must be absolute (sitemaps.org protocol 0.9)."""
    entries = "".join(f"<url><loc>{escape(base + url, quote=False)}</loc></url>\n" for url in page_urls)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{entries}</urlset>\n".encode()


def page_urls(files: Iterable[str]) -> Iterator[str]:
    """The addresses of all pages but the one for lost addresses."""
    return (path.removesuffix("index.html") for path in sorted(files) if path.endswith("index.html"))


def _headers() -> str:
    """Headers for hosts that read `_headers` (Cloudflare Pages, Netlify, GitLab behind them)."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "/assets/*\n"
        "  Cache-Control: public, max-age=31536000, immutable\n"
    )
