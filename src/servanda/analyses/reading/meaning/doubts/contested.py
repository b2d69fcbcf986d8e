"""Whether something that is told is denied at once: *a claim Moscow denies*, *That is untrue*.

Who denies it need not be who is said to have done it; that it is contested is enough to be unsure.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.meaning.doubts.words import CLAIMS, FALSE
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import Parsed, Token

BELIEVE = "believe"
"""What who tells of something does not do where it vouches for nothing: *I do not believe it*."""
_DENYING = listed("deny dispute refute contradict debunk disavow contest rebut disprove belie")
_REFUSING = _DENYING | listed("retract withdraw reject dismiss brush wave shrug play scoff")
_THIS = frozenset({"this", "that", "it", "which", "so"})
_NAMING = frozenset({"call", "brand", "label", "describe", "dismiss", "denounce"})
_USING = listed("say utter speak use write tell pronounce")
_WORDS = listed("word phrase sentence thing statement remark comment")
_WITHDRAWING = listed("withdraw retract recant disavow unsay rescind")
_CLAIMING = listed("claim allege say write think want hope wish pretend believe imagine suggest")
_US = frozenset({"we", "i"})
_THESE = frozenset({"these", "those", "such", "the"})
_LEADING = listed("but yet however though still and , - or")


def contested(parsed: Parsed, cue: Token) -> Token | None:
    """The word by which what a verb tells is denied in its sentence or in the next one; None for none.

    Args:
        parsed: The article's tokens.
        cue: The main word of the saying.
    """
    for token in parsed.sentence_of(cue):
        if token.at > cue.at and _denies(parsed, token):
            return token
        if _of_their_telling(parsed, token):
            return token
    following = _next(parsed, cue)
    return next(_at_once(parsed, following), None) if following else None


def _denies(parsed: Parsed, token: Token) -> bool:
    """Whether a verb denies what was told before it in its sentence."""
    if token.lemma == BELIEVE and negated(parsed, token):
        return any(b.lower in _THIS for b in parsed.below(token) if b.relation == "dobj")
    if token.lemma in _USING and negated(parsed, token) and _such_words(parsed, token):
        return True
    if token.part not in {"VERB", "AUX"} or negated(parsed, token):
        return False
    if _taken_back(parsed, token):
        return True
    if token.lemma in _NAMING and any(_false(parsed.tokens[at]) for at in parsed.subtree(token)):
        return True
    if token.lemma not in _REFUSING:
        return False
    head = parsed.head(token)
    if token.relation in {"relcl", "acl"} and head.lemma in CLAIMS:
        return True
    things = [b for b in parsed.below(token) if b.relation in {"dobj", "nsubjpass"}]
    if not things:
        alone = token.relation in {"conj", "parataxis", "ROOT", "ccomp", "advcl"}
        return alone and token.lemma in _DENYING and not list(_clauses(parsed, token))
    return any(
        thing.lemma in CLAIMS or (thing.lower in _THIS and token.lemma in _DENYING)
        for thing in things
    )


def _such_words(parsed: Parsed, verb: Token) -> bool:
    """*never uttered these words*, *words she never used*, *did not say so*."""
    head = parsed.head(verb)
    if verb.relation in {"relcl", "acl"} and head.lemma in _WORDS:
        return True
    return any(
        (b.lemma in _WORDS and any(d.lower in _THIS | _THESE for d in parsed.below(b)))
        or (b.lower in _THIS and b.relation == "dobj")
        for b in parsed.below(verb)
    )


def _taken_back(parsed: Parsed, verb: Token) -> bool:
    """*and then withdrew it*: of what somebody has just said."""
    if verb.lemma not in _WITHDRAWING or verb.tag not in {"VBD", "VBN"}:
        return False
    return any(
        b.relation == "dobj" and (b.lower in _THIS or b.lemma in _WORDS) for b in parsed.below(verb)
    )


def _of_their_telling(parsed: Parsed, verb: Token) -> bool:
    """*That is what they claim*."""
    below = tuple(parsed.below(verb))
    if verb.lemma != "be" or not any(b.relation == "nsubj" and b.lower in _THIS for b in below):
        return False
    return any(
        b.relation == "ccomp"
        and b.lemma in _CLAIMING
        and any(d.relation == "nsubj" and d.lower not in _US for d in parsed.below(b))
        for b in below
    )


def _clauses(parsed: Parsed, verb: Token) -> Iterator[Token]:
    return (b for b in parsed.below(verb) if b.relation in {"ccomp", "xcomp", "prep"})


def _false(token: Token) -> bool:
    return token.lower in FALSE or token.lemma in FALSE


def _next(parsed: Parsed, cue: Token) -> tuple[Token, ...]:
    """The next sentence of its paragraph."""
    number = cue.sentence + 1
    if number >= len(parsed.sentences):
        return ()
    first, last = parsed.sentences[number]
    if parsed.paragraph_of(parsed.tokens[first]) != parsed.paragraph_of(cue):
        return ()
    return parsed.tokens[first:last]


def _at_once(parsed: Parsed, sentence: tuple[Token, ...]) -> Iterator[Token]:
    """The words by which a sentence begins with a denial of the one before."""
    words = [token for token in sentence if token.part != "PUNCT"]
    if [token.lower for token in words[:2]] == ["or", "so"]:
        yield words[0]
    while words and words[0].lower in _LEADING:
        words = words[1:]
    if not words:
        return
    for token in words:
        if token.lemma in _DENYING and _denies(parsed, token):
            yield token
        of_it = words[0].lower in {"this", "that", "it"} and parsed.head(words[0]) is token
        if of_it and token.lemma == "be":
            no = negated(parsed, token)
            for below in parsed.below(token):
                if (_false(below) and not no) or (below.lower in {"true", "so", "case"} and no):
                    yield below
