"""Duties that bind nobody, cannot arise, end at once, or turn against themselves."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.possible import BEARER, Possible, asked_by
from servanda.analyses.drafting.reach import ANOTHER, Reach
from servanda.analyses.drafting.warning import called, warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Agreement,
    Article,
    Commit,
    Duty,
    Permission,
    Prohibition,
    Respond,
)
from servanda.model.node import KindId
from servanda.model.sets import Listed, Members, Role
from servanda.model.triggers import OnIncident
from servanda.model.words import Speaker, Vocabulary, few

_MOST_NAMES = 5


def shown(actors: frozenset[str]) -> str:
    """Actors in the order of their names, and how many are left out."""
    return few(sorted(actors), _MOST_NAMES)


def kind_of(article: Article) -> KindId | None:
    """The incident that an article's conditions are about."""
    if isinstance(article.trigger, OnIncident):
        return article.trigger.kind
    effect = article.effect
    if isinstance(effect, Prohibition | Permission) and isinstance(effect.content, Commit):
        return effect.content.kind
    return None


# What cannot come about.


def impossible_definitions(reach: Reach) -> Iterator[Diagnostic]:
    """Definitions that no incident can meet."""
    for definition in reach.case.definitions:
        if not Possible(reach, definition.kind).together([(definition.condition, True)]):
            yield warning(
                "SV512",
                definition.origin,
                f"nothing can be {definition.id}: these conditions exclude one another",
                "join them by `or`, or write `is one of`",
            )


def impossible_articles(reach: Reach) -> Iterator[Diagnostic]:
    """Articles whose trigger and conditions exclude one another."""
    empty = {
        d.id
        for d in reach.case.definitions
        if not Possible(reach, d.kind).together([(d.condition, True)])
    }
    for agreement, article in reach.judged():
        trigger = article.trigger
        if isinstance(trigger, OnIncident) and not empty.isdisjoint(trigger.definitions):
            continue
        if not Possible(reach, kind_of(article)).together(asked_by(article, reach)):
            yield warning(
                "SV501",
                article.origin,
                f"{called(reach.case, agreement.id, article)} can never apply: its trigger and its conditions"
                " exclude one another",
                "leave one of them out, or join them by `or` on one line",
            )


def duties_that_end_at_once(reach: Reach) -> Iterator[Diagnostic]:
    """Duties whose end is among the conditions on which they arise."""
    for _, article in reach.judged():
        if article.until is None:
            continue
        asked = list(asked_by(article, reach))
        search = Possible(reach, kind_of(article))
        if search.together(asked) and not search.together([*asked, (article.until, False)]):
            yield warning(
                "SV511",
                article.until.origin,
                "this duty ends as soon as it arises: what ends it is what it needs",
                "leave out `until`, or let it name what comes later",
            )


# Who is bound.


def duties_against_oneself(reach: Reach) -> Iterator[Diagnostic]:
    """Duties of assistance borne by each of a set to which the attacker can belong."""
    for agreement, article in reach.case.articles():
        effect = article.effect
        if not isinstance(effect, Duty) or not isinstance(effect.content, Respond):
            continue
        if isinstance(article.trigger, OnIncident) and not effect.bearers.jointly:
            yield from _against_oneself(reach, agreement, article, effect)


def _against_oneself(
    reach: Reach, agreement: Agreement, article: Article, duty: Duty
) -> Iterator[Diagnostic]:
    kind = kind_of(article)
    among = duty.bearers.among
    if kind is None or duty.bearers.other or isinstance(among, Role | Listed):
        return
    agent = reach.kinds[kind].role("by")
    if agent is None:
        return
    bound = reach.ever(among) & reach.parties(agreement.id) - {ANOTHER}
    asked = list(asked_by(article, reach))
    search = Possible(reach, kind)
    both = frozenset(
        actor
        for actor in bound
        if search.together(asked, {str(agent.id): frozenset({actor}), BEARER: frozenset({actor})})
    )
    if both:
        noun = Speaker(Vocabulary(), {}).one_of(among)
        yield warning(
            "SV502",
            duty.bearers.origin,
            f"the {agent.id} may itself be bound to assist: {shown(both)}",
            f"write `each other {noun}`, which leaves out the {agent.id}",
            f"or add `only if {agent.id} is not a {noun}`",
        )


def bound_and_no_party(reach: Reach) -> Iterator[Diagnostic]:
    """Articles that bind those for whom the agreement can never be in force.

    A group is reported once for each agreement, where it is first bound.
    """
    reported: set[tuple[str, str]] = set()
    for agreement, article in reach.case.articles():
        effect = article.effect
        if not isinstance(effect, Duty | Prohibition | Permission) or not agreement.between:
            continue
        among = effect.bearers.among
        if isinstance(among, Role):
            continue
        bound, parties = reach.ever(among), reach.parties(agreement.id)
        strangers = bound - parties if isinstance(among, Listed | Members) else frozenset()
        if isinstance(among, Members):
            if (agreement.id, among.group) in reported:
                continue
            reported.add((agreement.id, among.group))
        itself = called(reach.case, agreement.id, article)
        if strangers:
            headline = f"{itself} binds {shown(strangers)}, who cannot be a party"
        elif bound.isdisjoint(parties):
            headline = f"{itself} binds nobody who can be a party"
        else:
            continue
        yield warning(
            "SV506",
            effect.bearers.origin,
            headline,
            f"add them to `between` of `agreement {agreement.id}`",
            "or let them accede in an article",
        )


def discretion_without_room(reach: Reach) -> Iterator[Diagnostic]:
    """Discretion between a floor and a ceiling that are the same."""
    for _, article in reach.judged():
        effect = article.effect
        content = effect.content if isinstance(effect, Duty | Permission) else None
        if isinstance(content, Respond) and content.discretion and content.floor == content.ceiling:
            yield warning(
                "SV513",
                content.origin,
                f"there is nothing to deem necessary: {content.floor} is the least and the most",
                f"write `with {content.floor}`, or lower the floor",
            )


def is_unconditional(article: Article) -> bool:
    """Whether an article applies from entry into force on, whatever happens."""
    conditions = (*article.only_if, *article.unless, article.until, article.during)
    return not (article.trigger or article.expiry or any(conditions))
