"""Random edits of a source: of values, lines, files and settings, of every kind of record alike."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.sources import ROOT

WORDS = ("hồ sơ", "cấp xã", "Sở Nội vụ", "trước ngày 15/6/2024", "Nghị định số 61/2018/NĐ-CP", "mới", "x", "2025")
# What an edit does to a source; it tells in words what that was.
Edit = Callable[[Path, random.Random], str]
# A key with its value, on a line of its own or in braces: "status: completed", "{task: I.1, on: 2026-03-20}".
_VALUE = re.compile(r"(?m)(?:^[ -]*|[{,] ?)([a-z_]+): ([^\n{}|]*?)(?=[,}]|$)")


def records(source: Path, folder: str = "") -> list[Path]:
    """The files of the content, or of one folder of it."""
    found = (source / "content" / folder).rglob("*")
    return sorted(path for path in found if path.suffix in (".yaml", ".md"))


def _some_file(source: Path, chance: random.Random, folder: str = "") -> Path:
    """A file of a random kind, so that kinds of few files are edited as often as others; or one of a folder."""
    kinds: dict[str, list[Path]] = {}
    for path in records(source, folder):
        kinds.setdefault(path.relative_to(source).parts[1], []).append(path)
    return chance.choice(kinds[chance.choice(sorted(kinds))])


def _rewrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def change_a_word(source: Path, chance: random.Random) -> str:
    """Put another word somewhere."""
    path = _some_file(source, chance)
    lines = _lines_of(path)
    number = chance.randrange(len(lines))
    words = lines[number].split(" ")
    index = chance.randrange(len(words))
    words[index] = words[index] and chance.choice(WORDS)
    lines[number] = " ".join(words)
    _rewrite(path, "\n".join(lines))
    return f"{path.name}:{number + 1}: {lines[number]!r}"


def change_a_name(source: Path, chance: random.Random) -> str:
    """Add words to a name, a title or a time."""
    path = _some_file(source, chance)
    lines = _lines_of(path)
    named = [number for number, line in enumerate(lines) if line.lstrip("- ").startswith(("name:", "title:", "time:"))]
    if not named:
        return "nothing"
    number = chance.choice(named)
    lines[number] = f"{lines[number].rstrip()} {chance.choice(WORDS[:3])}"
    _rewrite(path, "\n".join(lines))
    return f"{path.name}:{number + 1}: {lines[number]!r}"


def borrow_a_value(source: Path, chance: random.Random) -> str:
    """Give a key the value that another record has for it: a date, a state, a reference, a number."""
    path = _some_file(source, chance)
    text = path.read_text(encoding="utf-8")
    places = list(_VALUE.finditer(text))
    if not places:
        return "nothing"
    place = chance.choice(places)
    everywhere = (one.read_text(encoding="utf-8") for one in records(source))
    values = {found[2] for other in everywhere for found in _VALUE.finditer(other) if found[1] == place[1]}
    value = chance.choice(sorted(values))
    _rewrite(path, text[: place.start(2)] + value + text[place.end(2) :])
    return f"{path.name}: {place[1]}: {place[2]!r} is {value!r} now"


def drop_a_line(source: Path, chance: random.Random) -> str:
    """Take a line out of a file."""
    path = _some_file(source, chance)
    lines = _lines_of(path)
    gone = lines.pop(chance.randrange(len(lines)))
    _rewrite(path, "\n".join(lines))
    return f"{path.name}: without {gone!r}"


def repeat_a_line(source: Path, chance: random.Random) -> str:
    """Write a line twice: an item of a list."""
    path = _some_file(source, chance)
    lines = _lines_of(path)
    items = [number for number, line in enumerate(lines) if line.lstrip().startswith("- ")]
    if not items:
        return "nothing"
    number = chance.choice(items)
    lines.insert(number, lines[number])
    _rewrite(path, "\n".join(lines))
    return f"{path.name}: twice {lines[number]!r}"


def shift_all_lines(source: Path, chance: random.Random) -> str:
    """Write a comment on top of a file."""
    path = _some_file(source, chance)
    if path.suffix != ".yaml":
        return "nothing"
    _rewrite(path, "# ghi chú\n" + path.read_text(encoding="utf-8"))
    return f"{path.name}: a comment on top"


def add_a_record(source: Path, chance: random.Random, folder: str = "") -> str:
    """Copy a file under another name, with the id that it asks for."""
    path = _some_file(source, chance, folder)
    stem = f"9.{chance.randrange(10**6):06}" if "procedures" in path.parts else f"{path.stem}-{chance.randrange(100)}"
    # No decision lists the new one, and a procedure that names a decision must stand in it.
    text = re.sub(r"(?m)^announcement: .*\n", "", path.read_text(encoding="utf-8"))
    _rewrite(path.with_name(f"{stem}{path.suffix}"), text.replace(path.stem, stem))
    return f"{stem} like {path}"


def rename_a_record(source: Path, chance: random.Random) -> str:
    """Give a file another name, and its record the id that it asks for."""
    done = add_a_record(source, chance)
    Path(done.partition(" like ")[2]).unlink()
    return f"{done}, which is gone"


def delete_a_record(source: Path, chance: random.Random) -> str:
    """Delete a file."""
    path = _some_file(source, chance)
    path.unlink()
    return f"{path.name} deleted"


def move_a_procedure(source: Path, chance: random.Random) -> str:
    """Put a procedure into another folder."""
    found = records(source, "procedures")
    if not found:
        return "nothing"
    path = chance.choice(found)
    folder = source / "content" / "procedures" / chance.choice(("linh-vuc-khac", "ho-tich"))
    folder.mkdir(exist_ok=True)
    path.rename(folder / path.name)
    return f"{path.name} to {folder.name}"


_SETTINGS = (
    "languages: [vi, en]",
    "central_records: true",
    "base_url: https://example.org/x/",
    "editor: {backend: github, repo: a/b}",
    "tokens: {radius: 8px}",
    "invented: true",
    "late_reception: {hour: 16, document: quy chế}",
    "days: [{date: 2026-12-24, kind: day_off, document: quyết định}]",
    'former_ids: [{kind: procedure, id: "9.777777", successor: "9.000101"}]',
    "contact: {name: Văn phòng, email: a@example.org}",
)


def change_the_settings(source: Path, chance: random.Random) -> str:
    """Add a setting to site.yaml, or take it out."""
    path, line = source / "site.yaml", chance.choice(_SETTINGS)
    key = line.partition(":")[0]
    text = path.read_text(encoding="utf-8")
    # A key of the top with all that belongs to it.
    less = re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", text)
    _rewrite(path, less if less != text else f"{text}{line}\n")
    return f"site.yaml: {line} {'gone' if less != text else 'added'}"


def lay_a_template_over(source: Path, chance: random.Random) -> str:
    """Lay a template of the site's own over a built-in one, or take it away."""
    built_in = chance.choice(sorted((ROOT / "templates" / "pages").glob("*.html")))
    own = source / "templates" / "pages" / built_in.name
    if own.exists():
        own.unlink()
        return f"{own.name} as built in"
    own.parent.mkdir(parents=True, exist_ok=True)
    _rewrite(own, built_in.read_text(encoding="utf-8") + "\n{# own #}\n<!-- own -->\n")
    return f"{own.name} laid over"


