"""Every wording, in the order in which they are tried."""

from __future__ import annotations

from servanda.language.wordings import everywhere, in_articles, in_heads, in_scenarios

UNSAYABLE = (*in_articles.UNSAYABLE, *in_scenarios.UNSAYABLE, *everywhere.UNSAYABLE)
"""What cannot be written here, and is told before anything is tried."""

WORDINGS = (
    *everywhere.WORDINGS,
    *in_heads.WORDINGS,
    *in_scenarios.WORDINGS,
    *in_articles.WORDINGS,
)
"""What can be written in other words."""
