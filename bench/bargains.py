"""Invented bargains of any size: parties that lean one way, red lines on scales, linked ones.

An issue is a scale of options. On some issues a party accepts a stretch of the scale around where it
leans; some of its red lines link three issues.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.model.bargaining import Preferences, Requirement, Valuation, Worth
from servanda.model.case import Case
from servanda.model.conditions import Any, Condition, IssueIs, Not
from servanda.model.node import ActorId, IssueId, OptionId, RequirementId
from servanda.model.vocabulary import Actor, Issue, Option


@dataclass(frozen=True, slots=True)
class Bargain:
    """A bargain by its size.

    Attributes:
        options: How many options each issue has, three at least.
        unary: Of how many issues each party accepts a part only.
        linked: How many red lines of each party link three issues.
        widths: How many options it accepts there, at least and at most.
    """

    parties: int
    issues: int
    options: int
    unary: int
    linked: int
    widths: tuple[int, int] = (3, 4)
    seed: int = 1

    def case(self) -> Case:
        """The bargain as a case."""
        chance = random.Random(self.seed)
        options = tuple(Option(id=OptionId(f"o{n}")) for n in range(self.options))
        centres = [chance.uniform(0, self.options - 1) for _ in range(self.issues)]
        names = [ActorId(f"P{n}") for n in range(self.parties)]
        asked = [c for party in names for c in self._lines(party, centres, chance)]
        return Case(
            title=f"{self.parties} parties, {self.issues} issues",
            actors=tuple(Actor(id=name, title="") for name in names),
            issues=tuple(Issue(id=self._issue(n), options=options) for n in range(self.issues)),
            requirements=tuple(
                Requirement(
                    id=RequirementId(f"r{n}"),
                    party=party,
                    condition=condition,
                    cost=chance.randint(1, 5),
                )
                for n, (party, condition) in enumerate(asked)
            ),
            preferences=tuple(self._preferences(name, chance) for name in names),
        )

    def _lines(
        self, party: ActorId, centres: list[float], chance: random.Random
    ) -> Iterator[tuple[ActorId, Condition]]:
        lean = chance.gauss(0, 0.9)
        for issue in chance.sample(range(self.issues), self.unary):
            width = chance.randint(*self.widths)
            low = round(centres[issue] + lean + chance.gauss(0, 0.8) - width / 2)
            last = self.options - 1
            first, end = max(0, min(last, low)), max(0, min(last, low + width - 1))
            if (first, end) != (0, last):
                yield party, self._between(issue, first, end)
        for _ in range(self.linked):
            one, two, three = chance.sample(range(self.issues), 3)
            parts = (
                Not(part=self._from(one, chance.randint(1, self.options - 2))),
                self._from(two, chance.randint(1, self.options - 1)),
                Not(part=self._from(three, chance.randint(1, self.options - 1))),
            )
            yield party, Any(parts=parts)

    def _preferences(self, party: ActorId, chance: random.Random) -> Preferences:
        def valuation(issue: int) -> Valuation:
            ideal = chance.randrange(self.options)
            worths = tuple(
                Worth(
                    option=OptionId(f"o{n}"),
                    value=round(100 - 100 * abs(n - ideal) / (self.options - 1)),
                )
                for n in range(self.options)
            )
            weight = 1 + round(30 * chance.betavariate(0.7, 3))
            return Valuation(issue=self._issue(issue), weight=weight, worths=worths)

        valuations = tuple(map(valuation, range(self.issues)))
        return Preferences(party=party, valuations=valuations, no_agreement=40)

    def _from(self, issue: int, first: int) -> Condition:
        return self._between(issue, first, self.options - 1)

    def _between(self, issue: int, first: int, last: int) -> Condition:
        options = tuple(OptionId(f"o{n}") for n in range(first, last + 1))
        return IssueIs(issue=self._issue(issue), options=options)

    @staticmethod
    def _issue(number: int) -> IssueId:
        return IssueId(f"i{number}")
