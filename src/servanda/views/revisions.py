"""Expectations that could be written instead, as differences to accept or not."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text

from servanda.core.visible import visible
from servanda.views.plural import count_of
from servanda.workbench.results import Revision


def revision_text(revision: Revision, number: int, of: int, *, colour: bool = False) -> str:
    """One revision: where it stands, what was found, and the lines before and after.

    Args:
        revision: An expectation that was not met.
        number: Which of them it is, from 1.
        of: How many there are.
        colour: Whether escape sequences for colours may be used.
    """
    paper = StringIO()
    console = Console(
        file=paper,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    place = f"{revision.origin.file}:{revision.origin.line}"
    scenario = f"{revision.scenario.number}. {revision.scenario.title}"
    console.print(Text(visible(f"{number} of {of} · {place} · {scenario}"), "bold"), soft_wrap=True)
    console.print(Text(visible(f"  found: {revision.found}")), soft_wrap=True)
    for line in revision.was.splitlines():
        console.print(Text(visible(f"- {line.strip()}"), "red"), soft_wrap=True)
    for line in (*revision.comments, *revision.lines) if revision.lines else ():
        console.print(Text(visible(f"+ {line}"), "green"), soft_wrap=True)
    if not revision.lines:
        console.print(Text("  nothing of its kind is met here: change it by hand"), soft_wrap=True)
    return paper.getvalue()


def closing_text(accepted: int, left: int, written: Sequence[str]) -> str:
    """How many were accepted, where they were written, and how many are left as they were."""
    if not accepted and not left:
        return "Every expectation is met: nothing to change.\n"
    changed = f"{count_of(accepted, 'expectation')} changed"
    where = f" in {', '.join(map(visible, written))}" if written else ""
    rest = f"; {left} left as {'it is' if left == 1 else 'they are'}" if left else ""
    return f"{changed}{where}{rest}.\n"
