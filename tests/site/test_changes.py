"""The page of changes: what happened up to the day, the newest first; many postings of a day are one line."""

from __future__ import annotations

import datetime
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from congkhai.knowledge.changes import MOST_POSTED, ChangeSort, RecordChange, changes_of
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import card_of
from congkhai.records.announcement import AnnouncedProcedure, Announcement, Change
from congkhai.records.plan import Plan
from congkhai.records.procedure import Applicant, Procedure
from congkhai.site.exports.feeds import ATOM
from tests.sources import ROOT, SOUND, built, lay

DAY = datetime.date(2026, 1, 5)


def decided(*entries: AnnouncedProcedure, **days: datetime.date) -> list[RecordChange]:
    """The changes by a decision about the procedures 1.000000 (of everybody) and 1.000001 (between offices)."""
    made = (
        Procedure(code="1.000000", name="Cấp thẻ", applicants=(Applicant.CITIZEN,)),
        Procedure(code="1.000001", name="Lập chương trình", applicants=(Applicant.OFFICIAL,)),
    )
    decision = Announcement(id="9-qd-x", number="9/QĐ-X", entries=entries, **days)
    cards = {procedure.code: card_of(procedure) for procedure in made}
    return list(changes_of(Library(cards=cards, announcements={decision.id: decision})))


def test_a_dated_decision_is_told_though_none_of_its_procedures_has_a_page() -> None:
    (change,) = decided(AnnouncedProcedure(code="1.999999", change=Change.ABOLISHED), signed=DAY)
    assert (change.sort, change.name, change.url) == (ChangeSort.DECIDED, "9/QĐ-X", "quyet-dinh/9-qd-x/")


def test_a_procedure_of_a_decision_that_states_no_kind_of_change_is_told_too() -> None:
    _, change = decided(AnnouncedProcedure(code="1.000000"), effective=DAY)
    assert (change.sort, change.internal) == (ChangeSort.NAMED, False)


def test_a_change_of_a_procedure_names_its_code() -> None:
    of_decision, of_procedure = decided(AnnouncedProcedure(code="1.000000", change=Change.NEW), signed=DAY)
    assert (of_decision.code, of_procedure.code) == ("", "1.000000")


def test_what_passes_between_offices_only_is_told_apart() -> None:
    both = AnnouncedProcedure(code="1.000000", change=Change.NEW), AnnouncedProcedure(code="1.000001")
    assert [change.internal for change in decided(*both, signed=DAY)] == [False, False, True]
    assert [change.internal for change in decided(both[1], signed=DAY)] == [True, True]


def test_a_plan_of_which_only_the_month_of_signing_is_known_stands_in_that_month() -> None:
    (change,) = changes_of(Library(plans={"x": Plan(id="x", title="Kế hoạch", signed="2021-12")}))
    assert (change.day, change.when) == (datetime.date(2021, 12, 1), "2021-12")


def library_of(count: int) -> Library:
    made = (Procedure(code=f"1.{number:06}", name=f"Thủ tục {number}", published=DAY) for number in range(count))
    return Library(cards={procedure.code: card_of(procedure) for procedure in made})


def test_few_postings_of_a_day_are_told_one_by_one() -> None:
    assert [change.sort for change in changes_of(library_of(2))] == [ChangeSort.POSTED] * 2


def test_many_postings_of_a_day_are_one_change_that_leads_to_the_list() -> None:
    (change,) = changes_of(library_of(MOST_POSTED + 1))
    assert (change.sort, change.name, change.url) == (ChangeSort.POSTED_MANY, str(MOST_POSTED + 1), "thu-tuc/")


def test_the_page_its_twin_and_its_feed_tell_of_the_same_changes() -> None:
    files = built(SOUND).files
    twin = json.loads(files["thay-doi/index.json"])["changes"]
    feed = files["thay-doi/thay-doi.xml"].decode("utf-8")
    assert len(twin) == feed.count("<entry>") > 0
    assert [entry["day"] for entry in twin] == sorted((entry["day"] for entry in twin), reverse=True)


def test_a_plan_and_an_agency_have_a_page_of_what_changed_and_a_feed_that_tells_the_same() -> None:
    files = built(ROOT / "examples" / "tien-do", datetime.date(2026, 11, 22)).files
    for url in ("ke-hoach/vi-du-2026/", "co-quan/so-mau-vi-du/"):
        twin = json.loads(files[f"{url}thay-doi/index.json"])["changes"]
        feed = ElementTree.fromstring(files[f"{url}thay-doi.xml"])
        told = [entry.findtext(f"{{{ATOM}}}title") for entry in feed.findall(f"{{{ATOM}}}entry")]
        assert [entry["name"] for entry in twin] == told != []
        assert f'href="../../{url}thay-doi/"' in files[f"{url}index.html"].decode("utf-8")


def answer(day: str) -> list[str]:
    """The words of the list with which the page begins, a fact each."""
    page = built(SOUND, datetime.date.fromisoformat(day)).files["thay-doi/index.html"].decode("utf-8")
    facts = page.split('<dl class="summary-list">')[1].split("</dl>")[0].split("</div>")[:-1]
    return [" ".join(re.sub(r"<[^>]+>", " ", fact).split()) for fact in facts]


def test_the_page_begins_with_a_list_of_what_has_changed_since_last_month_began() -> None:
    this, last = answer("2024-03-20")[:2]
    assert (this + last).count("1 thủ tục mới ban hành") == (this + last).count("1 thủ tục được đăng lên cổng") == 1
    assert re.fullmatch(r"Tháng 3/2024 .* từ ngày 01/03/2024 đến ngày dựng trang, 20/03/2024", this)
    assert re.fullmatch(r"Tháng 2/2024 .* từ ngày 01/02/2024 đến hết ngày 29/02/2024", last)


def test_when_nothing_has_changed_the_last_decision_that_changed_something_is_named() -> None:
    _, last, decision, days = answer("2024-05-20")
    assert "Tháng 4/2024 Không ghi nhận thay đổi nào" in last
    assert "Ngày của dữ liệu" in days
    assert re.search(r"Gần nhất: ngày \d\d/\d\d/2024, Quyết định", decision)


def test_decisions_without_a_day_are_counted_beside_what_has_changed(tmp_path: Path) -> None:
    name = "content/announcements/20-qd-ubnd.yaml"
    text = re.sub(r"^(signed|effective): .*\n", "", (SOUND / name).read_text("utf-8"), flags=re.MULTILINE)
    page = built(lay(tmp_path / "source", {name: text})).files["thay-doi/index.html"].decode("utf-8")
    assert "1 trong 1 quyết định công bố chưa có ngày ký, ngày hiệu lực" in page
    assert "tính theo 0 quyết định có ngày; 1 quyết định chưa rõ ngày nên không biết" in page
    assert "quyết định công bố chưa có ngày" not in built(SOUND).files["thay-doi/index.html"].decode("utf-8")
