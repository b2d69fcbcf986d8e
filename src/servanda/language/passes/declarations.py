"""Actors, groups, organs, regions, laws and motions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.language.passes.actors import actors, listed, plural
from servanda.language.passes.called import other_names
from servanda.language.passes.collect import clause_of, plural_of
from servanda.language.passes.decisions import decision_rule
from servanda.language.passes.scope import Scope, title
from servanda.language.passes.table import ACTORS
from servanda.language.passes.times import check_dates
from servanda.language.tree import (
    ActorStatement,
    DatedNames,
    GroupStatement,
    LawStatement,
    MotionStatement,
    Names,
    OrganStatement,
    RegionStatement,
    Word,
)
from servanda.model.node import ActorId, GroupId, LawId, MotionId, RegionId
from servanda.model.sets import SetOfActors
from servanda.model.vocabulary import (
    Actor,
    Containment,
    Group,
    Law,
    Membership,
    Motion,
    Organ,
    Region,
)


def lower_actors(scope: Scope) -> tuple[Actor, ...]:
    """States, organisations and other actors."""
    return tuple(
        _actor(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(ActorStatement)
    )


def _actor(scope: Scope, statement: ActorStatement) -> Actor:
    return Actor(
        id=ActorId(statement.name.text),
        title=title(statement.title),
        sort=statement.sort,
        called=other_names(scope, statement.called),
        origin=scope.origin(statement),
    )


def lower_laws(scope: Scope) -> tuple[Law, ...]:
    """Domestic laws."""
    return tuple(
        Law(
            id=LawId(statement.name.text),
            title=title(statement.title),
            origin=scope.within(clause_of(statement)).origin(statement),
        )
        for statement in scope.table.of(LawStatement)
    )


def lower_motions(scope: Scope) -> tuple[Motion, ...]:
    """Motions."""
    return tuple(
        Motion(
            id=MotionId(statement.name.text),
            title=title(statement.title),
            origin=scope.within(clause_of(statement)).origin(statement),
        )
        for statement in scope.table.of(MotionStatement)
    )


def lower_groups(scope: Scope) -> tuple[Group, ...]:
    """Groups with their dated members."""
    return tuple(
        _group(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(GroupStatement)
    )


def _group(scope: Scope, statement: GroupStatement) -> Group:
    return Group(
        id=GroupId(statement.name.text),
        plural=plural_of(statement),
        title=title(statement.title),
        memberships=memberships(scope, statement.members),
        origin=scope.origin(statement),
    )


def memberships(scope: Scope, lines: Sequence[DatedNames]) -> tuple[Membership, ...]:
    """Who belongs to a group or a side, from when, until when."""
    check_stretches(scope, lines, "a member")
    return tuple(
        Membership(
            members=actors(scope, line.names),
            start=line.start,
            end=line.end,
            origin=scope.origin(line),
        )
        for line in lines
    )


def lower_regions(scope: Scope) -> tuple[Region, ...]:
    """Regions with what they contain, dated where it changes."""
    return tuple(
        _region(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(RegionStatement)
    )


def _region(scope: Scope, statement: RegionStatement) -> Region:
    check_stretches(scope, statement.contains, "a part")
    return Region(
        id=RegionId(statement.name.text),
        title=title(statement.title),
        contains=tuple(
            Containment(
                parts=_regions(scope, line.names),
                start=line.start,
                end=line.end,
                origin=scope.origin(line),
            )
            for line in statement.contains
        ),
        origin=scope.origin(statement),
    )


def _regions(scope: Scope, words: Iterable[Word]) -> tuple[RegionId, ...]:
    found = (scope.find(word, "a region", ("region",)) for word in words)
    return tuple(RegionId(symbol.name) for symbol in found if symbol is not None)


def check_stretches(scope: Scope, lines: Iterable[DatedNames], what: str) -> None:
    """Report stretches of time that end before they begin, and that overlap for one name."""
    by_name: dict[str, list[tuple[DatedNames, Word]]] = defaultdict(list)
    for line in lines:
        check_dates(scope, line, line.start, line.end)
        for word in line.names:
            by_name[word.text].append((line, word))
    for several in by_name.values():
        ordered = sorted(several, key=lambda one: one[0].start or dt.date.min)
        for (earlier, _), (later, word) in pairwise(ordered):
            if later.start is None or earlier.end is None or later.start < earlier.end:
                report = Diagnostic(
                    "SV310",
                    Severity.ERROR,
                    f"`{word.text}` is {what} twice at the same time",
                    scope.origin(word),
                    hints=("leave one of them out, or give each its dates",),
                    related=(("here too", scope.origin(earlier)),),
                )
                scope.reports.once(report, word.text)


def lower_organs(scope: Scope) -> tuple[Organ, ...]:
    """Organs with their members and their rule of decision."""
    return tuple(
        _organ(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(OrganStatement)
    )


def _organ(scope: Scope, statement: OrganStatement) -> Organ:
    members: SetOfActors | None = None
    names = None
    if isinstance(statement.members, Names):
        members, names = listed(scope, statement.members, ACTORS), statement.members.names
    elif statement.members is not None:
        members = plural(scope, statement.members)
    if statement.rule is not None and statement.members is None and not statement.incomplete:
        scope.error(
            "SV321",
            statement.rule,
            f"`{statement.name.text}` has a rule of decision and nobody who could vote",
            "add `members`",
            "or leave the rule out: its decisions are then reported",
        )
    rule = None
    if statement.rule is not None:
        rule = decision_rule(scope, statement.rule, names, of_organ=True)
    return Organ(
        id=ActorId(statement.name.text),
        title=title(statement.title),
        members=members,
        rule=rule,
        called=other_names(scope, statement.called),
        origin=scope.origin(statement),
    )
