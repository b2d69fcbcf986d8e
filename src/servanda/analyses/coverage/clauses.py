"""What kind of rule an article is, whoever is bound and whatever happens."""

from __future__ import annotations

from servanda.analyses.coverage.formula import Fact
from servanda.analyses.coverage.reading import Seen
from servanda.analyses.coverage.standing import Standing
from servanda.model.agreement import (
    Article,
    Duty,
    ForWhom,
    OnOperation,
    Perform,
    Permission,
    Prohibition,
    Reapply,
    Respond,
    guards,
)
from servanda.model.builtins import ASSIST, NOTHING
from servanda.model.conditions import (
    AttributeIn,
    AttributeIs,
    Condition,
    Decided,
    Done,
    Found,
    IncidentIs,
    Met,
    Occurred,
)
from servanda.model.node import ActId, ArticleRef, parts_of, unplaced
from servanda.model.sets import Author, Bearer, Role
from servanda.model.triggers import OnAct, OnBreach, OnIncident, Trigger


def act_of(article: Article) -> ActId | None:
    """The kind of act that an article asks for, permits or forbids; None where it is no act."""
    effect = article.effect
    if not isinstance(effect, Duty | Permission | Prohibition):
        return None
    match effect.content:
        case Respond():
            return ASSIST
        case Perform(act=act):
            return act
        case _:
            return None


def silence_is_enough(article: Article, standing: Standing) -> bool:
    """Whether doing nothing discharges a duty: assistance at the lowest level, `refrain` (D19)."""
    effect = article.effect
    if not isinstance(effect, Duty) or not isinstance(effect.content, Respond):
        return False
    floor = effect.content.floor
    return floor == NOTHING and standing.rank(floor) == 0


def same_event(one: Trigger | None, other: Trigger | None, seen: Seen, standing: Standing) -> bool:
    """Whether what triggers an article can trigger an exception to it, named first, as well (X1)."""

    def is_author(trigger: OnAct | OnBreach) -> bool:
        return seen.author in standing.members(trigger.author.among)

    match one, other:
        case (None, _) | (OnIncident(), OnIncident()):
            return True
        case OnAct(), OnAct():
            objects = {unplaced(x) for x in (one.object, other.object) if x is not None}
            return one.act == other.act and len(objects) < 2 and is_author(one)
        case OnBreach(), OnBreach():
            return one.article == other.article and is_author(one)
        case _:
            return False


def can_be_touched(article: Article, effect: OnOperation, standing: Standing) -> bool:
    """Whether an article can be suspended, or cease, or apply again.

    Those on suspension cannot, nor, where a whole agreement is meant, exceptions to them (S1).
    """
    if isinstance(article.effect, OnOperation):
        return False
    return isinstance(effect.text, ArticleRef) or not guards(article, standing.articles)


def revivals(ref: ArticleRef, article: Article, standing: Standing) -> tuple[ArticleRef, ...]:
    """The articles that have another one, or its whole agreement, apply again (S6)."""
    return tuple(
        other
        for other, reviving in standing.articles.items()
        if isinstance(reviving.effect, Reapply)
        and reviving.effect.text in {ref, ref.agreement}
        and can_be_touched(article, reviving.effect, standing)
    )


def tells_apart(ref: ArticleRef, whom: ForWhom | None, standing: Standing) -> bool:
    """Whether an article on suspension may take effect for one of a set and not for another."""
    if whom is not None and (whom.other or isinstance(whom.among, Role | Author)):
        return True
    waiting, seen = [ref], {ref}
    while waiting:
        one = waiting.pop()
        article = standing.articles[one]
        asked = (*article.only_if, *article.unless, article.during)
        if any(isinstance(part, Bearer) for part in parts_of(asked)):
            return True
        fresh = [other for other in standing.exceptions(one) if other not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return False


def speaks_of_incident(article: Article, standing: Standing) -> bool:
    """Whether what an article asks is about the incident that its trigger is about.

    What is owed for an earlier breach is about that of the earlier breach.
    """
    asked = (*article.only_if, *article.unless, article.during, article.effect)
    return any(_is_of_incident(part, standing) for part in parts_of(asked))


def _is_of_incident(part: object, standing: Standing) -> bool:
    match part:
        case Role() | AttributeIs() | AttributeIn() | IncidentIs() | Found() | Met() | Occurred():
            return True
        case Done():
            return not standing.is_lifelong(part.act)
        case Decided():
            return part.motion is None
        case _:
            return False


def is_asked_of_deeds(condition: Condition, standing: Standing) -> bool:
    """Whether a standing prohibition asks something of each deed, and not to bind at all (D11)."""
    return any(_is_of_deed(part, standing) for part in parts_of(condition))


def _is_of_deed(part: object, standing: Standing) -> bool:
    match part:
        case AttributeIs() | AttributeIn() | IncidentIs() | Role() | Found() | Occurred():
            return True
        case Decided():
            rule = standing.rule_of(part)
            return part.motion is None or (rule is not None and bool(rule.roles_left_out))
        case _:
            return False


def follows(fact: Fact, standing: Standing) -> bool:
    """Whether a fact comes after the incident that it is about; what it finds is so before."""
    match fact:
        case Done():
            return not standing.is_lifelong(fact.act)
        case Decided():
            return fact.motion is None
        case Found() | Met():
            return True
        case _:
            return False
