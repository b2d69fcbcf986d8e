"""Attributions of headlines whose cue a parser takes for a noun: *Oslo claims Minsk agreed*.

A headline leaves out *that*, articles and full stops. Where the cue is missed, a commitment within it
looks first-hand, so the order of the words is relied on here.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attribution.grammar import NOMINAL, VERBAL, child
from servanda.analyses.reading.attribution.places import Found, Run, trimmed
from servanda.analyses.reading.attribution.surroundings import Surroundings
from servanda.analyses.reading.cues import ADJECTIVES, VERBS
from servanda.analyses.reading.tokens import FINITE, SUBJECTS, Token

_CLOSING = frozenset({".", "!", "?", '"', "”", "''"})
_LONGEST, _LONGEST_NAME = 28, 7


def of_headlines(around: Surroundings) -> Iterator[Found]:
    """The attributions of lines without a full stop: by a word in front, or at the end."""
    for line in _lines(around):
        found = _in_front(around, line) or _at_end(around, line)
        if found is not None:
            yield found


def _lines(around: Surroundings) -> Iterator[Run]:
    """The paragraphs that look like headlines."""
    tokens, paragraph = around.parsed.tokens, around.paragraph
    start = 0
    for end in range(1, len(tokens) + 1):
        if end < len(tokens) and paragraph[end] == paragraph[start]:
            continue
        if end - start <= _LONGEST and tokens[end - 1].text not in _CLOSING:
            yield Run(start, end)
        start = end


def _in_front(around: Surroundings, line: Run) -> Found | None:
    """Read *Oslo claims Minsk has agreed*, and *Oslo 'confident' Minsk has agreed*."""
    tokens = around.parsed.tokens
    for at in range(line.start + 1, min(line.end - 2, line.start + _LONGEST_NAME)):
        cue = tokens[at]
        if cue.tag in FINITE and child(around.parsed, at, SUBJECTS) is not None:
            return None
        if not (_reports(cue) or "that" in _complements(cue)):
            continue
        following = trimmed(tokens, Run(at + 1, line.end))
        while following.start < line.end and tokens[following.start].part == "PUNCT":
            following = Run(following.start + 1, following.end)
        if _is_clause(around, following):
            name = trimmed(tokens, Run(line.start, at))
            return _found(around, cue, name, following)
    return None


def _at_end(around: Surroundings, line: Run) -> Found | None:
    """Read *Minsk has agreed, Oslo claims*."""
    tokens = around.parsed.tokens
    cue = tokens[line.end - 1]
    if not _reports(cue) or cue.tag in FINITE:
        return None
    commas = [at for at in range(line.start, line.end) if tokens[at].text == ","]
    if not commas or not 1 < cue.at - commas[-1] <= _LONGEST_NAME:
        return None
    said = Run(line.start, commas[-1])
    if not _is_clause(around, said):
        return None
    return _found(around, cue, Run(commas[-1] + 1, cue.at), said)


def _found(around: Surroundings, cue: Token, name: Run, said: Run) -> Found | None:
    while name.start < name.end and around.parsed.tokens[name.end - 1].part == "PUNCT":
        name = Run(name.start, name.end - 1)
    tokens = around.parsed.tokens[name.start : name.end]
    if not tokens or any(token.tag in FINITE or token.text == ":" for token in tokens):
        return None
    words = Run(cue.at, cue.at + 1)
    return Found(cue.at, (words,), name.end - 1, (name,), (said,), "clause")


def _reports(token: Token) -> bool:
    """Whether a word is a form such as *claims* of a verb that reports."""
    if not token.lower.endswith("s"):
        return False
    cue = VERBS.get(token.lower[:-1])
    return cue is not None and cue.reports and "clause" in cue.frames


def _complements(token: Token) -> frozenset[str]:
    cue = ADJECTIVES.get(token.lower)
    return frozenset() if cue is None else cue.prepositions


def _is_clause(around: Surroundings, run: Run) -> bool:
    """Whether some words are a subject and a verb in one of its tenses."""
    tokens = around.parsed.tokens[run.start : run.end]
    if not tokens or tokens[0].part not in NOMINAL | {"ADJ"}:
        return False
    return any(token.part in VERBAL and token.tag in FINITE for token in tokens[1:])
