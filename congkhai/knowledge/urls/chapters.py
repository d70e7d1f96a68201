"""The fixed addresses of the portal: its chapters, and the files and folders that there is one of."""

from __future__ import annotations

HOME = ""
SEARCH = "tim-kiem/"
ALPHABET = "tim-kiem/a-z/"
OPEN_SEARCH = "opensearch.xml"
PLANS = "ke-hoach/"
AGENCIES = "co-quan/"
DEADLINES = "thoi-han/"
THIS_QUARTER = "thoi-han/quy-nay/"
THIS_MONTH = "thoi-han/thang-nay/"
REPORTS = "thoi-han/bao-cao/"
PROCEDURES = "thu-tuc/"
SINGLE_WINDOW = "thu-tuc/mot-cua/"
WINDOW_LISTS = "thu-tuc/mot-cua/danh-sach/"
SECTORS = "linh-vuc/"
DECISIONS = "quyet-dinh/"
DOCUMENTS = "van-ban/"
FEEDBACK = "phan-anh/"
CHANGES = "thay-doi/"
INDICATORS = "chi-so/"
TERRITORIES = "dia-ban/"
COMPARISON = "so-sanh/"
DISCLOSURE = "dung-han/"
POSTING = "niem-yet/"
PROCESSES = "quy-trinh/"
CODES = "thu-tuc/theo-ma/"
OTHERS = "thu-tuc/noi-khac/"
DUE_TABLES = "thu-tuc/ngay-tra/"
CALENDAR_DATA = "thu-tuc/ngay-tra/lich.json"
SELF_SCORING = "cham-diem/"
FEEDBACK_POSTER = "niem-yet/phan-anh/"
OPEN_DATA = "du-lieu/"
OPEN_DATA_API = "du-lieu/giao-dien/"
PUBLIC_INFORMATION = "du-lieu/thong-tin-cong-khai/"
DATA = "data/"
YEARS = "nam/"
DATABASE = "data/cong-khai.sqlite"
CATALOGUE = "data/danh-muc.jsonld"
DICTIONARY = "data/tu-dien.csv"
SERVICES = "data/thu-tuc-cpsv.jsonld"
ABBREVIATIONS = "chu-viet-tat/"
SUCCESSION = "ke-thua/"
TARGETS = "chi-tieu/"
KINDS = "loai-viec/"
FILES = "files/"
EDITOR = "quan-tri/"
NOT_FOUND = "404.html"
# Addresses at the top that no page of prose may take: the chapters, and the folders of files.
RESERVED = frozenset(
    (
        *(SEARCH, PLANS, AGENCIES, DEADLINES, PROCEDURES, SECTORS, DECISIONS, DOCUMENTS, FEEDBACK, INDICATORS),
        *(OPEN_DATA, CHANGES, COMPARISON, PROCESSES, SELF_SCORING, EDITOR, DISCLOSURE, POSTING, ABBREVIATIONS),
        *(SUCCESSION, TARGETS, KINDS, TERRITORIES, FILES),
        *("assets/", DATA, "search/"),
    )
)
