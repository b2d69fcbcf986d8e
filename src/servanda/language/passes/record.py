"""Persons, outlets, documents and sides."""

from __future__ import annotations

from servanda.language.passes.called import other_names
from servanda.language.passes.collect import clause_of
from servanda.language.passes.declarations import memberships
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.passes.table import DOERS, Symbol
from servanda.language.passes.times import check_dates
from servanda.language.tree import (
    DocumentStatement,
    OfficeLine,
    OutletStatement,
    PersonStatement,
    SideStatement,
)
from servanda.model.node import ActorId, DocumentId, OutletId, PersonId, SideId
from servanda.model.record import Document, Office, Outlet, Person, Side


def lower_persons(scope: Scope) -> tuple[Person, ...]:
    """Persons with their offices."""
    return tuple(
        _person(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(PersonStatement)
    )


def _person(scope: Scope, statement: PersonStatement) -> Person:
    offices = (_office(scope, line) for line in statement.offices)
    return Person(
        id=PersonId(statement.name.text),
        title=title(statement.title),
        offices=tuple(office for office in offices if office is not None),
        called=other_names(scope, statement.called),
        origin=scope.origin(statement),
    )


def _office(scope: Scope, line: OfficeLine) -> Office | None:
    """For whom somebody speaks; several offices may be held at once."""
    check_dates(scope, line, line.start, line.end)
    symbol = scope.find(line.actor, "an actor or an organ", DOERS)
    if symbol is None:
        return None
    return Office(
        actor=ActorId(symbol.name),
        title=title(line.title),
        start=line.start,
        end=line.end,
        origin=scope.origin(line),
    )


def lower_outlets(scope: Scope) -> tuple[Outlet, ...]:
    """Newspapers, broadcasters, agencies."""
    return tuple(
        _outlet(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(OutletStatement)
    )


def _outlet(scope: Scope, statement: OutletStatement) -> Outlet:
    return Outlet(
        id=OutletId(statement.name.text),
        title=title(statement.title),
        called=other_names(scope, statement.called),
        origin=scope.origin(statement),
    )


def lower_documents(scope: Scope) -> tuple[Document, ...]:
    """Documents with the day of their publication; without that day one cannot be used."""
    found = (
        _document(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(DocumentStatement)
    )
    return tuple(document for document in found if document is not None)


def _document(scope: Scope, statement: DocumentStatement) -> Document | None:
    published = statement.published
    if published is None:
        if not statement.incomplete:
            scope.error(
                "SV445",
                statement.name,
                f"it is not said when `{statement.name.text}` was published",
                "add the line `published on 2026-03-01`, with its day",
                "or `published by NEWS on 2026-03-01`, with the outlet",
            )
        return None
    by = None
    if published.outlet is not None:
        by = scope.find(published.outlet, "an outlet, an actor or an organ", ("outlet", *DOERS))
    return Document(
        id=DocumentId(statement.name.text),
        title=title(statement.title),
        outlet=None if by is None else _publisher(by),
        date=published.date,
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


def _publisher(symbol: Symbol) -> OutletId | ActorId:
    return OutletId(symbol.name) if symbol.sort == "outlet" else ActorId(symbol.name)


def lower_sides(scope: Scope) -> tuple[Side, ...]:
    """Sides with their dated members."""
    return tuple(
        _side(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(SideStatement)
    )


def _side(scope: Scope, statement: SideStatement) -> Side:
    return Side(
        id=SideId(statement.name.text),
        title=title(statement.title),
        memberships=memberships(scope, statement.members),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )
