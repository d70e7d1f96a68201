"""The procedures in content/ say what the national register says: facts exact, prose in our own words."""

import json
import lzma
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
REGISTER = ROOT / ".." / "shared" / "data" / "procedures.jsonl.xz"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not REGISTER.is_file(), reason="the national register is not beside the checkout"),
]

LEVELS = {"cấp xã": "commune", "cấp tỉnh": "province", "cấp bộ": "central", "cơ quan khác": "other"}
APPLICANTS = {
    "Công dân Việt Nam": "citizen",
    "Người Việt Nam định cư ở nước ngoài": "overseas_vietnamese",
    "Người nước ngoài": "foreigner",
    "Tổ chức nước ngoài": "foreign_organization",
    "Hợp tác xã": "cooperative",
    "Cán bộ, công chức, viên chức": "official",
}
CHANNELS = {"Trực tiếp": "in_person", "Trực tuyến": "online", "Dịch vụ bưu chính": "post"}
# Rows of the register's dossiers that ask for "1" of something that is no paper: a remark, or a slip of another form.
NO_PAPER = {"1.001570", "1.001612", "1.001613", "1.002755", "2.000720", "2.000821", "2.002029", "3.000228"}
# The numbers of forms: CT01, TK01a, PC11, ĐKX10/79, 14-HSB, 04B-HBQP, "Mẫu số 18".
FORM = re.compile(r"\b(?:CT|DC|PC)\d\d\b|\bTK\d\da?\b|ĐKX\d+/\d+|\b\d+[A-C]?\s?[-–]\s?H(?:SB|BQP)\b|Mẫu số \d+\b")


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def words(text):
    """The text in NFC, without characters that do not show, every white space one blank."""
    return " ".join(re.sub("[\u200b\u200e]", "", unicodedata.normalize("NFC", text or "")).split())


PROCEDURES = {path.stem: read(path) for path in sorted((ROOT / "content" / "procedures").glob("*/*.yaml"))}
ANNOUNCEMENTS = [read(path) for path in sorted((ROOT / "content" / "announcements").glob("*.yaml"))]
SECTORS = read(ROOT / "content" / "sectors.yaml")
each_procedure = pytest.mark.parametrize("code", PROCEDURES)


