"""A page as it is opened from a disk: links lead to files, scripts are plain, and it says of which day it is."""

from __future__ import annotations

import re
from html import escape

from congkhai.knowledge import urls

# A link or form that leads to a folder of the site: its path, then a query or an anchor. No other host has one.
_FOLDER = re.compile(r'( (?:href|action)=")((?:[^"#?:]*/)?)((?:[?#][^"]*)?")')
_MODULE = re.compile(r'<script type="module" src=')
# What helps pages of a host along, and only troubles a disk.
_HOSTED = re.compile(r'<link rel="(?:modulepreload|preload|search|manifest)"[^>]*>\n?')
_MAIN = re.compile(r"<main ")
LOADER = "offline.js"


def offline_page(path: str, html: str, notice: str) -> str:
    """The page at a path (of a file); `notice` stands above its content."""
    root = urls.relative(path.rpartition("/")[0] + "/" if "/" in path else "", "")
    loader = f'<script src="{root}{LOADER}" data-root="{root}"></script>\n</head>'
    html = _FOLDER.sub(_to_file, _HOSTED.sub("", html))
    html = _MODULE.sub("<script defer src=", html).replace("</head>", loader, 1)
    return _MAIN.sub(f"{notice}\n<main ", html, count=1)


def _to_file(found: re.Match[str]) -> str:
    before, folder, rest = found.groups()
    return found[0] if not folder else f"{before}{folder}index.html{rest}"


def age_notice(day: str, words: str, age: str) -> str:
    """What stands above the content of every page: the day (ISO) in words; a script adds how long ago that is."""
    said = f'data-offline="{day}" data-age="{escape(age)}"'
    return f'<aside class="page meta"><p {said}>{escape(words)}</p></aside>'
