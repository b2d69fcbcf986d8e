"""Words that are quoted and were not spoken: spoken of, practised, asked for, put into a mouth.

*The words "We accept" were never spoken* uses no word of its quotation, and mentions all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.reading.meaning.denials.words import (
    CEASING,
    MISUSED,
    SPOKEN_OF,
    TOLD_TO_UTTER,
    UNUTTERED,
)
from servanda.analyses.reading.meaning.doubts.words import FALSE, FALSIFYING, NOT_DOING
from servanda.analyses.reading.meaning.grammar.clauses import SUBJECTS
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import UTTERING, listed
from servanda.analyses.reading.tokens import Parsed, Token

_CLOSERS = {'"': '"', "``": "''", "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb"}
_SINGLE = {"'": "'\u2019", "\u2018": "\u2019'", "`": "'\u2019"}
_PLAYED = {
    "in": listed("play film movie sketch novel skit sitcom jest parody satire dream rehearsal fun"),
    "by": listed("mistake accident error"),
    "as": listed("joke prank parody"),
    "for": frozenset({"fun"}),
}
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_NO = frozenset({"never", "no", "not", "n't", "nobody", "nowhere", "mouth", "context"})
_SKIPPED = frozenset({"out", "from", "against", "of", "herself", "himself", "itself", "themselves"})
_NOT_REFUSED = frozenset({"refuse", "decline", "fail", "forget", "avoid", "resist", "stop"})


def why_unspoken(parsed: Parsed, verb: Token) -> str:
    """Why a verb of telling tells of no utterance, in words; empty where it does.

    Args:
        parsed: The article's tokens.
        verb: The verb: *saying*, *repeat*.
    """
    if verb.lemma not in UTTERING:
        return ""
    played = _played(parsed, verb)
    if played is not None:
        return f'"{parsed.head(played).text} {played.text}" only'
    above = _above(parsed, verb)
    if above is None or (above.lemma in _NOT_REFUSED and negated(parsed, above)):
        return ""
    return f'"{above.text}" to "{verb.lemma}" it'


def _played(parsed: Parsed, verb: Token) -> Token | None:
    """Where, or how, something is said that is not meant: *in a play*, *by mistake*, *as a joke*."""
    for token in parsed.sentence_of(verb):
        how = _PLAYED.get(parsed.head(token).lower, frozenset())
        if token.at > verb.at and token.relation == "pobj" and token.lemma in how:
            return token
    return None


def _above(parsed: Parsed, verb: Token) -> Token | None:
    """The verb by which something is only to be said, or not to be said."""
    having = next((b for b in parsed.below(verb) if b.lower == "having"), None)
    if verb.tag == "VBG" or having is not None:
        at = (having or verb).at - 1
        while at > 0 and parsed.tokens[at].lower in _SKIPPED:
            at -= 1
        above = parsed.tokens[max(at, 0)]
        unsaid = above.lemma in NOT_DOING | UNUTTERED | CEASING
        return above if above.part == "VERB" and unsaid else None
    above = parsed.head(verb)
    to = any(b.relation == "aux" and b.lower == "to" for b in parsed.below(verb))
    wanted = above.lemma in TOLD_TO_UTTER and above is not verb
    return above if to and wanted and verb.relation in {"xcomp", "ccomp", "advcl"} else None


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
    return any(token.tag in _FINITE for token in run) and any(
        token.relation in SUBJECTS for token in run if token.head in places
    )


def _told_of(parsed: Parsed, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether something is told of what stands in marks: *is a lie*, *the words ... were invented*."""
    behind = tokens[last + 1 : last + 2]
    if behind and behind[0].tag in _FINITE and behind[0].lower not in UTTERING:
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
