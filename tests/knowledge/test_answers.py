"""The answers of a procedure: how long, how much, online, what to bring; never a raw value or an exception."""

from __future__ import annotations

import datetime
import inspect

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.knowledge.procedures.card import card_of, from_row, to_row
from congkhai.knowledge.procedures.charges import charge_answer
from congkhai.knowledge.procedures.times import time_answer, understood_times
from congkhai.records.procedure import Procedure
from congkhai.site.pages.procedures.charge_words import charge_headline
from congkhai.site.pages.procedures.headlines import (
    online_headline,
    other_time_words,
    papers_headline,
    time_headline,
)
from tests.knowledge.test_reading import procedure

LABELS = load_labels("vi")
TODAY = datetime.date(2026, 11, 29)


def time_of(text: str) -> str:
    """How long a procedure takes, in words."""
    return time_headline(LABELS, time_answer(understood_times(procedure(text))))


def charge(text: str) -> str:
    """What a procedure costs, in words."""
    return charge_headline(LABELS, charge_answer(procedure(text), TODAY))


def fee(text: str) -> str:
    """What one fee comes to, in words."""
    return charge(f"fees: [{{kind: fee, text: {text!r}}}]")


def online(text: str) -> str:
    """Whether one can hand in online, in words."""
    return online_headline(LABELS, procedure(text))


LATE = "nếu tiếp nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo"
CHANNELS = "submission: [{channel: online, time: %s}, {channel: in_person, time: %s}]"


def test_a_share_of_the_first_office_is_not_told_as_the_whole_time() -> None:
    note = "Trong 03 ngày làm việc, Phòng chuyển hồ sơ đề nghị cấp phép về Cục. Cục cấp phép trong 02 ngày làm việc."
    record = f"processing_time: 3 Ngày làm việc\nsubmission: [{{channel: in_person, note: {note!r}}}]"
    assert time_of(record) == "5 ngày làm việc"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("processing_time: 03 ngày làm việc kể từ ngày nhận đủ hồ sơ", "3 ngày làm việc"),
        ('processing_time: "1"', ""),
        ("processing_time: 0 Giờ", ""),
        ("steps: a", ""),
        (f'processing_time: "1\\n{LATE}"', "Hiểu là trong ngày; nhận sau 15 giờ: ngày làm việc tiếp theo"),
        (f"processing_time: {LATE}", "Hiểu là trong ngày; nhận sau 15 giờ: ngày làm việc tiếp theo"),
        ("processing_time: Ngay trong ngày, hoặc ngày làm việc tiếp theo nếu nhận sau 03 (ba) giờ chiều",
         "Trong ngày; nhận sau 15 giờ: ngày làm việc tiếp theo"),
        ('processing_time: "1\\nTrong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ"', "3 ngày làm việc"),
        ('processing_time: "9 ngày\\n9 ngày làm việc (hoặc 7 ngày làm việc đối với nhà ở riêng lẻ)"',
         "7–9 ngày làm việc, tùy trường hợp"),
        (CHANNELS % ("15 ngày", "20 ngày"), "Trực tiếp: 20 ngày; trực tuyến: 15 ngày"),
        ('processing_time: "Trực tuyến: 15 Ngày làm việc\\nTrực tiếp: 5 Ngày làm việc"',
         "Trực tiếp: 5 ngày làm việc; trực tuyến: 15 ngày làm việc"),
        (CHANNELS % ("5 ngày", "5 ngày"), "5 ngày"),
        ("submission: [{channel: online, time: 1 Giờ}, {channel: online, time: 7 ngày}]",
         "Từ 1 giờ đến 7 ngày, tùy trường hợp"),
        ("processing_time: Không phải trả kết quả cho người nộp thuế", "Không có kết quả phải trả"),
    ],
)  # fmt: skip
def test_the_time_is_understood_or_left_out_and_never_shown_raw(text: str, words: str) -> None:
    assert time_of(text) == words


