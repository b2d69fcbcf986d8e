"""Stances, denials and dates in a line, as all pages on the record say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.record.kinds import Direction
from servanda.analyses.record.outcome import Denial, Matter, Placed, Stance, Withdrawal
from servanda.analyses.record.standing import Standing
from servanda.core.calendar import Moment
from servanda.model.node import StatementId
from servanda.model.words import all_of
from servanda.views.sheet import Inline, Line, Link, Mark, Quiet
from servanda.views.wording import Names, joined

_TONES: dict[Direction, Mark] = {
    "for": Mark("", "met"),
    "against": Mark("", "breach"),
    "depends": Mark("", "open"),
}

_RELATIONS = {Standing.ALLY: " (an ally)", Standing.ADVERSARY: " (an adversary)"}


HEDGES = ("possibly ", "plans: ")
"""What stands before a saying that is no more than an intention."""


def statement_anchor(name: str) -> str:
    """What a link to a statement leads to."""
    return f"statement-{name}"


def cited(names: Iterable[StatementId]) -> Line:
    """``S3, S7``, each a link to its statement."""
    links: list[Line] = [(Link(statement_anchor(name), name),) for name in dict.fromkeys(names)]
    return joined(links, ", ")


def matter_words(matter: Matter) -> str:
    """``guarantee``; ``whether to attack UKR``; ``what S3 says``."""
    match matter.sort:
        case "act":
            return f"whether {'others are ' if matter.others else ''}to {matter.name}"
        case "statement":
            return f"what {matter.name} says"
        case "words":
            return f'"{matter.name}"'
        case _:
            return matter.name


def hedge(stance: Stance) -> str:
    """What stands before a saying that is only possible, or planned or announced."""
    possibly, planned = HEDGES
    if stance.possible:
        return possibly
    if stance.sort == "intention" and stance.kind not in {"plans", "threatens"}:
        return planned
    return ""


def stance_words(stance: Stance) -> str:
    """``accepts nato_style``; ``possibly commits`` to what is only possible."""
    return f"{hedge(stance)}{stance.kind} {stance.on}".rstrip()


def stance_mark(stance: Stance) -> Mark:
    """A stance in a word or two; its direction is its tone as well."""
    return Mark(stance_words(stance), _TONES[stance.direction].tone)


def conditions(stance: Stance, names: Names) -> Line:
    """What a stance hangs on: `` only if GUARANTEE is in force``."""
    parts: list[Inline] = []
    if stance.beside:
        parts += [" together with ", *names.said(" and ".join(stance.beside))]
    if stance.only_if:
        parts += [" only if ", *names.said(all_of(stance.only_if))]
    return tuple(parts)


# Stances, those that come to the same put together.


def told(placed: Iterable[Placed], names: Names) -> Iterator[Line]:
    """Stances in a line each; what several statements say alike of the same day, in one."""
    groups: dict[object, list[Placed]] = {}
    for one in placed:
        groups.setdefault(_alike(one), []).append(one)
    for some in groups.values():
        yield held(some[0], names, [one.stance.statement for one in some])


def _alike(placed: Placed) -> object:
    stance = placed.stance
    return (
        (stance.kind, stance.sort, stance.on, stance.only_if, stance.beside, stance.possible),
        (stance.standing, stance.reporter, stance.said, stance.known, stance.dated),
        tuple(denial.statement for denial in placed.contested_by),
        tuple(denial.statement for denial in placed.disputed_by),
        (placed.withdrawn_by, placed.replaced_by),
        tuple(withdrawal.statement for withdrawal in placed.said_withdrawn),
    )


def held(placed: Placed, names: Names, statements: Iterable[StatementId] = ()) -> Line:
    """A stance with its conditions, its day and its statements, and what is said against it.

    Args:
        placed: The stance.
        names: Names of the case.
        statements: Those that it rests on, where they are several.
    """
    stance = placed.stance
    what: Line = (stance_mark(stance), *conditions(stance, names))
    where = cited(tuple(statements) or (stance.statement,))
    if stance.standing is Standing.FIRST_HAND:
        told_of: Line = (*what, f", {_day(stance.said, dated=stance.dated)}")
    else:
        own_day = f", {_day(stance.said, dated=True)}" if stance.dated and stance.depth else ""
        told_of = (*through(stance, names), ": ", *what, own_day)
    return (*told_of, " (", *where, ")", *against(placed, names))


def _day(moment: Moment, *, dated: bool) -> str:
    """``on 2025-08-17``; ``by`` where the day is that of a document."""
    return f"{'on' if dated else 'by'} {moment}"


def through(stance: Stance, names: Names) -> Line:
    """By whom something is reported, and when: ``reported by USA on 2025-08-17``."""
    day = f" {_day(stance.known, dated=stance.told)}"
    if stance.depth == 0 and stance.standing is Standing.ANONYMOUS:
        return ("by ", *names.said(stance.reporter), day)
    summed_up = stance.depth == 0 and stance.standing is Standing.OUTLET
    verb = "summed up in" if summed_up else "reported by"
    relation = _RELATIONS.get(stance.standing, "")
    return (f"{verb} ", *names.said(stance.reporter), f"{relation}{day}")


def against(placed: Placed, names: Names) -> Line:
    """What is said against a stance: denials, and what took it back or took its place."""
    parts: list[Inline] = []
    for denial in placed.contested_by:
        parts += ["; ", Mark("denied", "open"), *by_whom(denial, names)]
    for denial in placed.disputed_by:
        parts += ["; ", Mark("disputed", "open"), *by_whom(denial, names)]
    if placed.withdrawn_by:
        parts += ["; ", Mark("taken back", "ended"), " (", *cited(placed.withdrawn_by), ")"]
    if placed.replaced_by:
        parts += ["; ", Quiet("otherwise since"), " (", *cited(placed.replaced_by), ")"]
    for withdrawal in placed.said_withdrawn:
        parts += ["; ", Mark("said to be taken back", "open"), *by_whom(withdrawal, names)]
    return tuple(parts)


def by_whom(said: Denial | Withdrawal, names: Names) -> Line:
    """`` by RUS on 2025-08-18 (S13)``; through whom, where it is not its own word."""
    who = names.said(said.voice) or ("somebody who is not named",)
    if said.standing is not Standing.FIRST_HAND:
        who = (*who, ", as ", *names.said(said.reporter or "somebody unnamed"), " has it,")
    return (" by ", *who, f" {_day(said.said, dated=said.dated)} (", *cited((said.statement,)), ")")


def denied_words(denial: Denial, names: Names) -> Line:
    """``that RUS accepts guarantee is nato_style, on 2025-08-18 (S13)``."""
    day = f", {_day(denial.said, dated=denial.dated)} ("
    return ("that ", *names.said(denial.denied), day, *cited((denial.statement,)), ")")
