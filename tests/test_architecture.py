"""The house: floors and arrows, who writes and who reads, and the measures of modules and functions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.sources import ROOT

PACKAGE = ROOT / "congkhai"
MODULES = sorted(PACKAGE.rglob("*.py"))

# The floors, and on each the rooms from below to above: a room imports only what stands before it. A room of a
# package that stands apart from its package is named with it ("exports.twins").
FLOORS: dict[int, str] = {
    1: "values patterns problem spots trace text source_text quick_form labels workdays plain_markdown markup"
    " page_links stopwatch collector digest assets output qr_codes",
    2: "yaml_tree plain_yaml full_yaml yaml_source report abbreviation citation responsibility quantity schedule",
    3: "record fields ready plain_data",
    4: "site_config records",
    5: "completeness procedure_card library urls assignments annotation citing deadlines scorecard validity"
    " procedure_reading handling clock disclosure indicators record_files derived",
    6: "loader checks exports.twins exports.procedures exports.clocks pages templating rendering search indexing"
    " exports importers explanation key_order json_schema browser_editor house_form scaffold importing",
    7: "parts store answers preparation recording builder stored_procedures changes site_update remaking update"
    " memory following",
    8: "server",
    9: "language option_types cluster printing profile_table publishing editing cli",
}
RANK = {room: rank for rank, room in enumerate(" ".join(FLOORS.values()).split())}

# Who may touch the disk beside the room that the rule names, and what for.
WRITERS = {
    "output": "the site",
    "memory.py": "its answers, in .cache of the source",
    "templating": "templates as they were compiled",
    "quick_form.py": "tables in a quick form, in .cache of the program",
    "store": "what it keeps for the next build, in .cache of the source",
    "editing.py": "what the commands import, schema, new and fmt are asked to write",
    "importers": "the drafts it unpacks",
    "server": "the preview, in a folder of its own",
}
READERS = {
    "loader": "content and site.yaml",
    "assets.py": "static/",
    "output": "the old site, to keep what did not change",
    "report.py": "the line of a file that a problem is in",
    "labels": "its own catalogue",
    "quick_form.py": "tables in a quick form",
    "templating": "which components there are; its own text, by which compiled templates are known",
    "importers": "the file it is given",
    "browser_editor": "its own scripts and fonts",
    "search": "its own tables of syllables",
    "server": "what changed in the source",
    "parts.py": "parts of a site; the source, to hash it",
    "memory.py": "its answers, names and times of files",
    "cli.py": "the lines given to the command schedule",
    "editing.py": "the files that fmt and import are given",
}
# Names of modules that may change, and why.
STATE = {
    "rendering._prepared": "the work of the build that a process takes part in",
    "exports.posting_pdf._presses": "what a process draws with",
}
WRITING = {
    "write_text",
    "write_bytes",
    "mkdir",
    "makedirs",
    "rename",
    "unlink",
    "rmtree",
    "touch",
    "mkdtemp",
    "symlink_to",
}
READING = {"read_text", "read_bytes", "iterdir", "rglob", "glob", "scandir", "listdir", "open"}


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The dotted name of a module below the package, "" for the package itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def room_of(module: str) -> str:
    """The room a module belongs to: the longest name in the floors that begins it."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name in RANK), parts[0])


