"""Kits take the sheets that the site has already, instead of making each of them again."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from congkhai.builder import build_site
from congkhai.pages import pages_by
from congkhai.pages.page import Context
from congkhai.preparation import Settings, check_source, make_assets, make_context, make_renderer

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SETTINGS = Settings(EXAMPLES / "thu-tuc", datetime.date(2026, 11, 22), base_url="https://vi-du.vn/")


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return dict(build_site(SETTINGS).files)


@pytest.fixture(scope="module")
def context(site: dict[str, bytes]) -> Context:
    def kept(family: str, code: str) -> str | None:
        page = site.get(f"thu-tuc/{code}/niem-yet/index.html") if family == "sheets" else None
        return page.decode("utf-8") if page else None

    return replace(make_context(check_source(SETTINGS), SETTINGS), kept=kept)


def test_a_kit_of_kept_sheets_is_the_same_to_the_byte(site: dict[str, bytes], context: Context) -> None:
    renderer = make_renderer(context, make_assets(SETTINGS.source, context.config), SETTINGS.source)
    for task in pages_by("posting", context):
        page = task.make()
        assert renderer.render(page).encode("utf-8") == site[page.file], page.url


def test_kept_sheets_are_not_made_but_their_records_are_noted(context: Context) -> None:
    sheets = 0
    for task in pages_by("posting", context):
        with context.trace.job() as read:
            page = task.make()
        if page.template == "pages/sheet.html":
            sheets += len(page.view)
            assert all(sheet.body and not sheet.parts for sheet in page.view)
            assert {("procedures", sheet.code) for sheet in page.view} <= read
    assert sheets
