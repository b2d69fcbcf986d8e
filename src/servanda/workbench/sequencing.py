"""In which order the steps of a case can be taken: what is asked, and the answer in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace as with_other
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.scenario import chain_of
from servanda.analyses.sequencing.answers import Alternative, Answer, alternatives
from servanda.analyses.sequencing.needs import steps_in, verdict_on
from servanda.analyses.sequencing.rules import Clause
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Deed, Entry, Goal, Step
from servanda.core.origin import NOWHERE, Origin
from servanda.core.verdict import Verdict
from servanda.language.document import Source as Text
from servanda.language.parser import parse
from servanda.language.read import read_case
from servanda.language.tree import AgreementStatement
from servanda.model.case import Case, OwnReading, Scenario
from servanda.model.conditions import Condition
from servanda.model.node import ActorId, AgreementId, IssueId, OptionId, ReadingId
from servanda.model.words import one_of
from servanda.workbench.asking import (
    actor_names,
    choose_scenario,
    read_choices,
    read_moment,
    read_readings,
    supposing,
)
from servanda.workbench.done_so_far import DoneSoFar, done_so_far
from servanda.workbench.grounds import passages
from servanda.workbench.mistakes import no_agreements, no_such_agreement
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked, Scenarios
from servanda.workbench.sequences import (
    AnswerLines,
    DeadlockLine,
    KindLine,
    OrdersLine,
    OwnWay,
    Sequenced,
    Stand,
    StepLine,
    UnlockLine,
    WaitLine,
    WayLines,
)
from servanda.workbench.standing import last_day
from servanda.workbench.step_words import StepWords
from servanda.workbench.watch import Watch, unwatched


class Question(NamedTuple):
    """What is asked, as typed.

    Attributes:
        agreements: Those whose steps are put in order; all where none is named.
        on: Up to which day what the history tells counts as done; from nothing where it is left out.
        after: A scenario taken to have happened.
        goal: A condition of the language that is to come about.
    """

    agreements: tuple[str, ...] = ()
    on: str | None = None
    after: str | None = None
    choices: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    goal: str | None = None


ASKED = "999.999"
"""The number of an article as whose condition a goal is read."""

GOAL = "--goal"
"""What the text of what is to come about is called in reports."""


class _Reading(NamedTuple):
    """One way of reading, and the scenarios that read so."""

    common: tuple[ReadingId, ...]
    own: tuple[tuple[ActorId, ReadingId], ...]
    scenarios: tuple[str, ...] = ()


def sequence_case(
    opened: Opened, question: Question, watch: Watch = unwatched
) -> Sequenced | Checked:
    """The order of the steps of a case, or what is wrong with the question."""
    case = opened.case
    known = [agreement.id for agreement in case.agreements]
    stranger = next((name for name in question.agreements if name not in known), None)
    if stranger is not None:
        return no_such_agreement(stranger, known)
    after = _after(case, question.after)
    if isinstance(after, Checked):
        return after
    day = _day(case, after, question.on)
    if isinstance(day, Checked):
        return day
    choices = read_choices(case, question.choices)
    if isinstance(choices, Checked):
        return choices
    readings = read_readings(case, question.readings)
    if isinstance(readings, Checked):
        return readings
    goal = _goal(opened, question.goal)
    if isinstance(goal, Checked):
        return goal
    agreements = tuple(map(AgreementId, question.agreements)) or tuple(known)
    supposed = supposing(_whole(case, after), readings, choices)
    done = DoneSoFar((), frozenset()) if day is None else done_so_far(case, day, after)
    setting = Setting(
        case=case,
        agreements=agreements,
        day=day,
        options=_options(case, supposed),
        done=frozenset(done.steps),
        holding=done.holding,
    )
    ways = _ways(case, supposed, alone=bool(question.readings or question.after))
    words = StepWords(case, agreements)
    found: list[WayLines] = []
    plain: tuple[Alternative, ...] | None = None
    first: tuple[Alternative, ...] = ()
    for number, way in enumerate(ways):
        watch(number, len(ways))
        there = with_other(setting, readings=way.common, own_readings=way.own)
        answers = alternatives(there, goal)
        first = first or answers
        if plain is not None and answers == plain:
            found.append(WayLines(_own_ways(way), way.scenarios, as_text=True))
            continue
        if not way.common and not way.own:
            plain = answers
        lines = tuple(_answer(one, words) for one in answers)
        found.append(WayLines(_own_ways(way), way.scenarios, lines))
    said = (s for one in first for s in one.answer.plan.said)
    aside = (ref for one in first for ref in one.answer.plan.aside)
    return Sequenced(
        case=case.title,
        agreements=agreements,
        ways=tuple(found),
        day=day,
        after=after.title if after is not None else "",
        done=tuple(words.step(step) for step in _in_plan(done.steps, first)),
        goal=question.goal or "",
        choices=tuple(f"{issue}={option}" for issue, option in choices),
        aside=tuple(dict.fromkeys(aside)),
        said=tuple(dict.fromkeys(said)),
        actors=actor_names(case),
        passages=passages(opened.sources),
    )


# What is asked.


def _after(case: Case, asked: str | None) -> Scenario | Checked | None:
    if asked is None:
        return None
    chosen = choose_scenario(case, asked)
    if isinstance(chosen, Checked):
        return chosen
    assert not isinstance(chosen, Scenarios)
    return case.scenarios[chosen.number - 1]


def _day(case: Case, after: Scenario | None, asked: str | None) -> dt.date | Checked | None:
    if asked is not None:
        moment = read_moment(asked)
        return moment if isinstance(moment, Checked) else moment.date
    return last_day(case, after) if after is not None else None


def _whole(case: Case, after: Scenario | None) -> Scenario:
    """A scenario with the readings and choices of those that it continues."""
    if after is None:
        return Scenario(title="")
    whole = Scenario(title="")
    for part in chain_of(case, after):
        taken = [OwnReading(reading=r, actors=()) for r in part.readings]
        chosen = [(c.issue, c.option) for c in part.choices]
        whole = supposing(whole, [*part.own_readings, *taken], chosen)
    return whole


def _options(case: Case, supposed: Scenario) -> Mapping[IssueId, OptionId]:
    settled = {issue.id: issue.settled for issue in case.issues if issue.settled is not None}
    return {**settled, **{choice.issue: choice.option for choice in supposed.choices}}


def _goal(opened: Opened, asked: str | None) -> Condition | Checked | None:
    """What is to come about, read as the condition of an article beside the others."""
    if asked is None:
        return None
    beside = next((s for s in opened.sources if _has_agreement(s)), None)
    if beside is None:
        return no_agreements(opened.case.title)
    line, who = " ".join(asked.split()), opened.case.actors[0].id
    text = f'\n```servanda\narticle {ASKED} "Asked about"\n  only if {line}\n  {who} must report\n```\n'
    whole = Text(beside.name, beside.text + "\n" + text)
    read = read_case([whole if source is beside else source for source in opened.sources])
    end = len(beside.text) + 1
    found = tuple(
        replace(report, origin=_within(report.origin, beside.text + "\n"))
        for report in read.diagnostics
        if report.origin.file == beside.name and report.origin.start >= end
    )
    if read.case is None or found:
        return Checked(diagnostics=found, texts={GOAL: text}, misuse=True)
    for _, article in read.case.articles():
        if article.number == ASKED:
            return article.only_if[0]
    raise AssertionError("the article that was added is read")


def _has_agreement(source: Text) -> bool:
    return any(isinstance(s, AgreementStatement) for s in parse(source)[0].statements)


def _within(origin: Origin, before: str) -> Origin:
    """A place behind a text, as seen from the text's end."""
    return replace(
        origin,
        file=GOAL,
        start=origin.start - len(before),
        end=origin.end - len(before),
        line=origin.line - before.count("\n"),
    )


