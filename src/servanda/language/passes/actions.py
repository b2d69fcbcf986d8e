"""What somebody must, must not or may do: assist at a level, do an act, bring about an incident."""

from __future__ import annotations

from typing import assert_never

from servanda.language.keywords import NOUNS
from servanda.language.passes.actors import pattern, the
from servanda.language.passes.acts import act_object, level, whom
from servanda.language.passes.scope import Scope
from servanda.language.passes.verbs import Verb
from servanda.language.tree import Action, ArticleName, Names, Noun, ObjectTree, The
from servanda.model.agreement import Commit, Perform, Respond
from servanda.model.builtins import ASSIST
from servanda.model.node import Level
from servanda.model.sets import Bearer, Pattern
from servanda.model.vocabulary import Act, IncidentKind

_ACTED_ON = frozenset({"state", "organisation", "actor", "group", "organ", "law", "agreement"})
"""Sorts of names behind a verb that are what is acted on, and no part of what is done."""


def action_verb(scope: Scope, tree: Action) -> Verb | None:
    """The act or the incident that an action means; otherwise reported."""
    return scope.verb(tree.verb, "infinitive", "an act or an incident", _joined(scope, tree))


def _joined(scope: Scope, tree: Action) -> str:
    """The verb and a plain word behind it as one name; empty where it is what is acted on."""
    if len(tree.objects) != 1:
        return ""
    match tree.objects[0]:
        case Names(names=(word,), each=False, preposition="") | Noun(determiner="a", noun=word):
            symbol = scope.table.symbols.get(word.text)
            known = word.text in {*NOUNS, *scope.table.plurals, *scope.vocabulary.verbs["noun"]}
            if known or not word.text.islower() or (symbol and symbol.sort in _ACTED_ON):
                return ""
            return f"{tree.verb.text}_{word.text}"
        case _:
            return ""


def has_level(tree: Action) -> bool:
    """Whether an action says how much is to be done."""
    return bool(tree.level or tree.discretion or tree.at_least or tree.at_most)


def _only_object(scope: Scope, tree: Action) -> ObjectTree | None:
    """What an act is done to; all but the first are reported."""
    for further in tree.objects[1:]:
        scope.error(
            "SV316",
            further,
            f"`{tree.verb.text}` takes one object",
            "write names side by side, or a second article",
        )
    return tree.objects[0] if tree.objects else None


# Assistance.


def respond(scope: Scope, tree: Action) -> Respond | None:
    """``assist the victim as it deems necessary, at least support``.

    What is not stated is the lowest and the highest level of the ladder.
    """
    floor, ceiling = _levels(scope, tree)
    target = _only_object(scope, tree)
    if target is None or isinstance(target, ArticleName):
        headline = "`assist` takes an actor: it is not said whom"
        scope.error("SV316", target or tree, headline, "name whom, such as `assist the victim`")
        return None
    beneficiary = whom(scope, target)
    if beneficiary is None:
        return None
    if isinstance(beneficiary.who, Bearer):
        scope.error("SV316", target, "nobody assists itself", "name another actor")
        return None
    return Respond(
        beneficiary=beneficiary.who,
        ladder=scope.vocabulary.ladder.id,
        floor=floor,
        ceiling=ceiling,
        discretion=tree.discretion,
        origin=scope.origin(tree),
    )


def _levels(scope: Scope, tree: Action) -> tuple[Level, Level]:
    """Floor and ceiling."""
    levels = scope.vocabulary.ladder.levels
    if tree.level is not None:
        exact = level(scope, tree.level) or levels[0]
        return exact, exact
    floor = (level(scope, tree.at_least) if tree.at_least else None) or levels[0]
    ceiling = (level(scope, tree.at_most) if tree.at_most else None) or levels[-1]
    if levels.index(floor) > levels.index(ceiling):
        scope.error(
            "SV307",
            tree.at_most or tree,
            f"the least asked, `{floor}`, is above the most asked, `{ceiling}`",
            f"the lower level comes first: `at least {ceiling}, at most {floor}`",
        )
    return floor, ceiling


# Acts and incidents.


def perform(scope: Scope, tree: Action, act: Act, *, needed: bool = True) -> Perform:
    """An act and what it is done to.

    Args:
        scope: Where it stands.
        tree: The action as written.
        act: The act.
        needed: Whether an object that the act takes has to be named.
    """
    if act.id != ASSIST:
        _refuse_levels(scope, tree, act)
    written = _only_object(scope, tree)
    target = act_object(scope, act, written, tree) if written or needed else None
    return Perform(act=act.id, object=target, origin=scope.origin(tree))


def commit(scope: Scope, tree: Action, kind: IncidentKind) -> Commit:
    """An incident that somebody must not, or may, bring about, and its targets."""
    _refuse_levels(scope, tree, kind)
    found = (_target(scope, target, kind) for target in tree.objects)
    return Commit(
        kind=kind.id,
        targets=tuple(target for target in found if target is not None),
        origin=scope.origin(tree),
    )


def _target(scope: Scope, tree: ObjectTree, kind: IncidentKind) -> Pattern | None:
    if kind.role("on") is None and kind.id not in scope.table.incomplete:
        scope.error(
            "SV316",
            tree,
            f"`{kind.id}` has no `on`: it is done to nobody",
            "leave it out",
            f"or add a line such as `on ...: actor` to `incident {kind.id}`",
        )
        return None
    match tree:
        case Names() | Noun():
            return pattern(scope, tree)
        case The():
            if the(scope, tree) is not None:
                headline = "whom an incident must not befall is named, or told by a noun"
                scope.error("SV316", tree, headline, "write for example `a party`")
        case ArticleName():
            scope.error("SV316", tree, "an incident does not befall an article")
        case _:
            assert_never(tree)
    return None


def _refuse_levels(scope: Scope, tree: Action, verb: Verb) -> None:
    if has_level(tree):
        at = tree.level or tree.at_least or tree.at_most or tree
        scope.error(
            "SV308", at, f"`{verb.id}` has no levels; only `assist` has", "leave the level out"
        )
