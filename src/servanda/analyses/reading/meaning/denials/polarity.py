"""Which words of what is said are denied in it, or named only to be excluded.

*Promised not to send troops* commits to no troops; *money, not troops* and *everything except troops*
name troops only to say that they are not meant. Two denials, *will not stop sending*, are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from servanda.analyses.reading.meaning.denials.exclusions import excluded
from servanda.analyses.reading.meaning.denials.opposites import opposite
from servanda.analyses.reading.meaning.denials.words import (
    ARRIVING,
    DISPUTING,
    ENDINGS,
    FREE_OF,
    HESITATING,
    LIFTING,
    STAYING_AWAY,
)
from servanda.analyses.reading.meaning.grammar.negation import denied_itself, spared, with_nobody
from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import SUBJECTS, Parsed, Token

Polarity = Literal["plain", "denied", "affirmed", "left_out"]
"""Of a word: nothing denies it; it is denied; a denial of it is denied; it is named to be excluded."""

_REACHED = listed(
    "dobj xcomp ccomp prep pobj pcomp dative attr acomp oprd nsubjpass agent prt advmod npadvmod "
    "acl relcl appos compound amod nmod poss det nummod"
)
"""Relations across which a denial reaches what stands below."""
_AND = frozenset({"and", "or", "nor", "&", ","})
_NO = frozenset({"no", "neither"})
_UNACCEPTABLE = frozenset(
    {"unacceptable", "inadmissible", "unthinkable", "unwelcome", "impossible"}
)


def polarity(parsed: Parsed, tokens: Iterable[Token]) -> dict[int, Polarity]:
    """How each of some words is meant, by its place."""
    words = tuple(tokens)
    places = {token.at for token in words}
    found: dict[int, Polarity] = {}
    waiting = [
        _Meant(token, "plain", "denied" if _fronted(parsed, token) else "plain")
        for token in words
        if token.head == token.at or token.head not in places
    ]
    while waiting:
        one = waiting.pop()
        found[one.token.at] = one.itself
        waiting.extend(
            below
            for below in _below(parsed, one)
            if below.token.at in places and below.token.at not in found
        )
    for at, denied in excluded(parsed, words):
        plainly = denied and found.get(at, "plain") == "plain"
        found[at] = "denied" if plainly else "left_out"
    return found


class _Meant(NamedTuple):
    """A word, how it is meant, and how what stands beside it is, which its own *no* does not reach."""

    token: Token
    beside: Polarity
    itself: Polarity


def _below(parsed: Parsed, one: _Meant) -> Iterator[_Meant]:
    """What stands directly below a word, and how it is meant."""
    token = one.token
    verbal = token.part in {"VERB", "AUX", "ADJ"} and token.lemma not in HESITATING
    denied = _turned(one.itself) if verbal and denied_itself(parsed, token) else one.itself
    turned = _opposite_places(parsed, token) | _ended_places(parsed, token)
    for below in parsed.below(token):
        no = _has_no(parsed, below)
        if below.relation == "conj":
            inner = denied if not no and _shares(parsed, token, below) else one.beside
        elif below.relation in SUBJECTS and (no or below.relation != "nsubjpass"):
            inner = denied if token.lemma in ARRIVING and not no else one.itself
            inner = _turned(inner) if _stays_away(parsed, token) else inner
        else:
            inner = denied if below.relation in _REACHED else one.itself
        inner = _turned(inner) if below.at in turned else inner
        yield _Meant(below, inner, _turned(inner) if no else inner)


def _fronted(parsed: Parsed, token: Token) -> bool:
    """*Troops we will not give*: what is denied stands before the clause that denies it."""
    if token.part not in {"NOUN", "PROPN"}:
        return False
    return any(
        below.relation == "relcl"
        and denied_itself(parsed, below)
        and not any(b.relation == "dobj" or b.tag in {"WDT", "WP"} for b in parsed.below(below))
        for below in parsed.below(token)
    )


def _turned(now: Polarity) -> Polarity:
    return "affirmed" if now == "denied" else "denied"


def _shares(parsed: Parsed, token: Token, below: Token) -> bool:
    """Whether what stands beside something is denied with it: *will not send troops or money*."""
    joined = {b.lower for b in parsed.below(token) if b.relation in {"cc", "punct"}}
    if "but" in joined or not joined & _AND:
        return False
    own = any(b.relation in {*SUBJECTS, "aux"} and b.lower != "to" for b in parsed.below(below))
    return not own


def _opposite_places(parsed: Parsed, token: Token) -> frozenset[int]:
    """The places directly below a verb at which stands what it says the opposite of."""
    turned = opposite(parsed, token)
    if turned is None or turned.denied:
        return frozenset()
    found = set()
    doers = turned.harmful and any(deed.relation == "pcomp" for deed in turned.deeds)
    for deed in turned.deeds:
        if doers and deed.relation == "dobj":
            continue
        while (
            deed is not token and parsed.head(deed) is not token and parsed.head(deed) is not deed
        ):
            deed = parsed.head(deed)
        found.add(deed.at)
    if turned.open and not doers:
        found.update(b.at for b in parsed.below(token) if b.relation in {"dobj", "nsubjpass"})
    return frozenset(found)


def _ended_places(parsed: Parsed, token: Token) -> frozenset[int]:
    """The places below a word at which stands what it says is not: *an end to*, *free of*, *deny that*."""
    if token.part in {"VERB", "AUX"} and token.lemma in DISPUTING:
        return frozenset(b.at for b in parsed.below(token) if b.relation in {"ccomp", "xcomp"})
    free = token.part == "ADJ" and token.lemma in FREE_OF
    if not free and (token.part != "NOUN" or token.lemma not in ENDINGS):
        return frozenset()
    if parsed.head(token).lemma in LIFTING and token.relation in {"dobj", "nsubjpass"}:
        return frozenset()
    return frozenset(
        below.at
        for below in parsed.below(token)
        if below.relation == "prep" and below.lower in {"to", "of", "from", "on", "for", "against"}
    )


def _stays_away(parsed: Parsed, verb: Token) -> bool:
    """*Troops will stay out*, *troops are out of the question*."""
    if verb.lemma == "be":
        return any(
            below.lower in _UNACCEPTABLE
            or (below.lower == "out" and "question" in _words(parsed, below))
            for below in parsed.below(verb)
        )
    if any(below.relation == "dobj" for below in parsed.below(verb)):
        return False
    return any(
        f"{verb.lemma}-{below.lower}" in STAYING_AWAY
        for below in parsed.below(verb)
        if below.relation in {"prt", "advmod", "acomp", "oprd"}
    )


def _words(parsed: Parsed, token: Token) -> frozenset[str]:
    return frozenset(parsed.tokens[at].lower for at in parsed.subtree(token))


def _has_no(parsed: Parsed, token: Token) -> bool:
    """Whether a noun has its own *no*: *money but no troops*."""
    if token.part not in {"NOUN", "PROPN", "PRON", "ADJ"} or spared(parsed, token):
        return False
    if token.lemma in {"doubt", "question"}:
        return False
    if not any(
        below.lower in _NO
        and below.relation in {"det", "preconj", "cc", "cc:preconj"}
        and parsed.tokens[below.at + 1].lower not in {"more", "less", "fewer"}
        for below in parsed.below(token)
    ):
        return False
    after = parsed.tokens[token.at + 1 : token.at + 2]
    less = bool(after) and after[0].lower in {"less", "short", "else", "other", "except"}
    return not less and not with_nobody(parsed, token)
