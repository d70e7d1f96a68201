"""A folder of templates that tells which of its files can't be read or compiled, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import jinja2

# What reading and compiling raise besides Jinja's own errors: files of other encodings, blocks nested too deep.
_FAULTS = (OSError, UnicodeError, RecursionError, SyntaxError, MemoryError)


class TemplateFolder(jinja2.FileSystemLoader):
    """The templates of one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder

    def load(
        self, environment: jinja2.Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """The template of a name; raise TemplateSyntaxError with its file where it can't be made."""
        try:
            return super().load(environment, name, globals)
        except jinja2.TemplateError:  # one that is not there is an OSError, too
            raise
        except _FAULTS as error:
            raise jinja2.TemplateSyntaxError(str(error), 1, name, str(self._folder / name)) from error
