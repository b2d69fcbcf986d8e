"""The expressions of time in a text: the longest wording at each place, from the left."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator

from servanda.analyses.reading.days import (
    wordings_by_the_day,
    wordings_of_dates,
    wordings_of_lengths,
    wordings_of_periods,
)
from servanda.analyses.reading.days.rules import Found, Place, Rule

_WORD = re.compile(r"[^\W_]+")

_ADDRESS = re.compile(r"(?:https?:|www\.|</)\S*")
"""A web address, in which a date is part of a name."""

_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)} | {
    ord("\N{RIGHT SINGLE QUOTATION MARK}"): "'",
    ord("\N{EN DASH}"): "-",
    ord("\N{HYPHEN}"): "-",
    ord("\N{NON-BREAKING HYPHEN}"): "-",
}

_RULES = (
    *wordings_of_dates.RULES,
    *wordings_by_the_day.RULES,
    *wordings_of_periods.RULES,
    *wordings_of_lengths.RULES,
)


def in_small_letters(text: str) -> str:
    """A text letter by letter with A to Z in small, and dashes and apostrophes of one kind."""
    return text.translate(_SMALL)


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    rules: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in _RULES:
        for word in sorted(rule.starts):
            rules[word].append(rule)
    return {word: tuple(found) for word, found in rules.items()}


_BY_FIRST_WORD = _by_first_word()


def expressions(text: str) -> Iterator[Found]:
    """What names a time in a text, in order; none overlaps another.

    Each word is tried with the few wordings that may begin with it, and each of these looks at a
    bounded number of letters: the time grows with the text and no faster.
    """
    small = in_small_letters(text)
    past = 0
    addresses = deque(match.span() for match in _ADDRESS.finditer(small))
    for word in _WORD.finditer(small):
        while addresses and addresses[0][0] <= word.start():
            past = max(past, addresses.popleft()[1])
        if word.start() < past or _inside_a_number(small, word.start()):
            continue
        key = "0" if word[0][0].isdigit() else word[0]
        found = _longest(small, text, word.start(), _BY_FIRST_WORD.get(key, ()))
        yield from found
        past = max((one.stretch.end for one in found), default=past)


def _inside_a_number(text: str, start: int) -> bool:
    """Whether digits go on from others, or stand behind a sign of money: *1,999*, *$2000*."""
    if not text[start].isdigit() or start == 0:
        return False
    return text[start - 1] in "$#\N{POUND SIGN}\N{EURO SIGN}" or (
        text[start - 1] in ".,:" and text[max(0, start - 2)].isdigit()
    )


def _longest(small: str, text: str, start: int, rules: tuple[Rule, ...]) -> tuple[Found, ...]:
    best: tuple[Found, ...] = ()
    for rule in rules:
        match = rule.pattern.match(small, start)
        if match is None:
            continue
        found = tuple(rule.read(Place(match, text)))
        if found and (not best or _end(found) > _end(best)):
            best = found
    return best


def _end(found: tuple[Found, ...]) -> int:
    return found[-1].stretch.end
