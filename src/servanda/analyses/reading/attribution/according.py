"""Attributions by *according to*, *per*, *in her account*, and by *reportedly* to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attribution.grammar import VERBAL, child, reach
from servanda.analyses.reading.attribution.places import Found, Run, trimmed, without
from servanda.analyses.reading.attribution.surroundings import (
    Surroundings,
    clipped,
    outside_quotations,
)
from servanda.analyses.reading.tokens import SUBJECTS, Token

_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently"})
_ACCOUNTS = frozenset({"account", "telling", "version", "recollection", "retelling"})
_NOT_FINITE = frozenset({"VB", "VBG", "VBN"})


def of_according(around: Surroundings) -> Iterator[Found]:
    """The attributions of a sentence to whoever is named: *according to*, *per*; *reportedly*."""
    for token in around.parsed.tokens:
        if token.lower in _HEARSAY and token.part == "ADV":
            words = Run(token.at, token.at + 1)
            content = _said(around, token, words)
            if content:
                yield Found(token.at, (words,), None, (), content, "source")
        else:
            found = _to_somebody(around, token) or _by_account(around, token)
            if found is not None:
                yield found


def _to_somebody(around: Surroundings, token: Token) -> Found | None:
    """The attribution of *according to two officials*, or *per Axios*."""
    parsed = around.parsed
    last = token
    if token.lower == "according" and token.at + 1 < len(parsed.tokens):
        last = parsed.tokens[token.at + 1]
    if last.lower not in {"to", "per"} or (last is token and token.lower != "per"):
        return None
    named = child(parsed, last.at, frozenset({"pobj"}))
    if named is None or (last is token and named.part != "PROPN"):
        return None
    first, _ = parsed.sentences[token.sentence]
    run = _source(around, last.at, reach(parsed, named.at).end, token.at - first)
    source = outside_quotations(around, run, named.at)
    content = _said(around, token, Run(token.at, source.end))
    words = Run(token.at, last.at + 1)
    return Found(token.at, (words,), named.at, (source,), content, "source") if content else None


def _by_account(around: Surroundings, token: Token) -> Found | None:
    """The attribution of *in the envoy's account*, *by the envoy's account*."""
    parsed = around.parsed
    if token.lower not in {"in", "by"}:
        return None
    account = child(parsed, token.at, frozenset({"pobj"}))
    if account is None or account.lemma not in _ACCOUNTS:
        return None
    named = child(parsed, account.at, frozenset({"poss"}))
    if named is None or named.part not in {"NOUN", "PROPN"}:
        return None
    run = trimmed(parsed.tokens, Run(*reach(parsed, named.at)))
    end = run.end
    while end > run.start and parsed.tokens[end - 1].text in {"'s", "’s", "'", "’"}:
        end -= 1
    source = Run(run.start, end)
    content = _said(around, token, Run(token.at, account.at + 1))
    words = (Run(token.at, token.at + 1), Run(account.at, account.at + 1))
    return Found(token.at, words, named.at, (source,), content, "source") if content else None


def _said(around: Surroundings, token: Token, taken: Run) -> tuple[Run, ...]:
    """The sentence, or its part between *and* or *but*, without the words of the attribution."""
    content = clipped(around, token.at, without((_sentence(around, token),), (taken,)))
    return without(content, (taken,))


def _source(around: Surroundings, to: int, end: int, place: int) -> Run:
    """Who is named behind *to*; up to a comma where the sentence goes on behind that."""
    tokens = around.parsed.tokens
    if place <= 1 and end < len(tokens) and tokens[end].text != ",":
        for at in range(to + 1, end):
            if tokens[at].text == ",":
                end = at
                break
    return trimmed(tokens, Run(to + 1, end))


def _sentence(around: Surroundings, token: Token) -> Run:
    """The sentence, or the part of it between *and* or *but*, that stands beside a token."""
    parsed = around.parsed
    first, last = parsed.sentences[token.sentence]
    for at in range(first + 1, last):
        verb = parsed.tokens[at]
        if verb.relation != "conj" or verb.part not in VERBAL or verb.tag in _NOT_FINITE:
            continue
        if child(parsed, at, SUBJECTS) is None or around.voice[at] != around.voice[token.at]:
            continue
        start = parsed.first[at]
        while start > first and parsed.tokens[start - 1].lower in {"and", "but", ",", "or"}:
            start -= 1
        if start > token.at:
            last = min(last, start)
        elif parsed.first[at] < token.at:
            first = max(first, parsed.first[at])
    return Run(first, last)
