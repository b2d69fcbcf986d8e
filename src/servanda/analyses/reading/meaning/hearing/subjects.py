"""Whether a clause speaks of its speaker's own party, or of another."""

from __future__ import annotations

import re

from servanda.analyses.reading.meaning.finding.stances import phrase
from servanda.analyses.reading.meaning.hearing.cast import Cast
from servanda.analyses.reading.meaning.kinds.kinds import Whose
from servanda.analyses.reading.meaning.lexicon import HUMAN, OPPOSITE, OURSELVES, listed
from servanda.analyses.reading.proposal import Speaker
from servanda.analyses.reading.tokens import Parsed, Token

_APART = re.compile(r",|\s[\u2013\u2014-]\s")
"""Where what stands beside a name begins."""

_OURS = frozenset({"we", "i", "us", "our", "my", "ours"})
_FORMER = frozenset({"former", "previous", "prior", "outgoing", "last", "earlier", "preceding"})
_BEFORE_AND_AFTER = listed("predecessor successor forerunner forefather ancestor")
_OF_SPEAKER = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})


def whose(parsed: Parsed, token: Token, speaker: Speaker, cast: Cast, *, spoken: bool) -> Whose:
    """Of whom the main word of a subject is, seen from who speaks.

    Args:
        parsed: The article's tokens.
        token: The main word of the subject.
        speaker: Who speaks.
        cast: Who is meant by some words.
        spoken: Whether the words are the speaker's own: *it* is then somebody else.
    """
    if token.lower in _OURS:
        return "own"
    if token.lower in _OF_SPEAKER:
        if spoken or not _can_be(token, speaker) or _another_before(parsed, token, speaker, cast):
            return "nobody"
        return "own"
    owned = _by_owner(parsed, token, spoken=spoken)
    if owned is not None:
        return owned
    words = parsed.text[_start(parsed, token) : _end(parsed, token)].rsplit(":", 1)[-1]
    parties = parties_of(_APART.split(words)[0], cast) or parties_of(words, cast)
    if token.part == "PROPN" and not set(parties) & set(speaker.parties.value):
        parties = parties_of(token.text, cast) or parties
    if not parties and token.part == "NOUN":
        parties = _of_possessor(parsed, token, cast)
    if not parties:
        return "nobody"
    return "own" if set(parties) & set(speaker.parties.value) else "other"


def _by_owner(parsed: Parsed, token: Token, *, spoken: bool) -> Whose | None:
    """Of whom a noun is by what stands before it: *our*, *its*; a former government is another."""
    if former(parsed, token):
        return "other"
    for below in parsed.below(token):
        if below.relation == "poss" and below.lower in _OURS:
            return "other" if token.lemma in OPPOSITE else "own"
        if below.relation == "poss" and below.lower in _OF_SPEAKER and not spoken:
            return "own" if token.lemma in OURSELVES else "nobody"
    return None


def former(parsed: Parsed, token: Token) -> bool:
    """Whether somebody was in office before who speaks, or comes after: *my predecessor*."""
    if token.lemma in _BEFORE_AND_AFTER:
        return True
    return token.lemma in OURSELVES | HUMAN and any(
        below.relation == "amod" and below.lower in _FORMER for below in parsed.below(token)
    )


def parties_of(words: str, cast: Cast) -> tuple[str, ...]:
    """For whom some words speak."""
    return cast.meant(words).parties


def _of_possessor(parsed: Parsed, token: Token, cast: Cast) -> tuple[str, ...]:
    for below in parsed.below(token):
        if below.relation in {"poss", "amod", "compound", "nmod"}:
            places = phrase(parsed, below)
            words = parsed.text[parsed.tokens[places[0]].start : parsed.tokens[places[-1]].end]
            parties = parties_of(words, cast)
            if parties:
                return parties
    return ()


def _another_before(parsed: Parsed, token: Token, speaker: Speaker, cast: Cast) -> bool:
    """Whether another subject stands between who speaks and a pronoun, which may be meant by it."""
    clause = parsed.head(token)
    if clause.relation != "conj":
        return False
    first = parsed.head(clause)
    for below in parsed.below(first):
        if below.relation in {"nsubj", "nsubjpass"}:
            words = parsed.text[_start(parsed, below) : _end(parsed, below)]
            return not set(parties_of(words, cast)) & set(speaker.parties.value) and (
                below.lower not in _OF_SPEAKER | _OURS
            )
    return False


def _can_be(token: Token, speaker: Speaker) -> bool:
    """Whether a pronoun can stand for who speaks: *he* for no country, *it* for no person."""
    if token.lower in {"he", "she", "his", "her"}:
        return bool(speaker.person.value) or speaker.unnamed
    return not speaker.person.value


def _start(parsed: Parsed, token: Token) -> int:
    return parsed.tokens[phrase(parsed, token)[0]].start


def _end(parsed: Parsed, token: Token) -> int:
    return parsed.tokens[phrase(parsed, token)[-1]].end
