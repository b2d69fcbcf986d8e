"""Stretches of tokens: what is left of them without others, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.attributed import Frame
from servanda.analyses.reading.tokens import Parsed, Token


class Run(NamedTuple):
    """Some tokens in a row, ``end`` exclusive."""

    start: int
    end: int

    def holds(self, other: Run) -> bool:
        """Whether all of another one lies in it."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Run) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


class Found(NamedTuple):
    """An attribution as tokens.

    Attributes:
        verb: The main token of the cue.
        cue: Its tokens.
        speaker: The main token of the source, even where that stands elsewhere.
        source: The tokens of the source.
        content: What is said.
        frame: What the cue governs.
        quoted: The quotations it owns.
        addressee: Whom it was said to.
    """

    verb: int
    cue: tuple[Run, ...]
    speaker: int | None
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    frame: Frame
    quoted: tuple[int, ...] = ()
    addressee: tuple[Run, ...] = ()


_STRAY = frozenset({",", ";", ":", "-", "--", "—", "–", ".", "?!", "…"})
_GAP = frozenset(" ,;:-—–\n\t\r\xa0\u2009\u200b")
_LOOSE_ENDS = frozenset({"and", "but", "or"})


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs in order, those that touch made one."""
    found: list[Run] = []
    for run in sorted(runs):
        if run.start >= run.end:
            continue
        if found and run.start <= found[-1].end:
            found[-1] = Run(found[-1].start, max(found[-1].end, run.end))
        else:
            found.append(run)
    return tuple(found)


def without(runs: Iterable[Run], others: Iterable[Run]) -> tuple[Run, ...]:
    """What is left of some runs without the tokens of others."""
    left = list(runs)
    for other in others:
        cut: list[Run] = []
        for run in left:
            if not run.meets(other):
                cut.append(run)
                continue
            cut.append(Run(run.start, other.start))
            cut.append(Run(other.end, run.end))
        left = [run for run in cut if run.start < run.end]
    return tuple(left)


def trimmed(tokens: Sequence[Token], run: Run) -> Run:
    """A run without stray marks, or an *and*, at its edges."""
    start, end = run
    while start < end and (tokens[start].text in _STRAY or tokens[start].text == ")"):
        start += 1
    while start < end and _is_loose(tokens[end - 1]):
        end -= 1
    return Run(start, end)


def _is_loose(token: Token) -> bool:
    if token.text in _STRAY or token.text == "(":
        return True
    return token.lower in _LOOSE_ENDS and token.relation == "cc"


def stretches(parsed: Parsed, runs: Iterable[Run]) -> tuple[Stretch, ...]:
    """Where runs stand in the text; one stretch where only marks and blanks lie between."""
    found: list[Stretch] = []
    for start, end in joined(runs):
        first, last = parsed.tokens[start].start, parsed.tokens[end - 1].end
        if found and _GAP.issuperset(parsed.text[found[-1].end : first]):
            found[-1] = Stretch(found[-1].start, last)
        else:
            found.append(Stretch(first, last))
    return tuple(found)
