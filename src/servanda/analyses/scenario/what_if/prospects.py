"""What would decide, or change, where a duty stands: computed by running the story again.

One fact at a time is supposed to be otherwise, and the articles that read it are run once
more. Bearers for whom everything came out alike are looked at once: what is true of the
first is true of the others with the names exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import add

from servanda.analyses.scenario.conditions.reads import sets_named
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.run import Run, Scope, run
from servanda.analyses.scenario.facts.course import Story, course_of
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.what_if.deeds import about_deeds
from servanda.analyses.scenario.what_if.effects import Draft, Effect, Prospect, Want, label
from servanda.analyses.scenario.what_if.questions import (
    Answer,
    Question,
    about_attributes,
    about_issues,
    about_readings,
    linked_clauses,
)
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.verdict import Verdict
from servanda.model.case import IncidentEvent
from servanda.model.node import ActorId, ArticleRef

Key = tuple[object, ...]

MOST_PAIRS = 64
"""How many pairs of suppositions are tried for one duty where no single one changes it."""

MOST_RUNS = 64
"""How many ways for everything else to turn out are run to see whether one thing is wanting."""


def prospects(found: Run, story: Story, lives: Iterable[Life]) -> dict[Key, Prospect]:
    """What is missing for each of these duties, and what would change it."""
    groups = [_Peers.of(alike, found) for alike in _alike(lives, found)]
    laboratory = _Laboratory(found, story, groups)
    order = tuple(found.frame.text.actors)
    result: dict[Key, Prospect] = {}
    for peers in groups:
        draft = _Trial(peers, laboratory).draft()
        for life in peers.lives:
            result[life.key] = draft.told_of(peers.first.bearers, life.bearers, order)
    return result


def _alike(lives: Iterable[Life], found: Run) -> Iterable[list[Life]]:
    """Duties that differ in nothing but the bearer's name."""
    groups: dict[Key, list[Life]] = {}
    for life in lives:
        verdicts = tuple((r.part, r.verdict) for r in found.requirements(life))
        event = life.occasion.key if life.occasion else None
        course = (life.shown, life.settled, life.due, life.ended)
        key = (life.clause.ref, event, course, verdicts, _belongs_to(life, found))
        groups.setdefault(key, []).append(life)
    return groups.values()


def _belongs_to(life: Life, found: Run) -> Key:
    """How the bearer stands to what the article names, and to what has happened.

    Bearers of whom anything of this differs cannot be spoken of with the names exchanged.
    """
    record, bonds = found.frame.record, found.frame.bonds
    day = life.situation(found.known).day
    named = [
        who
        for clause in linked_clauses(life.clause, found.frame)
        for leaf in clause.leaves
        for who in sets_named(leaf)
    ]
    membership = tuple(
        record.sets.membership(bearer, who, day) for who in named for bearer in life.bearers
    )
    roles = tuple(
        (event.id, value.attribute)
        for event in record.events
        if isinstance(event, IncidentEvent)
        for value in event.values
        if value.value in life.bearers
    )
    done = tuple(n for n, who in enumerate(record.authors) if set(who) & set(life.bearers))
    alone = tuple((n, len(record.authors[n]) == 1) for n in done)
    consents = tuple(
        bearer in agreement.consents
        for agreement in bonds.lives.values()
        for bearer in life.bearers
    )
    return (membership, roles, alone, consents)


@dataclass(frozen=True, slots=True)
class _Peers:
    """Duties that stand alike, with the questions about the first of them."""

    first: Life
    lives: tuple[Life, ...]
    articles: frozenset[ArticleRef]
    bearers: frozenset[ActorId] | None
    questions: tuple[Question, ...]

    @staticmethod
    def of(alike: list[Life], found: Run) -> _Peers:
        """Asks what could be otherwise about the first."""
        first = alike[0]
        clauses = linked_clauses(first.clause, found.frame)
        questions = (
            *about_attributes(first, clauses, found),
            *about_issues(clauses, found),
            *about_deeds(first, clauses, found),
            *about_readings(clauses, found),
        )
        alone = not first.jointly and not any(clause.reads_breaches for clause in clauses)
        return _Peers(
            first=first,
            lives=tuple(alike),
            articles=frozenset(clause.ref for clause in clauses),
            bearers=frozenset(first.bearers) if alone else None,
            questions=questions,
        )


