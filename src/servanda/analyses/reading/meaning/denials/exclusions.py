"""Which words are named only to be excluded: *money, not troops*, *everything except troops*."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.tokens import Parsed, Token

_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "least", "because", "since", "to"})
_EXCLUDING: tuple[tuple[str, ...], ...] = (
    ("instead", "of"),
    ("rather", "than"),
    ("in", "place", "of"),
    ("in", "lieu", "of"),
    ("in", "preference", "to"),
    ("as", "opposed", "to"),
    ("short", "of"),
    ("apart", "from"),
    ("aside", "from"),
    ("other", "than"),
    ("with", "the", "exception", "of"),
    ("to", "the", "exclusion", "of"),
    ("least", "of", "all"),
    ("no", "to"),
    ("except", "for"),
    ("save", "for"),
    ("except",),
    ("excepting",),
    ("excluding",),
    ("minus",),
    ("sans",),
    ("without",),
    ("save",),
)
"""Words behind which stands what is excluded."""
_BY_FIRST = {
    first: tuple(phrase for phrase in _EXCLUDING if phrase[0] == first)
    for first in {phrase[0] for phrase in _EXCLUDING}
}
_OF_VERBS = {"short": {"stop", "fall"}, "no": {"say"}, "without": {"do"}}
"""Verbs of which these words are a part: *stop short of*, *say no to*, *do without*."""
_DENYING = frozenset(
    {"no", "least", "except", "excepting", "excluding", "without", "sans", "with", "to"}
)
"""How those begin by which it is plainly denied, and not only put behind something else."""
_ALL = frozenset(
    {"everything", "anything", "all", "every", "any", "everyone", "everybody", "anyone", "anybody"}
)
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "PRON", "ADV"})
_MARKS = frozenset({",", ";", ":", "-", "\u2013", "\u2014", "("})
_JOINING = frozenset({"and", "but", "though", "if"})
_TRAILING = frozenset({"excepted", "excluded", "exempted", "aside"})
"""What stands behind what is excluded: *troops excepted*."""
_PREFERRING = {
    "over": frozenset({"accept", "choose", "pick", "favour", "favor", "prefer", "take", "want"}),
    "to": frozenset({"prefer"}),
}
_VERBAL = frozenset({"VB", "VBG", "VBN"})


def excluded(parsed: Parsed, words: tuple[Token, ...]) -> Iterator[tuple[int, bool]]:
    """The places of words that are named only to be excluded, and whether that denies them.

    Args:
        parsed: The article's tokens.
        words: The words among which it is asked.
    """
    if not words:
        return
    places = {token.at for token in words}
    for token in parsed.tokens[max(0, words[0].at - 1) : words[-1].at + 1]:
        opened = _opens(parsed, token)
        if opened is None:
            continue
        since, how = opened
        for at in _run(parsed, since, places):
            yield at, how


def _opens(parsed: Parsed, token: Token) -> tuple[int, bool] | None:
    """Where what a word excludes begins, and whether it denies that."""
    for phrase in _BY_FIRST.get(token.lower, ()):
        behind = parsed.tokens[token.at : token.at + len(phrase)]
        if tuple(one.lower for one in behind) != phrase:
            continue
        if token.at and parsed.tokens[token.at - 1].lower == "nothing":
            return None
        if phrase[0] in _OF_VERBS and parsed.head(token).lemma in _OF_VERBS[phrase[0]]:
            return None
        if (
            len(phrase) == 1
            and token.part in {"VERB", "NOUN", "AUX"}
            and token.lower != "excluding"
        ):
            return None
        return token.at + len(phrase), phrase[0] in _DENYING
    if token.lower in {"but", "bar"}:
        before = parsed.tokens[max(0, token.at - 3) : token.at]
        return (token.at + 1, False) if any(b.lower in _ALL for b in before) else None
    if token.lower in {"over", "to"} and parsed.head(token).lemma in _PREFERRING[token.lower]:
        return token.at + 1, False
    behind = parsed.tokens[token.at + 1 : token.at + 2]
    if token.lower in _TRAILING and token.at and not (behind and behind[0].part in _NOMINAL):
        return token.at - 1, True
    if token.lower in {"not", "never"} and _contrasts(parsed, token):
        return token.at + 1, True
    return None


def _contrasts(parsed: Parsed, no: Token) -> bool:
    """Whether *not* sets something against what was named: *money, not troops*, *not X but Y*."""
    after = parsed.tokens[no.at + 1 : no.at + 5]
    if not after or after[0].lower in _NOT_ONLY:
        return False
    before = parsed.tokens[no.at - 1] if no.at else None
    parted = before is not None and (before.text in _MARKS or before.lower in _JOINING)
    if not parted and (before is None or before.part == "PUNCT"):
        parted = any(one.lower == "but" for one in after)
    named = after[0].part in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"}
    return parted and (named or (after[0].tag in _VERBAL and after[0].part != "AUX"))


def _run(parsed: Parsed, since: int, places: set[int]) -> Iterator[int]:
    """The words of what is excluded, up to the next mark, *but* or verb of its own."""
    for at in range(since, len(parsed.tokens)):
        token = parsed.tokens[at]
        joins = token.lower in {"and", "or", "nor"} and _goes_on(parsed, at + 1)
        verbal = token.tag in _VERBAL and token.part != "AUX"
        if at not in places or not (token.part in _NOMINAL or verbal or joins):
            return
        if token.lower in {"but", "yet"}:
            return
        yield at


def _goes_on(parsed: Parsed, at: int) -> bool:
    after = parsed.tokens[at : at + 1]
    return bool(after) and after[0].part in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
