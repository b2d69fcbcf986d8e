"""Which words make up a cue around its main one."""

from __future__ import annotations

from servanda.analyses.reading.attribution.grammar import AUXILIARIES
from servanda.analyses.reading.attribution.places import Run
from servanda.analyses.reading.cues import DAYS_OF_WEEK
from servanda.analyses.reading.tokens import Parsed

_BESIDE = frozenset({"advmod", "npadvmod"})
_DAYS = DAYS_OF_WEEK | {"today", "yesterday", "tomorrow"}


def cue(parsed: Parsed, verb: int) -> Run:
    """A verb with its auxiliaries, the adverbs beside it and its particle."""
    tokens = parsed.tokens
    start, end = verb, verb + 1
    while start > 0 and tokens[start - 1].head == verb and _leads(parsed, start - 1):
        start -= 1
    while end < len(tokens) and tokens[end].head == verb and _follows(parsed, end):
        end += 1
    return Run(start, end)


def _leads(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    if token.relation in AUXILIARIES:
        return True
    return token.relation in _BESIDE and token.part in {"ADV", "PART", "AUX"}


def _follows(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    return token.relation in {"prt", "neg"} or (token.lower in _DAYS and not parsed.children[at])
