"""Sayings that a noun names: *a pledge by Iran to*, *concessions from Russia*, *its refusal to*."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.finding.stances import phrase, trimmed
from servanda.analyses.reading.meaning.grammar.clauses import stretches
from servanda.analyses.reading.meaning.lexicon import NOUN_KINDS
from servanda.analyses.reading.tokens import Parsed, Token

_FROM = frozenset({"by", "from"})
_ABOUT = frozenset({"to", "for", "of", "on", "that", "against", "with"})
_WON = frozenset({"secure", "win", "obtain", "get", "gain", "extract", "wrest", "wring", "receive"})


def nominal(parsed: Parsed, taken: frozenset[int]) -> Iterator[Attribution]:
    """The sayings that nouns name, with whose they are, in order.

    Args:
        parsed: The article's tokens.
        taken: The main tokens of the cues that were found.
    """
    for token in parsed.tokens:
        if token.part != "NOUN" or token.at in taken or token.lemma not in NOUN_KINDS:
            continue
        source = _whose(parsed, token)
        if source is None:
            continue
        content = _about(parsed, token, source)
        if not content and token.lemma == "concession":
            content = parsed.subtree(token)
        if content:
            yield Attribution(
                cue=stretches(parsed, [token.at]),
                source=stretches(parsed, phrase(parsed, source)),
                content=stretches(parsed, trimmed(parsed, content)),
                verb=token.at,
                speaker=source.at,
                frame="noun",
                manner="paraphrased",
            )


def _whose(parsed: Parsed, token: Token) -> Token | None:
    """Whose saying a noun names: by the possessive, *by*, *from*, or who it was won from."""
    for below in parsed.below(token):
        if below.relation == "poss":
            return below
        found = _given_by(parsed, below)
        if found is not None:
            return found
    after = parsed.tokens[token.at + 1 : token.at + 2]
    if after and after[0].lower == "by":
        return _object(parsed, after[0])
    head = parsed.head(token)
    if token.relation == "dobj" and head.lemma in _WON:
        return _behind(parsed, head, frozenset({"from"}))
    return None


def _given_by(parsed: Parsed, below: Token) -> Token | None:
    """Whom a phrase behind a noun names: *by Delos*, *won from Delos*, *made by Delos*."""
    if below.relation == "prep" and below.lower in _FROM:
        return _object(parsed, below)
    if below.relation == "relcl" and below.lemma in _WON:
        return _behind(parsed, below, frozenset({"from"}))
    if below.relation == "acl" and below.tag == "VBN":
        return _behind(parsed, below, _FROM)
    return None


def _behind(parsed: Parsed, verb: Token, prepositions: frozenset[str]) -> Token | None:
    for below in parsed.below(verb):
        if below.relation in {"agent", "prep"} and below.lower in prepositions:
            return _object(parsed, below)
    return None


def _object(parsed: Parsed, preposition: Token) -> Token | None:
    return next((b for b in parsed.below(preposition) if b.relation == "pobj"), None)


def _about(parsed: Parsed, token: Token, source: Token) -> list[int]:
    """What a noun says that the saying is about."""
    found: list[int] = []
    own = set(phrase(parsed, source))
    for below in (*parsed.below(token), *parsed.below(source)):
        if below.at < token.at or below.at in own:
            continue
        infinitive = below.relation in {"acl", "xcomp", "ccomp", "relcl"} and below.tag in {
            "VB",
            "VBP",
            "VBZ",
        }
        phrase_of = below.relation == "prep" and below.lower in _ABOUT
        if (infinitive and below.lemma not in _WON) or phrase_of:
            found.extend(at for at in parsed.subtree(below) if at not in own)
    return found or _next_infinitive(parsed, max((token.at, *own)))


def _next_infinitive(parsed: Parsed, last: int) -> list[int]:
    """The infinitive that follows a token, whatever a parser hangs it on."""
    after = parsed.tokens[last + 1 : last + 3]
    if len(after) == 2 and after[0].lower == "to" and after[1].tag == "VB":
        return parsed.subtree(after[1])
    return []
