"""The record against a slow witness: every day, every bar, on drawn records."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from servanda.analyses.record import Bar, Denied, board, changes, read_record
from servanda.core.calendar import Moment
from servanda.model.case import Case
from servanda.testing import records
from servanda.testing.draw_record import DAYS, day
from tests.differential.record_witness import WORDS, Witness

PARTS = ("holding", "earlier", "reported", "below", "withdrawn")


@settings(max_examples=200)
@given(records())
def test_the_board_is_what_the_witness_finds(case: Case) -> None:
    record, witness = read_record(case), Witness(case)
    denied = Denied(record)
    for number in (2, 3, 5, DAYS):
        for bar in Bar:
            found = board(record, denied, Moment(day(number)), bar)
            ours = {}
            for cell in found.cells:
                told: dict[str, Any] = {
                    part: {(p.stance.statement, p.stance.depth) for p in getattr(cell, part)}
                    for part in PARTS
                }
                told["contested"] = {
                    (p.stance.statement, p.stance.depth) for p in cell.holding if p.contested_by
                }
                told["contradictory"] = cell.state == "contradictory"
                if any(told[part] for part in PARTS):
                    matter = cell.matter
                    name: tuple[Any, ...] = (matter.sort, matter.name, matter.others)
                    ours[cell.party, name] = told
            theirs = witness.board(day(number), bar.value)
            assert sorted(map(_plain, ours.items())) == sorted(
                (party, *_parts(cell))
                for (party, _), cell in theirs.items()
                if any(cell[part] for part in PARTS)
            )


@settings(max_examples=200)
@given(records())
def test_each_saying_has_the_standing_that_the_witness_finds(case: Case) -> None:
    record = read_record(case)
    ours = {
        (stance.statement, stance.depth, stance.party): stance.standing.value
        for stance in record.stances
    }
    witness = Witness(case)
    theirs = {
        (told.statement, told.depth, told.voice): WORDS[told.standing]
        for told in witness.facts
        if witness.stances(told)
    }
    assert ours == theirs


@settings(max_examples=200)
@given(records())
def test_what_has_come_to_be_reported_is_what_the_witness_finds(case: Case) -> None:
    record, witness = read_record(case), Witness(case)
    denied = Denied(record)
    for first, last in ((1, 3), (2, DAYS), (4, DAYS)):
        theirs = sorted((party, key) for party, _, key in witness.news(day(first), day(last)))
        for bar in Bar:
            was, now = (board(record, denied, Moment(day(n)), bar) for n in (first, last))
            told = [
                (one.sort, one.party, (placed.stance.statement, placed.stance.depth))
                for one in changes(was, now)
                if one.sort != "withdrawn"
                for placed in one.now
            ]
            assert set(theirs) <= {(party, key) for _, party, key in told}
            assert {(p, key) for sort, p, key in told if "reported" in sort} <= set(theirs)


def _plain(item: tuple[tuple[str, Any], dict[str, Any]]) -> tuple[Any, ...]:
    (party, _), cell = item
    return (party, *_parts(cell))


def _parts(cell: dict[str, Any]) -> tuple[Any, ...]:
    return (
        *(sorted(cell[part]) for part in PARTS),
        sorted(cell["contested"]),
        cell["contradictory"],
    )
