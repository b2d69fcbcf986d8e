"""What a log says that no longer holds: the record lacks what it was given, or more is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.reading.proposal import Proposal
from servanda.model.node import StatementId
from servanda.model.record import Statement
from servanda.workbench.reading.confirmation.again import known_already
from servanda.workbench.reading.confirmation.contents import left_out
from servanda.workbench.reading.confirmation.decisions import (
    Decision,
    Entered,
    settled,
    standing_decisions,
)
from servanda.workbench.reading.confirmation.declaring import DIGEST
from servanda.workbench.reading.confirmation.drafts import (
    Desk,
    Draft,
    Field,
    Refused,
    is_of_link,
)
from servanda.workbench.reading.confirmation.fields import told
from servanda.workbench.reading.confirmation.log import Kept
from servanda.workbench.reading.confirmation.outcome import NotEntered
from servanda.workbench.reading.confirmation.planning import prepared

_SAID: tuple[Field, ...] = ("issue", "condition", "factuality", "speaker", "kind", "negated")
"""The fields of which a person has to see what is confirmed."""


class Holding(NamedTuple):
    """What of a log holds in the case as it is now.

    Attributes:
        entered: What the record has, by the id of the proposal.
        moved: Those of which the record has the statement by another name.
        lapsed: Proposals that are open again, and why.
    """

    entered: Mapping[str, Entered]
    moved: tuple[Entered, ...]
    lapsed: tuple[NotEntered, ...]


def holding(kept: Kept, proposals: Sequence[Proposal], desk: Desk) -> Holding:
    """What of a log still holds.

    Args:
        kept: The log, as it was before this reading was entered in it.
        proposals: As they are read now.
        desk: The case and the article.
    """
    decisions = standing_decisions(kept.decisions)
    entered, moved = dict(kept.entered), []
    lapsed: list[NotEntered] = []
    for one in proposals:
        there = entered.get(one.id)
        own = decisions.get(one.id, ())
        if there is None:
            lapsed += _read_otherwise(kept.proposals.get(one.id), one, own, desk)
        elif not in_record(there.statement, desk):
            same = _same(settled(one, own, desk).draft, desk)
            if same is not None:
                entered[one.id] = replace(there, statement=same.id)
                moved.append(entered[one.id])
                continue
            del entered[one.id]
            why = f"it was entered as {there.statement}, which the record does not have any more"
            lapsed.append(NotEntered(one.id, why))
    return Holding(entered, tuple(moved), tuple(lapsed))


def in_record(name: StatementId, desk: Desk) -> bool:
    """Whether a case has a statement of this name, and none that is of other articles alone."""
    statement = next((one for one in desk.case.statements if one.id == name), None)
    return statement is not None and not _is_of_others(statement, desk)


def _is_of_others(statement: Statement, desk: Desk) -> bool:
    """Whether the documents of a statement have the digests of other texts."""
    sources = {one.id: one.source for one in desk.case.documents}
    own = f"{DIGEST}{desk.article.digest}"
    found = [sources.get(passage.document, ()) for passage in statement.passages]
    return bool(found) and all(
        own not in some and any(line.startswith(DIGEST) for line in some) for some in found
    )


def _same(draft: Draft, desk: Desk) -> Statement | None:
    """The statement that the record has of the same words, by whatever name."""
    found = prepared(draft, desk, desk.case.statements)
    return (
        None
        if isinstance(found, Refused)
        else known_already(found[0].statement, desk.case.statements)
    )


def _read_otherwise(
    before: Proposal | None, now: Proposal, decisions: Sequence[Decision], desk: Desk
) -> Iterator[NotEntered]:
    """That a proposal was confirmed when something else was read of it."""
    after = settled(now, decisions, desk)
    if before is None or before == now or after.verb != "confirm":
        return
    was, draft = settled(before, decisions, desk).draft, after.draft
    if _said(was) != _said(draft):
        yield NotEntered(now.id, "it was confirmed, and something else is read of it now")


def _said(draft: Draft) -> list[str]:
    links = range(1, len(draft.proposal.chain) + 1)
    own = [told(draft, field) for field in _SAID if not is_of_link(field)]
    return own + [told(draft, field, at) for at in links for field in _SAID if is_of_link(field)]


def changed_since(draft: Draft, before: Desk, now: Desk) -> NotEntered | None:
    """That the case has lost an issue or an option of a draft since that was confirmed."""
    lost = set(left_out(draft.proposal, now.case)) - set(left_out(draft.proposal, before.case))
    if not lost:
        return None
    why = f"the case was changed after it was confirmed: {'; '.join(sorted(lost))}"
    return NotEntered(draft.proposal.id, why, (_AGAIN,))


_AGAIN = "it is open again: run the command once more, and look at it"


def unfit_since(proposal: str, why: str) -> NotEntered:
    """That a correction does not fit the case any more since it was confirmed."""
    return NotEntered(proposal, f"the case was changed after it was confirmed: {why}", (_AGAIN,))
