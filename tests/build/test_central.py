"""Central records lie below those of a site that asks for them; what is its own counts, and nothing of them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site, check_source
from congkhai.build.incremental.runs import build_incrementally
from congkhai.build.loader import load_site
from congkhai.build.loader.central import PREFIX, central_texts
from congkhai.foundation.problem import Problems
from congkhai.site.rendering import no_progress
from congkhai.source.yaml_source import parse_yaml
from tests.build.test_incremental import site, whole
from tests.sources import TODAY

SITE = "name: Cổng thử\ncontact: {email: a@example.vn}\ncentral_records: true\n"
OWN = "documents:\n  - {id: 118-2025-nd-cp, number: 118/2025/NĐ-CP, type: nghi-dinh, title: Theo lời của xã}\n"
AGENCIES = "territory: xa-mau\nname: Xã Mẫu\nparent: trung-uong\nagencies:\n  - {id: ubnd-xa-mau, name: UBND xã Mẫu}\n"
PLAN = """id: xa-mau-2026
type: plan
title: Kế hoạch
territory: xa-mau
issuer: ubnd-xa-mau
year: 2026
legal_basis: [118/2025/NĐ-CP]
sections:
  - {title: Việc, items: [{title: Làm, lead: Bộ Nội vụ, time: Quý I}]}
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    files = {"site.yaml": SITE, "content/agencies/xa-mau.yaml": AGENCIES, "content/plans/xa-mau-2026.yaml": PLAN}
    for name, text in files.items():
        written(tmp_path / "source" / name, text)
    return tmp_path / "source"


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_site_that_does_not_ask_has_its_own_records_alone(source: Path) -> None:
    (source / "site.yaml").write_text("name: Cổng thử\n", encoding="utf-8")
    assert set(load_site(source).territories) == {"xa-mau"}


def test_ministries_and_documents_are_known_without_a_copy(source: Path) -> None:
    library = load_site(source)
    assert {"chinh-phu", "ubnd-xa-mau"} <= library.actors.keys()
    assert library.documents["118-2025-nd-cp"].place.path.startswith(PREFIX)
    assert "van-ban/118-2025-nd-cp/index.html" in build_site(Settings(source, TODAY)).files


def test_a_record_of_the_site_lies_over_the_central_one_whole(source: Path) -> None:
    written(source / "content" / "documents" / "rieng.yaml", OWN)
    document = load_site(source).documents["118-2025-nd-cp"]
    assert (document.title, document.issuer) == ("Theo lời của xã", "")


def test_nothing_of_a_central_record_is_told_to_an_office(source: Path) -> None:
    paths = {problem.place.path for problem in check_source(Settings(source, TODAY)).problems}
    assert paths == {"content/plans/xa-mau-2026.yaml"}


@pytest.mark.parametrize("name", [name for name, _ in central_texts()])
def test_every_central_file_reads_without_a_problem(name: str) -> None:
    problems = Problems()
    parse_yaml(dict(central_texts())[name].encode(), name, problems)
    assert tuple(problems) == ()


def test_what_follows_is_a_whole_build_when_a_record_comes_over_a_central_one_and_goes(
    source: Path, tmp_path: Path
) -> None:
    output, settings, path = tmp_path / "site", Settings(source, TODAY), source / "content" / "documents" / "rieng.yaml"
    whole(source, output)
    for text in (OWN, OWN.replace("lời của xã", "lời khác"), ""):
        written(path, text) if text else path.unlink()
        followed = build_incrementally(output, settings, no_progress)
        assert followed
        assert site(output) == dict(build_site(settings).files)
        assert set(followed.problems) == set(check_source(settings).problems)
