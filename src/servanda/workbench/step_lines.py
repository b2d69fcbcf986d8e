"""One answer on the order of steps, in the words of its case."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from servanda.analyses.sequencing.answers import Answer
from servanda.analyses.sequencing.choices import Alternative, Choice, Group
from servanda.analyses.sequencing.needs import steps_in, verdict_on
from servanda.analyses.sequencing.rules import Clause, Source
from servanda.analyses.sequencing.steps import Deed, Entry, Goal, Step
from servanda.core.verdict import Verdict
from servanda.model.words import one_of
from servanda.workbench.results import Cited
from servanda.workbench.sequences import (
    AnswerLines,
    DeadlockLine,
    GroupLines,
    KindLine,
    OrdersLine,
    Stand,
    StepLine,
    UnlockLine,
    WaitLine,
)
from servanda.workbench.step_words import StepWords


def group_lines(group: Group, words: StepWords) -> GroupLines:
    """Answers in which the same is stuck."""
    answers = tuple(_Answered(one, words).lines() for one in group.members)
    return GroupLines(choices_told(group.choices), answers)


def choices_told(choices: Sequence[Choice]) -> tuple[str, ...]:
    """Choices of options in words; nothing where no option matters."""
    return tuple(filter(None, map(_choice, choices)))


def _choice(choice: Choice) -> str:
    return " and ".join(f"{issue} is {one_of(options)}" for issue, options in choice.items())


class _Answered:
    """Puts one answer in words."""

    def __init__(self, one: Alternative, words: StepWords) -> None:
        self.choices = one.choices
        self.answer: Answer = one.answer
        self.words = words
        done = self.answer.plan.done
        self.wave = {s: n for n, wave in enumerate(self.answer.waves, 1) for s in wave}
        self.taken = self.answer.taken
        steps = [s for s in self.answer.plan.rules if s not in done and s != Goal()]
        self.numbers = {step: n for n, step in enumerate(sorted(steps, key=self._place), 1)}
        self.told = dict(_clauses_by_source(self.answer))

    def _place(self, step: Step) -> int:
        """Where a step stands among the others: those that can be taken first, in their turn."""
        behind = step in self.answer.stuck.behind
        return self.wave.get(step, len(self.answer.waves) + (2 if behind else 1))

    def lines(self) -> AnswerLines:
        """The whole answer."""
        answer, stuck = self.answer, self.answer.stuck
        steps = tuple(map(self._step, self.numbers))
        order = [step for wave in answer.waves for step in wave]
        unlocking = answer.unlocking
        return AnswerLines(
            choices=choices_told(self.choices),
            steps=steps,
            kinds=tuple(self._kinds(steps)),
            waves=tuple(filter(None, map(self._numbered, answer.waves))),
            deadlocks=tuple(DeadlockLine(self._sorted(k), self._behind(k)) for k in stuck.knots),
            impossible=self._sorted(stuck.impossible),
            undetermined=self._numbered(answer.undetermined),
            others=answer.others,
            complete=answer.complete,
            orders=OrdersLine(answer.count.least, answer.count.most, self._numbered(order)),
            unlocking=tuple(map(self._unlock, unlocking.sets)) if unlocking is not None else (),
            unlocking_complete=unlocking is None or unlocking.complete,
            reached=self._reached(),
        )

    def _unlock(self, given_up: Sequence[Source]) -> UnlockLine:
        return UnlockLine(tuple(self.words.ground(self.told[source]) for source in given_up))

    def _reached(self) -> bool | None:
        if Goal() not in self.answer.plan.rules or Goal() in self.answer.undetermined:
            return None
        return Goal() in self.wave

    def _numbered(self, steps: Sequence[Step]) -> tuple[int, ...]:
        return tuple(self.numbers[step] for step in steps if step in self.numbers)

    def _sorted(self, steps: Collection[Step]) -> tuple[int, ...]:
        return tuple(sorted(self.numbers[step] for step in steps if step in self.numbers))

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
                return self._sorted(found - knot)
            found |= further

    def _step(self, step: Step) -> StepLine:
        rule = self.answer.plan.rules[step]
        asking = {
            way.article: way.origin for way in rule.ways if way.article and not way.instead_of
        }
        return StepLine(
            number=self.numbers[step],
            words=self.words.step(step),
            actors=step.actors if isinstance(step, Deed) else (),
            stand=self._stand(step),
            wave=self.wave.get(step, 0),
            asked=rule.asked or isinstance(step, Entry),
            articles=tuple(Cited(ref, origin) for ref, origin in asking.items()),
            waits=tuple(map(self._wait, rule.clauses())),
            before=self._sorted(self.answer.before.get(step, frozenset())),
            one_of=tuple(self._one_of(step)),
        )

    def _one_of(self, step: Step) -> Iterator[tuple[int, ...]]:
        """Steps of which one has to come before a step, though none has to in every order."""
        if step not in self.wave:
            return
        before = self._ever_before(step)
        for clause in self.answer.plan.rules[step].clauses():
            spoken = [one for one in steps_in(clause.needs) if one not in before]
            if verdict_on(clause.needs, before) is not Verdict.HOLDS:
                numbers = self._numbered(tuple(dict.fromkeys(spoken)))
                yield from (numbers,) if numbers else ()

    def _ever_before(self, step: Step) -> frozenset[Step]:
        """The steps that come before a step in every order, and those that have been taken."""
        found, waiting = set[Step](), [step]
        while waiting:
            nearer = self.answer.before.get(waiting.pop(), frozenset())
            waiting += nearer - found
            found |= nearer
        return self.answer.plan.done | found

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
        sure = self.taken.difference(self.answer.undetermined)
        verdict = verdict_on(clause.needs, sure)
        if verdict is not verdict_on(clause.needs, self.taken):
            verdict = Verdict.UNDETERMINED
        return WaitLine(
            words=self.words.need(clause.needs),
            ground=self.words.ground(clause),
            verdict=verdict,
            why=self.words.why(clause.needs),
            steps=self._numbered(tuple(dict.fromkeys(steps_in(clause.needs)))),
        )

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


def _clauses_by_source(answer: Answer) -> Iterator[tuple[Source, Clause]]:
    """A clause for each thing that could be given up."""
    for rule in reversed(list(answer.plan.rules.values())):
        for clause in reversed(rule.every_clause()):
            if clause.source is not None:
                yield clause.source, clause
