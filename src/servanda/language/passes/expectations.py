"""What is expected of a scenario: duties, their fate, parties, agreements in force."""

from __future__ import annotations

from typing import assert_never

from servanda.language.passes.actions import action_verb, commit, has_level, perform, respond
from servanda.language.passes.actors import SINGULARS, actors, plural
from servanda.language.passes.domestic import expected_effect
from servanda.language.passes.incidents import Incidents, named
from servanda.language.passes.scope import Scope
from servanda.language.tree import (
    Action,
    ArticleName,
    ClaimTree,
    ConflictTree,
    ExpectLine,
    GivenEffectTree,
    InForceTree,
    IsPartyTree,
    NoDutyTree,
    OperatingTree,
    OwesTree,
    StandsTree,
    The,
    UndeterminedTree,
    Word,
)
from servanda.model.agreement import Content
from servanda.model.builtins import ASSIST
from servanda.model.expectations import (
    AgreementInForce,
    Claim,
    Expectation,
    GivenEffect,
    IsParty,
    NoDuty,
    Operates,
    Owes,
    Stands,
    Undetermined,
)
from servanda.model.node import ArticleRef, IncidentId
from servanda.model.priorities import Conflicting
from servanda.model.sets import SetOfActors
from servanda.model.vocabulary import IncidentKind

PlainTree = (
    OwesTree
    | StandsTree
    | IsPartyTree
    | InForceTree
    | OperatingTree
    | ConflictTree
    | GivenEffectTree
)
PlainClaim = Owes | Stands | IsParty | AgreementInForce | Operates | Conflicting | GivenEffect


def expectation(scope: Scope, line: ExpectLine, incidents: Incidents) -> Expectation | None:
    """One line with `expect`."""
    found = _claim(scope, line.claim, incidents)
    if found is None:
        return None
    return Expectation(claim=found, at=line.at, text=line.text, origin=scope.origin(line))


def _claim(scope: Scope, tree: ClaimTree, incidents: Incidents) -> Claim | None:
    match tree:
        case UndeterminedTree():
            claim = _plain(scope, tree.claim, incidents)
            for word in tree.want:
                _check_want(scope, word)
            if claim is None:
                return None
            want = tuple(word.text for word in tree.want)
            return Undetermined(claim=claim, want=want, origin=scope.origin(tree))
        case NoDutyTree():
            return NoDuty(
                who=actors(scope, tree.who.names),
                article=_article(scope, tree.article),
                over=_over(scope, tree.over, incidents),
                origin=scope.origin(tree),
            )
        case _:
            return _plain(scope, tree, incidents)


def _plain(scope: Scope, tree: PlainTree, incidents: Incidents) -> PlainClaim | None:
    found: PlainClaim | None
    match tree:
        case OwesTree():
            found = _owes(scope, tree, incidents)
        case StandsTree():
            found = _stands(scope, tree, incidents)
        case IsPartyTree():
            found = _is_party(scope, tree)
        case InForceTree():
            found = _in_force(scope, tree)
        case OperatingTree():
            found = _operates(scope, tree)
        case ConflictTree():
            found = _conflict(scope, tree)
        case GivenEffectTree():
            found = expected_effect(scope, tree)
        case _:
            assert_never(tree)
    return found


def _article(scope: Scope, tree: ArticleName | None) -> ArticleRef | None:
    return None if tree is None else scope.article(tree)


def _over(scope: Scope, word: Word | None, incidents: Incidents) -> IncidentId | None:
    found = None if word is None else named(scope, incidents, word, None)
    return None if found is None else found.id


def _check_want(scope: Scope, word: Word) -> None:
    """Report a want of something that is no attribute, no issue and no circumstance."""
    attributes = {str(a.id) for kind in scope.vocabulary.kinds for a in kind.attributes}
    symbols = scope.table.symbols.values()
    circumstances = {symbol.name for symbol in symbols if symbol.sort == "circumstance"}
    names = attributes | set(scope.vocabulary.issues) | circumstances
    if word.text not in names:
        headline = f"`{word.text}` is neither an attribute of an incident nor an issue"
        scope.unknown(word, headline, {name: name for name in sorted(names)})


# Duties.


