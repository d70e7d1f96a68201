"""Learns vectors of words and of procedures: what is asked in words of life lies near the record that answers it.

usage: PYTHONPATH=. python benchmarks/search/vectors.py DATA [--dimensions 48] [--rounds 50] [--output FILE]
Needs numpy and scipy, which the project itself does without. DATA has procedures.jsonl.xz. Every record is shown with
its title, its keywords, its everyday names and what was asked in asked.tsv and the first part of spoken.txt. The vector
of a text is the sum of those of its syllables and of each two that follow each other; that of a record is its title's
and something of its own. A text is drawn to its record and pushed from all others (softmax over all records, Adam, a
part of each text left out). Writes congkhai/site/search/vectors.txt.xz, a letter a number from "a" (-4) to "i" (4).
"""

from __future__ import annotations

import lzma
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import numpy as np
from corpus import corpus
from scipy import sparse

from congkhai.site.search import Entry, vectors
from congkhai.site.search.order import opening_length
from congkhai.site.search.syllables import keys

HERE = Path(__file__).parent
_OFTEN = 10  # texts that have a feature, at least
_BATCH = 256
_LEFT_OUT = 0.3  # of the features of each text, in each round
_RATE, _OWN, _WORDS = 1e-2, 0.2, 0.3  # how fast is learnt: all, what a record has of its own, words
_DECAY = 1e-5
_COMMON = 0.97  # of all numbers are not larger than the largest letter says
_RANDOM = 20261130


@click.command()
@click.argument("data", type=click.Path(path_type=Path))
@click.option("--dimensions", default=48)
@click.option("--rounds", default=50)
@click.option("--output", type=click.Path(path_type=Path), default=vectors.TABLE)
def main(data: Path, dimensions: int, rounds: int, output: Path) -> None:
    """Learn, and write the table."""
    entries = [entry for entry in corpus(data) if entry.kind == "procedure"]
    place = {entry.code: number for number, entry in enumerate(entries)}
    texts = [(features_of(text), place[code]) for code, text in _texts(entries) if code in place]
    counts = Counter(feature for features, _ in texts for feature in features)
    features = sorted(feature for feature, count in counts.items() if count >= _OFTEN)
    rarity = np.array([math.log(len(texts) / counts[feature]) for feature in features], dtype=np.float32)
    click.echo(f"{len(texts)} texts, {len(features)} features")
    learner = Learner(features, rarity, [features_of(title_of(entry)) for entry in entries], dimensions)
    for number in range(rounds):
        loss = learner.round(texts, 1 - 0.9 * number / rounds)
        if number % 10 == 9:
            click.echo(f"round {number + 1}: {loss:.3f}")
    words, records = _letters(learner.words * rarity[:, None]), _letters(learner.records())
    lines = [f"{name}\t{letters}" for name, letters in zip(features, words, strict=True)]
    lines += ["", *(f"{entry.code}\t{letters}" for entry, letters in zip(entries, records, strict=True))]
    output.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))


def _texts(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Code and text of all that is learnt from."""
    for entry in entries:
        for text in (title_of(entry), *entry.keywords, *entry.called):
            yield entry.code, text
    for line in (HERE / "asked.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, *asked = line.split("\t")
            yield from ((code, text) for text in asked)
    for line in (HERE / "spoken.txt").read_text("utf-8").split("\n# kept apart")[0].splitlines():
        if not line.startswith("#"):
            _, text, codes = line.split(" | ")
            yield from ((code.strip(), text) for code in codes.split(","))


def title_of(entry: Entry) -> str:
    """The words of a title behind what only says that it is a procedure."""
    said = keys(entry.title)
    return " ".join(said[opening_length(said) :])


def features_of(text: str) -> list[str]:
    """The features of a text, each once."""
    return sorted(vectors.features(keys(text)))


class Learner:
    """Vectors of features and of records, and how they were changed so far."""

    def __init__(
        self, features: Sequence[str], rarity: np.ndarray, titles: Sequence[Sequence[str]], dimensions: int
    ) -> None:  # type: ignore[type-arg]
        self._random = np.random.default_rng(_RANDOM)
        self._number = {feature: number for number, feature in enumerate(features)}
        self._rarity = rarity
        self.words = (self._random.standard_normal((len(features), dimensions)) * 0.1).astype(np.float32)
        self._own = (self._random.standard_normal((len(titles), dimensions)) * 0.02).astype(np.float32)
        self._titles = self._matrix([self._known(title) for title in titles])
        self._changes = {
            name: (np.zeros_like(made), np.zeros_like(made))
            for name, made in (("words", self.words), ("own", self._own))
        }
        self._steps = 0

    def records(self) -> np.ndarray:  # type: ignore[type-arg]
        """The vectors of all records."""
        return self._titles @ self.words + self._own

    def round(self, texts: Sequence[tuple[Sequence[str], int]], pace: float) -> float:
        """Learn from all texts once; the mean loss."""
        loss = 0.0
        order = self._random.permutation(len(texts))
        for start in range(0, len(order), _BATCH):
            batch = [texts[number] for number in order[start : start + _BATCH]]
            loss += self._learn(
                self._matrix([self._some(said) for said, _ in batch]), np.array([of for _, of in batch]), pace
            )
        return loss / len(texts)

    def _learn(self, said: sparse.csr_matrix, of: np.ndarray, pace: float) -> float:  # type: ignore[type-arg]
        asked, records = said @ self.words, self.records()
        scores = asked @ records.T
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(1, keepdims=True)
        rows = np.arange(len(of))
        loss = -float(np.log(chances[rows, of] + 1e-9).sum())
        chances[rows, of] -= 1
        chances /= len(of)
        to_records = chances.T @ asked
        self._steps += 1
        self._change("own", self._own, to_records + _DECAY * self._own, pace * _RATE * _OWN)
        self._change(
            "words", self.words, said.T @ (chances @ records) + self._titles.T @ to_records, pace * _RATE * _WORDS
        )
        return loss

    def _change(self, name: str, made: np.ndarray, slope: np.ndarray, rate: float) -> None:  # type: ignore[type-arg]
        """One step of Adam."""
        mean, square = self._changes[name]
        mean += 0.1 * (slope - mean)
        square += 0.001 * (slope**2 - square)
        made -= rate * mean / (1 - 0.9**self._steps) / (np.sqrt(square / (1 - 0.999**self._steps)) + 1e-8)

    def _known(self, features: Sequence[str]) -> list[int]:
        return [self._number[feature] for feature in features if feature in self._number]

    def _some(self, features: Sequence[str]) -> list[int]:
        known = self._known(features)
        kept = [number for number in known if self._random.random() > _LEFT_OUT] if len(known) > 2 else known
        return kept or known

    def _matrix(self, texts: Sequence[Sequence[int]]) -> sparse.csr_matrix:
        """A row a text: how much each feature tells, of length 1."""
        rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        columns = np.array([number for text in texts for number in text], dtype=np.int64)
        told = self._rarity[columns]
        lengths = np.sqrt(np.bincount(rows, told**2, len(texts))) + 1e-6
        return sparse.csr_matrix(
            (told / lengths[rows], (rows, columns)), (len(texts), len(self._rarity)), dtype=np.float32
        )


def _letters(made: np.ndarray) -> Iterator[str]:  # type: ignore[type-arg]
    """Each row as letters."""
    largest = np.quantile(np.abs(made), _COMMON)
    steps = np.clip(np.round(made / largest * vectors.MOST), -vectors.MOST, vectors.MOST).astype(int) + ord(
        vectors.NOUGHT
    )
    return ("".join(map(chr, row)) for row in steps)


if __name__ == "__main__":
    main()
