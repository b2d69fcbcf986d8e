"""Duties to do what another article forbids whenever they arise (rule D12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from servanda.analyses.drafting.duties import is_unconditional, kind_of, shown
from servanda.analyses.drafting.possible import Asked, Possible, asked_by
from servanda.analyses.drafting.reach import ANOTHER, Reach
from servanda.analyses.drafting.warning import called, plain, warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Agreement,
    Article,
    Commit,
    Disapply,
    Duty,
    Perform,
    Prohibition,
    Respond,
)
from servanda.model.builtins import ASSIST, NOTHING
from servanda.model.conditions import Object, TheActor
from servanda.model.node import ActId, ArticleRef
from servanda.model.priorities import Priorities
from servanda.model.sets import Author, Bearer, Role
from servanda.model.triggers import OnIncident


def clashes(reach: Reach) -> Iterator[Diagnostic]:
    """Duties to do what is forbidden to the same actor all the while, and no priority said."""
    said = Priorities(reach.case.by_ref(), reach.case.agreements)
    excepted = {
        version.effect.article
        for _, article in reach.case.articles()
        for version in article.versions
        if isinstance(version.effect, Disapply)
    }
    duties: dict[ActId, list[_Asking]] = defaultdict(list)
    for agreement, article in reach.case.articles():
        if isinstance(article.effect, Duty) and not _asks_for_nothing(article.effect):
            asking = _Asking(reach, agreement, article, article.effect)
            if asking.ref not in excepted:
                duties[_act(article.effect.content)].append(asking)
    for agreement, article in reach.case.articles():
        effect, ref = article.effect, ArticleRef(agreement.id, article.number)
        if not isinstance(effect, Prohibition) or isinstance(effect.content, Commit):
            continue
        for duty in duties.get(effect.content.act, ()) if ref not in excepted else ():
            both = duty.bound & _bound(reach, effect)
            if agreement is not duty.agreement:
                both &= reach.parties(agreement.id) & reach.parties(duty.agreement.id)
            if not both or said.between(ref, duty.ref) is not None:
                continue
            if duty.always_meets(article) and duty.is_done_to(effect.content.object):
                forbids = called(reach.case, agreement.id, article)
                asks = called(reach.case, duty.agreement.id, duty.article)
                yield warning(
                    "SV510",
                    duty.duty.content.origin,
                    f"{asks} asks of {shown(both)} what {forbids} forbids",
                    f"add the line `subject to {forbids}`, or `notwithstanding {forbids}`, to say which prevails",
                    "or add `unless` or `only if` to one of them, or an exception",
                )


class _Asking:
    """An article by which somebody must do something, and when and to whom."""

    def __init__(self, reach: Reach, agreement: Agreement, article: Article, duty: Duty) -> None:
        self.agreement, self.article, self.duty = agreement, article, duty
        self.ref = ArticleRef(agreement.id, article.number)
        self.bound = _bound(reach, duty)
        self._reach = reach

    @cached_property
    def _asked(self) -> list[Asked]:
        return list(asked_by(self.article, self._reach))

    @cached_property
    def _search(self) -> Possible:
        return Possible(self._reach, kind_of(self.article))

    def always_meets(self, other: Article) -> bool:
        """Whether another article applies whenever this one does, both from the same event."""
        if is_unconditional(other):
            return True
        if other.trigger is None or other.expiry is not None or other.until is not None:
            return False
        mine, theirs = self.article.trigger, other.trigger
        if isinstance(mine, OnIncident) and isinstance(theirs, OnIncident):
            same = mine.kind == theirs.kind
        else:
            same = plain(mine) == plain(theirs)
        if not same or not self._search.together(self._asked):
            return False
        mine_too = {plain(asked) for asked in self._asked}
        return not any(
            self._search.together([*self._asked, (condition, not holds)])
            for condition, holds in asked_by(other, self._reach)
            if plain((condition, holds)) not in mine_too
        )

    def is_done_to(self, forbidden: Object | None) -> bool:
        """Whether what is asked cannot be done without doing what is forbidden."""
        asked = self._object
        if forbidden is None or plain(asked) == plain(forbidden):
            return True
        if not (isinstance(asked, TheActor) and isinstance(forbidden, TheActor)):
            return False
        if isinstance(forbidden.who, Role | Bearer | Author):
            return False
        meant = self._meant(asked)
        return bool(meant) and meant <= self._reach.ever(forbidden.who)

    @property
    def _object(self) -> Object | None:
        content = self.duty.content
        return TheActor(who=content.beneficiary) if isinstance(content, Respond) else content.object

    def _meant(self, asked: TheActor) -> frozenset[str]:
        """All to whom it may have to be done; of a role, those who can hold it; none if unknown."""
        who, kind = asked.who, kind_of(self.article)
        if not isinstance(who, Role | Bearer | Author):
            return self._reach.ever(who)
        attribute = None
        if isinstance(who, Role) and kind is not None:
            attribute = self._reach.attribute(kind, str(who.attribute))
        if attribute is None:
            return frozenset()
        return frozenset(
            actor
            for actor in self._reach.values(attribute)
            if self._search.together(self._asked, {str(attribute.id): frozenset({actor})})
        )


def _bound(reach: Reach, effect: Duty | Prohibition) -> frozenset[str]:
    among = effect.bearers.among
    return frozenset() if isinstance(among, Role) else reach.ever(among) - {ANOTHER}


def _act(content: Respond | Perform) -> ActId:
    """The act; assistance at any level is assistance."""
    return ASSIST if isinstance(content, Respond) else content.act


def _asks_for_nothing(duty: Duty) -> bool:
    """Whether doing nothing is enough, so that nothing forbidden has to be done (D19)."""
    return isinstance(duty.content, Respond) and duty.content.floor == NOTHING
