"""What confirmed drafts come to in the text of a case, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import NamedTuple

from servanda.model.node import StatementId
from servanda.model.record import Document, Passage, Statement
from servanda.workbench.appending import Piece
from servanda.workbench.reading.confirmation.again import (
    found_in,
    known_already,
    said_elsewhere,
    stands_in,
    with_passages,
    with_the_same_words,
)
from servanda.workbench.reading.confirmation.compiling import Compiled, compiled
from servanda.workbench.reading.confirmation.declaring import (
    Declared,
    declaration_text,
    publication,
    with_declared,
)
from servanda.workbench.reading.confirmation.drafts import Desk, Draft, Refused
from servanda.workbench.reading.confirmation.naming import taken_names
from servanda.workbench.reading.confirmation.outcome import Confirmed, How, NotEntered
from servanda.workbench.record_lines import passage_text, statement_text


class Foretold(NamedTuple):
    """What a draft comes to in the record, before it is entered.

    Attributes:
        statement: What it is entered as, as far as is decided; or the one that says the same.
        lines: What is written, but for the name: that follows from all that is entered.
    """

    how: How
    statement: StatementId
    lines: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """What is to be written.

    Attributes:
        desk: With what is declared so far.
        target: The file.
        record: All statements, those to be written among them.
        pieces: What is written behind the text.
        further: Statements of the text that are found in one more passage, and the draft's number.
        known: Statements that the record has of a draft already, by its number.
    """

    desk: Desk
    target: Path
    record: list[Statement]
    pieces: list[Piece] = field(default_factory=list)
    further: list[tuple[Statement, Passage, int]] = field(default_factory=list)
    known: dict[int, StatementId] = field(default_factory=dict)
    confirmed: list[Confirmed] = field(default_factory=list)
    refused: dict[int, NotEntered] = field(default_factory=dict)

    def text(self, before: str | None) -> str | None:
        """The text with the further passages; None where there is none."""
        if before is None:
            return None
        return with_passages(before, ((one, passage) for one, passage, _ in self.further))

    def foretold(self, number: int) -> Foretold | Refused:
        """What one of the drafts comes to."""
        refused = self.refused.get(number)
        if refused is not None:
            return Refused(refused.why, refused.hints)
        for same, passage, of in self.further:
            if of == number:
                return Foretold("passage", same.id, (passage_text(passage),))
        for piece in self.pieces:
            if piece.of == number and isinstance(piece.value, Statement):
                _, *lines = piece.text.split("\n")
                return Foretold("added", piece.value.id, tuple(map(str.strip, lines)))
        return Foretold("known", self.known[number])

    def found_again(self) -> list[Piece]:
        """The statements with a further passage, as they are to be read."""
        return [Piece(of, "", found_in(one, passage)) for one, passage, of in self.further]


def planned(
    desk: Desk,
    target: Path,
    drafts: Sequence[Draft],
    left: Mapping[int, NotEntered],
    *,
    keep_words: bool,
) -> Plan:
    """What drafts come to, one after the other.

    Args:
        desk: The case and the article.
        target: The file that the record is added to.
        drafts: Those confirmed.
        left: Those that are left out, by number, and why.
        keep_words: Whether the words of the article are kept as well.
    """
    plan = Plan(desk, target, list(desk.case.statements))
    for number, draft in enumerate(drafts):
        if number not in left:
            refused = _go_through(plan, number, draft, keep_words=keep_words)
            if refused is not None:
                entry = NotEntered(draft.proposal.id, refused.why, refused.hints)
                plan.refused[number] = entry
    return plan


def _go_through(plan: Plan, number: int, draft: Draft, *, keep_words: bool) -> Refused | None:
    """Take one draft into the plan."""
    found = prepared(draft, plan.desk, plan.record, keep_words=keep_words)
    if isinstance(found, Refused):
        return found
    made, missing = found
    known = known_already(made.statement, plan.record)
    if known is not None:
        plan.known[number] = known.id
        plan.confirmed.append(Confirmed(draft.proposal.id, known.id, "known", notes=made.notes))
        return None
    declared: tuple[Declared, ...] = (*missing, *made.persons)
    plan.pieces += [Piece(number, declaration_text(one), one) for one in declared]
    case = with_declared(plan.desk.case, declared)
    plan.desk = plan.desk._replace(case=case)
    same = None if draft.given.apart else _same(plan, made.statement)
    if same is not None:
        plan.further.append((same, made.statement.passages[0], number))
        done = Confirmed(draft.proposal.id, same.id, "passage", notes=made.notes)
    else:
        text = statement_text(made.statement, case)
        plan.pieces.append(Piece(number, text, made.statement))
        beside = tuple(one.id for one in with_the_same_words(made.statement, plan.record))
        done = Confirmed(draft.proposal.id, made.statement.id, "added", beside, made.notes)
        plan.record.append(made.statement)
    plan.confirmed.append(done)
    return None


def prepared(
    draft: Draft, desk: Desk, record: Sequence[Statement], *, keep_words: bool = False
) -> tuple[Compiled, tuple[Declared, ...]] | Refused:
    """A draft as a statement, and what has to be declared of its article for it."""
    published = publication(desk.article, desk.case)
    if isinstance(published, Refused):
        return published
    within = desk._replace(case=with_declared(desk.case, published.missing))
    name = next(_free_names(published.document, within, record))
    found = compiled(draft, name, published.document, within, keep_words=keep_words)
    if isinstance(found, Refused):
        return found
    return found._replace(notes=(*published.notes, *found.notes)), published.missing


def _same(plan: Plan, statement: Statement) -> Statement | None:
    """The statement of the text that a further passage can be added to."""
    found = said_elsewhere(statement, plan.desk.case.statements)
    taken = {one.id for one, _, _ in plan.further}
    if found is None or found.id in taken or not stands_in(found, plan.target):
        return None
    return found


def _free_names(
    document: Document, desk: Desk, record: Sequence[Statement]
) -> Iterator[StatementId]:
    taken = {*taken_names(desk.case), *(str(one.id) for one in record)}
    names = (f"{document.id}_{number}" for number in count(1))
    return (StatementId(name) for name in names if name not in taken)
