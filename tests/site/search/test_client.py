"""The client runs where Node does: its own tests, and the same engine joined into one module."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from congkhai.site.search.client import MODULES, client_module

ROOT = Path(__file__).parents[3]
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="Node is not installed")


def _node(*arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHON": sys.executable, "NODE_NO_WARNINGS": "1"}
    return subprocess.run([str(NODE), *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@needs_node
def test_the_tests_of_the_client_pass() -> None:
    files = sorted(str(path) for path in (ROOT / "tests" / "js").glob("*.test.mjs"))
    ran = _node("--test", *files)
    assert ran.returncode == 0, ran.stdout[-4000:]


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
