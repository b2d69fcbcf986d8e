"""Cases told in the language, with a scenario whose expectations must be borne out."""

from __future__ import annotations

from servanda.analyses.scenario import judge, simulate
from servanda.analyses.scenario.outcome import Outcome
from servanda.language.document import Source
from servanda.model.case import Case
from servanda.workbench.checking import checked_case

OPENING = """```servanda
state USA "United States"
state FRA "France"
state UKR "Ukraine"
state RUS "Russia"
organisation UN "United Nations"
organ council "Council"
incident attack "Attack"
  by attacker: actor
  on victim: state
  means: ground, air, cyber
define armed attack
  where means is one of ground, air
circumstance truce "A truce is in force"

agreement PACT "Pact"
  between USA, FRA, UKR, RUS

history "Signed"
  2026-01-01 each signatory signs

"""


def told_case(text: str) -> Case:
    """The case of four parties to a pact, with these articles and scenarios."""
    found = checked_case([Source("pact.md", f"{OPENING}{text}```\n")])
    assert found.case is not None, [(d.code, d.headline) for d in found.diagnostics]
    return found.case


def borne_out(text: str) -> Outcome:
    """What the last scenario leads to, once every expectation has been found to be met."""
    case = told_case(text)
    judged = [j for scenario in case.scenarios for j in judge(case, scenario)]
    assert judged
    assert [f"{j.text}: {j.found}" for j in judged if not j.met] == []
    return simulate(case, case.scenarios[-1])


def refused(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The mistakes of a text: their codes and hints."""
    found = checked_case([Source("pact.md", f"{OPENING}{text}```\n")])
    return [(d.code, d.hints) for d in found.diagnostics]
