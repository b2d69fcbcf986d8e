"""The use cases, one function each: the command line calls these, and a notebook can.

Each takes what a user would type and returns a frozen value, which its signature names. What is
wrong with a text, or with how a command was used, comes back as
:class:`~servanda.workbench.reports.Checked`; only :func:`load_case` raises it. What can be asked
about incidents and about talks stands in modules of its own and is exported from here.

Composition of language and analyses happens here and nowhere else. A use case that is more
than a part or two put together has a module of its own, which imports the parts that it is
composed of and is imported by none of them. A case comes from
:func:`~servanda.language.read.read_case`, which says what is wrong with its texts;
:func:`~servanda.workbench.checking.checked_case` adds what its drafting is doubted for, and
:func:`~servanda.workbench.opening.open_case` begins with what a user types. Each function
imports what it uses, so that a command which needs no analysis starts at once. May import
:mod:`servanda.language`, the analyses, :mod:`servanda.model` and :mod:`servanda.core`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.workbench.about_articles import read
from servanda.workbench.about_incidents import compare, cover, side_by_side
from servanda.workbench.about_talks import (
    import_statements,
    record,
    sequence,
    settle,
    statement,
    statement_lines,
)
from servanda.workbench.watch import Watch, unwatched

if TYPE_CHECKING:
    from servanda.model.case import Case
    from servanda.workbench.briefs import Brief
    from servanda.workbench.opening import Opened
    from servanda.workbench.reports import Checked, Created, Formatted, Page, Scenarios
    from servanda.workbench.results import Ran, Revision, Revisions, TestReport

__all__ = [
    "DEFAULT_CASE",
    "accept",
    "brief",
    "check",
    "codes",
    "compare",
    "cover",
    "expectations",
    "explain",
    "format_files",
    "import_statements",
    "load_case",
    "new",
    "open_case",
    "packaged_cases",
    "read",
    "record",
    "revisions",
    "run",
    "sequence",
    "settle",
    "side_by_side",
    "statement",
    "statement_lines",
    "unread_blocks",
]

DEFAULT_CASE = "ukraine-2025-08"
"""The packaged case that a brief is about when none is named."""


def packaged_cases() -> tuple[str, ...]:
    """The names of the cases that come with Servanda."""
    from servanda.workbench.packaged import packaged_cases as names

    return names()


def open_case(name: str, *, inside: bool = False) -> Opened | Checked:
    """A case with its texts and the doubts about its drafting, or what is wrong with it.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        inside: Whether places are named from within the case.
    """
    from servanda.workbench.opening import open_case as opened

    return opened(name, inside=inside)


def load_case(name: str) -> Case:
    """A case without more ado, for a notebook; only this function raises what is wrong.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.

    Raises:
        CaseError: The case is not there, or its text has errors; the message says which.
    """
    from servanda.workbench.opening import Opened
    from servanda.workbench.reports import CaseError

    opened = open_case(name)
    if isinstance(opened, Opened):
        return opened.case
    raise CaseError(opened)


def brief(
    name: str = DEFAULT_CASE,
    *,
    detailed: bool = True,
    as_of: str | None = None,
    since: str | None = None,
    watch: Watch = unwatched,
) -> Brief | Checked:
    """Where things stand, who is bound to do what, whether it could be signed, and on what that hangs.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        detailed: Whether to work out as well what would change in each scenario; the first page
            of a brief does without.
        as_of: The day as of which the record is told; that of the last statement where it is
            left out.
        since: The earlier day that changes are told from; the last before on which anything was
            said where it is left out.
        watch: Told how many of the scenarios have been run, and of how many.

    Returns:
        The brief, which names places from within the case; or what is wrong with its text or
        with the question.
    """
    from servanda.workbench.briefing import Question, compose
    from servanda.workbench.opening import Opened

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    return compose(opened, Question(detailed, as_of, since), watch)


def check(name: str) -> Checked:
    """Everything that is wrong, or doubtful, with the text of a case.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
    """
    from servanda.workbench.opening import Opened

    opened = open_case(name)
    return opened.checked if isinstance(opened, Opened) else opened


def unread_blocks(name: str) -> Checked:
    """The warnings of blocks of a case that go unread for a slip in their language.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
    """
    from servanda.workbench.opening import unread_blocks as found

    return found(name)


def run(
    name: str,
    scenario: str | None = None,
    *,
    on: str | None = None,
    choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    why: str | None = None,
) -> Ran | Scenarios | Checked:
    """What a scenario of a case leads to.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        scenario: Its title, an unambiguous beginning of it, or its number.
        on: As of which day or minute; the scenario's end where it is left out.
        choices: Options of open issues to suppose, each ``ISSUE=OPTION``.
        readings: Readings to take, besides the scenario's own: ``NAME``, or
            ``NAME for ACTOR, ACTOR`` where only these read so.
        why: Whose reasons are asked for; only that there is such an actor is seen to here.

    Returns:
        The outcome; or all scenarios, if the case has several and none is named; or what
        is wrong with the text or the question.
    """
    from servanda.workbench.opening import Opened
    from servanda.workbench.running import Question, run_scenario

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(scenario, on, tuple(choices), tuple(readings), why)
    return run_scenario(opened.case, question)


def expectations(name: str, watch: Watch = unwatched) -> TestReport | Checked:
    """Every scenario's expectations against what is found, and the articles never touched.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        watch: Told how many of the scenarios have been run, and of how many.
    """
    from servanda.workbench.judging import report_on
    from servanda.workbench.opening import Opened

    opened = open_case(name)
    return report_on(opened.case, watch) if isinstance(opened, Opened) else opened


def revisions(name: str, watch: Watch = unwatched) -> Revisions | Checked:
    """What could be written in the place of the expectations that are not met.

    Args:
        name: A folder or a ``.md`` file; a packaged case is not changed.
        watch: Told how many of the scenarios have been run, and of how many.
    """
    from servanda.workbench.revising import revise

    return revise(name, watch)


def accept(revisions: Revisions, accepted: Sequence[Revision]) -> tuple[str, ...] | Checked:
    """Write those of some revisions that a person has accepted.

    Returns:
        The names of the files that were written, or what stood in the way.
    """
    from servanda.workbench.revising import write_revisions

    return write_revisions(revisions, accepted)


def format_files(paths: Sequence[str], *, write: bool = True) -> Formatted:
    """Lay out the formal blocks of files and folders in the one way there is.

    Args:
        paths: ``.md`` files and case folders.
        write: Whether to write the files that change; they are only named otherwise.
    """
    from servanda.workbench.formatting import format_paths

    return format_paths(paths, write=write)


def explain(code: str) -> Page | Checked:
    """The page of a diagnostic: what it means, why it matters, wrong and right."""
    from servanda.workbench.pages import page

    return page(code)


def codes() -> tuple[Page, ...]:
    """The pages of all diagnostics, by code."""
    from servanda.workbench.pages import all_pages

    return all_pages()


def new(folder: str, origin: str | None = None) -> Created | Checked:
    """Make a case to start from; nothing that exists is ever written over.

    Args:
        folder: Where; it must not exist, and the folder that it is to lie in must.
        origin: A case to copy; a small commented one is made where it is left out.
    """
    from servanda.workbench.starting import copy_case, start_case

    return start_case(folder) if origin is None else copy_case(folder, origin)
