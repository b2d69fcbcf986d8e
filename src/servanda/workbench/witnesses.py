"""Scenarios that show what a line of coverage says, to be put into a case and run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from servanda.analyses.coverage.blocking import Ballot
from servanda.analyses.coverage.map import Offer
from servanda.analyses.coverage.story import Story, story
from servanda.analyses.coverage.survey import Commitment, Survey
from servanda.diagrams import FALSE
from servanda.model.case import Case, IncidentEvent
from servanda.model.conditions import Found
from servanda.model.node import ActorId, ArticleRef, IncidentId
from servanda.model.triggers import OnBreach
from servanda.model.words import Speaker, Vocabulary
from servanda.workbench.coverages import Side, Witness
from servanda.workbench.happenings import EventTeller
from servanda.workbench.standing import incidents_before


class Expected(NamedTuple):
    """What a scenario expects.

    Attributes:
        over: Whether over the incident in question; what follows an earlier breach is about the
            incident of that breach (B1).
    """

    words: str
    over: bool = True


class Witnesses:
    """Writes the scenarios of one answer, numbered from 1."""

    def __init__(
        self, case: Case, survey: Survey, side: Side, made: list[Witness] | None = None
    ) -> None:
        self.case = case
        self.survey = survey
        self.side = side
        self.speaker = Speaker(Vocabulary.of(case), {})
        self.events = EventTeller(case)
        self.made: list[Witness] = [] if made is None else made
        after = case.scenario(side.after) if side.after else None
        self.taken = frozenset((*incidents_before(case, after), *_declared(case)))

    def nobody(
        self,
        incident: Sequence[int],
        rank: int,
        title: str,
        stance: Sequence[tuple[int, int]] = (),
        ballots: Sequence[Ballot] = (),
    ) -> Witness:
        """An incident in which nobody owes as much as a rank of the ladder.

        Whoever can find what has happened finds it; beside that there is only what one who
        stands in the way does.

        Args:
            incident: The place of the value of each attribute.
            rank: How much would be enough.
            title: What is shown.
            stance: Hinges, and the ways that somebody holds them in.
            ballots: The votes by which it does.
        """
        held = dict(stance)
        beside = [held.get(n, self._found(n)) for n in self.survey.space.beside]
        point = (*incident, *beside)
        diagrams = self.survey.space.diagrams
        enough = [
            c
            for c in self.survey.commitments
            if self.survey.reaches(c, rank) and diagrams.holds(c.helps, point)
        ]
        return self._witness(title, point, list(self._not_owed(enough, point)), ballots)

    def _found(self, variable: int) -> int:
        """The way in which a hinge is when all findings are made, and nothing else is done."""
        hinge = self.survey.space.hinges[variable - self.survey.space.level]
        return len(hinge.ways) - 1 if isinstance(hinge.facts[0], Found) else 0

    def _not_owed(
        self, commitments: Iterable[Commitment], point: Sequence[int]
    ) -> Iterator[Expected]:
        """That nothing is owed; of what waits for a finding, that it is open."""
        bearers: dict[ArticleRef, list[ActorId]] = {}
        for commitment in commitments:
            if self._waits(commitment, point):
                must, over = self._must(commitment, point)
                yield Expected(f"it is undetermined whether {must}", over)
            else:
                bearers.setdefault(commitment.ref, []).append(commitment.bearer)
        for ref, actors in bearers.items():
            article = self.speaker.article(ref)
            yield Expected(f"no duty of {', '.join(actors)} under {article}")

    def _waits(self, commitment: Commitment, point: Sequence[int]) -> bool:
        """Whether a finding that has not been made would make a commitment owed (F4)."""
        space = self.survey.space
        known = {
            variable: value
            for variable, value in enumerate(point)
            if variable < space.level
            or value
            or not isinstance(space.hinges[variable - space.level].facts[0], Found)
        }
        return space.diagrams.fixed(commitment.when, known) != FALSE

    def owed(self, incident: Sequence[int], offers: Iterable[Offer], title: str) -> Witness:
        """An incident in which something is owed, with what it takes beside it.

        The first of those who promise it, whom the incident does not involve, is taken. Where
        there is nothing, it is shown that nothing is owed.
        """
        for offer in offers:
            for commitment in self.survey.commitments:
                if commitment.ref not in offer.refs:
                    continue
                point = self._point(incident, commitment)
                if point is not None:
                    return self._witness(title, point, [self._must(commitment, point)])
        point = (*incident, *map(self._found, self.survey.space.beside))
        asked = filter(self.survey.about_incidents, self.survey.commitments)
        return self._witness(title, point, list(self._not_owed(asked, point)))

    def _point(self, incident: Sequence[int], commitment: Commitment) -> tuple[int, ...] | None:
        """The incident with the fewest facts beside it that make a commitment owed."""
        space, diagrams = self.survey.space, self.survey.space.diagrams
        here = diagrams.fixed(commitment.when, dict(enumerate(incident)))
        if here == FALSE:
            return None
        point = diagrams.point(here)
        assert point is not None
        return (*incident, *point[space.level :])

    def _must(self, commitment: Commitment, point: Sequence[int]) -> Expected:
        """That a commitment is owed."""
        space = self.survey.space
        held = zip(space.kind.attributes, space.values, point, strict=False)
        names = {str(a.id): known[n] for a, known, n in held if a.sort in {"actor", "state"}}
        content = Speaker(self.speaker.vocabulary, names).content(commitment.owed.content)
        article = self.speaker.article(commitment.ref)
        words = f"{commitment.bearer} must {content} under {article}"
        return Expected(words, not isinstance(commitment.owed.article.trigger, OnBreach))

    def _witness(
        self,
        title: str,
        point: Sequence[int],
        expected: Sequence[Expected],
        ballots: Sequence[Ballot] = (),
    ) -> Witness:
        """What is expected, shown by an incident; told only, where articles are left out.

        A scenario is run by the text of the case, which has them; and where something is in doubt
        on the day, what is expected may be undetermined.
        """
        number = len(self.made) + 1
        told = story(self.survey, point, taken=self.taken, ballots=ballots)
        block = ""
        if told is not None and not (self.side.without or self.side.in_doubt):
            lines = (
                f'scenario "{self._title(number, title)}"',
                *self._premises(),
                *(
                    f"with {c.issue} is {c.option}"
                    for c in told.choices
                    if not self._chosen(c.issue)
                ),
                *(f"{event.at} {self.events.tell(event)}" for event in told.events),
                *(
                    f"expect {one.words}{f' over {told.incident}' if one.over else ''}"
                    for one in expected
                ),
            )
            block = "\n  ".join(lines) + "\n"
        witness = Witness(number, self._incident(point, told), block)
        self.made.append(witness)
        return witness

    def _title(self, number: int, title: str) -> str:
        return f"Witness {number}: {title}".replace('"', "'")

    def _premises(self) -> Iterator[str]:
        side = self.side
        if side.after:
            yield f'continues "{side.after}"'
        yield from (f"with {a} in force from {side.day}" for a in side.supposed)
        for choice in side.choices:
            issue, _, option = choice.partition("=")
            yield f"with {issue} is {option}"
        yield from (f"with reading {name}" for name in side.readings)

    def _chosen(self, issue: str) -> bool:
        return any(choice.partition("=")[0] == issue for choice in self.side.choices)

    def _incident(self, point: Sequence[int], told: Story | None) -> str:
        """The incident alone, without its name."""
        if told is not None:
            told_of = {e.id: e for e in told.events if isinstance(e, IncidentEvent)}
            event = told_of[told.incident]
            return self.events.tell(event).replace(f" {event.id}", "", 1)
        values = zip(self.survey.space.attributes, self.survey.space.values, point, strict=False)
        return ", ".join(f"{attribute} is {known[n]}" for attribute, known, n in values)


def _declared(case: Case) -> Iterator[IncidentId]:
    """What else has a name in a case."""
    for field in case.__struct_fields__:
        declared = getattr(case, field)
        for one in declared if isinstance(declared, tuple) else ():
            if name := getattr(one, "id", ""):
                yield IncidentId(name)
    yield from (IncidentId(option.id) for issue in case.issues for option in issue.options)
