"""What the tests of several families of rules use."""

from __future__ import annotations

import datetime as dt

import msgspec

from servanda.analyses.scenario import simulate
from servanda.analyses.scenario.outcome import Outcome, State
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.language.document import Source
from servanda.model.agreement import (
    Amendment,
    Article,
)
from servanda.model.case import Case
from servanda.model.node import AmendmentId
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    GUARANTORS,
    article,
    assist,
    attack,
    attack_on,
    means,
    must,
    names,
)

NOT_ARISEN, UNDETERMINED, PENDING = State.NOT_ARISEN, State.UNDETERMINED, State.PENDING
MET, BREACHED, LAPSED, EXCEPTED = State.MET, State.BREACHED, State.LAPSED, State.EXCEPTED
BINDING, PERMITTED, SUSPENDED = State.BINDING, State.PERMITTED, State.SUSPENDED
HOLDS, FAILS = Verdict.HOLDS, Verdict.FAILS
ON_ATTACK = attack_on(names("UKR"))
RUSSIAN = attack("2026-03-01", by="RUS", on="UKR", place="kyiv", means="air")


def told(why: Reason) -> set[str]:
    """Every sentence of a reason."""
    return {why.told}.union(*map(told, why.because))


def amended(of: Article, *versions: tuple[str, str | None, Article | None]) -> Article:
    """An article with amendments: the first day, the last one exclusive, what it says then."""
    made = tuple(
        Amendment(
            id=AmendmentId(f"protocol_{n}"),
            start=dt.date.fromisoformat(start),
            end=dt.date.fromisoformat(end) if end else None,
            article=text,
        )
        for n, (start, end, text) in enumerate(versions, 1)
    )
    return msgspec.structs.replace(of, amendments=made)


AIR_ONLY = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=means("air"))
DOMESTIC = """
```servanda
state A "Aland"
state B "Bland"
incident attack
  by attacker: actor
  on victim: state
law peace_law
agreement PACT "Pact"
  between A, B
article 1
  each party must not attack another party
  given effect by peace_law
article 2
  only if A has given effect to article 1
  B must report
reading bare of article 3
  given effect by peace_law
article 3
  each party may consult
scenario "Domestic"
  2026-01-01 A, B sign
  2026-02-01 A enacts peace_law
  2026-03-01 attack X by B on A
  expect {}
```
"""


def domestic(claim: str) -> Case:
    found = checked_case([Source("domestic.md", DOMESTIC.format(claim))])
    assert found.case is not None, [report.headline for report in found.diagnostics]
    return found.case


LATER = """```servanda
case "Later"
state AAA "Aaa"
state BBB "Bbb"
state CCC "Ccc"
state EEE "Eee"

region north "North"

incident attack "Attack"
  by attacker: state
  on victim: state
  place: region
  means: air, cyber

agreement PACT "Pact"
  between AAA, BBB
  bound by signature

article 1
  when attack on AAA
  only if place is in north and means is air
  BBB must consult
  within 2 days of the attack

article 2
  when BBB breaches article 1
  AAA must report

article 3
  the parties jointly must cease_fire

article 4
  remains in force for 1 year

article 5
  a state may accede

scenario "S"
  2026-01-01 AAA, BBB sign
  {}
```
"""


def later(events: str) -> Outcome:
    told = checked_case([Source("later.md", LATER.format(events))])
    assert told.case is not None, told.diagnostics
    return simulate(told.case, told.case.scenarios[0])