def _owes(scope: Scope, tree: OwesTree, incidents: Incidents) -> Owes | None:
    who = () if tree.who is None else actors(scope, tree.who.names)
    article = _article(scope, tree.article)
    among = None if tree.plural is None else _among(scope, tree, tree.plural, article)
    over = _over(scope, tree.over, incidents)
    content = _content(scope, tree)
    if content is None:
        return None
    action = tree.action
    return Owes(
        content=content,
        who=who,
        count=tree.count,
        among=among,
        modality=tree.modality,
        stated_floor=bool(action.level or action.at_least),
        stated_ceiling=bool(action.level or action.at_most),
        by=tree.by,
        article=article,
        over=over,
        origin=scope.origin(tree),
    )


def _among(
    scope: Scope, tree: OwesTree, word: Word, article: ArticleRef | None
) -> SetOfActors | None:
    """Those among whom a number must owe it; `1 party` stands in the singular."""
    plurals = {**SINGULARS, **scope.table.plurals}
    singular = next((many for many, one in plurals.items() if one == word.text), None)
    text = singular if singular is not None and tree.count == 1 else word.text
    agreement = tree.agreement
    of_one = plurals.get(text) in {"party", "signatory"}
    if agreement is None and of_one and article is not None and tree.article is not None:
        agreement = Word(article.agreement, tree.article.span)
    return plural(scope, The(span=word.span, word=Word(text, word.span), agreement=agreement))


def _content(scope: Scope, tree: OwesTree) -> Content | None:
    action = tree.action
    verb = action_verb(scope, action)
    if verb is None:
        return None
    if isinstance(verb, IncidentKind):
        _check_not_owed(scope, tree, action)
        return commit(scope, action, verb)
    forbidden = tree.modality == "must not"
    if verb.id == ASSIST and (tree.modality == "must" or (has_level(action) and not forbidden)):
        return respond(scope, action)
    if verb.id == ASSIST and has_level(action):
        scope.error(
            "SV308", action, "assistance is forbidden as a whole, without a level", "leave it out"
        )
    return perform(scope, action, verb, needed=False)


def _check_not_owed(scope: Scope, tree: OwesTree, action: Action) -> None:
    if tree.modality == "must":
        scope.error(
            "SV318",
            action.verb,
            "nobody can owe an incident: it can only be forbidden or permitted",
            f"the form is `must not {action.verb.text}`, or `may {action.verb.text}`",
        )


def _stands(scope: Scope, tree: StandsTree, incidents: Incidents) -> Stands | None:
    who = actors(scope, tree.who.names)
    article = scope.article(tree.article)
    over = _over(scope, tree.over, incidents)
    if article is None:
        return None
    return Stands(
        who=who,
        article=article,
        state=tree.state,
        denied=tree.denied,
        over=over,
        origin=scope.origin(tree),
    )


def _conflict(scope: Scope, tree: ConflictTree) -> Conflicting | None:
    who = () if tree.who is None else actors(scope, tree.who.names)
    found = [scope.article(name) for name in (tree.one, tree.other) if name is not None]
    articles = tuple(ref for ref in found if ref is not None)
    if len(articles) < len(found):
        return None
    return Conflicting(who=who, articles=articles, so=not tree.negated, origin=scope.origin(tree))


# Parties and agreements.


def _is_party(scope: Scope, tree: IsPartyTree) -> IsParty | None:
    who = actors(scope, tree.who.names)
    agreement = scope.agreement_at(tree.agreement, tree)
    if agreement is None:
        return None
    return IsParty(
        who=who, agreement=agreement, is_party=not tree.negated, origin=scope.origin(tree)
    )


def _in_force(scope: Scope, tree: InForceTree) -> AgreementInForce | None:
    agreement = scope.agreement_at(tree.agreement, tree)
    if agreement is None:
        return None
    return AgreementInForce(
        agreement=agreement, in_force=not tree.negated, origin=scope.origin(tree)
    )


def _operates(scope: Scope, tree: OperatingTree) -> Operates | None:
    text = tree.text
    meant = scope.article(text) if isinstance(text, ArticleName) else scope.agreement_at(text, text)
    who = () if tree.who is None else actors(scope, tree.who.names)
    if meant is None:
        return None
    return Operates(
        text=meant, state=tree.state, who=who, so=not tree.negated, origin=scope.origin(tree)
    )
