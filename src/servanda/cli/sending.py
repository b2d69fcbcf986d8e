"""Asking a language model beside the rules, where that was asked for, and whether a text may be sent."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from servanda.cli.output import warn
from servanda.workbench.reports import Checked

if TYPE_CHECKING:
    from servanda.workbench.reading.language_model.consent import Sending
    from servanda.workbench.reading.model_reader import ModelAsked
    from servanda.workbench.reading.proposing import Proposed

SENDINGS = "sent.jsonl"
"""The list of what was sent, in the reading folder of the case."""


def with_model(proposed: Proposed, arguments: argparse.Namespace) -> Proposed:
    """What the rules and a language model read, side by side; the rules alone where it has no answer.

    Args:
        proposed: What the rules have read.
        arguments: With ``model``, ``send`` and ``case``.
    """
    from servanda.workbench.reading.beside import read_beside

    found = read_beside(proposed, _asked(proposed, arguments))
    warn(Checked(diagnostics=found.reports))
    return found.proposed


def _asked(proposed: Proposed, arguments: argparse.Namespace) -> ModelAsked:
    from servanda.workbench.reading.confirmation.log import log_folder
    from servanda.workbench.reading.language_model.kept import folder
    from servanda.workbench.reading.language_model.questions import issues_of
    from servanda.workbench.reading.model_reader import ModelAsked

    answers = folder(os.environ, Path.home())
    kept_with_case = arguments.case is not None and Path(arguments.case).exists()
    log = (log_folder(arguments.case) if kept_with_case else answers) / SENDINGS
    return ModelAsked(
        model=arguments.model,
        issues=issues_of(proposed.opened.case) if proposed.opened is not None else (),
        spelled=tuple(arguments.send),
        answers=answers,
        log=log,
        now=lambda: dt.datetime.now(dt.UTC),
        environment=os.environ,
        ask=_ask if sys.stdin is not None and sys.stdin.isatty() else None,
        tell=_tell,
    )


def _ask(what: Sending) -> str:
    from servanda.workbench.reading.language_model.consent import question

    try:
        return input(f"{question(what)}: ")
    except EOFError:
        return ""


def _tell(what: Sending) -> None:
    from servanda.workbench.reading.language_model.consent import question

    if sys.stderr is not None:
        sys.stderr.write(f"{question(what)}\n")
