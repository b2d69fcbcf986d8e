"""Why a commitment that a noun names was not made: *seeks a promise*, *without its consent*.

A noun only names a commitment; whether there is one is told by what stands with it.
"""

from __future__ import annotations

from servanda.analyses.reading.meaning.grammar.clauses import clause_of
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import Parsed, Token

_WANTED = listed(
    "seek need want demand require ask wait await insist hope lack call press push expect request "
    "long beg plead lobby angle bargain look strive await solicit crave doubt miss"
)
"""Verbs of which it is open whether there is what they are about."""

_OBTAINED = listed("obtain get win secure extract receive gain wrest wring elicit extort procure")
ENDING = listed(
    "withdraw retract rescind revoke cancel abandon annul renounce scrap drop shelve repudiate "
    "reverse take tear void nullify recant suspend forswear abrogate terminate"
)
"""Verbs by which a commitment is taken back."""

_ABSENT = listed("absence lack want need prospect hope possibility chance price expectation demand")
_TRADE = frozenset({"return", "exchange"})
_UNSURE = frozenset({"would", "could", "might", "may"})
_ASSURED = listed(
    "assure guarantee secure come materialise materialize forthcoming certain be give"
)


def why_unmade(parsed: Parsed, noun: Token) -> str:
    """Why what a noun names is not there, or no more, in words; empty where it is.

    Args:
        parsed: The article's tokens.
        noun: The noun: *promise*, *consent*.
    """
    head = parsed.head(noun)
    if noun.relation in {"nsubj", "nsubjpass"} and head.part in {"VERB", "AUX"}:
        return _why_subject(parsed, head)
    if noun.relation == "dobj":
        return _why_object(parsed, head)
    if noun.relation == "pobj":
        return _why_behind(parsed, noun, head)
    return ""


def _why_subject(parsed: Parsed, verb: Token) -> str:
    modals = clause_of(parsed, verb).modals
    modal = next((one for one in modals if one in _UNSURE), None)
    if modal is not None:
        return f'"{modal}" only'
    if negated(parsed, verb) and (modals or verb.lemma in _ASSURED):
        return f'not "{verb.text}"'
    wanted = (b for b in parsed.below(verb) if b.relation == "ccomp" and b.lemma in _WANTED)
    return next((f'"{token.text}" it' for token in wanted), "")


def _why_object(parsed: Parsed, verb: Token) -> str:
    if verb.lemma in _WANTED:
        return f'"{verb.text}" it'
    back = {below.lower for below in parsed.below(verb)} & {"back", "up"}
    if verb.lemma in ENDING and (verb.lemma not in {"take", "tear"} or back):
        return f'"{verb.text}" it'
    if verb.lemma in _OBTAINED:
        above = parsed.head(verb)
        if verb.tag == "VB" and verb.relation == "xcomp":
            return f'"{above.text}" to "{verb.text}" it only'
        if negated(parsed, verb):
            return f'not "{verb.text}"'
    return ""


def _why_behind(parsed: Parsed, noun: Token, preposition: Token) -> str:
    above = parsed.head(preposition)
    indefinite = any(below.lower in {"a", "an", "any", "some"} for below in parsed.below(noun))
    if preposition.lower == "without":
        return '"without" it'
    if preposition.lower == "of" and above.lemma in _ABSENT:
        return f'"{above.text}" of it'
    if preposition.lower == "for" and above.lemma in _TRADE and indefinite:
        return f'"{above.text}" for it'
    if preposition.lower in {"for", "on", "upon"} and above.lemma in _WANTED:
        return f'"{above.text} {preposition.text}" it'
    return ""
