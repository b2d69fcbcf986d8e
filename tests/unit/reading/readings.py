"""What was read in an article, in few words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.proposal import (
    Factuality,
    Guess,
    Link,
    Proposal,
    Reading,
    Speaker,
    Standing,
    Topic,
)
from servanda.model.record import StatementKind

DAY = dt.date(2025, 8, 18)


class Said(NamedTuple):
    """A proposal: who does what, in which words."""

    words: str
    party: str = "RUR"
    kind: StatementKind = "accepts"
    issue: str = "guarantee"
    option: str = ""
    day: dt.date | None = None
    person: str = ""
    factuality: Factuality = "asserted"
    condition: str = ""
    standing: Standing = "reported"


def read(
    name: str, said: Sequence[Said], *, text: str = "", day: dt.date | None = DAY, outlet: str = ""
) -> Reading:
    """A reading of an article that has these sayings, and some text of its own."""
    whole = " ".join(one.words for one in said) + "\n" + (text or f"What {name} says beside it.")
    article = Article(name, whole, (Stretch(0, len(whole)),), dateline=day, outlet=outlet)
    proposals = tuple(_proposal(article, number, one) for number, one in enumerate(said, 1))
    return Reading(article, "by hand", proposals)


def _proposal(article: Article, number: int, said: Said) -> Proposal:
    start = article.text.index(said.words)
    content = article.quote(Stretch(start, start + len(said.words)))
    parties = (said.party,) if said.party else ()
    speaker = Speaker(None, Guess(parties), Guess(said.person))
    topics = (Topic(said.issue, said.option),) if said.issue else ()
    condition = Quote(0, len(said.condition), said.condition) if said.condition else None
    return Proposal(
        id=f"{article.digest[:8]}-{number}",
        paragraph=1,
        chain=(Link(speaker, Guess(said.kind), Guess(said.day)),),
        cue=(),
        content=(content,),
        manner=Guess("paraphrased"),
        topics=Guess(topics),
        condition=Guess(condition),
        factuality=Guess(said.factuality),
        addressees=Guess(()),
        medium=Guess(""),
        standing=Guess(said.standing),
    )
