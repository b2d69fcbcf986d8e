"""Why a quotation was not said, or not meant: *would have said*, *said in jest*, *was misquoted*."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.doubts.words import FALSE, FALSELY
from servanda.analyses.reading.meaning.grammar.clauses import clause_of
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.tokens import Parsed, Token

_IN_JEST = frozenset(
    {"jest", "joke", "irony", "satire", "sarcasm", "fun", "mockery", "parody", "spoof", "satirical"}
)
_LATER = frozenset({"later", "then", "subsequently", "eventually", "often"})


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
    return _misquoted(parsed, verb) or _not_what(parsed, verb)


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


def _not_what(parsed: Parsed, verb: Token) -> str:
    """*Was not what she said*."""
    above = parsed.head(verb)
    what = any(word.tag == "WP" for word in parsed.below(verb))
    return 'not "what" was said' if what and negated(parsed, above) else ""
