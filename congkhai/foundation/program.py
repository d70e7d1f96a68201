"""The folder of this program, and the names in it that a site is made from: package, templates, static files."""

from __future__ import annotations

from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2]
OF_PROGRAM = ("congkhai", "templates", "static")