@pytest.fixture(scope="module")
def register():
    with lzma.open(REGISTER, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        return {record["code"]: record for record in records if record["code"] in PROCEDURES}


@pytest.fixture(scope="module")
def whole(register):
    """Per code, all the words of the record as one text."""
    return {code: words(" ".join(texts(record))) for code, record in register.items()}


def texts(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [str(value)] if value is not None else []


def components(procedure):
    return [component for case in procedure.get("dossier", []) for component in case["components"]]


def papers(record):
    return [row for row in record["dossier"] or [] if row["originals"] or row["copies"]]


def test_there_are_at_least_sixty_procedures_in_the_most_needed_sectors():
    assert len(PROCEDURES) >= 60
    needed = {"ho-tich", "cu-tru", "chung-thuc", "dat-dai", "xay-dung", "ho-kinh-doanh", "bao-tro-xa-hoi", "can-cuoc"}
    assert needed <= {procedure["sector"] for procedure in PROCEDURES.values()}


@each_procedure
def test_a_procedure_lies_in_the_folder_of_its_sector_under_its_code(code):
    assert PROCEDURES[code]["code"] == code
    assert (ROOT / "content" / "procedures" / PROCEDURES[code]["sector"] / f"{code}.yaml").is_file()
    assert PROCEDURES[code]["sector"] in {sector["id"] for sector in SECTORS["sectors"]}


@each_procedure
def test_a_procedure_speaks_plainly_and_says_what_it_lacks(code):
    text = json.dumps(PROCEDURES[code], ensure_ascii=False)
    assert not re.search(r"\bbạn\b", text, re.IGNORECASE)
    parts = {"agency", "competent_agency", "dossier", "dossier_sets", "processing_time", "fees", "conditions", "forms"}
    missing = (parts | {"levels", "online"}) - set(PROCEDURES[code])
    assert not missing or "Dữ liệu quốc gia" in PROCEDURES[code]["note"]


def test_every_decision_of_a_procedure_has_its_record_and_lists_it():
    listed = {(record["number"], entry["code"]) for record in ANNOUNCEMENTS for entry in record["entries"]}
    assert {(procedure["announcement"], code) for code, procedure in PROCEDURES.items()} <= listed


def test_an_abolished_procedure_is_abolished_by_an_announcement():
    abolished = {
        entry["code"] for record in ANNOUNCEMENTS for entry in record["entries"] if entry.get("change") == "abolished"
    }
    assert {code for code, procedure in PROCEDURES.items() if procedure.get("status") == "abolished"} == (
        abolished & set(PROCEDURES)
    )


def test_a_procedure_is_in_force_only_by_a_decision_of_a_known_day():
    dated = {
        entry["code"]
        for record in ANNOUNCEMENTS
        for entry in record["entries"]
        if record.get("effective") or record.get("signed")
    }
    assert {code for code, procedure in PROCEDURES.items() if procedure.get("status") == "in_force"} <= dated


def test_life_events_lead_to_procedures_and_stand_with_their_sectors():
    events = {event["id"]: event["procedures"] for event in SECTORS["life_events"]}
    # Names without a record here are matters of content/elsewhere or of the register, which `check` looks up.
    own = {event: [name for name in names if name in PROCEDURES] for event, names in events.items()}
    assert all(own.values())
    expected = {(PROCEDURES[code]["sector"], event) for event, codes in own.items() for code in codes}
    stated = {(sector["id"], event) for sector in SECTORS["sectors"] for event in sector.get("life_events", [])}
    assert stated == expected


class TestAgainstTheRegister:
    pytestmark = shared

    @each_procedure
    def test_code_name_field_and_decision_are_the_registers(self, code, register):
        procedure, record = PROCEDURES[code], register[code]
        sector = next(sector for sector in SECTORS["sectors"] if sector["id"] == procedure["sector"])
        assert words(procedure["name"]) == words(record["name"])
        assert record["field"] in [sector["name"], *sector["aliases"]]
        assert procedure["announcement"] == words(record["decision"])

    @each_procedure
    def test_levels_applicants_and_channels_are_the_registers(self, code, register):
        procedure, record = PROCEDURES[code], register[code]
        level = (record["level"] or "").lower().replace("cấp bộ/trung ương", "cấp bộ")
        assert set(procedure.get("levels", [])) == {LEVELS[name] for name in level.split(", ") if name}
        stated = {our for theirs, our in APPLICANTS.items() if theirs in words(record["applicants"])}
        assert stated == set(procedure["applicants"]) & set(APPLICANTS.values())
        channels = {CHANNELS[row["channel"]] for row in record["submission"] if row["channel"]}
        assert {row["channel"] for row in procedure["submission"]} == channels

    @each_procedure
    def test_agencies_are_named_in_the_record(self, code, whole):
        names = [PROCEDURES[code].get("agency", ""), PROCEDURES[code].get("competent_agency", "")]
        assert all(words(name).casefold() in whole[code].casefold() for name in names)

    @each_procedure
    def test_times_and_fees_stand_in_the_record_word_for_word(self, code, whole):
        procedure = PROCEDURES[code]
        lines = procedure.get("processing_time", "").splitlines()
        lines += [row[key] for row in procedure["submission"] for key in ("time", "fee") if key in row]
        lines += [fee["text"] for fee in procedure.get("fees", [])]
        assert [line for line in lines if words(line) not in whole[code]] == []

    @each_procedure
    def test_a_fee_in_figures_has_its_figures_in_its_own_words(self, code):
        for fee in PROCEDURES[code].get("fees", []):
            assert fee.get("amount", "") in re.sub(r"[.\s]", "", fee["text"])

    @each_procedure
    def test_every_paper_of_the_dossier_is_there_with_its_counts(self, code, register):
        rows, ours = register[code]["dossier"] or [], components(PROCEDURES[code])
        listed = Counter((str(row["originals"]), str(row["copies"])) for row in rows)
        assert Counter((item["originals"], item["copies"]) for item in ours) <= listed
        asked = [item for item in ours if (item["originals"], item["copies"]) != ("0", "0")]
        assert len(papers(register[code])) - len(asked) == (code in NO_PAPER)

    @each_procedure
    def test_form_numbers_are_those_of_the_dossier(self, code, register, whole):
        ours = FORM.findall(json.dumps(PROCEDURES[code].get("dossier", []), ensure_ascii=False))
        theirs = FORM.findall(words(" ".join(row["name"] for row in papers(register[code]))))
        assert {plain(form) for form in theirs} - {plain(form) for form in ours} == set()
        assert [form for form in ours if plain(form) not in plain(whole[code])] == []

    @each_procedure
    def test_legal_bases_are_among_the_records(self, code, register):
        rows = register[code]["legal_basis"] or []
        stated = [words(row["number"]) + " " + words(row["title"]) for row in rows]
        numbers = [words(row["number"]) for row in rows if row["number"]]
        for number in PROCEDURES[code].get("legal_basis", []):
            assert any(number in text for text in stated) or any(number.startswith(cut) for cut in numbers)

    @each_procedure
    def test_the_prose_is_our_own(self, code, register):
        record = words(" ".join(texts([register[code]["steps"], register[code]["conditions"]])))
        conditions = PROCEDURES[code].get("conditions", "")
        prose = PROCEDURES[code]["steps"] + "\n" + (conditions if isinstance(conditions, str) else "")
        sentences = [words(line) for line in re.split(r"[\n.;]", prose)]
        assert [sentence for sentence in sentences if len(sentence) >= 90 and sentence in record] == []


def plain(text):
    """A form number without the marks and zeros in which its spellings differ."""
    return re.sub(r"\b0+(?=\d)", "", re.sub(r"[\s–-]", "", text.replace("Mẫu số", "#"))).casefold()
