"""Incidents of a survey of coverage, acted out before the engine.

What follows an incident is put in the order that coverage takes: what stands in the way of a duty
comes before what it needs, and what stands in the way of that comes before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from random import Random
from typing import NamedTuple

from servanda.analyses.coverage.clauses import act_of, follows
from servanda.analyses.coverage.duties import Duties
from servanda.analyses.coverage.formula import (
    AtLeast,
    Every,
    Fact,
    Formula,
    Given,
    Opposite,
    Some,
    TakenEffect,
    is_by_part,
)
from servanda.analyses.coverage.story import Story, story
from servanda.analyses.coverage.survey import Commitment, Survey
from servanda.analyses.scenario import Texts, chain_of, inquire
from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.triggers import occasions_in
from servanda.analyses.scenario.facts.situation import Occasion, Situation
from servanda.analyses.scenario.outcome import State
from servanda.core.verdict import Verdict
from servanda.model.agreement import Prohibition
from servanda.model.case import IncidentEvent, Scenario
from servanda.model.conditions import Breached, Done, Found, IssueIs, Met, Occurred
from servanda.model.node import ActorId, ArticleRef, IncidentId
from servanda.model.triggers import OnBreach

OWED = {State.PENDING, State.MET, State.BREACHED}
"""The states of what has come to be owed and has not been set aside."""

Point = tuple[int, ...]


class Answer(NamedTuple):
    """What is said of one commitment at one point.

    Attributes:
        told: How the incident and what follows it were acted out.
        states: What the engine says, of each duty that there may be.
        untold: Facts that stand otherwise than they were to, since others bring them about.
        mixed: Whether a fact both brings the duty about and stands in its way.
    """

    commitment: Commitment
    said: bool
    owed: bool
    told: Story
    states: tuple[State, ...]
    untold: tuple[Fact, ...]
    mixed: bool

    @property
    def certain(self) -> bool:
        """Whether coverage and the engine were asked the same, and the engine can tell."""
        return not self.untold and State.UNDETERMINED not in self.states


# Which points.


def some_points(survey: Survey, random: Random, count: int) -> Iterator[Point]:
    """Some of the incidents asked about, each with facts beside it; those that decide more often."""
    diagrams = survey.space.diagrams
    for _ in range(count):
        point = [random.randrange(size) for size in diagrams.sizes]
        if survey.commitments and random.random() < 0.7:
            when = random.choice(survey.commitments).when
            near = diagrams.point(diagrams.both(when, survey.focus)) or point
            pairs = zip(point, near, strict=True)
            point = [old if random.random() < 0.3 else new for old, new in pairs]
        if diagrams.holds(survey.focus, point):
            yield tuple(point)


def every_point(survey: Survey) -> Iterator[Point]:
    """All incidents asked about, with all ways of the facts beside them."""
    for point in product(*map(range, survey.space.diagrams.sizes)):
        if survey.space.diagrams.holds(survey.focus, point):
            yield point


def facts_at(survey: Survey, point: Sequence[int]) -> dict[Fact, bool]:
    """How the facts stand at a point; those left aside that are said of the bearer by its part."""
    return {
        fact: so
        for hinge, n in zip(survey.space.hinges, point[survey.space.level :], strict=True)
        for fact, so in zip(hinge.facts, hinge.ways[n], strict=True)
        if not is_by_part(fact)
    }


# In which order.


def depths(formula: Formula) -> dict[Fact, set[int]]:
    """Under how many denials each fact stands in a formula."""
    found: dict[Fact, set[int]] = {}
    waiting: list[tuple[Formula, int]] = [(formula, 0)]
    while waiting:
        part, depth = waiting.pop()
        match part:
            case Given(fact=fact):
                found.setdefault(fact, set()).add(depth)
            case Every(every=parts) | Some(some=parts) | AtLeast(parts=parts):
                waiting += [(inner, depth) for inner in parts]
            case Opposite(of=inner):
                waiting.append((inner, depth + 1))
            case _:
                pass
    return found


Told = dict[tuple[Fact, ...], Story | None]
"""The story of one point in each order of its facts that was asked for."""


def stories(
    survey: Survey, point: Point, commitment: Commitment, told: Told, taken: frozenset[IncidentId]
) -> tuple[Story, ...]:
    """The story of a point, what follows the incident in the order that a commitment takes.

    Of what is denied twice a formula does not always tell whether it is needed, or stands in the
    way of an exception; so both are tried.
    """
    facts = [
        fact
        for fact, so in facts_at(survey, point).items()
        if so and follows(fact, survey.standing)
    ]
    deep = {fact: max(found) for fact, found in depths(commitment.owed.when).items()}
    ranks: list[Callable[[Fact], int]] = [
        lambda fact: -deep.get(fact, 0),
        lambda fact: -(deep.get(fact, 0) % 2),
    ]
    if survey.standing.exceptions(commitment.ref):
        ranks.append(lambda fact: deep.get(fact, 0))
    found = []
    for rank in ranks:
        order = tuple(sorted(facts, key=rank))
        if order not in told:
            told[order] = story(survey, point, order, taken)
        found.append(told[order])
    return tuple(dict.fromkeys(one for one in found if one is not None))


def is_mixed(survey: Survey, point: Point, commitment: Commitment) -> bool:
    """Whether a fact that is so both brings a commitment about and stands in its way.

    Nor can what somebody performs come before it has to, and what performs the duty itself is
    done with before anything else. Of several bound jointly the duty is theirs for whom it arises
    first (D10). What an earlier breach has brought about asked of its own time, and a prohibition
    that an earlier incident brought into play may bind still (P3). And as long as nobody has found
    anything it is undetermined whether it stands in the way (F4).
    """
    article = commitment.owed.article
    if isinstance(article.trigger, OnBreach) and (article.only_if or article.unless):
        return True
    act = act_of(article)
    forbidden_since = any(
        other.trigger is not None and isinstance(other.effect, Prohibition) and act_of(other) == act
        for other in survey.standing.articles.values()
    )
    found: dict[int, set[int]] = {}
    places = {f: n for n, hinge in enumerate(survey.space.hinges) for f in hinge.facts}
    deep = depths(commitment.owed.when)
    for fact, so in facts_at(survey, point).items():
        if not follows(fact, survey.standing):
            if so and forbidden_since and isinstance(fact, Occurred | Breached | TakenEffect):
                return True
            continue
        if so and commitment.owed.jointly:
            return True
        if so and isinstance(fact, Met) and fact.article == commitment.ref:
            return True
        if fact not in deep:
            continue
        if isinstance(fact, Found) and any(deep[fact]):
            return True
        if so and isinstance(fact, Met) and deep[fact] != {0}:
            return True
        if so and isinstance(fact, Done) and fact.act == act:
            return True
        if so:
            found.setdefault(places[fact], set()).update(deep[fact])
    return any(len(some) > 1 for some in found.values())


# What the engine says.


def answers(
    texts: Texts, survey: Survey, point: Point, after: Scenario | None = None
) -> Iterator[Answer]:
    """What coverage and the engine say of every commitment; nothing where it cannot be shown."""
    runs: dict[Story, Run] = {}
    told: Told = {}
    taken = _taken_names(texts, after)
    untold: dict[Story, tuple[Fact, ...]] = {}
    for commitment in survey.commitments:
        said = survey.space.diagrams.holds(commitment.when, point)
        found = []
        for one in stories(survey, point, commitment, told, taken):
            if one not in runs:
                runs[one] = _run(texts, one, after)
                untold[one] = tuple(_untold(runs[one], survey, point, one.incident))
            lives = [life for life in runs[one].lives if _is_of(life, commitment, one)]
            owed = any(life.arisen is not None and life.shown in OWED for life in lives)
            states = tuple(life.shown for life in lives)
            mixed = is_mixed(survey, point, commitment)
            found.append(Answer(commitment, said, owed, one, states, untold[one], mixed))
        if found:
            yield min(found, key=lambda answer: answer.owed != said)


def _taken_names(texts: Texts, after: Scenario | None) -> frozenset[IncidentId]:
    """The names of incidents that have happened before."""
    chain = chain_of(texts.case, after) if after is not None else []
    events = [event for history in texts.case.histories for event in history.events]
    events += [event for scenario in chain for event in scenario.events]
    return frozenset(event.id for event in events if isinstance(event, IncidentEvent))


def _run(texts: Texts, told: Story, after: Scenario | None) -> Run:
    scenario = Scenario(
        title="acted out",
        continues=after.title if after else None,
        choices=told.choices,
        events=told.events,
    )
    return inquire(texts, scenario).run()


def _is_of(life: Life, commitment: Commitment, told: Story) -> bool:
    mine = life.clause.ref == commitment.ref and commitment.bearer in life.bearers
    if life.occasion is not None and life.occasion.sort == "act":
        mine = mine and life.occasion.event in told.events
    after_breach = isinstance(commitment.owed.article.trigger, OnBreach)
    return mine and (after_breach or _about(life.occasion, told.incident))


def _about(occasion: Occasion | None, name: IncidentId) -> bool:
    """Whether it is the incident, or no incident at all."""
    incident = occasion.incident if occasion else None
    return incident is None or incident.id == name


def _untold(run: Run, survey: Survey, point: Point, name: IncidentId) -> Iterator[Fact]:
    """Facts that stand otherwise before the engine than at the point."""
    facts = facts_at(survey, point)
    record = run.known.record
    happened = (one for n in range(len(record.events)) for one in occasions_in(record, n))
    mine = (one for one in happened if one.sort == "incident" and _about(one, name))
    occasion = next(mine)
    taken = _taken(run, occasion)
    for fact, so in facts.items():
        if isinstance(fact, TakenEffect):
            if so != ((fact.article, fact.actor) in taken):
                yield fact
        elif not isinstance(fact, Found | IssueIs):
            holds = assess(fact, Situation(run.known, occasion)) is Verdict.HOLDS
            if holds != _as_taken(fact, so, survey, point):
                yield fact


def _taken(run: Run, incident: Occasion) -> set[tuple[ArticleRef, ActorId | None]]:
    """Which articles on suspension have taken effect before the incident, and for whom."""
    return {
        (life.clause.ref, bearer)
        for matter in run.suspending
        for life in matter.lives
        if life.arisen is not None and _before(life.occasion, incident)
        for bearer in (*life.bearers, None)
    }


def _before(occasion: Occasion | None, incident: Occasion) -> bool:
    """Whether it comes before the incident."""
    if occasion is None or occasion.incident == incident.incident:
        return False
    return occasion.index <= incident.index


def _as_taken(fact: Fact, so: bool, survey: Survey, point: Point) -> bool:
    """Whether a formula takes a fact to be so.

    What is not owed cannot be met, and an incident may be a breach by itself.
    """
    holds = survey.space.diagrams.holds
    if isinstance(fact, Met) and survey.standing.articles[fact.article].trigger is not None:
        who = getattr(fact.subject.among, "actors", ())
        mine = (c for c in survey.commitments if (c.ref, (c.bearer,)) == (fact.article, who))
        return so and any(holds(c.when, point) for c in mine)
    if isinstance(fact, Breached) and not so:
        actor = getattr(fact.subject.among, "actors", (ActorId(""),))[0]
        duties = Duties(survey.standing, survey.space.kind.id, frozenset())
        return holds(survey.space.compile(duties.breaks(actor, fact.article)), point)
    return so
