"""What was entered in the record of what was read, and what could not be, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.core.visible import visible
from servanda.model.words import listing
from servanda.views.plural import count_of
from servanda.workbench.reading.confirmation.outcome import Confirmations, Confirmed, NotEntered


def confirmed_text(found: Confirmations) -> str:
    """What was written, proposal by proposal."""
    lines = [*_told(found), *(_one(one) for one in found.confirmed)]
    lines += [line for one in found.confirmed for line in _besides(one)]
    lines += [line for one in found.refused for line in _refused(one)]
    lines += [f"{one.proposal} is open again: {one.why}" for one in found.reopened]
    return "".join(f"{visible(line)}\n" for line in lines)


def _told(found: Confirmations) -> Iterator[str]:
    new = sum(one.how != "known" for one in found.confirmed)
    if new:
        yield f"{count_of(new, 'proposal')} entered in {found.file}"
    else:
        yield f"Nothing is added to {found.file}."
    if found.declared:
        yield f"declared for it: {listing(found.declared)}"


def _one(one: Confirmed) -> str:
    match one.how:
        case "added":
            return f"{one.proposal}: {one.statement}"
        case "passage":
            return f"{one.proposal}: a further passage of {one.statement}, which says the same"
        case "known":
            return f"{one.proposal}: this is {one.statement}, which the record has"


def _besides(one: Confirmed) -> Iterator[str]:
    if one.beside:
        yield f"{one.proposal}: {listing(one.beside)} has other things of the same words"
    yield from (f"{one.proposal}: {note}" for note in one.notes)


def _refused(one: NotEntered) -> Iterator[str]:
    yield f"{one.proposal} is not entered: {one.why}"
    yield from (f"  hint: {hint}" for hint in one.hints)
