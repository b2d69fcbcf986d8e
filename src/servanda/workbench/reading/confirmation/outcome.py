"""What confirmed proposals have come to in the record, as values that pages and documents are made of."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.model.node import StatementId

How = Literal["added", "passage", "known"]


class Confirmed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What becomes of a confirmed proposal.

    Attributes:
        statement: The statement that the record has of it.
        how: As a statement of its own; as a further passage of one; or it had it already.
        beside: Statements that are found at the same words and say something else.
        notes: What of it the record does not have.
    """

    proposal: str
    statement: StatementId
    how: How
    beside: tuple[StatementId, ...] = ()
    notes: tuple[str, ...] = ()


class NotEntered(msgspec.Struct, frozen=True, omit_defaults=True):
    """A confirmed proposal that the record cannot have, and why."""

    proposal: str
    why: str
    hints: tuple[str, ...] = ()


class Confirmations(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was written.

    Attributes:
        file: Where the record is.
        declared: Names that were declared for it: the document, its outlet, persons.
        reopened: What was confirmed or entered before, and is open again.
    """

    file: str
    confirmed: tuple[Confirmed, ...]
    refused: tuple[NotEntered, ...] = ()
    declared: tuple[str, ...] = ()
    reopened: tuple[NotEntered, ...] = ()
