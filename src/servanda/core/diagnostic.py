"""A user's mistake is a value: what is wrong, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

import msgspec

from servanda.core.origin import Origin

MOST_REPORTS = 200
"""More than this nobody reads at once."""


class Severity(Enum):
    """How much a diagnostic matters: an error stops an analysis, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Diagnostic(msgspec.Struct, frozen=True, omit_defaults=True):
    """One report about the user's text.

    Attributes:
        code: ``SV`` and three digits; each code has a page (``servanda explain CODE``).
        severity: Error or warning.
        headline: What is wrong, in a sentence that stands alone.
        origin: The words that are wrong; line 0 where a whole file is meant.
        label: A few words to print under them.
        hints: What to write instead, each ready to be pasted or followed.
        related: Other places that explain the report, each with a note.
    """

    code: str
    severity: Severity
    headline: str
    origin: Origin
    label: str = ""
    hints: tuple[str, ...] = ()
    related: tuple[tuple[str, Origin], ...] = ()


def in_order(
    reports: Iterable[Diagnostic], files: Sequence[str], left_out: str
) -> tuple[Diagnostic, ...]:
    """Reports in the order of the text; of too many, errors before warnings.

    Where some are left out, the last report says how many.

    Args:
        reports: What was found, in any order.
        files: Names of the texts, in their order.
        left_out: The code of the report that says how many are left out.
    """
    rank = {name: index for index, name in enumerate(files)}
    ordered = sorted(
        reports, key=lambda r: (rank.get(r.origin.file, len(rank)), r.origin.start, r.code)
    )
    if len(ordered) <= MOST_REPORTS:
        return tuple(ordered)
    kept = sorted(ordered, key=lambda r: r.severity is Severity.WARNING)[:MOST_REPORTS]
    chosen = {id(report) for report in kept}
    more = Diagnostic(
        code=left_out,
        severity=Severity.WARNING,
        headline=f"there are more than {MOST_REPORTS} mistakes;"
        f" {len(ordered) - MOST_REPORTS} are not shown",
        origin=Origin(file=kept[-1].origin.file),
        hints=("put the first ones right, and check again",),
    )
    return (*(report for report in ordered if id(report) in chosen), more)
