"""In which order steps can be taken: where they wait for one another, and what would be enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from servanda.core.numerals import in_words
from servanda.core.verdict import Verdict
from servanda.model.words import listing
from servanda.views.brief.terms import Terms
from servanda.views.plural import count_of
from servanda.views.sheet import Inline, Item, Line, Ref
from servanda.views.wording import Names, article_words, joined
from servanda.workbench.sequences import (
    AnswerLines,
    DeadlockLine,
    GroundLine,
    GroupLines,
    Sequenced,
    StepLine,
    WaitLine,
    WayLines,
)

MOST_DEADLOCKS = 3
"""How many deadlocks the page tells of."""

MOST_IMPOSSIBLE = 3
"""How many steps that nothing can bring about."""

MOST_WAYS_OUT = 2
"""How many ways out of each."""


def steps(terms: Terms) -> Iterator[Item]:
    """Whether all steps can be taken, where they wait for one another, what would be enough."""
    sequenced = terms.brief.sequenced
    if sequenced is None:
        return
    order = _Order(terms.names, spoken=terms.brief.recorded is not None)
    for way in sequenced.ways:
        if not way.as_text:
            yield from order.by(way)


def stuck_choices(sequenced: Sequenced) -> int:
    """In how many choices of options steps wait for one another, by the text as it stands."""
    return sum(bool(answer.deadlocks) for answer in sequenced.ways[0].answers)


class _Order:
    """Says the order of steps."""

    def __init__(self, names: Names, *, spoken: bool) -> None:
        self.names = names
        self.spoken = spoken

    def by(self, way: WayLines) -> Iterator[Item]:
        """The answers by one way of reading.

        That all goes well is told where what was said could stand in the way.
        """
        by = _readings(way)
        stuck = [group for group in way.groups if _is_stuck(group)]
        well = [group for group in way.groups if all(answer.free for answer in group.answers)]
        free = [choice for group in well for choice in group.choices]
        for group in [group for group in way.groups if group.answers[0].impossible][
            :MOST_DEADLOCKS
        ]:
            where = f"{by}{_if(group.choices)}, " if group.choices else by
            never = self._impossible(group.answers[0])
            yield Item((_upper(f"{where}nothing can bring it about that "), *never, "."))
        if not stuck and self.spoken and all(answer.free for answer in way.answers):
            yield Item((_upper(f"{by}every step can be taken, one after the other [sequence]."),))
        if stuck and free:
            yield Item((_upper(f"{by}every step can be taken {_if(free)} [sequence]."),))
        for group in stuck[:MOST_DEADLOCKS]:
            answer = group.answers[0]
            where = f"{by}{_if(group.choices)}, " if group.choices else by
            yield from self._deadlock(where, answer, answer.deadlocks[0])
        if len(stuck) > MOST_DEADLOCKS:
            more = count_of(len(stuck) - MOST_DEADLOCKS, "more deadlock")
            yield Item((_upper(f"{by}{more} [sequence]."),))

    def _deadlock(self, where: str, answer: AnswerLines, deadlock: DeadlockLine) -> Iterator[Item]:
        """The shortest round in which steps wait for one another, and what would end it."""
        steps = {number: answer.step(number) for number in deadlock.steps}
        round_ = shortest_round({n: _waited_for(step, steps) for n, step in steps.items()})
        count = in_words(len(steps))
        lead = f"{where}{count} steps wait for one another"
        if len(round_) < len(steps):
            lead += f", {in_words(len(round_))} of them in a round"
        told = (
            self._waits(steps[one], {following})
            for one, following in zip(round_, (*round_[1:], round_[0]), strict=True)
        )
        yield Item((_upper(f"{lead}: "), *joined(told, "; "), "."), tuple(self._ways_out(answer)))

    def _impossible(self, answer: AnswerLines) -> Line:
        """The steps that nothing can bring about, the first few with why."""
        told: list[Line] = []
        for step in map(answer.step, answer.impossible[:MOST_IMPOSSIBLE]):
            lacking = list(_lacking(step))
            waits = [one for one in lacking if one.why or not one.steps] or lacking
            why = joined(map(self._never, waits), ", ")
            told.append((*self.names.said(step.words), *((": ", *why) if why else ())))
        left = len(answer.impossible) - MOST_IMPOSSIBLE
        if left > 0:
            told.append((f"{count_of(left, 'more step')} [sequence]",))
        return joined(told, "; ")

    def _never(self, wait: WaitLine) -> Line:
        """``it is refused [S1]``."""
        why = f" ({wait.why})" if wait.words and wait.why else ""
        account = f", {wait.ground.account}" if wait.ground.account else ""
        words = self.names.said(wait.words or wait.why)
        return (*words, f"{why} [", *_cited(wait.ground), *self.names.said(account), "]")

    def _ways_out(self, answer: AnswerLines) -> Iterator[Item]:
        """What it would be enough to give up, the least first."""
        ways = answer.unlocking[:MOST_WAYS_OUT]
        if ways:
            told = (joined(map(self._given_up, way.given_up), " and ") for way in ways)
            left = len(answer.unlocking) - len(ways)
            more = f"; {left} more [sequence]" if left else ""
            yield Item(("Enough to give up: ", *joined(told, "; or "), f"{more}."))

    def _given_up(self, ground: GroundLine) -> Line:
        """``RUS's condition [P7, by the account of USA]``; ``what article 8 asks [article 8]``."""
        account = self.names.said(f", {ground.account}" if ground.account else "")
        whose = self.names.said(f"{listing(ground.whose)}'s ") if ground.whose else ()
        what = {
            "reading": f"reading {ground.reading}",
            "statement": "condition" if ground.words else "refusal",
            "prohibition": "the prohibition",
            "before entry": "that it binds only in force",
        }.get(ground.sort, f"that {ground.asks or ground.words}")
        return (*whose, *self.names.said(what), " [", *_cited(ground), *account, "]")

    def _waits(self, step: StepLine, others: set[int]) -> Line:
        """``truce begins only once PACT is in force [S2]``."""
        waits = (one for one in _lacking(step) if others & set(one.steps))
        told = joined(dict.fromkeys(map(self._wait, waits)), " and ")
        return (*self.names.said(step.words), " only once ", *told)

    def _wait(self, wait: WaitLine) -> Line:
        account = f", {wait.ground.account}" if wait.ground.account else ""
        cited = (*_cited(wait.ground), *self.names.said(account))
        return (*self.names.said(wait.words), " [", *cited, "]")


