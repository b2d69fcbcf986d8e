"""What has become otherwise since an earlier day (W19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.record.compatible import Form, form_of
from servanda.analyses.record.outcome import Board, Cell, Change, ChangeSort, Placed


def changes(was: Board, now: Board) -> tuple[Change, ...]:
    """What has become otherwise between two boards at the same bar, party by party."""
    before = {(cell.party, cell.matter): cell for cell in was.cells}
    found = (
        change
        for cell in now.cells
        for change in _changes(before.get((cell.party, cell.matter)), cell)
    )
    return tuple(found)


def _changes(was: Cell | None, now: Cell) -> Iterator[Change]:
    then = was if was is not None else Cell(party=now.party, matter=now.matter, state="silent")
    told = now.holding
    if now.holding and not then.holding:
        yield _change("new", then, now)
    elif then.holding and (not now.holding or _tier(now) > _tier(then)):
        yield _change("withdrawn", then, now)
        told = ()
    elif now.holding and _tier(now) != _tier(then):
        yield _change("own words", then, now)
    elif _forms(now.holding) != _forms(then.holding):
        yield _change("moved", then, now)
    else:
        contested, before = _contests(now), _contests(then)
        if contested - before:
            yield _change("contested", then, now)
        elif before - contested:
            yield _change("no longer contested", then, now)
    known = _forms(_hearsay(then))
    fresh = [one for one in _hearsay(now) if form_of(one.stance) not in known and one not in told]
    parts: tuple[tuple[ChangeSort, tuple[Placed, ...]], ...] = (
        ("reported beside", (*now.holding, *now.reported)),
        ("reported", now.below),
    )
    for sort, some in parts:
        reported = tuple(one for one in fresh if one in some)
        if reported:
            yield Change(sort=sort, party=now.party, matter=now.matter, now=reported)
    shown = {denial for one in told for denial in one.contested_by}
    denials = tuple(one for one in now.denials if one not in then.denials)
    if any(one not in shown for one in denials):
        yield Change(sort="denied", party=now.party, matter=now.matter, denials=denials)


def _hearsay(cell: Cell) -> tuple[Placed, ...]:
    """What others report of a party and what has not been replaced, whatever the bar."""
    held = () if not cell.holding or _tier(cell) == 0 else cell.holding
    return (*held, *cell.reported, *cell.below)


def _change(sort: ChangeSort, was: Cell, now: Cell) -> Change:
    return Change(
        sort=sort,
        party=now.party,
        matter=now.matter,
        was=was.holding,
        now=now.withdrawn if sort == "withdrawn" else now.holding,
    )


def _forms(placed: Iterable[Placed]) -> set[Form]:
    return {form_of(one.stance) for one in placed}


def _tier(cell: Cell) -> int:
    return cell.holding[0].stance.standing.tier


def _contests(cell: Cell) -> set[tuple[str, int, str]]:
    """The denials of what a cell holds."""
    return {
        (denial.statement, denial.depth, denial.voice)
        for one in cell.holding
        for denial in one.contested_by
    }
