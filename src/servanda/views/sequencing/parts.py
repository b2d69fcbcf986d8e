"""What the pages on sequencing share: ways of reading, steps, what they wait for and by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.model.words import listing
from servanda.views.plural import count_of
from servanda.views.sheet import Line, Quiet, Ref
from servanda.views.wording import Names, article_words, joined
from servanda.workbench.sequences import (
    AnswerLines,
    GroundLine,
    OwnWay,
    Sequenced,
    WaitLine,
    WayLines,
)


class Pages:
    """Says sequencing with the names of one case."""

    def __init__(self, sequenced: Sequenced) -> None:
        self.names = Names(sequenced.actors)
        self.several = len(sequenced.agreements) > 1

    def kinds(self, answer: AnswerLines, numbers: Sequence[int]) -> Line:
        """Steps, those that are told together put together."""
        among = set(numbers)
        told = [self.names.said(k.words) for k in answer.kinds if among.issuperset(k.steps)]
        return joined(told, "; ")

    def waits(self, waits: Sequence[WaitLine]) -> Line:
        """What a step still waits for, each with by what."""
        by_ground: dict[tuple[object, ...], list[WaitLine]] = {}
        for wait in waits:
            by_ground.setdefault(_key(wait.ground), []).append(wait)
        told = []
        for some in by_ground.values():
            words = joined((self.names.said(wait.words) for wait in some), " and ")
            told.append((*words, " (", *self.ground(some[0].ground), ")"))
        return joined(told, "; and ")

    def ground(self, ground: GroundLine) -> Line:
        """By what something waits: ``RUS's reading politics_first of article 10``."""
        article = self._article(ground)
        match ground.sort:
            case "reading":
                return (f"{_own(ground.whose)} {ground.reading} of ", article)
            case "statement":
                return (
                    f"said by {listing(ground.whose)}, ",
                    Ref(ground.origin, f"statement {ground.statement}"),
                )
            case "prohibition":
                return ("forbidden by ", article)
            case "before entry":
                return (article, " binds only then")
            case "law":
                return ("the law of treaties",)
            case _:
                return (article,)

    def given_up(self, ground: GroundLine) -> Line:
        """What somebody would give up, or what a text would leave out."""
        article = self._article(ground)
        match ground.sort:
            case "reading":
                who = listing(ground.whose) or "all"
                its = "its" if len(ground.whose) == 1 else "the"
                verb = "gives" if len(ground.whose) == 1 else "give"
                return (
                    *self.names.said(who),
                    f" {verb} up {its} reading {ground.reading} of ",
                    article,
                )
            case "statement":
                who = listing(ground.whose)
                what = f"its condition that {ground.words}" if ground.words else "its refusal"
                return (
                    *self.names.said(f"{who} drops {what}"),
                    " (",
                    Ref(ground.origin, f"statement {ground.statement}"),
                    ")",
                )
            case "prohibition":
                return (article, " no longer forbids it")
            case "before entry":
                return (article, " is applied before the agreement is in force")
            case _:
                return (article, *self.names.said(f" no longer asks that {ground.words}"))

    def _article(self, ground: GroundLine) -> Ref:
        assert ground.article is not None or ground.sort in {"statement", "law"}
        words = article_words(ground.article, several=self.several) if ground.article else ""
        return Ref(ground.origin, words)


def _own(whose: Sequence[str]) -> str:
    return f"{listing(whose)}'s reading" if whose else "the reading"


def _key(ground: GroundLine) -> tuple[object, ...]:
    return (ground.sort, ground.article, ground.reading, ground.statement)


def way_words(way: WayLines) -> str:
    """A way of reading: ``by the text as it stands``, ``each on its own reading``."""
    if not way.readings:
        return "by the text as it stands"
    common = [one for one in way.readings if not one.actors]
    own = [one for one in way.readings if one.actors]
    told = [f"by {_readings(one)} for all" for one in common]
    if own:
        told.append(f"each on its own reading ({'; '.join(map(_whose, own))})")
    return ", and ".join(told)


def _readings(one: OwnWay) -> str:
    return f"{'reading' if len(one.readings) == 1 else 'readings'} {listing(one.readings)}"


def _whose(one: OwnWay) -> str:
    return f"{listing(one.actors)}: {listing(one.readings)}"


def choice_words(answer: AnswerLines) -> str:
    """In which choices of options an answer is so; empty for all."""
    return ", or ".join(answer.choices)


def verdict_words(answer: AnswerLines) -> str:
    """What an answer comes to, in a sentence without its end."""
    return "; ".join(_verdicts(answer))


def _verdicts(answer: AnswerLines) -> Iterator[str]:
    if answer.free:
        yield "everything can be taken"
        return
    if answer.deadlocks:
        stuck = sum(len(one.steps) for one in answer.deadlocks)
        behind = sum(step.stand == "behind" for step in answer.steps)
        yield (
            f"{count_of(len(answer.deadlocks), 'deadlock')}: {stuck} steps wait for one another"
            + (f", {behind} more behind them" if behind else "")
        )
    if answer.impossible:
        yield f"{count_of(len(answer.impossible), 'step')} that nothing can bring about"
    if answer.undetermined:
        yield f"{count_of(len(answer.undetermined), 'step')} of which it cannot be told"


def quiet(text: str) -> Line:
    """Words that matter less."""
    return (Quiet(text),) if text else ()
