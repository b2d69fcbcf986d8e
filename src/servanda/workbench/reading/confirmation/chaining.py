"""A chain of sayings, as it was read, as sayings within one another, as the record has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.proposal import Proposal
from servanda.core.calendar import Moment
from servanda.model.record import (
    OF_SAYINGS,
    Named,
    SaidOf,
    Saying,
    Speaker,
    StatementKind,
    ThatSaid,
)
from servanda.workbench.reading.confirmation.drafts import Refused

PASSED_ON: frozenset[StatementKind] = frozenset({"commits", "accepts"})
"""Kinds that, of what somebody else says, come to no more than to report it."""

DENYING: frozenset[StatementKind] = frozenset({"denies", "rejects"})
"""Kinds that, of what somebody says, deny it: who rejects that something was agreed to."""


def is_denied(proposal: Proposal) -> bool:
    """Whether the innermost saying is said not to be so, and nobody in the chain says that."""
    said_by_others = any(link.kind.value in DENYING for link in proposal.chain[:-1])
    denial = proposal.saying.kind.value == "denies"
    return proposal.factuality.value == "denied" and not (denial or said_by_others)


class Part(NamedTuple):
    """One saying of a chain, with everybody by name.

    Attributes:
        negated: Whether it is said not to have been said.
    """

    speaker: Speaker
    kind: StatementKind
    at: Moment | None
    negated: bool


def nested(parts: Sequence[Part], content: SaidOf, publisher: Named | None) -> Saying | Refused:
    """A chain as a saying, the outermost first.

    What is said not to have been said is denied by whoever tells it; where that is the article
    alone, by its outlet.

    Args:
        parts: The chain, the outermost first.
        content: What the innermost saying is about.
        publisher: The outlet of the article; None where it is not known.
    """
    *outer, last = parts
    saying = Saying(speaker=last.speaker, kind=last.kind, content=content, at=last.at)
    negated = last.negated
    for part in reversed(outer):
        kind = telling(part.kind, negated=negated)
        if isinstance(kind, Refused):
            return kind
        saying = Saying(
            speaker=part.speaker, kind=kind, content=ThatSaid(saying=saying), at=part.at
        )
        negated = part.negated
    if not negated:
        return saying
    if publisher is None:
        why = "it is said not to have been said, and nobody is named who says so"
        return Refused(why, ("say which outlet published the article, with `--outlet`", _NEGATED))
    return Saying(speaker=publisher, kind="denies", content=ThatSaid(saying=saying))


_NEGATED = "or correct `negated` and `factuality`, if it was said after all"


def telling(kind: StatementKind, *, negated: bool) -> StatementKind | Refused:
    """What the record has of who tells of a saying of somebody else.

    Args:
        kind: What is done by telling it.
        negated: Whether what is told is that it was not said.
    """
    if negated or kind in DENYING:
        return "denies"
    if kind in OF_SAYINGS:
        return kind
    if kind in PASSED_ON:
        return "reports"
    return Refused(
        f"who {kind} that somebody say something does not tell that it was said",
        (
            f"take out what was not said: `e chain 1` keeps the outermost saying, which {kind}",
            "or correct the kind of the saying that tells of it, to `reports`",
        ),
    )
