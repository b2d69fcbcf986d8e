"""The chain of those through whom a saying is known, and what standing that gives it (W2 to W6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from servanda.analyses.record.dates import When, day_of, known_since, moments
from servanda.analyses.record.kinds import PRESENTS
from servanda.analyses.record.standing import Standing
from servanda.analyses.record.voices import Heard, Voice, Voices
from servanda.analyses.record.words import passage_words
from servanda.core.calendar import Moment
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.case import Case
from servanda.model.node import StatementId
from servanda.model.record import Named, Saying, Statement
from servanda.model.words import Speaker, listing

Presented = Literal["said", "denied", "open"]
"""Whether a statement has it that something was said, denies it, or leaves it open (W2)."""


@dataclass(frozen=True, slots=True)
class Link:
    """One saying of a statement.

    Attributes:
        heard: Whose saying it is.
        presented: Whether the statement has it that it was said.
    """

    saying: Saying
    depth: int
    heard: tuple[Heard, ...]
    when: When
    presented: Presented

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who answers for it."""
        return tuple(one.voice for one in self.heard)

    @property
    def together(self) -> bool:
        """Whether several speakers make it; one person may still speak for several parties."""
        speaker = self.saying.speaker
        return isinstance(speaker, Named) and len(speaker.speakers) > 1


@dataclass(frozen=True, slots=True)
class Chain:
    """A statement as a chain of sayings, the outermost first.

    Attributes:
        known: Since when the record has it.
        summed_up: Whether every passage only sums up, without an utterance (W6).
    """

    statement: Statement
    links: tuple[Link, ...]
    known: Moment
    summed_up: bool

    @property
    def said(self) -> tuple[Link, ...]:
        """The sayings that the statement has as said."""
        return tuple(link for link in self.links if link.presented == "said")


