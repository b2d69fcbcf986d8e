"""Stances in headlines, whose verbs a parser takes for names: *Envoy Confirms: Delos Agrees to Truce*."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.finding.stances import trimmed
from servanda.analyses.reading.meaning.grammar.clauses import stretches
from servanda.analyses.reading.meaning.grammar.verbs import third_person
from servanda.analyses.reading.meaning.lexicon import OF_TALKS, UTTERING
from servanda.analyses.reading.tokens import Parsed, Token

_LONGEST = 25
_MOSTLY = 0.6
_SHORT = 3
_SMALL = frozenset({"to", "for", "on", "in", "of", "by", "with", "from", "and", "a", "the", "at"})


def in_headlines(parsed: Parsed, taken: frozenset[int]) -> Iterator[Attribution]:
    """The stances that headlines tell of and no parse shows, in order.

    Args:
        parsed: The article's tokens.
        taken: The main tokens of the cues that were found.
    """
    for first, last in parsed.sentences:
        tokens = parsed.tokens[first:last]
        if not is_headline(tokens):
            continue
        begins = first
        for token in tokens[1:-1]:
            if token.text in {":", "–", "—", ";", ","} or token.at in taken:
                begins = token.at + 1
            elif token.at > begins and third_person(token) in OF_TALKS:
                yield from _stance(parsed, token, begins, last)
                break


def is_headline(tokens: tuple[Token, ...]) -> bool:
    """Whether most words of a sentence have capitals, and no full stop ends it."""
    words = [token for token in tokens if token.text[0].isalpha() and len(token.text) > _SHORT]
    if not words or len(tokens) > _LONGEST or tokens[-1].text in {".", "?", "!"}:
        return False
    return sum(token.text[0].isupper() for token in words) >= _MOSTLY * len(words)


def freed(parsed: Parsed, one: Attribution) -> Attribution:
    """An attribution by a colon whose source ends in a verb, with the verb as its cue."""
    tokens = [token for stretch in one.source for token in parsed.within(stretch)]
    if one.frame != "colon" or len(tokens) < 2 or third_person(tokens[-1]) not in UTTERING:
        return one
    kept = tokens[:-1]
    return one._replace(
        source=stretches(parsed, [token.at for token in kept]),
        cue=stretches(parsed, [tokens[-1].at]),
        verb=tokens[-1].at,
        speaker=kept[-1].at,
    )


def _stance(parsed: Parsed, token: Token, first: int, last: int) -> Iterator[Attribution]:
    source = trimmed(parsed, list(range(first, token.at)))
    content = trimmed(parsed, list(range(token.at + 1, last)))
    if source and content and all(parsed.tokens[at].lower not in _SMALL for at in source):
        yield Attribution(
            cue=stretches(parsed, [token.at]),
            source=stretches(parsed, source),
            content=stretches(parsed, content),
            verb=token.at,
            speaker=source[-1],
            frame="object",
            manner="paraphrased",
        )
