"""What ``sequence`` answers: frozen values in the words of the agreements and of what was said."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from servanda.analyses.record import Bar
from servanda.core.origin import NOWHERE, Origin
from servanda.core.verdict import Verdict
from servanda.model.node import ActorId, AgreementId, ArticleRef, IssueId, ReadingId, StatementId
from servanda.workbench.results import ActorName, Cited, Passage

Stand = Literal["free", "deadlock", "impossible", "behind", "undetermined"]
"""Where a step stands: it can be taken; it waits for another one that waits for it; nothing can
bring it about; it waits behind one of these; it cannot be told."""

WaitSort = Literal["line", "reading", "statement", "before entry", "prohibition", "law"]
"""By what a step waits: a line of an article, a reading, what somebody has said, that an agreement
is not in force yet, a prohibition, the law of treaties."""


class GroundLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """By what a step waits, which is also what would have to be given up.

    Attributes:
        words: The line of the article, or the condition that was stated.
        asks: What of it counts, with the options chosen.
        whose: Who takes the reading, or has said it; empty for what all have agreed.
        account: Through whom that is known: ``by the account of USA``; empty for own words.
    """

    sort: WaitSort
    words: str = ""
    asks: str = ""
    article: ArticleRef | None = None
    reading: ReadingId | None = None
    statement: StatementId | None = None
    whose: tuple[ActorId, ...] = ()
    origin: Origin = NOWHERE
    account: str = ""


class WaitLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that a step waits for.

    Attributes:
        words: What has to be so first: ``RUS has withdrawn forces``.
        verdict: Whether it comes about.
        why: Why it does not, or cannot be told, whatever steps are taken, in a few words.
        steps: The numbers of the steps that would bring it about.
    """

    words: str
    ground: GroundLine
    verdict: Verdict
    why: str = ""
    steps: tuple[int, ...] = ()


class StepLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A step.

    Attributes:
        number: Counted from 1: what can be taken first, in its turn, then what is stuck.
        words: ``RUS withdraws forces``.
        actors: Who takes it; several where one of them is enough; nobody for what takes all.
        wave: In which turn it can be taken: 1 at once, 2 after what is taken at once ...; 0 where
            it cannot, or it cannot be told.
        asked: Whether an article asks for it, or it is an entry into force.
        waits: What it waits for.
        before: The numbers of the steps right before it in every order.
        one_of: Sets of steps by their numbers, one of each of which is before it as well.
    """

    number: int
    words: str
    actors: tuple[ActorId, ...]
    stand: Stand
    wave: int = 0
    asked: bool = False
    articles: tuple[Cited, ...] = ()
    waits: tuple[WaitLine, ...] = ()
    before: tuple[int, ...] = ()
    one_of: tuple[tuple[int, ...], ...] = ()


class KindLine(msgspec.Struct, frozen=True):
    """Steps of several actors that are told together: ``USA, DEU sign GUARANTEE``."""

    words: str
    steps: tuple[int, ...]


class DeadlockLine(msgspec.Struct, frozen=True):
    """Steps that wait for one another.

    Attributes:
        steps: Their numbers.
        behind: The numbers of what waits for these.
    """

    steps: tuple[int, ...]
    behind: tuple[int, ...]


class OrdersLine(msgspec.Struct, frozen=True):
    """The orders of what can be taken.

    Attributes:
        least: How many there are at least.
        most: How many at most; the same where the number is exact.
        example: One of them, by numbers.
    """

    least: int
    most: int
    example: tuple[int, ...]


class UnlockLine(msgspec.Struct, frozen=True):
    """What would be enough to be given up, none of it to be spared."""

    given_up: tuple[GroundLine, ...]


class AnswerLines(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer for some choices of options.

    Attributes:
        choices: When it is so, in words, one alternative each; empty where no option matters.
        steps: Every step, in the order of the text.
        kinds: The same, those that are told together put together.
        waves: The numbers of what can be taken at once, next, and so on.
        impossible: The numbers of what nothing can bring about.
        undetermined: The numbers of the steps of which it cannot be told.
        others: How many further courses of other steps there are, where not all go together.
        complete: Whether all courses have been gone through.
        unlocking: What would free the rest, or what is asked about; smallest first.
        unlocking_complete: Whether there is nothing else that would.
        reached: Whether what is asked about comes about; None where nothing is, or it is open.
    """

    choices: tuple[str, ...]
    steps: tuple[StepLine, ...]
    kinds: tuple[KindLine, ...]
    waves: tuple[tuple[int, ...], ...]
    deadlocks: tuple[DeadlockLine, ...] = ()
    impossible: tuple[int, ...] = ()
    undetermined: tuple[int, ...] = ()
    others: int = 0
    complete: bool = True
    orders: OrdersLine
    unlocking: tuple[UnlockLine, ...] = ()
    unlocking_complete: bool = True
    reached: bool | None = None

    @property
    def free(self) -> bool:
        """Whether everything can be taken for certain."""
        return all(step.stand == "free" for step in self.steps)

    def step(self, number: int) -> StepLine:
        """A step by its number."""
        return self.steps[number - 1]


class OwnWay(msgspec.Struct, frozen=True):
    """Who reads by what: some actors, or all where nobody is named."""

    actors: tuple[ActorId, ...]
    readings: tuple[ReadingId, ...]


class GroupLines(msgspec.Struct, frozen=True):
    """Answers in which the same is stuck, for the same reason.

    Attributes:
        choices: In which choices of options, in words; empty where no option matters.
    """

    choices: tuple[str, ...]
    answers: tuple[AnswerLines, ...]


class WayLines(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answers by one way of reading the text.

    Attributes:
        readings: Who takes which readings; nobody for the text as it stands.
        scenarios: Titles of the scenarios that read so.
        groups: Those in which something is stuck come first.
        as_text: Whether the answers are those by the text as it stands, and left out.
    """

    readings: tuple[OwnWay, ...]
    scenarios: tuple[str, ...] = ()
    groups: tuple[GroupLines, ...] = ()
    as_text: bool = False

    @property
    def answers(self) -> tuple[AnswerLines, ...]:
        """Every answer."""
        return tuple(answer for group in self.groups for answer in group.answers)


class Sequenced(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """In which order the steps of a case can be taken.

    Attributes:
        day: As of when what has been done counts as done; None for from nothing.
        after: A scenario that is taken to have happened.
        done: The steps that have been taken by then, in words.
        goal: What is asked about, as it was typed.
        aside: Articles that ask for something on an occasion that is no step.
        left_open: Issues too many for all combinations of their options to be tried.
        said: Statements that put a condition on a step.
        bar: What has to stand behind a statement for it to count.
        actors: Who stands behind each code.
        passages: The text, for references to lead to.
    """

    case: str
    agreements: tuple[AgreementId, ...]
    ways: tuple[WayLines, ...]
    day: dt.date | None = None
    after: str = ""
    done: tuple[str, ...] = ()
    goal: str = ""
    choices: tuple[str, ...] = ()
    aside: tuple[Cited, ...] = ()
    left_open: tuple[IssueId, ...] = ()
    said: tuple[StatementId, ...] = ()
    bar: Bar = Bar.ANY
    actors: tuple[ActorName, ...] = ()
    passages: tuple[Passage, ...] = ()
