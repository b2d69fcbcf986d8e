"""What brings an article into play, and what its conditions can name because of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from servanda.core.origin import Span
from servanda.language.passes.actors import pattern
from servanda.language.passes.acts import act_object, find_act
from servanda.language.passes.circumstances import is_circumstance, turning
from servanda.language.passes.lines import Lines, by_kind, first, rule
from servanda.language.passes.past import check_role, check_sort, definition
from servanda.language.passes.rings import LONGEST_CHAIN
from servanda.language.passes.scope import Person, Scope
from servanda.language.passes.table import DOERS
from servanda.language.passes.verbs import Form, Verb
from servanda.language.tree import (
    ArticleName,
    DoesNotApply,
    MayAccede,
    MayLeave,
    MaySuspend,
    MayWaive,
    Modal,
    Names,
    Noun,
    ObjectTree,
    OperatesTree,
    When,
    WhenActs,
    WhenChanges,
    WhenIncident,
    Word,
)
from servanda.model.node import AgreementId, ArticleNumber, ArticleRef
from servanda.model.sets import Pattern
from servanda.model.triggers import OnAct, OnBreach, OnIncident, Trigger
from servanda.model.vocabulary import Act, IncidentKind

TriggerTree = WhenIncident | WhenActs | WhenChanges

_BREACH = ("breaches", "breach")


def as_meant(scope: Scope, tree: TriggerTree) -> TriggerTree:
    """The trigger that is meant: plain words are an act where the first is an actor.

    Where it is a circumstance, they say what becomes of it.
    """
    if not isinstance(tree, WhenIncident) or tree.by or tree.on or len(tree.words) == 1:
        return tree
    author, verb, *rest = tree.words
    if is_circumstance(scope, author) and not rest:
        return WhenChanges(span=tree.span, circumstance=author, becomes=verb)
    symbol = scope.table.symbols.get(author.text)
    if symbol is None or symbol.sort not in DOERS:
        return tree
    target = None
    if rest:
        span = Span(rest[0].span.file, rest[0].span.start, rest[-1].span.end)
        target = Names(span=span, names=tuple(rest))
    who = Names(span=author.span, names=(author,))
    return WhenActs(span=tree.span, author=who, verb=verb, object=target)


# What the conditions can name.


@dataclass(frozen=True, slots=True)
class About:
    """What an article is about, as far as its conditions can name it.

    Attributes:
        kind: The incident whose attributes they read.
        persons: The bearer, the author of the triggering act, the applicant.
        unsure: Whether the words that would say so mean nothing.
    """

    kind: IncidentKind | None = None
    persons: frozenset[Person] = frozenset()
    unsure: bool = False


def about(scope: Scope, lines: Lines) -> About:
    """What the conditions of an article can name; an exception, what those of its article can."""
    found = About(persons=_by_rule(lines))
    seen: set[ArticleRef] = set()
    while True:
        placed = rule(lines)
        effect = None if placed is None else placed[0]
        when = first(lines, When)
        if when is not None:
            return _by_trigger(scope, as_meant(scope, when[0].trigger), found)
        if isinstance(effect, Modal):
            return _by_verb(scope.vocabulary.verbs["infinitive"], effect.action.verb, found)
        if not isinstance(effect, DoesNotApply | MayWaive):
            return found
        ref = _target(scope, effect.article)
        if ref is None or ref not in scope.table.articles:
            return replace(found, unsure=True)
        if ref in seen or len(seen) > LONGEST_CHAIN:
            return replace(found, unsure=True)
        seen.add(ref)
        lines = by_kind(scope.table.articles[ref].lines, scope.clause)


def _by_rule(lines: Lines) -> frozenset[Person]:
    placed = rule(lines)
    match None if placed is None else placed[0]:
        case MaySuspend():
            return frozenset({"bearer", "author"})
        case OperatesTree(how="ends"):
            return frozenset()
        case Modal() | DoesNotApply() | MayWaive() | OperatesTree() | MayLeave():
            return frozenset({"bearer"})
        case MayAccede():
            return frozenset({"applicant"})
        case _:
            return frozenset()


def _by_trigger(scope: Scope, tree: TriggerTree, found: About) -> About:
    if isinstance(tree, WhenChanges):
        return found
    if isinstance(tree, WhenActs):
        return replace(found, persons=found.persons | {"author"})
    return _by_verb(scope.vocabulary.verbs["noun"], tree.words[-1], found)


def _by_verb(verbs: Mapping[str, Verb], word: Word, found: About) -> About:
    verb = verbs.get(word.text)
    match verb:
        case IncidentKind():
            return replace(found, kind=verb)
        case Act():
            return found
        case None:
            return replace(found, unsure=True)
        case _:
            assert_never(verb)


def _target(scope: Scope, name: ArticleName) -> ArticleRef | None:
    """The article meant, without a report: that is made where the line itself is read."""
    agreement = scope.agreement or scope.table.only_agreement
    if name.agreement is not None:
        agreement = AgreementId(name.agreement.text)
    return None if agreement is None else ArticleRef(agreement, ArticleNumber(name.number.text))


# The trigger itself.


def trigger(scope: Scope, tree: TriggerTree) -> Trigger | None:
    """``when armed attack on a party``, ``when a party requests consultation``."""
    meant = as_meant(scope, tree)
    match meant:
        case WhenIncident():
            return _incident(scope, meant)
        case WhenChanges():
            return turning(scope, meant)
        case WhenActs():
            return _act(scope, meant)
        case _:
            assert_never(meant)


def _incident(scope: Scope, tree: WhenIncident) -> OnIncident | None:
    *adjectives, noun = tree.words
    kind = scope.verb(noun, "noun", "an incident")
    if isinstance(kind, Act):
        scope.error(
            "SV318",
            noun,
            f"`{noun.text}` is an act and not an incident",
            f"write who does it, for example `when a party {kind.forms.third}`",
        )
    if not isinstance(kind, IncidentKind):
        return None
    found = (definition(scope, adjective, kind.id) for adjective in adjectives)
    return OnIncident(
        kind=kind.id,
        definitions=tuple(one for one in found if one is not None),
        by=_role_pattern(scope, tree.by, kind, "by"),
        on=_role_pattern(scope, tree.on, kind, "on"),
        origin=scope.origin(tree),
    )


def _role_pattern(
    scope: Scope, tree: Names | Noun | None, kind: IncidentKind, role: Literal["by", "on"]
) -> Pattern | None:
    if tree is None:
        return None
    attribute = check_role(scope, tree, kind, role)
    found = pattern(scope, tree)
    if isinstance(tree, Names) and attribute is not None:
        check_sort(scope, attribute, tree.names)
    if found is not None and found.other and None in {kind.role("by"), kind.role("on")}:
        _other_than_whom(scope, tree)
    return found


def _other_than_whom(scope: Scope, tree: Names | Noun) -> None:
    scope.error("SV305", tree, "it is not said other than whom", "write `a` instead of `another`")


def _act(scope: Scope, tree: WhenActs) -> OnAct | OnBreach | None:
    author = pattern(scope, tree.author, DOERS)
    if author is not None and author.other:
        _other_than_whom(scope, tree.author)
    if tree.verb.text in _BREACH and isinstance(tree.object, ArticleName):
        article = scope.article(tree.object)
        if author is None or article is None:
            return None
        return OnBreach(author=author, article=article, origin=scope.origin(tree))
    several = isinstance(tree.author, Names) and len(tree.author.names) > 1
    form: Form = "infinitive" if several else "third"
    if isinstance(scope.vocabulary.verbs[form].get(tree.verb.text), IncidentKind):
        _not_an_act(scope, tree, form)
        return None
    act = find_act(scope, tree.verb, form)
    if act is None:
        return None
    target = act_object(scope, act, tree.object, tree)
    if author is None:
        return None
    return OnAct(author=author, act=act.id, object=target, origin=scope.origin(tree))


def _not_an_act(scope: Scope, tree: WhenActs, form: Form) -> None:
    """Report an incident that is written as somebody's act, with what to write instead."""
    by, on = (_whom(part) for part in (tree.author, tree.object))
    if isinstance(tree.object, ArticleName):
        agreement = f" of {tree.object.agreement.text}" if tree.object.agreement else ""
        breaches = _BREACH[form == "infinitive"]
        hint = f"write `when {by} {breaches} article {tree.object.number.text}{agreement}`"
    else:
        noun = scope.vocabulary.verbs[form][tree.verb.text].forms.noun
        hint = f"write `when {noun} by {by}" + (f" on {on}`" if on else "`")
    headline = f"`{tree.verb.text}` tells of an incident, which stands as its noun"
    scope.error("SV318", tree.verb, headline, hint)


def _whom(tree: ObjectTree | None) -> str:
    """Names, or a noun with its article, as they are written; empty for anything else."""
    match tree:
        case Names():
            return ", ".join(word.text for word in tree.names)
        case Noun():
            agreement = f" of {tree.agreement.text}" if tree.agreement else ""
            return f"{tree.determiner} {tree.noun.text}{agreement}"
        case _:
            return ""
