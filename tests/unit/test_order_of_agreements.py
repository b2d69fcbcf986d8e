"""The order in which agreements are written changes nothing (rule A15)."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from itertools import permutations

import pytest

from servanda.analyses.scenario import simulate
from servanda.core.calendar import Moment
from servanda.language.document import Source
from servanda.model.case import Case
from servanda.workbench.checking import checked_case

NAMES = ("ONE", "TWO", "SIX")

ACTORS = """```servanda
case "Order"
state A "Aster"
state B "Briar"
state C "Cedar"

issue entry "When it enters into force"
  option now "Now"
  option later "Later"

"""

EVENTS = """
scenario "S"
  2026-01-01 A, B sign ONE
  2026-01-01 A, B sign TWO
  2026-01-01 A, B sign SIX
  2026-01-05 C accedes to ONE
  2026-01-05 C accedes to TWO
  2026-01-09 A notifies withdrawal from TWO
  2026-01-20 C accedes to SIX
```
"""

ENTERS = (
    "each signatory has signed",
    "each signatory has signed and {other} is in force",
    "each signatory has signed and not ({other} is in force)",
    "each signatory has signed and ({other} is in force or not ({third} is in force))",
    "a party of {other} has acceded to {other}",
    "each signatory has signed and entry is now",
)
LASTS = (
    "",
    "article 2\n  remains in force until {other} is in force\n",
    "article 2\n  remains in force until not ({third} is in force)\n",
    "article 2\n  remains in force for 3 days\n",
)
ACCEDES = ("", "  only if {other} is in force\n", "  unless the applicant is a party of {other}\n")


def drawn(name: str, chance: random.Random) -> str:
    """An agreement whose life may hang on the two others."""
    other, third = chance.sample([n for n in NAMES if n != name], 2)
    enters, lasts, accedes = (chance.choice(forms) for forms in (ENTERS, LASTS, ACCEDES))
    text = f"""agreement {name} "{name}"
  between A, B
  bound by signature

article 1
  enters into force when {enters}

{lasts}
article 3
{accedes}  a state may accede

article 4
  a party may withdraw with effect 5 days after notice

"""
    return text.format(other=other, third=third)


def case_of(agreements: Sequence[str]) -> Case:
    found = checked_case([Source("case.md", f"{ACTORS}{''.join(agreements)}{EVENTS}")])
    assert found.case is not None, found.diagnostics
    return found.case


def in_force_at_first(agreements: Sequence[str]) -> dict[str, str]:
    """Whether each agreement is in force on the day on which all are signed."""
    case = case_of(agreements)
    first = Moment(dt.date(2026, 1, 1))
    outcome = simulate(case, case.scenarios[0], at=first, what_if="none")
    return {force.agreement: force.verdict.value for force in outcome.force}


def lives(agreements: Sequence[str]) -> dict[str, list[str]]:
    """What becomes of each agreement, day by day."""
    case = case_of(agreements)
    told: dict[str, list[object]] = {name: [] for name in NAMES}
    for day in ("01", "02", "04", "05", "06", "14", "15", "20"):
        at = Moment(dt.date(2026, 1, int(day)))
        outcome = simulate(case, case.scenarios[0], at=at, what_if="none")
        for force in outcome.force:
            told[force.agreement].append((day, force.verdict))
        for bond in outcome.bonds:
            told[bond.agreement].append((day, bond.actor, bond.verdict))
    return {name: sorted(map(str, lives)) for name, lives in told.items()}


@pytest.mark.parametrize("seed", range(12))
def test_the_order_in_which_agreements_are_written_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)
    agreements = [drawn(name, chance) for name in NAMES]
    first, *others = (lives(order) for order in permutations(agreements))
    assert all(other == first for other in others)


WAITING = {
    "a ring of three that shut one another out": (
        {
            "ONE": "not (TWO is in force)",
            "TWO": "not (SIX is in force)",
            "SIX": "not (ONE is in force)",
        },
        {"ONE": "undetermined", "TWO": "undetermined", "SIX": "undetermined"},
    ),
    "one shut out by what waits for a third": (
        {"ONE": "not (TWO is in force)", "TWO": "SIX is in force", "SIX": "A has signed SIX"},
        {"ONE": "fails", "TWO": "holds", "SIX": "holds"},
    ),
    "one shut out by what is shut out": (
        {"ONE": "not (TWO is in force)", "TWO": "not (SIX is in force)", "SIX": "A has signed SIX"},
        {"ONE": "holds", "TWO": "fails", "SIX": "holds"},
    ),
    "two that wait for one another, and a third that they would shut out": (
        {"ONE": "TWO is in force", "TWO": "ONE is in force", "SIX": "not (ONE is in force)"},
        {"ONE": "fails", "TWO": "fails", "SIX": "holds"},
    ),
}


@pytest.mark.parametrize("name", WAITING)
def test_which_enter_into_force_together(name: str) -> None:
    waits, expected = WAITING[name]
    texts = [
        f'agreement {one} "{one}"\n  between A, B\n  bound by signature\n\n'
        f"article 1\n  enters into force when each signatory has signed and {waits[one]}\n\n"
        "article 2\n  a state may accede\n\n"
        "article 3\n  a party may withdraw with effect 5 days after notice\n\n"
        for one in NAMES
    ]
    for order in permutations(texts):
        assert in_force_at_first(order) == expected