class _Laboratory:
    """Runs the story under suppositions, each once for all duties that ask for it."""

    def __init__(self, found: Run, story: Story, groups: Iterable[_Peers]) -> None:
        self.found = found
        self._story = story
        self._scopes: dict[Key, Scope] = {}
        self._runs: dict[Key, Run] = {}
        for peers in groups:
            for question in peers.questions:
                for answer in question.answers:
                    self._widen(answer.supposed.facts, peers)

    def _widen(self, facts: Key, peers: _Peers) -> None:
        """Makes sure that a supposition is run for the articles and bearers of these duties."""
        scope = self._scopes.get(facts, Scope(frozenset(), frozenset()))
        known = scope.bearers is None or peers.bearers is None
        self._scopes[facts] = Scope(
            (scope.articles or frozenset()) | peers.articles,
            None if known else (scope.bearers or frozenset()) | (peers.bearers or frozenset()),
        )

    def under(self, supposed: Supposed, peers: _Peers) -> Run:
        """What comes of the story under a supposition."""
        facts = supposed.facts
        if facts not in self._scopes:  # several facts together, run for these duties only
            facts = (*facts, id(peers))
        if facts not in self._runs:
            if facts not in self._scopes:
                self._widen(facts, peers)
            text = supposed.text(self.found.frame.text)
            events = tuple(supposed.events(self._story.events))
            touched = supposed.bears_on_bonds(text, self._story.events)
            bonds = None if touched else self.found.frame.bonds
            course = course_of(events, self.found.course.at)
            self._runs[facts] = run(text, course, bonds, self._scopes[facts])
        return self._runs[facts]


