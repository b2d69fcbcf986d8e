"""What would decide, or change, where a duty stands: computed by running the story again.

One fact at a time is supposed to be otherwise, and the articles that read it are run once
more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations
from operator import add

from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.facts.course import Story
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.what_if.laboratory import Laboratory
from servanda.analyses.scenario.what_if.peers import Key, Peers, peers_among
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.analyses.scenario.what_if.upshots import Findings, Part, Prospect, Upshot
from servanda.core.verdict import Verdict

MOST_PAIRS = 64
"""How many pairs of suppositions are tried for one duty where no single one changes it."""

MOST_RUNS = 64
"""How many ways for everything else to turn out are run to see whether one thing is wanting."""


def prospects(found: Run, story: Story, lives: Iterable[Life]) -> dict[Key, Prospect]:
    """What is missing for each of these duties, and what would change it."""
    asked: dict[int, tuple[Run, list[Life]]] = {}
    for life in lives:
        own = found.run_of(life)
        asked.setdefault(id(own), (own, []))[1].append(life)
    result: dict[Key, Prospect] = {}
    for own, some in asked.values():
        result |= _prospects(own, story, some)
    return result


def _prospects(found: Run, story: Story, lives: Iterable[Life]) -> dict[Key, Prospect]:
    """The same for duties that are judged by the text of this run."""
    groups = list(peers_among(lives, found))
    laboratory = Laboratory(found, story, groups)
    result: dict[Key, Prospect] = {}
    for peers in groups:
        findings = _Trial(peers, laboratory).findings()
        for member in peers.members:
            result[member.life.key] = findings.told(member.questions)
    return result


class _Trial:
    """Tries every supposition about the first of some duties that stand alike."""

    def __init__(self, peers: Peers, laboratory: Laboratory) -> None:
        self._peers = peers
        self._life, self._questions = peers.first.life, peers.first.questions
        self._laboratory = laboratory
        self._runs_left = 0
        self._states = [
            [self._state(answer.supposed) for answer in question.answers]
            for question in self._questions
        ]

    def findings(self) -> Findings:
        """What is missing, and what would change where the duty stands."""
        wants = self._wants() if self._life.shown is State.UNDETERMINED else []
        effects = list(self._effects_of_one())
        if not effects:
            effects = list(self._effects_of_two())
        return Findings(self._life.clause.modality, tuple(wants), tuple(effects))

    def _state(self, supposed: Supposed) -> State:
        """Where the duty would stand under a supposition."""
        life = self._life_in(self._laboratory.under(supposed, self._peers))
        return life.shown if life is not None else State.NOT_ARISEN

    def _life_in(self, other: Run) -> Life | None:
        """The same duty in another run; for one never occasioned, any under the article."""
        life = other.by_key.get(self._life.key)
        if life is not None or self._life.occasion is not None or self._life.clause.standing:
            return life
        asked = self._life
        return next((x for x in other.lives if _under_the_same_text(x, asked)), None)

    # What is missing.

    def _wants(self) -> list[tuple[int, tuple[Upshot, ...]]]:
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
        asked = [n for n, question in enumerate(self._questions) if question.open]
        wanting = [number for number in asked if self._is_wanting(number, asked)]
        return [(number, tuple(self._effects_of(number))) for number in wanting]

    def _is_wanting(self, number: int, asked: Sequence[int]) -> bool:
        """Whether everything else could turn out so that the answer hangs on this alone."""
        others = [n for n in asked if n != number]
        if not all(State.UNDETERMINED in self._states[other] for other in others):
            return False
        # In the common way everything else turns out so that it settles nothing: one run
        # shows it, where trying the others one after another takes many.
        common = {other: self._states[other].index(State.UNDETERMINED) for other in others}
        self._runs_left = MOST_RUNS
        is_open = not common or self._supposing(common) is State.UNDETERMINED
        return (is_open and self._hangs_on(number, common, ())) or self._hangs_on(
            number, {}, others
        )

    def _hangs_on(self, number: int, supposed: dict[int, int], others: Sequence[int]) -> bool:
        """The same, with some of the others supposed already, each by its answer's place.

        After too many runs it is taken to hang on it, so that nothing wanting is left out.
        """
        if not others:
            answers = range(len(self._questions[number].answers))
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
        questions = self._questions
        return self._state(
            reduce(add, (questions[n].answers[way[n]].supposed for n in sorted(way)))
        )

    # What would change it.

    def _effects_of(self, number: int) -> Iterator[Upshot]:
        """Where each answer to a question would lead, those with the same effect together."""
        groups: dict[State, list[int]] = {}
        for answer, state in enumerate(self._states[number]):
            groups.setdefault(state, []).append(answer)
        for state, answers in groups.items():
            yield Upshot((Part(number, tuple(answers)),), state)

    def _effects_of_one(self) -> Iterator[Upshot]:
        for number in range(len(self._questions)):
            for effect in self._effects_of(number):
                if effect.state is not self._life.shown:
                    yield effect

    def _effects_of_two(self) -> Iterator[Upshot]:
        """Pairs of suppositions of which each removes a part of what stands in the way."""
        obstacles = _obstacles(self._life, self._laboratory.found)
        if len(obstacles) < 2:
            return
        removing = []
        for number, question in enumerate(self._questions):
            for place, answer in enumerate(question.answers):
                other = self._laboratory.under(answer.supposed, self._peers)
                life = self._life_in(other)
                removed = obstacles - _obstacles(life, other) if life else frozenset()
                if removed:
                    removing.append((Part(number, (place,)), answer.supposed, removed))
        pairs = (
            (one, two)
            for one, two in combinations(removing, 2)
            if one[0].question != two[0].question and one[2] | two[2] == obstacles
        )
        for one, two in list(pairs)[:MOST_PAIRS]:
            state = self._state(one[1] + two[1])
            if state is not self._life.shown:
                yield Upshot((one[0], two[0]), state)


def _under_the_same_text(one: Life, other: Life) -> bool:
    """Whether the same actors bear two duties under the same text of an article."""
    first, second = one.clause, other.clause
    return (first.ref, first.version, one.matter[2]) == (
        second.ref,
        second.version,
        other.matter[2],
    )


def _obstacles(life: Life, run_: Run) -> frozenset[int]:
    """The places of the requirements that are not satisfied."""
    if life.arisen is not None:
        return frozenset()
    requirements = enumerate(run_.requirements(life))
    return frozenset(place for place, r in requirements if r.verdict is not Verdict.HOLDS)
