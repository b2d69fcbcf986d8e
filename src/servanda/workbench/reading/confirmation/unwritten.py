"""What is told where something stood in the way: what is in the record, and what is only kept."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.workbench.reading.confirmation.outcome import Confirmed
from servanda.workbench.reports import Checked

_MOST_LISTED = 12


def with_what_is_kept(
    failure: Checked, kept: Sequence[str], entered: Sequence[Confirmed], folder: str
) -> Checked:
    """A report of what stood in the way, and behind it what became of what was confirmed.

    Args:
        failure: The report.
        kept: The proposals that are confirmed and not in the record.
        entered: Those that were entered before something stood in the way.
        folder: Where the decisions are.
    """
    there = _some([f"{one.proposal} as {one.statement}" for one in entered])
    if kept:
        some = "1 proposal is" if len(kept) == 1 else f"{len(kept)} proposals are"
        headline = f"{some} confirmed and not in the record yet: {_some(kept)}"
        hints = ["what was confirmed is kept: put right what stands in the way, and run this again"]
        hints += [f"in the record already: {there}"] if entered else []
    elif entered:
        headline, hints = f"what was confirmed is in the record: {there}", []
    else:
        return failure
    told = Diagnostic("SV965", Severity.WARNING, headline, Origin(file=folder), hints=tuple(hints))
    return replace(failure, diagnostics=(*failure.diagnostics, told))


def _some(names: Sequence[str]) -> str:
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
