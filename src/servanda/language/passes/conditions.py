"""What must be so: conditions over the incident, what was done, and the issues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from servanda.language.passes.actors import actors, noun, role, subject, the, told_as_it
from servanda.language.passes.acts import act_level, act_object, find_act
from servanda.language.passes.circumstances import holds, said_otherwise
from servanda.language.passes.decisions import decided
from servanda.language.passes.domestic import given_effect
from servanda.language.passes.past import definition, occurred
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import Symbol
from servanda.language.tree import (
    ArticleName,
    ConditionTree,
    Has,
    HasBeen,
    HasDecided,
    HasFound,
    HasGivenEffect,
    HoldsTree,
    Is,
    Joined,
    Names,
    NotTree,
    Noun,
    The,
    Word,
)
from servanda.model.case import UNKNOWN
from servanda.model.conditions import (
    ActorIsAmong,
    All,
    Any,
    AttributeIn,
    AttributeIs,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    Holds,
    IncidentIs,
    InForce,
    IssueIs,
    Met,
    Not,
    Occurred,
    leaves_through_findings,
)
from servanda.model.node import DefinitionId, OptionId, RegionId
from servanda.model.sets import Author, Bearer, Listed, Role, SomeActors, Subject
from servanda.model.vocabulary import Attribute, Issue


def leaves_of(tree: ConditionTree) -> Iterator[ConditionTree]:
    """What a condition joins and negates, as written."""
    match tree:
        case NotTree():
            yield from leaves_of(tree.part)
        case Joined():
            for part in tree.parts:
                yield from leaves_of(part)
        case _:
            yield tree


def lower_condition(scope: Scope, tree: ConditionTree) -> Condition | None:
    """A condition with every name looked up; None where it says nothing that can be meant."""
    match tree:
        case Is():
            found = _is(scope, tree)
        case Has():
            found = _has(scope, tree)
        case HasGivenEffect():
            found = given_effect(scope, tree)
        case HasDecided():
            found = decided(scope, tree)
        case HasFound():
            found = _found(scope, tree)
        case HoldsTree():
            found = holds(scope, tree)
        case HasBeen():
            found = occurred(scope, tree)
        case NotTree():
            found = _not(scope, tree, lower_condition(scope, tree.part))
        case Joined():
            found = _joined(scope, tree)
        case _:
            assert_never(tree)
    return found


def _not(scope: Scope, tree: Is | NotTree, part: Condition | None) -> Condition | None:
    return None if part is None else Not(part=part, origin=scope.origin(tree))


def _joined(scope: Scope, tree: Joined) -> Condition | None:
    lowered = [lower_condition(scope, part) for part in tree.parts]
    parts = tuple(part for part in lowered if part is not None)
    if len(parts) < len(lowered):
        return None
    origin = scope.origin(tree)
    return (
        All(parts=parts, origin=origin) if tree.word == "and" else Any(parts=parts, origin=origin)
    )


# `is`.


def _is(scope: Scope, tree: Is) -> Condition | None:
    if tree.how == "in_force":
        plain = _in_force(scope, tree)
    elif tree.left is None:
        plain = _defined(scope, tree)
    elif isinstance(tree.left, Word) and said_otherwise(
        scope, tree, tree.left, negated=tree.negated
    ):
        plain = None
    else:
        plain = _about(scope, tree, _left(scope, tree.left))
    return _not(scope, tree, plain) if tree.negated else plain


def _in_force(scope: Scope, tree: Is) -> Condition | None:
    word = tree.left.word if isinstance(tree.left, The) else tree.left
    if word is not None and said_otherwise(scope, tree, word, negated=tree.negated):
        return None
    agreement = None if word is None else scope.agreement_at(word, tree)
    if agreement is None:
        return None
    return InForce(agreement=agreement, origin=scope.origin(tree))


def _defined(scope: Scope, tree: Is) -> Condition | None:
    adjective = tree.right[0]
    if scope.kind is None:
        scope.error(
            "SV305",
            tree,
            "there is no incident here that `it` could be",
            "begin the article with `when` and an incident",
        )
        return None
    if definition(scope, adjective, scope.kind.id) is None:
        return None
    return IncidentIs(definition=DefinitionId(adjective.text), origin=scope.origin(tree))


Left = Attribute | Issue | Role | Bearer | Author


def _left(scope: Scope, left: Word | The) -> Left | None:
    """What a condition with `is` is about."""
    if isinstance(left, The):
        person = the(scope, left)
        if person is None or isinstance(person, Role | Bearer | Author):
            return person
        scope.error("SV303", left, "`is` says something of one actor, not of a set")
        return None
    attribute = None if scope.kind is None else scope.kind.attribute(left.text)
    if attribute is not None:
        return attribute if attribute.sort in {"region", "value"} else role(scope, left, attribute)
    issue = scope.vocabulary.issues.get(left.text)
    if issue is None:
        _unknown_left(scope, left)
    return issue


def _unknown_left(scope: Scope, word: Word) -> None:
    owners = [kind for kind in scope.vocabulary.kinds if kind.attribute(word.text)]
    if told_as_it(scope, word):
        return
    if word.text in scope.table.symbols:
        scope.find(word, "an attribute of the incident or an issue", ("issue",))
    elif owners and scope.kind is not None:
        kind = owners[0].forms.noun
        headline = f"`{word.text}` belongs to `{kind}`, and this is about `{scope.kind.forms.noun}`"
        scope.error("SV305", word, headline)
    elif owners:
        headline = f"there is no incident here whose `{word.text}` could be meant"
        hint = f"begin the article with `when {owners[0].forms.noun}`"
        scope.error("SV305", word, headline, hint)
    else:
        here = () if scope.kind is None else scope.kind.attributes
        names = [*(str(attribute.id) for attribute in here), *scope.vocabulary.issues]
        whose = "" if scope.kind is None else f"an attribute of `{scope.kind.forms.noun}` or "
        headline = f"`{word.text}` is not {whose}an issue"
        every = f"there are {', '.join(names)}" if names else ""
        scope.unknown(word, headline, {name: name for name in names}, otherwise=every)


def _about(scope: Scope, tree: Is, left: Left | None) -> Condition | None:
    match left:
        case None:
            return None
        case Issue():
            return _issue(scope, tree, left)
        case Attribute(sort="region"):
            return _place(scope, tree, left)
        case Attribute():
            return _value(scope, tree, left)
        case _:
            return _person(scope, tree, left)


def _cannot(scope: Scope, tree: Is, headline: str, *hints: str) -> None:
    scope.error("SV303", tree, headline, *hints)


def _issue(scope: Scope, tree: Is, issue: Issue) -> Condition | None:
    if tree.how not in {"is", "one_of"}:
        _cannot(scope, tree, f"an issue is settled on an option: `{issue.id} is ...`")
        return None
    options = {str(option.id): str(option.id) for option in issue.options}
    for word in tree.right:
        if word.text not in options:
            headline = f"`{word.text}` is not an option of `{issue.id}`"
            otherwise = f"its options are {', '.join(options)}"
            scope.unknown(word, headline, options, otherwise=otherwise)
    return IssueIs(
        issue=issue.id,
        options=tuple(OptionId(word.text) for word in tree.right),
        origin=scope.origin(tree),
    )


def _value(scope: Scope, tree: Is, attribute: Attribute) -> Condition | None:
    if tree.how not in {"is", "one_of"}:
        first = attribute.values[0] if attribute.values else "..."
        headline = f"`{attribute.id}` has values and is neither a place nor an actor"
        _cannot(scope, tree, headline, f"write for example `{attribute.id} is {first}`")
        return None
    if _asks_for_unknown(scope, tree):
        return None
    for word in tree.right:
        check_value(scope, attribute, word)
    return AttributeIs(
        attribute=attribute.id,
        values=tuple(word.text for word in tree.right),
        origin=scope.origin(tree),
    )


def check_value(scope: Scope, attribute: Attribute, word: Word) -> None:
    """Report a value that the attribute is not declared to have."""
    if word.text in attribute.values:
        return
    scope.unknown(
        word,
        f"`{word.text}` is not a value of `{attribute.id}`",
        {value: value for value in attribute.values},
        code="SV302",
        otherwise=f"the values are {', '.join(attribute.values)}",
    )


def _asks_for_unknown(scope: Scope, tree: Is) -> bool:
    if all(word.text != UNKNOWN for word in tree.right):
        return False
    _cannot(
        scope,
        tree,
        "no condition can ask whether something is unknown",
        "leave it out: what hangs on a value that is not known is undetermined by itself",
    )
    return True


def _place(scope: Scope, tree: Is, attribute: Attribute) -> Condition | None:
    if tree.how != "in":
        negated = "not " if tree.negated else ""
        hint = f"write `{attribute.id} is {negated}in {tree.right[0].text}`"
        if len(tree.right) > 1:
            hint = f"the form is `{attribute.id} is in ...`, each region in a part of its own"
        _cannot(scope, tree, f"`{attribute.id}` is a place: it is in a region", hint)
        return None
    region = _region(scope, tree)
    if region is None:
        return None
    return AttributeIn(
        attribute=attribute.id, region=RegionId(region.name), origin=scope.origin(tree)
    )


def _region(scope: Scope, tree: Is) -> Symbol | None:
    """A region; a value of another attribute in its place is told apart."""
    word = tree.right[0]
    attributes = () if scope.kind is None else scope.kind.attributes
    other = next((a for a in attributes if word.text in a.values), None)
    if other is None or word.text in scope.table.symbols:
        return scope.find(word, "a region", ("region",))
    headline = f"`{word.text}` is a value of `{other.id}`, not a region"
    hint = f"write `{other.id} is {'not ' if tree.negated else ''}{word.text}`"
    scope.error("SV204", tree, headline, hint)
    return None


def _person(scope: Scope, tree: Is, who: Role | Bearer | Author) -> Condition | None:
    among: SomeActors | None
    right = tree.right[0]
    if tree.how == "in":
        _cannot(scope, tree, "only a place is in a region", "write `is` or `is one of`")
        return None
    if _asks_for_unknown(scope, tree):
        return None
    if tree.how == "a":
        among = noun(
            scope, Noun(span=right.span, determiner="a", noun=right, agreement=tree.agreement)
        )
    elif tree.how == "the":
        among = the(scope, The(span=right.span, word=right))
    else:
        among = Listed(actors=actors(scope, tree.right), origin=scope.origin(tree))
    if among is None:
        return None
    return ActorIsAmong(who=who, among=among, origin=scope.origin(tree))


# `has`.


def _has(scope: Scope, tree: Has) -> Condition | None:
    if isinstance(tree.subject, Names) and said_otherwise(scope, tree, tree.subject.names[0]):
        return None
    who = subject(scope, tree.subject)
    origin = scope.origin(tree)
    if tree.verb.text == "breached" and isinstance(tree.object, ArticleName):
        article = scope.article(tree.object)
        if who is None or article is None:
            return None
        return Breached(subject=who, article=article, origin=origin)
    if tree.verb.text == "met" and isinstance(tree.object, ArticleName):
        return _met(scope, tree, tree.object, who)
    act = find_act(scope, tree.verb, "participle")
    if act is None:
        return None
    what = act_object(scope, act, tree.object, tree)
    at_least = act_level(scope, act, tree.at_least)
    if who is None:
        return None
    return Done(subject=who, act=act.id, object=what, at_least=at_least, origin=origin)


def _met(scope: Scope, tree: Has, named: ArticleName, who: Subject | None) -> Met | None:
    """``FRA has met article 2``: what somebody owed is performed."""
    article = scope.article(named)
    if who is None or article is None:
        return None
    return Met(subject=who, article=article, origin=scope.origin(tree))


def _found(scope: Scope, tree: HasFound) -> Condition | None:
    who = subject(scope, tree.subject)
    condition = lower_condition(scope, tree.condition)
    if who is None or condition is None:
        return None
    for leaf in leaves_through_findings(condition):
        if isinstance(
            leaf, IssueIs | InForce | Holds | Done | Decided | Found | Breached | Met | Occurred
        ):
            scope.reports.error(
                "SV323",
                leaf.origin,
                "what is found is what the incident was: its attributes or a definition",
                "put this condition beside the finding, joined by `and`",
            )
    return Found(subject=who, condition=condition, origin=scope.origin(tree))
