"""``servanda read``: the statements that articles seem to hold, for somebody to confirm."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from servanda.cli.output import ERRORS, FINE, report, show, warn
from servanda.cli.printing import print_answer
from servanda.cli.progress import Progress
from servanda.workbench.reports import Checked

if TYPE_CHECKING:
    from servanda.views.sheet import Sheet
    from servanda.workbench.reading.proposing import Proposed
    from servanda.workbench.reading.reading_lines import DecidedOf


def run(arguments: argparse.Namespace) -> int:
    """Print what is proposed; or ask about it, or decide it, and enter what is confirmed."""
    from servanda.cli.review import decides
    from servanda.workbench.mistakes import not_understood
    from servanda.workbench.reading.proposing import has_errors

    wrong = _contradiction(arguments, deciding=arguments.review or decides(arguments))
    if wrong:
        return report(not_understood(wrong, "servanda read"), arguments.format)
    proposed = _proposed(arguments)
    if isinstance(proposed, Checked):
        return report(proposed, arguments.format)
    warn(proposed.checked)
    if arguments.model is not None:
        from servanda.cli.sending import with_model

        proposed = with_model(proposed, arguments)
    if arguments.review or decides(arguments):
        code = _decide(proposed, arguments)
    else:
        code = _print(proposed, arguments)
    return code or (ERRORS if has_errors(proposed) else FINE)


def _contradiction(arguments: argparse.Namespace, *, deciding: bool) -> str:
    from servanda.workbench.reading.sources.articles import STANDARD_INPUT

    if deciding and arguments.case is None:
        return "what is confirmed goes to the record of a case: name it with `--case`"
    if arguments.review and STANDARD_INPUT in arguments.sources:
        return "answers come from standard input, so the article cannot: save it as a file"
    if arguments.jobs is not None and arguments.jobs < 1:
        return "`--jobs` is a number from 1 on"
    return ""


def _proposed(arguments: argparse.Namespace) -> Proposed | Checked:
    from servanda import workbench
    from servanda.workbench.reading.sources.articles import STANDARD_INPUT

    piped = STANDARD_INPUT in arguments.sources and sys.stdin is not None
    with Progress("read", "article") as progress:
        return workbench.read(
            arguments.sources,
            case=arguments.case,
            date=arguments.date,
            outlet=arguments.outlet,
            standard_input=sys.stdin.buffer.read() if piped else b"",
            processes=arguments.jobs,
            watch=progress,
        )


def _decide(proposed: Proposed, arguments: argparse.Namespace) -> int:
    """Take what was typed; or go through the articles, one after the other."""
    from servanda.cli.review import decide, decides, review
    from servanda.workbench.reading.listed import listed_persons

    readings, persons = proposed.readings.readings, listed_persons(proposed.names.lists)
    if decides(arguments):
        return decide(readings, arguments, persons)
    return review(readings, arguments, persons)


def _print(proposed: Proposed, arguments: argparse.Namespace) -> int:
    readings, decided = proposed.readings, _decided(proposed, arguments.case)
    match arguments.format:
        case "jsonl":
            from servanda.views.reading.lines import lines_text

            return show(lines_text(readings.readings, decided), arguments.output, "jsonl")
        case "annotations":
            from servanda.views.reading.annotations import annotations_text

            return show(annotations_text(readings.readings), arguments.output, "annotations")
        case form:
            return print_answer(readings, lambda: _sheet(proposed, decided), form, arguments.output)


def _decided(proposed: Proposed, case: str | None) -> DecidedOf:
    """What was decided of the proposals of each article in a case, if there is one."""
    from servanda.workbench.reading.confirmation.decided import decided_in

    if case is None:
        return {}
    record = [] if proposed.opened is None else proposed.opened.case.statements
    names = {str(one.id) for one in record}
    digests = [one.article.digest for one in proposed.readings.readings]
    return {digest: decided_in(case, digest, names) for digest in digests}


def _sheet(proposed: Proposed, decided: DecidedOf) -> Sheet:
    """The page; read for a case, with what of it the record could not have as it is."""
    from servanda.views.reading.readings import readings_sheet
    from servanda.workbench.reading.confirmation.hindered import hindered
    from servanda.workbench.reading.listed import listed_persons

    opened, readings = proposed.opened, proposed.readings
    if opened is None:
        return readings_sheet(readings, decided)
    persons = listed_persons(proposed.names.lists)
    found = {one.article.digest: hindered(opened, one, persons) for one in readings.readings}
    return readings_sheet(readings, decided, found)
