"""Cases of one pattern in any size, to see how the cost of a run grows."""

from __future__ import annotations

from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case

WORDS = """
incident attack "Attack"
  by attacker: state
  on victim: state
  means: air, cyber

agreement PACT "Pact"
  between {names}
  bound by signature

article 1
  each party must not attack a party

article 2
  when attack on a party
  each other party must consult the victim
  within 24 hours of the attack

article 3
  when a party breaches article 1
  each other party must report
"""


def pact(states: int, attacks: int) -> Case:
    """A pact of so many states, one of which is attacked so often by nobody knows whom."""
    actors = [f"S{number}" for number in range(states)]
    declared = "\n".join(f'state {actor} "{actor}"' for actor in actors)
    names = ", ".join(actors)
    events = [f"  2026-01-01 {names} sign"]
    events += [f"  2026-03-01 attack B{number} on {actors[0]}" for number in range(attacks)]
    scenario = "\n".join(('scenario "Attacks"', *events))
    text = f'```servanda\ncase "Pact"\n{declared}\n{WORDS.format(names=names)}\n{scenario}\n```\n'
    reading = read_case([Source("pact.md", text)])
    assert reading.case is not None, reading.diagnostics
    return reading.case


LEAGUE = """
incident attack "Attack"
  by attacker: state
  on victim: state

agreement LEAGUE "League"
  between {names}
  bound by signature
"""

DUTY = """
article {number}
  when attack on a party
  each other party must consult the victim
  within {number} days of the attack
"""


def league(states: int, articles: int, attacks: int) -> Case:
    """A pact of so many states and articles, under which so many attacks by a party are known."""
    actors = [f"S{number}" for number in range(states)]
    declared = "\n".join(f'state {actor} "{actor}"' for actor in actors)
    names = ", ".join(actors)
    duties = "".join(DUTY.format(number=number + 1) for number in range(articles))
    events = [f"  2026-01-01 {names} sign"]
    for number in range(attacks):
        by, on = actors[number % states], actors[(number + 1) % states]
        events.append(f"  2026-03-{number + 1:02} attack B{number} by {by} on {on}")
    scenario = "\n".join(('scenario "Attacks"', *events))
    parts = ('case "League"', declared, LEAGUE.format(names=names), duties, scenario)
    text = "```servanda\n" + "\n".join(parts) + "\n```\n"
    reading = read_case([Source("league.md", text)])
    assert reading.case is not None, reading.diagnostics
    return reading.case
