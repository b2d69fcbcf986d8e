"""What an article calls those whom it binds: ``each guarantor``, ``each party except DEU``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import assert_never

from servanda.analyses.scenario import Texts
from servanda.analyses.scenario.facts.sets_by_date import Crowd, Sets
from servanda.analyses.scenario.outcome import DutyChange, DutyLife, Outcome
from servanda.core.verdict import Verdict
from servanda.model.agreement import (
    Aim,
    Article,
    Bearers,
    Cease,
    Disapply,
    Duty,
    End,
    Permission,
    Prohibition,
    Reapply,
    Suspend,
)
from servanda.model.case import Case
from servanda.model.node import ActorId, AgreementId, ArticleRef
from servanda.model.own_life import (
    OwnLife,
)
from servanda.model.sets import Listed, Role, SetOfActors, SetWithNoun
from servanda.model.words import Speaker, Vocabulary

FEW_EXCEPTED = 2
"""More actors than this left out of a set are not called 'each X except ...'."""

ENOUGH_TO_COUNT = 4
"""From this many actors on, a part of a set is called '4 guarantors'."""


def bearers_of(article: Article) -> Bearers | None:
    """Who an article binds; None where it binds nobody."""
    effect = article.effect
    if isinstance(effect, OwnLife):
        return None
    match effect:
        case Duty() | Prohibition() | Permission():
            return effect.bearers
        case Disapply() | Suspend() | Cease() | Reapply() | End() | Aim():
            return None
        case _:
            assert_never(effect)


def in_order(case: Case, some: Iterable[ActorId]) -> tuple[ActorId, ...]:
    """Actors in the order in which the case declares them, each once."""
    places = {actor.id: place for place, actor in enumerate(case.actors)}
    return tuple(sorted(dict.fromkeys(some), key=lambda a: places.get(a, len(places))))


class SetNames:
    """Finds the word for several actors: what their article calls them."""

    def __init__(self, case: Case, outcome: Outcome) -> None:
        self.case = case
        self.outcome = outcome
        self.speaker = Speaker(Vocabulary.of(case), {})
        self.articles = case.by_ref()
        self._sets = Sets(Texts(case).as_read(), _PartiesAtTheEnd(outcome))

    def called(self, life: DutyLife, bearers: tuple[ActorId, ...], jointly: bool) -> str:
        """``each guarantor``, ``each guarantor except DEU``, ``5 guarantors``, or nothing."""
        article = self.articles.get(life.article)
        bound = bearers_of(article) if article else None
        if bound is None or isinstance(bound.among, Listed | Role) or len(bearers) < 2:
            return ""
        among = bound.among
        if jointly:
            return self.speaker.bearers(bound)
        moment = life.trigger_at or life.arisen or self.outcome.at
        return self._each(among, bearers, moment.date)

    def named(self, change: DutyChange) -> str:
        """The same for those for whom something would stand otherwise."""
        article = self.articles.get(change.article)
        bound = bearers_of(article) if article else None
        if bound is None or isinstance(bound.among, Listed | Role) or len(change.bearers) < 2:
            return ""
        return self._each(bound.among, change.bearers, self.outcome.at.date)

    def _each(self, among: SetWithNoun, some: tuple[ActorId, ...], day: dt.date) -> str:
        left_out = set(self.members(among, day)) - set(some)
        if len(left_out) <= FEW_EXCEPTED < len(some) or not left_out:
            each = self.speaker.bearers(Bearers(among=among))
            return each + (f" except {', '.join(sorted(left_out))}" if left_out else "")
        return self.speaker.noun(among, len(some)) if len(some) >= ENOUGH_TO_COUNT else ""

    def noun(self, ref: ArticleRef) -> str:
        """``guarantor``: one of those whom an article binds."""
        article = self.articles.get(ref)
        bound = bearers_of(article) if article else None
        if bound is None or isinstance(bound.among, Listed | Role):
            return "bearer"
        return self.speaker.one_of(bound.among)

    def members(self, among: SetOfActors, day: dt.date) -> tuple[ActorId, ...]:
        """Who belongs to a set on a day; parties are those at the end of the run."""
        return self._sets.members(among, day).sure


class _PartiesAtTheEnd:
    """The parties to agreements at the end of a run, whatever the day asked about."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def parties(self, agreement: AgreementId, day: dt.date) -> Crowd:  # noqa: ARG002
        """The parties."""
        bonds = [bond for bond in self.outcome.bonds if bond.agreement == agreement]
        return Crowd(
            tuple(bond.actor for bond in bonds if bond.verdict is Verdict.HOLDS),
            tuple(bond.actor for bond in bonds if bond.verdict is Verdict.UNDETERMINED),
        )

    def in_force(self, agreement: AgreementId, day: dt.date) -> Verdict:  # noqa: ARG002
        """Whether an agreement is in force."""
        verdicts = (f.verdict for f in self.outcome.force if f.agreement == agreement)
        return next(verdicts, Verdict.FAILS)
