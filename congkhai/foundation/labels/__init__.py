"""The labels catalogue: every word a reader of the portal or of a problem sees, by key, in one place per language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from congkhai.foundation.invocation import command_name
from congkhai.foundation.problem import Severity
from congkhai.foundation.quick_form import quick_form

_HERE = Path(__file__).resolve().parent
# Forms of a word by a number: "{n} {n:task|tasks}", "{month:January|February|…}"; the last is also that of all above.
_FORMS = re.compile(r"\{(\w+):([^{}|]*\|[^{}]*)\}")


class ProblemWording(NamedTuple):
    """How a problem is said: its weight, a sentence with placeholders, and what to do about it."""

    severity: Severity
    message: str
    hint: str


class Labels(Struct, frozen=True):
    """The words of one language; calling it with a key and values gives the phrase."""

    language: str
    words: Mapping[str, str]
    problems: Mapping[str, ProblemWording]

    def __hash__(self) -> int:
        """By language alone, so that what was said with labels can be kept beside them."""
        return hash(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of `key` with its placeholders filled; an unknown key is a bug (KeyError)."""
        phrase = self.words[key]
        if not values:
            return phrase
        if "|" in phrase:
            phrase = _FORMS.sub(lambda found: _form(found[2].split("|"), str(values[found[1]])), phrase)
        return phrase.format(**values)

    def get(self, key: str, default: str = "") -> str:
        """The phrase of `key` as it stands, or the default."""
        return self.words.get(key, default)


def _form(forms: list[str], number: str) -> str:
    """The form of a word that a number asks for; what is no number yet, and zero, ask for the last."""
    place = int(number) if number.isdecimal() else 0
    return forms[min(place, len(forms)) - 1]


def load_labels(language: str = "vi") -> Labels:
    """Read the catalogue of a language ("vi" or "en"): all files of its folder laid together."""
    texts = [path.read_bytes() for path in sorted((_HERE / language).glob("*.yaml"))]
    hashed = hashlib.sha256(b"\0".join(texts)).hexdigest()
    parts = quick_form(f"labels-{language}", hashed, lambda: _parse(texts))
    wordings = {code: ProblemWording(Severity(weight), *rest) for code, (weight, *rest) in parts["problems"].items()}
    command = command_name()
    # Advice names the command as it was called.
    words = {key: phrase.replace("{command}", command) for key, phrase in parts["words"].items()}
    return Labels(language, words, wordings)


def _parse(texts: Iterable[bytes]) -> dict[str, Any]:
    import yaml  # takes longer to load than all else that a check of an unchanged source does

    words: dict[str, str] = {}
    problems: dict[str, tuple[str, str, str]] = {}
    for text in texts:
        part = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)) or {}
        words.update(part.get("words") or {})
        for code, wording in (part.get("problems") or {}).items():
            problems[code] = (wording["severity"], wording["message"], wording.get("hint", ""))
    return {"words": words, "problems": problems}
