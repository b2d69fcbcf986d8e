"""Which statements count for a party's own steps: what is said at first hand, and not taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from servanda.model.case import Case
from servanda.model.node import ActorId, PersonId, StatementId
from servanda.model.record import Named, OnStatement, Saying, Statement


def first_hand(case: Case) -> Callable[[StatementId], bool]:
    """Tells whether everybody who speaks in a statement speaks for the party it is about.

    What is reported by another one does not count, nor what the party has taken back or corrected.
    """
    taken_back = set(_taken_back(case))
    counted = {
        statement.id
        for statement in case.statements
        if statement.id not in taken_back and len(set(_parties(case, statement))) == 1
    }
    return counted.__contains__


def _parties(case: Case, statement: Statement) -> Iterator[frozenset[ActorId] | None]:
    """The parties for whom each speaker in the chain speaks; None for nobody's."""
    chain = list(statement.saying.chain())
    for saying in chain:
        yield _party(case, statement, saying)
    if any(_party(case, statement, saying) is None for saying in chain):
        yield frozenset()


def _party(case: Case, statement: Statement, saying: Saying) -> frozenset[ActorId] | None:
    if not isinstance(saying.speaker, Named):
        return None
    actors = {actor.id for actor in case.actors}
    persons = {person.id: person for person in case.persons}
    documents = {document.id: document.date for document in case.documents}
    days = [documents[p.document] for p in statement.passages if p.document in documents]
    day = saying.at.date if saying.at is not None else min(days, default=None)
    found: set[ActorId] = set()
    for name in saying.speaker.speakers:
        person = persons.get(PersonId(name))
        if name in actors:
            found.add(ActorId(name))
        elif person is not None and day is not None and person.offices_on(day):
            found |= {office.actor for office in person.offices_on(day)}
        else:
            return None
    return frozenset(found)


def _taken_back(case: Case) -> Iterator[StatementId]:
    for statement in case.statements:
        saying = statement.saying
        if saying.kind in {"retracts", "corrects"} and isinstance(saying.content, OnStatement):
            yield saying.content.statement
