"""What the pages on sequencing share: ways of reading, steps, what they wait for and by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from servanda.core.verdict import Verdict
from servanda.model.words import listing
from servanda.views.plural import count_of
from servanda.views.sheet import Line, Ref
from servanda.views.wording import Names, article_words, joined
from servanda.workbench.sequences import (
    AnswerLines,
    GroundLine,
    GroupLines,
    OwnWay,
    Sequenced,
    WaitLine,
    WayLines,
)

MOST_CHOICES = 3
"""Of how many choices of options is told; how many more there are is said."""


class Pages:
    """Says sequencing with the names of one case."""

    def __init__(self, sequenced: Sequenced) -> None:
        self.names = Names(sequenced.actors)
        self.several = len(sequenced.agreements) > 1
        self.goal = bool(sequenced.goal)

    def titled(self, way: WayLines, choices: str = "") -> Line:
        """A way of reading, and in which choices of options."""
        said = way_words(way)
        return self.names.said(said[:1].upper() + said[1:] + (f", {choices}" if choices else ""))

    def kinds(self, answer: AnswerLines, numbers: Sequence[int]) -> Line:
        """Steps, those that are told together put together."""
        among = set(numbers)
        told = [self.names.said(k.words) for k in answer.kinds if among.issuperset(k.steps)]
        return joined(told, "; ")

    def waits(self, waits: Sequence[WaitLine], lead: str = "only once") -> Line:
        """What a step waits for, each with by what.

        Args:
            waits: What it waits for.
            lead: What is said before a condition.
        """
        by_ground: dict[tuple[object, ...], list[WaitLine]] = {}
        for wait in waits:
            by_ground.setdefault((*_key(wait.ground), wait.why), []).append(wait)
        return joined((self._wait(some, lead) for some in by_ground.values()), ", and ")

    def _wait(self, some: Sequence[WaitLine], lead: str) -> Line:
        told = dict.fromkeys(wait.words for wait in some if wait.words)
        words = joined(map(self.names.said, told), " and ")
        why, ground = some[0].why, self.ground(_of_all([wait.ground for wait in some]))
        if not words:
            return (why, " (", *ground, ")")
        return (f"{lead} ", *words, f" ({why}; " if why else " (", *ground, ")")

    def ground(self, ground: GroundLine) -> Line:
        """By what something waits: ``RUS's reading politics_first of article 10``."""
        article = self._article(ground)
        match ground.sort:
            case "reading":
                whose = f"{listing(ground.whose)}'s" if ground.whose else "the"
                return (*self.names.said(f"{whose} reading {ground.reading} of "), *article)
            case "statement":
                return (*self.names.said(f"{listing(ground.whose)}, "), *self._statement(ground))
            case "prohibition":
                return ("forbidden by ", *article)
            case "before entry":
                return (*article, " binds only then")
            case "law":
                return ("the law of treaties",)
            case _:
                return article

    def all_given_up(self, grounds: Sequence[GroundLine]) -> Line:
        """Everything that would be given up together."""
        together: dict[tuple[object, ...], list[GroundLine]] = {}
        for ground in grounds:
            together.setdefault((*_key(ground), ground.words), []).append(ground)
        told = (self.given_up(_of_all(some)) for some in together.values())
        return joined(told, ", and ")

    def given_up(self, ground: GroundLine) -> Line:
        """What somebody would give up, or what a text would leave out."""
        article = self._article(ground)
        match ground.sort:
            case "reading":
                who = listing(ground.whose) or "all"
                verb = "gives up its" if len(ground.whose) == 1 else "give up the"
                said = self.names.said(f"{who} {verb} reading {ground.reading} of ")
                return (*said, *article)
            case "statement":
                what = f"condition that {ground.asks}" if ground.asks else "refusal"
                drops = "drops its" if len(ground.whose) == 1 else "drop their"
                said = self.names.said(f"{listing(ground.whose)} {drops} {what}")
                return (*said, " (", *self._statement(ground), ")")
            case "prohibition":
                return (*article, " no longer forbids it")
            case "before entry":
                return (*article, " is applied before the agreement is in force")
            case _:
                return (*article, *self.names.said(f" no longer asks that {ground.asks}"))

    def _article(self, ground: GroundLine) -> Line:
        if ground.article is None:
            return ()
        return (Ref(ground.origin, article_words(ground.article, several=self.several)),)

    def _statement(self, ground: GroundLine) -> Line:
        through = f", {ground.account}" if ground.account else ""
        return (Ref(ground.origin, f"statement {ground.statement}"), *self.names.said(through))


