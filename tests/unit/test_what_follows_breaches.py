"""What breaches bring into play, of many parties: suppositions look at no more than they must."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario import Texts, inquire
from servanda.analyses.scenario.what_if.laboratory import Laboratory
from servanda.analyses.scenario.what_if.peers import peers_among
from servanda.language.document import Source
from servanda.workbench.checking import checked_case
from tests.property.test_what_ifs import see_each

PACT = """```servanda
case "Breaches"
{states}
state XXX "Xxx"
incident attack (attacks, attacked, attack) "Attack"
  by attacker: actor
  on victim: state
agreement PACT "Pact"
  between {parties}
  bound by signature
article 1
  {first}
article 2
  when a party breaches article 1
  each other party must report
  within 2 days of the breach
article 3
  when a party breaches article 2
  each other party must cease_fire
  within 2 days of the breach
history "Signed"
  2020-01-01 each signatory signs
scenario "Attack"
  2021-01-01 attack A1 by {attacker} on S0
  2021-01-08 S1 reports
```
"""
OWED = """when attack on a party
  each other party must consult
  within 2 days of the attack"""
FORBIDDEN = "each party must not attack a party"


def pact(parties: int, first: str, attacker: str = "XXX") -> Source:
    names = [f"S{n}" for n in range(parties)]
    states = "\n".join(f'state {name} "State {name}"' for name in names)
    text = PACT.format(states=states, parties=", ".join(names), first=first, attacker=attacker)
    return Source("case.md", text)


@pytest.mark.parametrize(("first", "attacker"), [(OWED, "XXX"), (FORBIDDEN, "S2")])
def test_a_supposition_about_what_follows_a_breach_comes_out_as_in_the_whole_story(
    first: str, attacker: str
) -> None:
    checked = checked_case([pact(3, first, attacker)])
    assert checked.case is not None
    (scenario,) = checked.case.scenarios
    inquiry = inquire(Texts(checked.case), scenario)
    found = inquiry.run(inquiry.story.end)
    see_each(found, list(found.lives), inquiry, inquiry.story.end)


def test_a_supposition_looks_only_at_those_whose_breach_it_is_about() -> None:
    checked = checked_case([pact(8, OWED)])
    assert checked.case is not None
    (scenario,) = checked.case.scenarios
    inquiry = inquire(Texts(checked.case), scenario)
    found = inquiry.run(inquiry.story.end)
    after_breaches = [life for life in found.lives if life.clause.ref.article == "2"]
    assert len(after_breaches) == 7 * 8
    groups = list(peers_among(after_breaches, found))
    laboratory = Laboratory(found, inquiry.story, groups)
    asked = {peers.first.life.key for peers in groups}
    for peers in groups:
        for question in peers.first.questions:
            for answer in question.answers:
                other = laboratory.under(answer.supposed, peers)
                lives = [life for life in other.lives if life.clause.ref.article == "2"]
                assert {life.key for life in lives} <= asked
