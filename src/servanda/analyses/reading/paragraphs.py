"""Where the paragraphs of a text begin and end: at each line, or, where lines are cut, at blank ones.

A text for the screen has a paragraph on each line. A text that was cut to a width, as agencies and
mail do, has blank lines between its paragraphs. A page that was printed has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from servanda.analyses.reading.article import Stretch

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What stands between two ends of a line, of whatever kind (Unicode Standard 16.0, 5.8)."""

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

_SENTENCE_END = re.compile(r"[.!?…:]['\"’”»)\]]*$")

NARROWEST, WIDEST = 40, 100
"""Characters of a line that texts are cut to."""

WIDER_LINES = 20
"""One line in so many may be wider than the rest: an address cannot be cut."""

CUT_SHARE = 0.9
"""Share of the lines that must be cut where the next word does not fit, for a text to be cut."""

FULL_SHARE = 0.9
"""Share of the usual width that a full line of print has at least: letters differ in width."""


def paragraphs_of(text: str) -> tuple[Stretch, ...]:
    """The paragraphs of a text in order, without the blanks around them.

    Each line is one; but in a text that was cut to a width only a blank line ends one.
    """
    blocks = _blocks(text)
    if _is_cut(text, blocks):
        return tuple(Stretch(block[0].start, block[-1].end) for block in blocks)
    return tuple(line for block in blocks for line in block)


def paragraphs_of_lines(text: str) -> tuple[Stretch, ...]:
    """The lines of a text in order, each a paragraph, without the blanks around them."""
    return tuple(_lines(text))


def paragraphs_of_print(text: str) -> tuple[Stretch, ...]:
    """The paragraphs of a text that was taken from printed pages, line by line.

    A paragraph ends at a blank line, and with a line that ends a sentence and does not fill the
    width; it goes on over the end of a page only where that parts a sentence.
    """
    return tuple(
        Stretch(part[0].start, part[-1].end)
        for block in _blocks(text)
        for part in _ended_early(text, block)
    )


def _blocks(text: str) -> list[list[Stretch]]:
    """The lines without the blanks around them; together those with no blank line between them."""
    blocks: list[list[Stretch]] = []
    for line in _lines(text):
        if blocks and not _is_gap(text, blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _lines(text: str) -> Iterator[Stretch]:
    for line in _LINE.finditer(text):
        words = line[0]
        if not words.isspace():
            start = line.start() + len(words) - len(words.lstrip())
            yield Stretch(start, line.start() + len(words.rstrip()))


def _is_gap(text: str, line: Stretch, then: Stretch) -> bool:
    """Whether a blank line, or the end of a page or paragraph, stands between two lines.

    The end of a page counts where the sentence ends with it, or nothing goes on behind it.
    """
    ends = _LINE_END.findall(text[line.end : then.start])
    if "\f" in ends:
        return _ends_sentence(text, line) or not text[then.start].islower()
    return len(ends) > 1 or "\u2029" in ends


def _is_cut(text: str, blocks: Sequence[Sequence[Stretch]]) -> bool:
    """Whether the lines were cut to a width: each ends where the next word would not have fitted.

    Where no line is blank, they must also go on in the middle of a sentence, mostly.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    widths = sorted(line.end - line.start for block in blocks for line in block)
    if not pairs:
        return False
    width = widths[-1 - len(widths) // WIDER_LINES]
    cut = sum(
        first.end - first.start + 1 + _first_word(text, then) > width for first, then in pairs
    )
    ended = sum(_ends_sentence(text, first) for first, _ in pairs)
    whole = len(blocks) == 1 and 2 * ended > len(pairs)
    return NARROWEST <= width <= WIDEST and cut >= CUT_SHARE * len(pairs) and not whole


def _first_word(text: str, line: Stretch) -> int:
    """How many characters the first word of a line has."""
    return len(text[line.start : line.end].split(maxsplit=1)[0])


def _ends_sentence(text: str, line: Stretch) -> bool:
    return _SENTENCE_END.search(text[line.start : line.end]) is not None


def _ended_early(text: str, block: Sequence[Stretch]) -> list[list[Stretch]]:
    """The lines of a block, parted behind each that ends a sentence with room for the next word."""
    width = FULL_SHARE * median(line.end - line.start for line in block)
    parts = [[block[0]]]
    for line, then in pairwise(block):
        room = line.end - line.start + 1 + _first_word(text, then) < width
        if room and _ends_sentence(text, line):
            parts.append([])
        parts[-1].append(then)
    return parts
