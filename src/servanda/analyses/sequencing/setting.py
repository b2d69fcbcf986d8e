"""What the analysis takes as given: the text and who reads it how, what is chosen, said and done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import assert_never

from servanda.analyses.sequencing.steps import Step
from servanda.model.agreement import Agreement, Article
from servanda.model.builtins import RESPONSE
from servanda.model.case import Case
from servanda.model.conditions import IssueIs
from servanda.model.node import (
    ActorId,
    AgreementId,
    ArticleRef,
    CircumstanceId,
    IssueId,
    Level,
    OptionId,
    ReadingId,
    StatementId,
    parts_of,
)
from servanda.model.sets import Actors, Listed, Members, Parties, SetOfActors, Signatories
from servanda.model.words import Speaker, Vocabulary


def all_count(statement: StatementId, party: ActorId) -> bool:  # noqa: ARG001
    """Takes every statement."""
    return True


@dataclass(frozen=True, kw_only=True, eq=False)
class Setting:
    """What is given.

    Attributes:
        agreements: Those asked about; what others ask for is left aside.
        day: The day on which the text, and who belongs to a group, are taken; the text as it was
            made, and whoever has ever belonged, where none is named.
        readings: Readings taken for all; of two of the same article, the first.
        own_readings: Readings that some take for what they owe themselves, likewise.
        options: The option chosen for each issue that is not open.
        done: The steps taken already.
        holding: Circumstances that hold already.
        counts: Whether what a party says in a statement counts.
        issues_found: What :meth:`issues_of` has found, kept where a setting is replaced by a like one.
    """

    case: Case
    agreements: tuple[AgreementId, ...]
    day: dt.date | None = None
    readings: tuple[ReadingId, ...] = ()
    own_readings: tuple[tuple[ActorId, ReadingId], ...] = ()
    options: Mapping[IssueId, OptionId] = field(default_factory=dict)
    done: frozenset[Step] = frozenset()
    holding: frozenset[CircumstanceId] = frozenset()
    counts: Callable[[StatementId, ActorId], bool] = all_count
    issues_found: dict[AgreementId, frozenset[IssueId]] = field(default_factory=dict)

    def issues_of(self, agreement: Agreement) -> frozenset[IssueId]:
        """The issues that an agreement's articles speak of, in any of their texts."""
        if agreement.id not in self.issues_found:
            spoken = (part for part in parts_of(agreement.articles) if isinstance(part, IssueIs))
            self.issues_found[agreement.id] = frozenset(part.issue for part in spoken)
        return self.issues_found[agreement.id]

    @cached_property
    def speaker(self) -> Speaker:
        """Puts clauses of the case in words."""
        return Speaker(Vocabulary.of(self.case), {}, spoken=True)

    @cached_property
    def by_id(self) -> Mapping[AgreementId, Agreement]:
        """Each agreement of the case."""
        return {agreement.id: agreement for agreement in self.case.agreements}

    @cached_property
    def texts(self) -> Mapping[ArticleRef, Article]:
        """Every article as it stands on the day, no reading taken."""
        found = {ref: self._amended(article) for ref, article in self.case.by_ref().items()}
        return {ref: article for ref, article in found.items() if article is not None}

    def _amended(self, article: Article) -> Article | None:
        day = self.day
        if day is None:
            return article
        running = [a for a in article.amendments if a.runs(day)]
        return max(running, key=lambda a: a.start).article if running else article

    def versions(
        self, ref: ArticleRef, reader: ActorId | None = None
    ) -> Sequence[tuple[Article, ReadingId | None, bool]]:
        """An article as somebody reads it, and then as it would be read without that reading.

        Args:
            ref: The article.
            reader: Who reads it; everybody where nobody is named.

        Returns:
            Each text, the reading by which it says so, and whether that is the reader's own.
        """
        text = self.texts[ref]
        ways = {reading.id: reading.article for reading in text.readings}
        own = [r for actor, r in self.own_readings if actor == reader and r in ways]
        common = [r for r in self.readings if r in ways]
        taken = [(r, True) for r in own[:1]] + [(r, False) for r in common[:1] if r not in own[:1]]
        return (*((ways[r], r, mine) for r, mine in taken), (text, None, False))

    def read(self, ref: ArticleRef, reader: ActorId | None = None) -> Article:
        """An article as somebody reads it."""
        return self.versions(ref, reader)[0][0]

    # Who is meant.

    def members(self, who: SetOfActors) -> tuple[ActorId, ...]:
        """Who belongs to a set; whoever an agreement is between is taken to be a party to it."""
        match who:
            case Listed():
                return who.actors
            case Parties() | Signatories():
                agreement = self.by_id.get(who.agreement)
                return agreement.between if agreement else ()
            case Members():
                groups = (group for group in self.case.groups if group.id == who.group)
                spells = (
                    spell
                    for group in groups
                    for spell in group.memberships
                    if self.day is None or spell.runs(self.day)
                )
                return tuple(dict.fromkeys(a for spell in spells for a in spell.members))
            case Actors():
                return tuple(a.id for a in self.case.actors if who.sort in (a.sort, "actor"))
            case _:
                assert_never(who)

    def rank(self, level: Level) -> int:
        """How high a level stands on the first ladder that has it; below all where none has."""
        ladders = self.case.ladders or (RESPONSE,)
        return next((la.levels.index(level) for la in ladders if level in la.levels), -1)
