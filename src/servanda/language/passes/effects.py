"""What an article says is to be done: duties, prohibitions, permissions, its agreement's life."""

from __future__ import annotations

from typing import assert_never

from servanda.language.passes.actions import action_verb, commit, has_level, perform, respond
from servanda.language.passes.actors import SINGULARS, listed, noun, the
from servanda.language.passes.operation import operation
from servanda.language.passes.own_life import own_life
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import ACTORS
from servanda.language.passes.verbs import Verb
from servanda.language.tree import (
    CreatesNoDuty,
    DoesNotApply,
    EffectTree,
    MaySuspend,
    MayWaive,
    Modal,
    Names,
    Noun,
    OperatesTree,
    OwnLifeTree,
    The,
)
from servanda.model.agreement import (
    Aim,
    Bearers,
    Commit,
    Content,
    Disapply,
    Duty,
    Effect,
    Perform,
    Permission,
    Prohibition,
    Respond,
)
from servanda.model.builtins import ASSIST
from servanda.model.sets import Author, Bearer, Role, SetOfActors
from servanda.model.vocabulary import IncidentKind


def effect(scope: Scope, tree: EffectTree, *, triggered: bool) -> Effect | None:
    """The rule of an article, unless it gives a power, which is an article of another shape.

    Args:
        scope: The article.
        tree: The line with the rule.
        triggered: Whether an incident or an act brings the article into play.
    """
    if isinstance(tree, OwnLifeTree):
        return own_life(scope, tree)
    match tree:
        case Modal():
            return _modal(scope, tree, triggered)
        case DoesNotApply():
            article = scope.article(tree.article)
            return None if article is None else Disapply(article=article, origin=scope.origin(tree))
        case CreatesNoDuty():
            return Aim(origin=scope.origin(tree))
        case OperatesTree():
            return operation(scope, tree, triggered=triggered)
        case MaySuspend() | MayWaive():
            return None
        case _:
            assert_never(tree)


# Who must, must not, or may.


def _modal(scope: Scope, tree: Modal, triggered: bool) -> Effect | None:
    who = bearers(scope, tree, triggered)
    verb = action_verb(scope, tree.action)
    if verb is None:
        return None
    content = _content(scope, tree, verb)
    _check_verb(scope, tree, verb)
    if who is None or content is None:
        return None
    origin = scope.origin(tree)
    match tree.modality, content:
        case "may", _:
            return Permission(bearers=who, content=content, origin=origin)
        case "must", Respond() | Perform():
            return Duty(bearers=who, content=content, origin=origin)
        case "must not", Perform() | Commit():
            return Prohibition(bearers=who, content=content, origin=origin)
        case _:
            return None


def bearers(scope: Scope, tree: Modal, triggered: bool) -> Bearers | None:
    """Who is bound, each for itself or jointly."""
    among: SetOfActors | Role | None
    match tree.bearers:
        case Names():
            among = listed(scope, tree.bearers, ACTORS)
        case Noun():
            among = _each(scope, tree.bearers, triggered)
        case The():
            among = _the(scope, tree.bearers, jointly=tree.jointly)
        case _:
            assert_never(tree.bearers)
    if tree.jointly and not isinstance(tree.bearers, The):
        scope.error(
            "SV317",
            tree.bearers,
            "a duty is borne jointly by all of a set",
            "leave out `jointly`, or declare a group of them and write `the ... jointly`",
        )
    if among is None:
        return None
    other = isinstance(tree.bearers, Noun) and tree.bearers.determiner == "each other"
    origin = scope.origin(tree.bearers)
    return Bearers(among=among, other=other, jointly=tree.jointly, origin=origin)


def _report(scope: Scope, at: Names | Noun | The, headline: str, *instead: str) -> None:
    scope.error("SV317", at, headline, *(f"write `{text}`" for text in instead))


def _each(scope: Scope, tree: Noun, triggered: bool) -> SetOfActors | None:
    among = noun(scope, tree)
    if tree.determiner in {"a", "another"}:
        short = "each" if tree.determiner == "a" else "each other"
        headline = f"`{tree.determiner} {tree.noun.text}` does not say which one is bound"
        _report(scope, tree, headline, f"{short} {tree.noun.text}")
    elif tree.determiner == "each other" and not triggered:
        scope.error(
            "SV305",
            tree,
            "it is not said other than whom: nothing triggers this article",
            f"write `each {tree.noun.text}`",
            "begin the article with `when`",
        )
    return among


def _the(scope: Scope, tree: The, *, jointly: bool) -> SetOfActors | Role | None:
    found = the(scope, tree)
    if found is None:
        return None
    if isinstance(found, Bearer | Author):
        headline = f"`the {tree.word.text}` cannot be bound: it is not said among whom"
        aside = f"`each party` is bound, with the line `only if the bearer is the {tree.word.text}`"
        if isinstance(found, Author):
            scope.error("SV317", tree, headline, aside)
        else:
            _report(scope, tree, headline, "each party")
        return None
    if isinstance(found, Role):
        if jointly:
            _report(
                scope, tree, "one actor alone is not bound jointly", f"the {tree.word.text} must"
            )
    elif not jointly:
        headline = "it is not said whether each is bound, or all jointly"
        singular = SINGULARS.get(tree.word.text) or scope.table.plurals.get(tree.word.text)
        _report(scope, tree, headline, f"each {singular}", f"the {tree.word.text} jointly")
    return found


# What is to be done.


def _content(scope: Scope, tree: Modal, verb: Verb) -> Content | None:
    if isinstance(verb, IncidentKind):
        return commit(scope, tree.action, verb)
    measured = tree.modality == "must" or (tree.modality == "may" and has_level(tree.action))
    if verb.id == ASSIST and measured:
        return respond(scope, tree.action)
    return perform(scope, tree.action, verb)


def _check_verb(scope: Scope, tree: Modal, verb: Verb) -> None:
    """Report a duty to bring about an incident, and assistance without or with too many levels."""
    action = tree.action
    if isinstance(verb, IncidentKind):
        if tree.modality == "must":
            scope.error(
                "SV318",
                action.verb,
                f"nobody can owe an incident: `{verb.id}` can be forbidden or permitted",
                f"the form is `must not {verb.id}`, or `may {verb.id}`",
            )
    elif verb.id == ASSIST and tree.modality == "must" and not has_level(action):
        scope.error(
            "SV308",
            action,
            "it is not said how much assistance is owed",
            "add for example `with support`",
            "or add `as it deems necessary, at least support`",
        )
    elif verb.id == ASSIST and tree.modality == "must not" and has_level(action):
        scope.error(
            "SV308",
            action,
            "assistance is forbidden as a whole, without a level",
            "leave the level out",
        )
