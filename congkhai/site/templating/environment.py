"""The Jinja environment of a site: as Jinja has it, with all settled beforehand that is the same on every page.

Words of the catalogue are put into templates when these are compiled, components are looked up once a build, what is
plain text goes through no more code than its escaping takes, and compiled templates are kept for the next build.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, cast

import jinja2
import markupsafe
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from markupsafe import Markup, escape

from congkhai.foundation.labels import Labels
from congkhai.site.templating.template_folder import TemplateFolder

COMPONENTS = "components"
# Components that say the same on many pages.
_REPEATED = frozenset(("icon", "skip_link", "site_menu", "search_form", "site_footer", "tag"))
_escaped_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(escape(text)))
_FIXED_LABEL = ("name", "lparen", "string", "rparen")
# Half a character, which an escape in a string can write (backslash and "ud800") and no page can hold.
_HALF = re.compile("[\ud800-\udfff]")
# A line of a template that is nothing but one tag of its language.
_ONE_TAG = re.compile(r"\s*\{%(?:(?!%\}).)*%\}")
_IMPORT = ("block_begin", "name", "string", "name", "name", "block_end")


def make_environment(labels: Labels, folders: tuple[Path, ...], compiled: Path | None = None) -> jinja2.Environment:
    """The environment for templates in `folders`, the first of which go before the others.

    Compiled templates are kept in the folder `compiled`, which is made where it is absent.
    """
    environment = _Environment(
        loader=jinja2.ChoiceLoader([TemplateFolder(folder) for folder in folders]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(compiled, labels) if compiled else None,
    )
    environment.filters["safe_html"] = Markup
    # Known to components without the variables of a page, so that Jinja makes each component once.
    environment.globals["labels"] = labels
    names = {path.stem for folder in folders for path in (folder / COMPONENTS).glob("*.html")}
    environment.globals.update((name, _KINDS.get(name, Component)(environment, name)) for name in names)
    environment.add_extension(_Settled)
    return environment


class Component:
    """A component by its name, compiled when it is first used."""

    def __init__(self, environment: jinja2.Environment, name: str) -> None:
        self._environment, self._name = environment, name

    @cached_property
    def make(self) -> Callable[..., Markup]:
        """The macro; what says the same on many pages is made once."""
        module = self._environment.get_template(f"{COMPONENTS}/{self._name}.html").module
        macro: Callable[..., Markup] = getattr(module, self._name)
        return _made_once(macro) if self._name in _REPEATED else macro

    def __call__(self, *args: Any, **values: Any) -> Markup:
        """The HTML of the component."""
        return self.make(*args, **values)


def _made_once(macro: Callable[..., Markup]) -> Callable[..., Markup]:
    kept = lru_cache(maxsize=1024, typed=True)(macro)  # "<" is not the same as the safe HTML "<", though equal

    def make(*args: Any, **values: Any) -> Markup:
        try:
            return kept(*args, **values)
        except TypeError:  # what is given can't be a key
            return macro(*args, **values)

    return make


class _RichText(Component):
    """The component most used, mostly for plain text."""

    def __call__(self, segments: Any) -> Markup:
        """Running text as HTML."""
        return Markup(_escaped_text(segments)) if type(segments) is str else self.make(segments)


_KINDS: dict[str, type[Component]] = {"rich_text": _RichText}


class _Settled(Extension):
    """Puts fixed words into a template while it is compiled, and passes over imports of components.

    `{{ labels("home.title") }}` becomes the words, `{% from "components/tag.html" import tag %}` nothing: components
    are known everywhere by their names. Lines lose what they are indented by and components their last line break: a
    twentieth of each page, which no reader sees.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """A template whose lines begin with what they say, or with one blank where the end of the last is dropped."""
        lines = [""]
        for line in source.split("\n"):
            said = line.lstrip(" \t")
            joined = said != line and lines[-1].endswith("%}") and not _ONE_TAG.fullmatch(lines[-1])
            lines.append(f" {said}" if joined else said)
        return "\n".join(lines[1:])

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template without what can be settled now."""
        tokens = [Token(0, "data", ""), *stream]
        at = 1
        while at < len(tokens):
            token = tokens[at]
            if token.value == "labels" and _kinds(tokens, at, _FIXED_LABEL) and tokens[at - 1].type != "dot":
                yield Token(token.lineno, "string", self._words(tokens[at + 2], stream))
                at += len(_FIXED_LABEL)
            elif token.type == "block_begin" and _kinds(tokens, at, _IMPORT) and self._is_component(tokens, at):
                at += len(_IMPORT)
            elif token.type == "string" and (half := _HALF.search(token.value)):
                raise jinja2.TemplateSyntaxError(f"\\u{ord(half[0]):04x}", token.lineno, stream.name, stream.filename)
            elif token.type == "data":
                ends = _kinds(tokens, at + 1, ("block_begin", "name")) and tokens[at + 2].value == "endmacro"
                yield Token(token.lineno, "data", token.value.removesuffix("\n")) if ends else token
                at += 1
            else:
                yield token
                at += 1

    def _is_component(self, tokens: list[Token], at: int) -> bool:
        source, name = tokens[at + 2].value, tokens[at + 4].value
        return tokens[at + 1].value == "from" and source == f"{COMPONENTS}/{name}.html"

    def _words(self, key: Token, stream: TokenStream) -> str:
        labels = cast(Labels, self.environment.globals["labels"])
        try:
            return labels(key.value)
        except KeyError:
            raise jinja2.TemplateSyntaxError(
                f"no label {key.value}", key.lineno, stream.name, stream.filename
            ) from None


def _kinds(tokens: list[Token], at: int, kinds: tuple[str, ...]) -> bool:
    return tuple(token.type for token in tokens[at : at + len(kinds)]) == kinds


class _Context(Context):
    """The variables of a page; calls of what asks for none of them are plain calls."""

    def call(self, called: Any, /, *args: Any, **values: Any) -> Any:
        """Call a component, a label or a method."""
        if getattr(called, "jinja_pass_arg", None) is not None:
            return super().call(called, *args, **values)
        values.pop("_block_vars", None)
        values.pop("_loop_vars", None)
        return called(*args, **values)


class _Code(CodeGenerator):
    """Writes `environment.said(…)` where Jinja writes `escape(…)`."""

    def _output_child_pre(self, node: jinja2.nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.said(")


class _Environment(jinja2.Environment):
    code_generator_class = _Code
    context_class = _Context

    @staticmethod
    def said(value: Any) -> str:
        """A value as it is written into a page: `escape` without a wrapping for each piece."""
        if type(value) is str:
            return _escaped_text(value)
        return value if type(value) is Markup else escape(value)


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder: such as this program made with these labels; all else is as good as not there."""

    def __init__(self, folder: Path, labels: Labels) -> None:
        super().__init__(str(folder))
        digest = hashlib.sha256(repr((jinja2.__version__, sorted(labels.words.items()))).encode())
        digest.update(Path(__file__).read_bytes())
        self._made_by, self._language = digest.hexdigest(), labels.language
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name under which a compiled template is kept: each language has its own."""
        return f"{self._language}-{super().get_cache_key(name, filename)}"

    def get_source_checksum(self, source: str) -> str:
        """What a compiled template is known by."""
        return super().get_source_checksum(self._made_by + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what was kept."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # Jinja reads the file with two libraries, each with errors of its own
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; a folder that can't be written to is no problem."""
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return
