"""Where this program stands, and what of it makes a site: its package, its templates, its static files."""

from __future__ import annotations

from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2]
OF_PROGRAM = ("congkhai", "templates", "static")
