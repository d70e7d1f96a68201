"""A heading is said once: the caption of the table below it is only spoken where it would say the same."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from tests.sources import ROOT, SOUND, built

# A heading or the words that open a fold; or a caption that is seen.
_HEADED = re.compile(r"<(h[1-4]|summary|caption)(?: id=\"[^\"]*\")?>(.*?)</\1>", re.DOTALL)


def _said(words: str) -> str:
    """The words of a heading without marks and the count behind it."""
    return re.sub(r" \(\d+\)$", "", " ".join(html.unescape(re.sub(r"<[^>]+>", "", words)).split()))


def _twice(page: str) -> list[str]:
    found = [(kind, _said(words)) for kind, words in _HEADED.findall(page)]
    return [words for (_, above), (kind, words) in pairwise(found) if kind == "caption" and words == above]


def test_no_caption_repeats_the_heading_above_it() -> None:
    for source in (SOUND, ROOT / "examples" / "thu-tuc"):
        pages = {path: data.decode("utf-8") for path, data in built(source).files.items() if path.endswith(".html")}
        assert {path: found for path, page in pages.items() if (found := _twice(page))} == {}
