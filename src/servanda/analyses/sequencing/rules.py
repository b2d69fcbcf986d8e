"""What each step waits for, each condition with where it is written and how it could be given up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from servanda.analyses.sequencing.needs import NOTHING, Need, every, some
from servanda.analyses.sequencing.steps import Step
from servanda.core.origin import NOWHERE, Origin
from servanda.model.node import ActorId, ArticleRef, ReadingId, StatementId

Sort = Literal["line", "reading", "statement", "before entry", "prohibition"]
"""What holds a step up: a line of an article, a reading of it, what somebody has said, that the
agreement has to be in force for its duties to bind, a prohibition."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a condition is written, which is also what would have to be given up.

    Attributes:
        article: The article; None for what was said, and for what no article says.
        words: The line in the words of the language; empty for a reading, which is given up whole.
        whose: Who takes the reading, or has said it; empty for what all have agreed.
    """

    sort: Sort
    article: ArticleRef | None = None
    words: str = ""
    reading: ReadingId | None = None
    statement: StatementId | None = None
    whose: tuple[ActorId, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a step waits for.

    Attributes:
        source: None where nobody can give it up: what the law of treaties says.
        part: Whether it is what binds the bearer, or what brings the article into play.
    """

    needs: Need
    source: Source | None
    origin: Origin = field(default=NOWHERE, compare=False)
    part: Literal["", "bond", "trigger"] = ""


@dataclass(frozen=True, slots=True)
class Way:
    """What one text asks for before a step.

    Attributes:
        article: The article that asks for the step.
        reading: The reading of it that is taken, as something to be given up.
        instead_of: The readings that have to be given up for this text to count.
    """

    clauses: tuple[Clause, ...]
    article: ArticleRef | None = None
    reading: Source | None = None
    instead_of: tuple[Source, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)

    def counts(self, given_up: Collection[Source]) -> bool:
        """Whether the text is read so, once something has been given up."""
        return self.reading not in given_up and all(r in given_up for r in self.instead_of)


def readings_of(
    article: ArticleRef, texts: Sequence[tuple[tuple[Clause, ...], Source | None, Origin]]
) -> tuple[Way, ...]:
    """What an article asks for as it is read, and once each reading of it is given up.

    A reading that asks for the same as the text without it is passed over.

    Args:
        article: The article.
        texts: What each text asks for, and the reading by which it does, the one read first.
    """
    found: list[Way] = []
    instead_of: tuple[Source, ...] = ()
    for n, (clauses, reading, origin) in enumerate(texts):
        if n + 1 < len(texts) and texts[n + 1][0] == clauses:
            continue
        found.append(Way(clauses, article, reading, instead_of, origin))
        instead_of = (*instead_of, reading) if reading is not None else instead_of
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a step waits for: everything in `always`, and one of the ways.

    Attributes:
        ways: None of them where no article asks for the step: it may be taken at any time.
    """

    always: tuple[Clause, ...] = ()
    ways: tuple[Way, ...] = ()

    def need(self, given_up: Collection[Source] = ()) -> Need:
        """What it comes to, once something has been given up."""
        common = (clause.needs for clause in self.always if clause.source not in given_up)
        ways = [
            every(clause.needs for clause in way.clauses if clause.source not in given_up)
            for way in self.ways
            if way.counts(given_up)
        ]
        return every((*common, some(ways) if ways else NOTHING))

    def clauses(self, given_up: Collection[Source] = ()) -> tuple[Clause, ...]:
        """Everything that counts, once something has been given up."""
        ways = (way for way in self.ways if way.counts(given_up))
        found = (*self.always, *(clause for way in ways for clause in way.clauses))
        return tuple(clause for clause in found if clause.source not in given_up)

    def every_clause(self) -> tuple[Clause, ...]:
        """Everything that counts now, or once readings have been given up."""
        return (*self.always, *(clause for way in self.ways for clause in way.clauses))

    def with_needs(self, change: Callable[[Need], Need]) -> Rule:
        """The same with each need changed."""

        def changed(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
            return tuple(replace(clause, needs=change(clause.needs)) for clause in clauses)

        ways = tuple(replace(way, clauses=changed(way.clauses)) for way in self.ways)
        return Rule(changed(self.always), ways)

    @property
    def asked(self) -> bool:
        """Whether an article asks for the step."""
        return any(not way.instead_of for way in self.ways)


Rules = Mapping[Step, Rule]
"""What each step waits for, in the order of the text."""

Needs = Mapping[Step, Need]
"""The same, as one condition for each."""


def needs_of(rules: Rules, given_up: Collection[Source] = ()) -> Needs:
    """What each step waits for, once something has been given up."""
    return {step: rule.need(given_up) for step, rule in rules.items()}
