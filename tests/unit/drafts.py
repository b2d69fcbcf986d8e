"""Drafts for tests of the language: a shared opening, and what comes of reading a text."""

from __future__ import annotations

from pathlib import Path

import servanda
from servanda.core.diagnostic import Diagnostic, Severity
from servanda.language.document import Source
from servanda.language.read import Read
from servanda.model.case import Case
from servanda.workbench.checking import checked_case

OPENING = (Path(servanda.__file__).parent / "diagnostics" / "opening.md").read_text("utf-8")
"""Five states, the group guarantor, three regions, the incident attack, the agreement PACT."""


def block(text: str) -> str:
    """A text as a block of a Markdown file."""
    return f"```servanda\n{text.strip(chr(10))}\n```\n"


def read(text: str, opening: str = OPENING) -> Read:
    """What comes of a draft that goes on from the opening."""
    return checked_case([Source("draft.md", f"{opening}\n{block(text)}")])


def reports(text: str) -> tuple[Diagnostic, ...]:
    """What is reported of a draft."""
    return read(text).diagnostics


def codes(text: str) -> list[str]:
    """The codes of what is reported of a draft."""
    return [report.code for report in reports(text)]


def case_of(text: str) -> Case:
    """The case that a sound draft is."""
    found = read(text)
    assert found.case is not None, [report.headline for report in found.diagnostics]
    return found.case


def errors(found: Read) -> list[Diagnostic]:
    """The errors among what is reported."""
    return [report for report in found.diagnostics if report.severity is Severity.ERROR]
