"""The table of fees says what the pages of procedures say, amount by amount, beside the words of the fees."""

from __future__ import annotations

import datetime
from functools import cache

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.knowledge.procedures.charges import charge_answer
from congkhai.site.data_sets.of_fees import FEES
from congkhai.site.pages.page import Context
from tests.sources import ROOT

TODAY = datetime.date(2026, 11, 29)


@cache
def context() -> Context:
    settings = Settings(ROOT, TODAY)
    return make_context(check_source(settings), settings)


@cache
def rows() -> dict[str, list[dict[str, object]]]:
    names = [column.name for column in FEES.columns]
    found: dict[str, list[dict[str, object]]] = {}
    for row in FEES.rows(context()):
        found.setdefault(str(row[0]), []).append(dict(zip(names, row, strict=True)))
    return found


def test_every_procedure_costs_in_the_table_what_it_costs_on_its_page() -> None:
    library = context().library
    assert rows().keys() == library.procedures.keys()
    for code, lines in rows().items():
        procedure = library.procedures[code]
        answer = charge_answer(procedure, TODAY)
        if procedure.reading and procedure.reading.fees:
            assert [line["charge"] for line in lines] == ["read"]
            continue
        assert {line["charge"] for line in lines} == {answer.kind.value}, code
        amounts = [(channel, float(one.amount_min), float(one.amount_max)) for channel, one in answer.amounts]
        shown = [(line["channel"], line["fee_least"], line["fee_most"]) for line in lines if line["currency"]]
        assert shown == amounts, code


def test_an_amount_stands_with_its_currency_and_per_what_beside_the_words_of_the_fee() -> None:
    line = rows()["2.000913"][0]
    assert (line["fee_least"], line["currency"], line["per"]) == (30000.0, "VND", "giao dịch")
    assert line["fees"] == ("30000 VNĐ (/giao dịch)",)
