"""A build that makes only what has changed: the checks, pages, cards and exports that read something that is other now.

It is the same site, byte for byte, that a whole build would make; what it can't follow it leaves to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from congkhai.assets import AssetError
from congkhai.builder import EXPORTS, Progress, page_urls
from congkhai.browser_editor import editor_files
from congkhai.changes import Changes, UntraceableError
from congkhai.checks import OF_PROCEDURE, OF_THE_REST, check_job, resolved_cells
from congkhai.checks.hosts import check_hosts
from congkhai.digest import digest_of as digest_of_value
from congkhai.exports.site_files import sitemap
from congkhai.indexing import CARD_TASKS, OF_OTHERS, OF_PROCEDURES, card_task, cards_by, knowledge_of, update_search
from congkhai.labels import load_labels
from congkhai.loader import load_config
from congkhai.output import Patch, digest_of, mark_of, mark_text, sum_of
from congkhai.pages import PAGE_MAKERS, is_apart, page_by, pages_by
from congkhai.pages.page import Context, PageFamily, PageTask
from congkhai.preparation import (
    FRAME,
    KNOWLEDGE,
    Checked,
    Preparation,
    Settings,
    make_assets,
    make_context,
    make_renderer,
)
from congkhai.problem import Problem, Problems, from_row, to_row
from congkhai.recording import EXPORT, LINKS, LIST, PAGES, RESOLVED, card_digest, paths_of
from congkhai.rendering import ExtractTask, Made, Work, render_site
from congkhai.report import has_errors
from congkhai.search import Card
from congkhai.store import Job, Store
from congkhai.store.jobs import Name

_CHECKS = (OF_PROCEDURE, OF_THE_REST, KNOWLEDGE)
