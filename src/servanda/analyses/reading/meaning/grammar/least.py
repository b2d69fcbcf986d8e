"""Whether somebody accepts one thing and nothing else, and so demands it: *nothing less than*."""

from __future__ import annotations

import re

from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import Parsed, Token

_ACCEPTING = listed(
    "accept agree settle consent approve sign take tolerate consider contemplate welcome countenance "
    "entertain support back want"
)
_NOTHING_ELSE = re.compile(
    r"^\W*(?:for |to |with |on |upon )?(?:nothing|no (?:outcome|deal|solution|arrangement|settlement))"
    r" (?:less|short|but|else|other|except|save|apart)\b"
    r"|^\W*(?:for |to |with |on |upon )?(?:no less than|only|solely|nothing if not)\b"
)
_BEFORE = frozenset({"only", "solely"})
_NEAR = 6


def nothing_else(parsed: Parsed, verb: Token) -> str:
    """The words by which a verb of accepting takes nothing else; empty where there are none."""
    if verb.lemma not in _ACCEPTING or verb.part != "VERB" or verb.tag in {"VBD", "VBN"}:
        return ""
    behind = " ".join(token.lower for token in parsed.tokens[verb.at + 1 : verb.at + 1 + _NEAR])
    found = _NOTHING_ELSE.match(behind)
    if found is not None:
        return found[0].strip()
    only = next((b for b in parsed.below(verb) if b.at < verb.at and b.lower in _BEFORE), None)
    if only is None or parsed.tokens[only.at - 1].lower in {"not", "n't"}:
        return ""
    return only.text
