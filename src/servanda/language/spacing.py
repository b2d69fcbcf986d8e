"""The one way to space a line: what the formatter writes and reports quote."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.language.lexer import Kind, Token

_TIGHT_BEFORE = {",", ":", ")"}


def written(token: Token) -> str:
    """A token as it stands in the text."""
    return f'"{token.text}"' if token.kind is Kind.TITLE else token.text


def spaced(tokens: Iterable[Token]) -> str:
    """Tokens with one space between them; none before a comma, a colon, or inside parentheses."""
    parts: list[str] = []
    before = ""
    for token in tokens:
        is_mark = token.kind is Kind.MARK
        if parts and before != "(" and not (is_mark and token.text in _TIGHT_BEFORE):
            parts.append(" ")
        parts.append(written(token))
        before = token.text if is_mark else ""
    return "".join(parts)
