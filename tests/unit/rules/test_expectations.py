"""The semantic rules on expectations."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario import judge
from servanda.language.document import Source
from servanda.workbench.checking import checked_case
from tests.unit.rules.pieces import domestic


def assert_judged(text: str, met: bool, found: str) -> None:
    """The one expectation of the first scenario is met or not, and what is found says so."""
    told = checked_case([Source("expected.md", text)]).case
    assert told is not None
    (judged,) = judge(told, told.scenarios[0])
    assert (judged.met, found in judged.found) == (met, True), judged.found


TWICE = """
```servanda
state A "A"
state B "B"
state C "C"
incident attack
  by attacker: state
  on victim: state
agreement PACT "Pact"
  between A, B
article 1
  when attack by C on a party
  each other party must assist the victim with support
  within 3 days of the attack
article 2
  when B requests consultation
  A must consult
  within 24 hours of the request
article 3
  each party must not attack another party
scenario "Twice"
  2026-01-01 A, B sign
  2026-02-01 attack X by C on B
  2026-02-02 A assists B with support over X
  2026-03-01 attack Y by C on B
  2026-03-01 10:00 B requests consultation
  2026-03-01 11:00 A consults
  2026-03-02 10:00 B requests consultation
  2026-03-09 attack Z by A on A
  expect {}
```
"""


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A has met article 1", False, "A has met article 1 over X and is in breach of it over Y"),
        ("A is in breach of article 1", False, "A has met article 1 over X and is in breach"),
        ("on 2026-02-10 A has met article 1", True, ""),
        (
            "on 2026-03-02 A still owes article 1",
            False,
            "A has met article 1 over X and still owes",
        ),
        ("A has met article 1 over X", True, ""),
        ("A is in breach of article 1 over Y", True, ""),
        ("A has met article 2", False, "B requests consultation, 2026-03-02 10:00"),
        ("A is in breach of article 2", True, ""),
        ("A must not attack B", True, ""),
        ("A must not attack another party", True, ""),
        ("A must not attack A", False, "A must not attack another party"),
        ("A is in breach of article 3", False, "A must not attack another party"),
    ],
)
def test_e1_a_claim_about_a_duty_is_about_every_one_unless_it_says_which(
    claim: str, met: bool, found: str
) -> None:
    assert_judged(TWICE.format(claim), met, found)


PERMITTING = """
```servanda
state A "Aland"
state B "Bland"
state C "Cland"
region north
region south
incident attack
  by attacker: actor
  on victim: state
  place: region
agreement PACT "Pact"
  between A, B, C
article 1
  when attack on a party
  only if place is in north
  each other party may assist the victim
article 2
  A may attack C
article 3
  when attack by C on a party
  only if place is in north
  each other party must consult
  within 3 days of the attack
article 4
  each party must not attack another party
scenario "May"
  2026-01-01 A, B, C sign
  2026-02-01 attack X by C on B, place is north
  2026-02-02 A consults
  2026-03-01 attack Y by C on B
  2026-03-02 attack Z by A on C, place is north
  2026-03-02 B consults
  2026-04-01 attack W by unknown on C, place is south
  expect {}
```
"""


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A may assist B", True, ""),
        ("A may assist B with support", True, ""),
        ("A may assist C", False, "A may not rely on article 1"),
        ("C may assist B", False, "C is itself one of those"),
        ("A may attack C under article 2", True, ""),
        ("C may attack A", False, "no article permits C to attack A"),
        ("A may assist B under article 3", False, "article 3 permits A nothing"),
        ("A may assist B over W", False, ""),
        ("it is undetermined whether A may assist B over Y, for want of place", True, ""),
        ("1 party may assist B over X", True, ""),
        ("2 parties may assist B over X", False, "A may; B and C may not"),
        ("A must assist B with support", False, "A has met article 3"),
    ],
)
def test_e2_what_somebody_may_do_is_what_an_article_permits(
    claim: str, met: bool, found: str
) -> None:
    assert_judged(PERMITTING.format(claim), met, found)


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A is not in breach of article 3 over X", True, "A has met article 3"),
        ("A has not met article 3 over X", False, "A has met article 3"),
        ("A has not met article 3", False, "A has met article 3"),
        ("B has not met article 3", True, ""),
        ("A is not in breach of article 3", False, "undetermined"),
        ("it is undetermined whether A is not in breach of article 3, for want of place", True, ""),
        ("on 2026-03-03 A is not in breach of article 3", True, ""),
        ("it is undetermined whether A has not met article 3 over Y", False, "undetermined"),
        ("C is not in breach of article 3", True, ""),
        ("C is not in breach of article 4", False, "C is in breach of article 4"),
        ("C is not in breach of article 4 over Z", True, "but not over Z"),
        ("A is not in breach of article 4 over Z", False, "A is in breach of article 4"),
        ("B is not in breach of article 4 over W", False, "undetermined"),
        (
            "it is undetermined whether B is not in breach of article 4, for want of attacker",
            True,
            "",
        ),
    ],
)
def test_e3_what_is_denied_is_denied_of_every_duty_under_the_article(
    claim: str, met: bool, found: str
) -> None:
    assert_judged(PERMITTING.format(claim), met, found)


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A has given effect to article 1", True, ""),
        ("on 2026-01-15 A has given effect to article 1", False, "A has not enacted peace_law"),
        ("B has given effect to article 1", False, "B has not enacted peace_law"),
        ("B has not given effect to article 1", True, ""),
        ("A, B have given effect to article 1", False, "B has not enacted peace_law"),
        ("B has given effect to article 3", True, "needs no law"),
    ],
)
def test_e4_effect_is_given_by_the_law_that_the_article_names(
    claim: str, met: bool, found: str
) -> None:
    told = domestic(claim)
    (judged,) = judge(told, told.scenarios[0])
    assert (judged.met, found in judged.found) == (met, True), judged.found
