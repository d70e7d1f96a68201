"""Where each page lives; no other room builds an address. Addresses are relative to the site's root."""

from __future__ import annotations

from congkhai.knowledge.urls.chapters import *  # noqa: F403
from congkhai.knowledge.urls.plans import *  # noqa: F403
from congkhai.knowledge.urls.records import *  # noqa: F403
