"""What is installed from elsewhere: exact bytes, exact commits, known licences."""

from __future__ import annotations

import re

import pytest

from docs.list_licences import TARGET, pins
from tests.sources import ROOT

LISTS = ("requirements.txt", "requirements-dev.txt")
WORKFLOWS = sorted(path for path in ROOT.glob("**/*github/workflows/*.yml") if "node_modules" not in path.parts)
# Licences under which a public office may use, change and hand on what it runs.
FREE = re.compile(r"MIT|BSD|Apache|PSF|MPL|Mozilla|W3C|OSI Approved|Python Software|ISC|Dual License|Unlicense")


@pytest.mark.parametrize("name", LISTS)
def test_every_package_is_pinned_to_its_bytes_and_no_list_names_a_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)] == []
    assert len(entries) == len(pins(name))
    assert not re.search(r"https?:|file:|--(?:extra-)?index-url|--find-links", text)


def test_every_action_is_pinned_to_a_commit() -> None:
    assert len(WORKFLOWS) >= 3
    used = [found for path in WORKFLOWS for found in re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))]
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


def test_the_licence_of_every_pinned_package_is_listed_and_free() -> None:
    rows = re.findall(r"^\| (\S+) \| (\S+) \| ([^|]*) \|", TARGET.read_text(encoding="utf-8"), re.MULTILINE)
    listed = {(name, version): licence for name, version, licence in rows}
    assert (pins(LISTS[0]) | pins(LISTS[1])) - listed.keys() == set(), "run make licences"
    assert [name for name, licence in listed.items() if name[0] != "package" and not FREE.search(licence)] == []


@pytest.mark.parametrize("target", ["serve", "build", "check", "wheel"])
def test_who_only_runs_the_program_installs_no_tools_of_tests(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}: \$\(RUNNING\) ", makefile, re.MULTILINE)
    assert re.search(r"^\$\(RUNNING\): requirements\.txt$", makefile, re.MULTILINE)
