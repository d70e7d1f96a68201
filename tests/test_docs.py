"""What the docs say is true: commands exist, links lead somewhere, examples are read without an error."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

import congkhai
from congkhai.build.builder import Checked, Settings, check_source
from congkhai.commands.cli import commands
from congkhai.foundation.report import as_text, has_errors
from tests.sources import run
from tests.test_architecture import ROOMS

ROOT = Path(__file__).resolve().parents[1]
DOCS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "examples" / "README.md"]
GUIDE = ROOT / "docs" / "huong-dan.md"
STARTER_GUIDE = ROOT / "congkhai" / "editing" / "starter" / "common" / "HUONG-DAN.md"
WORKFLOWS = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / ".gitlab-ci.yml"]
DOORS = [ROOT / "Makefile", ROOT / ".ci" / "run", *WORKFLOWS]
# A call of make with its targets, in a code span, a code block or a script: make check build.
MAKE_CALL = re.compile(r"(?:^|`|&& )make(?: -s)?((?: [a-z]+)+)", re.MULTILINE)
# A call of build.py or congkhai with all that follows on its line.
BUILD_CALL = re.compile(r"(?:build\.py|(?:(?<=`)|^)congkhai) ([a-z]+)([^`\n]*)", re.MULTILINE)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", _text(ROOT / "Makefile"), re.MULTILINE))


def _calls(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The commands of build.py that a file calls, each with its options."""
    for command, rest in BUILD_CALL.findall(_text(path)):
        yield command, re.findall(r"(?<!\S)--[a-z-]+", rest)


@pytest.mark.parametrize("path", [*DOCS, *DOORS], ids=lambda path: path.name)
def test_every_make_target_that_is_named_exists(path: Path) -> None:
    named = {target for call in MAKE_CALL.findall(_text(path)) for target in call.split()}
    assert named <= _targets()


@pytest.mark.parametrize("path", [*DOCS, *DOORS], ids=lambda path: path.name)
def test_every_command_and_option_that_is_named_exists(path: Path) -> None:
    assert isinstance(commands, click.Group)
    for name, options in _calls(path):
        command = commands.get_command(click.Context(commands), name)
        assert command
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(options) <= known


def test_the_docs_do_name_targets_and_commands() -> None:
    assert MAKE_CALL.findall(_text(ROOT / "README.md"))
    assert [*_calls(ROOT / "README.md")]
    assert {"serve", "test", "help", "check", "build"} <= _targets()


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_one(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)\s#]+)[^)]*\)", _text(path))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_file_that_is_named_exists(path: Path) -> None:
    # A path in a code span that begins with a folder of ours and has no placeholder in it.
    folders = "congkhai|content|docs|examples|static|templates|tests"
    named = re.findall(rf"`((?:{folders})/[\w./-]*)`", _text(path))
    if path == GUIDE:  # whose content is that of the office
        named = [name for name in named if not name.startswith("content/")]
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_map_shows_the_rooms_as_they_are() -> None:
    # The line of arrows in the picture: top --> … --> ground.
    (arrows,) = re.findall(r"^  (\w+(?: --> \w+)+)$", _text(ROOT / "ARCHITECTURE.md"), re.MULTILINE)
    assert arrows.split(" --> ") == ROOMS[::-1]


def _examples(path: Path) -> Iterator[tuple[str, str]]:
    """The YAML blocks of a file that say in their first line which file they are."""
    # A fenced block whose first line is a comment with a path below content/.
    return iter(re.findall(r"```yaml\n# (content/\S+)\n(.*?)```", _text(path), re.DOTALL))


def test_the_guide_of_a_new_site_is_the_guide_of_the_docs() -> None:
    assert STARTER_GUIDE.read_text(encoding="utf-8") == GUIDE.read_text(encoding="utf-8"), "copy docs/huong-dan.md"


def test_a_site_that_follows_the_guide_has_no_error_and_understands_every_cell(tmp_path: Path) -> None:
    assert run("init", tmp_path / "site", "--place", "xã An Bình, Vĩnh Long").exit_code == 0
    for name, text in _examples(GUIDE):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    checked = check_source(Settings(tmp_path / "site", datetime.date(2026, 11, 22)))
    assert len([*_examples(GUIDE)]) == 2
    assert {problem.code for problem in checked.problems} == {"placeholder-left"}
    assert checked.resolved == (3, 3)


def test_the_guide_goes_through_the_whole_life_of_a_site() -> None:
    called = {name for name, _ in _calls(GUIDE)}
    assert {"init", "serve", "import", "check", "build"} <= called
    assert {"note", "reading", "aliases", "successors"} <= set(re.findall(r"\w+", _text(GUIDE)))


def _lay_examples(folder: Path, mistake: tuple[str, str] = ("", "")) -> Checked:
    """Read the examples of the README as a source, with one of their words replaced."""
    (folder / "site.yaml").write_text("name: Cổng thử\ncontact: {email: a@example.vn}\n", encoding="utf-8")
    for name, text in _examples(ROOT / "README.md"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text.replace(*mistake, 1) if mistake[0] else text, encoding="utf-8")
    return check_source(Settings(folder, datetime.date(2026, 11, 22)))


def test_the_editors_examples_are_read_without_an_error(tmp_path: Path) -> None:
    checked = _lay_examples(tmp_path)
    assert len([*_examples(ROOT / "README.md")]) == 3
    assert not has_errors(checked.problems, checked.labels), as_text(checked.problems, checked.labels, tmp_path)
    assert checked.resolved == (3, 3)


def test_the_shown_report_is_what_the_mistake_gives(tmp_path: Path) -> None:
    checked = _lay_examples(tmp_path, ("        lead: Văn", "        led: Văn"))
    shown = re.search(r"```text\n(.*?)```", _text(ROOT / "README.md"), re.DOTALL)
    assert shown
    lines = [re.split(r"\s+←", line)[0] for line in shown[1].splitlines()]
    assert lines == as_text(checked.problems, checked.labels, tmp_path).rstrip().splitlines()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_yaml_and_pin_what_they_use(path: Path) -> None:
    assert isinstance(yaml.safe_load(_text(path)), dict)
    uses = re.findall(r"uses: (\S+)", _text(path))
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", used) for used in uses)
    assert uses or "image: python:3." in _text(path)


@pytest.mark.parametrize("name", [".github/workflows/pages.yml", ".gitlab-ci.yml"])
def test_publishing_checks_first_and_builds_for_the_day_in_viet_nam(name: str) -> None:
    text = _text(ROOT / name)
    assert text.index("build.py check") < text.index("build.py build")
    assert '--today "$(TZ=ICT-7 date +%F)"' in text
    assert "--base-url" in text


def test_the_ci_script_tests_checks_and_builds() -> None:
    lines = _text(ROOT / ".ci" / "run").splitlines()
    assert "make test" in lines
    assert lines[-2].startswith("make check build ")
    assert "export CI=true" in _text(ROOT / ".ci" / "run")


def test_the_version_is_told_and_is_that_of_the_project() -> None:
    assert run("--version").output == f"congkhai {congkhai.__version__}\n"
    assert f"## {congkhai.__version__}\n" in _text(ROOT / "CHANGELOG.md")


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.name
)
def test_templates_of_issues_are_yaml_with_what_their_host_needs(path: Path) -> None:
    form = yaml.safe_load(_text(path))
    assert path.name == "config.yml" or {"name", "description", "body"} <= form.keys()
