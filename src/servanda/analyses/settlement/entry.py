"""Without whom an agreement does not enter into force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from servanda.model.agreement import Agreement, Article
from servanda.model.builtins import CONSENT
from servanda.model.case import ActEvent, Case
from servanda.model.conditions import All, Any, Condition, Done, TheAgreement
from servanda.model.node import ActId, ActorId
from servanda.model.own_life import EntryIntoForce
from servanda.model.sets import Listed, Members, Signatories, Subject


@dataclass(frozen=True, slots=True)
class Entry:
    """An agreement, and those without whose act it does not enter into force.

    Attributes:
        article: The article that says so; None where the agreement has none on it.
        who: In the order of the text.
    """

    agreement: Agreement
    article: Article | None
    who: tuple[ActorId, ...]


def entries(case: Case) -> tuple[Entry, ...]:
    """The agreements that wait for somebody, what the history has being left out."""
    done = set(_done(case))
    found = []
    for agreement in case.agreements:
        article = next(
            (a for a in agreement.articles if isinstance(a.effect, EntryIntoForce)), None
        )
        needed = dict.fromkeys(one for one in _needed(case, agreement, article) if one not in done)
        if needed:
            who = tuple(dict.fromkeys(actor for actor, _, _ in needed))
            found.append(Entry(agreement, article, who))
    return tuple(found)


def _needed(
    case: Case, agreement: Agreement, article: Article | None
) -> list[tuple[ActorId, ActId, str]]:
    if article is None:
        consent = CONSENT[agreement.bound_by]
        return [(actor, consent, agreement.id) for actor in agreement.between]
    assert isinstance(article.effect, EntryIntoForce)
    asked = All(parts=(article.effect.condition, *article.only_if))
    return _of(case, agreement, asked)


def _of(case: Case, agreement: Agreement, condition: Condition) -> list[tuple[ActorId, ActId, str]]:
    """The deeds without any one of which a condition cannot come to hold."""
    match condition:
        case All(parts=parts):
            return [one for part in parts for one in _of(case, agreement, part)]
        case Any(parts=parts) if parts:
            each = [_of(case, agreement, part) for part in parts]
            return reduce(lambda some, others: [one for one in some if one in others], each)
        case Done(object=None | TheAgreement()):
            about = condition.object
            named = about.agreement if isinstance(about, TheAgreement) else agreement.id
            who = _without_whom(case, agreement, condition.subject)
            return [(actor, condition.act, named) for actor in who]
        case _:
            return []


def _without_whom(case: Case, agreement: Agreement, subject: Subject) -> Sequence[ActorId]:
    among = _members(case, agreement, subject)
    if among is None:
        return subject.including
    match subject.quantifier:
        case "every":
            least = len(among)
        case "any":
            least = 1
        case "count":
            least = subject.count
        case "majority":
            least = len(among) // 2 + 1
        case "share":
            least = subject.share.least(len(among)) if subject.share else 0
    return among if least >= len(among) else subject.including


def _members(case: Case, agreement: Agreement, subject: Subject) -> tuple[ActorId, ...] | None:
    match subject.among:
        case Listed(actors=actors):
            return actors
        case Signatories():
            named = (a for a in case.agreements if a.id == subject.among.agreement)
            return next((a.between for a in named), agreement.between)
        case Members(group=name):
            spells = [s for g in case.groups if g.id == name for s in g.memberships]
            if any(spell.start or spell.end for spell in spells):
                return None
            return tuple(dict.fromkeys(actor for spell in spells for actor in spell.members))
        case _:
            return None


def _done(case: Case) -> Iterator[tuple[ActorId, ActId, str]]:
    """What has been done for an agreement by the case's history."""
    for history in case.histories:
        for event in history.events:
            if (
                isinstance(event, ActEvent)
                and isinstance(event.object, TheAgreement)
                and isinstance(event.authors, Listed)
            ):
                for actor in event.authors.actors:
                    yield actor, event.act, event.object.agreement
