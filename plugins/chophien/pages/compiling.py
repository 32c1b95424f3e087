"""Templates made quick: words of the interface are put in when a template is compiled, not on every page."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from chophien.i18n import Say


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
        if called.name == "say" and isinstance(first, nodes.Const) and not node.kwargs:
            return nodes.Const(self.say(first.value), lineno=node.lineno)
        return nodes.Filter(first, called.name, node.args[1:], node.kwargs, None, None, lineno=node.lineno)


class QuickEnvironment(Environment):
    """An environment of one language; ``functions`` are what its templates may call."""

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
