"""Which articles of a case hang together."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.agreement import Aim
from servanda.model.case import Case
from servanda.model.node import AgreementId, ArticleNumber, ArticleRef
from servanda.workbench import idle_lines
from servanda.workbench.judging import report_on
from servanda.workbench.linked_articles import LinkedArticles
from servanda.workbench.opening import Opened, open_case

TEXT = """```servanda
state A "A"
state B "B"
incident attack
  by attacker: state
  on victim: state
agreement OTHER "Other"
  between A, B
article 1
  each party must report
agreement PACT "Pact"
  between A, B
{ranks}article 1
  each party must not attack a party
article 2
  when a party breaches article 1
  each other party must consult
article 3
  only if A has met article 2
  article 4 does not apply
article 4
  each party must report
article 5
  each party must cease_fire
article 6
  remains in force for 3 years
reading forever of article 5
  each party must consult
```
"""


def case_of(ranks: str = "") -> Case:
    case = read_case([Source("case.md", TEXT.format(ranks=ranks))]).case
    assert case is not None
    return case


def ref(number: str, agreement: str = "PACT") -> ArticleRef:
    return ArticleRef(AgreementId(agreement), ArticleNumber(number))


def test_articles_that_name_one_another_are_linked_and_those_on_the_life_always() -> None:
    linked = LinkedArticles(case_of())
    assert linked.of(ref("1")) == {ref(n) for n in ("1", "2", "3", "4", "6")}
    assert linked.of(ref("5")) == {ref("5"), ref("6")}
    assert linked.of(ref("1", "OTHER")) == {ref("1", "OTHER"), ref("6")}


def test_where_agreements_prevail_over_one_another_all_are_linked() -> None:
    linked = LinkedArticles(case_of("  prevails over OTHER\n"))
    assert len(linked.of(ref("5"))) == 7


def test_the_others_say_nothing_and_their_readings_can_still_be_taken() -> None:
    case = LinkedArticles(case_of()).alone({ref("1")})
    silent = [a.number for _, a in case.articles() if isinstance(a.effect, Aim)]
    assert silent == ["1", "2", "3", "4", "5", "6"]
    assert [reading.id for reading in case.readings()] == ["forever"]


@pytest.mark.parametrize("name", ["ukraine-2024", "minsk-2015"])
def test_leaving_the_others_out_makes_no_difference(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_case(name)
    assert isinstance(opened, Opened)
    few = opened.case.scenarios[:3]
    case = replace(opened.case, scenarios=few)
    shortened = report_on(case, lambda done, of: None).idle
    monkeypatch.setattr(LinkedArticles, "of", lambda self, ref: case.by_ref().keys())
    monkeypatch.setattr(idle_lines, "_arose_at_once", lambda *_: False)
    assert report_on(case, lambda done, of: None).idle == shortened
    assert shortened
