"""Circumstances: states of affairs that begin and end, and conditions that they hold."""

from __future__ import annotations

from typing import get_args

from servanda.language.passes.collect import clause_of
from servanda.language.passes.scope import Scope, title
from servanda.language.tree import (
    ActTree,
    ChangeTree,
    CircumstanceStatement,
    EventLine,
    EventTree,
    HoldsTree,
    Names,
    Tree,
    WhenChanges,
    Word,
)
from servanda.model.case import Change, CircumstanceEvent
from servanda.model.conditions import Condition, Holds, Not
from servanda.model.node import CircumstanceId
from servanda.model.triggers import OnCircumstance, Turn
from servanda.model.vocabulary import Circumstance

_MEANT: dict[str, Change] = {
    **dict.fromkeys(("begin", "starts", "commences", "holds", "enters", "resumes"), "begins"),
    **dict.fromkeys(("end", "stops", "ceases", "lapses", "breaks", "collapses"), "ends"),
}
"""Words for a change that are not those of the language."""


def lower_circumstances(scope: Scope) -> tuple[Circumstance, ...]:
    """The circumstances of the case."""
    return tuple(
        Circumstance(
            id=CircumstanceId(statement.name.text),
            title=title(statement.title),
            origin=scope.within(clause_of(statement)).origin(statement),
        )
        for statement in scope.table.of(CircumstanceStatement)
    )


def circumstance(scope: Scope, word: Word) -> CircumstanceId | None:
    """The circumstance of that name."""
    symbol = scope.find(word, "a circumstance", ("circumstance",))
    return None if symbol is None else CircumstanceId(symbol.name)


def is_circumstance(scope: Scope, word: Word) -> bool:
    """Whether a name is that of a circumstance; nothing is reported."""
    symbol = scope.table.symbols.get(word.text)
    return symbol is not None and symbol.sort == "circumstance"


def holds(scope: Scope, tree: HoldsTree) -> Condition | None:
    """``truce holds``, ``truce does not hold``."""
    found = circumstance(scope, tree.circumstance)
    if found is None:
        return None
    origin = scope.origin(tree)
    condition = Holds(circumstance=found, origin=origin)
    return Not(part=condition, origin=origin) if tree.negated else condition


def said_otherwise(scope: Scope, at: Tree, word: Word, *, negated: bool = False) -> bool:
    """Whether a condition is about a circumstance in words that are not its own; then reported."""
    if not is_circumstance(scope, word):
        return False
    verb = "does not hold" if negated else "holds"
    scope.error(
        "SV333",
        at,
        f"`{word.text}` is a circumstance, and a circumstance holds or does not hold",
        f"write `{word.text} {verb}`",
    )
    return True


def turning(scope: Scope, tree: WhenChanges) -> OnCircumstance | None:
    """``when truce begins``, ``when truce ends``."""
    found = circumstance(scope, tree.circumstance)
    name, written = tree.circumstance.text, tree.becomes.text
    turn = next((one for one in get_args(Turn) if one == written), None)
    if turn is None and found is not None:
        meant = _MEANT.get(written)
        scope.error(
            "SV332",
            tree,
            "a circumstance brings an article into play when it begins or ends",
            *(f"write `{name} {one}`" for one in ((meant,) if meant else get_args(Turn))),
        )
    if found is None or turn is None:
        return None
    return OnCircumstance(circumstance=found, becomes=turn, origin=scope.origin(tree))


def as_change(scope: Scope, tree: EventTree) -> EventTree:
    """The change that is meant where a circumstance stands in the place of who acts."""
    match tree:
        case ActTree(refused=False) if isinstance(tree.author.who, Names):
            first, *others = tree.author.who.names
            if others or tree.author.excepting or not is_circumstance(scope, first):
                return tree
            return ChangeTree(span=tree.span, circumstance=first, becomes=tree.verb)
        case _:
            return tree


def change(scope: Scope, line: EventLine, tree: ChangeTree) -> CircumstanceEvent | None:
    """``truce begins``, ``truce ends``, ``truce is in doubt``."""
    found = circumstance(scope, tree.circumstance)
    becomes = next((c for c in get_args(Change) if c == tree.becomes.text), None)
    if becomes is None and found is not None:
        meant = _MEANT.get(tree.becomes.text)
        name = tree.circumstance.text
        scope.error(
            "SV332",
            tree,
            "a circumstance begins, ends or is in doubt",
            *(f"write `{name} {one}`" for one in ((meant,) if meant else get_args(Change))),
        )
    if found is None or becomes is None:
        return None
    return CircumstanceEvent(
        at=line.at, circumstance=found, becomes=becomes, origin=scope.origin(line)
    )
