"""The posting kit: what hangs on the wall, and what the audit says of it."""

from __future__ import annotations

import datetime
import importlib
import re
import shutil
import sys
import zlib
from pathlib import Path
from types import ModuleType

import pytest

from congkhai.build.builder import Build, Settings, build_site
from congkhai.site.exports.posting_pdf import NoPdfError, Press, posting_pages, posting_pdfs
from tests.sources import SOUND, lay, run
from tests.sources import built as built_of

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "thu-tuc"


def built(day: str) -> Build:
    """The invented example on a day."""
    return built_of(EXAMPLE, datetime.date.fromisoformat(day))


@pytest.fixture(scope="module")
def site() -> Build:
    """The invented example in November 2026."""
    return built("2026-11-22")


def words(site: Build, path: str) -> str:
    """The words of a page, tags left out."""
    return " ".join(re.sub(r"<[^>]+>", " ", site.files[path].decode("utf-8")).split())


def sheet_of(site: Build, code: str) -> str:
    """The sheet of a procedure as it stands in its kit, "" where there is none."""
    pages = [data.decode("utf-8") for path, data in site.files.items() if re.match(r"niem-yet/\w+/", path)]
    found = (
        re.search(rf'<article class="sheet" id="to-{re.escape(code)}">.*?</article>', page, re.S) for page in pages
    )
    return next((one[0] for one in found if one), "")


