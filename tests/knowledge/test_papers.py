"""Which papers everyone brings and which only some: by the words beside each, or by an editor's reading."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.papers import Paper, papers_of
from congkhai.records.procedure_reading import Channel
from tests.knowledge.test_reading import procedure


def paper(name: str, note: str = "") -> Paper:
    """How the paper of a dossier of one is understood."""
    found = papers_of(procedure(f"dossier: [{{components: [{{name: {name!r}, note: {note!r}}}]}}]"))
    return (*found.always, *(one for _, group in found.only_if for one in group))[0]


@pytest.mark.parametrize(
    ("name", "note", "condition"),
    [
        ("Tờ khai theo mẫu", "", ""),
        ("Giấy tờ khác (nếu có)", "", "Nếu có"),
        ("Giấy biên nhận (đối với du học sinh tiến sĩ)", "", "Đối với du học sinh tiến sĩ"),
        ("a) Trường hợp ủy quyền: văn bản ủy quyền", "", "Trường hợp ủy quyền"),
        ("Trường hợp không có giấy chứng sinh thì nộp văn bản", "", "Trường hợp không có giấy chứng sinh"),
        ("Văn bản ủy quyền, nếu nhờ người khác đi thay", "", "Nếu nhờ người khác đi thay"),
        ("Sinh con: bản sao giấy khai sinh", "", "Sinh con"),
        ("Biên bản về việc trẻ bị bỏ rơi", "Chỉ với trẻ bị bỏ rơi.", "Chỉ với trẻ bị bỏ rơi"),
        ("Văn bản cam đoan", "Khi không có văn bản xác nhận.", "Khi không có văn bản xác nhận"),
        ("Giấy chứng sinh, trường hợp không có thì nộp giấy cam đoan", "", ""),
        ("Giấy chứng sinh", "Không có thì nộp văn bản của người làm chứng.", ""),
        ("Hợp pháp hóa lãnh sự, trừ khi được miễn", "", ""),
        ("Giấy phép (không phải nộp nếu đã có trên hệ thống)", "", "Không phải nộp nếu đã có trên hệ thống"),
        ("Thẻ đã cấp (trừ trường hợp bị mất)", "", "Trừ trường hợp bị mất"),
        (
            "Giấy khám sức khỏe",
            "Cô, cậu, dì, chú, bác ruột không phải nộp.",
            "Cô, cậu, dì, chú, bác ruột không phải nộp",
        ),
        ("Văn bản ủy quyền", "Cha, mẹ, vợ, chồng thì không cần.", "Cha, mẹ, vợ, chồng thì không cần"),
        ("Giấy xác nhận", "Người độc thân: cơ quan tự tra cứu.", "Người độc thân: cơ quan tự tra cứu"),
        ("Giấy chứng sinh", "Không phải nộp bản giấy nếu đã có bản điện tử.", ""),
        ("Văn bản ủy quyền", "Không phải chứng thực khi người được ủy quyền là cha, mẹ.", ""),
        ("Tờ khai", "Không cần ghi ý kiến nếu đã đồng ý bằng văn bản.", ""),
        ("Giấy tờ tùy thân: căn cước, hộ chiếu", "", ""),
        ("Giấy khám sức khỏe", "Không cần với hạng A1, A, B1.", "Không cần với hạng A1, A, B1"),
        ("Trích lục", "Theo trường hợp.", "Theo trường hợp"),
        ("Giấy tờ khác theo điểm d khoản 1 Điều 21", "", "Theo điểm d khoản 1 Điều 21"),
        ("Văn bản ủy quyền", "Có chứng thực; khi các thành viên cùng đăng ký.", "Khi các thành viên cùng đăng ký"),
        ("Sổ bảo hiểm", "Bản chính. Khi mất thì khai trong đơn.", ""),
        ("Tờ khai", "Khai chung một tờ; khi nộp trực tiếp.", ""),
        ("Bảng thuế được khấu trừ (nếu có) theo mẫu", "", "Nếu có"),
        ("Giấy phép đối với hàng hóa phải có giấy phép", "", "Đối với hàng hóa phải có giấy phép"),
        ("Giấy đăng ký (đối với tổ chức, hộ gia đình, cá nhân kinh doanh du lịch)", "", ""),
        (
            "Giấy tờ (đối với trường hợp nộp thông qua tổ chức, cá nhân đưa đi)",
            "",
            "Đối với trường hợp nộp thông qua tổ chức, cá nhân đưa đi",
        ),
        ("Đơn xin đăng cai, trong đó nêu rõ địa điểm, biện pháp bảo đảm an toàn khi tổ chức", "", ""),
        ("Tài liệu về năng lực, cụ thể như sau: Trường hợp đã được chứng nhận, nộp bản sao", "", ""),
    ],
)
def test_the_condition_of_a_paper_is_read_from_its_name_or_note(name: str, note: str, condition: str) -> None:
    assert paper(name, note).condition == condition


@pytest.mark.parametrize(
    ("name", "note", "channel"),
    [
        ("Mẫu điện tử đăng ký khai sinh", "", Channel.ONLINE),
        ("- Mẫu hộ tịch điện tử tương tác đăng ký khai sinh", "", Channel.ONLINE),
        ("Tờ khai", "Khi nộp trực tiếp hoặc qua bưu chính.", Channel.IN_PERSON),
        ("Tờ khai (đối với trường hợp nộp trực tuyến)", "", Channel.ONLINE),
        ("Tờ khai", "", None),
    ],
)
def test_the_channel_of_a_paper_is_no_condition(name: str, note: str, channel: Channel | None) -> None:
    found = paper(name, note)
    assert (found.channel, found.condition) == (channel, "")


DOSSIER = """
dossier:
  - case: "%s"
    components: [{name: Đơn}, {name: Giấy khai sinh}]
  - case: "%s"
    components: [{name: Đơn}]
