"""The Jinja environment of a site says what plain Jinja says, sooner: words, components and escaping settled ahead."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from msgspec.structs import replace

from congkhai.foundation.labels import Labels, load_labels
from congkhai.site.templating.environment import make_environment
from tests.site.design.rendering import TEMPLATES, as_view, examples, render

LABELS = load_labels("vi")
BUILT_IN = make_environment(LABELS, (TEMPLATES,))


def site_of(
    folder: Path, compiled: Path | None = None, labels: Labels = LABELS, **templates: str
) -> jinja2.Environment:
    """The environment of a site with templates of its own: "components__tag" is components/tag.html."""
    for name, source in templates.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return make_environment(labels, (folder, TEMPLATES), compiled)


@pytest.mark.parametrize(("component", "example"), list(examples()))
def test_every_component_says_what_plain_jinja_makes_of_it(component: str, example: dict[str, Any]) -> None:
    called = f"{{% from 'components/{component}.html' import {component} %}}{{{{ {component}(*args, **named) }}}}"
    args = as_view(example.get("args", []))
    named = {key: as_view(value) for key, value in example.get("with", {}).items()}
    for _ in range(2):  # the second time from what was kept of the first
        assert _even(BUILT_IN.from_string(called).render(args=args, named=named)) == _even(render(component, example))


def _even(html: str) -> str:
    """HTML in which any space is like any other, and none stands between the parts of a table."""
    return re.sub(r"\s+", " ", html).replace(" </tbody>", "</tbody>").strip()


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none(), st.text("&<>'\"a").map(escape)))
def test_what_is_written_into_a_page_is_escaped_as_jinja_escapes_it(value: object) -> None:
    assert BUILT_IN.from_string("{{ it }}").render(it=value) == str(escape(value))


def test_words_are_those_of_the_catalogue_wherever_they_stand(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, page='{{ labels("home.title") }}{{ ("<" ~ labels("home.title")) }}{{ it.labels("home.title") }}'
    )
    title = LABELS("home.title")
    found = site.get_template("page.html").render(it=_Other())
    assert found == f"{escape(title)}&lt;{escape(title)}other"


class _Other:
    """A view that calls something of its own labels."""

    def labels(self, _key: str) -> str:
        return "other"


def test_a_label_that_does_not_exist_names_its_file_and_line(tmp_path: Path) -> None:
    site = site_of(tmp_path, page='<p>\n{{ labels("no.such.label") }}')
    with pytest.raises(jinja2.TemplateSyntaxError, match=r"no\.such\.label") as fault:
        site.get_template("page.html")
    assert (fault.value.lineno, fault.value.filename) == (2, str(tmp_path / "page.html"))


def test_half_a_character_in_a_string_names_its_file_and_line(tmp_path: Path) -> None:
    site = site_of(tmp_path, page="<p>\n{{ '\\ud800' }}")
    with pytest.raises(jinja2.TemplateSyntaxError, match="ud800") as fault:
        site.get_template("page.html")
    assert (fault.value.lineno, fault.value.filename) == (2, str(tmp_path / "page.html"))


def test_a_component_of_the_site_goes_before_the_built_in_one_under_any_name(tmp_path: Path) -> None:
    own = "{% macro tag(state) %}({{ state }}){% endmacro %}"
    page = (
        '{% from "components/tag.html" import tag %}{% from "components/tag.html" import tag as mark %}'
        '{% from "components/own.html" import own %}{{ tag("<") }}{{ mark("b") }}{{ own(state="c") }}'
    )
    inner = '{% from "components/tag.html" import tag %}{% macro own(state) %}{{ tag(state) }}{% endmacro %}'
    site = site_of(tmp_path, page=page, components__tag=own, components__own=inner)
    assert site.get_template("page.html").render() == "(&lt;)(b)(c)"


def test_what_is_made_once_tells_safe_html_from_text_that_reads_the_same() -> None:
    tag = BUILT_IN.from_string('{{ tag("in_force", text=it) }}')
    assert ["<b>" in tag.render(it=it) for it in ("<b>", Markup("<b>"), "<b>")] == [False, True, False]


def test_what_is_not_there_is_a_fault_and_loops_and_blocks_call_as_ever(tmp_path: Path) -> None:
    page = "{% block a %}{% for one in it %}{{ one.upper() }}{{ range(2) | list }}{% endfor %}{% endblock %}"
    site = site_of(tmp_path, page=page, wrong="{{ view.nothing }}", called="{{ nothing(1) }}")
    assert site.get_template("page.html").render(it=["a"]) == "A[0, 1]"
    for name in ("wrong", "called"):
        with pytest.raises(jinja2.UndefinedError):
            site.get_template(f"{name}.html").render(view=object())


def test_compiled_templates_are_kept_and_used_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "deep" / "kept"
    page = {"page": '{{ labels("home.title") }}'}
    first = site_of(tmp_path, kept, **page).get_template("page.html").render()
    monkeypatch.setattr(jinja2.Environment, "compile", _not_again)
    assert site_of(tmp_path, kept, **page).get_template("page.html").render() == first
    other = replace(LABELS, words={**LABELS.words, "home.title": "Khác"})
    with pytest.raises(AssertionError):  # other words are other templates
        site_of(tmp_path, kept, other, **page).get_template("page.html")


def _not_again(*_args: object, **_values: object) -> None:
    raise AssertionError("compiled again")


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:3], lambda data: data[:25], lambda data: b"x"])
def test_damaged_compiled_templates_are_as_good_as_not_there(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    kept = tmp_path / "kept"
    for _ in range(2):
        assert site_of(tmp_path, kept, page="{{ 1 + 1 }}").get_template("page.html").render() == "2"
        for file in kept.iterdir():
            file.write_bytes(damage(file.read_bytes()))


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert site_of(tmp_path, tmp_path / "file", page="a").get_template("page.html").render() == "a"
