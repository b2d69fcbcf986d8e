"""The board of a record: parties by issues, a line of reason for each, what clashes, who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.record.outcome import Cell, Change, Clash, Placed, Row, Stance
from servanda.analyses.record.standing import Bar
from servanda.views.passages import text_section
from servanda.views.plural import count_of
from servanda.views.record.cells import in_the_table, is_silent, reasons
from servanda.views.record.parts import by_whom, denied_words, matter_words, told
from servanda.views.record.statements import statement_sections, statements_section
from servanda.views.sheet import (
    Block,
    Break,
    Code,
    Inline,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Quiet,
    Section,
    Sheet,
    Table,
)
from servanda.views.wording import Names, joined
from servanda.workbench.recorded import Recorded

WIDEST = 78
"""Columns of the terminal that a table is laid out for; one that is wider is turned, or stacked."""

_BARS = {
    Bar.FIRST_HAND: "each party's own words count, and nothing that others say of it",
    Bar.REPORTED: "what somebody who is named reports counts too; what is anonymous does not",
    Bar.ANY: "everything counts, however it is known",
}

_CHANGES = {
    "new": Mark("new", "owed"),
    "moved": Mark("moved", "owed"),
    "own words": Mark("now in its own words", "owed"),
    "withdrawn": Mark("taken back", "ended"),
    "contested": Mark("denied now", "open"),
    "no longer contested": Mark("no longer denied", "met"),
    "reported beside": Mark("new besides", "open"),
    "reported": Mark("reported, and not counted here", "open"),
    "denied": Mark("denies", "open"),
}

_CLASHES = {
    ("own", False): "its own words",
    ("own", True): "it has moved, and has not taken back what it said before",
    ("retold", False): "both told by the same",
    ("retold", True): "who tells of it has told it otherwise before",
    ("reported", False): "what it says, and what others report of it",
    ("reporters", False): "what one reports of it, and what another does",
    ("denied", False): "what is said of it, and who denies it",
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
        *((Section("names", "Names", tuple(page.glossary())),) if full else ()),
    )
    return Sheet(
        kicker="Record",
        title=recorded.title,
        blocks=tuple(page.premises()),
        sections=(
            *(section for section in sections if section.blocks),
            text_section(recorded.passages),
        ),
    )


class _Page:
    """The blocks of a board."""

    def __init__(self, recorded: Recorded, *, full: bool) -> None:
        self.recorded = recorded
        self.names = Names(recorded.actors)
        self._board = recorded.board
        self._titles = {name.name: name.title for name in recorded.names}
        self._full = full
        told_of = [r for r in self._board.issues if not all(map(is_silent, r.cells))]
        asked = bool(recorded.asked_issues)
        self._rows = self._board.issues if asked else tuple(told_of)
        heard = {cell.party for row in self._rows for cell in row.cells if not is_silent(cell)}
        everybody = bool(recorded.asked_parties) or not heard
        self._parties = tuple(p for p in self._board.parties if everybody or p in heard)

    def premises(self) -> Iterator[Block]:
        """As of when, at which bar, and how many statements that is."""
        board = self._board
        later = f", and {board.later} made later" if board.later else ""
        counted = f"{count_of(board.statements, 'statement')} of the record{later}"
        yield Paragraph((f"As of {board.as_of}, {board.bar.value}: {_BARS[board.bar]}.",), "quiet")
        yield Paragraph((f"{counted}.",), "quiet")
        if board.undated:
            named = ", ".join(board.undated)
            told_of = f"Left out, since nobody can tell when they were made: {named}."
            yield Paragraph((told_of,), "alarm")

    # The board.

    def board(self) -> Iterator[Block]:
        """Parties by issues, as a table; whoever and whatever is silent throughout is left out."""
        rows, parties = self._rows, self._parties
        if not rows:
            yield Paragraph(("Nobody has said anything on any issue of the case.",), "quiet")
            return
        cells = [[c for c in row.cells if c.party in parties] for row in rows]
        upright = Table(
            "Positions",
            ("Issue", *parties),
            tuple(
                ((row.matter.name,), *map(in_the_table, some))
                for row, some in zip(rows, cells, strict=True)
            ),
        )
        turned = Table(
            "Positions",
            ("Party", *(row.matter.name for row in rows)),
            tuple(
                (self.names.codes((party,)), *map(in_the_table, some))
                for party, *some in zip(parties, *cells, strict=True)
            ),
        )
        stacked = Table(
            "Positions",
            ("Issue", "Who holds what"),
            tuple(
                ((row.matter.name,), self._stacked(some))
                for row, some in zip(rows, cells, strict=True)
            ),
        )
        yield next((one for one in (upright, turned) if _width(one) <= WIDEST), stacked)

    def _stacked(self, cells: Iterable[Cell]) -> Line:
        lines: list[Line] = [
            (*self.names.codes((cell.party,)), ": ", *_in_line(in_the_table(cell)))
            for cell in cells
            if not is_silent(cell)
        ]
        return joined(lines, Break())

    # What it rests on.

    def reasons(self) -> Iterator[Block]:
        """For each issue, what a party has said or is said to have said."""
        for row in self._rows:
            items = reasons(row.cells, self.names, full=self._full)
            if items:
                yield Items(items, self._heading(row))

    def _heading(self, row: Row) -> Line:
        title = self._titles.get(row.matter.name, "")
        return (f"{row.matter.name}: {title}",) if title else (row.matter.name,)

    def others(self) -> Iterator[Block]:
        """Deeds, agreements, articles, circumstances and what has no formal content."""
        items = tuple(
            Item(self.names.said(matter_words(row.matter)), inner)
            for row in self._board.others
            if (inner := reasons(row.cells, self.names, full=self._full))
        )
        if items:
            yield Items(items)

    # What has changed.

    def changes(self) -> Iterator[Block]:
        """What has become otherwise, party by party."""
        if self.recorded.since is not None:
            items = tuple(self._change(one) for one in self.recorded.changes)
            yield Items(items) if items else Paragraph(("Nothing.",), "quiet")

    def _change(self, change: Change) -> Item:
        words = self.names.said(matter_words(change.matter))
        head: Line = (*self.names.codes((change.party,)), " on ", *words, ": ")
        lines: list[Line] = list(told(change.now, self.names))
        lines += [denied_words(denial, self.names) for denial in change.denials]
        if change.was and change.sort in {"moved", "own words"}:
            lines += [(Quiet("before: "), *line) for line in told(change.was, self.names)]
        mark = _CHANGES[change.sort]
        if len(lines) == 1 and change.sort == "withdrawn":
            return Item((*head, *lines[0]))
        if len(lines) == 1:
            return Item((*head, mark, " " if change.denials else "; ", *lines[0]))
        return Item((*head, mark), tuple(Item(line) for line in lines))

    # What clashes.

    def clashes(self) -> Iterator[Block]:
        """What cannot both be so, at whatever bar."""
        if self._board.clashes:
            yield Items(tuple(self._clash(clash) for clash in self._board.clashes))

    def _clash(self, clash: Clash) -> Item:
        words = self.names.said(matter_words(clash.matter))
        head: Line = (*self.names.codes((clash.party,)), " on ", *words, ": ")
        lines = list(told(map(_alone, (clash.one, *clash.others)), self.names))
        lines += [
            (Mark("denied", "open"), *by_whom(denial, self.names)) for denial in clash.denials
        ]
        return Item((*head, _CLASHES[clash.sort, clash.moved]), tuple(map(Item, lines)))

    # Who is silent.

    def silences(self) -> Iterator[Block]:
        """Who has said nothing that counts, on what; those that are silent throughout together."""
        board = self._board
        silent: dict[str, list[str]] = {party: [] for party in board.parties}
        for row in board.issues:
            for cell in row.cells:
                if cell.state == "silent":
                    silent[cell.party].append(cell.matter.name)
        every = len(board.issues)
        throughout = [party for party, issues in silent.items() if len(issues) == every]
        nobody = []
        if not self.recorded.asked_parties:
            nobody = [
                row.matter.name
                for row in board.issues
                if all(cell.state == "silent" for cell in row.cells)
            ]
        items = []
        if every and throughout:
            items.append(Item((*self.names.together(throughout), ": on every issue")))
        if nobody and len(throughout) < len(silent):
            items.append(Item((f"everybody: on {', '.join(nobody)}",)))
        for party, issues in silent.items():
            left = [name for name in issues if name not in nobody]
            if left and party not in throughout:
                items.append(Item((*self.names.codes((party,)), f": on {', '.join(left)}")))
        if items:
            yield Items(tuple(items))

    # What names stand for.

    def glossary(self) -> Iterator[Block]:
        """The names of a record, and what they stand for."""
        items = tuple(
            Item((f"{name.name}: {name.title}",)) for name in self.recorded.names if name.title
        )
        if items:
            yield Items(items)


def _alone(stance: Stance) -> Placed:
    """A stance by itself, whatever is said against it."""
    return Placed(stance=stance)


def _width(table: Table) -> int:
    """How many columns of the terminal a table takes at least, so that no word is broken."""
    rows = [[*map(_longest_word, row)] for row in table.rows]
    columns = zip([len(head) for head in table.columns], *rows, strict=True)
    widths: list[int] = [max(column) for column in columns]
    return sum(widths) + 2 * len(widths)


def _longest_word(line: Line) -> int:
    lengths = [len(word) for part in line for word in _text(part).split()]
    return max(lengths, default=0)


def _text(part: Inline) -> str:
    match part:
        case str():
            return part
        case Mark() | Quiet():
            return part.words
        case Code():
            return part.code
        case _:
            return ""


def _in_line(line: Line) -> Line:
    """A cell's lines one behind the other."""
    return tuple("; " if isinstance(part, Break) else part for part in line)
