"""Why a saying of an article is heard from nobody: supposed, wished, forged, denied, left open."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.meaning.doubts.doubts import why_doubted, why_told_falsely
from servanda.analyses.reading.meaning.doubts.passed_over import why_passed_over
from servanda.analyses.reading.meaning.doubts.supposed import why_open
from servanda.analyses.reading.meaning.doubts.unmade import why_unmade
from servanda.analyses.reading.meaning.doubts.unspoken import why_not_meant, why_unspoken
from servanda.analyses.reading.meaning.doubts.words import FALSELY, THOUGHTS, UNREAL
from servanda.analyses.reading.meaning.grammar.clauses import inside
from servanda.analyses.reading.meaning.grammar.negation import negated, noun_negated
from servanda.analyses.reading.meaning.grammar.verbs import lemma_of, verb_of
from servanda.analyses.reading.meaning.lexicon import HUMAN, OPINION, UTTERING
from servanda.analyses.reading.proposal import Speaker
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind

WISHES: frozenset[StatementKind] = frozenset(
    {
        "demands",
        "urges",
        "offers",
        "plans",
        "threatens",
        "rejects",
        "conditions",
        "commits",
        "accepts",
    }
)
"""Kinds that do not tell whether what they are about is so (W2)."""


_BELIEVING = frozenset({"assume", "suspect", "imagine", "suppose", "reckon", "guess"})
_NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE"})


def why_not(
    parsed: Parsed,
    sayings: Sequence[Attribution],
    speakers: Sequence[Speaker],
    at: int,
    media: dict[int, str],
    *,
    tells: bool,
) -> str | None:
    """Why a saying is not heard; empty where that needs no telling; None where it is heard."""
    one = sayings[at]
    passed = "" if at in media else why_passed_over(parsed, one)
    if at in media or passed:
        return passed
    if not (tells or _says_anything(parsed, one)):
        return ""
    if not (known_speaker(speakers[at]) or _somebody(parsed, one) or _of_nobody(parsed, one)):
        return ""
    teller = None if one.within in media or one.within is None else sayings[one.within]
    return (
        why_not_meant(parsed, one)
        or _why_not_so(parsed, one, teller)
        or _why_tellers(parsed, sayings, speakers, at)
    )


def _why_tellers(
    parsed: Parsed, sayings: Sequence[Attribution], speakers: Sequence[Speaker], at: int
) -> str | None:
    """Why one of those who tell of a saying does not tell it as so: a forged letter, false reports."""
    within = sayings[at].within
    while within is not None:
        teller = sayings[within]
        verb = parsed.tokens[teller.verb]
        outer = None if teller.within is None else sayings[teller.within]
        around = None if outer is None else frozenset(t.at for t in inside(parsed, outer.content))
        why = why_told_falsely(parsed, verb)
        if verb.part in {"NOUN", "PROPN"}:
            why = why or why_doubted(parsed, verb, around) or _mere(verb)
        generic = not known_speaker(speakers[within])
        if generic and verb.lemma in OPINION | _BELIEVING:
            why = why or f'"{verb.text}" only'
        unheard = not (known_speaker(speakers[within]) or _somebody(parsed, teller))
        if unheard and verb_of(parsed, verb).kind in {"denies", "retracts"}:
            why = why or f'"{verb.text}": it is denied'
        if why:
            return why
        within = teller.within
    return None


def _why_not_so(parsed: Parsed, one: Attribution, teller: Attribution | None) -> str | None:
    """Why it is not told that somebody said so; None where it is."""
    verb = parsed.tokens[one.verb]
    within = None
    if teller is not None:
        within = frozenset(token.at for token in inside(parsed, teller.content))
        outer = verb_of(parsed, parsed.tokens[teller.verb])
        if is_negated(parsed, teller):
            return f'not "{outer.key}"'
        if outer.kind in WISHES and _below(verb, within):
            return f'below "{outer.key}" only'
        unreal = _unreal(parsed, parsed.tokens[teller.verb])
        if unreal is not None:
            return f'"{unreal.text}" only'
    elif verb.lemma == "concession":
        return "nobody tells of these concessions"
    unspoken = why_unspoken(parsed, verb)
    if unspoken:
        return unspoken
    if one.frame in {"quotation", "source", "colon"} and teller is None:
        return None
    doubt = why_doubted(parsed, verb, within)
    if verb.part == "NOUN" and verb_of(parsed, verb).kind in COMMITTING:
        doubt = doubt or why_unmade(parsed, verb)
    if doubt or _of_nobody(parsed, one) or verb.part in {"NOUN", "PROPN"}:
        return doubt or None
    return why_open(parsed, verb, within) or None


def _unreal(parsed: Parsed, teller: Token) -> Token | None:
    """A word by which who tells of something only supposes it, wishes it, or tells it falsely."""
    if teller.lemma in UNREAL:
        return teller
    return next((below for below in parsed.below(teller) if below.lower in FALSELY), None)


def _below(verb: Token, within: frozenset[int]) -> bool:
    """Whether a verb is the main one of what is wished, or hangs on it as its infinitive."""
    return verb.part in {"VERB", "AUX"} and verb.at in within and verb.relation != "relcl"


def _says_anything(parsed: Parsed, one: Attribution) -> bool:
    """Whether a cue tells of a saying or a stance, and not only of a thought or a topic."""
    verb = parsed.tokens[one.verb]
    if verb.lemma in {"quote", "cite"} and not any(
        token.part in {"VERB", "AUX"} for token in inside(parsed, one.content)
    ):
        return False
    if one.manner != "paraphrased" or one.frame in {"source", "colon", "quotation"}:
        return True
    found = verb_of(parsed, verb)
    if found.kind is not None or _of_nobody(parsed, one) or verb.lemma in {"warn", "ready"}:
        return True
    if verb.part == "ADJ" or found.key in UTTERING:
        return True
    if verb.lemma in OPINION:
        return one.frame in {"clause", "infinitive"}
    return lemma_of(verb) in UTTERING


def _of_nobody(parsed: Parsed, one: Attribution) -> bool:
    verb = parsed.tokens[one.verb]
    return verb.lemma in {"possibility", "chance", "prospect", "likelihood"} or (
        verb.lemma == "be" and not one.source
    )


def _somebody(parsed: Parsed, one: Attribution) -> bool:
    """Whether a source that nobody is known by is yet somebody: who utters, or *the rebels*."""
    if not one.source:
        return False
    verb = parsed.tokens[one.verb]
    if one.frame in {"clause", "quotation", "colon"} and (
        lemma_of(verb) in UTTERING or one.manner == "quoted"
    ):
        return True
    if one.speaker is None:
        return False
    main = parsed.tokens[one.speaker]
    return main.lemma in HUMAN or (main.entity in _NAMED and main.part == "PROPN")


def known_speaker(speaker: Speaker) -> bool:
    """Whether anything is known of a speaker: party, person, or that it is not named."""
    return bool(speaker.parties.value or speaker.person.value or speaker.unnamed)


def _mere(noun: Token) -> str:
    """Why what a noun tells is only thought or rumoured; empty where it is told."""
    return f'a "{noun.text}" only' if noun.lemma in THOUGHTS else ""


def why_quoted(sayings: Sequence[Attribution], depth: Sequence[int], at: int) -> str | None:
    """Why what stands in a quotation within another is nobody's, where nobody is told to say it."""
    one = sayings[at]
    if one.within is None or depth[one.verb] <= depth[sayings[one.within].verb] + 1:
        return None
    return "in a quotation of which nobody is told to have said it"


def is_negated(parsed: Parsed, one: Attribution) -> bool:
    """Whether a saying is said not to have been said or done."""
    verb = parsed.tokens[one.verb]
    if verb.part in {"NOUN", "PROPN"}:
        return noun_negated(parsed, verb)
    return negated(parsed, verb)
