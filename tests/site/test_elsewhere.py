"""What a site has no procedure of: an index of its own, which follows its codes; the first one knows nothing of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site
from congkhai.build.incremental.runs import build_incrementally
from congkhai.site.pages.elsewhere import mark
from congkhai.site.rendering import no_progress
from tests.build.test_incremental import expected, site, whole
from tests.sources import ROOT, TODAY, lay

CASES = json.loads((ROOT / "tests" / "cases" / "phrase_marks.json").read_text(encoding="utf-8"))
FOLDER = "search/elsewhere/"
PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"


def built(folder: Path, register: bool) -> Mapping[str, bytes]:
    """The files of the sound source, which asks for the names of the register or not."""
    lay(folder)
    config = folder / "site.yaml"
    config.write_text(
        f"{config.read_text(encoding='utf-8')}\nnational_register: {json.dumps(register)}\n", encoding="utf-8"
    )
    return build_site(Settings(folder, TODAY)).files


def add_procedure(source: Path, code: str) -> None:
    """One more procedure, which no decision announces."""
    text = (source / PROCEDURE).read_text(encoding="utf-8").replace("announcement: 20/QĐ-UBND\n", "")
    (source / PROCEDURE).with_name(f"{code}.yaml").write_text(text.replace("9.000001", code), encoding="utf-8")


def ids(files: Mapping[str, bytes], folder: str = FOLDER) -> dict[str, str]:
    """Ids and kinds of the cards of an index."""
    found: dict[str, str] = {}
    for path, data in files.items():
        if path.startswith(f"{folder}c-"):
            cards = json.loads(data)
            names = [one.replace("\n", code) for one, code in zip(cards["id"], cards["code"], strict=True)]
            kinds: list[str] = []
            for kind in cards["kind"]:
                kinds.append(kinds[len(kinds) - kind] if isinstance(kind, int) else kind)
            found |= dict(zip(names, kinds, strict=True))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_the_mark_of_a_phrase_is_that_of_the_script(case: dict[str, str]) -> None:
    assert mark(case["text"]) == case["mark"]


def test_what_editors_tell_is_in_the_second_index_alone(tmp_path: Path) -> None:
    files = built(tmp_path / "source", register=False)
    assert ids(files) == {"elsewhere:ly-hon": "elsewhere", "elsewhere:dang-ky-thuong-tru": "elsewhere"}
    assert not [name for name in ids(files, "search/") if name.startswith(("elsewhere:", "register:"))]


def test_the_register_joins_it_where_a_site_asks_for_it(tmp_path: Path) -> None:
    found = ids(built(tmp_path / "source", register=True))
    assert found["register:2.002039"] == "register"
    assert len(found) > 3000


def test_a_procedure_of_the_site_is_only_there_to_be_compared_with(tmp_path: Path) -> None:
    source = lay(tmp_path / "source")
    add_procedure(source, "2.002039")
    config = source / "site.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "\nnational_register: true\n", encoding="utf-8")
    assert ids(build_site(Settings(source, TODAY)).files)["register:2.002039"] == "procedure"


def test_a_site_without_either_has_no_second_index_and_no_place_for_it(tmp_path: Path) -> None:
    source = lay(tmp_path / "source", {"content/elsewhere/an-binh.yaml": Path.unlink})
    files = build_site(Settings(source, TODAY)).files
    assert not [path for path in files if path.startswith(FOLDER)]
    assert b"noi-khac" not in files["tim-kiem/index.html"]
    assert b"noi-khac" in built(tmp_path / "other", register=True)["tim-kiem/index.html"]


def test_the_index_follows_the_codes_of_the_site_and_nothing_else_of_its_procedures(tmp_path: Path) -> None:
    source, output = lay(tmp_path / "source"), tmp_path / "site"
    path = source / PROCEDURE
    text = path.read_text(encoding="utf-8")
    whole(source, output, TODAY)
    before = _second(site(output))
    path.write_text(text.replace("name: ", "name: Mới ", 1), encoding="utf-8")
    assert _again(source, output) == before
    add_procedure(source, "1.004222")
    assert mark("nhập hộ khẩu") in _marks(site(output))
    assert ids(_again(source, output)) == {"elsewhere:ly-hon": "elsewhere"}
    assert mark("nhập hộ khẩu") not in _marks(site(output))


def test_the_first_index_knows_new_phrases_of_what_others_handle(tmp_path: Path) -> None:
    source, output = lay(tmp_path / "source"), tmp_path / "site"
    whole(source, output, TODAY)
    path = source / "content/elsewhere/an-binh.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[ly hôn,", "[bỏ nhau, ly hôn,"), encoding="utf-8")
    assert _again(source, output)
    assert mark("bỏ nhau") in _marks(site(output))


def _marks(files: Mapping[str, bytes]) -> list[str]:
    """The marks of phrases that the first index hands on."""
    packed = json.loads(files["search/manifest.json"])["elsewhere"]
    return [packed[at : at + 4] for at in range(0, len(packed), 4)]


def _again(source: Path, output: Path) -> dict[str, bytes]:
    """The second index after a build that follows from the last one."""
    result = build_incrementally(output, Settings(source, TODAY), no_progress)
    assert result
    assert site(output) == expected(source, TODAY)[0]
    return _second(site(output))


def _second(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith(FOLDER)}
