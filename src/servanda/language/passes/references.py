"""Statements about statements: who may take one back, and what is about itself in the end."""

from __future__ import annotations

import datetime as dt

from servanda.core.origin import Origin
from servanda.language.passes.reports import Reports
from servanda.language.passes.rings import chain, rings
from servanda.language.passes.table import Table
from servanda.language.tree import PersonStatement
from servanda.model.case import Case
from servanda.model.record import (
    OF_OWN_STATEMENTS,
    Named,
    OnStatement,
    Person,
    Saying,
    Statement,
)


def check_references(case: Case, table: Table, reports: Reports) -> None:
    """Report statements that are about themselves, and those that somebody else takes back."""
    by_name: dict[str, Statement] = {}
    for statement in case.statements:
        by_name.setdefault(statement.id, statement)
    about = {name: statement.saying.innermost for name, statement in by_name.items()}
    links: dict[str, dict[str, Origin]] = {
        name: {said.content.statement: said.content.origin}
        for name, said in about.items()
        if isinstance(said.content, OnStatement)
    }
    in_rings: set[str] = set()
    for names, origin in rings(links):
        in_rings.update(names)
        reports.error(
            "SV362",
            origin,
            f"a statement is about itself: {chain(names, 'is about')}",
            "a statement is about an earlier one: name that",
        )
    parties = _Parties(case, table)
    for name, said in about.items():
        if isinstance(said.content, OnStatement) and said.kind in OF_OWN_STATEMENTS:
            earlier = by_name.get(said.content.statement)
            if earlier is not None and name not in in_rings:
                _check_own(parties, by_name[name], earlier, reports)


def _check_own(
    parties: _Parties, statement: Statement, earlier: Statement, reports: Reports
) -> None:
    """Report a statement of somebody else that is corrected or retracted."""
    said = statement.saying.innermost
    who = parties.of(statement, said)
    theirs = [parties.of(earlier, one) for one in earlier.saying.chain()]
    if who is None or any(one is None or one & who for one in theirs):
        return
    reports.error(
        "SV361",
        said.origin,
        f"`{earlier.id}` is a statement of somebody else, and only its own party {said.kind} it",
        "what is said against a statement of others is written with `denies`, `rejects` or `criticises`",
        related=((f"`{earlier.id}` is said here", earlier.saying.origin),),
    )


class _Parties:
    """For whom the speakers of a case speak.

    Attributes:
        unsure: Persons with an office that could not be understood, as is reported already.
    """

    def __init__(self, case: Case, table: Table) -> None:
        self.persons: dict[str, Person] = {person.id: person for person in case.persons}
        self.unsure = {
            written.name.text
            for written in table.of(PersonStatement)
            if written.incomplete
            or len(written.offices) != len(self.persons[written.name.text].offices)
        }
        self.published = case.days_of_documents()

    def of(self, statement: Statement, said: Saying) -> frozenset[str] | None:
        """The parties of a saying, and its speakers themselves; None where nobody can tell."""
        if not isinstance(said.speaker, Named):
            return None if said.speaker.of is None else frozenset({said.speaker.of})
        if not self.unsure.isdisjoint(said.speaker.speakers):
            return None
        day = self.day(statement, said)
        found: set[str] = set(said.speaker.speakers)
        for name in said.speaker.speakers:
            offices = self.persons[name].offices if name in self.persons else ()
            found.update(office.actor for office in offices if day is None or office.runs(day))
        return frozenset(found)

    def day(self, statement: Statement, said: Saying) -> dt.date | None:
        """The day of a saying; else that of the statement, else that of its first document."""
        for one in (said, statement.saying):
            if one.at is not None:
                return one.at.date
        return statement.published(self.published)