def _key(ground: GroundLine) -> tuple[object, ...]:
    """What is told together: the same text, or the same statement, whoever says it."""
    whose = () if ground.sort == "statement" else ground.whose
    through = ground.account
    return (ground.sort, ground.article, ground.reading, ground.statement, whose, through)


def _of_all(grounds: Sequence[GroundLine]) -> GroundLine:
    """One ground, of all whose it is."""
    whose = dict.fromkeys(actor for ground in grounds for actor in ground.whose)
    return replace(grounds[0], whose=tuple(whose))


def lacking(waits: Sequence[WaitLine]) -> list[WaitLine]:
    """What does not come about."""
    return [wait for wait in waits if wait.verdict is Verdict.FAILS]


def in_doubt(waits: Sequence[WaitLine]) -> list[WaitLine]:
    """What cannot be told."""
    return [wait for wait in waits if wait.verdict is Verdict.UNDETERMINED]


def way_words(way: WayLines) -> str:
    """A way of reading: ``by the text as it stands``, ``each on its own reading``."""
    if not way.readings:
        return "by the text as it stands"
    told = [f"by {_readings(one)} for all" for one in way.readings if not one.actors]
    own = [one for one in way.readings if one.actors]
    if own:
        told.append(f"each on its own reading ({'; '.join(map(_whose, own))})")
    return ", and ".join(told)


def _readings(one: OwnWay) -> str:
    return f"the {'reading' if len(one.readings) == 1 else 'readings'} {listing(one.readings)}"


def _whose(one: OwnWay) -> str:
    return f"{listing(one.actors)}: {', '.join(one.readings)}"


def choice_words(choices: Sequence[str]) -> str:
    """In which choices of options: ``with sequence is ceasefire_first``; empty for all."""
    shown = list(choices[:MOST_CHOICES])
    if len(choices) > len(shown):
        shown.append(f"in {len(choices) - len(shown)} more choices")
    return f"with {', or '.join(shown)}" if shown else ""


def group_words(way: WayLines, group: GroupLines) -> str:
    """In which choices of options the same is stuck; ``otherwise`` of the last of several."""
    if len(way.groups) > 1 and group is way.groups[-1]:
        return "otherwise"
    return choice_words(group.choices)


def verdict_words(answer: AnswerLines) -> str:
    """What an answer comes to, in a sentence without its end."""
    return "; ".join(_verdicts(answer))


def _verdicts(answer: AnswerLines) -> Iterator[str]:
    if answer.reached is not None:
        yield "it can come about" if answer.reached else "it cannot come about"
    elif answer.free:
        yield "everything can be taken" if answer.steps else "there is nothing to be done"
    if answer.deadlocks:
        stuck = sum(len(one.steps) for one in answer.deadlocks)
        wait = "step waits for itself" if stuck == 1 else "steps wait for one another"
        yield f"{count_of(len(answer.deadlocks), 'deadlock')}, {stuck} {wait}"
    if answer.impossible:
        yield f"{count_of(len(answer.impossible), 'step')} that nothing can bring about"
    behind = sum(step.stand == "behind" for step in answer.steps)
    if behind:
        yield f"{behind} more behind {'it' if stuck_steps(answer) == 1 else 'them'}"
    if answer.undetermined:
        yield f"{count_of(len(answer.undetermined), 'step')} of which it cannot be told"


def stuck_steps(answer: AnswerLines) -> int:
    """How many steps are stuck in themselves."""
    return len({*answer.impossible, *(n for one in answer.deadlocks for n in one.steps)})
