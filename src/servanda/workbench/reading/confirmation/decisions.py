"""What was decided of the proposals of an article, one decision after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from servanda.analyses.reading.proposal import Proposal
from servanda.model.node import StatementId
from servanda.workbench.reading.confirmation.correcting import corrected
from servanda.workbench.reading.confirmation.drafts import Change, Desk, Draft, Refused

Verb = Literal["confirm", "correct", "drop", "later", "undo"]
"""What is decided of a proposal; ``undo`` takes the last decision on it back."""


class Decision(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="is", tag="decision"):
    """One decision.

    Attributes:
        proposal: Its id.
        changes: Of ``correct``: the fields, as they were and as they are to be.
        reason: Of ``drop``: why, where that was said.
    """

    verb: Verb
    proposal: str
    changes: tuple[Change, ...] = ()
    reason: str = ""


class Entered(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="is", tag="entered"):
    """A confirmed proposal that the record has.

    Attributes:
        how: As a statement of its own; as a further passage of one; or it had it already.
    """

    proposal: str
    statement: StatementId
    how: Literal["added", "passage", "known"] = "added"


class Settled(NamedTuple):
    """A proposal as it stands after all decisions.

    Attributes:
        draft: With the corrections.
        verb: The last of confirm, drop and later; None where nothing was decided.
        reason: Why it was dropped.
        unfit: Corrections that do not fit the case any more.
    """

    draft: Draft
    verb: Verb | None = None
    reason: str = ""
    unfit: tuple[Refused, ...] = ()


def standing_decisions(decisions: Iterable[Decision]) -> Mapping[str, Sequence[Decision]]:
    """The decisions that have not been taken back, by proposal."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        some = found.setdefault(decision.proposal, [])
        if decision.verb != "undo":
            some.append(decision)
        elif some:
            some.pop()
    return found


def settled(proposal: Proposal, decisions: Iterable[Decision], desk: Desk) -> Settled:
    """A proposal after the decisions on it.

    Args:
        proposal: As it was read.
        decisions: Those on it that have not been taken back, in their order.
        desk: The case and the article.
    """
    after = Settled(Draft(proposal))
    for decision in decisions:
        after = followed(after, decision, desk)
    return open_if_unfit(after)


def followed(before: Settled, decision: Decision, desk: Desk) -> Settled:
    """A proposal after one more decision on it."""
    draft, unfit = before.draft, list[Refused]()
    for change in decision.changes:
        found = corrected(draft, change, desk)
        if isinstance(found, Refused):
            unfit.append(found)
        else:
            draft = found
    after = before._replace(draft=draft, unfit=(*before.unfit, *unfit) if unfit else before.unfit)
    if decision.verb == "correct":
        return after
    return after._replace(verb=decision.verb, reason=decision.reason)


def open_if_unfit(after: Settled) -> Settled:
    """What was confirmed with a correction that does not fit any more is open again."""
    return after._replace(verb=None) if after.unfit and after.verb == "confirm" else after