def test_a_note_on_submission_settles_a_time_that_is_only_referred_to() -> None:
    text = "processing_time: Theo mô tả\nsubmission: [{channel: post, time: Theo mô tả, note: %r}]"
    note = "Không quá 15 ngày làm việc kể từ ngày nhận đủ hồ sơ. Trong đó: - Sở thẩm định trong 12 ngày làm việc"
    assert time_of(text % note) == "15 ngày làm việc"


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ('processing_time: "15"', "Hiểu theo phần mô tả; ô thời hạn ghi “15”"),
        ("levels: [province]", "Hiểu theo phần mô tả"),
        ("processing_time: 15 ngày làm việc", ""),
    ],
)
def test_a_time_that_only_other_words_tell_is_told_as_understood(stated: str, words: str) -> None:
    note = "Không quá 15 ngày làm việc kể từ ngày nhận đủ hồ sơ"
    found = procedure(f"{stated}\nsubmission: [{{channel: post, note: {note}}}]")
    answer = time_answer(understood_times(found))
    assert answer.durations
    assert "".join(other_time_words(LABELS, found, answer)) == words


HARD = "Đối với các xã miền núi, hải đảo; vùng có điều kiện kinh tế - xã hội khó khăn thì thời gian thực hiện %s."
PLACE = "Xã miền núi, vùng khó khăn: "


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("không quá 20 ngày làm việc", f"{PLACE}20 ngày làm việc"),
        ("được tăng thêm 10 ngày", f"{PLACE}thêm 10 ngày"),
        ("không quá 15 ngày làm việc", ""),
        ("không quá 12 ngày làm việc", ""),
        ("được rút ngắn", ""),
    ],
)
def test_the_longer_time_where_life_is_hard_stands_beside_the_ordinary_one(said: str, words: str) -> None:
    row = f"submission: [{{channel: post, time: 15 ngày làm việc, note: {HARD % said!r}}}]"
    found = procedure(row)
    assert "".join(other_time_words(LABELS, found, time_answer(understood_times(found)))) == words


CASES = "Có trường hợp thời hạn khác: xem bảng các cách nộp"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("- 07 ngày làm việc đối với trường hợp trong cùng tỉnh\\n- 15 ngày làm việc đối với trường hợp khác", CASES),
        ("Không quá 15 ngày làm việc; đối với vụ việc phức tạp thì không quá 45 ngày.", CASES),
        ("Trường hợp cấp lại: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ.", CASES),
        ("Trường hợp cấp lại: 15 ngày làm việc.", ""),
        ("Trường hợp hồ sơ không hợp lệ, trong 03 ngày làm việc phải thông báo.", ""),
        ("Đối với Sở Tư pháp: 05 ngày làm việc kể từ ngày nhận hồ sơ.", ""),
        ("Trong 05 ngày làm việc kể từ ngày họp hội đồng đối với trường hợp đạt.", ""),
    ],
)
def test_cases_that_a_note_gives_a_time_of_their_own_are_pointed_at(note: str, words: str) -> None:
    found = procedure(f'submission: [{{channel: post, time: 15 ngày làm việc, note: "{note}"}}]')
    assert "".join(other_time_words(LABELS, found, time_answer(understood_times(found)))) == words


def test_a_bare_number_takes_the_unit_that_the_steps_give_it_for_the_result() -> None:
    text = "processing_time: '10'\nsteps: 'Trong thời hạn %s kể từ khi nhận đủ hồ sơ, Cục %s.'"
    assert time_of(text % ("10 ngày làm việc", "cấp Giấy phép")) == "10 ngày làm việc"
    assert time_of(text % ("10 ngày làm việc", "xem xét tính hợp lệ của hồ sơ")) == ""
    assert time_of(text % ("12 ngày làm việc", "cấp Giấy phép")) == ""


