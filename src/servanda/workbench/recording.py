"""The record of a case: what is asked of it, and the answer with the statements behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.record import Bar, Board, Denied, Record, board, changes, read_record
from servanda.analyses.record.dates import by
from servanda.analyses.record.outcome import Cell, Change, Row
from servanda.core.calendar import Moment
from servanda.model.case import Case
from servanda.model.node import StatementId
from servanda.workbench.asking import actor_names, read_day
from servanda.workbench.bars import read_bar
from servanda.workbench.grounds import passages
from servanda.workbench.mistakes import (
    no_record,
    no_such_actor,
    no_such_issue,
    no_such_statement,
    since_later,
)
from servanda.workbench.opening import Opened
from servanda.workbench.record_lines import StatementLines, line_of
from servanda.workbench.recorded import Recorded, Told
from servanda.workbench.reports import Checked
from servanda.workbench.results import Name
from servanda.workbench.statements import Teller


class Question(NamedTuple):
    """What is asked of a record, as typed.

    Attributes:
        as_of: The day; that of the last statement where none is named.
        standing: What is taken as said: ``first-hand``, ``reported`` or ``any``.
        since: An earlier day.
        parties: Those asked about; all where none is named.
        issues: The same of issues.
    """

    as_of: str | None = None
    standing: str = Bar.FIRST_HAND.value
    since: str | None = None
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


class _Asked(NamedTuple):
    record: Record
    denied: Denied
    as_of: Moment
    bar: Bar
    since: Moment | None


def record_case(opened: Opened, question: Question) -> Recorded | Checked:
    """The board of a case's record, with the text for references to lead to."""
    found = recorded(opened.case, question)
    if isinstance(found, Checked):
        return found
    return replace(found, passages=passages(opened.sources))


def recorded(case: Case, question: Question = Question()) -> Recorded | Checked:  # noqa: B008
    """The board of a case's record, or what is wrong with the question."""
    asked = _asked(case, question)
    if isinstance(asked, Checked):
        return asked
    whole = board(asked.record, asked.denied, asked.as_of, asked.bar)
    shown = _narrowed(whole, question)
    since = asked.since
    moved: tuple[Change, ...] = ()
    if since is not None:
        before = board(asked.record, asked.denied, since, asked.bar)
        moved = changes(_narrowed(before, question), shown)
    teller = Teller(asked.record, asked.denied, asked.as_of, asked.bar)
    behind = _behind(shown, moved, question)
    return Recorded(
        title=case.title,
        board=shown,
        since=since,
        changes=moved,
        statements=tuple(
            teller.told(s) for s in case.statements if behind is None or s.id in behind
        ),
        actors=actor_names(case),
        names=tuple(names_of(case)),
        asked_parties=question.parties,
        asked_issues=question.issues,
    )


def lines_of(case: Case, question: Question, name: str | None = None) -> StatementLines | Checked:
    """The statements of a record that were made by a day, or those behind what is asked about.

    Args:
        case: The case.
        question: The day, the parties and the issues.
        name: One statement alone.
    """
    asked = _asked(case, question)
    if isinstance(asked, Checked):
        return asked
    names = [statement.id for statement in case.statements]
    if name is not None and name not in names:
        return no_such_statement(name, names)
    whole = board(asked.record, asked.denied, asked.as_of, Bar.ANY)
    behind = _behind(_narrowed(whole, question), (), question)
    chains = asked.record.chains
    known = (
        statement
        for statement in case.statements
        if name in {None, statement.id}
        if behind is None or statement.id in behind
        if statement.id not in chains or by(chains[statement.id].known, asked.as_of)
    )
    return StatementLines(tuple(line_of(asked.record, statement) for statement in known))


def tell_statement(opened: Opened, name: str, question: Question) -> Told | Checked:
    """One statement with its whole chain, as of a day."""
    case = opened.case
    asked = _asked(case, question)
    if isinstance(asked, Checked):
        return asked
    known = {statement.id: statement for statement in case.statements}
    statement = known.get(StatementId(name))
    if statement is None:
        return no_such_statement(name, list(known))
    teller = Teller(asked.record, asked.denied, asked.as_of, asked.bar)
    return Told(
        title=case.title,
        as_of=asked.as_of,
        bar=asked.bar,
        statement=teller.told(statement),
        actors=actor_names(case),
        names=tuple(names_of(case)),
        passages=passages(opened.sources),
    )


