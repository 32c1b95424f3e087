"""Templates made quick: words of the interface are put in when a template is compiled, not on every page."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Any

import markupsafe
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from chophien.i18n import Say

try:  # The library's own escaping of a plain text, without wrapping every result.
    from markupsafe._speedups import _escape_inner as _escaped
except ImportError:

    def _escaped(text: str, /) -> str:
        return str(markupsafe.escape(text))


def put(value: Any) -> str:
    """Escape what a template puts out, unless it is markup already; the result is only ever joined."""
    kind = type(value)
    if kind is str:
        return _escaped(value)
    if kind is Markup:
        return str(value)
    return str(markupsafe.escape(value))


class _Generator(CodeGenerator):
    """Compiles ``{{ … }}`` to ``put`` where autoescape is on, which it always is here."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.put(")
        if finalize.src is not None:
            self.write(finalize.src)


class _Shortcuts(NodeTransformer):
    """
    Replace calls whose answer is known, or that need no context.

    ``say("in-season")`` becomes its word. ``t(card.name)`` becomes the filter ``card.name|t``: the same
    function, without the general way Jinja calls things. Templates stay written in one way.
    """

    def __init__(self, say: Say, filters: frozenset[str]) -> None:
        self.say = say
        self.filters = filters

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:
        self.generic_visit(node, *args, **kwargs)
        called = node.node
        if not isinstance(called, nodes.Name) or called.name not in self.filters or not node.args:
            return node
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            return node
        first = node.args[0]
        # What is no text fails when the page is made, which tells the line.
        key = first.value if isinstance(first, nodes.Const) else None
        if called.name == "say" and isinstance(key, str) and not node.kwargs:
            return nodes.Const(self.say(key), lineno=node.lineno)
        return nodes.Filter(first, called.name, node.args[1:], node.kwargs, None, None, lineno=node.lineno)


class QuickEnvironment(Environment):
    """An environment of one language; ``functions`` are what its templates may call."""

    code_generator_class = _Generator
    put = staticmethod(put)

    def __init__(self, say: Say, functions: dict[str, Any], **options: Any) -> None:
        super().__init__(**options)
        self.globals.update(functions)
        called = {name: function for name, function in functions.items() if callable(function)}
        self.filters.update(called)
        self._shortcuts = _Shortcuts(say, frozenset(called))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        self._shortcuts.visit(tree)
        return tree


def compiled(say: Say) -> BytecodeCache | None:
    """
    Return where compiled templates are kept: beside Python's own compiled modules, as those are.

    A template holds the words it was compiled with and this module's shortcuts, so both are in the name.
    """
    folder = Path(__file__).parent / "__pycache__"
    made = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=6)
    made.update(repr(sorted(say.all().items())).encode())
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    tag = f"{sys.implementation.cache_tag}-{say.lang}-{made.hexdigest()}"
    return FileSystemBytecodeCache(str(folder), f"template-{tag}-%s.cache")
