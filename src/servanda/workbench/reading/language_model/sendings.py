"""A list of what was sent where and when: a line of JSON each, added to and never rewritten."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Literal

import msgspec

from servanda.core.visible import visible
from servanda.workbench.reading.language_model.consent import Agreed, Sending

Outcome = Literal["sending", "answered", "failed"]
"""A text is about to be sent; an answer came; none came."""


class Entry(msgspec.Struct, frozen=True):
    """One line of the list.

    Attributes:
        at: When, in Universal Time.
        agreed: How the user has said that it may be sent.
    """

    at: dt.datetime
    what: Outcome
    source: str
    sha256: str
    characters: int
    issues: int
    to: str
    model: str
    agreed: Agreed


def entry(at: dt.datetime, what: Outcome, sent: Sending, model: str, agreed: Agreed) -> Entry:
    """A line of the list."""
    at = at.astimezone(dt.UTC).replace(microsecond=0)
    source, size, issues = visible(sent.source), sent.characters, sent.issues
    return Entry(at, what, source, sent.digest, size, issues, sent.host, model, agreed)


def write_down(log: Path, line: Entry) -> bool:
    """Add a line to the list; whether that was done. The list is for its owner's eyes only."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(msgspec.json.encode(line) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except (OSError, ValueError):
        return False
    return True
