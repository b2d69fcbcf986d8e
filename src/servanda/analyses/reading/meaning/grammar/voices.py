"""How many quotations, one within another, each word of a text stands in."""

from __future__ import annotations

from servanda.analyses.reading.quotations import quotations
from servanda.analyses.reading.tokens import Parsed


def depths(parsed: Parsed) -> tuple[int, ...]:
    """For each token, in how many quotations that hold speech it stands."""
    found = [0] * len(parsed.tokens)
    for quotation in quotations(parsed.text, parsed.paragraphs):
        if quotation.spoken:
            for token in parsed.within(quotation.stretch):
                found[token.at] += 1
    return tuple(found)