@pytest.mark.parametrize(
    ("stated", "steps", "words"),
    [
        ("10 ngày", "Trong thời hạn 10 ngày làm việc kể từ ngày nhận hồ sơ, Sở cấp Giấy phép.", "10 ngày làm việc"),
        ("10 ngày", "Trong thời hạn 10 ngày kể từ ngày nhận hồ sơ, Sở cấp Giấy phép.", "10 ngày"),
        ("10 ngày", "Trong thời hạn 10 ngày làm việc, Sở thông báo bổ sung hồ sơ.", "10 ngày"),
        ("10 ngày làm việc", "Trong thời hạn 10 ngày kể từ ngày nhận hồ sơ, Sở cấp Giấy phép.", "10 ngày làm việc"),
        (
            "30 ngày",
            "Nếu đủ điều kiện, trong thời hạn 30 ngày làm việc, Cục thẩm định và cấp Giấy.",
            "30 ngày làm việc",
        ),
        ("7 ngày", "Trong 07 ngày làm việc kể từ ngày cơ quan trình, Bộ trưởng phê duyệt.", "7 ngày"),
        ("7 ngày", "Trong 07 ngày làm việc kể từ ngày có kết luận, cơ quan ra quyết định.", "7 ngày"),
        ("7 ngày", "Đối với hộ nghèo, trong 07 ngày làm việc kể từ ngày nhận hồ sơ, Sở trả kết quả.", "7 ngày"),
        ("7 ngày", "Sau 7 ngày làm việc từ ngày nhận hồ sơ, Sở trả kết quả. Hẹn theo ngày lịch.", "7 ngày"),
        ("28 Giờ", "Trong 3,5 ngày làm việc, cơ quan thẩm định và cấp lại.", "3,5 ngày làm việc"),
        ("28 Giờ", "Trong 3 ngày làm việc, cơ quan thẩm định và cấp lại.", "28 giờ"),
    ],
)
def test_a_time_is_told_in_working_days_where_the_words_on_the_result_say_so(
    stated: str, steps: str, words: str
) -> None:
    assert time_of(f"processing_time: {stated}\nsteps: {steps!r}") == words


WHOLE = "Nộp tại bộ phận một cửa. Thời hạn thực hiện liên thông tối đa 15 ngày làm việc."
SHARE = "Trong 15 ngày làm việc, xã chuyển hồ sơ đến Sở. Sở trả kết quả trong 02 ngày."


@pytest.mark.parametrize(
    ("note", "words", "field"),
    [(WHOLE, "15 ngày làm việc", "Theo phần mô tả; ô thời hạn ghi 15 ngày"), (SHARE, "15 ngày", "")],
)
def test_working_days_of_a_note_are_the_answer_and_what_the_field_says_stands_beside(
    note: str, words: str, field: str
) -> None:
    found = procedure(f"processing_time: 15 ngày\nsubmission: [{{channel: in_person, time: 15 ngày, note: {note!r}}}]")
    answer = time_answer(understood_times(found))
    assert (time_headline(LABELS, answer), "".join(other_time_words(LABELS, found, answer))) == (words, field)


ON_TIME = "Mức do Hội đồng nhân dân tỉnh quyết định. Miễn lệ phí đối với trường hợp đăng ký khai tử đúng hạn, hộ nghèo."


def test_of_two_times_the_one_for_hard_places_is_told_beside_the_ordinary_one() -> None:
    text = """
    submission:
      - {channel: in_person, time: 8 ngày làm việc}
      - {channel: in_person, time: 18 ngày làm việc, note: Đối với các xã miền núi thì không quá 18 ngày làm việc}
    """
    read = procedure(inspect.cleandoc(text))
    answer = time_answer(understood_times(read))
    assert time_headline(LABELS, answer) == "8 ngày làm việc"
    assert list(other_time_words(LABELS, read, answer)) == ["Xã miền núi, vùng khó khăn: 18 ngày làm việc"]


def test_a_return_that_gets_no_result_takes_no_time() -> None:
    text = 'processing_time: "1"\nresult: [Hồ sơ gửi đến cơ quan thuế không có kết quả giải quyết]'
    assert time_of(text) == "Không có kết quả phải trả"
    assert time_of(text.replace("giải quyết]", "giải quyết, Giấy xác nhận]")) == ""


