"""Where to hand in and who decides, in our words: the record's own stay below."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from congkhai.knowledge.procedures.counter import Counter
from congkhai.knowledge.procedures.handling import Handling
from congkhai.site.pages.procedures.where import agencies_beside
from tests.knowledge.test_reading import procedure
from tests.sources import SOUND, built, lay

PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"
DECISION = "content/announcements/20-qd-ubnd.yaml"


def where(folder: Path, steps: str, agency: str) -> str:
    """The words of the answer on where, for a procedure that a ministry announced."""
    found = re.search(r"Nộp ở đâu (.+?) (?:Trực tuyến|Mang theo)", page(folder, steps, agency))
    return found[1].replace(" , ", ", ") if found else ""


def page(folder: Path, steps: str, agency: str) -> str:
    """The words of the page of a procedure that a ministry announced."""
    text = (SOUND / PROCEDURE).read_text(encoding="utf-8")
    for key, value in (("steps", json.dumps(steps)), ("agency", agency), ("announcement", "20/QĐ-BTP")):
        text = re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", text) + f"{key}: {value}\n"
    text = re.sub(r"(?m)^competent_agency:.*\n", "note: Dữ liệu quốc gia để trống cơ quan có thẩm quyền.\n", text)
    decision = (SOUND / DECISION).read_text(encoding="utf-8").replace("20/QĐ-UBND", "20/QĐ-BTP")
    html = (
        built(lay(folder / "source", {PROCEDURE: text, DECISION: decision}))
        .files["thu-tuc/9.000001/index.html"]
        .decode("utf-8")
    )
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_place_and_a_level_that_is_over_are_no_answer(tmp_path: Path) -> None:
    agency = "Sở Y tế Thành phố Hà Nội, Công an cấp Tỉnh, Bảo hiểm xã hội cấp huyện"
    found = where(tmp_path, "Thẩm định.", agency)
    assert found.startswith("Sở Y tế, Công an cấp tỉnh")
    assert "huyện" not in found


def test_none_of_several_deciding_agencies_is_picked_by_its_place_in_the_list(tmp_path: Path) -> None:
    steps = "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công."
    assert "Cơ quan giải quyết: 2 cơ quan" in where(tmp_path, steps, "Công an xã An Bình; Ủy ban nhân dân xã An Bình")


def test_whose_head_decides_by_the_steps_is_named(tmp_path: Path) -> None:
    steps = "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công. Giám đốc Sở Nội vụ quyết định."
    assert "Cơ quan giải quyết: Sở Nội vụ" in where(tmp_path, steps, "Ủy ban nhân dân cấp tỉnh")


def test_counters_that_differ_by_case_are_all_named(tmp_path: Path) -> None:
    steps = "1. Đang đi làm: nộp cho đơn vị sử dụng lao động.\n2. Đã nghỉ việc: nộp cho cơ quan bảo hiểm xã hội."
    found = where(tmp_path, steps, "Bảo hiểm xã hội cấp Tỉnh")
    assert found.startswith("Tùy trường hợp")
    assert "Đơn vị sử dụng lao động: đang đi làm" in found
    assert "Cơ quan bảo hiểm xã hội: đã nghỉ việc" in found


def test_a_counter_stands_where_no_agency_is_named_and_who_is_somebody_else_is_none(tmp_path: Path) -> None:
    steps = "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công xã, phường."
    for place, nobody in enumerate(('""', "Cơ quan khác")):
        found = where(tmp_path / str(place), steps, nobody)
        assert found.startswith("Trung tâm Phục vụ hành chính công xã, phường")
        assert "Cơ quan khác" not in found


def test_of_a_chairman_who_decides_his_committee_takes_the_dossier(tmp_path: Path) -> None:
    assert where(tmp_path, "Thẩm định.", "Chủ tịch ủy ban nhân dân cấp tỉnh").startswith("Ủy ban nhân dân cấp tỉnh")


def test_the_name_that_a_law_gives_a_department_stands_only_where_it_is_not_called_by_its_own(tmp_path: Path) -> None:
    steps = "Nộp hồ sơ đến cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh."
    assert where(tmp_path / "a", steps, "Sở Y tế").startswith("Sở Y tế")
    other = where(tmp_path / "b", steps, "Sở An toàn thực phẩm - TP.HCM")
    assert other.startswith("Cơ quan chuyên môn về y tế")


def test_an_editor_tells_which_office_and_of_which_place_and_on_what_that_stands(tmp_path: Path) -> None:
    reading = "  offices: [ubnd-an-binh]\n  where: nơi cư trú của một trong hai bên\n  legal_basis: [61/2018/NĐ-CP]\n"
    text = (SOUND / PROCEDURE).read_text(encoding="utf-8") + f"reading:\n{reading}"
    html = built(lay(tmp_path / "source", {PROCEDURE: text})).files["thu-tuc/9.000001/index.html"].decode("utf-8")
    assert "Hiểu là: nơi cư trú của một trong hai bên" in html
    assert html.count("Cổng hiểu như vậy theo 61/2018/NĐ-CP.") == 1


def test_whether_another_commune_takes_it_is_told_or_said_to_be_unknown(tmp_path: Path) -> None:
    desk = "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công xã"
    assert "Ở xã khác: hỏi nơi tiếp nhận" in where(tmp_path / "a", f"{desk}.", "Ủy ban nhân dân xã")
    found = where(tmp_path / "b", f"{desk} nơi thường trú.", "Ủy ban nhân dân xã")
    assert "Nộp ở nơi thường trú" in found
    assert "xã khác" not in found


def test_agencies_that_notes_say_take_it_too_stand_beside_the_counter() -> None:
    assert "Tổ chức hành nghề công chứng" in _beside("Tại xã hoặc tổ chức hành nghề công chứng.")
    assert not _beside("Xã chuyển hồ sơ cho tổ chức hành nghề công chứng.")


def _beside(note: str) -> tuple[str, ...]:
    """The agencies beside a counter, of which a note of the way of handing in tells."""
    context: Any = SimpleNamespace(derived=SimpleNamespace(handling=Handling({})), library=SimpleNamespace(actors={}))
    found = procedure(f"agency: Tổ chức hành nghề công chứng\nsubmission: [{{channel: in_person, note: '{note}'}}]")
    return tuple(
        words for _, words in agencies_beside(context, found, Counter("Ủy ban nhân dân cấp xã", single_window=False))
    )


def test_who_takes_the_dossier_by_the_steps_stands_beside_an_agency_that_is_another(tmp_path: Path) -> None:
    steps = "Nộp hồ sơ tại Ủy ban nhân dân cấp xã."
    beside = "Nơi nhận hồ sơ (hiểu từ nội dung)"
    assert f"Sở Nội vụ {beside} Ủy ban nhân dân cấp xã" in page(tmp_path / "a", steps, "Sở Nội vụ")
    assert beside not in page(tmp_path / "b", steps, "Sở Nội vụ, Ủy ban nhân dân cấp xã")
