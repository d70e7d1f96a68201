"""What all tests share: templates are compiled and labels read once a run, so that many small sites can be built."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import jinja2
import pytest
from hypothesis import settings

from congkhai.build import preparation
from congkhai.foundation.labels import load_labels
from tests.chromium import browser
from tests.real_site import real_site

__all__ = ["browser", "real_site"]

# No test is timed: a busy machine fails none.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True, scope="session")
def _labels_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(preparation, "load_labels", cache(load_labels))
        yield


@pytest.fixture(autouse=True, scope="session")
def _templates_compiled_once() -> Iterator[None]:
    compile_anew: Any = jinja2.Environment.compile
    known: dict[tuple[object, ...], Any] = {}

    def compiled(self: jinja2.Environment, source: Any, *rest: Any, **named: Any) -> Any:
        options = (self.trim_blocks, self.lstrip_blocks, self.keep_trailing_newline, self.autoescape)
        labels = self.globals.get("labels")  # words stand in what is compiled
        key = (source, rest, tuple(named.items()), options, labels)
        if key not in known:
            known[key] = compile_anew(self, source, *rest, **named)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compiled)
        yield