def test_who_is_on_time_reads_first_that_it_is_free_with_the_time_that_the_steps_set() -> None:
    rest = "; quá hạn: mức thu do tỉnh, thành phố quy định; diện miễn khác: ở phần phí"
    assert fee(ON_TIME) == f"Miễn phí nếu đăng ký khai tử đúng hạn{rest}"
    steps = "steps: Trong 15 ngày kể từ ngày có người chết, vợ, chồng phải đăng ký khai tử."
    words = charge(f"{steps}\nfees: [{{kind: fee, text: {ON_TIME!r}}}]")
    assert words == f"Miễn phí nếu đăng ký khai tử trong 15 ngày{rest}"


READING = "reading: {processing_time: {amount: 2, unit: working_days%s}, legal_basis: [60/2014/QH13]}\n"


def test_an_editors_reading_overrules_what_the_record_states() -> None:
    assert time_of(READING % "" + "processing_time: '1'") == "2 ngày làm việc"
    other = ", exceptions: [{channel: online, amount: 7, unit: days}]"
    assert time_of(READING % other + "processing_time: '1'") == "2 ngày làm việc; trực tuyến: 7 ngày"


def test_a_card_tells_the_time_that_the_page_tells() -> None:
    found = procedure(READING % ", text: Hai ngày làm việc" + CHANNELS % ("'1'", "'1'"))
    card = from_row(to_row(card_of(found)))
    assert card == card_of(found)
    assert card.time_words == "Hai ngày làm việc"
    assert time_headline(LABELS, time_answer(card.times)) == "2 ngày làm việc"
    assert card.takes_online


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0 VNĐ", "Miễn phí"),
        ("Miễn phí", "Miễn phí"),
        ("Phí : 0 Đồng", "Miễn phí"),
        ("0 VNĐ (- Miễn lệ phí (Thông tư số 47/2019/TT-BTC);)", "Miễn phí"),
        ("0 VNĐ (Miễn lệ phí. Phí cấp bản sao Trích lục (nếu có yêu cầu) theo Thông tư số 281/2016/TT-BTC.)",
         "Miễn phí; bản sao theo yêu cầu thu riêng"),
        ("0 VNĐ (Trả phí cho đơn vị cung cấp dịch vụ.)", "Miễn phí; phí dịch vụ trả riêng cho đơn vị cung cấp"),
        ("50000 VNĐ (50.000 đồng/thẻ; Kể từ ngày 01/7/2025 đến hết ngày 31/12/2026 mức thu lệ phí bằng 50% mức thu nêu "
         "trên)", "25.000 đồng/thẻ (mức giảm, đến hết ngày 31/12/2026); sau đó 50.000 đồng/thẻ"),
        ("0 VNĐ (Theo quy định của Hội đồng nhân dân cấp tỉnh)", "Mức thu do tỉnh, thành phố quy định"),
        ("0 VNĐ (Mức cụ thể do Hội đồng nhân dân tỉnh quyết định. Miễn lệ phí cho người thuộc hộ nghèo.)",
         "Mức thu do tỉnh, thành phố quy định; được miễn: hộ nghèo"),
        ("0 VNĐ (Thông tư số 60/2023/TT-BTC ngày 07/9/2023 của Bộ Tài chính quy định mức thu lệ phí)",
         "Mức thu do Thông tư 60/2023/TT-BTC quy định"),
        ("0 VNĐ (Thông tư số 64/2025/TT-BTC quy định mức thu, miễn một số khoản phí, lệ phí)",
         "Mức thu do Thông tư 64/2025/TT-BTC quy định"),
        ("10000000 VNĐ (Áp dụng mức phí: 5.000.000 đồng đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-BTC)",
         "5.000.000 đồng"),
        ("10000000 VNĐ (Áp dụng mức phí: 5.000.000 đồng đến hết ngày 31/12/2025)", "10.000.000 đồng"),
        ("0 VNĐ (Chưa quy định.)", "Chưa thu (chưa có quy định)"),
        ("0 VNĐ (Theo quy định của Bộ trưởng Bộ tài chính)", "Mức thu do Bộ Tài chính quy định"),
        ("0 VNĐ (Theo quy định của Luật phí và lệ phí)", "Theo Luật Phí và lệ phí"),
        ("Chi tiết tại văn bản kèm theo", ""),
        ("20 VNĐ", ""),
        ("50000 VNĐ (/văn bản)", "50.000 đồng/văn bản"),
        ("2000 VNĐ (2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang, tối đa thu không quá "
         "200.000 đồng/bản)", "2.000 đồng/trang; từ trang 3: 1.000 đồng/trang; tối đa 200.000 đồng/bản"),
        ("5000000 VNĐ (Phí: 5.000.000-10.000.000 Đồng (theo tỷ lệ của hợp đồng))", "5.000.000–10.000.000 đồng"),
        ("10000 VNĐ (10.000 đồng/khẩu-chiếc)", "10.000 đồng/khẩu"),
        ("10 VNĐ (10 USD/người.)", "10 đô la Mỹ/người"),
        ("100000 VNĐ (100.000 đồng/lần) | 500000 VNĐ (Cấp mới, cấp lại)",
         "100.000–500.000 đồng; từng mức: xem phần phí, lệ phí"),
        ("Bằng 50% mức phí tại Thông tư số 249/2016/TT-BTC ngày 11 tháng 11 năm 2016 Đồng",
         "Mức thu do Thông tư 249/2016/TT-BTC quy định"),
        ("50000 VNĐ (- Cấp đổi: 50.000 đồng/thẻ; Kể từ ngày 01/01/2025 đến hết ngày 31/12/2025 bằng 50%)",
         "50.000 đồng/thẻ"),
    ],
)  # fmt: skip
def test_a_fee_is_free_an_amount_a_tariff_or_left_out(text: str, words: str) -> None:
    assert fee(text) == words


