"""Decisions taken one after the other, each if it fits: the proposal, the fields, the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.reading.proposal import Proposal
from servanda.core.spelling import near
from servanda.workbench.reading.confirmation.correcting import as_meant, corrected
from servanda.workbench.reading.confirmation.decisions import (
    Decision,
    Settled,
    followed,
    open_if_unfit,
)
from servanda.workbench.reading.confirmation.drafts import Change, Desk, Draft, Refused
from servanda.workbench.reading.confirmation.fields import told
from servanda.workbench.reading.confirmation.links import NEW
from servanda.workbench.reading.confirmation.review import UNFIT, Review, outcome

_ANY_FILE = Path()
"""Whether a proposal can be entered does not depend on the file."""

_MOST_LISTED = 12


class Taken(NamedTuple):
    """A decision that fits, and the review after it."""

    review: Review
    decision: Decision


def taken(review: Review, decision: Decision, desk: Desk) -> Taken | Refused:
    """Take one decision, if it fits.

    Args:
        review: So far.
        decision: The decision; what its fields were before is filled in.
        desk: The case and the article.
    """
    taking = Taking(review, desk)
    found = taking.take(decision)
    return found if isinstance(found, Refused) else Taken(taking.review, found)


class Taking:
    """An article on which decisions are taken, each held against those before it.

    What each proposal has come to is kept: a decision costs the same however many came before.

    Attributes:
        new: What was taken.
    """

    def __init__(self, review: Review, desk: Desk) -> None:
        """Begin where a review is."""
        self._begun = review
        self._desk = desk
        self._proposals = {one.id: one for one in review.proposals}
        self._standing = review.standing_by_proposal()
        self._steps: dict[str, list[Settled]] = {}
        self._order = {
            one.proposal: n for n, one in enumerate(review.decisions) if one.verb == "confirm"
        }
        self.new: list[Decision] = []

    @property
    def review(self) -> Review:
        """The review after what was taken."""
        return self._begun._replace(decisions=(*self._begun.decisions, *self.new))

    def take(self, decision: Decision) -> Decision | Refused:
        """Take a decision, with what its fields were before; or say why it does not fit."""
        proposal = self._proposals.get(decision.proposal)
        if proposal is None:
            why = f"the article has no proposal `{decision.proposal}`"
            return Refused(why, _some(self._begun.proposals, decision.proposal))
        if proposal.id in self._begun.entered:
            name = self._begun.entered[proposal.id].statement
            hints = (
                "correct it there, in the text; a statement that is taken out of the text is open"
                " as a proposal again",
            )
            return Refused(f"this is in the record already, as {name}", hints)
        steps = self._steps_of(proposal)
        changes = _changes(steps[-1].draft, decision, self._desk)
        if isinstance(changes, Refused):
            return changes
        decision = replace(decision, changes=changes)
        if decision.verb == "undo":
            del steps[max(1, len(steps) - 1) :]
        else:
            after = followed(steps[-1], decision, self._desk)
            refused = self._cannot_be_entered(after) if decision.verb == "confirm" else None
            if refused is not None:
                return refused
            steps.append(after)
        if decision.verb == "confirm":
            self._order[proposal.id] = len(self._begun.decisions) + len(self.new)
        self.new.append(decision)
        return decision

    def _steps_of(self, proposal: Proposal) -> list[Settled]:
        """A proposal as it was read, and after each of the decisions that stand."""
        if proposal.id not in self._steps:
            steps = [Settled(Draft(proposal))]
            for decision in self._standing.get(proposal.id, ()):
                steps.append(followed(steps[-1], decision, self._desk))
            self._steps[proposal.id] = steps
        return self._steps[proposal.id]

    def _cannot_be_entered(self, after: Settled) -> Refused | None:
        """Why the record cannot have what is confirmed, with all that was confirmed before it."""
        if open_if_unfit(after).verb != "confirm":
            return UNFIT
        confirmed = [*self._confirmed_but(after.draft.proposal.id), after.draft]
        found = outcome(confirmed, self._desk, _ANY_FILE)
        return found if isinstance(found, Refused) else None

    def _confirmed_but(self, name: str) -> Iterator[Draft]:
        """What else is confirmed and not in the record yet, in the order in which it was."""
        for other in sorted(self._order, key=lambda one: self._order[one]):
            proposal = self._proposals.get(other)
            if other == name or proposal is None or other in self._begun.entered:
                continue
            after = open_if_unfit(self._steps_of(proposal)[-1])
            if after.verb == "confirm":
                yield after.draft


def _changes(draft: Draft, decision: Decision, desk: Desk) -> tuple[Change, ...] | Refused:
    """The corrections, each with what stood there before."""
    changes = []
    for change in map(as_meant, decision.changes):
        found = corrected(draft, change, desk)
        if isinstance(found, Refused):
            return found
        was = told(draft, change.field, change.link)
        now = told(found, change.field, None if change.field == "chain" else change.link)
        to = change.to if change.to.startswith(NEW) else now
        changes.append(replace(change, was=was, to=to))
        draft = found
    return tuple(changes)


def _some(proposals: Sequence[Proposal], name: str) -> tuple[str, ...]:
    some, others = proposals[:_MOST_LISTED], len(proposals[_MOST_LISTED:])
    listed = ", ".join(one.id for one in some)
    more = f" and {others} more, which `servanda read` lists" if others else ""
    likely = tuple(f"did you mean `{one}`?" for one in near(name, [p.id for p in proposals]))
    return (*likely, *((f"it has {listed}{more}",) if listed else ()))
