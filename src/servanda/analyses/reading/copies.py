"""Which articles are the same text, published again: the report of an agency in several papers."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from servanda.analyses.reading.article import Article

WORDS_TOGETHER = 5
"""Two texts have a passage in common where so many words follow one another in both."""

SHARE_IN_COMMON = 0.75
"""Share of the passages of the shorter text that the longer one must have."""


def sources_of(articles: Sequence[Article]) -> tuple[Article, ...]:
    """For each article the one whose text it republishes; itself where its text is its own.

    One is a copy of another that has most of its passages, whole or cut, with another headline or
    foot; copies of copies are copies of the first. First is the earliest published. After Broder
    1997, *On the resemblance and containment of documents* (doi 10.1109/SEQUEN.1997.666900); the
    share is a judgement of ours.
    """
    passages = [_passages(article.text) for article in articles]
    first = list(range(len(articles)))
    for one, other in _with_passages_in_common(passages):
        first = _joined(first, first[one], first[other])
    together: dict[int, list[Article]] = defaultdict(list)
    for article, group in zip(articles, first, strict=True):
        together[group].append(article)
    origins = {group: min(members, key=place_of) for group, members in together.items()}
    return tuple(origins[group] for group in first)


def place_of(article: Article) -> tuple[dt.date, str, str]:
    """Where an article stands among others: by its day, else by its name, whoever lists it."""
    return article.dateline or dt.date.max, article.name, article.digest


def _joined(first: list[int], one: int, other: int) -> list[int]:
    return [min(one, other) if group in {one, other} else group for group in first]


def _passages(text: str) -> frozenset[tuple[str, ...]]:
    """Every few words that follow one another; a shorter text as a whole."""
    words = re.findall(r"\w+", text.casefold())
    last = max(1, len(words) - WORDS_TOGETHER + 1)
    return frozenset(tuple(words[at : at + WORDS_TOGETHER]) for at in range(last) if words)


def _with_passages_in_common(
    passages: Sequence[frozenset[tuple[str, ...]]],
) -> list[tuple[int, int]]:
    """The pairs of texts that have most passages of the shorter one in common."""
    holders: Mapping[tuple[str, ...], list[int]] = defaultdict(list)
    for number, of_text in enumerate(passages):
        for passage in of_text:
            holders[passage].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        for at, one in enumerate(numbers):
            for other in numbers[at + 1 :]:
                shared[one, other] += 1
    return [
        (one, other)
        for (one, other), count in shared.items()
        if count >= SHARE_IN_COMMON * min(len(passages[one]), len(passages[other]))
    ]