def names_of(case: Case) -> Iterator[Name]:
    """What the names stand for that a record uses."""
    for issue in case.issues:
        yield Name(issue.id, issue.title)
        yield from (Name(option.id, option.title) for option in issue.options)
    yield from (Name(person.id, person.title) for person in case.persons)
    yield from (Name(outlet.id, outlet.title) for outlet in case.outlets)
    yield from (Name(document.id, document.title) for document in case.documents)
    yield from (Name(one.id, one.title) for one in case.circumstances)
    yield from (Name(agreement.id, agreement.title) for agreement in case.agreements)


# What is asked.


def _asked(case: Case, question: Question) -> _Asked | Checked:
    if not case.statements:
        return no_record(case)
    actors = [*(a.id for a in case.actors), *(o.id for o in case.organs)]
    stranger = next((name for name in question.parties if name not in actors), None)
    if stranger is not None:
        return no_such_actor(stranger, actors, case.persons)
    issues = [issue.id for issue in case.issues]
    strange = next((name for name in question.issues if name not in issues), None)
    if strange is not None:
        return no_such_issue(strange, issues)
    bar = read_bar(question.standing)
    if isinstance(bar, Checked):
        return bar
    record = read_record(case)
    as_of = last_day(record) if question.as_of is None else read_day(question.as_of)
    if isinstance(as_of, Checked):
        return as_of
    since = None if question.since is None else read_day(question.since)
    if isinstance(since, Checked):
        return since
    if since is not None and since.start >= as_of.start:
        return since_later(str(since), str(as_of))
    return _Asked(record, Denied(record), as_of, bar, since)


def last_day(record: Record) -> Moment | Checked:
    """The day of the last statement."""
    moments = [chain.known for chain in record.chains.values()]
    if not moments:
        return no_record(record.case, undated=True)
    return Moment(max(moments, key=lambda moment: moment.end).date)


def _narrowed(whole: Board, question: Question) -> Board:
    """A board of some parties and issues alone."""
    if not (question.parties or question.issues):
        return whole

    def asked(cell: Cell) -> bool:
        return not question.parties or cell.party in question.parties

    def row(one: Row) -> Row:
        return Row(one.matter, tuple(cell for cell in one.cells if asked(cell)))

    issues = [r for r in whole.issues if not question.issues or r.matter.name in question.issues]
    others = [] if question.issues else [row(one) for one in whole.others]
    clashes = (
        clash
        for clash in whole.clashes
        if (not question.parties or clash.party in question.parties)
        and (not question.issues or clash.matter.name in question.issues)
    )
    parties = whole.parties
    if question.parties:
        parties = tuple(p for p in parties if p in question.parties)
    return replace(
        whole,
        parties=parties,
        issues=tuple(map(row, issues)),
        others=tuple(one for one in others if one.cells),
        clashes=tuple(clashes),
    )


def _behind(shown: Board, moved: tuple[Change, ...], question: Question) -> set[StatementId] | None:
    """The statements that a board and its changes cite; None for all of them."""
    if not (question.parties or question.issues):
        return None
    placed = [
        one
        for cell in shown.cells
        for some in (cell.holding, cell.earlier, cell.reported, cell.below, cell.withdrawn)
        for one in some
    ]
    placed += [one for change in moved for one in (*change.was, *change.now)]
    stances = [one.stance for one in placed]
    stances += [stance for clash in shown.clashes for stance in (clash.one, *clash.others)]
    denials = [denial for cell in shown.cells for denial in cell.denials]
    denials += [denial for change in moved for denial in change.denials]
    denials += [denial for clash in shown.clashes for denial in clash.denials]
    denials += [denial for one in placed for denial in (*one.contested_by, *one.disputed_by)]
    ended = (name for one in placed for name in (*one.withdrawn_by, *one.replaced_by))
    mentions = (name for cell in shown.cells for name in cell.mentions)
    return {
        *(stance.statement for stance in stances),
        *(denial.statement for denial in denials),
        *(said.statement for one in placed for said in one.said_withdrawn),
        *ended,
        *mentions,
    }
