"""What happens, drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any

from servanda.core.calendar import Moment
from servanda.model import agreement as ag
from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import sets as se
from servanda.testing.world import (
    ATTACK,
    COUNCIL,
    FIRST_DAY,
    GUARANTORS,
    INCIDENTS,
    ISSUE,
    LEVELS,
    MEANS,
    PLACES,
    STATES,
    TRUCE,
)
from tests.differential.drawn.chance import Chance

HOURS = (None, None, None, 600, 840)
HAPPENINGS = (1, 1, 1, 2, 2, 2, 3, 4, 6)
"""How much happens besides the attacks: mostly little, now and then much."""


class Scenarios(Chance):
    """Draws what happens under the agreements of a case, and when it is asked about."""

    def __init__(self, random: Random, pacts: tuple[str, ...]) -> None:
        super().__init__(random)
        self.pacts = pacts

    def scenario(self, case: cs.Case, title: str) -> tuple[cs.Scenario, Moment]:
        choices = (
            (cs.Choice(issue=ISSUE.id, option=self.one(("first", "second"))),)
            if self.chance(0.5)
            else ()
        )
        is_open = not choices and case.issues[0].settled is None
        count = self.one((1, 1, 1, 2))
        most = 12 if self.chance(0.05) else 4
        attacks: list[cs.IncidentEvent] = []
        while not attacks or self.ways(attacks) * (2 if is_open else 1) > most:
            attacks = [self.attack(name) for name in INCIDENTS[:count]]
        told = [self.happening(case, self.one(attacks)) for _ in range(self.one(HAPPENINGS))]
        events = sorted(
            (*attacks, *told), key=lambda e: (e.at.date, -1 if e.at.minute is None else e.at.minute)
        )
        last = events[-1].at.date
        at = Moment(
            self.one(
                (
                    last,
                    last + dt.timedelta(days=self.random.randint(0, 8)),
                    attacks[0].at.date + dt.timedelta(days=2),
                )
            ),
            self.one(HOURS),
        )
        if at.end < attacks[0].at.end:
            at = Moment(last)
        readings = [r.id for r in case.readings() if self.chance(0.3)]
        scenario = cs.Scenario(
            title=title, readings=tuple(readings), choices=choices, events=tuple(events)
        )
        return scenario, at

    def attack(self, name: str) -> cs.IncidentEvent:
        stated: dict[str, str] = {}
        unknown = self.random.sample(
            ("attacker", "victim", "place", "means"), self.one((0, 0, 1, 1, 2))
        )
        for attribute, values in (
            ("attacker", STATES),
            ("victim", STATES),
            ("place", PLACES),
            ("means", MEANS),
        ):
            if attribute not in unknown:
                stated[attribute] = self.one(values)
            elif self.chance(0.2):
                stated[attribute] = cs.UNKNOWN
        at = Moment(FIRST_DAY + dt.timedelta(days=self.random.randint(1, 6)), self.one(HOURS))
        told = tuple(cs.Value(attribute=a, value=v) for a, v in stated.items())
        return cs.IncidentEvent(at=at, id=name, kind=ATTACK.id, values=told)

    def ways(self, attacks: Sequence[cs.IncidentEvent]) -> int:
        """In how many ways what is not stated could turn out, about."""
        domains = {"attacker": 6, "victim": 6, "place": 3, "means": 2}
        found = 1
        for attack in attacks:
            stated = {v.attribute for v in attack.values if v.value != cs.UNKNOWN}
            for attribute, values in domains.items():
                found *= 1 if attribute in stated else values
        return found

    def after(self, attack: cs.IncidentEvent) -> Moment:
        days = self.one((0, 0, 1, 1, 2, 3, 5))
        if not days:
            return attack.at
        return Moment(attack.at.date + dt.timedelta(days=days), self.one(HOURS))

    def happening(self, case: cs.Case, attack: cs.IncidentEvent) -> Any:
        at = self.after(attack)
        over = self.one((None, attack.id))
        norms = [
            a.effect.content
            for _, a in case.articles()
            if isinstance(a.effect, ag.Duty | ag.Prohibition)
            and not isinstance(a.effect.content, ag.Commit)
        ]
        victims = [v.value for v in attack.values if v.attribute == "victim" and v.value in STATES]
        helped = co.TheActor(who=se.Listed(actors=(self.one((*victims * 4, *STATES)),)))

        def act(verb: str, target: Any = None, **more: Any) -> cs.ActEvent:
            authors: Any = self.pick(
                (4, lambda: self.listed(1)),
                (1, lambda: se.Parties(agreement=self.one(self.pacts))),
                (1, lambda: GUARANTORS),
            )
            return cs.ActEvent(at=at, authors=authors, act=verb, object=target, over=over, **more)

        def answer() -> cs.ActEvent:
            if not norms:
                return act("report")
            content = self.one(norms)
            if isinstance(content, ag.Respond):
                to = (
                    helped
                    if isinstance(content.beneficiary, se.Role)
                    else co.TheActor(who=content.beneficiary)
                )
                return act("assist", to, level=self.one(LEVELS[1:]))
            return act(content.act, content.object)

        def own_life(verb: str, who: Sequence[str]) -> cs.ActEvent:
            told = co.TheAgreement(agreement=self.one(self.pacts))
            return cs.ActEvent(at=at, authors=self.listed(1, who), act=verb, object=told)

        def refuse() -> cs.RefusalEvent:
            verb = self.one(("assist", "report", "consult"))
            target = helped if verb == "assist" and self.chance(0.5) else None
            return cs.RefusalEvent(
                at=at, authors=self.listed(1), act=verb, object=target, over=over
            )

        def find() -> cs.FindingEvent:
            name, values = self.one((("means", MEANS), ("attacker", STATES), ("place", PLACES)))
            return cs.FindingEvent(
                at=at,
                authors=se.Listed(actors=(self.one((COUNCIL, COUNCIL, *STATES[:2])),)),
                incident=attack.id,
                values=(cs.Value(attribute=name, value=self.one(values)),),
            )

        return self.pick(
            (3, lambda: act("request", co.TheAct(act="assist"))),
            (2, lambda: act("report")),
            (1, lambda: act("consult")),
            (2, lambda: act("assist", helped, level=self.one(LEVELS[1:]))),
            (6, answer),
            (1, lambda: own_life("withdraw", STATES)),
            (1, lambda: own_life("accede", STATES[3:])),
            (2, refuse),
            (1, lambda: cs.CircumstanceEvent(
                at=at, circumstance=TRUCE.id, becomes=self.one(("begins", "begins", "ends"))
            )),
            (2, find),
            (3, lambda: cs.VoteEvent(
                at=at,
                authors=self.one((self.listed(1), GUARANTORS, se.Listed(actors=STATES[:3]))),
                vote=self.one(("yes", "yes", "yes", "no", "abstain")),
                incident=attack.id,
                organ=self.one((COUNCIL, None)),
            )),
            (1, lambda: cs.DecisionEvent(at=at, body=se.Listed(actors=(COUNCIL,)), incident=attack.id)),
        )  # fmt: skip
