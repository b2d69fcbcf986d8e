"""For want of what a claim is undetermined: an issue that is open, a circumstance in doubt."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, product

from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.duties.inquiry import Inquiry
from servanda.analyses.scenario.duties.matters import Run
from servanda.core.verdict import Verdict
from servanda.model.case import (
    Change,
)
from servanda.model.node import CircumstanceId, IssueId

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


MOST_SETTLEMENTS = 64
"""How many ways to settle the other open issues are tried for one that may be wanting."""


def hangs_on(
    name: str, inquiry: Inquiry, run: Run, verdict_in: Callable[[Inquiry], Verdict]
) -> bool:
    """Whether an answer hangs on an issue, however the others are settled, or on a circumstance.

    Where the others can be settled in more ways than are tried, it is taken to hang on it.

    Args:
        name: The issue or the circumstance.
        inquiry: The story as it is.
        run: What came of it.
        verdict_in: Whether what is claimed is so in a story under a supposition.
    """
    text = run.frame.text
    unsettled = {i: issue for i, issue in text.issues.items() if text.options[i] is None}
    issue = unsettled.pop(IssueId(name), None)
    if issue is None:
        return _hangs_on_circumstance(name, inquiry, verdict_in)
    bearing = what_bonds_read(text).issues
    others = [other for other in unsettled.values() if other.id in bearing]
    ways = product(*([(o.id, option.id) for option in o.options] for o in others))
    hangs = any(
        verdict_in(inquiry.choosing(way)) is UNDETERMINED
        and any(
            verdict_in(inquiry.choosing((*way, (name, option.id)))) is not UNDETERMINED
            for option in issue.options
        )
        for way in islice(ways, MOST_SETTLEMENTS)
    )
    return hangs or next(ways, None) is not None  # There are more than are tried: it may hang.


def _hangs_on_circumstance(
    name: str, inquiry: Inquiry, verdict_in: Callable[[Inquiry], Verdict]
) -> bool:
    """Whether it would be answered if it were certain that a circumstance in doubt holds, or not."""
    ways: tuple[Change, ...] = ("begins", "ends")
    return any(
        verdict_in(inquiry.with_change(CircumstanceId(name), way)) is not UNDETERMINED
        for way in ways
    )
