"""Articles as facts: what triggers them, whom they bind to what, and by when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from servanda.core.calendar import Duration
from servanda.model import agreement as ag
from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import own_life as ol
from servanda.model import sets as se
from servanda.model import triggers as tr
from tests.differential.calculus.conditions import Conditions
from tests.differential.calculus.days import Days
from tests.differential.calculus.lines import UnsupportedError, only, q
from tests.differential.calculus.requirements import Requirements

BINDING = (ag.Duty, ag.Prohibition, ag.Permission, ag.Disapply)
"""What is no article about the agreement's own life."""


class Articles:
    """All texts of all articles.

    Attributes:
        articles: Each text by its number, with the agreement it is in.
        periods: The terms within which duties are to be performed.
        life_periods: The periods in which an agreement's own life is counted.
        dates: The days from which a window is open.
    """

    def __init__(self, case: cs.Case, conditions: Conditions, days: Days) -> None:
        self.case, self.conditions, self.days = case, conditions, days
        self.lines, self.sets = conditions.lines, conditions.sets
        self.articles: dict[int, tuple[str, ag.Article]] = {}
        self.periods: set[Duration] = set()
        self.life_periods: set[Duration] = set()
        self.dates: set[dt.date] = set()
        self.requirements = Requirements(conditions, self.articles)

    def vocabulary(self) -> None:
        for actor in self.case.actors:
            self.lines.fact("actor", q(actor.id))
        for agreement in self.case.agreements:
            self.lines.fact("agreement", q(agreement.id))
            only(agreement, "id", "between", "bound_by", "by_default", "articles")
            for negotiator in agreement.between:
                self.lines.fact("negotiates", q(agreement.id), q(negotiator))
            for article in agreement.articles:
                for version in article.versions:
                    self.articles[self.article_number(agreement.id, version)] = (
                        agreement.id,
                        version,
                    )
        for r, (pact, article) in list(self.articles.items()):
            self.article(r, pact, article)

    def article_number(self, agreement: str, version: ag.Article) -> int:
        return self.lines.number("article", (agreement, version))

    def article(self, r: int, agreement: str, article: ag.Article) -> None:
        only(
            article,
            "number",
            "effect",
            "trigger",
            "window",
            "only_if",
            "unless",
            "deadline",
            "until",
            "readings",
        )
        self.lines.fact("of_agreement", r, q(agreement))
        self.lines.fact("numbered", r, q(agreement), q(article.number))
        if article.window is not None:
            self.lines.fact("window", r)
            if article.window.date is not None:
                self.dates.add(article.window.date)
                self.lines.fact("window_date", r, self.days.day(article.window.date))
            if article.window.after_entry is not None:
                self.lines.fact("window_after", r, self.life_period(article.window.after_entry))
        if article.window and article.window.date and article.window.after_entry:
            raise UnsupportedError("two windows")
        self.trigger(r, article.trigger)
        self.effect(r, article)
        if isinstance(article.effect, ag.Duty | ag.Prohibition | ag.Permission):
            self.requirements.require(r, article)

    def trigger(self, r: int, trigger: tr.Trigger | None) -> None:
        match trigger:
            case None:
                self.lines.fact("standing", r)
            case tr.OnIncident():
                (kind,) = [k for k in self.case.kinds if k.id == trigger.kind]
                self.lines.fact("on_incident", r, q(trigger.kind))
                by, on = kind.role("by"), kind.role("on")
                for pattern, role, other in ((trigger.by, by, on), (trigger.on, on, by)):
                    if pattern is None:
                        continue
                    assert role is not None
                    self.conditions.read.add(role.id)
                    self.lines.fact("pattern", r, q(role.id), self.sets.set_of(pattern.among))
                    if pattern.other and other is not None:
                        self.conditions.read.add(other.id)
                        self.lines.fact("pattern_other", r, q(role.id), q(other.id))
            case tr.OnAct():
                self.lines.fact("author_set", r, self.sets.set_of(trigger.author.among))
            case tr.OnBreach():
                self.conditions.watched.add((trigger.article.agreement, trigger.article.article))
                self.lines.fact(
                    "on_breach", r, q(trigger.article.agreement), q(trigger.article.article)
                )
                self.lines.fact("author_set", r, self.sets.set_of(trigger.author.among))
            case _:
                raise UnsupportedError(type(trigger).__name__)

    def effect(self, r: int, article: ag.Article) -> None:
        effect = article.effect
        match effect:
            case ag.Duty() | ag.Prohibition() | ag.Permission():
                self.lines.fact("norm", r)
                modality = {ag.Duty: "must", ag.Prohibition: "must_not", ag.Permission: "may"}
                self.lines.fact(modality[type(effect)], r)
                who = effect.bearers
                if isinstance(who.among, se.Role):
                    self.conditions.read.add(who.among.attribute)
                    self.lines.fact("bearer_role", r, q(who.among.attribute))
                else:
                    self.lines.fact("bearer_set", r, self.sets.set_of(who.among))
                if who.jointly:
                    self.lines.fact("joint", r)
                self.content(r, effect)
                self.deadline(r, article)
            case ag.Disapply():
                pass
            case ol.EntryIntoForce():
                only(effect, "condition", "delay")
                if effect.delay is not None:
                    self.lines.fact("delay", r, self.life_period(effect.delay))
                c = self.conditions.condition(effect.condition)
                self.lines.fact("enters_when", r, c)
                for part in self.conditions.parts[c]:
                    self.lines.fact("below", c, part)
            case ol.Accession():
                self.lines.fact("accession", r, self.sets.set_of(effect.who))
                asked = [("only_if", c) for c in article.only_if]
                for how, condition in (*asked, *(("unless", c) for c in article.unless)):
                    c = self.conditions.condition(condition)
                    self.lines.fact(how, r, c)
                    for part in self.conditions.parts[c]:
                        self.lines.fact("below", c, part)
            case ol.Withdrawal():
                only(effect, "notice", "not_before")
                if article.only_if or article.unless:
                    raise UnsupportedError("a condition of withdrawal")
                self.lines.fact("withdrawal", r, self.life_period(effect.notice))
                if effect.not_before is not None:
                    self.lines.fact("not_before", r, self.life_period(effect.not_before))
            case ol.Expiry():
                self.dates.add(effect.date)
                self.lines.fact("expiry", r, self.days.day(effect.date))
            case ol.Term():
                self.lines.fact("term", r, self.life_period(effect.period))
            case _:
                raise UnsupportedError(type(effect).__name__)

    def content(self, r: int, effect: Any) -> None:
        content = effect.content
        owed: Any = None
        match content:
            case ag.Respond():
                owed = content.beneficiary
            case ag.Perform(object=co.TheActor(who=who)):
                owed = who
            case ag.Commit():
                (kind,) = [k for k in self.case.kinds if k.id == content.kind]
                by, on = kind.role("by"), kind.role("on")
                assert by is not None
                self.conditions.read.add(by.id)
                self.lines.fact("commits", r, q(content.kind), q(by.id))
                for pattern in content.targets:
                    assert on is not None
                    number = self.sets.set_of(pattern.among)
                    self.conditions.read.add(on.id)
                    self.lines.fact("aims", r, q(on.id), number, int(pattern.other))
                if content.targets:
                    self.lines.fact("aimed", r)
        match owed:
            case None:
                pass
            case se.Role():
                self.conditions.read.add(owed.attribute)
                self.lines.fact("owed_to_role", r, q(owed.attribute))
            case se.Author() | se.Bearer():
                raise UnsupportedError("owed to the author")
            case _:
                self.lines.fact("owed_to_set", r, self.sets.set_of(owed))

    def deadline(self, r: int, article: ag.Article) -> None:
        deadline = article.deadline
        if deadline is None or deadline.period is None:
            return
        only(deadline, "period", "anchor")
        self.lines.fact("deadline", r, self.period(deadline.period))
        anchor = deadline.anchor
        if anchor is None:
            raise UnsupportedError("a deadline without anchor")
        by_trigger = isinstance(article.trigger, tr.OnAct) and article.trigger.act == anchor.act
        for condition in article.only_if:
            of_that_kind = isinstance(condition, co.Done) and condition.act == anchor.act
            wanted = {
                "act": of_that_kind and not by_trigger,
                "finding": isinstance(condition, co.Found),
                "decision": isinstance(condition, co.Decided),
            }
            if wanted.get(anchor.event, False):
                self.lines.fact("counts_from_condition", r, self.conditions.condition(condition))
        match anchor.event:
            case "incident" | "breach":
                self.lines.fact("counts_from_trigger", r)
            case "act" if by_trigger:
                self.lines.fact("counts_from_trigger", r)
            case "entry_into_force":
                self.lines.fact("counts_from_entry", r)

    def period(self, period: Duration) -> int:
        self.periods.add(period)
        return self.lines.number("period", period)

    def life_period(self, period: Duration) -> int:
        self.life_periods.add(period)
        return self.lines.number("period", period)

    @property
    def watched_articles(self) -> set[int]:
        return {
            r
            for r, (pact, a) in self.articles.items()
            if (pact, a.number) in self.conditions.watched
        }

    def is_active(self, r: int, scenario: cs.Scenario) -> bool:
        pact, version = self.articles[r]
        (agreement,) = [a for a in self.case.agreements if a.id == pact]
        article = agreement.article(version.number)
        assert article is not None
        taken = [x.article for x in article.readings if x.id in scenario.readings]
        return version == (taken[0] if taken else article)

    @property
    def life_reads_bonds(self) -> bool:
        """Whether who is bound hangs on who is bound, so that it takes rounds to find out."""
        own_life = [a for _, a in self.articles.values() if not isinstance(a.effect, BINDING)]
        return any(a.window or a.only_if or "InForce" in repr(a.effect) for a in own_life)
