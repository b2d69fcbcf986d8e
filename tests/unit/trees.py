"""Syntax trees for tests: read from a few lines, and shown in short."""

from __future__ import annotations

import dataclasses

from servanda.core.diagnostic import Diagnostic
from servanda.language.document import Source
from servanda.language.parser import parse
from servanda.language.tree import AnyStatement, Word


def in_block(*lines: str) -> str:
    """Lines as the only block of a text, below a heading."""
    return "\n".join(["# Draft", "", "```servanda", *lines, "```", ""])


def read(*lines: str) -> tuple[tuple[AnyStatement, ...], tuple[Diagnostic, ...]]:
    """The statements and the diagnostics of a block."""
    tree, diagnostics = parse(Source("draft.md", in_block(*lines)))
    return tree.statements, diagnostics


def shown(node: object) -> str:
    """A tree without places and without what has been left out."""
    match node:
        case Word():
            return node.text
        case tuple():
            return f"[{', '.join(shown(part) for part in node)}]"
    if not dataclasses.is_dataclass(node):
        return str(node)
    parts = [
        f"{field.name}={shown(getattr(node, field.name))}"
        for field in dataclasses.fields(node)
        if field.name not in {"span", "trail"} and getattr(node, field.name) != field.default
    ]
    return f"{type(node).__name__}({', '.join(parts)})"
