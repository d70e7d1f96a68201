"""What holds for each way of handing in, channels of which the same holds named together."""

from __future__ import annotations

from congkhai.foundation.labels import Labels
from congkhai.foundation.own_words import capitalised
from congkhai.records.procedure_reading import Channel


def by_channel(labels: Labels, named: list[tuple[Channel | None, str]], key: str) -> str:
    """Words by channel as one line: "Trực tiếp: 5 ngày; trực tuyến, bưu chính: 3 ngày"; `key` joins name and words."""
    groups: dict[str, list[str]] = {}
    for channel, words in named:
        groups.setdefault(words, []).append(labels(f"answer.channel.{channel}") if channel else "")
    parts = [
        labels(key, channel=", ".join(filter(None, names)), words=words) if any(names) else words
        for words, names in groups.items()
    ]
    text = "; ".join(parts)
    return capitalised(text)
