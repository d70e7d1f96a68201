"""What people say: the shipped phrases agree with each other, and contradictions are problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.foundation.problem import Place, Problems
from congkhai.records.search_phrase import read_search_phrases
from congkhai.site.indexing import knowledge_of
from congkhai.site.search import Knowledge, Line, read_knowledge
from congkhai.source.yaml_source import parse_yaml

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


def test_records_that_abbreviate_are_found_by_the_words_in_full() -> None:
    knowledge = Knowledge(abbreviations=(("BHXH", ("bảo hiểm xã hội",)),))
    assert knowledge.known_to(["bhxh"]).synonyms == (("bảo hiểm xã hội", ("BHXH",)),)


def test_a_phrase_may_name_a_group_of_words() -> None:
    group = Line("giấy tờ", ("căn cước", "hộ chiếu"), HERE)
    knowledge, problems = read_knowledge([], [line("<giấy tờ> + rách", "cấp đổi")], groups=[group])
    assert not list(problems)
    assert knowledge.groups == (("<giấy tờ>", "căn cước/hộ chiếu"),)


def test_a_group_that_is_not_there_is_a_problem_with_the_nearest_name() -> None:
    group = Line("giấy tờ", ("căn cước", "hộ chiếu"), HERE)
    knowledge, problems = read_knowledge([], [line("<giấy tò> + rách", "cấp đổi")], groups=[group])
    assert [(problem.code, problem.suggestions) for problem in problems] == [("search-group-unknown", ("giấy tờ",))]
    assert knowledge.synonyms == ()


def test_a_regional_word_keeps_what_it_is_called_elsewhere() -> None:
    knowledge, problems = read_knowledge([], [], regional=[line("ghe", "tàu", "thuyền")])
    assert not list(problems)
    assert knowledge.regional == (("ghe", ("tàu", "thuyền")),)


def test_the_shipped_phrases_are_many_and_agree() -> None:
    noted = Problems()
    files = ((path.name, parse_yaml(path.read_bytes(), path.name, noted)) for path in sorted(CONTENT.glob("*.yaml")))
    phrases = [phrase for _, node in files if node for phrase in read_search_phrases(node, noted) or ()]
    knowledge, problems = knowledge_of(phrases)
    assert [problem.values for problem in (*noted, *problems)] == []
    assert len(knowledge.abbreviations) >= 150
    assert len(knowledge.synonyms) >= 1000


def test_no_phrase_is_written_twice_in_the_shipped_files() -> None:
    for name in ("abbreviations.yaml", "synonyms.yaml", "pairs.yaml", "everyday.yaml", "regional.yaml"):
        written = [row.split(":")[0].strip() for row in (CONTENT / name).read_text("utf-8").splitlines() if ": " in row]
        written = [phrase for phrase in written if not phrase.startswith("#")]
        assert sorted(set(written)) == sorted(written)
