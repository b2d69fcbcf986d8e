"""What can be asked about talks: what was said, what could be signed, in which order it could be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.workbench.watch import Watch, unwatched

if TYPE_CHECKING:
    from servanda.workbench.record_lines import StatementLines
    from servanda.workbench.recorded import Imported, Recorded, Told
    from servanda.workbench.reports import Checked
    from servanda.workbench.sequences import Sequenced
    from servanda.workbench.settlements import Settled


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
        as_of: The day; that of the last statement where it is left out.
        standing: What is taken as said: ``first-hand``, a party's own words; ``reported``, also
            what somebody who is named reports; ``any``.
        since: An earlier day, to tell what has become otherwise since.
        parties: Those asked about; all where none is named.
        issues: The same of issues.
    """
    from servanda.workbench.opening import Opened, open_case
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
        as_of: The day; that of the last statement where it is left out.
        standing: What is taken as said.
    """
    from servanda.workbench.opening import Opened, open_case
    from servanda.workbench.recording import Question, tell_statement

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    return tell_statement(opened, asked, Question(as_of, standing))


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
    from servanda.workbench.opening import Opened, open_case
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
    from servanda.workbench.opening import Opened, open_case
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
    from servanda.workbench.opening import Opened, open_case
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
