"""What an article calls those whom it binds: ``each guarantor``, ``each party except DEU``."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from servanda.analyses.scenario.outcome import DutyChange, DutyLife, Outcome
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article, Bearers, Duty, Permission, Prohibition
from servanda.model.case import Case
from servanda.model.node import ActorId, ArticleRef
from servanda.model.sets import (
    Actors,
    Listed,
    Members,
    Parties,
    Role,
    SetOfActors,
    Signatories,
    Subject,
)
from servanda.model.words import Vocabulary, words

FEW_EXCEPTED = 2
"""More actors than this left out of a set are not called 'each X except ...'."""

ENOUGH_TO_COUNT = 4
"""From this many actors on, a part of a set is called '4 guarantors'."""


def bearers_of(article: Article) -> Bearers | None:
    """Who an article binds; None where it is about the agreement's own life."""
    match article.effect:
        case Duty() | Prohibition() | Permission():
            return article.effect.bearers
        case _:
            return None


class SetNames:
    """Finds the word for several actors: what their article calls them."""

    def __init__(self, case: Case, outcome: Outcome) -> None:
        self.case = case
        self.outcome = outcome
        self.vocabulary = Vocabulary.of(case)
        self.articles = case.by_ref()

    def called(self, life: DutyLife, bearers: tuple[ActorId, ...], jointly: bool) -> str:
        """``each guarantor``, ``each guarantor except DEU``, ``5 guarantors``, or nothing."""
        article = self.articles.get(life.article)
        bound = bearers_of(article) if article else None
        if bound is None or isinstance(bound.among, Listed | Role) or len(bearers) < 2:
            return ""
        among = bound.among
        if jointly:
            return words(bound, self.vocabulary)
        moment = life.trigger_at or life.arisen or self.outcome.at
        return self._each(among, bearers, moment.date)

    def named(self, change: DutyChange) -> str:
        """The same for those for whom something would stand otherwise."""
        article = self.articles.get(change.article)
        bound = bearers_of(article) if article else None
        if bound is None or isinstance(bound.among, Listed | Role) or len(change.bearers) < 2:
            return ""
        return self._each(bound.among, change.bearers, self.outcome.at.date)

    def _each(self, among: SetOfActors, some: tuple[ActorId, ...], day: dt.date) -> str:
        left_out = set(self.members(among, day)) - set(some)
        if len(left_out) <= FEW_EXCEPTED < len(some) or not left_out:
            each = words(Bearers(among=among), self.vocabulary)
            return each + (f" except {', '.join(sorted(left_out))}" if left_out else "")
        return self._counted(among, len(some)) if len(some) >= ENOUGH_TO_COUNT else ""

    def noun(self, ref: ArticleRef) -> str:
        """``guarantor``: one of those whom an article binds."""
        article = self.articles.get(ref)
        bound = bearers_of(article) if article else None
        if bound is None or isinstance(bound.among, Listed | Role):
            return "bearer"
        return words(Bearers(among=bound.among), self.vocabulary).removeprefix("each ")

    def _counted(self, among: SetOfActors, count: int) -> str:
        of = words(Subject(quantifier="count", count=count, among=among), self.vocabulary)
        return of.replace(" of the ", " ", 1)

    def members(self, among: SetOfActors, day: dt.date) -> tuple[ActorId, ...]:
        """Who belongs to a set on a day; parties are those at the end of the run."""
        match among:
            case Listed():
                return among.actors
            case Members():
                memberships = (
                    m for g in self.case.groups if g.id == among.group for m in g.memberships
                )
                return tuple(
                    member
                    for m in memberships
                    if (m.start is None or m.start <= day) and (m.end is None or day < m.end)
                    for member in m.members
                )
            case Parties():
                return tuple(
                    bond.actor
                    for bond in self.outcome.bonds
                    if bond.agreement == among.agreement and bond.verdict is Verdict.HOLDS
                )
            case Signatories():
                named = (a.between for a in self.case.agreements if a.id == among.agreement)
                return next(named, ())
            case Actors():
                return tuple(a.id for a in self.case.actors if among.sort in ("actor", a.sort))
            case _:
                assert_never(among)
