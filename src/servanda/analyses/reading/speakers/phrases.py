"""The words that go with a name or a noun: its title, its owner, what stands in apposition."""

from __future__ import annotations

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.tokens import Parsed, Token

_OUTSIDE = frozenset({"relcl", "acl", "advcl", "conj", "cc", "parataxis", "ccomp", "dep"})
"""What depends on a noun and does not say who it is."""

_OPENING = frozenset({",", "(", "-", "–", "—"})
_CLOSING = _OPENING | frozenset({")", ".", ";", ":", '"', "“", "”"})
_LONGEST = 20
"""Words behind a name that are looked at."""


def name_phrase(parsed: Parsed, head: Token, with_others: bool = False) -> Stretch:
    """Where a noun stands with what says who it is.

    Args:
        parsed: The text.
        head: The noun.
        with_others: Whether those joined to it by *and* are taken too.
    """
    outside = _OUTSIDE - {"conj", "cc"} if with_others else _OUTSIDE
    taken = {head.at}
    waiting = [head]
    while waiting:
        for child in parsed.below(waiting.pop()):
            if child.relation in outside or child.relation == "punct":
                continue
            taken.add(child.at)
            waiting.append(child)
    first = last = head.at
    while first - 1 in taken or (first - 2 in taken and _between(parsed, first - 1)):
        first -= 1
    while last + 1 in taken or (last + 2 in taken and _between(parsed, last + 1)):
        last += 1
    return Stretch(parsed.tokens[first].start, parsed.tokens[last].end)


def described(parsed: Parsed, head: Token) -> Stretch:
    """Where a name stands with what says who it is, the clause behind *who* included."""
    place = name_phrase(parsed, head)
    clauses = [one for one in parsed.below(head) if one.relation == "relcl"]
    if not clauses:
        return place
    return Stretch(place.start, max(place.end, parsed.tokens[parsed.last[clauses[0].at]].end))


def with_aside(parsed: Parsed, place: Stretch) -> Stretch:
    """Some words with what stands in commas, brackets or dashes right behind them."""
    tokens = list(parsed.within(place))
    if not tokens:
        return place
    behind = parsed.sentence_of(tokens[-1])
    behind = behind[tokens[-1].at + 1 - behind[0].at :]
    if tokens[-1].text in _OPENING:
        behind = (tokens[-1], *behind)
    if not behind or behind[0].text not in _OPENING:
        return place
    end = place.end
    for token in behind[1:_LONGEST]:
        if token.text in _CLOSING:
            break
        end = token.end
    return Stretch(place.start, max(end, place.end))


def _between(parsed: Parsed, at: int) -> bool:
    return 0 <= at < len(parsed.tokens) and parsed.tokens[at].text in {",", "-", "(", "’s", "'s"}


def noun_head(parsed: Parsed, token: Token) -> Token:
    """The noun that a relative pronoun is about; the token itself otherwise."""
    if token.lower not in {"who", "whom", "which", "that"}:
        return token
    verb = parsed.head(token)
    for _ in range(len(parsed.tokens)):
        if verb.relation == "relcl":
            return parsed.head(verb)
        if verb.head == verb.at:
            break
        verb = parsed.head(verb)
    return token


def names(parsed: Parsed) -> list[Token]:
    """The main token of each name of a person that a parser has found, in order."""
    found: list[Token] = []
    run: list[Token] = []
    for token in (*parsed.tokens, None):
        joined = token is not None and token.entity == "PERSON"
        if token is not None and joined and (not run or run[-1].sentence == token.sentence):
            run.append(token)
            continue
        if run:
            proper = [one for one in run if one.part in {"PROPN", "NOUN"}] or run
            found.append(proper[-1])
        run = [token] if token is not None and joined else []
    return found