def words_of(html: str) -> str:
    """The words of a part of a page, tags left out."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_only_a_procedure_in_force_has_a_calculator(site: Build) -> None:
    pages = {path: data for path, data in site.files.items() if re.fullmatch(r"thu-tuc/9\.\d+/index\.html", path)}
    with_one = {path for path, data in pages.items() if b"data-periods" in data}
    assert with_one
    assert "thu-tuc/9.000103/index.html" not in with_one


def test_a_replaced_procedure_has_a_page_but_no_sheet(site: Build) -> None:
    assert "thu-tuc/9.000103/index.html" in site.files
    assert not sheet_of(site, "9.000103")
    assert "9.000103" not in words(site, "niem-yet/xa/index.html")


def test_a_replaced_procedure_says_so_before_its_name_and_leads_to_its_successor(site: Build) -> None:
    text = words(site, "thu-tuc/9.000103/index.html")
    assert text.index("đã bị thay thế") < text.index("Bao lâu")
    assert b'href="../../thu-tuc/9.000102/"' in site.files["thu-tuc/9.000103/index.html"]


def test_an_amended_procedure_shows_before_beside_after_at_itself_and_at_its_decision(site: Build) -> None:
    assert "Trước và sau Quyết định 30/QĐ-UBND" in words(site, "thu-tuc/9.000102/index.html")
    assert "Thời hạn giải quyết 15 ngày 10 ngày" in words(site, "thu-tuc/9.000102/index.html")
    decision = words(site, "quyet-dinh/30-qd-ubnd/index.html")
    assert "Thời hạn giải quyết: trước là “15 ngày”; nay là “10 ngày”." in decision


def test_a_new_procedure_is_not_posted_before_its_day(site: Build) -> None:
    before, after = built("2026-03-14"), built("2026-03-15")
    assert not sheet_of(before, "9.000101")
    assert sheet_of(after, "9.000101")


def test_a_sheet_names_its_decision_day_and_version(site: Build) -> None:
    text = words_of(sheet_of(site, "9.000101"))
    version = re.search(r'data-version="(\w{7})"', site.files["thu-tuc/9.000101/index.html"].decode())
    assert version
    assert "Quyết định công bố: 30/QĐ-UBND" in text
    assert f"thu-tuc/9.000101/?ma={version[1]}" in text


def test_a_sheet_promises_no_form_behind_it_of_which_the_portal_has_no_file(tmp_path: Path) -> None:
    forms = "[{name: Mẫu CT01, url: 'https://example.vn/ct01'}, {name: Mẫu CT02}]"
    source = (EXAMPLE / "content/procedures/ho-tich/9.000101.yaml").read_text(encoding="utf-8")
    record = re.sub(r"(?m)^forms:.*\n(?:[ -].*\n)*", f"forms: {forms}\n", source)
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content/procedures/ho-tich/9.000101.yaml").write_text(record, encoding="utf-8")
    text = words_of(sheet_of(build_site(Settings(tmp_path, datetime.date(2026, 11, 22))), "9.000101"))
    assert "Mẫu CT01 (chưa có tệp trên cổng; xem tại https://example.vn/ct01)" in text
    assert "Mẫu CT02 (chưa có tệp trên cổng)" in text
    assert "ngay sau tờ này" not in text


def test_a_sheet_gives_the_answers_of_its_page(site: Build) -> None:
    sheet, page = words_of(sheet_of(site, "9.000101")), words(site, "thu-tuc/9.000101/index.html")
    time = re.search(r"Bao lâu (.+?) (?:Nhận sau|Bao nhiêu)", page)
    assert time
    assert "Hiểu là: " + re.sub(" Trực tuyến", "; trực tuyến", time[1]) in sheet


def test_a_sheet_says_no_bare_number_but_what_its_page_says(tmp_path: Path) -> None:
    procedure = "content/procedures/ho-tich/9.000001.yaml"
    text = (SOUND / procedure).read_text(encoding="utf-8")
    for old, new in (
        ("time: 03 ngày làm việc, fee: 10.000 đồng", "time: '1', fee: 0 VNĐ"),
        ("time: 03 ngày làm việc, fee: Miễn phí", "time: '1', fee: Miễn phí"),
        ("processing_time: 03", "processing_time: 1 #"),
        ("amount: 10000, currency: VND, text: 10.000 đồng/bản", "amount: 0, currency: VND, text: 0 VNĐ"),
    ):
        text = text.replace(old, new)
    sheet = words_of(sheet_of(built_of(lay(tmp_path / "source", {procedure: text})), "9.000001"))
    assert "phí, lệ phí: 0" not in sheet
    assert "thời hạn: 1" not in sheet
    assert "“1”" not in sheet
    assert "Thời hạn giải quyết: Chưa có thông tin về thời hạn: hỏi " in sheet
    assert "Hiểu là: Miễn phí. Theo dữ liệu quốc gia: “0 VNĐ”; “Miễn phí”" in sheet


def test_long_words_as_stated_stand_on_lines_of_their_own_on_a_sheet(tmp_path: Path) -> None:
    procedure = "content/procedures/ho-tich/9.000001.yaml"
    long = ["7000 VNĐ (trực tuyến, " + "cá nhân " * 16 + ")", "15000 VNĐ (trực tiếp)"]
    text = (SOUND / procedure).read_text("utf-8")
    fees = "".join(f'\n  - {{kind: charge, amount: {one.split()[0]}, currency: VND, text: "{one}"}}' for one in long)
    text = re.sub(r"^fees:.*?(?=^\w)", f"fees:{fees}\n", text, flags=re.MULTILINE | re.DOTALL)
    assert "15000 VNĐ" in text
    files = built_of(lay(tmp_path / "source", {procedure: text})).files
    sheet = next(data.decode() for path, data in files.items() if b'id="to-9.000001"' in data and "niem-yet" in path)
    assert "<li>“15000 VNĐ (trực tiếp)”</li>" in sheet


def test_a_sheet_carries_its_code_and_the_way_to_its_version_on_its_first_page(site: Build) -> None:
    sheet = sheet_of(site, "9.000101")
    assert 0 < sheet.index("Mã nội dung") < sheet.index('class="qr"') < sheet.index("Các bước")


def test_the_way_into_the_kits_asks_for_both_codes_of_a_posted_sheet(site: Build) -> None:
    page, text = site.files["niem-yet/index.html"].decode("utf-8"), words(site, "niem-yet/index.html")
    assert re.findall(r'<input [^>]*name="(\w+)"', page[page.index("data-code") :]) == ["ma", "to", "tu"]
    assert "quét mã QR ở đầu tờ" in text
    assert "không phải mã nội dung" not in text


def test_a_site_without_an_address_promises_no_qr_code_and_prints_no_half_address(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    settings = (tmp_path / "site.yaml").read_text(encoding="utf-8")
    (tmp_path / "site.yaml").write_text(re.sub("(?m)^base_url:.*\n", "", settings), encoding="utf-8")
    site = build_site(Settings(tmp_path, datetime.date(2026, 11, 22)))
    assert "QR" not in words(site, "niem-yet/index.html")
    sheet = words_of(sheet_of(site, "9.000101"))
    assert "QR" not in sheet
    assert "/thu-tuc/" not in sheet
    assert "nhập mã thủ tục và mã nội dung" in sheet


def test_the_list_of_codes_tells_the_version_of_each_sheet_that_is_posted(site: Build) -> None:
    version = re.search(r'data-version="(\w{7})"', site.files["thu-tuc/9.000101/index.html"].decode())
    assert version
    assert f"mã nội dung {version[1]} · " in words(site, "thu-tuc/theo-ma/index.html")


def test_the_page_of_a_procedure_leads_to_its_sheet_in_the_kit(site: Build) -> None:
    page = site.files["thu-tuc/9.000101/index.html"].decode("utf-8")
    assert 'href="../../niem-yet/xa/ho-tich/#to-9.000101"' in page


@pytest.mark.parametrize(
    ("code", "todo"), [("9.000101", "treo thêm"), ("9.000102", "thay tờ mới"), ("9.000103", "gỡ xuống")]
)
def test_the_audit_says_what_to_do_with_each_sheet(site: Build, code: str, todo: str) -> None:
    text = words(site, "niem-yet/kiem-tra/xa-an-binh/index.html")
    row = text[text.index(code) :]
    assert todo in row[:160]


def test_the_kit_lists_procedures_by_sector_with_their_versions(site: Build) -> None:
    text = words(site, "niem-yet/xa/index.html")
    assert text.index("1. Hộ tịch") < text.index("2. Xây dựng")


def test_the_page_of_an_expired_basis_says_so(site: Build) -> None:
    text = words(site, "thu-tuc/9.000102/index.html")
    assert "Căn cứ 05/2020/QĐ-UBND đã hết hiệu lực từ ngày 15/03/2026" in text


def test_feedback_and_indicators_are_shown_with_their_figures(site: Build) -> None:
    assert "sau 8 ngày, ngày 12/05/2026" in words(site, "phan-anh/index.html")
    assert "xếp loại" in words(site, "chi-so/index.html")


def test_late_feedback_is_late_in_public(site: Build) -> None:
    assert "pa-2026-002" in words(site, "dung-han/index.html")
    assert "chậm 6 ngày" in words(site, "dung-han/index.html")


def test_without_the_optional_extra_a_pdf_is_refused_by_name(site: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(NoPdfError):
        Press(site.files)


def test_the_command_says_what_is_lacking_before_it_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    result = run("build", "--source", EXAMPLE, "--output", tmp_path / "site", "--posting")
    assert result.exit_code == 2
    assert "Chưa có WeasyPrint" in result.output
    assert not (tmp_path / "site").exists()


def test_the_command_asks_for_pdf_and_for_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Settings] = []
    monkeypatch.setitem(sys.modules, "weasyprint", ModuleType("weasyprint"))
    publish = "congkhai.commands.publishing.publish"
    monkeypatch.setattr(publish, lambda _output, settings, **_more: asked.append(settings))
    assert run("build", "--source", EXAMPLE, "--output", tmp_path / "site", "--posting").exit_code == 0
    assert [(settings.posting, settings.editor, settings.strict) for settings in asked] == [(True, False, False)]


def test_sheets_kits_and_the_poster_hang_and_nothing_else(site: Build) -> None:
    pages = posting_pages(site.files)
    assert {"niem-yet/xa/index.html", "niem-yet/phan-anh/index.html", "niem-yet/xa/ho-tich/index.html"} <= set(pages)
    assert "niem-yet/index.html" not in pages
    assert not [page for page in pages if "kiem-tra" in page]


@pytest.fixture(scope="module")
def posted() -> Build:
    """The example with PDF; where WeasyPrint is there."""
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError):
        pytest.skip("WeasyPrint (the optional extra “posting”) is not installed")
    return build_site(Settings(EXAMPLE, datetime.date(2026, 11, 22), posting=True))


def test_every_page_for_the_wall_has_its_pdf_and_leads_to_it(posted: Build) -> None:
    for page in posting_pages(posted.files):
        assert posted.files[page.replace("index.html", "niem-yet.pdf")].startswith(b"%PDF-")
        assert b'niem-yet.pdf"' in posted.files[page]


def unpacked(pdf: bytes) -> bytes:
    """The objects of a PDF, whose streams are packed."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"\n".join(zlib.decompress(stream) for stream in streams if stream[:1] == b"x")


