"""Open data keep what they hold in every form: codes stay codes, words stay words, and each file says what it is."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
import sqlite3

import jsonschema
import openpyxl
import openpyxl.utils.escape
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.foundation.dependencies import ALL, KEYS
from congkhai.foundation.labels import load_labels
from congkhai.knowledge.procedures.card import service_of
from congkhai.site.data_sets import DATA_SETS
from congkhai.site.data_sets.columns import Column, ColumnKind
from congkhai.site.exports.open_data.csv_file import MARK, guarded, to_csv
from congkhai.site.exports.open_data.xlsx_file import to_xlsx
from congkhai.site.exports.whole_site import EXPORTS
from congkhai.site.rendering import Trace
from tests.sources import ROOT, SOUND, built

CASES = json.loads((ROOT / "tests" / "cases" / "spreadsheet.json").read_text("utf-8"))
VI = load_labels("vi")
DAY = datetime.date(2026, 11, 29)
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")


# The parser of JSON-LD still asks for what rdflib renames.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    build = built(SOUND)
    assert build.problems == ()
    return dict(build.files)


def lines(files: dict[str, bytes], name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in files[f"data/{DATA_SETS[name].file_name}.jsonl"].splitlines()]


def sheet(data: bytes, number: int = 0) -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[number]]


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["why"])
def test_what_a_spreadsheet_would_change_stands_behind_an_apostrophe_and_all_else_as_it_is(
    case: dict[str, str],
) -> None:
    assert guarded(case["text"]) == case["guarded"]


@given(st.text())
def test_without_the_apostrophe_each_text_is_what_it_was(text: str) -> None:
    assert guarded(text).removeprefix(MARK) == text.removeprefix(MARK) or guarded(text) == MARK + text
    assert not re.match(r"[=+\-@]", guarded(text))


def test_csv_begins_with_the_mark_of_utf_8_and_keeps_lines_within_a_cell() -> None:
    data = to_csv([Column("code"), Column("title")], [("2.000700", 'Một\n"hai"; ba')])
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["code", "title"],
        ["'2.000700", 'Một\n"hai"; ba'],
    ]


def test_a_workbook_has_typed_cells_filters_and_a_head_that_stays() -> None:
    columns = (
        Column("code", ColumnKind.CODE),
        Column("published", ColumnKind.DATE),
        Column("tasks", ColumnKind.INTEGER),
        Column("through_group", ColumnKind.BOOLEAN),
        Column("title"),
    )
    rows = [("1.001190", DAY, 5, True, "=SUM(A1:A2)")]
    data = to_xlsx("Bảng", columns, rows, [["Nguồn", "thử"]], VI)
    assert data == to_xlsx("Bảng", columns, rows, [["Nguồn", "thử"]], VI)
    found = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert (found.freeze_panes, found.auto_filter.ref) == ("A2", "A1:E2")
    assert [cell.value for cell in found[1]] == [column.head(VI) for column in columns]
    assert [cell.data_type for cell in found[2]] == ["s", "d", "n", "s", "s"]
    assert found["A2"].value == "1.001190"


def test_a_text_longer_than_a_cell_says_where_the_rest_is() -> None:
    data = to_xlsx("Bảng", (Column("title"),), [("x" * 40_000,)], [], VI)
    [_, [text]] = sheet(data)
    assert len(str(text)) == 32_767
    assert str(text).endswith(VI("data.cut"))


@pytest.mark.parametrize("text", ["a < b & c", " đầu\ncuối ", "_x000A_", "\x0b", "x\r\ny", "<b>"])
def test_every_text_comes_out_of_a_workbook_as_it_went_in(text: str) -> None:
    [_, [code, found]] = sheet(to_xlsx("Bảng", (Column("code"), Column("title")), [("1", text)], [], VI))
    assert (code, openpyxl.utils.escape.unescape(str(found))) == ("1", text)


def test_days_before_those_of_workbooks_are_words() -> None:
    columns = (Column("published", ColumnKind.DATE), Column("title"))
    days = [datetime.date(1899, 1, 2), datetime.date(1945, 9, 2)]
    [_, *rows] = sheet(to_xlsx("Bảng", columns, [(day, None) for day in days], [], VI))
    assert [row[0] for row in rows] == ["02/01/1899", datetime.datetime(1945, 9, 2)]


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_form_of_a_data_set_has_the_same_rows(files: dict[str, bytes], name: str) -> None:
    base = f"data/{DATA_SETS[name].file_name}"
    of_lines = lines(files, name)
    of_csv = list(csv.DictReader(io.StringIO(files[f"{base}.csv"].decode("utf-8-sig"), newline="")))
    with sqlite3.connect(":memory:") as database:
        database.deserialize(files["data/cong-khai.sqlite"])
        [(of_database,)] = database.execute(f'SELECT count(*) FROM "{name}"')
    assert len(of_lines) == len(of_csv) == of_database == len(sheet(files[f"{base}.xlsx"])) - 1
    key = DATA_SETS[name].columns[0].name
    assert [row[key].removeprefix(MARK) for row in of_csv] == [row[key] or "" for row in of_lines]


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_line_keeps_the_schema_of_its_data_set(files: dict[str, bytes], name: str) -> None:
    schema = json.loads(files[f"data/{DATA_SETS[name].file_name}.schema.json"])
    check = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for line in lines(files, name) for error in check.iter_errors(line)] == []


def test_signed_words_stand_in_the_table_as_in_the_document(files: dict[str, bytes]) -> None:
    [first, *_] = lines(files, "tasks")
    twin = json.loads(files[f"{first['url']}index.json"])
    assert [first[key] for key in ("title", "lead", "time")] == [twin.get(key) for key in ("title", "lead", "time")]
    assert first["lead_agencies"] == twin["understood"]["lead_agencies"]


def test_the_database_is_whole_and_says_the_same_of_its_version_everywhere(files: dict[str, bytes]) -> None:
    data = files["data/cong-khai.sqlite"]
    with sqlite3.connect(":memory:") as database:
        database.deserialize(data)
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        columns = database.execute('SELECT count(*) FROM dictionary WHERE vi <> "" AND en <> ""').fetchone()[0]
    assert columns == sum(len(one.columns) for one in DATA_SETS.values())
    assert int.from_bytes(data[96:100], "big") == 3_040_000


def test_a_data_set_states_the_hashes_of_its_files(files: dict[str, bytes]) -> None:
    base = "https://example.vn/"
    for path in [path for path in files if path.startswith("data/") and path.endswith(".jsonld")]:
        graph = rdflib.Graph().parse(data=files[path], format="json-ld", publicID=base + path)
        for file, checksum in graph.subject_objects(SPDX.checksum):
            data = files[str(file).removeprefix(base)]
            assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(data).hexdigest()
            assert int(graph.value(file, DCAT.byteSize)) == len(data)


def test_the_catalogue_names_every_data_set_and_where_it_is_described(files: dict[str, bytes]) -> None:
    base = "https://example.vn/data/danh-muc.jsonld"
    graph = rdflib.Graph().parse(data=files["data/danh-muc.jsonld"], format="json-ld", publicID=base)
    [catalogue] = graph.subjects(rdflib.RDF.type, DCAT.Catalog)
    members = set(graph.objects(catalogue, DCAT.dataset))
    assert len(members) == len(DATA_SETS) + 1
    described = {str(graph.value(one, rdflib.RDFS.seeAlso)).removeprefix("https://example.vn/") for one in members}
    assert described <= files.keys()


def test_all_tasks_as_excel_are_two_steps_from_the_first_page(files: dict[str, bytes]) -> None:
    assert 'href="du-lieu/"' in files["index.html"].decode()
    page = files["du-lieu/index.html"].decode()
    main = page[page.index("<main") :]
    assert re.findall(r'href="([^"]+)"', main)[0] == "../data/nhiem-vu.xlsx"


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("ke-hoach/", "../data/nhiem-vu.xlsx"),
        ("ke-hoach/an-binh-2024/", "../../data/ke-hoach/nhiem-vu-an-binh-2024.xlsx"),
        ("co-quan/so-tu-phap-an-binh/", "../../data/co-quan/nhiem-vu-so-tu-phap-an-binh.csv"),
        ("thu-tuc/", "../data/thu-tuc.xlsx"),
        ("co-quan/", "../data/co-quan.xlsx"),
        ("van-ban/", "../data/van-ban.xlsx"),
        ("quyet-dinh/", "../data/thu-tuc-cong-bo.xlsx"),
    ],
)
def test_a_page_with_a_table_offers_it_as_a_file(files: dict[str, bytes], page: str, file: str) -> None:
    assert f'href="{file}" download' in files[f"{page}index.html"].decode()


def test_the_list_of_public_information_counts_what_the_portal_holds(files: dict[str, bytes]) -> None:
    kinds = {str(line["public_kind"]) for line in lines(files, "public_information")}
    assert kinds == {"plan", "result", "procedure", "announcement", "feedback", "indicator"}
    page = files["du-lieu/thong-tin-cong-khai/index.html"].decode()
    assert "điểm d khoản 1 Điều 17" in page
    assert all(line["article"] and line["stays"] for line in lines(files, "public_information"))


def test_other_sites_may_read_the_data(files: dict[str, bytes]) -> None:
    headers = files["_headers"].decode()
    for pattern in ("/data/*", "/*/index.json"):
        assert f"{pattern}\n  Access-Control-Allow-Origin: *\n" in headers


def test_the_page_for_programmers_shows_a_twin_of_every_kind(files: dict[str, bytes]) -> None:
    page = files["du-lieu/giao-dien/index.html"].decode()
    examples = re.findall(r'href="\.\./\.\./([^"]*index\.json)"', page)
    kinds = [json.loads(files[path])["kind"] for path in examples]
    assert kinds == ["plan", "task", "agency", "procedure", "announcement", "document", "disclosure", "changes"]


@pytest.mark.parametrize(
    ("name", "read"),
    [("data-services", ("services", ALL)), ("data-public_information", ("services_from", KEYS))],
)
def test_catalogues_are_not_made_again_for_a_processing_time(name: str, read: tuple[str, str]) -> None:
    settings = Settings(SOUND, DAY)
    context = make_context(check_source(settings), settings)
    with context.tracker.track() as of_all:
        made = list(EXPORTS[name](context))
    dependencies = of_all.union(*(one.dependencies or () for one in made if isinstance(one, Trace)))
    assert read in dependencies
    assert ("cards", ALL) not in dependencies
    card = next(iter(context.library.cards.values()))
    assert service_of(card._replace(times=(), time_words="02 ngày")) == service_of(card)
