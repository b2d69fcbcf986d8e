"""Whole agreements, drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from servanda.core.calendar import Duration
from servanda.model import agreement as ag
from servanda.model import conditions as co
from servanda.model import own_life as ol
from servanda.model import sets as se
from servanda.testing.world import (
    FIRST_DAY,
    ISSUE,
    PACT,
    STATES,
)
from tests.differential.drawn.norms import Norms

ACCORD = "ACCORD"
"""A second agreement that some cases have."""


class Agreements(Norms):
    """Draws agreements: their articles, and those about their own life."""

    ratified = False
    """Whether consent to be bound by the agreement is expressed by ratification."""

    def agreement(self, name: str, between: Sequence[str]) -> ag.Agreement:
        self.own, self.ratified, self.numbers = name, self.chance(0.3), ()
        self.over_incidents = set()
        articles: list[ag.Article] = []
        for n in range(1, self.random.randint(3, 5)):
            lifted = [a.number for a in articles]
            article = self.article(str(n), lifted)
            if self.chance(0.15) and not isinstance(article.effect, ag.Disapply):
                article = self.with_reading(article)
            articles.append(article)
            if isinstance(article.effect, ag.Duty | ag.Prohibition):
                self.numbers = (*self.numbers, article.number)
                if isinstance(article.effect.content, ag.Commit) or self.has_incident(
                    article.trigger, "must"
                ):
                    self.over_incidents.add(article.number)
        return ag.Agreement(
            id=name,
            title=name,
            between=tuple(between),
            bound_by="ratification" if self.ratified else "signature",
            articles=(*articles, *self.own_life()),
        )

    def own_life(self) -> list[ag.Article]:
        found = []
        if self.chance(0.3):
            quantifier = self.one(("majority", "count"))
            majority = se.Subject(
                quantifier=quantifier,
                among=se.Signatories(agreement=self.own),
                count=3 if quantifier == "count" else 0,
            )
            act = "ratify" if self.ratified else "sign"
            condition: Any = co.Done(
                subject=majority, act=act, object=co.TheAgreement(agreement=self.own)
            )
            if self.own == ACCORD and self.chance(0.4):
                condition = co.InForce(agreement=PACT)
            elif self.chance(0.25):
                condition = co.IssueIs(issue=ISSUE.id, options=("second",))
            delay = Duration(self.one((1, 3)), "days") if self.chance(0.3) else None
            found.append(
                ag.Article(number="11", effect=ol.EntryIntoForce(condition=condition, delay=delay))
            )
        if self.chance(0.3):
            invited = co.Done(
                subject=se.Subject(quantifier="any", among=se.Parties(agreement=self.own)),
                act="report",
            )
            found.append(
                ag.Article(
                    number="10",
                    effect=ol.Accession(who=se.Listed(actors=STATES[3:])),
                    only_if=(invited,) if self.chance(0.3) else (),
                )
            )
        if self.chance(0.35):
            later = Duration(self.one((6, 10)), "days") if self.chance(0.3) else None
            found.append(
                ag.Article(
                    number="13",
                    effect=ol.Withdrawal(notice=Duration(4, "days"), not_before=later),
                    window=self.window(),
                )
            )
        if self.chance(0.2):
            found.append(
                ag.Article(number="14", effect=ol.Term(period=Duration(self.one((8, 12)), "days")))
            )
        if self.chance(0.1):
            last = FIRST_DAY + dt.timedelta(days=self.random.randint(5, 12))
            found.append(ag.Article(number="15", effect=ol.Expiry(date=last)))
        return found
