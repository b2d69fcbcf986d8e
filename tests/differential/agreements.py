"""Agreements and scenarios by the hundred, from a seed: what two ways to an answer are compared on.

Unlike :mod:`servanda.testing` it does not shrink what it draws, and is a hundred times as fast.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from msgspec.structs import replace

from servanda.core.calendar import Duration, Moment
from servanda.model import agreement as ag
from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import own_life as ol
from servanda.model import sets as se
from servanda.model import vocabulary as vo
from servanda.model.builtins import ACTS
from servanda.model.node import ArticleRef
from servanda.testing.world import (
    ARMED,
    ATTACK,
    ATTACKER,
    COUNCIL,
    FIRST_DAY,
    GUARANTORS,
    INCIDENTS,
    ISSUE,
    LADDER,
    LEVELS,
    MEANS,
    PACT,
    PLACES,
    STATES,
    VICTIM,
)

T = TypeVar("T")
ACCORD = "ACCORD"
HOURS = (None, None, None, 600, 840)
HAPPENINGS = (1, 1, 2, 2, 3, 3, 4, 5, 7)
"""How much happens besides the attacks: mostly little, now and then much."""


class Draw:
    """One agreement or two, and scenarios for them."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.pacts: tuple[str, ...] = (PACT,)
        self.own: str = PACT
        self.numbers: tuple[str, ...] = ()
        self.over_incidents: set[str] = set()
        self.about_incident = True

    def one(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, *ways: tuple[int, Callable[[], T]]) -> T:
        """One of several ways, by weight."""
        return self.random.choices([w for _, w in ways], [n for n, _ in ways])[0]()

    # Who is meant.

    def listed(self, most: int = 2, among: Sequence[str] = STATES) -> se.Listed:
        return se.Listed(actors=tuple(self.random.sample(among, self.random.randint(1, most))))

    def group(self) -> Any:
        return self.pick(
            (3, lambda: se.Parties(agreement=self.own)),
            (2, lambda: GUARANTORS),
            (1, lambda: se.Signatories(agreement=self.own)),
            (2, self.listed),
            (1, lambda: se.Actors(sort="state")),
        )

    def subject(self) -> se.Subject:
        if self.chance(0.3):
            roles = (VICTIM,) if self.about_incident else ()
            one: Any = self.one((*roles, se.Bearer(), self.listed(1)))
            return se.Subject(quantifier="any", among=one)
        quantifier = self.one(("any", "any", "every", "count", "majority"))
        among = self.group()
        including = self.listed(1).actors if self.chance(0.15) else ()
        count = 2 if quantifier == "count" else 0
        return se.Subject(quantifier=quantifier, among=among, count=count, including=including)

    # Conditions.

    def of_facts(self) -> Any:
        return self.pick(
            (
                3,
                lambda: co.AttributeIs(
                    attribute="means", values=tuple(self.random.sample(MEANS, self.one((1, 1, 2))))
                ),
            ),
            (3, lambda: co.AttributeIn(attribute="place", region=self.one(PLACES))),
            (2, lambda: co.ActorIsAmong(who=self.one((ATTACKER, VICTIM)), among=self.group())),
            (2, lambda: co.IncidentIs(definition=ARMED.id)),
        )

    def plain(self) -> Any:
        """A condition; of incidents only where there is one."""
        anywhere = (
            (1, lambda: co.ActorIsAmong(who=se.Bearer(), among=self.listed())),
            (2, self.done),
            (1, lambda: co.IssueIs(issue=ISSUE.id, options=(self.one(("first", "second")),))),
            (1, lambda: co.InForce(agreement=self.one(self.pacts))),
            (2, self.breached),
        )
        if not self.about_incident:
            return self.pick(*anywhere)
        return self.pick(
            *anywhere,
            (4, self.of_facts),
            (1, lambda: co.ActorIsAmong(who=se.Bearer(), among=self.one((ATTACKER, VICTIM)))),
            (1, lambda: co.Decided(body=COUNCIL)),
            (1, self.decided_among),
            (2, self.found),
        )

    def done(self) -> co.Done:
        helped = VICTIM if self.about_incident else self.listed(1)
        return self.pick(
            (3, lambda: co.Done(subject=self.subject(), act="request", object=co.TheAct(act="assist"))),
            (2, lambda: co.Done(subject=self.subject(), act="report")),
            (1, lambda: co.Done(subject=self.subject(), act="sign", object=co.TheAgreement(agreement=self.one(self.pacts)))),
            (2, lambda: co.Done(
                subject=self.subject(),
                act="assist",
                object=co.TheActor(who=helped),
                at_least=self.one((None, LEVELS[2])),
            )),
        )  # fmt: skip

    def decided_among(self) -> co.Decided:
        return co.Decided(
            body=self.one((GUARANTORS, se.Parties(agreement=self.own))), rule=self.rule()
        )

    def rule(self) -> se.DecisionRule:
        name = self.one(("consensus", "unanimity", "count", "majority"))
        return se.DecisionRule(
            rule=name,
            count=2 if name == "count" else 0,
            including=(STATES[0],) if self.chance(0.2) else (),
            leaving_out=(ATTACKER,) if self.chance(0.3) else (),
        )

    def found(self) -> co.Found:
        council = se.Subject(quantifier="any", among=se.Listed(actors=(COUNCIL,)))
        finder = self.one((council, council, se.Subject(quantifier="any", among=se.Bearer())))
        inner: Any = self.one(
            (
                co.AttributeIs(attribute="means", values=(self.one(MEANS),)),
                co.AttributeIn(attribute="place", region=self.one(PLACES)),
                co.IncidentIs(definition=ARMED.id),
            )
        )
        return co.Found(subject=finder, condition=co.Not(part=inner) if self.chance(0.2) else inner)

    def breached(self) -> Any:
        if not self.numbers:
            return self.done()
        roles = (VICTIM, ATTACKER) if self.about_incident else ()
        one: Any = self.one((*roles, self.listed(1), se.Parties(agreement=self.own)))
        return co.Breached(
            subject=se.Subject(quantifier="any", among=one),
            article=ArticleRef(self.own, self.one(self.numbers)),
        )

    def condition(self) -> Any:
        return self.pick(
            (6, self.plain),
            (2, lambda: co.Not(part=self.plain())),
            (1, lambda: co.All(parts=(self.plain(), self.plain()))),
            (2, lambda: co.Any(parts=(self.plain(), co.Not(part=self.plain())))),
            (2, lambda: co.Any(parts=(self.plain(), self.plain()))),
        )

    def some(self, share: float, most: int = 1) -> tuple[Any, ...]:
        if not self.chance(share):
            return ()
        return tuple(self.condition() for _ in range(self.random.randint(1, most)))

    # Articles.

    def trigger(self) -> Any:
        return self.pick(
            (2, lambda: None),
            (6, self.on_attack),
            (2, lambda: ag.OnAct(
                author=se.Pattern(among=self.group()),
                act="request",
                object=self.one((None, co.TheAct(act="assist"))),
            )),
            (3, self.on_breach),
        )  # fmt: skip

    def on_attack(self) -> ag.OnIncident:
        def pattern() -> se.Pattern | None:
            if self.chance(0.6):
                return None
            return se.Pattern(among=self.group(), other=self.chance(0.3))

        return ag.OnIncident(
            kind=ATTACK.id,
            definitions=(ARMED.id,) if self.chance(0.3) else (),
            by=pattern(),
            on=pattern(),
        )

    def on_breach(self) -> Any:
        if not self.numbers:
            return self.on_attack()
        return ag.OnBreach(
            author=se.Pattern(among=self.group()),
            article=ArticleRef(self.own, self.one(self.numbers)),
        )

    def bearers(self, trigger: Any, *, may_join: bool = True) -> ag.Bearers:
        if isinstance(trigger, ag.OnIncident) and self.chance(0.2):
            return ag.Bearers(among=VICTIM)
        return ag.Bearers(
            among=self.group(),
            other=trigger is not None and self.chance(0.4),
            jointly=may_join and self.chance(0.15),
        )

    def content(self, trigger: Any) -> Any:
        def assist() -> ag.Respond:
            beneficiary: Any = VICTIM if isinstance(trigger, ag.OnIncident) else self.listed(1)
            return ag.Respond(
                beneficiary=beneficiary,
                ladder=LADDER,
                floor=self.one(LEVELS[1:3]),
                ceiling=LEVELS[-1],
                discretion=True,
            )

        return self.pick(
            (3, assist),
            (2, lambda: ag.Perform(act="report")),
            (2, lambda: ag.Perform(act="consult")),
            (1, lambda: ag.Perform(act="consult", object=co.TheActor(who=self.listed(1)))),
        )

    def deadline(self, trigger: Any, only_if: tuple[Any, ...]) -> ag.Deadline | None:
        if self.chance(0.25):
            return None
        if self.chance(0.1):
            return ag.Deadline()
        anchors = [ag.Anchor(event="entry_into_force")] if trigger is None else []
        match trigger:
            case ag.OnIncident():
                anchors.append(ag.Anchor(event="incident"))
            case ag.OnAct():
                anchors.append(ag.Anchor(event="act", act="request"))
            case ag.OnBreach():
                anchors.append(ag.Anchor(event="breach"))
        for condition in only_if:
            match condition:
                case co.Done(act="request"):
                    anchors.append(ag.Anchor(event="act", act="request"))
                case co.Decided():
                    anchors.append(ag.Anchor(event="decision"))
                case co.Found():
                    anchors.append(ag.Anchor(event="finding"))
        period = self.one(
            (
                Duration(24, "hours"),
                Duration(3, "days"),
                Duration(1, "weeks"),
                Duration(36, "hours"),
            )
        )
        return ag.Deadline(period=period, anchor=self.one(anchors))

    def article(self, number: str, lifted: Sequence[str]) -> ag.Article:
        trigger = self.trigger()
        how = self.pick(
            (5, lambda: "must"), (2, lambda: "must not"), (1, lambda: "may"), (3, lambda: "lift")
        )
        self.about_incident = self.has_incident(trigger, how)
        only_if, unless = self.some(0.35, 2), self.some(0.25)
        deadline, until = None, None
        effect: Any
        if how == "lift" and lifted:
            pact = self.own
            effect = ag.Disapply(article=ArticleRef(pact, self.one(lifted)))
        elif how == "must not":
            effect = ag.Prohibition(
                bearers=self.bearers(trigger, may_join=False),
                content=self.one(
                    (
                        ag.Commit(kind=ATTACK.id),
                        ag.Commit(
                            kind=ATTACK.id,
                            targets=(se.Pattern(among=self.group(), other=self.chance(0.3)),),
                        ),
                        ag.Perform(act="report"),
                    )
                ),
            )
        elif how == "may":
            effect = ag.Permission(
                bearers=self.bearers(trigger, may_join=False), content=ag.Perform(act="report")
            )
        else:
            effect = ag.Duty(bearers=self.bearers(trigger), content=self.content(trigger))
            deadline = self.deadline(trigger, only_if)
        if not isinstance(effect, ag.Disapply) and self.chance(0.2):
            self.about_incident = self.has_incident(trigger, "until")
            until = self.condition()
        return ag.Article(
            number=number,
            effect=effect,
            trigger=trigger,
            window=self.window(),
            only_if=only_if,
            unless=unless,
            deadline=deadline,
            until=until,
        )

    def has_incident(self, trigger: Any, how: str) -> bool:
        """Whether conditions can speak of an incident: the trigger's, or that of a deed."""
        match trigger:
            case ag.OnIncident():
                return True
            case ag.OnBreach():
                return trigger.article.article in self.over_incidents
        return trigger is None and how == "must not"

    def window(self) -> ag.Window | None:
        if not self.chance(0.1):
            return None
        days = self.random.randint(1, 10)
        if self.chance(0.5):
            return ag.Window(date=FIRST_DAY + dt.timedelta(days=days))
        return ag.Window(after_entry=Duration(days, "days"))

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
            found.append(ag.Article(number="11", effect=ol.EntryIntoForce(condition=condition)))
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
        return found

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

    def with_reading(self, article: ag.Article) -> ag.Article:
        self.about_incident = self.has_incident(article.trigger, "must")
        other = replace(article, only_if=(*article.only_if, self.plain()))
        return replace(
            article, readings=(ag.Reading(id=f"narrow{self.own}{article.number}", article=other),)
        )

    # The case.

    def case(self, scenarios: int) -> tuple[cs.Case, list[tuple[cs.Scenario, Moment]]]:
        """A case and the scenarios asked of it, each with the moment asked about."""
        if self.chance(0.25):
            self.pacts = (PACT, ACCORD)
        joins = self.one((None, dt.date(2026, 1, 5)))
        leaves = self.one((None, dt.date(2026, 1, 9)))
        agreements = [self.agreement(PACT, STATES[:4])]
        if len(self.pacts) > 1:
            agreements.append(self.agreement(ACCORD, (*STATES[:2], STATES[4])))
        wide = ag.DefinitionReading(
            id="with_cyber", condition=co.AttributeIs(attribute="means", values=MEANS)
        )
        case = cs.Case(
            title="generated",
            actors=tuple(vo.Actor(id=name, title=name) for name in STATES),
            groups=(
                vo.Group(
                    id=GUARANTORS.group,
                    plural="guarantors",
                    memberships=(
                        vo.Membership(members=STATES[:2]),
                        vo.Membership(members=STATES[2:3], start=joins, end=leaves),
                    ),
                ),
            ),
            organs=(
                vo.Organ(
                    id=COUNCIL,
                    members=self.one((GUARANTORS, se.Listed(actors=STATES[:3]))),
                    rule=self.rule(),
                ),
            ),
            regions=(
                vo.Region(id=PLACES[0], contains=(vo.Containment(parts=PLACES[1:2]),)),
                vo.Region(id=PLACES[1]),
                vo.Region(id=PLACES[2]),
            ),
            kinds=(ATTACK,),
            definitions=(replace(ARMED, readings=(wide,)),),
            acts=ACTS,
            ladders=(vo.Ladder(id=LADDER, levels=LEVELS),),
            issues=(replace(ISSUE, settled=self.one((None, None, "first"))),),
            agreements=tuple(agreements),
            histories=(cs.History(events=tuple(self.consents(agreements))),),
        )
        asked = [self.scenario(case, str(n)) for n in range(scenarios)]
        return replace(case, scenarios=tuple(s for s, _ in asked)), asked

    def consents(self, agreements: Sequence[ag.Agreement]) -> list[cs.ActEvent]:
        found = []
        for agreement in agreements:
            everybody = se.Signatories(agreement=agreement.id)
            late = self.random.sample(agreement.between, 1) if self.chance(0.3) else []
            for act, day in (("sign", 0), ("ratify", 1)):
                told = co.TheAgreement(agreement=agreement.id)
                at = Moment(FIRST_DAY + dt.timedelta(days=day))
                found.append(
                    cs.ActEvent(
                        at=at, authors=everybody, act=act, object=told, excepting=tuple(late)
                    )
                )
                if late and self.chance(0.7):
                    at = Moment(FIRST_DAY + dt.timedelta(days=day + self.random.randint(1, 3)))
                    found.append(
                        cs.ActEvent(
                            at=at, authors=se.Listed(actors=tuple(late)), act=act, object=told
                        )
                    )
        return sorted(found, key=lambda e: e.at.date)

    # What happens.

    def scenario(self, case: cs.Case, title: str) -> tuple[cs.Scenario, Moment]:
        choices = (
            (cs.Choice(issue=ISSUE.id, option=self.one(("first", "second"))),)
            if self.chance(0.5)
            else ()
        )
        is_open = not choices and case.issues[0].settled is None
        count = self.one((1, 1, 1, 2))
        most = 24 if self.chance(0.05) else 6
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
