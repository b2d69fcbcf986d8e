"""Articles and proposals in short, for tests of what may stand of them."""

from __future__ import annotations

import datetime as dt
import re

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.chains import standing_of
from servanda.analyses.reading.proposal import (
    Factuality,
    Guess,
    Link,
    Manner,
    Proposal,
    Speaker,
    Tier,
)
from servanda.model.record import StatementKind

PARTIES = {"Aster": "ASTER", "Briar": "BRIAR", "Delos": "DELOS", "the envoy": "ASTER"}
"""Who is meant by which words, in these tests."""


def article(text: str, name: str = "article.txt") -> Article:
    """A text with its paragraphs, one on each line."""
    found = (Stretch(*m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article(name, text, tuple(found), dt.date(2031, 3, 5))


def quote(of: Article, words: str) -> Quote:
    """Words of an article where they first stand."""
    start = of.text.index(words)
    return Quote(start, start + len(words), words)


def link(
    of: Article,
    who: str,
    kind: StatementKind = "reports",
    *,
    party: str | None = None,
    tier: Tier = "sure",
    unnamed: bool = False,
    negated: bool = False,
) -> Link:
    """Somebody who says something, by the words of an article."""
    parties = PARTIES.get(who, "") if party is None else party
    speaker = Speaker(
        quote(of, who) if who else None,
        Guess((parties,) if parties else (), tier),
        Guess(""),
        unnamed,
    )
    return Link(speaker, Guess(kind), Guess(None), negated)


def proposal(
    of: Article,
    chain: tuple[Link, ...],
    cue: str,
    content: str,
    *,
    name: str = "P1",
    manner: Manner = "paraphrased",
    factuality: Factuality = "asserted",
) -> Proposal:
    """A proposal with the standing that its chain gives it."""
    at = quote(of, cue or content)
    return Proposal(
        id=name,
        paragraph=of.paragraph_at(at.start),
        chain=chain,
        cue=(quote(of, cue),) if cue else (),
        content=(quote(of, content),) if content else (),
        manner=Guess(manner),
        topics=Guess(()),
        condition=Guess(None),
        factuality=Guess(factuality),
        addressees=Guess(()),
        medium=Guess(""),
        standing=standing_of(chain, manner == "summed_up"),
    )
