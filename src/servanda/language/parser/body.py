"""A statement being read: its lines one by one, and what went wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol, TypeVar

from servanda.core.origin import Span
from servanda.language.keywords import shown
from servanda.language.layout import LogicalLine
from servanda.language.lexer import Token
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.parser.leftovers import continues_by_accident, leftover
from servanda.language.parser.reports import FileReports
from servanda.language.slip import Slip
from servanda.language.tree import Word
from servanda.language.wordings.written import Attempt, ReadLine

T = TypeVar("T")


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span:
        """Where it was written."""


P = TypeVar("P", bound=Placed)


@dataclass(slots=True)
class Body:
    """A statement's lines, and what has been found in them.

    Attributes:
        keyword: The word that the statement begins with.
        clause: How a lawyer would cite it, as far as known.
        sources: What its ``source`` lines say.
        judgements: What its ``judgement`` lines say.
        incomplete: Whether something in it could not be read.
        at_fault: Whether a mistake of it has been reported.
    """

    reports: FileReports
    trail: tuple[str, ...]
    keyword: str
    rest: tuple[LogicalLine, ...]
    clause: str = ""
    sources: list[Word] = field(default_factory=list)
    judgements: list[Word] = field(default_factory=list)
    incomplete: bool = False
    at_fault: bool = False
    _reported: Cursor | None = None
    _given_up: Cursor | None = None

    # One line.

    def cursor(self, line: LogicalLine) -> Cursor:
        """A line ready to be read.

        A line with a mistake in its characters is read as far as it goes, and no second
        mistake is reported for it.
        """
        c = Cursor(self.reports.source.name, line.tokens, line.continued)
        if line.slips:
            self.report(line.slips[0])
            self._reported = c
        return c

    def again(self, line: LogicalLine) -> Cursor:
        """A line that has been reported, ready to be read as what it was meant to be."""
        self._reported = Cursor(self.reports.source.name, line.tokens, line.continued)
        return self._reported

    def take(self, c: Cursor, part: Callable[[Cursor], T]) -> T | None:
        """Read a part of a line; None, and the line is given up, where it has a mistake."""
        if self._given_up is c or not c.tokens:
            return None
        try:
            return part(c)
        except Fault as fault:
            self.give_up(c, fault)
            return None

    def close(self, c: Cursor) -> bool:
        """See that nothing is left over at the end of a line; whether it was read in full."""
        if self._given_up is not c and not c.done:
            self.give_up(c, leftover(c, self.keyword))
        return self._given_up is not c

    def give_up(self, c: Cursor, fault: Fault) -> None:
        """Report a mistake, unless the line has one already, and leave the line's rest."""
        self._given_up = c
        self.incomplete = True
        self.reports.unread.update(token.text for token in c.tokens)
        self.tell(c, continues_by_accident(c, self.keyword, fault.slip))

    def tell(self, c: Cursor, slip: Slip) -> None:
        """Report a mistake of a line, unless the line has one already."""
        if self._reported is not c:
            self._reported = c
            self.report(slip)

    def report(self, slip: Slip) -> None:
        """Report a mistake of this statement."""
        self.at_fault = True
        self.reports.add(slip, self.trail, self.clause)

    # All lines.

    def lines(self, read: Callable[[Cursor], T]) -> tuple[T, ...]:
        """Read every line but sources and judgements; those with a mistake are left out."""
        found: list[T] = []
        for c in self._cursors(partial(attempted, read, self.keyword)):
            one = self.take(c, read)
            if self.close(c) and one is not None:
                found.append(one)
        return tuple(found)

    def _cursors(self, read: Callable[[Sequence[Token]], Attempt]) -> Iterator[Cursor]:
        for line in self.rest:
            if self.reports.full:
                self.incomplete = True
                return
            self.reports.lines.append(ReadLine(self.keyword, line, self.rest, read))
            c = self.cursor(line)
            if c.sees_one_of("source", "judgement"):
                into = self.sources if c.next().text == "source" else self.judgements
                said = self.take(c, _said)
                if self.close(c) and said is not None:
                    into.append(said)
            elif c.tokens:
                yield c
            else:
                self.incomplete = True

    def once(
        self,
        found: tuple[P, ...],
        sort: Callable[[P], Hashable] = lambda _: None,
        advice: Callable[[P], str] = lambda _: "keep one of the two",
    ) -> tuple[P, ...]:
        """Lines of which a statement takes one of each sort; further ones are reported.

        Args:
            found: Lines, in the order written.
            sort: What two lines must not share; lines of no sort may be repeated.
            advice: What to do with a second one.

        Returns:
            The lines without those reported.
        """
        first: dict[Hashable, P] = {}
        kept: list[P] = []
        for line in found:
            kind = sort(line)
            earlier = None if kind == () else first.setdefault(kind, line)
            if earlier is None or earlier is line:
                kept.append(line)
                continue
            self.incomplete = True
            span = line.span
            note = ("the first is here", earlier.span.start, earlier.span.end)
            self.report(
                Slip(
                    "SV408",
                    f"`{shown(self.keyword)}` takes one line of this kind, and this is the second",
                    span.start,
                    span.end,
                    hints=(advice(line),),
                    related=(note,),
                )
            )
        return tuple(kept)


def attempted(read: Callable[[Cursor], object], keyword: str, tokens: Sequence[Token]) -> Attempt:
    """What comes of reading a line, to its end, in a statement of this kind."""
    if not tokens:
        return Attempt(slip=Slip("SV401", "nothing stands here", 0, 0))
    c = Cursor("", tokens)
    try:
        tree = read(c)
        if not c.done:
            raise leftover(c, keyword)
    except Fault as fault:
        return Attempt(slip=fault.slip)
    return Attempt(tree)


def _said(c: Cursor) -> Word:
    return c.needed_title("a text in double quotes")
