"""Who acts within a period of a text: the applicant, whom it binds, or an office, which it does not concern."""

from __future__ import annotations

import re

from congkhai.knowledge.procedures.not_to_apply import OTHER_DEED

DOES = (
    r"(?:nộp|gửi|đăng ký|khai báo|trình báo|làm thủ tục|thực hiện thủ tục|thông báo|(?<!dân )(?<!công )(?<!độc )lập|"
    r"có hồ sơ|có văn bản|khai|"
    r"xuất trình|hoàn thiện hồ sơ|nộp hồ sơ)(?!\w)"
)
APPLICANT = (
    r"(?:cha|mẹ|người(?! có thẩm quyền| giải quyết| đứng đầu)|công dân|cá nhân|"
    r"tổ chức(?! (?:phổ biến|triển khai|họp|kiểm tra|thẩm định|xét|lấy))|"
    r"doanh nghiệp|hợp tác xã|"
    r"tổ hợp tác|hộ|thương nhân|"
    r"chủ(?! tịch| trì| trương| động)|quản tài viên|cơ sở(?! dữ liệu| giáo dục)|nnt|luật sư|công ty|nhà đầu tư|"
    r"(?<!chi nhánh )văn phòng(?! đăng ký đất| ubnd| ủy ban| chính phủ)|chi nhánh(?! văn phòng đăng ký)|"
    r"trung tâm(?! phục vụ| hành chính)|thân nhân|vợ|chồng|con|cơ quan, tổ chức|sinh viên|học sinh|ban chấp hành|"
    r"thuyền trưởng|quỹ)(?!\w)"
)
# An agency that acts within the period.
AGENCY = (
    r"(?:(?<!trụ )(?<!cơ )sở(?! hữu)|ủy ban|uỷ ban|ubnd|cơ quan(?!, tổ chức)|công chức|bộ(?! hồ)|cục|bộ phận|"
    r"cán bộ|chủ tịch|"
    r"(?<!đại )hội đồng|tổ công|phòng|giám đốc|ngân hàng nhà nước|thủ trưởng|thủ tướng|chi cục|(?:người|"
    r"cấp) có thẩm quyền|"
    r"cảng vụ|hiệu trưởng|kết quả|trả lời|tổ đánh giá|đoàn|văn phòng đăng ký|trung tâm phục vụ)(?!\w)"
)
IS_AGENCY = re.compile(rf"(?<!\w){AGENCY}", re.I)
# Who acts first behind the period: an applicant, an agency, or at once what is to be done.
_FIRST = re.compile(rf"(?<!\w)(?:(?P<applicant>{APPLICANT})|(?P<agency>{AGENCY})|(?P<does>{DOES}))", re.I)
_ACTS = re.compile(rf"[^.;\n]{{0,150}}?(?<!\w){DOES}", re.I)
# Before the period: "nộp hồ sơ …", "Thời hạn nộp hồ sơ …".
_AHEAD = re.compile(rf"(?:(?<!\w){DOES})[^.;:\n]{{0,170}}:?\s*$", re.I)
_SENTENCE, LAST_SENTENCE = re.compile(r"[^.;\n]*"), re.compile(r"[^.;\n]*$")
# What only applicants do; who gives notice or draws up something may be an office.
_OWN_DOING = re.compile(r"(?:nộp|gửi (?:hồ sơ|đơn)|khai|trình báo|làm thủ tục|thực hiện thủ tục|xuất trình)", re.I)
_ADDRESSEE = re.compile(r" (?:đến|cho|tới|tại|với|gửi) ", re.I)


def is_of_applicant(ahead: str, behind: str, *, before: bool) -> bool:
    """Whether a period is set to the applicant: who does something within it, or had to do it."""
    said = _AHEAD.search(ahead)
    if said and not IS_AGENCY.search(_ADDRESSEE.split(said.group(), maxsplit=1)[0][:80]):
        subject = LAST_SENTENCE.search(ahead[: said.start()])
        actors = [actor for actor in _FIRST.finditer(subject.group() if subject else "") if not actor["does"]]
        own = bool(actors[-1]["applicant"]) if actors else before or bool(_OWN_DOING.match(said.group()))
        return own and not IS_AGENCY.match(behind.lstrip(" ,"))
    rest = _SENTENCE.match(behind)
    first = _FIRST.search(rest.group()) if rest else None
    if rest is None or first is None or first["agency"] or OTHER_DEED.match(behind):
        return False
    if first["applicant"]:
        return bool(_ACTS.match(rest.group(), first.end()))
    # Without a subject, only what stands right behind the event is the applicant's: "…, nộp 01 bộ hồ sơ".
    return not rest.group()[: first.start()].strip(" ,") and not IS_AGENCY.search(rest.group()[: first.end() + 1])