"""


def test_cases_are_choices_and_never_summed() -> None:
    found = papers_of(procedure(DOSSIER % ("Xác định lần đầu", "Xác định lại")))
    assert [title for title, _ in found.choices] == ["Xác định lần đầu", "Xác định lại"]
    assert found.counts(Channel.IN_PERSON) == (1, 2)


def test_titles_that_only_gather_papers_are_no_cases() -> None:
    found = papers_of(procedure(DOSSIER % ("* Giấy tờ phải nộp", "Giấy tờ phải xuất trình:")))
    assert found.counts(Channel.IN_PERSON) == (3, 3)
    assert not found.choices


def test_one_case_beside_what_everyone_brings_comes_on_top() -> None:
    found = papers_of(procedure(DOSSIER % ("Giấy tờ chung", "Ủy quyền: kèm một trong các giấy tờ sau")))
    assert found.counts(Channel.IN_PERSON) == (2, 2)
    assert [condition for condition, _ in found.only_if] == ["Ủy quyền: kèm một trong các giấy tờ sau"]


READING = """
reading:
  papers:
    - {name: Người nhận nuôi, need: always}
    - {name: Trẻ, need: only_if, case: Khi đã có quyết định}
    - {name: Giấy khai sinh, need: only_if, case: Khi chưa có dữ liệu, channel: in_person}
"""


def test_an_editor_reads_cases_and_papers_otherwise() -> None:
    found = papers_of(procedure(READING + DOSSIER % ("Người nhận nuôi", "Trẻ được nhận nuôi")))
    assert [one.component.name for one in found.always] == ["Đơn"]
    groups = {condition: [one.component.name for one in papers] for condition, papers in found.only_if}
    assert groups == {"Khi chưa có dữ liệu": ["Giấy khai sinh"], "Khi đã có quyết định": ["Đơn"]}


@pytest.mark.parametrize(
    ("paper", "counted"),
    [
        ("{name: Văn bản cử người giám hộ, note: Với giám hộ cử.}", 0),
        ("{name: Bản sao giấy khai sinh, note: Người chưa đủ 14 tuổi; không có thì nộp bản chụp.}", 0),
        ("{name: Tờ khai, note: 'Người dưới 14 tuổi: người đại diện khai và ký thay.'}", 1),
        ("{name: '1.4. Số lượng hồ sơ: 01 bộ.'}", 0),
        ("{name: 'Bản sao chứng chỉ xuất xứ đối với hệ thống, thiết bị bay kiểm tra'}", 0),
    ],
)
def test_a_note_that_names_some_people_and_a_line_on_sets_are_no_paper_of_everyone(paper: str, counted: int) -> None:
    found = procedure(f"dossier: [{{components: [{paper}]}}]")
    assert papers_of(found).counts(Channel.IN_PERSON) == (counted, counted)


def test_the_papers_of_a_case_that_is_a_way_of_handing_in_are_no_choice() -> None:
    found = procedure("""
