"""What the indentation of a block's lines says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from servanda.language.document import TextLine
from servanda.language.keywords import CLAUSES, EVERYWHERE, LINES, STATEMENTS
from servanda.language.lexer import Kind, LexedLine, Token, lex
from servanda.language.slip import Slip
from servanda.model.record import VERBS

LINE_INDENT = 2
"""Spaces before a line of a statement; more continue the line above."""


class WrittenLine(NamedTuple):
    """One line of a block as it stands in the file.

    Attributes:
        place: Where the line is, what the fence is indented by left out.
        indent: Its indentation; a tab counts as one step.
        tabs: Whether there is a tab in the indentation.
    """

    place: TextLine
    indent: int
    tabs: bool
    lexed: LexedLine

    @property
    def first(self) -> int:
        """Where the indentation ends."""
        tokens, slips = self.lexed.tokens, self.lexed.slips
        starts = [part[0].start for part in (tokens, slips) if part]
        return min(starts, default=self.place.end)

    @property
    def last(self) -> int:
        """Where the words end and a comment, if there is one, begins."""
        return self.lexed.tokens[-1].end if self.lexed.tokens else self.place.end

    @property
    def begins(self) -> Token | None:
        """The first token."""
        return self.lexed.tokens[0] if self.lexed.tokens else None

    @property
    def word(self) -> str:
        """The first token as text."""
        return self.lexed.tokens[0].text if self.lexed.tokens else ""

    @property
    def empty(self) -> bool:
        """Whether nothing but a comment stands on it."""
        return not self.lexed.tokens and not self.lexed.slips


def written_line(text: str, place: TextLine) -> WrittenLine:
    """A line of a block, lexed."""
    at = place.start
    while at < place.end and text[at] in " \t":
        at += 1
    tabs = text.count("\t", place.start, at)
    indent = at - place.start + (LINE_INDENT - 1) * tabs
    return WrittenLine(place, indent, tabs > 0, lex(text, at, place.end))


def begins_line(keyword: str, line: WrittenLine) -> bool:
    """Whether a statement takes a line with such a beginning; who is bound, or speaks, begins many."""
    token = line.begins
    if token is None:
        return False
    if token.kind is Kind.DATE:
        return keyword in {"history", "scenario", "statement"}
    if keyword == "statement" and any(one.text in VERBS for one in line.lexed.tokens[1:]):
        return True
    rule = keyword in CLAUSES and token.text in {"each", "the", "a", "if"}
    return rule or token.text in LINES.get(keyword, ()) or token.text in EVERYWHERE


def begins_statement(above: str, line: WrittenLine) -> bool:
    """Whether a line begins a statement; one that should and is indented does so too.

    Args:
        above: The keyword of the statement above.
        line: The line.
    """
    if line.indent == 0:
        return line.word in STATEMENTS or not begins_line(above, line)
    return line.indent <= LINE_INDENT and names_statement(line)


_SETS_ASIDE = frozenset({"does", "apply", "applies", "is", "ceases", "suspended"})
"""Words by which a line that begins with `article` is a rule about another article."""


def names_statement(line: WrittenLine) -> bool:
    """Whether a line can only be the first of a statement, wherever it stands."""
    if line.word not in STATEMENTS:
        return False
    return _SETS_ASIDE.isdisjoint(token.text for token in line.lexed.tokens)


def goes_on_with_list(keyword: str, above: WrittenLine, line: WrittenLine) -> bool:
    """Whether a line only goes on with the list that the line above leaves unfinished."""
    before, token = above.lexed.tokens, line.begins
    if not before or before[-1].text != "," or before[-1].kind is not Kind.MARK:
        return False
    return token is not None and token.kind is Kind.WORD and not begins_line(keyword, line)


def step(group: Sequence[WrittenLine]) -> int:
    """How far a statement's lines are indented: by two, unless every line is further in.

    A statement whose only further line is the rest of its first one has no lines at all.
    """
    shift = group[0].indent
    least = min((line.indent for line in group[1:] if line.indent > 0), default=LINE_INDENT)
    if shift > 0:
        return shift + LINE_INDENT
    if least <= LINE_INDENT or not begins_line(group[0].word, group[1]):
        return LINE_INDENT
    return least


def wrong_indentation(group: Sequence[WrittenLine]) -> tuple[Slip, ...]:
    """The first tab and the first wrong step of a statement; none where all is well."""
    head = group[0]
    if head.indent > 0:
        return (_statement_indented(head),) if names_statement(head) else ()
    right = step(group)
    tab = next((line for line in group if line.tabs), None)
    wrong = next(
        (
            line
            for above, line in pairwise(group)
            if _is_wrong(line, right) and not goes_on_with_list(head.word, above, line)
        ),
        None,
    )
    return (
        *(() if tab is None else (_tab(tab),)),
        *(() if wrong is None else (_wrong_step(wrong),)),
    )


def _is_wrong(line: WrittenLine, right: int) -> bool:
    if line.tabs:
        return False
    return line.indent < LINE_INDENT or LINE_INDENT < line.indent == right


def _statement_indented(line: WrittenLine) -> Slip:
    return Slip(
        "SV112" if line.tabs else "SV405",
        f"`{line.word}` begins a statement, and statements begin in the first column",
        line.first,
        line.first + len(line.word),
        hints=("take away the spaces before it, and as many before each of its lines",),
    )


def _tab(line: WrittenLine) -> Slip:
    return Slip(
        "SV112",
        "this line is indented with a tab",
        line.place.start,
        line.first,
        hints=("indent lines by two spaces",),
    )


def _wrong_step(line: WrittenLine) -> Slip:
    depth = {0: "not indented", 1: "indented by 1 space"}
    how = depth.get(line.indent, f"indented by {line.indent} spaces")
    return Slip(
        "SV405",
        f"this line is {how}, where a statement's lines take 2 spaces",
        line.first,
        line.last,
        hints=("indent lines by two spaces; further in, they continue the line above",),
    )


def list_not_indented(line: WrittenLine) -> Slip:
    """A list goes on in a line that is indented like one of its own."""
    return Slip(
        "SV405",
        "this line goes on with the list above, so it is indented by 4 spaces",
        line.first,
        line.last,
        hints=("indent it by four spaces",),
    )
