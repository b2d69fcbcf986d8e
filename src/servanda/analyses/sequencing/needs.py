"""What a step waits for, as a condition over the steps taken so far.

Three-valued (Kleene 1952). What names steps only as taken stays so once it is; what asks that a
step has not been taken is so only before it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict, all_of, any_of, at_least

Why = Literal["settled", "occasion", "nobody", "unknown", "conflict", "refused"]
"""Why no step changes what a condition comes to.

``settled``: an option chosen, or who belongs to a set; ``occasion``: it hangs on a breach or an
incident, which are no steps; ``nobody``: there is nobody who could; ``unknown``: it cannot be
told; ``conflict``: a duty and a prohibition, of which neither prevails; ``refused``: somebody has
said that it will not do it.
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A step has been taken.

    Attributes:
        surely: Whether that is enough; it is open otherwise whether it is.
    """

    step: Step
    surely: bool = True


@dataclass(frozen=True, slots=True)
class Fixed:
    """What no step changes.

    Attributes:
        words: The condition, in the words of the language.
    """

    verdict: Verdict
    why: Why = "settled"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Opposite:
    """A step has not been taken."""

    part: Taken


@dataclass(frozen=True, slots=True)
class Every:
    """All parts."""

    parts: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One part at least."""

    parts: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many parts at least."""

    count: int
    parts: tuple[Need, ...]


Need = Taken | Fixed | Opposite | Every | Some | AtLeast

NOTHING = Fixed(Verdict.HOLDS)
"""What nothing has to come before."""


# Building.


def every(parts: Iterable[Need]) -> Need:
    """All of some needs, the plainest way to say it."""
    kept: dict[Need, None] = {}
    for part in parts:
        if isinstance(part, Fixed) and part.verdict is Verdict.FAILS:
            return part
        if isinstance(part, Every):
            kept.update(dict.fromkeys(part.parts))
        elif not (isinstance(part, Fixed) and part.verdict is Verdict.HOLDS):
            kept[part] = None
    if len(kept) < 2:
        return next(iter(kept), NOTHING)
    return Every(tuple(kept))


def some(parts: Iterable[Need], nobody: str = "") -> Need:
    """One of some needs at least.

    Args:
        parts: The needs.
        nobody: The condition in words, for where there are none.
    """
    kept: dict[Need, None] = {}
    failed: Fixed | None = None
    for part in parts:
        if isinstance(part, Fixed) and part.verdict is Verdict.HOLDS:
            return part
        if isinstance(part, Fixed) and part.verdict is Verdict.FAILS:
            failed = failed or part
        elif isinstance(part, Some):
            kept.update(dict.fromkeys(part.parts))
        else:
            kept[part] = None
    if not kept:
        return failed or Fixed(Verdict.FAILS, "nobody", nobody)
    return Some(tuple(kept)) if len(kept) > 1 else next(iter(kept))


def so_many(count: int, parts: Iterable[Need], nobody: str = "") -> Need:
    """So many of some needs at least."""
    wanted = tuple(parts)
    if count <= 0:
        return NOTHING
    if count > len(wanted):
        return Fixed(Verdict.FAILS, "nobody", nobody)
    if count == 1:
        return some(wanted)
    return every(wanted) if count == len(wanted) else AtLeast(count, wanted)


def opposite(part: Need) -> Need:
    """What is so where a need is not met, down to the steps that must not have been taken."""
    match part:
        case Fixed():
            words = f"not ({part.words})" if part.words else ""
            return Fixed(~part.verdict, part.why, words)
        case Opposite():
            return part.part
        case Taken():
            return Opposite(part)
        case Every():
            return some(map(opposite, part.parts))
        case Some():
            return every(map(opposite, part.parts))
        case AtLeast():
            return so_many(len(part.parts) - part.count + 1, map(opposite, part.parts))
        case _:
            assert_never(part)


# Asking.


def verdict_on(need: Need, done: Collection[Step]) -> Verdict:
    """Whether a need is met once some steps have been taken."""
    match need:
        case Taken():
            if need.step not in done:
                return Verdict.FAILS
            return Verdict.HOLDS if need.surely else Verdict.UNDETERMINED
        case Fixed():
            return need.verdict
        case Opposite():
            return ~verdict_on(need.part, done)
        case Every():
            return all_of(verdict_on(part, done) for part in need.parts)
        case Some():
            return any_of(verdict_on(part, done) for part in need.parts)
        case AtLeast():
            return at_least(need.count, (verdict_on(part, done) for part in need.parts))
        case _:
            assert_never(need)


def leaves(need: Need) -> Iterator[tuple[Taken | Fixed, bool]]:
    """What a need is made of, each with whether its opposite is meant."""
    match need:
        case Taken() | Fixed():
            yield need, False
        case Opposite():
            yield need.part, True
        case Every() | Some() | AtLeast():
            for part in need.parts:
                yield from leaves(part)
        case _:
            assert_never(need)


def steps_in(need: Need) -> Iterator[Step]:
    """Every step that a need speaks of."""
    return (leaf.step for leaf, _ in leaves(need) if isinstance(leaf, Taken))


def awaited_in(need: Need) -> Iterator[Step]:
    """The steps that a need can be met by."""
    found = leaves(need)
    return (leaf.step for leaf, denied in found if isinstance(leaf, Taken) and not denied)


def denied_in(need: Need) -> Iterator[Step]:
    """The steps that must not have been taken, for a need to be met by that."""
    return (leaf.step for leaf, denied in leaves(need) if denied and isinstance(leaf, Taken))


def conjuncts(need: Need) -> tuple[Need, ...]:
    """The needs all of which have to be met."""
    return need.parts if isinstance(need, Every) else (need,)


def awaited(need: Need, done: Collection[Step]) -> Iterator[Step]:
    """The steps not taken that a need which is not met waits for, as far as that is sure."""
    if verdict_on(need, done) is not Verdict.FAILS:
        return
    match need:
        case Taken():
            yield need.step
        case Every() | Some() | AtLeast():
            for part in need.parts:
                yield from awaited(part, done)
        case Fixed() | Opposite():
            return
        case _:
            assert_never(need)


def with_steps(need: Need, change: Callable[[Step], Need]) -> Need:
    """A need with something else in the place of each step taken."""
    match need:
        case Taken():
            new = change(need.step)
            if need.surely or not isinstance(new, Taken):
                return new
            return Taken(new.step, surely=False)
        case Fixed():
            return need
        case Opposite():
            return opposite(with_steps(need.part, change))
        case Every():
            return every(with_steps(part, change) for part in need.parts)
        case Some():
            return some(with_steps(part, change) for part in need.parts)
        case AtLeast():
            return so_many(need.count, (with_steps(part, change) for part in need.parts))
        case _:
            assert_never(need)