def test_an_amount_that_has_run_out_is_no_longer_told() -> None:
    until = "Kể từ ngày 01/12/2023 đến hết ngày 31/12/%s, áp dụng mức thu lệ phí là 115.000 đồng/lần cấp"
    fees = "fees: [{kind: charge, text: 'Lệ phí: 135.000 đồng/lần'}, {kind: charge, text: %r}]"
    assert charge(fees % (until % "2025")) == "135.000 đồng/lần"
    assert charge(fees % (until % "2026")) == "115.000–135.000 đồng; từng mức: xem phần phí, lệ phí"


def test_zero_beside_a_fee_for_some_is_not_simply_free() -> None:
    fees = "fees: [{kind: fee, text: 0 VNĐ}, {kind: charge, text: nộp lệ phí nếu thuộc trường hợp phải nộp}]"
    assert charge(fees) == "Miễn phí; ai phải nộp: xem phần phí, lệ phí"


def test_a_channel_that_is_free_is_named_beside_those_that_pay() -> None:
    rows = "submission: [{channel: online, fee: 0 VNĐ}, {channel: in_person, fee: '20000 VNĐ (/tờ khai)'}]"
    assert charge(rows) == "Trực tiếp: 20.000 đồng/tờ khai; trực tuyến: miễn phí"


def test_what_some_pay_less_by_a_note_on_handing_in_is_pointed_at_until_it_is_over() -> None:
    note = "Nộp trên ứng dụng đến hết ngày 31/12/%s được áp dụng mức thu phí bằng 50% mức thu nêu trên"
    rows = "submission: [{channel: online, fee: '70000 VNĐ', note: %s}]"
    told = "70.000 đồng; có trường hợp được giảm: xem bảng các cách nộp"
    assert charge(rows % note.replace("%s", "2026")) == told
    assert charge(rows % note.replace("%s", "2025")) == "70.000 đồng"


