"""What answers of coverage are called: sorts of change, and of what an answer hangs on."""

from __future__ import annotations

from typing import Literal

ChangeSort = Literal[
    "loses",
    "owes less",
    "hangs on more",
    "hangs on other",
    "other terms",
    "hangs on less",
    "owes more",
    "gains",
]
"""What becomes of what a guarantor owes, what is worse for the beneficiary first."""

NeedSort = Literal[
    "request",
    "own act",
    "own finding",
    "finding",
    "decision",
    "performance",
    "act",
    "open issue",
    "circumstance",
    "breach",
    "earlier incident",
    "suspension",
]
"""What an answer can hang on."""
