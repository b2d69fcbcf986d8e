"""Decisions from a file of lines of JSON, in the form that a log has."""

from __future__ import annotations

from pathlib import Path

import msgspec

from servanda.workbench.mistakes import misuse
from servanda.workbench.reading.confirmation.decisions import Decision
from servanda.workbench.reading.confirmation.log import Line
from servanda.workbench.reports import Checked
from servanda.workbench.unread import unread

_FORMS = (
    'a decision is `{"verb": "confirm", "proposal": "..."}`',
    'a correction is `{"verb": "correct", "proposal": "...", "changes": [{"field": "party", '
    '"to": "...", "link": 1}]}`',
)


def read_decisions(path: str) -> tuple[Decision, ...] | Checked:
    """The decisions of a file, a line of JSON each, in the form that a log has.

    Other lines of a log are passed over. A decision with anything that is not read is refused: a
    misspelt key must not leave a proposal uncorrected.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is not text in UTF-8"
        return misuse("SV964", f"this file cannot be read: {why.lower()}", about=path)
    found: list[Decision] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            whole = msgspec.json.decode(line)
            of_a_log = isinstance(whole, dict) and "is" in whole
            read = msgspec.convert(whole, type=Line if of_a_log else Decision)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            return _no_decision(number, str(error), path)
        if isinstance(read, Decision):
            why = unread(line, read) or _out_of_place(read)
            if why:
                return _no_decision(number, why, path)
            found.append(read)
    return tuple(found)


def _out_of_place(decision: Decision) -> str:
    """What a decision has that its verb does not go with, or lacks; empty where it fits."""
    match decision.verb:
        case "correct" if not decision.changes:
            return "`correct` says nothing to be changed"
        case "drop" | "later" | "undo" if decision.changes:
            return f"`{decision.verb}` changes nothing"
    if decision.reason and decision.verb != "drop":
        return "only `drop` has a reason"
    return ""


def _no_decision(number: int, why: str, path: str) -> Checked:
    return misuse("SV964", f"line {number} is no decision: {why}", *_FORMS, about=path)
