"""What must hold of every record, whoever says what of whom."""

from __future__ import annotations

from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from servanda.analyses.record import Bar, Board, Denied, Standing, board, changes, read_record
from servanda.analyses.record.outcome import Cell, Placed
from servanda.core.calendar import Moment
from servanda.model import interchange
from servanda.model.case import Case
from servanda.model.node import StatementId
from servanda.model.record import Named, OnStatement, Saying, Statement, ThatSaid
from servanda.testing import records
from servanda.testing.draw_record import DAYS, day, statements
from servanda.testing.world import STATES
from servanda.views.documents import RecordDocument, document, json_text
from servanda.views.record import recorded_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.recording import Question, recorded
from servanda.workbench.reports import Checked

PARTS = ("holding", "earlier", "reported", "below", "withdrawn")
LAST = Moment(day(DAYS))

Key = tuple[str, str, str, bool]


def boarded(case: Case, bar: Bar = Bar.ANY, at: Moment = LAST) -> Board:
    """The board of a record."""
    record = read_record(case)
    return board(record, Denied(record), at, bar)


def keyed(found: Board) -> dict[Key, Cell]:
    """The cells of a board that say something."""
    return {
        (c.party, c.matter.sort, c.matter.name, c.matter.others): c
        for c in found.cells
        if c.statements
    }


def places(placed: tuple[Placed, ...]) -> frozenset[tuple[str, int]]:
    """Which sayings they are."""
    return frozenset((one.stance.statement, one.stance.depth) for one in placed)


def told(cell: Cell) -> tuple[object, ...]:
    """All that a cell says, in no order."""
    marks = frozenset(
        (
            one.stance.statement,
            one.stance.depth,
            frozenset((d.statement, d.depth, d.voice) for d in one.contested_by),
            frozenset((d.statement, d.depth, d.voice) for d in one.disputed_by),
            frozenset(one.withdrawn_by),
            frozenset(one.replaced_by),
        )
        for part in PARTS
        for one in getattr(cell, part)
    )
    parts = tuple(places(getattr(cell, part)) for part in PARTS)
    denials = frozenset((d.statement, d.depth) for d in cell.denials)
    return (cell.state, parts, marks, denials, frozenset(cell.mentions))


@given(records())
def test_what_others_report_never_becomes_a_partys_own_word(case: Case) -> None:
    record = read_record(case)
    for stance in record.stances:
        if stance.standing is Standing.FIRST_HAND:
            links = record.chains[stance.statement].links[: stance.depth + 1]
            assert all(stance.party in link.voices for link in links)
            assert all(isinstance(link.saying.speaker, Named) for link in links)


@given(records())
def test_a_lower_bar_only_adds(case: Case) -> None:
    boards = [keyed(boarded(case, bar)) for bar in Bar]
    for higher, lower in pairwise(boards):
        for key, cell in higher.items():
            below = lower[key]
            assert places(cell.holding) <= places(below.holding)
            if cell.holding:
                assert places(cell.holding) == places(below.holding)
                assert cell.state == below.state
            assert places(cell.withdrawn) <= places(below.withdrawn)


@given(records(), st.integers(1, DAYS - 1))
def test_a_lower_bar_never_tells_fewer_changes(case: Case, number: int) -> None:
    def told_of(bar: Bar) -> set[tuple[object, ...]]:
        found = changes(boarded(case, bar, Moment(day(number))), boarded(case, bar))
        return {
            (one.party, one.matter, name)
            for one in found
            for name in (
                *(placed.stance.statement for placed in one.now),
                *(denial.statement for placed in one.now for denial in placed.contested_by),
                *(denial.statement for denial in one.denials),
            )
        }

    for higher, lower in pairwise(Bar):
        assert told_of(higher) <= told_of(lower)


@given(records(), st.permutations(STATES[:4]))
def test_parties_are_data(case: Case, names: list[str]) -> None:
    def renamed(text: bytes) -> bytes:
        for number, state in enumerate(STATES[:4]):
            text = text.replace(state.encode(), b"<%d>" % number)
        for number, name in enumerate(names):
            text = text.replace(b"<%d>" % number, name.encode())
        return text

    other = interchange.loads(renamed(interchange.dumps(case)))
    for bar in Bar:
        ours, theirs = boarded(case, bar), boarded(other, bar)
        assert renamed(msgspec.json.encode(ours)) == msgspec.json.encode(theirs)