def put_a_file(source: Path, chance: random.Random) -> str:
    """Put a file among those that are published as they are, another in its place, or take it away."""
    path = source / chance.choice(("static/CNAME", "static/.well-known/security.txt", "content/files/mau-khac.docx"))
    if path.exists() and chance.random() < 0.5:
        path.unlink()
        return f"{path.name} deleted"
    path.parent.mkdir(parents=True, exist_ok=True)
    _rewrite(path, f"{chance.random()}\n")
    return f"{path.name} written"


_OF_RECORDS: tuple[Edit, ...] = (
    *(change_a_word, change_a_name, change_a_name, borrow_a_value, borrow_a_value, borrow_a_value),
    *(drop_a_line, repeat_a_line, shift_all_lines, add_a_record, add_a_record, rename_a_record),
    *(delete_a_record, move_a_procedure),
)
_OF_THE_REST: tuple[Edit, ...] = (change_the_settings, change_the_settings, lay_a_template_over, put_a_file)


def edit(source: Path, chance: random.Random) -> str:
    """Make one of the edits; most often one of records."""
    return chance.choice(_OF_RECORDS if chance.random() < 0.85 else _OF_THE_REST)(source, chance)


def saved(source: Path, to: Path) -> None:
    """Keep a source as it is, in place of what was kept."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(source, to, ignore=shutil.ignore_patterns(".cache"))


def taken_back(source: Path, kept: Path) -> None:
    """Make a source what was kept of it; files that did not change stay as they are."""
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if ".cache" not in name.parts and path.is_file() and not (kept / name).exists():
            path.unlink()
    for path in kept.rglob("*"):
        there = source / path.relative_to(kept)
        if path.is_file() and (not there.exists() or there.read_bytes() != path.read_bytes()):
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, there)
