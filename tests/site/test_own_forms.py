"""A form of which the portal has no file leads to where it can be got."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import SOUND, built, lay

PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"
NATIONAL = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"


def forms(folder: Path, source: str) -> str:
    """The part on forms of a procedure whose only form has neither file nor address."""
    text = (SOUND / PROCEDURE).read_text(encoding="utf-8").replace(', url: "https://example.vn/to-khai.docx"', "")
    text = re.sub(r"(?m)^source:.*\n(?:[ -].*\n)*", "", text) + source
    html = built(lay(folder / "source", {PROCEDURE: text})).files["thu-tuc/9.000001/index.html"].decode("utf-8")
    return html[html.index('<h2 id="mau">') :].partition("</section>")[0]


def test_a_form_without_a_file_leads_to_the_page_of_the_national_portal(tmp_path: Path) -> None:
    part = forms(tmp_path, f'source: {{url: "{NATIONAL}", collected: 2026-07}}\n')
    assert f'chưa có tệp trên cổng này: <a href="{NATIONAL}">tìm ở trang của thủ tục trên Cổng' in part


def test_without_such_a_page_it_is_asked_of_the_office(tmp_path: Path) -> None:
    assert "chưa có tệp trên cổng này: hỏi nơi nộp" in forms(tmp_path, "")
