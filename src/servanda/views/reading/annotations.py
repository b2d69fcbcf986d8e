"""Where proposals stand in an article, as annotations that other tools read.

The form is that of the W3C's Web Annotation Data Model (Recommendation of 23 February 2017): each
target has the characters (``TextPositionSelector``) and the words with a few around them
(``TextQuoteSelector``), so that it is found again in a text that was changed a little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from servanda.analyses.reading.article import Article, Quote
from servanda.analyses.reading.proposal import Proposal, Reading
from servanda.views.annotations import body, document, page_text, position
from servanda.views.reading.parts import standing_mark, who
from servanda.workbench.reading.confirmation.fields import topic_told

AROUND = 32
"""Characters before and behind the words."""


def annotations_text(readings: Sequence[Reading]) -> str:
    """The spans of each proposal of some articles as a page of annotations, in JSON-LD."""
    items = [
        one
        for reading in readings
        for proposal in reading.proposals
        for one in _annotations(reading.article, proposal)
    ]
    titles = [reading.article.title or reading.article.name for reading in readings]
    return page_text("reading", "; ".join(titles), items)


def _annotations(article: Article, proposal: Proposal) -> Iterator[dict[str, Any]]:
    for number, (part, quote) in enumerate(_quotes(proposal), 1):
        yield {
            "id": f"#{proposal.id}-{number}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": list(_bodies(proposal, part)),
            "target": {
                "type": "SpecificResource",
                "source": _source(article),
                "selector": [position(quote.start, quote.end), _words(article, quote)],
            },
        }


def _quotes(proposal: Proposal) -> Iterator[tuple[str, Quote]]:
    for number, link in enumerate(proposal.chain, 1):
        if link.speaker.words is not None:
            yield f"source {number}: {who(link)}", link.speaker.words
    yield from (("cue", quote) for quote in proposal.cue)
    yield from (("content", quote) for quote in proposal.content)
    if proposal.condition.value is not None:
        yield "condition", proposal.condition.value


def _bodies(proposal: Proposal, part: str) -> Iterator[dict[str, str]]:
    yield body("identifying", proposal.id)
    yield body("classifying", part)
    if part == "content":
        yield body("tagging", proposal.saying.kind.value)
        yield body("tagging", standing_mark(proposal.standing.value).words)
        for topic in proposal.topics.value:
            yield body("tagging", topic_told(topic))


def _source(article: Article) -> dict[str, str]:
    address = article.address or f"urn:sha256:{article.digest}"
    day = "" if article.dateline is None else article.dateline.isoformat()
    return document(address, article.title, day)


def _words(article: Article, quote: Quote) -> dict[str, str]:
    return {
        "type": "TextQuoteSelector",
        "exact": quote.words,
        "prefix": article.text[max(0, quote.start - AROUND) : quote.start],
        "suffix": article.text[quote.end : quote.end + AROUND],
    }
