"""Lists of papers: the count of each case is the number one brings in it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import SOUND, built, lay

PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"
CASES = """dossier:
  - case: Giấy tờ phải nộp
    components: [{name: Tờ khai, originals: 1}]
  - case: Kết hôn trong nước
    components: [{name: Giấy A, originals: 1}]
  - case: Kết hôn với người nước ngoài
    components: [{name: Giấy B, originals: 1}, {name: Giấy C, originals: 1}, {name: "Giấy D, nếu ủy quyền"}]
"""


ONCE = """dossier:
  - components:
      - {name: "Đơn, Mẫu số 18", originals: 1, form: Mẫu số 18, note: Khi nộp trực tiếp.}
      - {name: Tờ khai, originals: 1, form: Mẫu số 19}
      - {name: Mẫu điện tử đăng ký, originals: 1}
      - {name: Giấy ủy quyền, originals: 1, note: Có chứng thực; khi hai người cùng đăng ký.}
"""


def page(folder: Path, dossier: str = CASES) -> str:
    """The page of a procedure, by default with a common paper and two cases."""
    text = (SOUND / PROCEDURE).read_text(encoding="utf-8")
    changed = re.sub(r"dossier:\n.*?(?=dossier_sets)", dossier, text, flags=re.DOTALL)
    return built(lay(folder / "source", {PROCEDURE: changed})).files["thu-tuc/9.000001/index.html"].decode("utf-8")


def test_a_case_counts_its_own_papers_and_those_that_everyone_brings(tmp_path: Path) -> None:
    legends = re.findall(r'<fieldset[^>]* id="(truong-hop-\d)".*?<legend>(.*?)</legend>', page(tmp_path), re.DOTALL)
    assert [(name, re.sub("<[^>]+>", "", legend)) for name, legend in legends] == [
        ("truong-hop-1", "Kết hôn trong nước 2 giấy tờ"),
        ("truong-hop-2", "Kết hôn với người nước ngoài 3 giấy tờ"),
    ]


def test_the_counter_of_a_case_counts_what_its_heading_counts(tmp_path: Path) -> None:
    lists = re.findall(r'<fieldset[^>]* id="truong-hop-\d".*?</fieldset>', page(tmp_path), re.DOTALL)
    assert [re.findall(r"Đã có 0 trong (\d+) giấy tờ", one) for one in lists] == [["2"], ["3"]]
    assert [one.count("data-besides") for one in lists] == [0, 1]


def test_the_papers_of_some_stand_behind_those_that_everyone_of_a_case_brings(tmp_path: Path) -> None:
    words = " ".join(re.sub(r"<[^>]+>", " ", page(tmp_path)).split())
    assert "Giấy C 1 bản chính Thêm, nếu thuộc diện ghi ở từng giấy Giấy D, nếu ủy quyền" in words


def test_a_procedure_says_at_its_top_that_it_is_in_force_by_which_content_and_decision(tmp_path: Path) -> None:
    html = page(tmp_path)
    top = html[html.index("<h1") : html.index("<h2")]
    assert "<p><b>Còn hiệu lực</b> theo nội dung đăng ngày 01/02/2024. Công bố tại" in top
    assert 'href="#quyet-dinh">Quyết định 20/QĐ-UBND</a>' in top


def test_nothing_is_said_twice_of_a_paper_and_a_form_on_a_screen_has_no_original(tmp_path: Path) -> None:
    words = " ".join(re.sub(r"<[^>]+>", " ", page(tmp_path, ONCE)).split())
    assert "Đơn, Mẫu số 18 1 bản chính Khi nộp trực tiếp. Tờ khai 1 bản chính Mẫu số 19. Đã có" in words
    assert "Mẫu điện tử đăng ký Thêm" in words
    assert "Khi hai người cùng đăng ký Giấy ủy quyền 1 bản chính Có chứng thực." in words
