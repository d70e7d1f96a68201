"""The reading of durations, fees and codes, against tables of real expressions."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.vietnamese.quantity import base_code, read_code, read_duration, read_fee

HERE = Path(__file__).parent
DURATIONS = yaml.load((HERE / "durations.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
FEES = yaml.load((HERE / "fees.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
# Words that administrative amounts are made of, to let hypothesis build texts near to real ones.
FRAGMENTS = st.sampled_from((HERE / "fragments.txt").read_text(encoding="utf-8").split())


def amount(low, high, rest):
    return f"{low:f}{'' if low == high else f'-{high:f}'} {rest}"


def duration_line(item):
    words = amount(item.amount_min, item.amount_max, item.unit)
    words += f" ({item.channel})" if item.channel else ""
    words += " +extra" if item.extra else ""
    return f"{words} | {item.condition}" if item.condition else words


def fee_line(item):
    words = amount(item.amount_min, item.amount_max, item.currency) + (f"/{item.per}" if item.per else "")
    return f"{words} | {item.condition}" if item.condition else words


@pytest.mark.parametrize("row", DURATIONS, ids=lambda row: row["text"][:40])
def test_a_duration_reads_as_its_amounts_and_nothing_else(row):
    reading = read_duration(row["text"])
    assert [duration_line(item) for item in reading.amounts] == row.get("reads", [])
    assert reading.status == row.get("status", "amounts")
    assert reading.open_ended == (row.get("open_ended") == "yes")
    assert not row.get("problem") or row["problem"] in [problem.code for problem in reading.problems]


@pytest.mark.parametrize("row", FEES, ids=lambda row: row["text"][:40])
def test_a_fee_reads_as_its_amounts_and_zero_with_words_is_not_free(row):
    reading = read_fee(row["text"])
    assert [fee_line(item) for item in reading.amounts] == row.get("reads", [])
    assert reading.free == row.get("free", reading.free)
    assert reading.deferred == (row.get("deferred") == "yes")
    assert [problem.code for problem in reading.problems] == ([row["problem"]] if "problem" in row else [])


@pytest.mark.parametrize(
    ("text", "base", "local"),
    [
        ("1.014466.H12", "1.014466", "H12"),
        ("1.008377.000.00.00.H13", "1.008377", "H13"),
        (" 1.001570 ", "1.001570", ""),
        ("2.000000", "2.000000", ""),
    ],
)
def test_local_forms_of_a_code_lead_to_the_national_one(text, base, local):
    reading = read_code(text)
    assert (reading.base, reading.local, reading.problems) == (base, local, ())


@pytest.mark.parametrize(
    ("text", "suggestion"), [("1.003.500", "1.003500"), ("1.014955-Xoa", "1.014955"), ("1.0133611", None), ("", None)]
)
def test_a_malformed_code_is_kept_and_the_likely_form_suggested(text, suggestion):
    (problem,) = read_code(text).problems
    assert base_code(text) == text
    assert problem.code == "quantity-malformed-code"
    assert problem.suggestions == ((suggestion,) if suggestion else ())


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=25).map(" ".join)))
def test_no_text_makes_the_readers_raise_and_words_are_kept(text):
    assert read_duration(text).text == text
    assert read_fee(text).text == text
    assert read_code(text).text == text


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 400), st.sampled_from(["ngày làm việc", "ngày", "tháng"]))
def test_what_is_written_with_a_unit_is_read_back(number, unit):
    (item,) = read_duration(f"không quá {number:02} {unit} kể từ ngày nhận hồ sơ").amounts
    assert item.amount_min == item.amount_max == number


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**9))
def test_an_amount_with_dots_is_read_back(value):
    (item,) = read_fee(f"{value:,}".replace(",", ".") + " đồng/hồ sơ").amounts
    assert (item.amount_min, item.per) == (value, "hồ sơ")


def test_a_long_hostile_text_is_read_in_linear_time():
    assert read_duration("1.1,1" * 20_000).amounts == ()
    assert read_fee("9 " * 40_000).amounts == ()
    assert read_fee("0 VNĐ (" * 10_000).free == "unknown"
    assert read_fee("\n\0" * 10_000).amounts == read_fee("," * 20_000).amounts == ()
