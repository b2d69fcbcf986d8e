"""Whether what somebody did is told of another time than the one it speaks at: *we agreed in 2014*."""

from __future__ import annotations

import re

from servanda.analyses.reading.tokens import Parsed, Token

_TIMES = re.compile(
    r"\b(?:ago|(?:last|previous) (?:year|decade|century)|in the past|(?:1[5-9]|20)\d\d)\b"
)


def long_past(parsed: Parsed, verb: Token) -> str:
    """The words by which a verb in the past is put at another time; empty where none are."""
    if verb.tag != "VBD":
        return ""
    for below in parsed.below(verb):
        if below.relation in {"prep", "npadvmod", "advmod"}:
            words = " ".join(parsed.tokens[at].lower for at in parsed.subtree(below))
            if _TIMES.search(words):
                return words
    return ""
