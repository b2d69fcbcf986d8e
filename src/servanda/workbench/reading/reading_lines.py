"""What was read in an article as values that make a line of JSON each, one proposal a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from servanda.analyses.reading.proposal import Proposal, Reading


class ReadArticle(msgspec.Struct, frozen=True, omit_defaults=True):
    """The article that a proposal was read in.

    Attributes:
        digest: The SHA-256 of its text in UTF-8.
        dateline: The day of its publication; empty where nobody has said.
    """

    name: str
    digest: str
    title: str = ""
    outlet: str = ""
    address: str = ""
    dateline: str = ""


class Decided(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody has decided of a proposal.

    Attributes:
        how: In the record; confirmed, and not yet in it; dropped; left for later; or corrected, and
            not decided.
        statement: The statement that the record has of it.
        reason: Why it was dropped, where that was said.
    """

    how: Literal["entered", "confirmed", "dropped", "later", "corrected"]
    statement: str = ""
    reason: str = ""


DecidedOf = Mapping[str, Mapping[str, Decided]]
"""What was decided of proposals, by the digest of the article and the id of the proposal."""


class ReadingLine(msgspec.Struct, frozen=True):
    """A proposal, with the article and what has read it.

    Attributes:
        servanda_reading: The version of this form.
        decided: What was decided of it in the case; None for nothing, or without a case.
    """

    servanda_reading: Literal[1]
    article: ReadArticle
    reader: str
    proposal: Proposal
    decided: Decided | None = None


def reading_lines(
    reading: Reading, decided: Mapping[str, Decided] | None = None
) -> Iterator[ReadingLine]:
    """Each proposal of a reading.

    Args:
        reading: What was read.
        decided: What was decided of proposals already, by id.
    """
    done = decided or {}
    article = reading.article
    told = ReadArticle(
        name=article.name,
        digest=article.digest,
        title=article.title,
        outlet=article.outlet,
        address=article.address,
        dateline="" if article.dateline is None else article.dateline.isoformat(),
    )
    return (
        ReadingLine(1, told, reading.reader, one, done.get(one.id)) for one in reading.proposals
    )