def _readings(way: WayLines) -> str:
    """``With UKR by security_first; RUS by politics_first: ``; empty for the text as it stands."""
    told = [f"{listing(own.actors) or 'all'} by {listing(own.readings)}" for own in way.readings]
    return f"With {'; '.join(told)}: " if told else ""


def _is_stuck(group: GroupLines) -> bool:
    return any(answer.deadlocks for answer in group.answers)


def _if(choices: Sequence[str]) -> str:
    return f"if {'; or if '.join(choices)}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lacking(step: StepLine) -> Iterator[WaitLine]:
    return (one for one in step.waits if one.verdict is Verdict.FAILS)


def _waited_for(step: StepLine, among: Mapping[int, StepLine]) -> list[int]:
    found = dict.fromkeys(number for wait in _lacking(step) for number in wait.steps)
    return [number for number in found if number in among]


def shortest_round(waits: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """The shortest round in which each waits for the next and the last for the first.

    Args:
        waits: What each waits for; among them there is a round.

    Returns:
        The one that begins with the lowest number, where several are as short.
    """
    rounds = [found for start in waits if (found := _round_from(start, waits))]
    return min(rounds, key=lambda one: (len(one), one), default=tuple(waits))


def _round_from(start: int, waits: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """The shortest way from a step back to itself."""
    ways: list[tuple[int, ...]] = [(start,)]
    seen: set[int] = set()
    for way in ways:
        for following in waits[way[-1]]:
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()


def _cited(ground: GroundLine) -> tuple[Inline, ...]:
    """The article or the statement by which a step waits."""
    if ground.statement is not None:
        return (Ref(ground.origin, ground.statement, told=True),)
    if ground.article is not None:
        return (Ref(ground.origin, article_words(ground.article, several=True), told=True),)
    return (ground.words or ground.sort,)
