"""What of an article a parser is given: its paragraphs, in pieces where one is longer than any is.

What a parser takes grows with the longest text that it is given at once, and with the square of the
longest run without a blank. No article has either; what is left out is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from servanda.analyses.reading.agency_lines import agency_line
from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.marks import sentences_of
from servanda.analyses.reading.tokens import LeftOut
from servanda.core.visible import WITHIN_WORDS

LONGEST_PIECE = 20_000
"""How many characters a parser is given at once: some 4,000 words."""

LONGEST_WORD = 1_000
"""How many characters without a blank between them are read; an address may be as long."""

_UNSEEN = re.compile(f"[{WITHIN_WORDS}]")
"""What a parser is not given (Unicode 16.0, 5.21)."""

_NO_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_ENDLESS = f"more than {LONGEST_WORD:,} characters without a blank between them are not read"
_NO_END = f"more than {LONGEST_PIECE:,} characters without the end of a sentence are not read"


class Piece(NamedTuple):
    """What a parser is given at once.

    Attributes:
        text: The characters that one sees; those of a run without an end as one word, of no sense.
        places: Where each of them stands in the article.
        left_out: What of it is not read.
    """

    text: str
    places: range | list[int]
    left_out: tuple[LeftOut, ...]


def pieces(article: Article) -> Iterator[Piece]:
    """The paragraphs of an article without the lines of agencies before a first sentence.

    A very long one is parted where sentences end for certain.
    """
    for paragraph in article.paragraphs:
        for stretch in _parted(article.text, paragraph):
            if stretch.end - stretch.start > LONGEST_PIECE:
                yield Piece("", range(0), (LeftOut(stretch, _NO_END),))
            else:
                yield _seen(article.text, stretch)


def _parted(text: str, paragraph: Stretch) -> Iterator[Stretch]:
    start = paragraph.start + agency_line(text[paragraph.start : paragraph.end])
    body = Stretch(start, paragraph.end)
    if body.end - body.start <= LONGEST_PIECE:
        yield body
        return
    end = start
    for sentence in sentences_of(text, body):
        if start < end and sentence.end - start > LONGEST_PIECE:
            yield Stretch(start, end)
            start = end
        end = sentence.end
    yield Stretch(start, end)


def _seen(text: str, stretch: Stretch) -> Piece:
    """What one sees of a stretch."""
    places: range | list[int] = range(*stretch)
    seen = text[stretch.start : stretch.end]
    if _UNSEEN.search(seen):
        places = [at for at in places if not _UNSEEN.match(text[at])]
        seen = "".join(text[at] for at in places)
    left_out = tuple(
        LeftOut(Stretch(places[found.start()], places[found.end() - 1] + 1), _ENDLESS)
        for found in _NO_WORD.finditer(seen)
    )
    return Piece(_NO_WORD.sub(lambda found: "x" * len(found[0]), seen), places, left_out)
