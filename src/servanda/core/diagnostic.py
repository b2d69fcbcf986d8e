"""A user's mistake is a value: what is wrong, where, and what to write instead."""

from __future__ import annotations

from enum import Enum

import msgspec

from servanda.core.origin import Origin


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
