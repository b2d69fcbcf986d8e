"""Whether a verb says the opposite of the deed that it names: *stop sending*, *keep troops out*.

The verbs are those of Levin 1993, classes 55.3 (*cease*), 67 (*forbid*) and 52 (*avoid*), with those
of diplomacy beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from servanda.analyses.reading.meaning.denials.words import (
    ACQUIRING,
    BLOCKING,
    CEASING,
    DELIVERING,
    GIVING,
    HARMS,
    HINDRANCES,
    PRACTICES,
    YIELDING,
)
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.grammar.verbs import hostile
from servanda.analyses.reading.meaning.lexicon import ARMS, HOSTILE
from servanda.analyses.reading.tokens import Parsed, Token

_BEHIND = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "dobj", "intj", "det", "attr"})
_OF = frozenset({"from", "of", "with", "without", "against", "to", "about"})
_DEEDS = frozenset({"xcomp", "ccomp", "pcomp"})
_ENSURING = frozenset({"ensure", "guarantee", "see"})
_SURE = frozenset({"sure", "certain"})
_ENDS = frozenset({"end", "stop", "halt"})
_HARMFUL = HARMS | HOSTILE


class Opposite(NamedTuple):
    """A deed that a verb says is not done.

    Attributes:
        verb: The verb: *stop*, *keep* (out), *make* (sure that no).
        deeds: What is not done, or kept away.
        harmful: Whether that is one that others would suffer from.
        open: Whether its denial says nothing of the deed: who does not block need not help.
        yields: Whether its denial says that something is taken.
        denied: Whether the deed has a denial of its own: *make sure that no troops are sent*.
    """

    verb: Token
    deeds: tuple[Token, ...]
    harmful: bool
    open: bool
    yields: bool
    denied: bool = False


def opposite(parsed: Parsed, verb: Token) -> Opposite | None:
    """The deed of which a verb says the opposite; None where it says none."""
    if verb.part not in {"VERB", "AUX"}:
        return None
    ensured = _ensured(parsed, verb)
    if ensured is not None:
        found = _found(parsed, verb, (ensured,), blocks=False)
        service = found.harmful or ensured.lemma not in DELIVERING
        return found._replace(harmful=service, denied=True)
    keys = (verb.lemma, *_with_words(parsed, verb))
    ends = _puts_an_end(parsed, verb)
    ceases = ends or any(key in CEASING for key in keys)
    blocks = any(key in BLOCKING for key in keys) or _against(parsed, verb)
    if not (ceases or blocks):
        return None
    deeds = tuple(_deeds(parsed, verb))
    if not deeds or any(b.lower == "at" for b in parsed.below(verb)):
        return None
    if ceases and not (blocks and _kept_from(parsed, verb)):
        deeds = tuple(deed for deed in deeds if _can_cease(parsed, deed, of_it=not ends))
        blocks = False
    if not deeds:
        return None
    found = _found(parsed, verb, deeds, blocks=blocks)
    return found._replace(yields=any(key in YIELDING for key in keys))


def _found(parsed: Parsed, verb: Token, deeds: tuple[Token, ...], *, blocks: bool) -> Opposite:
    return Opposite(verb, deeds, any(harmful(parsed, deed) for deed in deeds), blocks, yields=False)


def harmful(parsed: Parsed, deed: Token) -> bool:
    """Whether a deed is one that others suffer from: *attacking*, *the blockade*, *arms for rebels*."""
    if deed.lemma in _HARMFUL or deed.lower in _HARMFUL or hostile(parsed, deed):
        return True
    arms = deed.lemma in ACQUIRING
    for below in parsed.below(deed):
        if arms and below.relation == "dobj" and below.lemma in ARMS:
            return True
        if below.relation in {"compound", "amod", "nmod", "dobj", "nsubj", "nsubjpass"} and (
            below.lemma in _HARMFUL
        ):
            return True
        of_it = below.relation == "prep" and below.lower in {"of", "for", "to"}
        if of_it and any(deep.lemma in _HARMFUL for deep in parsed.below(below)):
            return True
        if below.relation in _DEEDS and harmful(parsed, below):
            return True
    return False


def _with_words(parsed: Parsed, verb: Token) -> Iterator[str]:
    """A verb with each word behind it that may be its particle: *keep-out*, *vote-against*."""
    for below in parsed.below(verb):
        if below.at > verb.at and below.relation in _BEHIND:
            yield f"{verb.lemma}-{below.lower}"


def _puts_an_end(parsed: Parsed, verb: Token) -> bool:
    """*put an end to*, *call a halt to*."""
    return verb.lemma in {"put", "call", "bring"} and any(
        (below.relation == "dobj" and below.lower in _ENDS)
        or (below.relation == "prep" and any(b.lower in _ENDS for b in parsed.below(below)))
        for below in parsed.below(verb)
    )


def _against(parsed: Parsed, verb: Token) -> bool:
    """*vote against*, *speak out against*: what somebody works against by whatever it does."""
    below = tuple(parsed.below(verb))
    return any(b.relation == "prep" and b.lower == "against" for b in below) and not any(
        b.relation in {"dobj", "ccomp", "xcomp"} for b in below
    )


def _deeds(parsed: Parsed, verb: Token) -> Iterator[Token]:
    """What stands below a verb as that which is stopped or kept away."""
    for below in parsed.below(verb):
        if below.at < verb.at:
            continue
        if below.relation in _DEEDS:
            yield below
        elif below.relation in {"dobj", "dative"} and below.lower not in _ENDS | {"no"}:
            yield from _behind_practice(parsed, below)
        elif below.relation in {"prep", "advmod", "acomp", "oprd", "prt"}:
            yield from _behind_preposition(parsed, below)


def _behind_preposition(parsed: Parsed, preposition: Token) -> Iterator[Token]:
    for below in parsed.below(preposition):
        if below.relation in {"pobj", "pcomp"} and preposition.lower in _OF:
            yield from _behind_practice(parsed, below)
        elif below.relation == "prep" and below.lower in _OF:
            yield from _behind_preposition(parsed, below)


def _behind_practice(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """What a noun is about that only names that something is done: *the practice of sending*."""
    if noun.lemma in PRACTICES:
        inner = [below for below in parsed.below(noun) if below.relation in {"acl", "relcl"}]
        inner = inner or [
            deep
            for below in parsed.below(noun)
            if below.relation == "prep" and below.lower in _OF
            for deep in parsed.below(below)
            if deep.relation in {"pobj", "pcomp"}
        ]
        if inner:
            yield from inner
            return
    yield noun


def _can_cease(parsed: Parsed, deed: Token, *, of_it: bool) -> bool:
    """Whether what stops is a deed, and no hindrance: *ends its opposition* is none.

    Args:
        parsed: The article's tokens.
        deed: What stops.
        of_it: Whether whatever stands behind a preposition is one: *refrain from*, *stop short of*.
    """
    if deed.tag in {"VBG", "VB"} or (of_it and deed.relation == "pobj"):
        return True
    named = deed.lemma in GIVING or deed.lower in GIVING or _of_thing(parsed, deed)
    return named or (harmful(parsed, deed) and deed.lemma not in HINDRANCES)


def _of_thing(parsed: Parsed, noun: Token) -> bool:
    """*Troop deliveries*, *the dispatch of troops*: a noun for a deed with what it is done with."""
    return any(
        below.lemma in GIVING or below.lower in GIVING
        for below in parsed.below(noun)
        if below.relation in {"compound", "amod", "conj"}
    )


def _kept_from(parsed: Parsed, verb: Token) -> bool:
    """*stop troops from coming*: whose deed it is that is stopped is named."""
    return any(
        below.relation == "prep" and below.lower == "from" and any(parsed.below(below))
        for below in parsed.below(verb)
    ) and any(below.relation == "dobj" for below in parsed.below(verb))


def _ensured(parsed: Parsed, verb: Token) -> Token | None:
    """What is made sure not to be: *make sure that no troops are sent*, *see to it that*."""
    holders = [verb] if verb.lemma in _ENSURING else []
    if verb.lemma in {"make", "be"}:
        holders.extend(
            below
            for below in parsed.below(verb)
            if below.lower in _SURE and below.relation in {"acomp", "ccomp", "oprd", "xcomp"}
        )
    if verb.lemma == "take":
        holders.extend(verb for below in parsed.below(verb) if below.lower == "care")
    for holder in holders:
        for at in parsed.subtree(holder):
            clause = parsed.tokens[at]
            if clause.relation in {"ccomp", "advcl", "acl", "relcl"} and at > verb.at:
                if negated(parsed, clause):
                    return clause
                break
    return None
