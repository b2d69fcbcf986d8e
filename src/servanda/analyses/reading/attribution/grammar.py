"""What a verb has beside it: subjects, complements, and how far each reaches."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attribution.places import Run
from servanda.analyses.reading.tokens import SUBJECTS, Parsed, Token

AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "obj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
VERBAL = frozenset({"VERB", "AUX"})
_INFINITE = frozenset({"VBG", "VBN", "VB"})
_HIGHEST = 6
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})


def reach(parsed: Parsed, at: int) -> Run:
    """A token and all that depends on it, with what stands between."""
    return Run(parsed.first[at], parsed.last[at] + 1)


def child(parsed: Parsed, at: int, relations: frozenset[str]) -> Token | None:
    """The first token that depends on another in one of some ways."""
    for below in parsed.children[at]:
        token = parsed.tokens[below]
        if token.relation in relations:
            return token
    return None


def passive(parsed: Parsed, at: int) -> bool:
    """Whether a verb is in the passive; so is a participle by itself: *asked whether*."""
    verb = parsed.tokens[at]
    below = {parsed.tokens[c].relation for c in parsed.children[at]}
    if below & {"auxpass", "nsubjpass"}:
        return True
    return verb.tag == "VBN" and verb.relation in {"advcl", "acl"} and "aux" not in below


def agent(parsed: Parsed, at: int) -> Token | None:
    """Who does what a verb in the passive says: *by* somebody."""
    for below in parsed.children[at]:
        token = parsed.tokens[below]
        if token.relation == "agent" or (token.lower == "by" and token.relation == "prep"):
            return child(parsed, below, frozenset({"pobj"}))
    return None


def subject(parsed: Parsed, at: int) -> Token | None:
    """Who does what a verb says, where that stands beside it, above it, or as a possessor.

    *Moscow agreed and said ...*, *Moscow, saying ...*, *Moscow's refusal to say ...*. A relative
    pronoun stands for itself; :func:`meant` tells for whom.
    """
    verb = parsed.tokens[at]
    for _ in range(_HIGHEST):
        found = _own_subject(parsed, verb) or _above(parsed, verb)
        if found is not None:
            return found
        if verb.relation == "ccomp" and verb.tag not in _INFINITE:
            return None
        head, owner = _next_verb(parsed, verb)
        if owner is not None or head.at == verb.at:
            return owner
        verb = head
    return None


def _above(parsed: Parsed, verb: Token) -> Token | None:
    """The noun that a verb tells something of, or the object that is moved to do it."""
    head = parsed.head(verb)
    if head.part in NOMINAL and verb.relation in {"relcl", "acl"}:
        is_aim = verb.relation == "acl" and verb.tag == "VB"
        return possessor(parsed, head.at) if is_aim else head
    if verb.relation == "xcomp" and verb.tag == "VB":
        moved = child(parsed, head.at, frozenset({"dobj"}))
        if moved is not None and moved.at < verb.at:
            return moved
    return None


def _next_verb(parsed: Parsed, verb: Token) -> tuple[Token, Token | None]:
    """The verb above a verb, or on the way to it somebody whose thing it is."""
    head = parsed.head(verb)
    if verb.relation == "pcomp" and head.lower == "as":
        called = frozenset({"nsubjpass"} if passive(parsed, head.head) else {"dobj"})
        whom = child(parsed, head.head, called)
        if whom is not None:
            return head, whom
    while head.part not in VERBAL and head.head != head.at:
        if head.part in NOMINAL:
            owner = possessor(parsed, head.at)
            if owner is not None and owner.at != verb.at:
                return head, owner
        head = parsed.head(head)
    return head, None


def possessor(parsed: Parsed, at: int) -> Token | None:
    """Whose a thing is: *Russia's stance*, *a pledge by Russia*, *a pledge from Russia*."""
    for below in parsed.children[at]:
        token = parsed.tokens[below]
        if token.relation == "poss":
            return token
        if token.lower in {"by", "from"} and token.relation in {"prep", "agent"}:
            return child(parsed, below, frozenset({"pobj"}))
    return None


def meant(parsed: Parsed, speaker: Token) -> Token:
    """What a relative pronoun stands for; any other word stands for itself."""
    if speaker.lower not in _RELATIVE:
        return speaker
    verb = parsed.head(speaker)
    while verb.relation == "conj" and verb.head != verb.at:
        verb = parsed.head(verb)
    return parsed.head(verb) if verb.relation == "relcl" else speaker


def _own_subject(parsed: Parsed, verb: Token) -> Token | None:
    if passive(parsed, verb.at):
        return agent(parsed, verb.at) or child(parsed, verb.at, SUBJECTS)
    return child(parsed, verb.at, SUBJECTS)


def complements(parsed: Parsed, at: int, relation: str) -> Iterator[Token]:
    """What depends on a token in one way, in order."""
    for below in parsed.children[at]:
        if parsed.tokens[below].relation == relation:
            yield parsed.tokens[below]