dossier:
  - {case: Trường hợp nộp trực tiếp và qua bưu chính, components: [{name: Đơn}, {name: Báo cáo}]}
  - {case: Trường hợp nộp trực tuyến, components: [{name: Như trên}]}
""")
    assert papers_of(found).counts(Channel.IN_PERSON) == (2, 2)


def test_a_list_within_a_list_stands_under_the_condition_of_its_heading() -> None:
    found = procedure("""
dossier:
  - components:
      - {name: Đơn đề nghị}
      - {name: (i) Nghị quyết}
      - {name: 'Hồ sơ thay đổi nội dung (trường hợp đổi nội dung):'}
""")
    assert papers_of(found).counts(Channel.IN_PERSON) == (1, 1)


def test_the_parts_of_persons_who_hand_in_in_turn_are_no_cases_of_which_one_holds() -> None:
    found = papers_of(procedure(DOSSIER % ("Hồ sơ thu hồi (chủ xe cũ)", "Hồ sơ đăng ký (người nhận xe)")))
    assert [title for title, _ in found.choices] == ["Hồ sơ thu hồi (chủ xe cũ)", "Hồ sơ đăng ký (người nhận xe)"]
    assert found.are_in_turn
    assert not papers_of(procedure(DOSSIER % ("Xác định lần đầu", "Xác định lại"))).are_in_turn


def test_a_paper_of_brackets_alone_is_read_in_linear_time() -> None:
    assert not paper("(" * 50_000).condition


def test_a_condition_that_its_case_tells_already_is_none() -> None:
    case = "Đối với hộ kinh doanh nộp thuế theo phương pháp thuế suất"
    found = papers_of(
        procedure(DOSSIER.replace("Đơn}]", f"Tờ khai {case[0].lower()}{case[1:]} (mẫu 01)}}]") % ("Khác", case))
    )
    assert found.counts(Channel.IN_PERSON) == (1, 2)


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("1. Thành phần hồ sơ: - Bản khai chung; - Bản khai kỹ thuật theo mẫu. 2. Số lượng hồ sơ: 01 bộ.", 2),
        ("(1) Đơn đề nghị; (2) Bản sao quyết định; (3) Tài liệu khác (nếu có)", 2),
        ("a) Tờ trình. b) Báo cáo thành tích.", 2),
        ("- Văn bản đề nghị gồm các nội dung: + Lý do; + Kế hoạch", 1),
        ("- Danh sách nhà đầu tư - Mẫu số 93 Phụ lục ban hành kèm theo Nghị định", 1),
        ("Một trong các giấy tờ sau: - Giấy khai sinh; - Hộ chiếu", 1),
        ("- Đơn đề nghị: - Mẫu số 15 với vắc xin; - Mẫu số 16 với thuốc", 1),
        ("- Bản vẽ tỷ lệ 1/500; - kèm theo thuyết minh", 1),
    ],
)
def test_papers_that_one_line_lists_are_counted_each(name: str, counted: int) -> None:
    found = papers_of(procedure(f"dossier: [{{components: [{{name: {name!r}}}]}}]"))
    assert found.counts(Channel.IN_PERSON) == (counted, counted)


NOTES = """
dossier:
  - {case: "* Lưu ý:", components: [
      {name: Bản chụp phải rõ nét, originals: 0, copies: 0},
      {name: Trường hợp không có giấy tờ thì cam đoan, originals: 0, copies: 0},
      {name: Giấy ủy quyền, originals: 1}]}
  - {case: "* Giấy tờ phải nộp:", components: [{name: Tờ khai, originals: 1}]}
"""


def test_what_stands_below_a_heading_of_notes_is_neither_a_paper_nor_a_case() -> None:
    found = papers_of(procedure(NOTES))
    assert found.counts(Channel.IN_PERSON) == (2, 2)
    assert [paper.is_note for paper in found.always] == [False, False, True, True]
    assert not found.only_if
