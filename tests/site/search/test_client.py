"""The engine of the client, joined into one module, is small and does what its modules do; tests of those: tests/js."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from congkhai.site.search.client import MODULES, client_module, shorter

ROOT = Path(__file__).parents[3]
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="Node is not installed")


def _node(*arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHON": sys.executable, "NODE_NO_WARNINGS": "1"}
    return subprocess.run([str(NODE), *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@needs_node
def test_the_joined_client_exports_what_the_engine_exports(tmp_path: Path) -> None:
    folder = ROOT / "static" / "js" / "search"
    joined = tmp_path / "engine.mjs"
    joined.write_text(client_module({name: (folder / name).read_text("utf-8") for name in MODULES}), "utf-8")
    ran = _node("--input-type=module", "-e", f"console.log(Object.keys(await import('{joined.as_uri()}')))")
    assert ran.stdout.strip() == "[ 'open' ]", ran.stderr
    assert "import " not in joined.read_text("utf-8")


def test_the_joined_client_is_small_and_says_nothing_to_readers() -> None:
    folder = ROOT / "static" / "js" / "search"
    joined = client_module({name: (folder / name).read_text("utf-8") for name in MODULES})
    assert "/**" not in joined
    assert len(brotli.compress(joined.encode())) <= 12_000


@pytest.mark.parametrize("kept", ['"a = b // c"', '"\\" => \'"', "`${a - b} ? // c`", "/^ => [/ ]* && $/u", "/[ = ]/"])
def test_what_looks_like_code_in_a_text_or_a_pattern_stays_as_it_is(kept: str) -> None:
    assert shorter(f"  call({kept}, a + b); // why\n") == f"call({kept},a+b);\n"


def test_a_division_is_no_pattern() -> None:
    assert shorter("(a) / (b > c ? d / e : f)") == "(a) / (b>c?d / e :f)"


@needs_node
def test_the_joined_client_finds_what_the_modules_find(tmp_path: Path) -> None:
    folder = ROOT / "static" / "js" / "search"
    joined = tmp_path / "engine.mjs"
    joined.write_text(client_module({name: (folder / name).read_text("utf-8") for name in MODULES}), "utf-8")
    for late in ("codes.js", "facets.js", "nearest.js"):
        (tmp_path / late).write_bytes((folder / late).read_bytes())
    ran = _node("--input-type=module", "-e", _BOTH.format(joined=joined.as_uri(), modules=folder.as_uri(), root=ROOT))
    assert ran.stdout.strip() == "true", ran.stderr


_BOTH = """
const {{ fetchFrom, smallIndex }} = await import("{root}/tests/js/index.mjs");
const files = smallIndex(), found = [];
for (const at of ["{joined}", "{modules}/engine.js"]) {{
  const engine = await (await import(at)).open("/search/", fetchFrom(files));
  const queries = ["tía tui mới mất", "mat so do xin cap lai", "khai sinb", "1.001193.000.00.00.H56"];
  found.push(JSON.stringify(await Promise.all(queries.map((query) => engine.explore(query)))));
}}
console.log(found[0] === found[1] && found[0].includes("1.000656"));
"""