@given(st.data(), records())
def test_the_order_in_the_text_changes_nothing_but_the_order_shown(
    data: st.DataObject, case: Case
) -> None:
    turned = replace(case, statements=tuple(data.draw(st.permutations(case.statements))))
    for bar in Bar:
        ours, theirs = keyed(boarded(case, bar)), keyed(boarded(turned, bar))
        assert {k: told(c) for k, c in ours.items()} == {k: told(c) for k, c in theirs.items()}
    assert clashing(boarded(case)) == clashing(boarded(turned))


def clashing(found: Board) -> set[tuple[str, str, str, frozenset[tuple[str, int]]]]:
    """What cannot both be so, pair by pair."""
    return {
        (
            clash.sort,
            clash.party,
            clash.matter.name,
            frozenset({(clash.one.statement, clash.one.depth), (other.statement, other.depth)}),
        )
        for clash in found.clashes
        for other in clash.others
    }


@given(st.data(), records())
def test_what_one_says_never_changes_anothers_own_word(data: st.DataObject, case: Case) -> None:
    name = StatementId("S99")
    names = (*(s.id for s in case.statements), name)
    added = data.draw(statements(name, names))
    more = replace(case, statements=(*case.statements, added))
    chain = read_record(more).chains.get(name)
    speaking = {one.voice for one in chain.links[0].heard} if chain is not None else set()
    before, after = keyed(boarded(case, Bar.FIRST_HAND)), keyed(boarded(more, Bar.FIRST_HAND))
    for key, cell in before.items():
        if key[0] not in speaking:
            assert places(cell.holding) == places(after[key].holding)
            assert places(cell.withdrawn) == places(after[key].withdrawn)
            if cell.holding:
                assert cell.state == after[key].state
    for key, cell in after.items():
        if key not in before and key[0] not in speaking:
            assert not cell.holding


@given(records(), st.integers(1, DAYS))
def test_a_day_knows_nothing_of_later_ones(case: Case, number: int) -> None:
    at = Moment(day(number))
    known = read_record(case).chains
    early = tuple(s for s in case.statements if s.id in known and known[s.id].known.start <= at.end)
    for bar in Bar:
        whole = boarded(case, bar, at)
        alone = boarded(replace(case, statements=early), bar, at)
        assert replace(whole, later=0, undated=()) == replace(alone, later=0, undated=())


@given(records())
def test_denials_change_what_is_contested_and_never_what_is_held(case: Case) -> None:
    kept = tuple(s for s in case.statements if not _denies(s.saying))
    names = {s.id for s in kept}
    kept = tuple(s for s in kept if _spoken_of(s.saying) <= names)
    spoken = replace(case, statements=kept)
    record = read_record(spoken)
    for bar in Bar:
        denied = board(record, Denied(record), LAST, bar)
        ours = keyed(denied)
        for key, cell in keyed(boarded(_with_denials(spoken), bar)).items():
            assert places(cell.holding) == (
                places(ours[key].holding) if key in ours else frozenset()
            )


def _with_denials(case: Case) -> Case:
    """The same record, and everything that was said in it denied by everybody."""
    voices = Named(speakers=STATES[:4])
    denials = tuple(
        Statement(
            id=StatementId(f"D{number}"),
            saying=Saying(
                speaker=voices,
                kind="denies",
                content=OnStatement(statement=s.id) if number % 2 else ThatSaid(saying=s.saying),
                at=LAST,
            ),
        )
        for number, s in enumerate(case.statements)
    )
    return replace(case, statements=(*case.statements, *denials))


def _denies(saying: Saying) -> bool:
    return any(
        one.kind == "denies" and isinstance(one.content, ThatSaid | OnStatement)
        for one in saying.chain()
    )


def _spoken_of(saying: Saying) -> set[StatementId]:
    return {one.content.statement for one in saying.chain() if isinstance(one.content, OnStatement)}


@given(records())
def test_nothing_changes_from_a_day_to_itself(case: Case) -> None:
    found = boarded(case)
    assert changes(found, found) == ()


@given(records(), st.sampled_from(("first-hand", "reported", "any")), st.booleans())
def test_every_record_can_be_told(case: Case, bar: str, full: bool) -> None:
    found = recorded(case, Question(standing=bar, since="2025-12-31"))
    if isinstance(found, Checked):
        assert [d.code for d in found.diagnostics] == ["SV941"]
        return
    text = terminal_text(recorded_sheet(found, full=full, folded=False))
    assert max(map(len, text.splitlines())) <= 80
    document_text = json_text(document(found))
    assert msgspec.json.decode(document_text, type=RecordDocument).record == found
