"""The board of a record: parties by issues, a line of reason for each, what clashes, who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.record.outcome import Cell, Change, Clash, Placed, Row
from servanda.analyses.record.standing import Bar
from servanda.views.plural import count_of
from servanda.views.record.parts import (
    cell_line,
    cited,
    denial_words,
    held,
    matter_words,
    said_when,
    stance_words,
    when_words,
)
from servanda.views.record.statements import statement_sections, statements_section
from servanda.views.sheet import (
    Block,
    Break,
    Inline,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Quiet,
    Quoted,
    Section,
    Sheet,
    Strong,
    Table,
)
from servanda.views.wording import Names, joined
from servanda.workbench.recorded import Recorded

MOST_COLUMNS = 5
"""How many parties, or issues, have a column each; more stand below one another."""

_BARS = {
    Bar.FIRST_HAND: "in each party's own words; what others report of it counts for nothing",
    Bar.REPORTED: "also as somebody who is named reports it; what is anonymous is left out",
    Bar.ANY: "however it is known",
}

_CHANGES = {
    "new": Mark("new", "owed"),
    "moved": Mark("moved", "owed"),
    "own words": Mark("now in its own words", "owed"),
    "withdrawn": Mark("taken back", "ended"),
    "contested": Mark("denied now", "open"),
    "no longer contested": Mark("no longer denied", "met"),
    "reported": Mark("reported, not at this bar", "open"),
    "denied": Mark("denies", "open"),
}


def recorded_sheet(recorded: Recorded, *, full: bool = False, folded: bool = False) -> Sheet:
    """The board, what has changed, what cannot both be so, and who is silent.

    Args:
        recorded: The record as of a day.
        full: Whether to tell what was replaced or taken back, and each statement.
        folded: Whether statements can be opened one by one.
    """
    page = _Page(recorded, full=full)
    statements: tuple[Section, ...] = ()
    if folded:
        statements = tuple(statement_sections(recorded, page.names))
    elif full:
        statements = (statements_section(recorded, page.names),)
    sections = (
        Section("board", "Positions", tuple(page.board())),
        Section("changes", f"What has changed since {recorded.since}", tuple(page.changes())),
        Section("reasons", "What they rest on", tuple(page.reasons())),
        Section("matters", "Other matters", tuple(page.others())),
        Section("clashes", "What cannot both be so", tuple(page.clashes())),
        Section("silences", "Silent", tuple(page.silences())),
        *statements,
    )
    text = tuple(Quoted(p.file, p.trail, p.first_line, p.lines) for p in recorded.passages)
    return Sheet(
        kicker="Record",
        title=recorded.title,
        blocks=tuple(page.premises()),
        sections=(
            *(section for section in sections if section.blocks),
            Section("text", "The text", text, depth="folded"),
        ),
    )


class _Page:
    def __init__(self, recorded: Recorded, *, full: bool) -> None:
        self.recorded = recorded
        self.board_of = recorded.board
        self.names = Names(recorded.actors)
        self.titles = {name.name: name.title for name in recorded.names}
        self.full = full

    def premises(self) -> Iterator[Block]:
        """As of when, at which bar, and how many statements that is."""
        board = self.board_of
        counted = count_of(board.statements, "statement")
        later = f"; {board.later} later" if board.later else ""
        yield Paragraph((f"As of {board.as_of}, {board.bar.value}: {_BARS[board.bar]}.",), "quiet")
        yield Paragraph((f"{counted} of the record by then{later}.",), "quiet")
        if board.undated:
            told = f"{count_of(len(board.undated), 'statement')} without a date left out: "
            yield Paragraph((told, ", ".join(board.undated)), "alarm")

    # The board.

    def board(self) -> Iterator[Block]:
        """Parties by issues, as a table."""
        rows, parties = self.board_of.issues, self.board_of.parties
        if not rows or not parties:
            yield Paragraph(
                ("The case has no issue that somebody could take a stance on.",), "quiet"
            )
        elif len(parties) <= MOST_COLUMNS:
            cells = tuple((self._issue(r), *map(cell_line, r.cells)) for r in rows)
            yield Table("Positions", ("Issue", *parties), cells)
        elif len(rows) <= MOST_COLUMNS:
            heads = ("Party", *(row.matter.name for row in rows))
            turned = zip(parties, *(row.cells for row in rows), strict=True)
            cells = tuple((self.names.codes((p,)), *map(cell_line, c)) for p, *c in turned)
            yield Table("Positions", heads, cells)
        else:
            told = tuple((self._issue(row), self._stacked(row)) for row in rows)
            yield Table("Positions", ("Issue", "Who holds what"), told)

    def _issue(self, row: Row) -> Line:
        return (row.matter.name,)

    def _stacked(self, row: Row) -> Line:
        speaking = [cell for cell in row.cells if not _is_silent(cell)]
        lines: list[Line] = [
            (*self.names.codes((cell.party,)), ": ", *_in_line(cell_line(cell)))
            for cell in speaking
        ]
        silent = [cell.party for cell in row.cells if _is_silent(cell)]
        if silent:
            lines.append((*self.names.codes(silent), ": ", Mark("silent", "ended")))
        return joined(lines, Break())

    # What it rests on.

    def reasons(self) -> Iterator[Block]:
        """For each issue, whatever a party has said or is said to have said."""
        for row in self.board_of.issues:
            items = tuple(self._reason(cell) for cell in row.cells if not _is_silent(cell))
            if items:
                title = self.titles.get(row.matter.name, "")
                about: Line = (": ", Quiet(title)) if title else ()
                yield Items(items, (Strong(row.matter.name), *about))

    def others(self) -> Iterator[Block]:
        """Deeds, agreements, articles, circumstances and what has no formal content."""
        items = []
        for row in self.board_of.others:
            cells = tuple(self._reason(cell) for cell in row.cells)
            if cells:
                words = self.names.said(matter_words(row.matter))
                items.append(Item(words, cells))
        if items:
            yield Items(tuple(items))

    def _reason(self, cell: Cell) -> Item:
        who = self.names.codes((cell.party,))
        told = [held(one, self.names) for one in cell.holding]
        if not told:
            told = [(*cell_words(cell), *self._why_not(cell))]
        if len(told) == 1 and not self._inner(cell):
            return Item((*who, ": ", *told[0]))
        inner = [Item(line) for line in told[1:]] + self._inner(cell)
        return Item((*who, ": ", *told[0]), tuple(inner))

    def _why_not(self, cell: Cell) -> Line:
        if cell.state == "speaking":
            return (" (", *cited(cell.mentions), ")")
        if cell.state == "withdrawn":
            return joined((("; ", *held(one, self.names)) for one in cell.withdrawn), "")
        return ()

    def _inner(self, cell: Cell) -> list[Item]:
        inner = [
            Item((Mark("denies", "open"), " that ", *self.names.said(d.denied), *said_when(d)))
            for d in cell.denials
        ]
        inner += [Item(held(one, self.names)) for one in cell.reported]
        lower = "not at this bar: "
        inner += [Item((Quiet(lower), *held(one, self.names))) for one in cell.below]
        if self.full:
            inner += [Item((Quiet("earlier: "), *held(o, self.names))) for o in cell.earlier]
            if cell.holding:
                inner += [Item((Quiet("once: "), *held(o, self.names))) for o in cell.withdrawn]
        return inner

    # What has changed.

    def changes(self) -> Iterator[Block]:
        """What has become otherwise, party by party."""
        if self.recorded.since is None:
            return
        items = tuple(self._change(one) for one in self.recorded.changes)
        yield Items(items) if items else Paragraph(("Nothing.",), "quiet")

    def _change(self, change: Change) -> Item:
        words = self.names.said(matter_words(change.matter))
        head: Line = (*self.names.codes((change.party,)), " on ", *words, ": ")
        mark = _CHANGES[change.sort]
        now = tuple(Item(held(one, self.names)) for one in change.now)
        denied = tuple(
            Item(("that ", *self.names.said(d.denied), *denial_words(d, self.names)))
            for d in change.denials
        )
        was: tuple[Item, ...] = ()
        if change.was and change.sort != "withdrawn":
            was = tuple(Item((Quiet("was: "), *held(one, self.names))) for one in change.was)
        return Item((*head, mark), (*now, *denied, *was))

    # What clashes.

    def clashes(self) -> Iterator[Block]:
        """What cannot both be so, at whatever bar."""
        if self.board_of.clashes:
            yield Items(tuple(self._clash(clash) for clash in self.board_of.clashes))

    def _clash(self, clash: Clash) -> Item:
        words = self.names.said(matter_words(clash.matter))
        head: list[Inline] = [*self.names.codes((clash.party,)), " on ", *words, ": "]
        head += [_CLASHES[clash.sort, clash.moved]]
        inner = [Item(held(Placed(stance=clash.one), self.names))]
        inner += [Item(held(Placed(stance=other), self.names)) for other in clash.others]
        inner += [
            Item((Mark("denied", "open"), *denial_words(denial, self.names)))
            for denial in clash.denials
        ]
        return Item(tuple(head), tuple(inner))

    # Who is silent.

    def silences(self) -> Iterator[Block]:
        """Parties and the issues on which nothing counts as said by them."""
        items = []
        for party in self.board_of.parties:
            silent = [
                cell
                for row in self.board_of.issues
                for cell in row.cells
                if cell.party == party and cell.state == "silent"
            ]
            if silent:
                items.append(Item((*self.names.full(party), ": ", *self._on(silent))))
        if items:
            yield Items(tuple(items))

    def _on(self, cells: Iterable[Cell]) -> Line:
        return joined((self._silence(cell) for cell in cells), "; ")

    def _silence(self, cell: Cell) -> Line:
        if not cell.below:
            return (cell.matter.name,)
        told = (
            (
                stance_words(o.stance),
                f" {when_words(o.stance.said, dated=o.stance.dated)} (",
                *cited((o.stance.statement,)),
                ")",
            )
            for o in cell.below
        )
        return (f"{cell.matter.name}, though reported: ", *joined(told, ", "))


_CLASHES = {
    ("own", False): "its own words",
    ("own", True): "it has said otherwise before, and has not taken that back",
    ("retold", False): "one and the same reports both",
    ("retold", True): "who reports it has reported otherwise before",
    ("reported", False): "its own words, and what others report of it",
    ("reporters", False): "those who report it",
    ("denied", False): "what is reported, and a denial",
}


def cell_words(cell: Cell) -> Line:
    """A party that holds nothing, in a word or two."""
    return cell_line(cell)[:1]


def _is_silent(cell: Cell) -> bool:
    return cell.state == "silent" and not cell.below


def _in_line(line: Line) -> Line:
    """A cell's lines one behind the other."""
    return tuple("; " if isinstance(part, Break) else part for part in line)
