"""How far an article has been gone through: its proposals, and what each would come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from servanda.analyses.reading.proposal import Proposal
from servanda.model.record import Person
from servanda.model.words import listing
from servanda.workbench.reading.confirmation.again import (
    known_already,
    said_elsewhere,
    with_the_same_words,
)
from servanda.workbench.reading.confirmation.decisions import (
    Decision,
    Entered,
    Settled,
    settled,
    standing_decisions,
)
from servanda.workbench.reading.confirmation.drafts import Change, Desk, Draft, Refused
from servanda.workbench.reading.confirmation.order import tellings
from servanda.workbench.reading.confirmation.planning import Foretold, planned, prepared


class Review(NamedTuple):
    """What was decided so far.

    Attributes:
        proposals: Those of the article, in the order in which they are asked about.
        decisions: All of them, in the order in which they were taken.
        entered: What the record has already, by the id of the proposal.
    """

    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...] = ()
    entered: Mapping[str, Entered] = {}

    def proposal(self, name: str) -> Proposal | None:
        """A proposal by its id."""
        return next((one for one in self.proposals if one.id == name), None)

    def standing(self, proposal: Proposal) -> Sequence[Decision]:
        """The decisions on a proposal that have not been taken back."""
        own = (decision for decision in self.decisions if decision.proposal == proposal.id)
        return standing_decisions(own).get(proposal.id, ())

    def standing_by_proposal(self) -> Mapping[str, Sequence[Decision]]:
        """The same of all proposals, by the id of each."""
        return standing_decisions(self.decisions)

    def settled(self, proposal: Proposal, desk: Desk) -> Settled:
        """A proposal after what was decided of it."""
        return settled(proposal, self.standing(proposal), desk)

    def confirmed(self, desk: Desk) -> Iterator[Draft]:
        """What was confirmed and is not in the record yet, in the order in which it was confirmed.

        So each comes to what it was shown to come to, whatever is confirmed after it.
        """
        order = {one.proposal: n for n, one in enumerate(self.decisions) if one.verb == "confirm"}
        standing = self.standing_by_proposal()
        for one in sorted(self.proposals, key=lambda one: order.get(one.id, -1)):
            after = settled(one, standing.get(one.id, ()), desk)
            if one.id not in self.entered and after.verb == "confirm":
                yield after.draft

    def last(self) -> Decision | None:
        """The decision that is taken back next; none of what is in the record."""
        standing: list[Decision] = []
        for decision in self.decisions:
            if decision.verb != "undo":
                standing.append(decision)
                continue
            at = max(
                (n for n, d in enumerate(standing) if d.proposal == decision.proposal), default=-1
            )
            if at >= 0:
                del standing[at]
        free = (d for d in reversed(standing) if d.proposal not in self.entered)
        return next(free, None)


def foretold(
    review: Review,
    proposal: Proposal,
    desk: Desk,
    target: Path,
    *,
    apart: bool = False,
    keep_words: bool = False,
) -> Foretold | Refused:
    """What a proposal would come to if it were confirmed now, with all that was confirmed before.

    Args:
        review: So far.
        proposal: One of its proposals that is open.
        desk: The case and the article.
        target: The file that the record is added to.
        apart: Whether it is to be a statement of its own, though the record has the same saying.
        keep_words: Whether the words of the article are kept as well.
    """
    confirming = Decision("confirm", proposal.id, (APART,) if apart else ())
    after = review._replace(decisions=(*review.decisions, confirming))
    confirmed = list(after.confirmed(desk))
    if not confirmed or confirmed[-1].proposal.id != proposal.id:
        return UNFIT
    return outcome(confirmed, desk, target, keep_words=keep_words)


def outcome(
    confirmed: Sequence[Draft], desk: Desk, target: Path, *, keep_words: bool = False
) -> Foretold | Refused:
    """What the last of some confirmed drafts comes to, behind those before it."""
    plan = planned(desk, target, confirmed, {}, keep_words=keep_words)
    return plan.foretold(len(confirmed) - 1)


APART = Change("apart", "yes")
"""What makes a proposal a statement of its own."""

UNFIT = Refused(
    "a correction of it does not fit the case any more",
    ("take the correction back with `u`, put the case right, or drop the proposal",),
)


def telling(review: Review, name: str) -> Iterator[str]:
    """That a proposal only tells of another one, where it does."""
    told = tellings(review.proposals).get(name)
    if told is not None:
        yield f"what it tells is {told}: confirm that one, and this one only if it is said itself"


def notes_on(draft: Draft, desk: Desk) -> list[str]:
    """What has to be known of a draft before it is confirmed: what the record has, and lacks."""
    found = prepared(draft, desk, desk.case.statements)
    if isinstance(found, Refused):
        return [f"it cannot be entered as it is: {found.why}", *found.hints]
    made, record = found[0], desk.case.statements
    known = known_already(made.statement, record)
    if known is not None:
        return [f"the record has it already, as {known.id}"]
    notes = [*map(_entered, made.persons), *made.notes]
    same = None if draft.given.apart else said_elsewhere(made.statement, record)
    if same is not None:
        notes.append(
            f"{same.id} of the record says the same: `s` makes a statement of its own of this one"
        )
    beside = with_the_same_words(made.statement, record)
    notes += [f"{one.id} of the record has other things of the same words" for one in beside]
    return notes


def _entered(person: Person) -> str:
    """``CLIFF, Cora Cliff, is new to the case, and is entered as speaking for CEDAR``."""
    parties = listing(dict.fromkeys(str(office.actor) for office in person.offices))
    whom = f"as speaking for {parties}" if parties else "as speaking for nobody"
    return f"{person.id}, {person.title}, is new to the case, and is entered {whom}"
