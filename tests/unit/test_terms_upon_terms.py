"""Definitions that are defined by definitions: each is read once, however often it is used."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario import simulate
from servanda.analyses.scenario.outcome import State
from servanda.core.reason import MOST_REASONS, Reason
from servanda.language.document import Source
from servanda.workbench.checking import checked_case

LEVELS = 47
"""Read twice at each level, the last definition would be read 2**47 times."""

CASE = """```servanda
case "Terms"
state AAA "Aaa"
state BBB "Bbb"
state CCC "Ccc"
organ council "Council"
  members AAA, BBB
incident attack (attacks, attacked, attack) "Attack"
  by attacker: actor
  on victim: state
  means: ground, air
{definitions}
define d{levels} attack
  where means is air
agreement PACT "Pact"
  between AAA, BBB
article 1
  when attack on a party
  only if it is d0
  each other party must consult
history "Signed"
  2020-01-01 AAA, BBB sign
scenario "Attack"
  2021-01-01 attack A1 by CCC on BBB{means}
```
"""


def text_of(where: str, means: str = "", levels: int = LEVELS) -> str:
    definitions = "\n".join(
        f"define d{n} attack\n  where {where.format(f'it is d{n + 1}')}" for n in range(levels)
    )
    return CASE.format(definitions=definitions, levels=levels, means=means)


@pytest.mark.parametrize("where", ["{0} or {0}", "{0} and {0}", "not ({0} and {0})"])
@pytest.mark.parametrize("means", ["", ", means is air", ", means is ground"])
def test_each_definition_is_read_once(where: str, means: str) -> None:
    checked = checked_case([Source("case.md", text_of(where, means))])
    assert checked.case is not None
    (scenario,) = checked.case.scenarios
    lives = simulate(checked.case, scenario).duties
    # Denied an odd number of times, a definition is met where the last one is not.
    met = means.endswith("air") is not where.startswith("not")
    expected = [State.UNDETERMINED] if not means else [State.PENDING] if met else []
    assert [life.state for life in lives] == expected
    assert all(size(life.why) <= 2 * MOST_REASONS for life in lives)


def size(reason: Reason) -> int:
    return 1 + sum(map(size, reason.because))


def test_what_was_found_is_read_once_by_each_finder() -> None:
    where = "council has found that ({0} or {0}) or council has found that {0}"
    checked = checked_case([Source("case.md", text_of(where, levels=30))])
    assert checked.case is not None
    (scenario,) = checked.case.scenarios
    (life,) = simulate(checked.case, scenario).duties
    assert life.state is State.UNDETERMINED
