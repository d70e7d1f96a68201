"""What people say: the shipped phrases agree with each other, and contradictions are problems."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from congkhai.foundation.problem import Place
from congkhai.site.search import Knowledge, Line, read_knowledge
from congkhai.site.search.knowledge import phrase_marks

CONTENT = Path(__file__).parents[3] / "content" / "search"
HERE = Place("content/search/synonyms.yaml", 3, 1)


def line(phrase: str, *meanings: str) -> Line:
    return Line(phrase, meanings, HERE)


def codes(*lines: Line) -> list[str]:
    return [problem.code for problem in read_knowledge([], lines)[1]]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([line("…", "x y")], "search-phrase-empty"),
        ([line("sổ đỏ", "giấy chứng nhận"), line("Sổ  đỏ", "bìa")], "search-phrase-repeated"),
        ([line("sổ đỏ")], "search-meaning-missing"),
        ([line("sổ đỏ", "Sổ đỏ")], "search-meaning-same"),
        ([line("sổ đỏ", "bìa đỏ"), line("bìa đỏ", "sổ đỏ")], "search-meaning-circular"),
    ],
)
def test_a_contradiction_is_a_problem(lines: list[Line], code: str) -> None:
    assert code in codes(*lines)


def test_marks_tell_phrases_apart() -> None:
    assert codes(line("tách khẩu", "tách hộ"), line("tạch khâu", "khác hẳn")) == []


def test_a_faulty_line_is_left_out_and_the_rest_is_used() -> None:
    knowledge, problems = read_knowledge([line("GPLX", "giấy phép lái xe")], [line("sổ đỏ")])
    assert knowledge.abbreviations == (("GPLX", ("giấy phép lái xe",)),)
    assert len(problems) == 1


def test_meanings_that_no_record_uses_are_left_out_of_the_index() -> None:
    knowledge = Knowledge(synonyms=(("cưới", ("kết hôn",)), ("flycam", ("tàu bay không người lái",))))
    assert knowledge.known_to(["ket", "hon"]).synonyms == (("cưới", ("kết hôn",)),)


def test_the_mark_of_a_phrase_does_not_depend_on_accents_or_case() -> None:
    assert phrase_marks(["Sổ đỏ"]) == phrase_marks(["so do"]) != phrase_marks(["sổ hồng"])


def test_the_shipped_phrases_are_many_and_agree() -> None:
    short = _yaml("abbreviations.yaml")
    spoken = _yaml("synonyms.yaml")
    knowledge, problems = read_knowledge(
        _lines(short), _lines(spoken["synonyms"]), [Line(filler, (), HERE) for filler in spoken["fillers"]]
    )
    assert [problem.values for problem in problems] == []
    assert len(knowledge.abbreviations) >= 150
    assert len(knowledge.synonyms) >= 150


def test_no_phrase_is_written_twice_in_the_shipped_files() -> None:
    for name in ("abbreviations.yaml", "synonyms.yaml"):
        written = [row.split(":")[0].strip() for row in (CONTENT / name).read_text("utf-8").splitlines() if ": " in row]
        written = [phrase for phrase in written if not phrase.startswith("#")]
        assert sorted(set(written)) == sorted(written)


def _yaml(name: str) -> dict[str, dict[str, str | list[str]]]:
    return yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _lines(table: dict[str, object]) -> list[Line]:
    listed = ((phrase, [given] if isinstance(given, str) else given) for phrase, given in table.items())
    return [Line(phrase, tuple(meanings), HERE) for phrase, meanings in listed]  # type: ignore[arg-type]
