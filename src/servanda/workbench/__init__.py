"""The use cases, one function each: the command line calls these, and a notebook can.

Each takes what a user would type and returns a value of :mod:`servanda.workbench.results`,
:mod:`servanda.workbench.briefs` or :mod:`servanda.workbench.reports`. What is wrong with a
text, or with how a command was used, comes back as
:class:`~servanda.workbench.reports.Checked`; only :func:`load_case` raises it.

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

from servanda.workbench.watch import Watch, unwatched

if TYPE_CHECKING:
    from servanda.model.case import Case
    from servanda.workbench.briefs import Brief
    from servanda.workbench.comparisons import Compared, SideBySide
    from servanda.workbench.coverages import Covered
    from servanda.workbench.opening import Opened
    from servanda.workbench.record_lines import StatementLines
    from servanda.workbench.recorded import Imported, Recorded, Told
    from servanda.workbench.reports import Checked, Created, Formatted, Page, Scenarios
    from servanda.workbench.results import Ran, Revision, Revisions, TestReport
    from servanda.workbench.sequences import Sequenced
    from servanda.workbench.settlements import Settled

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


def cover(
    name: str,
    *,
    agreements: Sequence[str] = (),
    incident: str | None = None,
    on: str | None = None,
    after: str | None = None,
    where: str | None = None,
    level: str | None = None,
    choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    guarantors: Sequence[str] = (),
    watch: Watch = unwatched,
) -> Covered | Checked:
    """Who owes what in every incident that can happen, and where nobody is bound.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        agreements: Those taken together; all of the case where none is named.
        incident: The kind of incident, by its noun.
        on: The day of the incidents; the last one of the case where it is left out.
        after: A scenario taken to have happened, by its title or number.
        where: A condition on the incidents, in the language.
        level: The level of the ladder that gaps are measured by.
        choices: Options of open issues to suppose, each ``ISSUE=OPTION``.
        readings: Readings to take for all, by name.
        guarantors: Those who are asked about; all where none is named.
        watch: Told, before each step, how many are done, and of how many.
    """
    from servanda.workbench.coverage_questions import Question
    from servanda.workbench.covering import cover_case
    from servanda.workbench.opening import Opened

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(
        agreements=tuple(agreements),
        noun=incident,
        on=on,
        after=after,
        where=where,
        level=level,
        choices=tuple(choices),
        readings=tuple(readings),
        guarantors=tuple(guarantors),
    )
    return cover_case(opened, question, watch)


def compare(
    name: str,
    *,
    agreements: Sequence[str] = (),
    then_agreements: Sequence[str] = (),
    then_case: str | None = None,
    incident: str | None = None,
    on: str | None = None,
    then_on: str | None = None,
    after: str | None = None,
    then_after: str | None = None,
    where: str | None = None,
    choices: Sequence[str] = (),
    then_choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    then_readings: Sequence[str] = (),
    then_without: Sequence[str] = (),
    guarantors: Sequence[str] = (),
    watch: Watch = unwatched,
) -> Compared | Checked:
    """What each guarantor loses, gains or owes otherwise from one side to another.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        agreements: Those of the first side; all of the case where none is named.
        then_agreements: Those of the second side; the same where none is named.
        then_case: The case of the second side; the same where it is left out.
        incident: The kind of incident, by its noun.
        on: The day of the incidents.
        then_on: The day on the second side; the same where it is left out.
        after: A scenario taken to have happened.
        then_after: The same of the second side.
        where: A condition on the incidents, in the language.
        choices: Options of open issues to suppose, on both sides.
        then_choices: The same of the second side alone.
        readings: Readings to take for all, on both sides.
        then_readings: The same of the second side alone.
        then_without: Articles that the second side leaves out.
        guarantors: Those who are asked about; all where none is named.
        watch: Told, before each step, how many are done, and of how many.
    """
    from servanda.workbench.comparing import Sides, compare_cases
    from servanda.workbench.coverage_questions import Question
    from servanda.workbench.opening import Opened

    before = open_case(name, inside=then_case is None)
    if not isinstance(before, Opened):
        return before
    second = before if then_case is None else open_case(then_case)
    if not isinstance(second, Opened):
        return second
    question = Question(
        agreements=tuple(agreements),
        noun=incident,
        on=on,
        after=after,
        where=where,
        choices=tuple(choices),
        readings=tuple(readings),
        guarantors=tuple(guarantors),
    )
    same = then_case is None
    then = Question(
        agreements=tuple(then_agreements) or (tuple(agreements) if same else ()),
        on=then_on or (on if same else None),
        after=then_after or (after if same else None),
        choices=(*choices, *then_choices),
        readings=(*readings, *then_readings),
        without=tuple(then_without),
    )
    sides = Sides(before, second, then, (name, then_case or name))
    return compare_cases(sides, question, watch)


def side_by_side(
    name: str,
    *,
    designs: Sequence[Sequence[str]] = (),
    incident: str | None = None,
    on: str | None = None,
    after: str | None = None,
    where: str | None = None,
    level: str | None = None,
    choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    guarantors: Sequence[str] = (),
    watch: Watch = unwatched,
) -> SideBySide | Checked:
    """How much somebody would owe by each of several designs, incident by incident.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        designs: The agreements of each; those of each file of the case where none are named.
        incident: The kind of incident, by its noun.
        on: The day of the incidents.
        after: A scenario taken to have happened.
        where: A condition on the incidents, in the language.
        level: The least that counts as help.
        choices: Options of open issues to suppose.
        readings: Readings to take for all.
        guarantors: Those who are asked about; all where none is named.
        watch: Told, before each step, how many are done, and of how many.
    """
    from servanda.model.node import AgreementId
    from servanda.workbench.coverage_questions import Question
    from servanda.workbench.juxtaposing import designs_of
    from servanda.workbench.juxtaposing import side_by_side as put
    from servanda.workbench.mistakes import no_designs
    from servanda.workbench.opening import Opened

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(
        noun=incident,
        on=on,
        after=after,
        where=where,
        level=level,
        choices=tuple(choices),
        readings=tuple(readings),
        guarantors=tuple(guarantors),
    )
    named = tuple((", ".join(some), tuple(map(AgreementId, some))) for some in designs)
    sides = named or designs_of(opened.case)
    return put(opened, question, sides, watch) if sides else no_designs(opened.case)


def record(
    name: str,
    *,
    as_of: str | None = None,
    standing: str = "first-hand",
    since: str | None = None,
    parties: Sequence[str] = (),
    issues: Sequence[str] = (),
) -> Recorded | Checked:
    """What each party has said on each issue, as of a day, and through whom that is known.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        as_of: The day, or minute; that of the last statement where it is left out.
        standing: What is taken as said: ``first-hand``, a party's own words; ``reported``, also
            what somebody who is named reports; ``any``.
        since: An earlier day, to tell what has become otherwise since.
        parties: Those asked about; all where none is named.
        issues: The same of issues.
    """
    from servanda.workbench.opening import Opened
    from servanda.workbench.recording import Question, record_case

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    return record_case(opened, Question(as_of, standing, since, tuple(parties), tuple(issues)))


def statement(
    name: str, asked: str, *, as_of: str | None = None, standing: str = "first-hand"
) -> Told | Checked:
    """One statement of a record: its whole chain, its standing and why, and what denies it.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        asked: The statement's name.
        as_of: The day, or minute; that of the last statement where it is left out.
        standing: What is taken as said.
    """
    from servanda.workbench.opening import Opened
    from servanda.workbench.recording import Question, tell_statement

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    return tell_statement(opened, asked, Question(as_of, standing))


def settle(
    name: str,
    *,
    choices: Sequence[str] = (),
    conceding: Sequence[str] = (),
    package: Sequence[str] = (),
    present: Sequence[str] | None = None,
    demands: bool = False,
    standing: str = "any",
    watch: Watch = unwatched,
) -> Settled | Checked:
    """Which packages cross no red line, who would have to move, and what would be fair.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        choices: Options of open issues to suppose, each ``ISSUE=OPTION``.
        conceding: Red lines, or demands, to suppose given up.
        package: A package to judge, every open issue as ``ISSUE=OPTION``.
        present: Who is present, where it is asked what they may do.
        demands: Whether demands count as red lines.
        standing: What has to stand behind a statement for it to count.
        watch: Told, before each step, how many are done, and of how many.
    """
    from servanda.workbench.opening import Opened
    from servanda.workbench.settle_questions import Question
    from servanda.workbench.settling import settle_case

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(
        choices=tuple(choices),
        conceding=tuple(conceding),
        package=tuple(package),
        present=None if present is None else tuple(present),
        demands=demands,
        bar=standing,
    )
    return settle_case(opened, question, watch=watch)


def sequence(
    name: str,
    *,
    agreements: Sequence[str] = (),
    on: str | None = None,
    after: str | None = None,
    choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    goal: str | None = None,
    standing: str = "any",
    watch: Watch = unwatched,
) -> Sequenced | Checked:
    """In which order the steps of a case can be taken, and where they wait for one another.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        agreements: Those whose steps are put in order; all of the case where none is named.
        on: Up to which day what the history tells counts as done; from nothing where it is left out.
        after: A scenario taken to have happened, by its title or number.
        choices: Options of open issues to suppose, each ``ISSUE=OPTION``.
        readings: Readings to take: ``NAME``, or ``NAME for ACTOR, ACTOR`` where only these read so;
            where none is named, the text as it stands and each way in which a scenario reads it.
        goal: A condition that is to come about, in the language.
        standing: What has to stand behind a statement for its conditions to count:
            ``first-hand``, ``reported`` or ``any``.
        watch: Told, before each way of reading, how many are done, and of how many.
    """
    from servanda.workbench.opening import Opened
    from servanda.workbench.sequence_questions import Question
    from servanda.workbench.sequencing import sequence_case

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(
        agreements=tuple(agreements),
        on=on,
        after=after,
        choices=tuple(choices),
        readings=tuple(readings),
        goal=goal,
        bar=standing,
    )
    return sequence_case(opened, question, watch)


def statement_lines(
    name: str,
    *,
    as_of: str | None = None,
    parties: Sequence[str] = (),
    issues: Sequence[str] = (),
    statement: str | None = None,
) -> StatementLines | Checked:
    """The statements of a record that were made by a day, each as a value of the model.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        statement: One statement alone, by its name.
        as_of: The day; that of the last statement where it is left out.
        parties: Those whose statements alone are asked for, and what bears on them.
        issues: The same of issues.
    """
    from servanda.workbench.opening import Opened
    from servanda.workbench.recording import Question, lines_of

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(as_of, parties=tuple(parties), issues=tuple(issues))
    return lines_of(opened.case, question, statement)


def import_statements(name: str, path: str) -> Imported | Checked:
    """Add the statements of a file to the record of a case: all that are new, or none.

    Args:
        name: A case folder, or a ``.md`` file; a packaged case is not changed.
        path: A file with a line of JSON for each statement.
    """
    from servanda.workbench.importing import import_statements as added

    return added(name, path)


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
