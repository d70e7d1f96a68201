"""Forms as files of the portal: published, linked with type and size, and never missing in silence."""

from __future__ import annotations

import datetime

import pytest

from congkhai.build.builder import Build, Settings, build_site
from tests.sources import edited, lay

NAME = "Tờ khai số 1.docx"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The sound source, its form a file of its own."""
    form = '- {name: Tờ khai, url: "https://example.vn/to-khai.docx"}'
    changes = {
        **edited("content/procedures/ho-tich/9.000001.yaml", form, f"- {{name: Tờ khai, file: {NAME}}}"),
        f"content/files/{NAME}": b"PK" + b"x" * 5000,
    }
    return build_site(Settings(lay(tmp_path_factory.mktemp("forms") / "source", changes), datetime.date(2024, 6, 1)))


def test_a_file_is_published_as_it_is(site: Build) -> None:
    assert site.files[f"files/{NAME}"] == b"PK" + b"x" * 5000


def test_the_page_leads_to_the_file_with_its_type_and_size(site: Build) -> None:
    page = site.files["thu-tuc/9.000001/index.html"].decode()
    address = "../../files/T%E1%BB%9D%20khai%20s%E1%BB%91%201.docx"
    assert f'href="{address}" download>Tờ khai (DOCX, 5 KB)</a>' in page


def test_the_paper_that_names_the_form_leads_to_it_too(site: Build) -> None:
    page = site.files["thu-tuc/9.000001/index.html"].decode()
    dossier = page[page.index('id="ho-so"') : page.index('id="thoi-gian"')]
    assert "Tờ khai (DOCX, 5 KB)" in dossier


def test_a_link_to_a_stored_file_is_not_broken(site: Build) -> None:
    assert [problem.code for problem in site.problems] == []
