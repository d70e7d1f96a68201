"""The house: floors and arrows, who writes and who reads, and the measures of modules and functions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from tests.sources import ROOT

PACKAGE = ROOT / "congkhai"
MODULES = sorted(PACKAGE.rglob("*.py"))

# The rooms, from below to above: each is a folder of the package, and imports only rooms that stand before it.
ROOMS = ["foundation", "vietnamese", "source", "records", "knowledge", "site", "checks", "build", "editing", "commands"]
# Sub-rooms that stand apart in their room, with the neighbours they may know: arrows inside a room run down, too.
INSIDE: dict[str, str] = {
    "knowledge": "procedures.completeness procedures.stated procedures.working_days procedures.settled_times"
    " procedures.passed_on procedures.row_units procedures.issued_times procedures.hard_words procedures.counter_cases"
    " procedures.counter procedures.times procedures.card library urls"
    " documents units register plans procedures elsewhere disclosure"
    " changes former_ids plan_tables actor_tables derived",
    "site": "modules assets qr_codes pick_lists json_schema search exports.twins exports.procedures"
    " exports.clocks pictures linked_data edition pages.page data_sets pages templating rendering"
    " procedure_entries entries indexing task_order exports browser_editor",
    "records": "model position absent kinds site_config record_files",
}

# Who may touch the disk beside the room that the rule names, and what for.
WRITERS = {
    "build.output": "the site",
    "build.incremental": "what it keeps for the next build, in .cache of the source",
    "site.templating": "templates as they were compiled",
    "foundation.quick_form": "tables in a quick form, in .cache of the program",
    "foundation.atomic": "any file in one step, for those who write",
    "build.locks": "files to lock, in .cache of the source and among temporary files",
    "editing.importers": "the drafts it unpacks",
    "commands.server": "the preview, in a folder of its own",
}
READERS = {
    "build.loader": "content and site.yaml",
    "site.assets": "static/",
    "build.output": "the old site, to keep what did not change",
    "build.locks": "files to lock",
    "foundation.atomic": "devices and pipes, to write to them",
    "foundation.paths": "any file that may turn out to be a pipe, for those who read",
    "foundation.program": "which libraries are installed",
    "foundation.report": "the line of a file that a problem is in",
    "foundation.labels": "its own catalogue",
    "foundation.quick_form": "tables in a quick form",
    "site.templating": "which components there are; its own text, by which compiled templates are known",
    "editing.importers": "the file it is given",
    "editing.starter": "the templates of a new site, the central records it begins with",
    "knowledge.units": "its table of provinces and communes",
    "knowledge.register": "its table of the national register",
    "site.browser_editor": "its own scripts and fonts",
    "site.search": "its own tables of syllables",
    "site.exports": "its own script for pages that are opened from a disk",
    "commands.server": "what changed in the source",
    "build.parts": "the source, to hash it",
    "build.merging": "parts of a site",
    "build.incremental": "its answers, names and times of files",
    "commands.schedule": "the lines given to the command schedule",
    "commands.files": "the files that import is given",
    "commands.fmt": "the files that it is given",
    "commands.new": "the plan that a task is added to",
}
# Names of modules that may change, and why.
STATE = {
    "site.rendering._prepared": "the work of the build that a process of an executor takes part in",
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
READING = {"read_text", "read_bytes", "iterdir", "rglob", "glob", "scandir", "listdir", "open", "bytes_of_file"}


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The dotted name of a module below the package, "" for the package itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def room_of(module: str) -> str:
    """The room a module stands in: the first part of its name."""
    return module.split(".")[0]


def sub_room_of(module: str) -> str:
    """A room and what stands in it, "checks.links" of "checks.links.anchors"."""
    return ".".join(module.split(".")[:2])


def imports_of(path: Path) -> Iterator[str]:
    """The modules of the package that a module imports, those for annotations only included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "congkhai":
            base = (node.module or "").removeprefix("congkhai").lstrip(".")
            for alias in node.names:
                whole = f"{base}.{alias.name}".lstrip(".")
                yield whole if (PACKAGE / f"{whole.replace('.', '/')}.py").exists() or not base else base
        elif isinstance(node, ast.Import):
            yield from (a.name.removeprefix("congkhai.") for a in node.names if a.name.startswith("congkhai."))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a module."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_package_holds_the_rooms_and_nothing_else() -> None:
    found = {path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"}
    assert found - {"__init__.py", "__main__.py"} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for_what_it_may_know_and_what_it_gives(room: str) -> None:
    said = ast.get_docstring(tree(PACKAGE / room / "__init__.py")) or ""
    assert "May know: " in said
    assert "Gives: " in said


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_rooms_below_it(path: Path) -> None:
    room = room_of(name_of(path))
    upward = {found for found in imports_of(path) if room in ROOMS and ROOMS.index(room_of(found)) > ROOMS.index(room)}
    assert not upward, f"{room} must not import {sorted(upward)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_inside_a_room_arrows_run_down_too(path: Path) -> None:
    name = name_of(path)
    room = room_of(name)
    order = INSIDE.get(room, "").split()
    rank = {part: number for number, part in enumerate(order)}
    if not order or name == room:
        return
    here = _neighbour(name, room, rank)
    upward = {
        found
        for found in imports_of(path)
        if room_of(found) == room and found != room and rank[_neighbour(found, room, rank)] > rank[here]
    }
    assert not upward, f"{name} must not import {sorted(upward)}"


def _neighbour(module: str, room: str, rank: dict[str, int]) -> str:
    """What of a room a module belongs to, by the longest name that the order gives; kinds of records are one."""
    inside = module.removeprefix(f"{room}.").split(".")
    names = [".".join(inside[:length]) for length in range(len(inside), 0, -1)]
    return next((name for name in names if name in rank), "kinds" if "kinds" in rank else names[-1])


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


def test_only_commands_and_the_server_know_the_clock() -> None:
    # A call that asks for the day or hour; datetime.time(8) only names one.
    asks = re.compile(r"(?:.*\.)?(?:date\.today|datetime\.(?:now|utcnow))|time\.(?:time|monotonic)")
    seen = {room for room, call in _deeds({"today", "now", "utcnow", "time", "monotonic"}) if asks.fullmatch(call)}
    assert sorted(room for room in seen if room_of(room) != "commands") == []


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
        room = sub_room_of(name_of(path))
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
        names = [ast.unparse(target) for target in getattr(node, "targets", [getattr(node, "target", None)]) if target]
        if isinstance(value, ast.List | ast.Set | ast.Dict | ast.ListComp | ast.DictComp | ast.SetComp):
            changing = [name for name in names if not name.isupper() and name != "__all__"]
            assert not {f"{name_of(path)}.{name}" for name in changing} - STATE.keys()


def test_no_room_is_named_for_nothing_in_particular() -> None:
    vague = ("utils", "helpers", "handle", "manage", "process", "common", "misc")
    assert [name_of(path) for path in MODULES if path.stem.strip("_") in vague] == []


def test_no_folder_of_tests_is_left_out_by_its_name(pytestconfig: pytest.Config) -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    left_out = pytestconfig.getini("norecursedirs")
    assert not [path for path in folders for name in left_out if fnmatch(path.name, name)]
