"""Legal documents and other papers that plans and procedures stand on."""

from __future__ import annotations

import datetime

from msgspec.structs import replace

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import cell, date, identifier, line, list_of, partial_date, url
from congkhai.records.model.record import Record, key, read_record, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.source.yaml_source import Node


class Document(Record, frozen=True, kw_only=True):
    """A document with its number, issuer and date as stated where it is cited, and what became of it."""

    id: str = key(identifier, required=True, default="")
    number: str = key(line, required=True, default="")
    type: str = key(identifier, required=True, default="")
    title: str = key(line, default="")
    issuer: str = key(identifier, default="", refers_to="agency")
    issued: str = key(partial_date, default="")
    effective: datetime.date | None = key(date)
    expired: datetime.date | None = key(date)
    amends: tuple[str, ...] = key(list_of(line), default=(), refers_to="document")
    replaces: tuple[str, ...] = key(list_of(line), default=(), refers_to="document")
    repealed_by: tuple[str, ...] = key(list_of(line), default=(), refers_to="document")
    territory: str = key(identifier, default="", refers_to="territory")
    url: str = key(url, default="")
    note: str = key(cell, default="")
    verify: str = key(cell, default="")


class DocumentFile(Record, frozen=True, kw_only=True):
    """A file of content/documents."""

    territory: str = key(identifier, default="", refers_to="territory")
    note: str = key(cell, default="")
    verify: str = key(cell, default="")
    documents: tuple[Document, ...] = key(list_of(record(Document)), required=True, default=())


def read_documents(node: Node, problems: Problems) -> DocumentFile | None:
    """Read a file of content/documents; a document learns the territory of its file."""
    file = read_record(DocumentFile, node, problems)
    if file is None:
        return None
    documents = (replace(one, territory=one.territory or file.territory) for one in file.documents)
    return replace(file, documents=tuple(documents))


FILES = RecordFile(
    "document",
    "content/documents/*.yaml",
    DocumentFile,
    "territory",
    keeps=(Kept("documents", inside="documents"),),
    reads=read_documents,
    any_name=True,
    menu=5,
    summary="{{territory}}",
)
