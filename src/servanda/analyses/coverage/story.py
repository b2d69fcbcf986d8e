"""An incident, and what happens beside it, as the events of a scenario that shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count

import msgspec

from servanda.analyses.coverage.ballots import votes_for
from servanda.analyses.coverage.blocking import Ballot
from servanda.analyses.coverage.clauses import follows
from servanda.analyses.coverage.earlier import Earlier, Unshowable
from servanda.analyses.coverage.formula import Fact, TakenEffect, is_by_part
from servanda.analyses.coverage.survey import Survey
from servanda.core.calendar import Moment
from servanda.model.agreement import Duty, Perform
from servanda.model.ballots import Vote
from servanda.model.builtins import ASSIST, NOTHING
from servanda.model.case import (
    ActEvent,
    Choice,
    DecisionEvent,
    Event,
    FindingEvent,
    IncidentEvent,
    PutEvent,
    Value,
    VoteEvent,
)
from servanda.model.conditions import (
    Breached,
    Decided,
    Done,
    Found,
    IssueIs,
    Met,
    Object,
    Occurred,
    TheActor,
)
from servanda.model.node import ActorId, AttributeId, IncidentId, Level
from servanda.model.sets import Author, Bearer, Listed, Role, SetOfActors

INCIDENT = IncidentId("A1")
"""What the incident is called, where no other has that name."""


class Story(msgspec.Struct, frozen=True):
    """What has to be written into a scenario.

    Attributes:
        choices: Issues that are settled for it.
        events: In the order in which they happen.
        incident: What the incident is called.
    """

    choices: tuple[Choice, ...]
    events: tuple[Event, ...]
    incident: IncidentId = INCIDENT


def story(
    survey: Survey,
    point: Sequence[int],
    first: Sequence[Fact] = (),
    taken: Collection[IncidentId] = (),
    ballots: Sequence[Ballot] = (),
) -> Story | None:
    """The scenario of one incident with some facts beside it.

    Args:
        survey: The incidents.
        point: The place of each attribute's value, and of each hinge's way.
        first: Facts that come before others that follow the incident, in this order.
        taken: Names of incidents that have happened before.
        ballots: Votes that are cast, whether they carry a decision or not.

    Returns:
        None where a fact is such that no events can be written that bring it about.
    """
    return _Writer(survey, point, taken, ballots).story(first)


class _Writer:
    def __init__(
        self,
        survey: Survey,
        point: Sequence[int],
        taken: Collection[IncidentId],
        ballots: Sequence[Ballot],
    ) -> None:
        self.taken = set(taken)
        self.ballots = ballots
        self.incident = self._free("A", 1)
        self.survey = survey
        self.standing = survey.standing
        self.space = survey.space
        self.at = Moment(self.standing.day)
        self.values = dict(self._values(point))
        self.facts = tuple(self._facts(point, so=True))
        others = tuple(self._facts(point, so=False))
        kind = self.space.kind.id
        self.earlier = Earlier(self.standing, self.at, kind, self.values, others)

    def _free(self, letter: str, number: int) -> IncidentId:
        """The first name from a number on that no incident has; it is taken from then on."""
        names = (IncidentId(f"{letter}{n}") for n in count(number))
        name = next(name for name in names if name not in self.taken)
        self.taken.add(name)
        return name

    def _values(self, point: Sequence[int]) -> Iterator[tuple[AttributeId, str]]:
        for attribute, values, n in zip(
            self.space.attributes, self.space.values, point, strict=False
        ):
            yield attribute, values[n]

    def _facts(self, point: Sequence[int], *, so: bool) -> Iterator[Fact]:
        """The facts that are so, or not; what is said of the bearer by its part left aside."""
        if so:
            yield from self.survey.supposed
        for hinge, n in zip(self.space.hinges, point[self.space.level :], strict=True):
            for fact, is_so in zip(hinge.facts, hinge.ways[n], strict=True):
                if is_so is so and not is_by_part(fact):
                    yield fact

    def story(self, first: Sequence[Fact]) -> Story | None:
        choices = tuple(self._choices())
        rest = [f for f in self.facts if not isinstance(f, IssueIs)]
        before = [f for f in rest if not follows(f, self.standing)]
        before.sort(key=lambda fact: not isinstance(fact, Done))
        after = [f for f in rest if follows(f, self.standing)]
        rank = {fact: n for n, fact in enumerate(first)}
        after.sort(key=lambda fact: (isinstance(fact, Met), rank.get(fact, len(rank))))
        events: list[Event] = []
        try:
            events += self._circumstances(before)
            for fact in before:
                events += self._before(fact, len(events))
            events += self._cast(after=False)
            kind = self.space.kind.id
            events.append(
                IncidentEvent(at=self.at, id=self.incident, kind=kind, values=self._told())
            )
            events += self._cast(after=True)
            for fact in after:
                events += self._after(fact)
        except Unshowable:
            return None
        return Story(choices, tuple(events), self.incident)

    def _choices(self) -> Iterator[Choice]:
        """Each issue settled: on the option that is so, or on one that no clause asks about."""
        chosen = {f.issue: f.options[0] for f in self.facts if isinstance(f, IssueIs)}
        asked = {
            f.issue: hinge
            for hinge in self.space.hinges
            for f in hinge.facts
            if isinstance(f, IssueIs)
        }
        for issue in self.standing.case.issues:
            if issue.id not in asked:
                continue
            known = {f.options[0] for f in asked[issue.id].facts if isinstance(f, IssueIs)}
            others = (option.id for option in issue.options if option.id not in known)
            option = chosen.get(issue.id) or next(others, None)
            if option is not None:
                yield Choice(issue=issue.id, option=option)

    def _told(self) -> tuple[Value, ...]:
        """What the incident is like."""
        return tuple(Value(attribute=a, value=v) for a, v in self.values.items())

    # What happens before the incident.

    def _circumstances(self, facts: Sequence[Fact]) -> Iterator[Event]:
        found = (self.earlier.circumstance_of(fact) for fact in facts)
        for circumstance in dict.fromkeys(one for one in found if one is not None):
            yield from self.earlier.turns(circumstance, facts)

    def _before(self, fact: Fact, number: int) -> Iterator[Event]:
        if self.earlier.circumstance_of(fact) is not None:
            return
        match fact:
            case Done():
                yield self._act(fact)
            case Decided():
                yield from self._decision(fact)
            case Breached() | Occurred() | TakenEffect():
                yield from self.earlier.events(fact, self._free("B", number + 1))
            case _:
                raise Unshowable

    # What happens after it.

    def _after(self, fact: Fact) -> Iterator[Event]:
        match fact:
            case Done():
                yield self._act(fact)
            case Decided():
                yield from self._decision(fact)
            case Found():
                who = Listed(actors=(self.earlier.one(fact.subject.among),))
                yield FindingEvent(
                    at=self.at, authors=who, incident=self.incident, values=self._told()
                )
            case Met():
                yield self._performance(fact)
            case _:
                raise Unshowable

    def _decision(self, fact: Decided) -> Iterator[Event]:
        """A decision as reported, or, where a body decides by several rules, the votes."""
        matter = (fact.body, fact.motion)
        if any((one.decided.body, one.decided.motion) == matter for one in self.ballots):
            return
        decisions = list(self._together(fact))
        way = tuple(one in self.facts for one in decisions)
        if all(self.standing.rule_of(one) is not None for one in decisions):
            votes = votes_for(decisions, way, self.standing, self.values)
            if votes is None:
                raise Unshowable
            if len(decisions) > 1:
                if fact == next(one for one, so in zip(decisions, way, strict=True) if so):
                    yield from self._votes(fact, votes)
                return
        incident = self.incident if fact.motion is None else None
        yield DecisionEvent(
            at=self.at, body=self._body(fact.body), incident=incident, motion=fact.motion
        )

    def _cast(self, *, after: bool) -> Iterator[Event]:
        """Votes on motions, before the incident, or on the incident, after it."""
        for ballot in self.ballots:
            decided = ballot.decided
            if follows(decided, self.standing) is not after:
                continue
            rule = self.standing.rule_of(decided)
            if rule is not None and rule.rule == "silence":
                incident = self.incident if decided.motion is None else None
                body = self._body(decided.body)
                yield PutEvent(at=self.at, body=body, incident=incident, motion=decided.motion)
            yield from self._votes(decided, dict(ballot.votes))

    def _together(self, fact: Decided) -> Iterator[Decided]:
        """What one body decides on one matter: what answers hang on, and what is supposed."""
        hinged = (one for hinge in self.space.hinges for one in hinge.facts)
        for one in dict.fromkeys((*self.survey.supposed, *hinged)):
            if not isinstance(one, Decided) or is_by_part(one):
                continue
            if (one.body, one.motion) == (fact.body, fact.motion):
                yield one

    def _votes(self, fact: Decided, votes: Mapping[ActorId, Vote]) -> Iterator[VoteEvent]:
        organ = fact.body if isinstance(fact.body, str) else None
        incident = self.incident if fact.motion is None else None
        for vote in dict.fromkeys(votes.values()):
            yield VoteEvent(
                at=self.at,
                authors=Listed(actors=tuple(a for a, cast in votes.items() if cast == vote)),
                vote=vote,
                organ=organ,
                incident=incident,
                motion=fact.motion,
            )

    def _performance(self, fact: Met) -> ActEvent:
        article = self.standing.articles.get(fact.article)
        actor = self.earlier.one(fact.subject.among)
        if article is None or not isinstance(article.effect, Duty):
            raise Unshowable
        content = article.effect.content
        over = self.incident if article.trigger is not None else None
        me = Listed(actors=(actor,))
        if isinstance(content, Perform):
            thing = self._done_to(content.object)
            return ActEvent(at=self.at, authors=me, act=content.act, object=thing, over=over)
        whom = TheActor(who=Listed(actors=(self.earlier.one(content.beneficiary),)))
        return ActEvent(
            at=self.at, authors=me, act=ASSIST, object=whom, level=content.floor, over=over
        )

    def _act(self, fact: Done) -> ActEvent:
        """An act by one actor, or by all who are counted."""
        lifelong = self.standing.is_lifelong(fact.act)
        return ActEvent(
            at=self.at,
            authors=Listed(actors=self._enough(fact)),
            act=fact.act,
            object=self._done_to(fact.object),
            level=self._level(fact),
            over=None if lifelong else self.incident,
        )

    def _enough(self, fact: Done) -> tuple[ActorId, ...]:
        """Who acts: all who are meant."""
        subject = fact.subject
        if isinstance(subject.among, Role | Bearer | Author):
            return (self.earlier.one(subject.among),)
        members = self.standing.members(subject.among)
        if subject.quantifier == "any":
            return members[:1]
        return tuple(dict.fromkeys((*members, *subject.including)))

    def _level(self, fact: Done) -> Level | None:
        if fact.act != ASSIST:
            return None
        if fact.at_least is not None:
            return fact.at_least
        levels = self.standing.ladders[0].levels
        return next((level for level in levels if level != NOTHING), None)

    def _done_to(self, thing: Object | None) -> Object | None:
        if not isinstance(thing, TheActor):
            return thing
        return TheActor(who=Listed(actors=(self.earlier.one(thing.who),)))

    def _body(self, body: SetOfActors | ActorId) -> SetOfActors:
        return Listed(actors=(body,)) if isinstance(body, str) else body
