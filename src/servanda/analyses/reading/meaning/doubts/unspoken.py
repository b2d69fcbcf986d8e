"""Why a verb of telling tells of no utterance, or of one that is not meant.

*Practised saying*, *was asked to repeat*; *would have said*, *said in jest*, *was misquoted as saying*.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.denials.words import CEASING
from servanda.analyses.reading.meaning.doubts.words import (
    FALSE,
    FALSELY,
    MADE_UP,
    NOT_DOING,
    PLAYS,
    TOLD_TO_UTTER,
    UNUTTERED,
)
from servanda.analyses.reading.meaning.grammar.clauses import clause_of
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import UTTERING, listed
from servanda.analyses.reading.tokens import Parsed, Token

_PLAYED = {
    "in": PLAYS,
    "by": listed("mistake accident error"),
    "as": listed("joke prank parody"),
    "for": frozenset({"fun"}),
}
_SKIPPED = frozenset({"out", "from", "against", "of", "herself", "himself", "itself", "themselves"})
_NOT_REFUSED = frozenset({"refuse", "decline", "fail", "forget", "avoid", "resist", "stop"})
_IN_JEST = frozenset(
    {"jest", "joke", "irony", "satire", "sarcasm", "fun", "mockery", "parody", "spoof", "satirical"}
)
_LATER = frozenset({"later", "then", "subsequently", "eventually", "often"})


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
    for preposition in parsed.below(verb):
        if preposition.lower == "in" and preposition.relation == "prep":
            for thing in parsed.below(preposition):
                if _of_a_play(parsed, thing) or _made_up(parsed, thing):
                    return thing
    return None


def _of_a_play(parsed: Parsed, thing: Token) -> bool:
    """*The play*, *the last scene of the play*, *a dream sequence*."""
    words = [thing, *(one for one in parsed.below(thing) if one.relation == "compound")]
    for of in parsed.below(thing):
        if of.lower in {"of", "from"}:
            words.extend(one for one in parsed.below(of) if one.relation == "pobj")
    return any(one.lemma in PLAYS for one in words)


def _made_up(parsed: Parsed, thing: Token) -> bool:
    """*An AI-generated clip*, *a deepfake*, *a doctored recording*."""
    before = [one for one in parsed.below(thing) if one.at < thing.at]
    return any(one.lower in MADE_UP for one in (*before, thing))


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


def why_not_meant(parsed: Parsed, one: Attribution) -> str:
    """Why a quotation is nobody's word, though a verb of saying stands at it; empty where it is."""
    verb = parsed.tokens[one.verb]
    if one.manner != "quoted" or verb.part != "VERB":
        return ""
    below = tuple(parsed.below(verb))
    modal = next(iter(clause_of(parsed, verb).modals), "")
    if modal and not any(word.lower in _LATER for word in below):
        return f'"{modal}" only'
    for word in below:
        if word.lower in FALSELY:
            return f'"{word.text}"'
        if word.relation == "prep" and word.at > verb.at:
            unreal = next(_unreal(parsed, word), None)
            if unreal is not None:
                return f'"{unreal.text}"'
    return _misquoted(parsed, verb) or _not_what(parsed, verb) or _remembered(parsed, verb)


def _unreal(parsed: Parsed, preposition: Token) -> Iterator[Token]:
    """*In jest*, *in a satirical video*, *in a deepfake*."""
    for thing in parsed.below(preposition):
        for word in (thing, *parsed.below(thing)):
            if word.lemma in _IN_JEST or word.lower in _IN_JEST | FALSE:
                yield word


def _misquoted(parsed: Parsed, verb: Token) -> str:
    """*Was misquoted as saying*."""
    above = parsed.head(parsed.head(verb))
    return f'"{above.text}"' if verb.relation == "pcomp" and above.lemma == "misquote" else ""


def _remembered(parsed: Parsed, verb: Token) -> str:
    """*Recalls telling them "..."*: what was said at another time."""
    above = parsed.head(verb) if verb.tag == "VBG" else verb
    telling = verb.tag == "VBG" or any(b.tag == "VBG" for b in parsed.below(verb))
    remembers = telling and above.lemma in {"recall", "remember", "recount"}
    return f'"{above.text}" to have said it' if remembers else ""


def _not_what(parsed: Parsed, verb: Token) -> str:
    """*Was not what she said*."""
    above = parsed.head(verb)
    what = any(word.tag == "WP" for word in parsed.below(verb))
    return 'not "what" was said' if what and negated(parsed, above) else ""
