"""The editor in the browser: forms for those who won't touch YAML, made of the same declarations as the records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.library import Library
from congkhai.records.site_config import Editor, SiteConfig
from congkhai.site.browser_editor.collections import editor_config

_CLIENT = Path(__file__).parent / "client"
# What the page may do beyond other pages: style itself, show pictures it made, and ask the host of the repository.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' blob: data:; connect-src 'self' data: blob:{hosts}; form-action 'none'; base-uri 'none'"
)


def editor_files(config: SiteConfig, library: Library, labels: Labels) -> Iterator[tuple[str, bytes]]:
    """The files of the editor, by path: its page, its settings, its scripts and fonts; nothing comes from elsewhere."""
    editor = config.editor or Editor()
    for path in sorted(_CLIENT.rglob("*")):
        if path.is_file() and path.name != "index.html":
            yield urls.EDITOR + path.relative_to(_CLIENT).as_posix(), path.read_bytes()
    page = (_CLIENT / "index.html").read_text(encoding="utf-8")
    yield f"{urls.EDITOR}index.html", page.replace("{{ policy }}", editor_policy(editor)).encode()
    settings = editor_config(config, library, labels)
    yield f"{urls.EDITOR}config.json", (json.dumps(settings, ensure_ascii=False) + "\n").encode()


def editor_headers(config: SiteConfig) -> bytes:
    """Headers for hosts that read `_headers`: the editor's page has its own policy in place of the site's."""
    if config.editor is None:
        return b""
    policy = f"{editor_policy(config.editor)}; frame-ancestors 'none'"
    return f"/{urls.EDITOR}*\n  ! Content-Security-Policy\n  Content-Security-Policy: {policy}\n".encode()


def editor_policy(editor: Editor) -> str:
    """The Content-Security-Policy of the editor's page, in which its scripts may ask the host of the repository."""
    return _POLICY.format(hosts="".join(f" {host}" for host in editor.hosts()))
