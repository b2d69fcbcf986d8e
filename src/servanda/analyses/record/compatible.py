"""Which stances of one party on one matter cannot both hold, and which the later one replaces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from servanda.analyses.record.dates import is_later
from servanda.analyses.record.kinds import WAYS, Direction, Sort
from servanda.analyses.record.outcome import Stance
from servanda.model.node import OptionId, StatementId
from servanda.model.record import StatementKind

_PRAISED: frozenset[StatementKind] = frozenset({"endorses", "demands", "urges"})
"""What criticism goes against; one may commit oneself to what one criticises."""


class Form(NamedTuple):
    """What a stance comes to, whoever takes it and when."""

    kind: StatementKind
    direction: Direction
    sort: Sort
    exclusive: bool
    options: tuple[OptionId, ...] | None
    beside: tuple[str, ...]
    only_if: tuple[str, ...]


def form_of(stance: Stance) -> Form:
    """What a stance comes to."""
    return Form(
        stance.kind,
        stance.direction,
        stance.sort,
        stance.exclusive,
        stance.options,
        stance.beside,
        stance.only_if,
    )


def cannot_both_hold(one: Form, other: Form) -> bool:
    """Whether two stances of a party on a matter exclude one another, conditions aside (W18)."""
    if "depends" in {one.direction, other.direction} or not _same_scope(one, other):
        return False
    if _against_a_package(one) or _against_a_package(other):
        return False
    for first, second in ((one, other), (other, one)):
        if first.kind == "criticises" and second.kind not in _PRAISED:
            return False
    if one.direction == other.direction == "for":
        if not (one.exclusive or other.exclusive) or one.options is None:
            return False
        return set(one.options).isdisjoint(other.options or ())
    if one.direction == other.direction:
        return False
    if one.options is None:
        return one.exclusive or other.exclusive
    wanted, refused = (one, other) if one.direction == "for" else (other, one)
    return set(wanted.options or ()) <= set(refused.options or ())


def contradict(one: Stance, other: Stance) -> bool:
    """Whether two stances contradict one another: neither on condition, neither only possible."""
    if one.conditional or other.conditional or one.possible or other.possible:
        return False
    return cannot_both_hold(form_of(one), form_of(other))


def replaces(later: Form, earlier: Form) -> bool:
    """Whether a later stance of a party on a matter takes the place of an earlier one (W15)."""
    if cannot_both_hold(later, earlier):
        return True
    if not _same_scope(later, earlier):
        return False
    if "depends" in {later.direction, earlier.direction}:
        if later.direction == earlier.direction:
            return later == earlier
        if not (_is_about_itself(later) and _is_about_itself(earlier)):
            return False
        return later.options is None or bool(set(later.options) & set(earlier.options or ()))
    if (later.kind, later.direction) != (earlier.kind, earlier.direction):
        return False
    if (later.options, later.beside) != (earlier.options, earlier.beside):
        return False
    return earlier.sort in {later.sort, "intention"}


def _same_scope(one: Form, other: Form) -> bool:
    """Whether both are about options, or both about the matter as such."""
    return (one.options is None) == (other.options is None)


def _is_about_itself(form: Form) -> bool:
    """Whether it says what the party itself would do or live with, of this one matter."""
    return WAYS[form.kind].own and not _against_a_package(form)


def _against_a_package(form: Form) -> bool:
    """Whether it goes against several positions together, and so against none of them alone."""
    return form.direction == "against" and bool(form.beside)


def replaced(stances: Iterable[Stance]) -> Mapping[int, tuple[StatementId, ...]]:
    """Which stances of a party on a matter are replaced by later ones, and by which.

    Returns:
        Statements by the place of the stance that they replace.
    """
    known = list(stances)
    forms = [form_of(stance) for stance in known]
    latest: dict[Form, list[Stance]] = {}
    for form, stance in zip(forms, known, strict=True):
        before = latest.get(form)
        if before is None or before[0].said.start < stance.said.start:
            latest[form] = [stance]
        elif before[0].said.start == stance.said.start:
            before.append(stance)
    asked = {form: [f for f in latest if replaces(f, form)] for form in latest}
    found = {}
    for n, (form, stance) in enumerate(zip(forms, known, strict=True)):
        later = (one for f in asked[form] for one in latest[f])
        by = tuple(dict.fromkeys(s.statement for s in later if is_later(s.said, stance.said)))
        if by:
            found[n] = by
    return found