class _Trial:
    """Tries every supposition about the first of some duties that stand alike."""

    def __init__(self, peers: _Peers, laboratory: _Laboratory) -> None:
        self._peers = peers
        self._life = peers.first
        self._laboratory = laboratory
        self._runs_left = 0
        self._states = [
            [self._state(answer.supposed) for answer in question.answers]
            for question in peers.questions
        ]

    def draft(self) -> Draft:
        """What is missing, and what would change where the duty stands."""
        wants = self._wants() if self._life.shown is State.UNDETERMINED else []
        effects = list(self._effects_of_one())
        if not effects:
            effects = list(self._effects_of_two())
        return Draft(self._life.clause.modality, tuple(wants), tuple(effects))

    def _state(self, supposed: Supposed) -> State:
        """Where the duty would stand under a supposition."""
        life = self._life_in(self._laboratory.under(supposed, self._peers))
        return life.shown if life is not None else State.NOT_ARISEN

    def _life_in(self, other: Run) -> Life | None:
        """The same duty in another run; for one never occasioned, any under the article."""
        life = other.by_key.get(self._life.key)
        if life is not None or self._life.occasion is not None or self._life.clause.standing:
            return life
        ref, _, bearers = self._life.key
        return next((x for x in other.lives if x.key[0] == ref and x.key[2] == bearers), None)

    # What is missing.

    def _wants(self) -> list[Want]:
        """What is not known and what the answer hangs on.

        Something is wanting if, however much else were known, the duty could still be
        undetermined without it and settled with it: then it alone is what is missing. So
        what decides only together with something else is named, although no value of it
        settles anything by itself. What would not be asked any more once all else is known
        is not named, though a value of it would settle the duty now: whether the unknown
        attacker is the bearer itself does not matter to what 'each other guarantor' owes,
        for an unknown holder leaves out nobody (D4); if it turns out to be the bearer, the
        duty lapses then (D3).
        """
        asked = [n for n, question in enumerate(self._peers.questions) if question.open]
        return [self._want(n) for n in asked if self._is_wanting(n, asked)]

    def _want(self, number: int) -> Want:
        question = self._peers.questions[number]
        effects = tuple(self._effects_of(number))
        return Want(question.name, question.statement, question.origin, effects)

    def _is_wanting(self, number: int, asked: Sequence[int]) -> bool:
        """Whether everything else could turn out so that the answer hangs on this alone."""
        self._runs_left = MOST_RUNS
        return self._hangs_on(number, {}, [n for n in asked if n != number])

    def _hangs_on(self, number: int, supposed: dict[int, int], others: Sequence[int]) -> bool:
        """The same, with some of the others supposed already, each by its answer's place.

        After too many runs it is taken to hang on it, so that nothing wanting is left out.
        """
        if not others:
            answers = range(len(self._peers.questions[number].answers))
            ways = ({**supposed, number: answer} for answer in answers)
            return any(self._supposing(way) is not State.UNDETERMINED for way in ways)
        first, *rest = others
        for answer, alone in enumerate(self._states[first]):
            if self._runs_left <= 0:
                return True
            # What one answer settles stays settled, whatever else is known.
            way = {**supposed, first: answer}
            still_open = alone is State.UNDETERMINED is self._supposing(way)
            if still_open and self._hangs_on(number, way, rest):
                return True
        return False

    def _supposing(self, way: dict[int, int]) -> State:
        """Where the duty would stand if some questions had these answers."""
        if len(way) == 1:
            ((number, answer),) = way.items()
            return self._states[number][answer]
        self._runs_left -= 1
        questions = self._peers.questions
        return self._state(
            reduce(add, (questions[n].answers[way[n]].supposed for n in sorted(way)))
        )

    # What would change it.

    def _effects_of(self, number: int) -> Iterator[Effect]:
        """Where each answer to a question would lead, those with the same effect together."""
        question = self._peers.questions[number]
        groups: dict[State, list[str]] = {}
        for answer, state in zip(question.answers, self._states[number], strict=True):
            groups.setdefault(state, []).extend(answer.values)
        for state, values in groups.items():
            yield Effect(question.topic, tuple(values), state)

    def _effects_of_one(self) -> Iterator[Effect]:
        for number in range(len(self._peers.questions)):
            for effect in self._effects_of(number):
                if effect.state is not self._life.shown:
                    yield effect

    def _effects_of_two(self) -> Iterator[Effect]:
        """Pairs of suppositions of which each removes a part of what stands in the way."""
        obstacles = _obstacles(self._life, self._laboratory.found)
        if len(obstacles) < 2:
            return
        removing = []
        for question in self._peers.questions:
            for answer in question.answers:
                other = self._laboratory.under(answer.supposed, self._peers)
                life = self._life_in(other)
                removed = obstacles - _obstacles(life, other) if life else frozenset()
                if removed:
                    removing.append((question, answer, removed))
        pairs = (
            (one, two)
            for one, two in combinations(removing, 2)
            if one[0] is not two[0] and one[2] | two[2] == obstacles
        )
        for one, two in list(pairs)[:MOST_PAIRS]:
            supposed = one[1].supposed + two[1].supposed
            state = self._state(supposed)
            if state is not self._life.shown:
                yield Effect(f"{_said(*one[:2])} and {_said(*two[:2])}", (), state)


def _obstacles(life: Life, run_: Run) -> frozenset[int]:
    """The places of the requirements that are not satisfied."""
    if life.arisen is not None:
        return frozenset()
    requirements = enumerate(run_.requirements(life))
    return frozenset(place for place, r in requirements if r.verdict is not Verdict.HOLDS)


def _said(question: Question, answer: Answer) -> str:
    """A supposition in words."""
    return f"{question.topic} {label(answer.values)}".rstrip()
