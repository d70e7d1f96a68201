"""Announcing decisions tell what they are about: in the list, on their page, in search."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sources import SOUND, built, lay

NAME = "content/announcements/20-qd-ubnd.yaml"


def lines(html: str) -> list[str]:
    """The lines of the list of decisions, without markup."""
    items = html.split('<ul class="link-list">')[1].split("</ul>")[0].split("</li>")[:-1]
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def decisions(folder: Path, *edits: tuple[str, str]) -> tuple[str, dict[str, bytes]]:
    """The line of the one decision of the sound source after edits of its record, and all files."""
    text = (SOUND / NAME).read_text("utf-8")
    for pattern, words in edits:
        text = re.sub(pattern, words, text, flags=re.MULTILINE)
    files = dict(built(lay(folder / "source", {NAME: text})).files)
    (line,) = lines(files["quyet-dinh/index.html"].decode("utf-8"))
    return line, files


def test_a_decision_says_how_many_procedures_it_makes_and_what_it_calls_itself(tmp_path: Path) -> None:
    line, files = decisions(tmp_path)
    title = re.search(r"^title: (.+)$", (SOUND / NAME).read_text("utf-8"), re.MULTILINE)
    assert title
    assert "1 thủ tục: 1 mới ban hành" in line
    assert title[1] in line
    page = files["quyet-dinh/20-qd-ubnd/index.html"].decode("utf-8")
    assert "1 thủ tục: 1 mới ban hành" in page


def test_a_decision_without_a_title_names_its_procedures_and_one_without_a_day_says_so(tmp_path: Path) -> None:
    line, _ = decisions(tmp_path, (r"^title: .*$", "title: null"), (r"^(signed|effective): .*\n", ""))
    assert "chưa có ngày ký trong nguồn" in line
    assert re.search(r"1 mới ban hành Thủ tục thử nghiệm · ", line)


def test_the_table_of_a_decision_leaves_out_columns_that_no_row_fills(tmp_path: Path) -> None:
    _, files = decisions(tmp_path)
    page = files["quyet-dinh/20-qd-ubnd/index.html"].decode("utf-8")
    heads = re.findall(r'<th scope="col">([^<]+)</th>', page.split('id="new"')[1].split("</section>")[0])
    assert heads == ["STT", "Mã", "Tên thủ tục", "Văn bản quy định"]


def test_a_long_decision_begins_with_the_ways_to_its_parts_and_a_short_one_does_not(tmp_path: Path) -> None:
    more = "".join(f'  - {{code: "9.0012{n:02}", name: Thủ tục {n}, change: abolished}}\n' for n in range(10))
    text = (SOUND / NAME).read_text("utf-8")
    text = re.sub(r"(?m)^entries:\n", f"entries:\n{more}", text)
    page = built(lay(tmp_path / "source", {NAME: text})).files["quyet-dinh/20-qd-ubnd/index.html"].decode("utf-8")
    ways = page[page.index('class="section-nav"') : page.index("</nav>", page.index('class="section-nav"'))]
    anchors = re.findall(r'href="#([^"]+)"', ways)
    assert {"new", "abolished", "dung-han"} <= set(anchors)
    assert all(f'id="{anchor}"' in page for anchor in anchors)
    short = built(SOUND).files["quyet-dinh/20-qd-ubnd/index.html"].decode("utf-8")
    assert "section-nav" not in short
