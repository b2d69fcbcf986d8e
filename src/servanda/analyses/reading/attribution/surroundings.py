"""A parsed text with its quotations: in whose words each token stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.attribution.places import Run, joined, trimmed
from servanda.analyses.reading.quotations import Quotation, quotations
from servanda.analyses.reading.tokens import Parsed

OUTSIDE = -1
"""The number of the words of the writer."""


class Spoken(NamedTuple):
    """A quotation that holds speech, as tokens.

    Attributes:
        run: Its tokens, marks included.
        within: Which of the list it stands in, or ``OUTSIDE``.
        goes_on: Which of the list it carries on; None for none.
        closed: Whether it has a mark at its end.
    """

    run: Run
    within: int
    goes_on: int | None
    closed: bool


class Surroundings(NamedTuple):
    """A parsed text and in whose words each token of it stands.

    Attributes:
        spoken: The quotations that hold speech, in order.
        voice: For each token, the innermost of these that it stands in, or ``OUTSIDE``.
        paragraph: For each token, the number of its paragraph.
    """

    parsed: Parsed
    spoken: tuple[Spoken, ...]
    voice: Sequence[int]
    paragraph: Sequence[int]


def surroundings(parsed: Parsed) -> Surroundings:
    """In whose words each token of a text stands."""
    found = quotations(parsed.text, parsed.paragraphs)
    runs = _runs(parsed, found)
    spoken: list[Spoken] = []
    places: dict[int, int] = {}
    voice = [OUTSIDE] * len(parsed.tokens)
    for at, (quotation, run) in enumerate(zip(found, runs, strict=True)):
        if not quotation.spoken or run.start >= run.end:
            continue
        outer = quotation.within
        while outer is not None and outer not in places:
            outer = found[outer].within
        goes_on = None if quotation.goes_on is None else places.get(quotation.goes_on)
        places[at] = len(spoken)
        for token in range(*run):
            voice[token] = len(spoken)
        spoken.append(
            Spoken(run, OUTSIDE if outer is None else places[outer], goes_on, quotation.closed)
        )
    paragraph = [parsed.paragraph_of(token) for token in parsed.tokens]
    return Surroundings(parsed, tuple(spoken), voice, paragraph)


def _runs(parsed: Parsed, found: Sequence[Quotation]) -> list[Run]:
    """The tokens of each quotation."""
    tokens = parsed.tokens
    starts = [token.start for token in tokens]
    return [
        Run(bisect_left(starts, q.stretch.start), bisect_left(starts, q.stretch.end)) for q in found
    ]


def clipped(around: Surroundings, verb: int, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs without stray marks, within the words that a verb stands in, with whole quotations."""
    voice = around.voice[verb]
    found = []
    for run in runs:
        start, end = run
        if voice != OUTSIDE:
            inner = _inside(around, voice)
            start, end = max(start, inner.start), min(end, inner.end)
        run = trimmed(around.parsed.tokens, Run(start, end))
        if run.start < run.end:
            found.append(_whole(around, run, voice))
    return joined(found)


def outside_quotations(around: Surroundings, run: Run, at: int) -> Run:
    """A run around a token without the quotations that reach beyond it."""
    start, end = run
    voice = around.voice[at]
    for inner in {around.voice[start], around.voice[end - 1]} - {voice}:
        other = around.spoken[inner].run if inner != OUTSIDE else Run(at, at)
        if inner == OUTSIDE or run.holds(other) or other.holds(run):
            continue
        if other.end <= at:
            start = max(start, other.end)
        elif other.start > at:
            end = min(end, other.start)
    return trimmed(around.parsed.tokens, Run(start, end))


def _inside(around: Surroundings, voice: int) -> Run:
    """The tokens of a quotation without its marks."""
    start, end = around.spoken[voice].run
    tokens = around.parsed.tokens
    closing = tokens[end - 1].text in {'"', "”", "''", "’", "'", "»"}
    return Run(start + 1, end - 1 if closing else end)


def _whole(around: Surroundings, run: Run, voice: int) -> Run:
    """A run with all of every quotation it touches at an edge."""
    start, end = run
    for edge in (start, end - 1):
        inner = around.voice[edge]
        while inner not in {voice, OUTSIDE}:
            whole = around.spoken[inner].run
            start, end = min(start, whole.start), max(end, whole.end)
            inner = around.spoken[inner].within
    return Run(start, end)
