"""What editors know of how people speak, as the client fetches it: little in the manifest, the rest with its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from congkhai.site.search import anchors, meanings
from congkhai.site.search.knowledge import Knowledge
from congkhai.site.search.meanings import Meaning
from congkhai.site.search.packing import block, front_coded
from congkhai.site.search.words import Words

# A phrase as it is written, and what it means.
SpokenLine = tuple[str, tuple[Meaning, ...]]
_ONLY_ASKS = 2  # how much more often than in a phrase a syllable stands in queries that only asks
_TITLES = 0.05  # how often a syllable is asked for that a title has


# What the manifest says of it.
TOLD = ("phrases", "fillers", "regional", "spoken", "anchors", "elsewhere")


def lines_of(knowledge: Knowledge, resolved: Callable[[str], Meaning | None]) -> list[SpokenLine]:
    """All phrases that mean something here."""
    written = (*knowledge.abbreviations, *knowledge.synonyms)
    found = {text: resolved(text) for text in sorted({text for _, texts in written for text in texts})}
    lines = ((phrase, tuple(one for text in texts if (one := found[text]))) for phrase, texts in written)
    return [(phrase.replace(",", " "), meant) for phrase, meant in lines if meant]


def filed(
    knowledge: Knowledge,
    lines: Sequence[SpokenLine],
    words: Words,
    vocabulary: Sequence[str],
    shard_of: Callable[[str], int],
) -> tuple[dict[str, str], dict[int, bytes]]:
    """What the manifest says and what lies in each shard: phrases below the syllables they are filed under.

    Only those that mean words, not pages, stand in the manifest.
    """
    groups = dict(knowledge.groups)
    parts = [anchors.parts_of(phrase, groups) for phrase, _ in lines]
    said = anchors.keys_said(parts)
    asked = anchors.keys_said([part] for phrase in knowledge.fillers for part in anchors.parts_of(phrase, {}))

    def common(key: str) -> float:
        titles = words[key][0] if key in words else 0
        return said[key] + _ONLY_ASKS * asked[key] + _TITLES * titles

    placed, below = _placed(lines, anchors.anchors(parts, common), groups, shard_of)
    others = sorted(said.keys() - set(vocabulary))
    words_meant = [(phrase, [one.text for one in meant if not one.pages]) for phrase, meant in lines]
    told = (
        _text(words_meant, groups),
        "\n".join(knowledge.fillers),
        "\n".join("=".join((word, *same)) for word, same in knowledge.regional),
        front_coded(others),
        "".join("1" if key in below else "0" for key in (*vocabulary, *others)),
        knowledge.elsewhere,
    )
    return dict(zip(TOLD, told, strict=True)), {number: _packed(found, groups) for number, found in placed.items()}


def _placed(
    lines: Sequence[SpokenLine],
    anchored: Iterable[set[str]],
    groups: Mapping[str, str],
    shard_of: Callable[[str], int],
) -> tuple[dict[int, list[SpokenLine]], set[str]]:
    """The lines of each shard, and the syllables that some are filed under.

    One that the manifest has too stands there as it is written, so that the client knows it again; any other without
    the ways to say it that lead to other syllables.
    """
    placed: dict[int, list[SpokenLine]] = {}
    below: set[str] = set()
    for (phrase, meant), found in zip(lines, anchored, strict=True):
        pages = [meaning.pages for meaning in meant]
        if not any(pages):
            continue
        below |= found
        shards = {key: shard_of(key) for key in sorted(found)}
        for number in sorted({*shards.values()}):
            here = {key for key, shard in shards.items() if shard == number}
            said = anchors.narrowed(phrase, groups, found, here) if all(pages) else phrase
            placed.setdefault(number, []).append((said, meant))
    return placed, below


def _text(lines: Iterable[tuple[str, Sequence[str]]], groups: Mapping[str, str]) -> str:
    """Groups of words that phrases name; after an empty line a line for each meaning, behind all its phrases."""
    phrases: dict[tuple[str, ...], list[str]] = {}
    for phrase, meant in lines:
        if meant:
            phrases.setdefault(tuple(meant), []).append(phrase)
    told = "\n".join("=".join((",".join(said), *meant)) for meant, said in sorted(phrases.items()))
    named = sorted({name for name in _GROUP.findall(told) if name in groups})
    return "\n".join(f"{name}={groups[name]}" for name in named) + "\n\n" + told


# The name of a group in a phrase.
_GROUP = re.compile(r"<[^<>]*>")


def _packed(lines: Sequence[SpokenLine], groups: Mapping[str, str]) -> bytes:
    """The part of a shard that says what some phrases mean: the lines, then the meanings they name by number."""
    listed = sorted({one for _, meant in lines for one in meant if one.pages}, key=lambda one: (one.best, one.text))
    number = {one: at for at, one in enumerate(listed)}
    numbered = [(phrase, [f"#{number[one]}" if one.pages else one.text for one in meant]) for phrase, meant in lines]
    return block(_text(numbered, groups).encode()) + b"".join(map(meanings.packed, listed))
