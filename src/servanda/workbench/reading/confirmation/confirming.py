"""Confirmed drafts into the text of a case: those that fit, each named if it does not."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.model.record import Statement
from servanda.workbench.appending import misread, put, target_of, text_of, with_pieces
from servanda.workbench.opening import Opened
from servanda.workbench.reading.confirmation.drafts import Desk, Draft
from servanda.workbench.reading.confirmation.outcome import Confirmations, NotEntered
from servanda.workbench.reading.confirmation.planning import planned
from servanda.workbench.reports import Checked


def enter(
    opened: Opened, name: str, desk: Desk, drafts: Sequence[Draft], *, keep_words: bool = False
) -> Confirmations | Checked:
    """Enter confirmed drafts in the record of a case; one that does not fit keeps out no other.

    Args:
        opened: The case as it stands now.
        name: What the user calls it.
        desk: With the same case.
        drafts: Those confirmed, in their order.
        keep_words: Whether the words of the article are kept as well.

    Returns:
        What was written; or what stood in the way of writing anything.
    """
    target = target_of(name)
    before = text_of(opened, target)
    left: dict[int, NotEntered] = {}
    while True:
        plan = planned(desk, target, drafts, left, keep_words=keep_words)
        left |= plan.refused
        text, again = plan.text(before), plan.found_again()
        if not (plan.pieces or again):
            break
        misfits = list(misread(opened, target, plan.pieces, text, again))
        if not misfits:
            failure = put(target, before, with_pieces(text, plan.pieces)[0])
            if failure is not None:
                return failure
            break
        for misfit in misfits:
            proposal = drafts[misfit.of].proposal
            left[misfit.of] = NotEntered(proposal.id, misfit.why, misfit.hints)
    declared = (one.value.id for one in plan.pieces if not isinstance(one.value, Statement))
    return Confirmations(
        file=str(target),
        confirmed=tuple(plan.confirmed),
        refused=tuple(one for _, one in sorted(left.items())),
        declared=tuple(map(str, declared)),
    )
