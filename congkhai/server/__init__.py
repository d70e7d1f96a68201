"""The preview of an editor: built in memory, built anew at every change, with its problems at the top of each page."""

from congkhai.server.serving import serve

__all__ = ["serve"]
