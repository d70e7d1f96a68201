"""Administrative procedures: everything the law wants a citizen to find, told in plain words, facts as stated."""

from __future__ import annotations

import datetime
from enum import StrEnum

from congkhai.records.absent import Absent, or_absent
from congkhai.records.model.fields import boolean, cell, date, identifier, integer, line, list_of, one_of, prose, url
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.plan import Source
from congkhai.records.procedure_reading import Channel, ProcedureReading


class ProcedureLevel(StrEnum):
    """Who handles a procedure."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    OTHER = "other"


class Applicant(StrEnum):
    """Who may apply."""

    CITIZEN = "citizen"
    BUSINESS = "business"
    ORGANIZATION = "organization"
    OFFICIAL = "official"
    COOPERATIVE = "cooperative"
    FOREIGNER = "foreigner"
    OVERSEAS_VIETNAMESE = "overseas_vietnamese"
    FOREIGN_INVESTED_BUSINESS = "foreign_invested_business"
    FOREIGN_ORGANIZATION = "foreign_organization"
    PARTY_MEMBER = "party_member"
    PARTY_ORGANIZATION = "party_organization"
    VIETNAMESE_BUSINESS = "vietnamese_business"
    RESIDENT_FOREIGNER = "resident_foreigner"
    CITIZEN_WITHOUT_RESIDENCE = "citizen_without_residence"


def is_internal(applicants: tuple[Applicant, ...]) -> bool:
    """Whether a procedure passes between offices only, so that no citizen or business hands anything in."""
    return applicants == (Applicant.OFFICIAL,)


class FeeKind(StrEnum):
    """A fee (phí) or a charge (lệ phí)."""

    FEE = "fee"
    CHARGE = "charge"


class OnlineLevel(StrEnum):
    """How far a procedure can be done online (Decree 224/2026/NĐ-CP Art. 14)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class ProcedureStatus(StrEnum):
    """What became of a procedure."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    REPLACED = "replaced"
    ABOLISHED = "abolished"


class Submission(Record, frozen=True, kw_only=True):
    """A way of handing in a dossier, with its own time and fee as the national record states them."""

    channel: Channel | None = key(one_of(Channel))
    time: str = key(cell, default="")
    fee: str = key(cell, default="")
    note: str = key(cell, default="")


class Component(Record, frozen=True, kw_only=True):
    """A paper of a dossier."""

    name: str = key(cell, default="")
    originals: int | None = key(integer(0, 99))
    copies: int | None = key(integer(0, 99))
    form: str = key(line, default="")
    note: str = key(cell, default="")


class DossierCase(Record, frozen=True, kw_only=True):
    """The papers for one case; `case` is blank where there is only one."""

    case: str = key(cell, default="")
    components: tuple[Component, ...] = key(list_of(record(Component)), required=True, default=())


class Fee(Record, frozen=True, kw_only=True):
    """A fee or charge; `text` keeps the original words and governs."""

    kind: FeeKind | None = key(one_of(FeeKind), required=True)
    amount: str = key(line, default="")
    currency: str = key(line, default="")
    text: str = key(cell, default="")


class Form(Record, frozen=True, kw_only=True):
    """A form to fill in: a file of this portal or an address."""

    name: str = key(line, required=True, default="")
    file: str = key(line, default="")
    url: str = key(url, default="")


class Online(Record, frozen=True, kw_only=True):
    """The online level; a partial one needs its reason and legal basis (Decree 224/2026/NĐ-CP Art. 14)."""

    level: OnlineLevel | None = key(one_of(OnlineLevel), required=True)
    reason: str = key(cell, default="")
    legal_basis: tuple[str, ...] = key(list_of(line), default=(), refers_to="citation")


class Way(StrEnum):
    """How a dossier may go through the single window; the first four are keys of `SingleWindow`."""

    DESK = "desk"
    INTER_AGENCY = "inter_agency"
    POSTAL = "postal"
    ANYWHERE = "anywhere"
    NOT_DESK = "not_desk"
    AUTHORISED = "authorised"


class SingleWindow(Record, frozen=True, kw_only=True):
    """Whether it goes through the one-stop desk, several agencies, the post, or any desk."""

    desk: bool | None = key(boolean)
    inter_agency: bool | None = key(boolean)
    postal: bool | None = key(boolean)
    anywhere: bool | None = key(boolean)


class StatedBasis(Record, frozen=True, kw_only=True):
    """A legal basis as the source states it: its number and title in the source's own spelling."""

    number: str = key(line, default="")
    title: str = key(cell, default="")
    issuer: str = key(line, default="")
    date: str = key(line, default="")


class Procedure(Record, frozen=True, kw_only=True):
    """A procedure of the national set (Decree 63/2010/NĐ-CP Art. 8.2)."""

    code: str = key(line, required=True, default="")
    name: str = key(line, required=True, default="")
    sector: str = key(identifier, required=True, default="", refers_to="sector")
    levels: tuple[ProcedureLevel, ...] = key(list_of(one_of(ProcedureLevel)), default=())
    applicants: tuple[Applicant, ...] = key(list_of(one_of(Applicant)), default=())
    agency: str = key(cell, default="")
    competent_agency: str = key(cell, default="")
    coordinating_agencies: str = key(cell, default="")
    authorised_agency: str = key(cell, default="")
    reception_address: str = key(cell, default="")
    steps: str = key(prose, default="")
    submission: tuple[Submission, ...] = key(list_of(record(Submission)), default=())
    dossier: tuple[DossierCase, ...] = key(list_of(record(DossierCase)), default=())
    dossier_sets: int | None = key(integer(1, 99))
    processing_time: str = key(cell, default="")
    fees: tuple[Fee, ...] | Absent | None = key(or_absent(list_of(record(Fee))))
    result: tuple[str, ...] | Absent | None = key(or_absent(list_of(cell)))
    conditions: str | Absent | None = key(or_absent(prose))
    forms: tuple[Form, ...] | Absent | None = key(or_absent(list_of(record(Form))))
    legal_basis: tuple[str, ...] = key(list_of(line), default=(), refers_to="citation")
    stated_basis: tuple[StatedBasis, ...] = key(list_of(record(StatedBasis)), default=())
    online: Online | None = key(record(Online))
    single_window: SingleWindow | None = key(record(SingleWindow))
    reading: ProcedureReading | None = key(record(ProcedureReading))
    announcement: str = key(line, default="", refers_to="announcement")
    status: ProcedureStatus | None = key(one_of(ProcedureStatus))
    successors: tuple[str, ...] = key(list_of(line), default=(), refers_to="procedure")
    published: datetime.date | None = key(date)
    keywords: tuple[str, ...] = key(list_of(line), default=())
    type: str = key(line, default="")
    issuer_name: str = key(line, default="")
    source: Source | None = key(record(Source))
    note: str = key(cell, default="")

    @property
    def submission_notes(self) -> tuple[str, ...]:
        """The notes on the ways of handing in, each once, in their order."""
        return tuple(dict.fromkeys(row.note for row in self.submission if row.note))


FILES = RecordFile(
    "procedure",
    "content/procedures/**/*.yaml",
    Procedure,
    "code",
    keeps=(Kept("procedures", "code"),),
    menu=3,
    summary="{{code}} – {{name}}",
)
