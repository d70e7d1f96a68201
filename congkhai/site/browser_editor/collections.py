"""What the browser editor offers: one collection a kind of record, and where the repository is."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from congkhai.foundation.labels import Labels
from congkhai.knowledge.library import Library
from congkhai.records.model.record_file import RecordFile
from congkhai.records.plan import Item, TaskGroup
from congkhai.records.record_files import RECORD_FILES
from congkhai.records.site_config import Editor, EditorBackend, SiteConfig
from congkhai.site.browser_editor.forms import Field, Forms
from congkhai.site.pick_lists import pick_lists

# Kinds with forms, in the order of the menu: what an office writes most comes first.
FORMS = sorted((file for file in RECORD_FILES if file.menu), key=lambda file: file.menu)
# The formats of the files of a kind, which the script of the editor registers; of pages the program wants that ending.
FORMATS = {"yaml": "cong-khai-{kind}", "md": "cong-khai-{kind}-frontmatter"}
# Which text a record was read from; the script of the editor adds it and takes it away.
BASE = "_base"
# What stands for the repository where site.yaml names none: the editor then works on a folder of this machine alone.
LOCAL_FOLDER = "local/cong-khai"
_API_PATHS = {EditorBackend.GITHUB: "/api/v3", EditorBackend.GITLAB: "/api/v4", EditorBackend.GITEA: "/api/v1"}


def editor_config(config: SiteConfig, library: Library, labels: Labels) -> dict[str, Any]:
    """The settings of the editor (Sveltia CMS): the repository, and a form for every kind of record."""
    forms = Forms(labels, pick_lists(library), depth_of(library) + 1)
    return {
        "backend": _backend(config.editor or Editor()),
        "app_title": labels("editor.title", site=config.name),
        "media_folder": "static/files",
        "public_folder": "/files",
        "output": {"omit_empty_optional_fields": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_collection(file, labels, forms) for file in FORMS],
    }


def depth_of(library: Library) -> int:
    """How many headings stand above the deepest task of all plans, below its section."""
    rows = (section.items for plan in library.plans.values() for section in plan.sections)
    return max((_depth(items) for items in rows), default=0)


def _depth(items: tuple[Item, ...]) -> int:
    return max((1 + _depth(item.items) for item in items if isinstance(item, TaskGroup)), default=0)


def _backend(editor: Editor) -> dict[str, str]:
    """Where the editor writes: a repository on a host, or (in the preview) only the folder on this machine."""
    if editor.backend is None or not editor.repo:
        return {"name": "gitea", "repo": LOCAL_FOLDER}
    found = {"name": editor.backend.value, "repo": editor.repo, "branch": editor.branch}
    if editor.address:
        root = editor.address.rstrip("/")
        found |= {"base_url": root, "api_root": root + _API_PATHS[editor.backend]}
    if editor.app_id:
        found |= {"auth_type": "pkce", "app_id": editor.app_id}
    return found


def _collection(file: RecordFile, labels: Labels, forms: Forms) -> dict[str, Any]:
    pattern = PurePosixPath(file.pattern)
    folder = file.pattern.split("/*")[0]
    fields = forms.of(file.record)
    if file.kind == "page":
        fields.append(_body(labels))
    fields.append({"name": BASE, "widget": "hidden"})
    found: dict[str, Any] = {
        "name": file.kind,
        "label": labels(f"editor.collection.{file.kind}"),
        "label_singular": labels(f"kind.{file.kind}"),
        "description": labels(f"editor.about.{file.kind}"),
        "folder": folder.removesuffix("/**"),
        "extension": pattern.suffix[1:],
        "format": FORMATS[pattern.suffix[1:]].format(kind=file.kind),
        "create": bool(file.id_key),
        "delete": False,
        "editor": {"preview": False},
        "fields": fields,
    }
    if file.id_key:
        found |= {"identifier_field": file.id_key, "slug": f"{{{{fields.{file.id_key}}}}}"}
    if file.kind == "procedure":
        found["path"] = "{{sector}}/{{slug}}"
    if file.summary:
        found["summary"] = file.summary
    return found


def _body(labels: Labels) -> Field:
    hint = labels("form.prose")
    return {"name": "body", "label": labels("editor.body"), "hint": hint, "widget": "text", "required": False}