def _ways(case: Case, supposed: Scenario, *, alone: bool) -> tuple[_Reading, ...]:
    """The ways of reading: as asked, or the text as it stands and what scenarios take."""
    asked = _Reading(supposed.readings, _pairs(supposed.own_readings))
    if alone:
        return (asked,)
    found = {(asked.common, asked.own): list[str]()}
    for scenario in case.scenarios:
        whole = _whole(case, scenario)
        key = (whole.readings, _pairs(whole.own_readings))
        found.setdefault(key, []).append(scenario.title)
    return tuple(
        _Reading(common, own, tuple(titles) if common or own else ())
        for (common, own), titles in found.items()
    )


def _pairs(own: Sequence[OwnReading]) -> tuple[tuple[ActorId, ReadingId], ...]:
    return tuple((actor, one.reading) for one in own for actor in one.actors)


def _own_ways(way: _Reading) -> tuple[OwnWay, ...]:
    by_actor: dict[ActorId, list[ReadingId]] = {}
    for actor, reading in way.own:
        by_actor.setdefault(actor, []).append(reading)
    common = (OwnWay((), way.common),) if way.common else ()
    return (*common, *(OwnWay((actor,), tuple(some)) for actor, some in by_actor.items()))


def _in_plan(done: Sequence[Step], first: Sequence[Alternative]) -> Iterator[Step]:
    known = {step for one in first for step in one.answer.plan.rules}
    return (step for step in done if step in known)


# The answer in words.


def _answer(one: Alternative, words: StepWords) -> AnswerLines:
    return _Answered(one, words).lines()


