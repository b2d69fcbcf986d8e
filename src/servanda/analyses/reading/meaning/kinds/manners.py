"""In whose words something is, and whether an utterance is told of at all."""

from __future__ import annotations

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.grammar.verbs import lemma_of
from servanda.analyses.reading.meaning.lexicon import PERFORMED, SPOKEN, UTTERING
from servanda.analyses.reading.proposal import Guess, Manner, Speaker
from servanda.analyses.reading.tokens import Parsed, Token

_LONG = frozenset({"long", "always", "repeatedly", "consistently", "often", "traditionally"})
_SEVERAL = 2
"""From so many parties on nobody can be told to have uttered something together."""


def manner_of(
    parsed: Parsed, saying: Attribution, speaker: Speaker, *, told_of: bool
) -> Guess[Manner]:
    """In whose words a saying is; a stance without an utterance is summed up.

    Args:
        parsed: The article's tokens.
        saying: The saying.
        speaker: Who says it.
        told_of: Whether somebody else tells of it, so that the words are not its own.
    """
    verb = parsed.tokens[saying.verb]
    if told_of:
        return Guess("paraphrased", "sure", "it is told by somebody else")
    uttered = _uttered(parsed, saying, verb, speaker)
    if saying.manner == "quoted" and uttered:
        return Guess("quoted", "sure", "all of it stands in quotation marks")
    if saying.manner == "mixed" and uttered:
        return Guess("mixed", "sure", "part of it stands in quotation marks")
    if uttered and _in_marks(parsed, saying):
        return Guess("mixed", "likely", "some words stand in quotation marks")
    if uttered:
        return Guess("paraphrased", "sure", f'"{uttered}" tells of an utterance')
    return Guess("summed_up", "likely", f'"{verb.text}" tells of a stance, and of no utterance')


def _uttered(parsed: Parsed, saying: Attribution, verb: Token, speaker: Speaker) -> str:
    """The word that tells of an utterance; empty where none does."""
    if saying.frame in {"source", "colon", "quotation"}:
        return verb.text
    if lemma_of(verb) in UTTERING and not _time_and_again(parsed, verb):
        return verb.text
    spoken = _spoken(parsed, verb)
    if spoken:
        return spoken
    head = parsed.head(verb)
    if verb.relation in {"xcomp", "dobj"} and head.lemma in UTTERING:
        return head.text
    if verb.lemma in PERFORMED and verb.part == "VERB":
        perfect = any(
            below.lemma == "have" and below.relation == "aux" for below in parsed.below(verb)
        )
        if len(speaker.parties.value) < _SEVERAL and not perfect:
            return verb.text
    return ""


def _time_and_again(parsed: Parsed, verb: Token) -> bool:
    """*Has long insisted*: what somebody says at all times, and on no occasion."""
    below = tuple(parsed.below(verb))
    perfect = any(one.lemma == "have" and one.relation == "aux" for one in below)
    return perfect and any(one.lower in _LONG for one in below)


def _spoken(parsed: Parsed, verb: Token) -> str:
    """A word at a verb that tells of an utterance: *in a speech*, *reporters*; empty for none."""
    for below in parsed.below(verb):
        if below.relation in {"prep", "agent"}:
            for at in parsed.subtree(below)[:8]:
                if parsed.tokens[at].lemma in SPOKEN:
                    return parsed.tokens[at].text
        if below.relation in {"dobj", "dative"} and below.lemma in SPOKEN:
            return below.text
    return ""


def _in_marks(parsed: Parsed, saying: Attribution) -> bool:
    """Whether double quotation marks stand around some words of what is said."""
    return any(
        sum(parsed.text.count(mark, *stretch) for mark in '"“”') > 1 for stretch in saying.content
    )
