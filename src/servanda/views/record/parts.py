"""Stances, denials and dates in a line, as all pages on the record say them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.analyses.record.kinds import Direction
from servanda.analyses.record.outcome import Cell, Denial, Matter, Placed, Stance, Withdrawal
from servanda.analyses.record.standing import Standing
from servanda.core.calendar import Moment
from servanda.model.node import StatementId
from servanda.views.sheet import Break, Inline, Line, Link, Mark, Quiet
from servanda.views.wording import Names, joined

MOST_IN_A_CELL = 2
"""How many stances a cell of the board tells; the lines below it tell all."""

_TONES: dict[Direction, Mark] = {
    "for": Mark("", "met"),
    "against": Mark("", "breach"),
    "depends": Mark("", "open"),
}

_THROUGH = {
    Standing.ALLY: "an ally",
    Standing.ADVERSARY: "an adversary",
    Standing.OTHER: "another party",
}


def statement_anchor(name: str) -> str:
    """What a link to a statement leads to."""
    return f"statement-{name}"


def cited(names: Iterable[StatementId]) -> Line:
    """``S3, S7``, each a link to its statement."""
    links: list[Line] = [(Link(statement_anchor(name), name),) for name in dict.fromkeys(names)]
    return joined(links, ", ")


def matter_words(matter: Matter) -> str:
    """``guarantee``; ``to attack UKR``; ``the statement S3``."""
    match matter.sort:
        case "act":
            return f"to {matter.name}{' (others)' if matter.others else ''}"
        case "statement":
            return f"the statement {matter.name}"
        case "words":
            return f'"{matter.name}"'
        case _:
            return matter.name


def stance_words(stance: Stance) -> str:
    """``accepts nato_style``; ``may commit`` to what is only possible."""
    verb = f"possibly {stance.kind}" if stance.possible else stance.kind
    hedged = stance.sort == "intention" and not stance.possible
    if hedged and stance.kind not in {"plans", "threatens"}:
        verb = f"plans: {stance.kind}"
    return " ".join(part for part in (verb, stance.on) if part)


def stance_mark(stance: Stance) -> Mark:
    """A stance in a word or two, its direction in its tone as well."""
    return Mark(stance_words(stance), _TONES[stance.direction].tone)


def conditions(stance: Stance, names: Names) -> Line:
    """What a stance hangs on: `` only if GUARANTEE is in force``."""
    parts: list[Inline] = []
    if stance.beside:
        parts += [" together with ", *names.said(" and ".join(stance.beside))]
    if stance.only_if:
        parts += [" only if ", *names.said(" and ".join(stance.only_if))]
    return tuple(parts)


def when_words(said: Moment, *, dated: bool) -> str:
    """``on 2025-08-17``; ``by`` where the day is that of the report or the document."""
    return f"{'on' if dated else 'by'} {said}"


def held(placed: Placed, names: Names, *, marked: bool = True) -> Line:
    """A stance with its conditions, day, statement, and what is said against it.

    Args:
        placed: The stance.
        names: Names of the case.
        marked: Whether its first words stand out.
    """
    stance = placed.stance
    what: Line = (stance_mark(stance),) if marked else (stance_words(stance),)
    told: Line
    if stance.standing is Standing.FIRST_HAND:
        told = (*what, *conditions(stance, names), f", {_day(stance)}")
    else:
        told = (*through(stance, names), f" {_day(stance)}: ", *what, *conditions(stance, names))
    return (*told, " (", *cited((stance.statement,)), ")", *against(placed, names))


def _day(stance: Stance) -> str:
    return when_words(stance.said, dated=stance.dated or stance.standing is Standing.FIRST_HAND)


def through(stance: Stance, names: Names) -> Line:
    """By whom something is reported, and how they stand to one another."""
    relation = _THROUGH.get(stance.standing, "")
    beside = f", {relation}," if relation else ""
    verb = "summed up by" if stance.reporter and _by_document(stance) else "reported by"
    return (f"{verb} ", *names.said(stance.reporter), beside)


def _by_document(stance: Stance) -> bool:
    return stance.standing is Standing.OUTLET and stance.depth == 0


def against(placed: Placed, names: Names) -> Line:
    """What is said against a stance: denials, and what took it back or took its place."""
    parts: list[Inline] = []
    for denial in placed.contested_by:
        parts += ["; ", Mark("denied", "open"), *denial_words(denial, names)]
    for denial in placed.disputed_by:
        parts += ["; ", Mark("disputed", "open"), *denial_words(denial, names)]
    if placed.withdrawn_by:
        parts += ["; ", Mark("taken back", "ended"), " (", *cited(placed.withdrawn_by), ")"]
    if placed.replaced_by:
        parts += ["; ", Quiet("replaced since"), " (", *cited(placed.replaced_by), ")"]
    for withdrawal in placed.said_withdrawn:
        parts += ["; ", Quiet("said to be taken back"), *withdrawal_words(withdrawal, names)]
    return tuple(parts)


def denial_words(denial: Denial, names: Names) -> Line:
    """`` by RUS on 2025-08-18 (S13)``."""
    return (
        " by ",
        *_voiced(denial, names),
        f" on {denial.said} (",
        *cited((denial.statement,)),
        ")",
    )


def said_when(denial: Denial) -> Line:
    """``, on 2025-08-18 (S13)``."""
    return (f", on {denial.said} (", *cited((denial.statement,)), ")")


def withdrawal_words(withdrawal: Withdrawal, names: Names) -> Line:
    """`` by RUS on 2025-08-18 (S13)``."""
    where = cited((withdrawal.statement,))
    return (" by ", *_voiced(withdrawal, names), f" on {withdrawal.said} (", *where, ")")


def _voiced(said: Denial | Withdrawal, names: Names) -> Line:
    """Who speaks, and through whom where not itself."""
    who = names.said(said.voice) or ("somebody",)
    if said.standing is Standing.FIRST_HAND:
        return who
    return (*who, ", as ", *names.said(said.reporter), " reports,")


def cell_line(cell: Cell) -> Line:
    """A cell of the board: a word or two, and marks that are words."""
    if cell.holding:
        shown = [_short(one) for one in cell.holding[:MOST_IN_A_CELL]]
        left = len(cell.holding) - len(shown)
        more: list[Line] = [(Quiet(f"and {left} more"),)] if left else []
        conflict: list[Line] = []
        if cell.state == "contradictory":
            conflict = [(Mark("contradictory", "breach"),)]
        return joined([*shown, *more, *conflict], Break())
    match cell.state:
        case "withdrawn":
            word = Mark("taken back", "ended")
        case "denying":
            word = Mark("denies", "open")
        case "speaking":
            word = Mark("no stance", "ended")
        case _:
            word = Mark("silent", "ended")
    return (word, Break(), Quiet("reported below")) if cell.below else (word,)


def _short(placed: Placed) -> Line:
    stance = placed.stance
    notes = []
    if stance.conditional and stance.direction != "depends":
        notes.append("if")
    if placed.contested_by:
        notes.append("denied")
    elif placed.disputed_by:
        notes.append("disputed")
    if stance.standing is not Standing.FIRST_HAND:
        notes.append("anonymous" if stance.standing is Standing.ANONYMOUS else "reported")
    told: Line = (stance_mark(stance),)
    return (*told, " (", ", ".join(notes), ")") if notes else told


def silent_together(parties: Sequence[str], names: Names) -> Line:
    """``UKR and DEU``."""
    return names.together(parties)
