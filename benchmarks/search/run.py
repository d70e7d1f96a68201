"""Builds the index of the real records and asks it, and its peers, every labelled query; writes what was found.

usage: python benchmarks/search/run.py DATA QUERIES [--peers FOLDER] [--results FILE]
DATA has procedures.jsonl.xz and units/; FOLDER has node_modules/minisearch and py/pagefind, if they are to be compared.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
from corpus import corpus, knowledge

from congkhai.site.search import Entry, Knowledge, build_index, card_of

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content" / "search"
# Each signal with the value that turns it off.
OFF = {
    "adjacency": 0, "cover": 0, "start": 0, "number": 0, "need": 0, "body": 0, "context": 0, "together": 0, "there": 0,
    "local": 0, "near": 0, "piece": 0, "faint": 1,
}  # fmt: skip
_MEASURED = "<!-- measured -->"


@click.command()
@click.argument("data", type=click.Path(path_type=Path))
@click.argument("queries", type=click.Path(path_type=Path))
@click.option("--peers", type=click.Path(path_type=Path))
@click.option("--results", type=click.Path(path_type=Path))
def main(data: Path, queries: Path, peers: Path | None, results: Path | None) -> None:
    """Build, ask, print; with --results also write the tables."""
    wanted = frozenset(key for line in queries.read_text("utf-8").splitlines() for key in json.loads(line)["relevant"])
    entries = corpus(data, wanted)
    with tempfile.TemporaryDirectory() as folder:
        ours = _built(entries, knowledge(CONTENT), Path(folder) / "ours")
        parts = ["## Quality and cost\n", _quoted(ours + _evaluate(Path(folder) / "ours", queries))]
        parts += ["## What each signal contributes, all classes\n", _ablation(entries, Path(folder), queries)]
        if peers:
            parts += ["## Peers, same records, same queries\n", _quoted(_peers(entries, Path(folder), queries, peers))]
    text = "\n".join(parts)
    print(text)
    if results:
        said = results.read_text("utf-8").split(_MEASURED)[0]
        results.write_text(f"{said}{_MEASURED}\n\n{text}", "utf-8")


def _quoted(text: str) -> str:
    return f"```text\n{text.strip()}\n```\n"


def _built(entries: list[Entry], known: Knowledge, folder: Path) -> str:
    began = time.process_time()
    files = dict(build_index(map(card_of, entries), known))
    seconds = time.process_time() - began
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    size = sum(map(len, files.values()))
    return f"{len(entries)} entries, {len(files)} files, {size / 1e6:.2f} MB raw, built in {seconds:.1f} s\n"


def _node(*arguments: str) -> str:
    env = {**os.environ, "NODE_NO_WARNINGS": "1"}
    return subprocess.run(["node", *arguments], env=env, capture_output=True, text=True, check=True).stdout


def _evaluate(folder: Path, queries: Path, *flags: str) -> str:
    return _node(str(HERE / "evaluate.mjs"), str(folder), str(queries), *flags)


def _ablation(entries: list[Entry], folder: Path, queries: Path) -> str:
    known = knowledge(CONTENT)
    rows = [("everything", _evaluate(folder / "ours", queries, "--brief"))]
    for signal, off in OFF.items():
        rows.append((f"without {signal}", _evaluate(folder / "ours", queries, "--brief", f"--set={signal}:{off}")))
    without = {
        "without abbreviations": Knowledge((), known.synonyms, known.fillers),
        "without synonyms": Knowledge(known.abbreviations, (), known.fillers),
        "without fillers": Knowledge(known.abbreviations, known.synonyms, ()),
        "without any knowledge": Knowledge(),
    }
    for number, (name, less) in enumerate(without.items()):
        target = folder / f"less-{number}"
        _built(entries, less, target)
        rows.append((name, _evaluate(target, queries, "--brief")))
    table = "\n".join(f"| {name} | {said.split()[3]} | {said.split()[7]} |" for name, said in rows)
    return f"| | success@1 | MRR@10 |\n|---|---|---|\n{table}\n"


def _peers(entries: list[Entry], folder: Path, queries: Path, peers: Path) -> str:
    pages = folder / "pages.jsonl"
    with pages.open("w", encoding="utf-8") as lines:
        for entry in entries:
            page = {name: getattr(entry, name) for name in ("id", "title", "code", "sector", "body")}
            lines.write(json.dumps(page, ensure_ascii=False) + "\n")
    env = {**os.environ, "PYTHONPATH": str(peers / "py")}
    told = []
    if (peers / "py" / "pagefind").exists():
        command = [sys.executable, str(HERE / "pagefind_index.py"), str(pages), str(folder / "pagefind")]
        subprocess.run(command, env=env, check=True, capture_output=True)
    for engine in ("pagefind", "minisearch"):
        told.append(_node(str(HERE / "peers.mjs"), engine, str(pages), str(queries), str(folder), str(peers)))
    return "\n".join(told)


if __name__ == "__main__":
    main()
