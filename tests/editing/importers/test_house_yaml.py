"""YAML in house form: whatever the text, a reader that takes all for text reads it back."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.editing.importers.blocks import clean
from congkhai.editing.importers.house_yaml import to_yaml

TEXTS = st.text(max_size=60).map(clean)


@settings(deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(["title", "lead", "number"]), TEXTS, min_size=1), min_size=1, max_size=3)
)
def test_every_text_is_read_back_as_it_was(rows: list[dict[str, str]]) -> None:
    read = yaml.load(to_yaml({"id": "x", "items": rows}), Loader=yaml.BaseLoader)
    assert [{key: text.strip("\n") for key, text in row.items()} for row in read["items"]] == rows


def test_codes_and_numbers_are_quoted_and_cells_of_several_lines_are_blocks() -> None:
    record = {"code": "1.001190", "number": "I", "lead": "- Sở A\n- Sở B", "remark": "", "note": None}
    assert to_yaml(record) == 'code: "1.001190"\nnumber: "I"\nlead: |\n  - Sở A\n  - Sở B\nremark: ""\nnote: null\n'


def test_a_document_number_stays_plain() -> None:
    assert to_yaml({"number": "61/2018/NĐ-CP", "signed": "2021-12"}) == "number: 61/2018/NĐ-CP\nsigned: 2021-12\n"
