"""The bundle for a screen at a counter: large targets, a bar that leads back, the first page when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib import resources

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls

_FILES = ("kiosk.css", "kiosk.js")


def kiosk_files() -> Iterator[tuple[str, bytes]]:
    """The style sheet and the script that every page of a kiosk has."""
    for name in _FILES:
        yield name, resources.files(__package__).joinpath(name).read_bytes()


def kiosk_page(path: str, html: str, labels: Labels) -> str:
    """A page of the bundle, at a path (of a file), with the bar of the kiosk."""
    root = urls.relative(path.rpartition("/")[0] + "/" if "/" in path else "", "")
    head = f'<link rel="stylesheet" href="{root}kiosk.css">\n</head>'
    script = f'{_bar(root, labels)}\n<script defer src="{root}kiosk.js"></script>\n</body>'
    return html.replace("</head>", head, 1).replace("</body>", script, 1)


def _bar(root: str, labels: Labels) -> str:
    told = {name: escape(labels(f"kiosk.{name}")) for name in ("name", "start", "back", "warning", "elsewhere")}
    return (
        f'<nav class="kiosk-bar" aria-label="{told["name"]}" data-warning="{told["warning"]}"'
        f' data-elsewhere="{told["elsewhere"]}"><a href="{root}index.html">{told["start"]}</a>'
        f'<button type="button">{told["back"]}</button><p role="status"></p></nav>'
    )
