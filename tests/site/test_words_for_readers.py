"""No page speaks to its readers of files, keys or commands."""

from __future__ import annotations

import html
import re

from tests.sources import ROOT, SOUND, built

# Words of operators: names of files and keys, and the folder of records.
OPERATORS = re.compile(r"site\.yaml|base_url|\bcontent/|build\.py|\.yaml\b|lead_agencies|legal_basis")
# What is no text: scripts, styles, the head, and code that the page on data shows on purpose.
UNSEEN = re.compile(r"<(script|style|head|code|pre)\b.*?</\1>", re.DOTALL)


def shown(data: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", UNSEEN.sub(" ", data.decode("utf-8"))))


def test_pages_without_a_contact_speak_no_words_of_operators() -> None:
    for source in (SOUND, ROOT / "examples" / "thu-tuc"):
        pages = {path: data for path, data in built(source).files.items() if path.endswith(".html")}
        found = {path: OPERATORS.search(shown(data)) for path, data in pages.items()}
        assert {path: match[0] for path, match in found.items() if match} == {}
