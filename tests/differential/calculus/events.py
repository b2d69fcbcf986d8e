"""What happens in a scenario, as facts, and which articles it bears on (C7, D5, D8, V1)."""

from __future__ import annotations

from typing import Any

from servanda.model import agreement as ag
from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import sets as se
from servanda.model import triggers as tr
from tests.differential.calculus.incidents import Incidents
from tests.differential.calculus.instants import Timeline
from tests.differential.calculus.lines import UnsupportedError, only, q

LIFELONG = {"sign", "ratify", "accede", "consent", "enact"}


def finders(event: cs.FindingEvent) -> tuple[str, ...]:
    if not isinstance(event.authors, se.Listed):
        raise UnsupportedError("a finding by a set")
    return event.authors.actors


class Events:
    """States what happens, instant by instant."""

    def __init__(self, case: cs.Case, timeline: Timeline, incidents: Incidents) -> None:
        self.case, self.timeline, self.incidents = case, timeline, incidents
        self.articles, self.lines = timeline.articles.articles, timeline.lines
        self.conditions, self.sets = timeline.conditions, timeline.conditions.sets

    def event(self, s: int, k: int, event: Any, active: list[int]) -> None:
        match event:
            case cs.IncidentEvent():
                i = self.incidents.incident(s, event)
                self.incidents.written[i] = self.timeline.instants[k].place
                self.lines.fact("incident", s, i, q(event.kind), k)
                return
            case cs.CircumstanceEvent():
                if event.becomes == "is in doubt":
                    raise UnsupportedError("a circumstance in doubt")
                self.lines.fact("becomes", k, q(event.circumstance), event.becomes)
                return
            case cs.DecisionEvent():
                only(event, "at", "body", "incident")
                self.decision(s, k, event)
                return
            case cs.FindingEvent():
                for actor in finders(event):
                    for value in event.values:
                        i = self.lines.number("incident", (s, event.incident))
                        if actor not in event.excepting:
                            self.lines.fact(
                                "found", k, q(actor), i, q(value.attribute), q(value.value)
                            )
                return
        self.lines.fact("acts", k, self.sets.set_of(event.authors))
        for actor in event.excepting:
            self.lines.fact("excepting", k, q(actor))
        match event:
            case cs.ActEvent():
                only(event, "at", "authors", "act", "object", "excepting", "level", "over")
                self.lines.fact("act", s, k, q(event.act))
                self.act(s, k, event, active)
            case cs.RefusalEvent():
                self.goal(s, k, event)
                for r in active:
                    if self.same_act(r, event):
                        self.lines.fact("refuses", r, k)
            case cs.VoteEvent():
                only(event, "at", "authors", "vote", "incident", "organ", "excepting")
                self.lines.fact("votes", k, event.vote)
                self.lines.fact("vote_on", k, self.lines.number("incident", (s, event.incident)))
                for body, (organ, _) in self.conditions.bodies.items():
                    if event.organ is None or event.organ == organ:
                        self.lines.fact("heard_in", k, body)

    def goal(self, s: int, k: int, event: Any) -> None:
        if event.over is not None:
            self.lines.fact("over", k, self.lines.number("incident", (s, event.over)))
        if isinstance(event.object, co.TheActor):
            self.lines.fact("towards", k, self.sets.set_of(event.object.who))

    def act(self, s: int, k: int, event: cs.ActEvent, active: list[int]) -> None:
        self.goal(s, k, event)
        if event.act in LIFELONG:
            self.lines.fact("lifelong", k)
        if isinstance(event.object, co.TheAgreement):
            for name, act in (("accedes", "accede"), ("gives_notice", "withdraw")):
                if event.act == act:
                    self.lines.fact(name, k, q(event.object.agreement))
            (pact,) = [a for a in self.case.agreements if a.id == event.object.agreement]
            if event.act == {"signature": "sign", "ratification": "ratify"}[pact.bound_by]:
                self.lines.fact("consents", k, q(pact.id))
        for n, c in self.conditions.dones:
            if (
                c.act == event.act
                and self.same_object(c.object, event.object)
                and self.high(event, c.at_least)
            ):
                self.lines.fact("done_by", n, k)
                self.timeline.asked_of.add(k)
        for r in active:
            _, article = self.articles[r]
            trigger = article.trigger
            if isinstance(trigger, tr.OnAct) and trigger.act == event.act:
                if isinstance(trigger.object, co.TheActor):
                    raise UnsupportedError("an act upon an actor as trigger")
                if self.same_object(trigger.object, event.object):
                    self.lines.fact("on_act", r, k)
                    self.timeline.asked_of.add(k)
            if self.same_act(r, event):
                self.lines.fact("performs", r, k)

    def same_object(self, wanted: Any, given: Any) -> bool:
        """Whether the objects are alike as far as they do not depend on who is meant."""
        if wanted is None:
            return True
        if isinstance(wanted, co.TheActor):
            return isinstance(given, co.TheActor)
        return bool(wanted == given)

    def same_act(self, r: int, event: Any) -> bool:
        """Whether an act, or a refusal, is of the kind that an article asks or forbids."""
        effect = self.articles[r][1].effect
        if not isinstance(effect, ag.Duty | ag.Prohibition):
            return False
        match effect.content:
            case ag.Respond(floor=floor):
                if event.act != "assist":
                    return False
                return isinstance(event, cs.RefusalEvent) or self.high(event, floor)
            case ag.Perform(act=act, object=wanted):
                if event.act != act:
                    return False
                return isinstance(wanted, co.TheActor) or self.same_object(wanted, event.object)
        return False

    def high(self, event: Any, floor: str | None) -> bool:
        if floor is None:
            return True
        levels = self.case.ladders[0].levels
        return event.level is not None and levels.index(event.level) >= levels.index(floor)

    def decision(self, s: int, k: int, event: cs.DecisionEvent) -> None:
        assert isinstance(event.body, se.Listed)
        for body, (organ, _) in self.conditions.bodies.items():
            if organ in event.body.actors:
                self.lines.fact(
                    "reported", k, body, self.lines.number("incident", (s, event.incident))
                )
