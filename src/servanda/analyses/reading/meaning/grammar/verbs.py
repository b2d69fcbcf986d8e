"""What one does by a verb or a noun of the lexicon, and which deeds others would suffer."""

from __future__ import annotations

from typing import NamedTuple

from servanda.analyses.reading.meaning.grammar.clauses import AUXILIARIES
from servanda.analyses.reading.meaning.lexicon import (
    ARMS,
    DUE,
    HOSTILE,
    NOUN_KINDS,
    OF_ARMS,
    OF_TALKS,
    READY,
    UTTERING,
    VERB_KINDS,
)
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind

_REACHED = frozenset({"reach", "strike", "conclude", "forge"})
_AGREEMENTS = frozenset(
    {
        "agreement",
        "deal",
        "consensus",
        "accord",
        "compromise",
        "understanding",
        "pact",
        "settlement",
    }
)
_CLAIMS = frozenset({"claim", "report", "allegation", "accusation", "suggestion", "assertion"})
_ASKED_FOR = frozenset({"request", "access", "entry", "permission", "visa", "allocation", "asylum"})


class Verb(NamedTuple):
    """A verb as the lexicon has it.

    Attributes:
        key: Its dictionary form, with the particle: ``rule-out``.
        kind: What one does by it; None where it only says that something was said.
    """

    key: str
    kind: StatementKind | None


def verb_of(parsed: Parsed, token: Token) -> Verb:
    """What one does by a verb, with its particle, or by a noun."""
    if token.part in {"NOUN", "PROPN"} and token.lemma in NOUN_KINDS:
        return Verb(token.lemma, NOUN_KINDS[token.lemma])
    phrasal = _with_particle(parsed, token)
    if phrasal is not None:
        return phrasal
    if token.part == "ADJ" and token.lower in READY:
        return Verb(token.lemma, "offers")
    thing = next((below.lemma for below in parsed.below(token) if below.relation == "dobj"), "")
    by_thing = _by_thing(token.lemma, thing)
    if by_thing is not None:
        return Verb(f"{token.lemma}-{thing}", by_thing)
    if token.lemma in DUE and any(
        below.relation in AUXILIARIES and below.lemma == "be" for below in parsed.below(token)
    ):
        return Verb(token.lemma, "plans")
    return Verb(lemma_of(token), VERB_KINDS.get(lemma_of(token)))


def _with_particle(parsed: Parsed, token: Token) -> Verb | None:
    """*rule out*, *call for*."""
    for below in parsed.below(token):
        behind = token.at < below.at <= token.at + 2
        key = f"{token.lemma}-{below.lower}"
        if behind and below.relation in {"prt", "prep", "advmod"} and key in VERB_KINDS:
            return Verb(key, VERB_KINDS[key])
    return None


def _by_thing(verb: str, thing: str) -> StatementKind | None:
    """What one does by a verb with its object: *reach a deal*, *deny access*, *draw a line*."""
    if verb == "draw" and thing == "line":
        return "rejects"
    if verb == "deny" and thing in _ASKED_FOR:
        return "rejects"
    if verb in _REACHED and thing in _AGREEMENTS:
        return "accepts"
    if VERB_KINDS.get(verb) == "rejects" and thing in _CLAIMS:
        return "denies"
    return None


def lemma_of(token: Token) -> str:
    """The dictionary form of a verb, also of one that a headline writes like a name."""
    return (token.part == "PROPN" and third_person(token)) or token.lemma


def third_person(token: Token) -> str:
    """The verb that a word may be the third person of: *Agrees*, *Denies*."""
    if not token.lower.endswith("s") or not token.text[0].isupper():
        return ""
    if token.lower.endswith("ies"):
        return f"{token.lower[:-3]}y"
    for cut in (1, 2):
        if token.lower[:-cut] in OF_TALKS or token.lower[:-cut] in UTTERING:
            return token.lower[:-cut]
    return ""


def hostile(parsed: Parsed, verb: Token) -> bool:
    """Whether a deed is one that others would suffer: *attack*, *use force*."""
    if verb.lemma in HOSTILE:
        return True
    return verb.lemma in OF_ARMS and any(
        parsed.tokens[at].lemma in ARMS
        for below in parsed.below(verb)
        if below.relation in {"dobj", "xcomp", "prt", "prep"}
        for at in parsed.subtree(below)[:5]
    )
