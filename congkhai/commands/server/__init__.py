"""The preview of an editor: brought up to date at every change, with the problems at the top of each page."""

from congkhai.commands.server.serving import serve

__all__ = ["serve"]
