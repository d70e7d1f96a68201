"""The labels catalogue: every word a reader of the portal or of a problem sees, by key, in one place per language."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

import yaml

from congkhai.problem import Severity
from congkhai.values import dataclass

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class ProblemWording(NamedTuple):
    """How a problem is said: its weight, a sentence with placeholders, and what to do about it."""

    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; calling it with a key and values gives the phrase."""

    language: str
    words: Mapping[str, str]
    problems: Mapping[str, ProblemWording]

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of `key` with its placeholders filled; an unknown key is a bug (KeyError)."""
        phrase = self.words[key]
        return phrase.format(**values) if values else phrase

    def get(self, key: str, default: str = "") -> str:
        """The phrase of `key` as it stands, or the default."""
        return self.words.get(key, default)


def load_labels(language: str = "vi") -> Labels:
    """Read the catalogue of a language ("vi" or "en"): all files of its folder laid together."""
    words: dict[str, str] = {}
    problems: dict[str, ProblemWording] = {}
    folder = files(__package__) / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml"):
            part = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader) or {}
            words.update(part.get("words") or {})
            problems.update(_wordings(part.get("problems") or {}))
    return Labels(language, words, problems)


def _wordings(part: Mapping[str, Mapping[str, str]]) -> dict[str, ProblemWording]:
    return {
        code: ProblemWording(Severity(wording["severity"]), wording["message"], wording.get("hint", ""))
        for code, wording in part.items()
    }
