"""Statements of the record: what was said, on what condition, to whom, and where it is found."""

from __future__ import annotations

from typing import get_args

from servanda.language.passes.collect import clause_of
from servanda.language.passes.conditions import leaves_of, lower_condition
from servanda.language.passes.sayings import addressees, saying
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.tree import (
    ConditionTree,
    HasDecided,
    HasFound,
    Is,
    MediumTree,
    OnlyIf,
    PassageTree,
    RecordedStatement,
    SayingTree,
    ThatTree,
    Word,
)
from servanda.model.conditions import Condition
from servanda.model.node import DocumentId, OutletId, StatementId
from servanda.model.record import Factuality, Manner, Medium, Passage, Statement


def lower_statements(scope: Scope) -> tuple[Statement, ...]:
    """What was said, in the order written."""
    found = (
        _statement(scope.within(clause_of(one)), one) for one in scope.table.of(RecordedStatement)
    )
    return tuple(statement for statement in found if statement is not None)


def _statement(scope: Scope, written: RecordedStatement) -> Statement | None:
    said = None if written.saying is None else saying(scope, written.saying)
    if written.saying is not None:
        _check_condition(scope, written, written.saying)
    elif not written.incomplete:
        scope.error(
            "SV444",
            written.name,
            f"`{written.name.text}` does not say who said what",
            "add a line such as `2026-03-01 USA offers to assist UKR with support`",
        )
    conditions = (_only_if(scope, line) for line in written.only_if)
    passages = (_passage(scope, line) for line in written.passages)
    only_if = tuple(one for one in conditions if one is not None)
    found = tuple(one for one in passages if one is not None)
    to, medium = addressees(scope, written.to), _medium(scope, written.medium)
    if said is None:
        return None
    return Statement(
        id=StatementId(written.name.text),
        saying=said,
        title=title(written.title),
        only_if=only_if,
        factuality=_factuality(written.factuality),
        to=to,
        medium=medium,
        passages=found,
        gist=title(written.gist),
        words=title(written.words),
        source=texts(written.source),
        judgement=texts(written.judgement),
        origin=scope.origin(written),
    )


def _factuality(word: Word | None) -> Factuality:
    known: tuple[Factuality, ...] = get_args(Factuality)
    return next((one for one in known if word is not None and one == word.text), "asserted")


# On what condition.


def _check_condition(scope: Scope, written: RecordedStatement, said: SayingTree) -> None:
    """Report ``conditions`` without a condition."""
    innermost = said
    while isinstance(innermost.content, ThatTree):
        innermost = innermost.content.saying
    if innermost.kind.text not in {"conditions", "condition"}:
        return
    if not written.only_if and not written.incomplete:
        scope.error(
            "SV443",
            innermost.kind,
            "it is not said on what condition",
            "add a line such as `only if truce holds`",
            "or write what is done without one, such as `offers` or `accepts`",
            label="only if what?",
        )


def _only_if(scope: Scope, line: OnlyIf) -> Condition | None:
    """A condition of what is said, which can speak of no incident."""
    about = next(
        filter(None, (_of_incident(scope, one) for one in leaves_of(line.condition))), None
    )
    if about is None:
        return lower_condition(scope, line.condition)
    at, headline = about
    scope.error(
        "SV360",
        at,
        headline,
        "it can ask for issues, circumstances, agreements in force, and what has been done",
        "what hangs on an incident is said in an article, or in the `gist`",
    )
    return None


def _of_incident(scope: Scope, tree: ConditionTree) -> tuple[ConditionTree, str] | None:
    """A part of a condition that is about an incident, and why it cannot stand here."""
    match tree:
        case Is(left=None, how="is"):
            return tree, "a statement's condition is about no incident, so there is no `it`"
        case Is(left=Word(text=name)) if name not in scope.table.symbols and any(
            kind.attribute(name) for kind in scope.vocabulary.kinds
        ):
            return tree, f"a statement's condition is about no incident, so about no `{name}`"
        case HasFound():
            return tree, "a statement's condition is about no incident, so about no finding"
        case HasDecided(motion=None):
            return tree, "a statement's condition is about no incident: decided on what?"
        case _:
            return None


# Where it is found.


def _passage(scope: Scope, line: PassageTree) -> Passage | None:
    if line.paragraph == 0:
        scope.error("SV364", line, "paragraphs are counted from 1")
    if line.first is not None and line.last is not None and line.first >= line.last:
        scope.error(
            "SV364",
            line,
            f"characters {line.first} to {line.last} are none: they end before they begin",
            f"the smaller number comes first: `characters {line.last} to {line.first}`",
        )
    symbol = scope.find(line.document, "a document", ("document",))
    if symbol is None:
        return None
    known: tuple[Manner, ...] = get_args(Manner)
    manner = next((one for one in known if line.manner and one == line.manner.text), None)
    return Passage(
        document=DocumentId(symbol.name),
        manner=manner or "paraphrased",
        paragraph=line.paragraph,
        start=line.first,
        end=line.last,
        origin=scope.origin(line),
    )


def _medium(scope: Scope, tree: MediumTree | None) -> Medium | None:
    if tree is None:
        return None
    symbol = None if tree.outlet is None else scope.find(tree.outlet, "an outlet", ("outlet",))
    return Medium(
        outlet=OutletId(symbol.name) if symbol else None,
        text=title(tree.text),
        origin=scope.origin(tree),
    )