def test_a_pdf_is_a4_in_the_serif_of_the_wall_and_the_same_each_time(posted: Build) -> None:
    page = "thu-tuc/9.000101/niem-yet/index.html"
    pdf = posted.files["thu-tuc/9.000101/niem-yet/niem-yet.pdf"]
    assert re.search(rb"/MediaBox \[0 0 595\.\d* 841\.\d*\]", unpacked(pdf))
    assert b"+Sheet-Vietnamese" in unpacked(pdf)
    assert Press(posted.files).pdf(page) == pdf


def test_several_processes_draw_what_one_draws(posted: Build) -> None:
    alone = {path: data for path, data in posted.files.items() if path.endswith(".pdf")}
    pages = {path: data for path, data in posted.files.items() if not path.endswith(".pdf")}
    assert dict(posting_pdfs(pages, jobs=2)) == alone


def test_a_condition_that_the_name_of_a_paper_says_is_said_once_on_a_sheet(tmp_path: Path) -> None:
    procedure = "content/procedures/ho-tich/9.000001.yaml"
    old = "- {name: Tờ khai, originals: 1, copies: 0, form: Tờ khai}"
    papers = f"{old}\n      - {{name: 'Giấy ủy quyền, nếu đi thay'}}\n      - {{name: Căn cước, note: Với người lớn.}}"
    text = (SOUND / procedure).read_text(encoding="utf-8").replace(old, papers)
    sheet = words_of(sheet_of(built_of(lay(tmp_path / "source", {procedure: text})), "9.000001"))
    assert "Thêm trong từng trường hợp Giấy ủy quyền, nếu đi thay Với người lớn: Căn cước" in sheet
