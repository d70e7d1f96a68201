"""Renders one component as the build does: strict about what is missing, escaping everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import yaml

from congkhai.foundation.labels import load_labels

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "templates"
COMPONENTS = TEMPLATES / "components"
LABELS = ROOT / "congkhai" / "foundation" / "labels"
WORDS_VI = load_labels("vi").words  # of all parts: components also speak of search, deadlines and procedures


def words(language: str) -> dict[str, str]:
    """The words of the design in one language, by key."""
    source = (LABELS / language / "design.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.safe_load(source)["words"]
    return found


def labels(key: str, **values: object) -> str:
    """One Vietnamese label with its values put in; a key that is missing raises."""
    return WORDS_VI[key].format(**values)


def environment() -> jinja2.Environment:
    """The Jinja environment of the contract: autoescape, StrictUndefined, trimmed blocks."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["labels"] = labels
    return made


def a_site() -> SimpleNamespace:
    """A site as templates see it: name, url, asset, nav."""
    return SimpleNamespace(
        name="Công Khai",
        root="/",
        language="vi",
        edition="",
        outside="",
        url=lambda path: path or "/",
        asset=lambda path: f"/static/{path}",
        nav=[("Kế hoạch", "/ke-hoach/", True), ("Cơ quan", "/co-quan/", False), ("Thời hạn", "/thoi-han/", False)],
    )


def as_view(value: Any) -> Any:
    """Example data with attributes, as frozen views have them, so that a missing field is an error."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: as_view(item) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(as_view(item) for item in value)
    return a_site() if value == "@site" else value


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every example of every component: (component, example)."""
    for path in sorted(COMPONENTS.glob("*.examples.yaml")):
        for example in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path.name.removesuffix(".examples.yaml"), example


def render(component: str, example: dict[str, Any]) -> str:
    """The HTML of one example."""
    imported = f"{{% from 'components/{component}.html' import {component} %}}"
    template = environment().from_string(f"{imported}{{{{ {component}(*args, **named) }}}}")
    args = as_view(example.get("args", []))
    named = {key: as_view(value) for key, value in example.get("with", {}).items()}
    return template.render(args=args, named=named)
