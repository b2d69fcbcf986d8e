"""Claims that rest on what their party does not say, or has taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from servanda.analyses.drafting.claims import called
from servanda.analyses.drafting.days import day_of
from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.bargaining import Preferences, Requirement
from servanda.model.case import Case
from servanda.model.node import StatementId
from servanda.model.record import (
    OF_OWN_STATEMENTS,
    OF_SAYINGS,
    InWords,
    Named,
    OnStatement,
    Person,
    Saying,
    Speaker,
    Statement,
)
from servanda.model.words import listing

Voices = frozenset[str]
"""The parties that answer for a saying, and whoever else speaks by name."""


class _Record:
    """Whose statements the record has, and which of them are taken back."""

    def __init__(self, case: Case) -> None:
        self.statements: Mapping[StatementId, Statement] = {s.id: s for s in case.statements}
        self._persons: Mapping[str, Person] = {person.id: person for person in case.persons}
        self._published = case.days_of_documents()
        self._takers: dict[StatementId, list[Statement]] = {}
        for one in case.statements:
            content = one.saying.content
            if one.saying.kind in OF_OWN_STATEMENTS and isinstance(content, OnStatement):
                self._takers.setdefault(content.statement, []).append(one)

    def voices(self, statement: Statement) -> Voices:
        """Everybody who says something in a statement, or is reported to."""
        return self._voices(statement, frozenset())

    def _voices(self, statement: Statement, seen: frozenset[StatementId]) -> Voices:
        found: set[str] = set()
        day = day_of(statement, self._published)
        for saying in statement.saying.chain():
            day = day if saying.at is None else saying.at.date
            found |= self._of(saying.speaker, day)
            about = _told_of(saying)
            if about is not None and about in self.statements and about not in seen:
                found |= self._voices(self.statements[about], seen | {about})
        return frozenset(found)

    def _of(self, speaker: Speaker, day: dt.date | None) -> Voices:
        if not isinstance(speaker, Named):
            return frozenset([speaker.of] if speaker.of else [])
        return frozenset().union(*(self._of_name(name, day) for name in speaker.speakers))

    def _of_name(self, name: str, day: dt.date | None) -> Voices:
        """For whom somebody speaks; without a day, for whom on any."""
        person = self._persons.get(name)
        if person is None:
            return frozenset([name])
        offices = person.offices if day is None else person.offices_on(day)
        return frozenset(office.actor for office in offices)

    def taken_back_by(self, statement: StatementId, party: str) -> Statement | None:
        """The statement by which a party takes a statement back, unless that is taken back itself."""
        return self._taken_back_by(statement, party, frozenset())

    def _taken_back_by(
        self, statement: StatementId, party: str, seen: frozenset[StatementId]
    ) -> Statement | None:
        for one in self._takers.get(statement, ()):
            own = party in self._of(one.saying.speaker, day_of(one, self._published))
            again = own and one.id not in seen
            if again and self._taken_back_by(one.id, party, seen | {one.id}) is None:
                return one
        return None


def _told_of(saying: Saying) -> StatementId | None:
    """The statement that is told of: ``reports S3``."""
    told = isinstance(saying.content, OnStatement) and saying.kind in OF_SAYINGS
    return saying.content.statement if told and isinstance(saying.content, OnStatement) else None


def _in_words(statement: Statement) -> bool:
    """Whether what is told of has no form, so that nobody can tell whose word it is."""
    *_, last = statement.saying.chain()
    return last.kind in OF_SAYINGS and isinstance(last.content, InWords)


def _speakers(statement: Statement) -> str:
    """Everybody who speaks in a statement, as they are named."""
    found: list[str] = []
    for saying in statement.saying.chain():
        speaker = saying.speaker
        if isinstance(speaker, Named):
            found += speaker.speakers
        else:
            found.append(f"an official of {speaker.of}" if speaker.of else "an official")
    return listing(dict.fromkeys(found))


def claims_on_the_words_of_others(reach: Reach) -> Iterator[Diagnostic]:
    """What a party is said to ask or prefer, read from statements in which it says nothing."""
    record = _Record(reach.case)
    for claim, statement in _rests(reach.case, record):
        read_so = bool(claim.judgement) or _in_words(statement)
        if not read_so and claim.party not in record.voices(statement):
            yield warning(
                "SV555",
                claim.origin,
                f"{called(claim)} rests on `{statement.id}`, in which {claim.party} says nothing:"
                f" it is said by {_speakers(statement)}",
                f"name a statement of {claim.party}, or one that reports what {claim.party} says",
                "or mark it as the encoder's own reading, with a `judgement` line",
            )


def claims_on_what_is_taken_back(reach: Reach) -> Iterator[Diagnostic]:
    """What a party is said to ask or prefer, read from statements that it has taken back."""
    record = _Record(reach.case)
    for claim, statement in _rests(reach.case, record):
        by = record.taken_back_by(statement.id, claim.party)
        if by is not None:
            yield warning(
                "SV556",
                claim.origin,
                f"{called(claim)} rests on `{statement.id}`, which {_speakers(by)}"
                f" {_took_back(by)} in `{by.id}`",
                f"name what {claim.party} has said since, or leave {_the(claim)} out",
                "what it is still thought to want, whatever it says, has a `judgement` line instead",
            )


def _rests(case: Case, record: _Record) -> Iterator[tuple[Requirement | Preferences, Statement]]:
    """Claims of a party with each statement that they rest on."""
    claims: list[Requirement | Preferences] = [*case.requirements]
    claims += case.preferences
    for claim in claims:
        for name in claim.rests_on:
            if name in record.statements:
                yield claim, record.statements[name]


def _took_back(by: Statement) -> str:
    several = isinstance(by.saying.speaker, Named) and len(by.saying.speaker.speakers) > 1
    return by.saying.kind.removesuffix("s") if several else by.saying.kind


def _the(claim: Requirement | Preferences) -> str:
    if isinstance(claim, Preferences):
        return "these preferences"
    return "the red line" if claim.firm else "the demand"
