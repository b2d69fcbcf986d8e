"""Words that are quoted and only spoken of: *the words "We accept" were never spoken*.

They use no word of their quotation, and mention all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.reading.meaning.doubts.words import (
    FALSE,
    FALSIFYING,
    MISUSED,
    SPOKEN_OF,
)
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import UTTERING
from servanda.analyses.reading.tokens import FINITE, SUBJECTS, Parsed, Token

_CLOSERS = {'"': '"', "``": "''", "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb"}
_SINGLE = {"'": "'\u2019", "\u2018": "\u2019'", "`": "'\u2019"}
_NO = frozenset({"never", "no", "not", "n't", "nobody", "nowhere", "mouth", "context"})


def why_only_mentioned(parsed: Parsed, tokens: Sequence[Token], verb: Token) -> str:
    """Why a verb stands in words that are spoken of and not used; empty where it does not."""
    for run in _mentioned(parsed, tokens):
        noun = _noun_before(parsed, run)
        if noun is not None and any(token.at == verb.at for token in run):
            return f'the "{noun.text}" that are spoken of'
    return ""


def mention_denied(parsed: Parsed, tokens: Sequence[Token]) -> str:
    """By which word somebody says of quoted words that they are false, or not its own; else empty."""
    for run in _mentioned(parsed, tokens):
        inside = {token.at for token in run}
        for token in tokens:
            if token.at in inside:
                continue
            if token.lower in _NO or {token.lemma, token.lower} & (FALSE | FALSIFYING | MISUSED):
                return token.text
            if token.lemma == "make" and any(b.lower == "up" for b in parsed.below(token)):
                return f"{token.text} up"
    return ""


def _mentioned(parsed: Parsed, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The clauses in quotation marks within some words that these words tell something of."""
    for first, mark in enumerate(tokens):
        closers = _CLOSERS.get(mark.text) or _SINGLE.get(mark.text)
        if closers is None:
            continue
        last = next(
            (at for at in range(first + 1, len(tokens)) if tokens[at].text in closers), None
        )
        if last is None:
            continue
        run = list(tokens[first + 1 : last])
        if _clause(run) and _told_of(parsed, tokens, first, last):
            yield run


def _clause(run: Sequence[Token]) -> bool:
    """Whether some words are a clause, with its subject."""
    places = {token.at for token in run}
    return any(token.tag in FINITE for token in run) and any(
        token.relation in SUBJECTS for token in run if token.head in places
    )


def _told_of(parsed: Parsed, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether something is told of what stands in marks: *is a lie*, *the words ... were invented*."""
    behind = tokens[last + 1 : last + 2]
    if behind and behind[0].tag in FINITE and behind[0].lower not in UTTERING:
        return behind[0].lemma not in UTTERING
    teller = _before(parsed, tokens[first + 1 : last])
    if teller is not None and teller.lemma in UTTERING and negated(parsed, teller):
        return True
    outer = [*tokens[:first], *tokens[last + 1 :]]
    named = _noun_before(parsed, tokens[first + 1 : last]) is not None
    return named and any(token.part != "PUNCT" for token in outer)


def _noun_before(parsed: Parsed, run: Sequence[Token]) -> Token | None:
    """The noun for words that stands before a quotation: *the phrase "We accept"*."""
    noun = _before(parsed, run)
    named = noun is not None and (noun.lemma in SPOKEN_OF or noun.lower in SPOKEN_OF)
    return noun if named else None


def _before(parsed: Parsed, run: Sequence[Token]) -> Token | None:
    """The word before a quotation."""
    at = run[0].at - 1
    while at >= 0 and (parsed.tokens[at].part == "PUNCT" or parsed.tokens[at].text in _SINGLE):
        at -= 1
    return parsed.tokens[at] if at >= 0 else None