def test_a_few_amounts_are_told_with_their_cases() -> None:
    assert fee("40000 VNĐ (Lệ phí cấp mới) | 20000 VNĐ (Lệ phí cấp lại)") == (
        "40.000 đồng: Lệ phí cấp mới; 20.000 đồng: Lệ phí cấp lại"
    )


def test_a_fee_that_is_read_may_say_who_sets_it() -> None:
    fees = "reading: {fees: [{amount: 0, text: Miễn phí khi đúng hạn}, {case: Quá hạn, text: mức do tỉnh quy định}]}"
    assert charge(fees) == "Miễn phí khi đúng hạn; Quá hạn: mức do tỉnh quy định"


def test_zero_for_one_channel_beside_a_law_for_others_is_not_free() -> None:
    rows = "submission: [{channel: online, fee: 0 VNĐ}, {channel: post, fee: 0 VNĐ (Theo quy định của Luật phí)}]"
    assert charge(rows) == ""


def test_no_fees_are_never_called_free() -> None:
    assert charge("steps: a") == ""
    assert charge("fees: {absent: true, reason: văn bản ghi không}") == "Miễn phí"


def test_fees_that_are_read_are_told_by_channel() -> None:
    fees = "reading: {fees: [{amount: 15000, channel: in_person}, {amount: 7000, channel: online}]}\n"
    assert charge(fees + "fees: [{kind: fee, text: 5000 VNĐ}]") == "Trực tiếp: 15.000 đồng; trực tuyến: 7.000 đồng"
    assert charge("reading: {fees: [{amount: 10, currency: USD}]}") == "10 đô la Mỹ"
    assert charge("reading: {fees: [{amount: 0}]}") == "Miễn phí"


SAID = "nộp hồ sơ trực tiếp, qua bưu chính hoặc trực tuyến trên Cổng Dịch vụ công quốc gia"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("submission: [{channel: online}]", "Nộp được trực tuyến"),
        ("submission: [{channel: in_person}]", "Không; nộp trực tiếp"),
        ("submission: [{channel: in_person}, {channel: post}]", "Không; nộp trực tiếp hoặc qua bưu chính"),
        ("online: {level: full}", "Nộp được trực tuyến, toàn trình"),
        ("steps: a", ""),
        (f"steps: {SAID}\nsubmission: [{{channel: in_person}}]",
         "Có, theo nội dung thủ tục; dữ liệu quốc gia chưa ghi"),
        (f"steps: {SAID}\nonline: {{level: none}}\nsubmission: [{{channel: in_person}}]", "Không; nộp trực tiếp"),
        ("steps: Nộp trực tiếp. Cán bộ cập nhật vào Cổng dịch vụ công.\nsubmission: [{channel: in_person}]",
         "Không; nộp trực tiếp"),
        (f"steps: Khi hạ tầng cho phép, {SAID}\nsubmission: [{{channel: in_person}}]", "Không; nộp trực tiếp"),
    ],
)  # fmt: skip
def test_the_channels_say_whether_one_can_hand_in_online(text: str, words: str) -> None:
    assert online(text) == words


def papers(*names: str, **cases: str) -> str:
    """How many papers a dossier asks for, in words."""
    listed = "".join(f"      - {{name: {name!r}}}\n" for name in names)
    found: Procedure = procedure(f"dossier:\n  - components:\n{listed}")
    return papers_headline(LABELS, found)


def test_the_count_is_that_of_papers_everyone_brings() -> None:
    assert papers("Tờ khai", "Giấy chứng sinh") == "2 giấy tờ"
    assert papers("Tờ khai", "Giấy ủy quyền, nếu nhờ người khác") == "1 giấy tờ; thêm trong 1 trường hợp"
    assert papers("Hồ sơ gồm:", "Tờ khai") == "1 giấy tờ"
    assert papers("Trường hợp ủy quyền: văn bản ủy quyền") == "Giấy tờ theo 1 trường hợp"
