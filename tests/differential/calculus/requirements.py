"""What an article requires before it binds, and what ends it (rules D1 to D4, D9, D11, X1, X2)."""

from __future__ import annotations

from servanda.model import agreement as ag
from servanda.model import conditions as co
from servanda.model import sets as se
from servanda.model import triggers as tr
from tests.differential.calculus.conditions import Conditions, may_turn
from tests.differential.calculus.lines import UnsupportedError, q


class Requirements:
    """The requirements of each article, as conditions."""

    def __init__(self, conditions: Conditions, articles: dict[int, tuple[str, ag.Article]]) -> None:
        self.conditions, self.articles = conditions, articles
        self.lines = conditions.lines

    def require(self, r: int, article: ag.Article) -> None:
        effect = article.effect
        assert isinstance(effect, ag.Duty | ag.Prohibition | ag.Permission)
        bond = [self.conditions.leaf("bearer_bound", r, speaks=True)]
        if article.trigger is None:
            bond.append(self.conditions.leaf("bearer_among", r, speaks=True))
        base = [*self.occasions(r, article), *bond]
        if effect.bearers.other:
            base.append(
                self.conditions.leaf("is_other", speaks=True, differs=self.conditions.on_breach)
            )
        if isinstance(effect.bearers.among, se.Role):
            base.append(
                self.conditions.leaf(
                    "holds_role", q(effect.bearers.among.attribute), speaks=True, differs=True
                )
            )
        at_deed: list[tuple[int, int]] = []
        before: list[tuple[int, int]] = []
        asked_once = isinstance(effect, ag.Duty)
        for how, conditions in ((1, article.only_if), (0, article.unless)):
            for condition in conditions:
                c = self.conditions.condition(condition)
                of_deed = self.is_of_deed(article, c)
                if not (of_deed or asked_once) and may_turn(condition):
                    raise UnsupportedError("what is asked as long as a rule binds")
                (at_deed if of_deed else before).append((how, c))
        base += [c for how, c in before if how]
        exceptions = self.exceptions_to(r)
        lifting = [self.exception(e) for e in exceptions]
        excuse = [*(c for how, c in before if not how), *lifting]
        if isinstance(effect, ag.Prohibition):
            against = [self.conditions.leaf("is_deed", r, speaks=True, differs=True)]
            against += [c if how else self.conditions.neg(c) for how, c in at_deed]
            against += [
                self.conditions.neg(self.exception(e))
                for e in exceptions
                if self.articles[e][1].trigger
            ]
            self.state("demands_of_deed", r, against, "needs_at_deed")
        self.state("base", r, base)
        self.state("demands", r, [*base, *map(self.conditions.neg, excuse)], "needs")
        if article.trigger is None or not isinstance(effect, ag.Duty):
            self.state("ceases", r, bond)
        if excuse:
            self.state("excuse", r, [self.conditions.disj(excuse)], "needs_last")
        if lifting:
            self.state("lifting", r, [self.conditions.disj(lifting)], "needs")
        if article.until is not None:
            self.state("until", r, [self.conditions.condition(article.until)], "needs")
        ends = [*lifting, *([self.conditions.condition(article.until)] if article.until else [])]
        if any(part in self.conditions.hazy for c in ends for part in self.conditions.parts[c]):
            self.lines.fact("hazy", r)

    def state(self, name: str, r: int, conditions: list[int], needed: str = "") -> None:
        """Names conditions of an article, and all their parts as to be looked at."""
        for c in conditions:
            self.lines.fact(name, r, c)
        if needed:
            for part in dict.fromkeys(
                part for c in conditions for part in self.conditions.parts[c]
            ):
                self.lines.fact(needed, r, part)

    def is_of_deed(self, article: ag.Article, c: int) -> bool:
        """Whether a standing prohibition asks a condition of the deed against it (D11)."""
        if article.trigger is not None or not isinstance(article.effect, ag.Prohibition):
            return False
        return any(part in self.conditions.of_incident for part in self.conditions.parts[c])

    def occasions(self, r: int, article: ag.Article) -> list[int]:
        """That the trigger fits, and that the article operates by then."""
        trigger = article.trigger
        differs = isinstance(trigger, tr.OnBreach) or (
            isinstance(trigger, tr.OnIncident) and bool(trigger.by or trigger.on)
        )
        found = [self.conditions.leaf("triggered", r, differs=differs)]
        if isinstance(article.trigger, tr.OnIncident):
            asked = [co.IncidentIs(definition=d) for d in article.trigger.definitions]
            found += map(self.conditions.condition, asked)
        if article.window is not None:
            found.append(self.conditions.leaf("in_window", r))
        return found

    def exceptions_to(self, r: int) -> list[int]:
        pact, article = self.articles[r]
        return [
            e
            for e, (_, other) in self.articles.items()
            if isinstance(other.effect, ag.Disapply)
            and (other.effect.article.agreement, other.effect.article.article)
            == (pact, article.number)
        ]

    def exception(self, e: int) -> int:
        """That an article which disapplies another takes effect (X1, X2)."""
        _, article = self.articles[e]
        return self.conditions.conj(
            [
                self.conditions.leaf("in_text", e),
                *self.occasions(e, article),
                self.conditions.leaf("may_rely", e, speaks=True),
                *(self.conditions.condition(c) for c in article.only_if),
                *(self.conditions.neg(self.conditions.condition(c)) for c in article.unless),
                *(self.conditions.neg(self.exception(x)) for x in self.exceptions_to(e)),
            ]
        )
