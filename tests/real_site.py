"""The site of the real content: built once a run, by the first worker that asks for it, and read by all."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

import pytest

from congkhai.build.builder import build_site
from congkhai.build.locks import lock
from congkhai.build.output import write_output
from tests.browser.kinds import Kinds, kinds_of, settings


class RealSite(NamedTuple):
    """A folder that nobody writes to, and the address of one page of each kind."""

    folder: Path
    kinds: Kinds


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> RealSite:
    """The real content, built."""
    base = tmp_path_factory.getbasetemp()
    # Workers have folders of their own in that of the run.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / "real-site", shared / "real-site.json"
    with lock(shared / "real-site.lock", on_wait=lambda: None):
        if not done.exists():
            done.write_text(json.dumps(_build(folder)), encoding="utf-8")
    return RealSite(folder, json.loads(done.read_text(encoding="utf-8")))


def _build(folder: Path) -> Kinds:
    build = build_site(settings())
    assert build.files, "the content has errors: python build.py check"
    write_output(folder, build.files.items())
    return kinds_of(settings())
