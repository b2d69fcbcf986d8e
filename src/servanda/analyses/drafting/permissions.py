"""Permissions of what is forbidden: they displace no prohibition (rule D12)."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.duties import is_unconditional, kind_of, shown
from servanda.analyses.drafting.possible import Possible, asked_by
from servanda.analyses.drafting.reach import ANOTHER, Reach
from servanda.analyses.drafting.warning import called, plain, warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Agreement,
    Article,
    Commit,
    Content,
    Disapply,
    Perform,
    Permission,
    Prohibition,
    Respond,
)
from servanda.model.builtins import ASSIST
from servanda.model.conditions import Object, TheActor
from servanda.model.node import ArticleRef
from servanda.model.priorities import Priorities
from servanda.model.sets import Author, Bearer, Pattern, Role

Forbidding = tuple[Agreement, Article, Prohibition]
"""A prohibition without condition, and where it stands."""


def permissions_of_what_is_forbidden(reach: Reach) -> Iterator[Diagnostic]:
    """Permissions of what is forbidden to the same actor, without condition and exception."""
    forbidding = tuple(_without_exception(reach))
    said = Priorities(reach.case.by_ref(), reach.case.agreements)
    for agreement, article in reach.case.articles():
        effect = article.effect
        if not isinstance(effect, Permission):
            continue
        for theirs, other, prohibition in forbidding:
            may = _permitted(reach, agreement, article, effect)
            both = frozenset(
                actor
                for actor in may & _bound(reach, theirs, prohibition)
                if _same(reach, effect.content, prohibition.content, actor)
            )
            ref, above = (
                ArticleRef(agreement.id, article.number),
                ArticleRef(theirs.id, other.number),
            )
            if both and said.between(ref, above) is None:
                forbids = called(reach.case, theirs.id, other)
                yield warning(
                    "SV523",
                    effect.content.origin,
                    f"{called(reach.case, agreement.id, article)} permits {shown(both)} what {forbids}"
                    " forbids, and a permission displaces no prohibition",
                    f"add the line `notwithstanding {forbids}`, or `subject to {forbids}`, to say which prevails",
                    f"or add an `unless` line to {forbids} for what is to be permitted",
                    f"or write an exception: an article with `{forbids} does not apply`, which starts"
                    " from the deed",
                )
                break


def _without_exception(reach: Reach) -> Iterator[Forbidding]:
    """The prohibitions that have no condition and that no article, in any reading, disapplies."""
    excepted = {
        version.effect.article
        for _, article in reach.case.articles()
        for version in article.versions
        if isinstance(version.effect, Disapply)
    }
    for agreement, article in reach.case.articles():
        effect = article.effect
        ref = ArticleRef(agreement.id, article.number)
        if ref in excepted or not is_unconditional(article):
            continue
        if isinstance(effect, Prohibition):
            yield agreement, article, effect


# Who.


def _bound(reach: Reach, agreement: Agreement, prohibition: Prohibition) -> frozenset[str]:
    among = prohibition.bearers.among
    if isinstance(among, Role):
        return frozenset()
    return reach.ever(among) & reach.parties(agreement.id) - {ANOTHER}


def _permitted(
    reach: Reach, agreement: Agreement, article: Article, permission: Permission
) -> frozenset[str]:
    """All who may come to have a permission; of a role, those who can hold it there."""
    among, kind = permission.bearers.among, kind_of(article)
    if not isinstance(among, Role):
        return reach.ever(among) & reach.parties(agreement.id) - {ANOTHER}
    if kind is None:
        return frozenset()
    search, asked = Possible(reach, kind), list(asked_by(article, reach))
    return frozenset(
        actor
        for actor in reach.parties(agreement.id) - {ANOTHER}
        if search.together(asked, {str(among.attribute): frozenset({actor})})
    )


# What.


def _same(reach: Reach, permitted: Content, forbidden: Perform | Commit, actor: str) -> bool:
    """Whether what is permitted to an actor can be what is forbidden to it."""
    if isinstance(forbidden, Commit):
        return (
            isinstance(permitted, Commit)
            and permitted.kind == forbidden.kind
            and _meet(
                _targets(reach, permitted.targets, actor), _targets(reach, forbidden.targets, actor)
            )
        )
    match permitted:
        case Respond():
            return forbidden.act == ASSIST and _objects_meet(
                reach, TheActor(who=permitted.beneficiary), forbidden.object
            )
        case Perform():
            return permitted.act == forbidden.act and _objects_meet(
                reach, permitted.object, forbidden.object
            )
        case Commit():
            return False


def _targets(reach: Reach, targets: tuple[Pattern, ...], actor: str) -> frozenset[str] | None:
    """Whom a deed of an actor may befall; None for anybody."""
    if not targets:
        return None
    found = (reach.ever(one.among) - ({actor} if one.other else set()) for one in targets)
    return frozenset().union(*found)


def _meet(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return one is None or other is None or not one.isdisjoint(other)


def _objects_meet(reach: Reach, one: Object | None, other: Object | None) -> bool:
    """Whether two acts can be done to the same; of roles only if they are the same role."""
    if one is None or other is None or plain(one) == plain(other):
        return True
    if not (isinstance(one, TheActor) and isinstance(other, TheActor)):
        return False
    if isinstance(one.who, Role | Bearer | Author) or isinstance(other.who, Role | Bearer | Author):
        return False
    return not reach.ever(one.who).isdisjoint(reach.ever(other.who))