class _Answered:
    """Puts one answer in words."""

    def __init__(self, one: Alternative, words: StepWords) -> None:
        self.choices = one.choices
        self.answer: Answer = one.answer
        self.words = words
        done = self.answer.plan.done
        steps = [s for s in self.answer.plan.rules if s not in done and s != Goal()]
        self.numbers = {step: n for n, step in enumerate(steps, 1)}
        self.wave = {s: n for n, wave in enumerate(self.answer.waves, 1) for s in wave}
        taken = frozenset(self.wave) | frozenset(self.answer.undetermined) | done
        self.taken = taken

    def lines(self) -> AnswerLines:
        answer, stuck = self.answer, self.answer.stuck
        steps = tuple(map(self._step, self.numbers))
        order = [step for wave in answer.waves for step in wave if step != Goal()]
        unlocking = answer.unlocking
        return AnswerLines(
            choices=tuple(filter(None, map(_choice, self.choices))),
            steps=steps,
            kinds=tuple(self._kinds(steps)),
            waves=tuple(filter(None, map(self._numbered, answer.waves))),
            deadlocks=tuple(DeadlockLine(self._numbered(k), self._behind(k)) for k in stuck.knots),
            impossible=self._numbered(stuck.impossible),
            undetermined=self._numbered(answer.undetermined),
            others=answer.others,
            orders=OrdersLine(
                answer.count.least, answer.count.most, self._numbered(order, kept=True)
            ),
            unlocking=tuple(
                UnlockLine(tuple(self.words.source(s, self._origin(s)) for s in some))
                for some in (unlocking.sets if unlocking is not None else ())
            ),
            unlocking_complete=unlocking is None or unlocking.complete,
            reached=self._reached(),
        )

    def _reached(self) -> bool | None:
        if Goal() not in self.answer.plan.rules or Goal() in self.answer.undetermined:
            return None
        return Goal() in self.wave

    def _numbered(self, steps: object, *, kept: bool = False) -> tuple[int, ...]:
        assert isinstance(steps, Sequence | frozenset)
        found = [self.numbers[step] for step in steps if step in self.numbers]
        return tuple(found if kept else sorted(found))

    def _behind(self, knot: frozenset[Step]) -> tuple[int, ...]:
        """What waits for a deadlock in the end."""
        rules, stuck = self.answer.plan.rules, self.answer.stuck
        found = set(knot)
        while True:
            further = {
                step
                for step in stuck.behind
                if step not in found
                and any(
                    other in found
                    for clause in rules[step].clauses()
                    if verdict_on(clause.needs, self.taken) is not Verdict.HOLDS
                    for other in steps_in(clause.needs)
                )
            }
            if not further:
                return self._numbered(frozenset(found - knot))
            found |= further

    def _step(self, step: Step) -> StepLine:
        rule = self.answer.plan.rules[step]
        articles = [way.article for way in rule.ways if way.article and not way.instead_of]
        return StepLine(
            number=self.numbers[step],
            words=self.words.step(step),
            actors=step.actors if isinstance(step, Deed) else (),
            stand=self._stand(step),
            wave=self.wave.get(step, 0),
            asked=rule.asked or isinstance(step, Entry),
            articles=tuple(dict.fromkeys(articles)),
            waits=tuple(map(self._wait, rule.clauses())),
            before=self._numbered(self.answer.before.get(step, frozenset())),
            origin=next((c.origin for way in rule.ways for c in way.clauses), NOWHERE),
        )

    def _stand(self, step: Step) -> Stand:
        stuck = self.answer.stuck
        if step in self.wave:
            return "free"
        if step in self.answer.undetermined:
            return "undetermined"
        if any(step in knot for knot in stuck.knots):
            return "deadlock"
        return "impossible" if step in stuck.impossible else "behind"

    def _wait(self, clause: Clause) -> WaitLine:
        steps = tuple(dict.fromkeys(steps_in(clause.needs)))
        return WaitLine(
            words=self.words.need(clause.needs),
            ground=self.words.ground(clause),
            steps=self._numbered(steps),
            met=verdict_on(clause.needs, self.taken) is Verdict.HOLDS,
        )

    def _origin(self, source: object) -> Origin:
        for rule in self.answer.plan.rules.values():
            for clause in rule.clauses():
                if clause.source == source:
                    return clause.origin
        return NOWHERE

    def _kinds(self, steps: Sequence[StepLine]) -> Iterator[KindLine]:
        """Steps told together: the same act of several, which wait for the same and stand alike."""
        alike: dict[object, list[Step]] = {}
        for step, line in zip(self.numbers, steps, strict=True):
            key: object = step
            if isinstance(step, Deed) and len(step.actors) == 1:
                waits = tuple((w.words, w.ground.sort, w.ground.words) for w in line.waits)
                key = (step.act, step.object, line.stand, line.wave, line.asked, waits)
            alike.setdefault(key, []).append(step)
        for some in alike.values():
            deeds = [step for step in some if isinstance(step, Deed)]
            together = len(deeds) == len(some) and all(len(d.actors) == 1 for d in deeds)
            told = self.words.together(deeds) if together else self.words.step(some[0])
            yield KindLine(told, self._numbered(some))


def _choice(choice: Mapping[IssueId, tuple[OptionId, ...]]) -> str:
    return " and ".join(f"{issue} is {one_of(options)}" for issue, options in choice.items())
