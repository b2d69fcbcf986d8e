"""Markdown pages of Servanda's own, for a terminal."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.markdown import Markdown

from servanda.views.terminal import NARROWEST, WIDEST


def prose_text(text: str, *, width: int) -> str:
    """Lay out a Markdown text with colours."""
    paper = StringIO()
    console = Console(
        file=paper,
        width=max(NARROWEST, min(width, WIDEST)),
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
    )
    console.print(Markdown(text, code_theme="bw"))
    return paper.getvalue()
