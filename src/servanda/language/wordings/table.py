"""Every wording, in the order in which they are tried."""

from __future__ import annotations

from servanda.language.wordings import (
    everywhere,
    in_bargaining,
    in_conditions,
    in_heads,
    in_life,
    in_operation,
    in_record,
    in_rules,
    in_scenarios,
    in_times,
)

UNSAYABLE = (
    *in_rules.UNSAYABLE,
    *in_life.UNSAYABLE,
    *in_operation.UNSAYABLE,
    *in_times.UNSAYABLE,
    *in_conditions.UNSAYABLE,
    *in_scenarios.UNSAYABLE,
    *in_record.UNSAYABLE,
    *in_bargaining.UNSAYABLE,
    *everywhere.UNSAYABLE,
)
"""What cannot be written here, and is told before anything is tried."""

LAST = in_record.LAST
"""What would do for any line, and is tried where nothing else does."""

WORDINGS = (
    *everywhere.WORDINGS,
    *in_heads.WORDINGS,
    *in_bargaining.WORDINGS,
    *in_scenarios.WORDINGS,
    *in_record.WORDINGS,
    *in_operation.WORDINGS,
    *in_rules.WORDINGS,
    *in_life.WORDINGS,
    *in_times.WORDINGS,
    *in_conditions.WORDINGS,
)
"""What can be written in other words."""
