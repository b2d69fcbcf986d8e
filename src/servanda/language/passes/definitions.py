"""Definitions: what counts as such an incident, and other readings of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from servanda.language.passes.collect import clause_of
from servanda.language.passes.conditions import lower_condition
from servanda.language.passes.past import definition
from servanda.language.passes.reports import Citation
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.tree import DefineStatement, ReadingStatement, Word
from servanda.model.definitions import Definition, DefinitionReading
from servanda.model.node import DefinitionId, ReadingId
from servanda.model.vocabulary import Act, IncidentKind


def lower_definitions(scope: Scope) -> tuple[Definition, ...]:
    """Every definition with its readings, in the order declared."""
    readings = _readings(scope)
    found = (
        _definition(scope, statement, readings.get(statement.adjective.text, ()))
        for statement in scope.table.of(DefineStatement)
    )
    return tuple(one for one in found if one is not None)


def _definition(
    scope: Scope, statement: DefineStatement, readings: Iterable[ReadingStatement]
) -> Definition | None:
    clause = clause_of(statement)
    kind = _kind(scope.within(clause), statement.kind)
    inside = replace(scope.within(clause), kind=kind, unsure=kind is None)
    if statement.where is None and not statement.incomplete:
        inside.error(
            "SV328",
            statement.adjective,
            f"`{statement.adjective.text}` is declared, and it is not said what it means",
            "add a line such as `where means is one of ground, air`",
        )
    condition = None if statement.where is None else lower_condition(inside, statement.where)
    found = [_reading(inside, reading) for reading in readings]
    if kind is None or condition is None:
        return None
    return Definition(
        id=DefinitionId(statement.adjective.text),
        kind=kind.id,
        condition=condition,
        title=title(statement.title),
        readings=tuple(reading for reading in found if reading is not None),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=inside.origin(statement),
    )


def _kind(scope: Scope, word: Word) -> IncidentKind | None:
    verb = scope.verb(word, "noun", "an incident")
    if isinstance(verb, Act):
        scope.error("SV318", word, f"`{word.text}` is an act; only incidents are defined")
        return None
    return verb


def _reading(scope: Scope, statement: ReadingStatement) -> DefinitionReading | None:
    words = f"{scope.clause.words}, reading {statement.name.text}"
    inside = scope.within(Citation(words, statement.trail))
    if statement.where is None:
        if not statement.incomplete:
            inside.error(
                "SV320",
                statement.name,
                f"reading `{statement.name.text}` says nothing that differs from its definition",
                "add a `where` line",
            )
        return None
    condition = lower_condition(inside, statement.where)
    if condition is None:
        return None
    return DefinitionReading(
        id=ReadingId(statement.name.text),
        condition=condition,
        title=title(statement.title),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=inside.origin(statement),
    )


def _readings(scope: Scope) -> dict[str, list[ReadingStatement]]:
    """The readings of each definition; those of one that is not there are reported."""
    found: dict[str, list[ReadingStatement]] = defaultdict(list)
    for _, statement in scope.table.readings:
        if statement.adjective is None or statement.kind is None:
            continue
        inside = scope.within(clause_of(statement))
        kind = _kind(inside, statement.kind)
        known = None if kind is None else definition(inside, statement.adjective, kind.id)
        if known is not None:
            found[known].append(statement)
    return found