class Chains:
    """Takes statements apart, and says what standing each saying has."""

    def __init__(self, case: Case, wording: Speaker) -> None:
        self._documents = {document.id: document for document in case.documents}
        self._days = case.days_of_documents()
        self._wording = wording
        self._parties = {*(one.id for one in case.actors), *(one.id for one in case.organs)}
        self.voices = Voices(case)
        self._found: dict[tuple[StatementId, int, Voice], tuple[Standing, str, Reason]] = {}

    def of(self, statement: Statement) -> Chain | None:
        """The chain of a statement; None where nobody can tell when it was made (W1)."""
        known = known_since(statement, self._days)
        if known is None:
            return None
        presented: Presented = "said"
        links = []
        whens = moments(statement, known)
        for depth, (saying, when) in enumerate(zip(statement.saying.chain(), whens, strict=True)):
            heard = self.voices.of(saying.speaker, day_of(when.moment))
            links.append(Link(saying, depth, heard, when, presented))
            presented = _within(presented, saying)
        manners = [passage.manner for passage in statement.passages]
        summed_up = bool(manners) and all(manner == "summed_up" for manner in manners)
        return Chain(statement, tuple(links), known, summed_up)

    def standing(self, chain: Chain, depth: int, party: Voice) -> tuple[Standing, str, Reason]:
        """Through whom a party is heard in one of the sayings of a statement.

        Returns:
            The standing, the weakest of those who report, and why.
        """
        key = chain.statement.id, depth, party
        if key not in self._found:
            self._found[key] = self._standing(chain, depth, party)
        return self._found[key]

    def _standing(self, chain: Chain, depth: int, party: Voice) -> tuple[Standing, str, Reason]:
        standing, reporter = Standing.FIRST_HAND, ""
        links = chain.links[: depth + 1]
        for link in links:
            own = link.depth == depth
            through = Standing.FIRST_HAND if own else self._through(link, party)
            if any(one.sort == "unnamed" for one in link.heard):
                through = Standing.ANONYMOUS
            if through.rank > standing.rank:
                standing, reporter = through, self._called(link)
        if chain.summed_up:
            through, by = self._summed_up(chain, party)
            if through.rank > standing.rank:
                standing, reporter = through, by
        return standing, reporter, self._why(chain, depth, party, standing)

    def _summed_up(self, chain: Chain, party: Voice) -> tuple[Standing, str]:
        """Through whom a party is heard that documents sum up: a party, or the document (W6)."""
        found = []
        for passage in chain.statement.passages:
            document = self._documents.get(passage.document)
            publisher = document.outlet if document is not None else None
            through, by = Standing.OUTLET, str(passage.document)
            if document is not None and publisher in self._parties:
                heard = Heard(publisher, "party")
                through, by = self.voices.standing(heard, party, document.date), publisher
            found.append((through, by))
        best = min((through for through, _ in found), key=lambda standing: standing.rank)
        reporters = dict.fromkeys(by for through, by in found if through is best)
        return best, ", ".join(reporters)

    def _through(self, link: Link, party: Voice) -> Standing:
        day = day_of(link.when.moment)
        through = (self.voices.standing(one, party, day) for one in link.heard)
        return min(through, key=lambda standing: standing.rank)

    def _called(self, link: Link) -> str:
        """Who reports: the parties; the speaker where there is none, or is not named."""
        parties = [one.voice for one in link.heard if one.sort == "party"]
        return ", ".join(parties) or self._wording.sayer(link.saying.speaker)

    # Why.

    def _why(self, chain: Chain, depth: int, party: Voice, standing: Standing) -> Reason:
        """The chain down to a saying, link by link, and the passages that it is found in."""
        reports = (self._report(link, party) for link in chain.links[:depth])
        own = self._own(chain.links[depth], party)
        statement = chain.statement
        told = f"what {party or 'somebody'} says in {statement.id} is {standing.value}"
        because = (*reports, own, *self._passages(chain))
        return Reason(Verdict.HOLDS, told, statement.origin, because)

    def _report(self, link: Link, party: Voice) -> Reason:
        """Who tells of it, and how that one stands to the party."""
        who = self._wording.sayer(link.saying.speaker)
        verb = "report" if link.together else "reports"
        told = f"{who}, who {verb} it, {self._relation(link, party)}"
        return Reason(Verdict.HOLDS, told, link.saying.origin, _offices(link))

    def _relation(self, link: Link, party: Voice) -> str:
        if not isinstance(link.saying.speaker, Named):
            return "is not named"
        plural = link.together
        parties = listing(one.voice for one in link.heard if one.sort == "party")
        speak = f"{'speak' if plural else 'speaks'} for {parties}"
        match self._through(link, party):
            case Standing.FIRST_HAND:
                return speak if len(link.heard) > 1 else f"speaks for {party} as well"
            case Standing.OUTLET:
                return f"{'speak' if plural else 'speaks'} for no party on {link.when.moment.date}"
            case Standing.ALLY:
                return f"{speak}, on a side with {party}"
            case Standing.ADVERSARY:
                return f"{speak}, on another side than {party}"
            case _:
                return speak

    def _passages(self, chain: Chain) -> Iterator[Reason]:
        """Where it is found; and who published what sums it up, where a party did (W6)."""
        for passage in chain.statement.passages:
            yield Reason(Verdict.HOLDS, passage_words(passage), passage.origin)
            document = self._documents.get(passage.document)
            if chain.summed_up and document is not None and document.outlet in self._parties:
                told = f"{document.outlet} published {document.id} itself"
                yield Reason(Verdict.HOLDS, told, document.origin)

    def _own(self, link: Link, party: Voice) -> Reason:
        """Who makes the saying."""
        who = self._wording.sayer(link.saying.speaker)
        if not isinstance(link.saying.speaker, Named):
            told = f"{who} is not named"
        elif link.depth:
            told = f"{who} {'are' if link.together else 'is'} said to have said so"
        elif who == party:
            told = f"{party} says so itself"
        else:
            told = f"{who} {'speak' if link.together else 'speaks'} for {party}"
        return Reason(Verdict.HOLDS, told, link.saying.origin, _offices(link))


def _within(presented: Presented, saying: Saying) -> Presented:
    """How what a saying tells of is presented (W2)."""
    if presented != "said":
        return "open"
    if saying.kind in PRESENTS:
        return "said"
    return "denied" if saying.kind == "denies" else "open"


def _offices(link: Link) -> tuple[Reason, ...]:
    """By which offices persons speak for their parties."""
    day = link.when.moment.date
    return tuple(
        Reason(
            Verdict.HOLDS,
            f"{one.person} speaks for {one.voice}{f' as {one.title}' if one.title else ''} on {day}",
            one.origin,
        )
        for one in link.heard
        if one.person and one.sort == "party"
    )