def imports_of(path: Path) -> Iterator[str]:
    """The modules of the package that a module imports, those for annotations only included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "congkhai":
            base = (node.module or "").removeprefix("congkhai").lstrip(".")
            for alias in node.names:
                whole = f"{base}.{alias.name}".lstrip(".")
                yield whole if (PACKAGE / f"{whole.replace('.', '/')}.py").exists() or not base else base
        elif isinstance(node, ast.Import):
            yield from (
                a.name.removeprefix("congkhai.") for a in node.names if a.name.startswith("congkhai.")
            )


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a module."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_room_stands_on_a_floor_and_every_floor_names_rooms_that_exist() -> None:
    rooms = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    named = {room.split(".")[0] for room in RANK}
    assert rooms - {"__init__"} == named
    assert [room for room in RANK if not list(PACKAGE.glob(f"{room.replace('.', '/')}*"))] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_what_stands_below_it(path: Path) -> None:
    room = room_of(name_of(path))
    upward = {
        found
        for found in imports_of(path)
        if room_of(found) != room and RANK[room_of(found)] > RANK.get(room, -1)
    }
    assert not upward or not room, f"{room} must not import {sorted(upward)}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    below = {name_of(path): set(imports_of(path)) for path in MODULES}
    while free := [module for module, wanted in below.items() if not wanted & below.keys() - {module}]:
        for module in free:
            del below[module]
    assert sorted(below) == []


def test_only_the_output_room_writes_the_site() -> None:
    assert sorted({room for room, _ in _deeds(WRITING)} - WRITERS.keys()) == []


def test_only_the_loader_reads_content() -> None:
    assert sorted({room for room, _ in _deeds(READING)} - READERS.keys()) == []


def test_only_the_door_and_the_server_know_the_clock() -> None:
    # A call that asks for the day or hour; datetime.time(8) only names one.
    asks = re.compile(r"(?:.*\.)?(?:date\.today|datetime\.(?:now|utcnow))|time\.(?:time|monotonic)")
    seen = {room for room, call in _deeds({"today", "now", "utcnow", "time", "monotonic"}) if asks.fullmatch(call)}
    assert sorted(seen - {"cli.py", "server"}) == []


def test_whole_procedures_are_looked_up_by_code_and_never_gone_through() -> None:
    # "library.procedures" stands before [code] or .get(code); who looks at many looks at their cards.
    for path in MODULES:
        nodes = list(ast.walk(tree(path)))
        asked = {id(node.value) for node in nodes if isinstance(node, ast.Subscript)}
        asked |= {id(node.value) for node in nodes if isinstance(node, ast.Attribute) and node.attr == "get"}
        whole = (node for node in nodes if isinstance(node, ast.Attribute) and node.attr == "procedures")
        of_library = (node for node in whole if ast.unparse(node.value).split(".")[-1].strip("_") == "library")
        assert [ast.unparse(node) for node in of_library if id(node) not in asked] == [], name_of(path)


def _deeds(names: set[str]) -> Iterator[tuple[str, str]]:
    """The rooms that call a function or method of one of the names, and the call."""
    for path in MODULES:
        room = path.relative_to(PACKAGE).parts[0]
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                called = node.func
                last = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if last in names:
                    yield room, ast.unparse(called)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_keeps_the_measures_of_the_house(path: Path) -> None:
    assert ast.get_docstring(tree(path)), "a module says in a line what it is for"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    for function in functions_of(path):
        assert (function.end_lineno or 0) - function.lineno < 40, f"{function.name} is long"
        positional = function.args.posonlyargs + function.args.args
        assert len(positional) <= 6 or _is_command(function), f"{function.name} takes much"


def _is_command(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether click calls a function, which it does by keyword."""
    return any("click" in ast.unparse(found) or "command" in ast.unparse(found) for found in function.decorator_list)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_keeps_no_state_that_can_change(path: Path) -> None:
    for node in tree(path).body:
        value = getattr(node, "value", None)
        names = [
            ast.unparse(target)
            for target in getattr(node, "targets", [getattr(node, "target", None)])
            if target
        ]
        if isinstance(value, ast.List | ast.Set | ast.Dict | ast.ListComp | ast.DictComp | ast.SetComp):
            changing = [name for name in names if not name.isupper() and name != "__all__"]
            assert not {f"{name_of(path)}.{name}" for name in changing} - STATE.keys()


def test_no_room_is_named_for_nothing_in_particular() -> None:
    vague = ("utils", "helpers", "handle", "manage", "process", "common", "misc")
    assert [name_of(path) for path in MODULES if path.stem.strip("_") in vague] == []
