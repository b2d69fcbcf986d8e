"""Every witness of a cover and of a comparison is a scenario that bears out what it expects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from servanda import workbench
from servanda.analyses.scenario import Texts, inquire, judged_in
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.workbench import open_case
from servanda.workbench.comparisons import Compared
from servanda.workbench.coverages import Covered, Witness
from servanda.workbench.opening import Opened

UKRAINE = "ukraine-guarantees"
BY_RUSSIA = "attacker is RUS"
OTHERS = [name for name in workbench.packaged_cases() if name != UKRAINE]

COVERS: list[tuple[str, dict[str, Any]]] = [
    *((name, {}) for name in OTHERS),
    *(
        (UKRAINE, {"agreements": [agreement.id], "where": BY_RUSSIA})
        for agreement in workbench.load_case(UKRAINE).agreements
    ),
    (UKRAINE, {"agreements": ["UK_2024", "CANADA_2024", "LATVIA_2024", "US_2024"]}),
    (UKRAINE, {"where": BY_RUSSIA}),
    ("ukraine-2025-08", {"level": "armed_force", "choices": ["strength=armed_force"]}),
    ("ukraine-2025-08", {"readings": ["joint_decision"]}),
    ("ukraine-2024", {"after": "A new attack, and a request by the hour"}),
    (
        "czechoslovakia-1938",
        {"after": "Notice in 1938 ends the Soviet pact in 1940 (hypothetical)"},
    ),
]

COMPARISONS: list[tuple[str, dict[str, Any]]] = [
    *(
        (UKRAINE, {"agreements": [one], "then_agreements": [other], "where": BY_RUSSIA})
        for one, other in (
            ("ISTANBUL", "PARIS_2026"),
            ("PARIS_2026", "ISTANBUL"),
            ("AUGUST_2025", "POINTS_28"),
            ("UK_2024", "PARIS_2026"),
            ("NAT_FOR_UKRAINE", "LISBON_FOR_UKRAINE"),
        )
    ),
    (UKRAINE, {"agreements": ["PARIS_2026"], "then_without": ["4"], "where": BY_RUSSIA}),
    ("ukraine-2025-08", {"then_choices": ["strength=armed_force"]}),
    ("ukraine-2025-08", {"then_readings": ["joint_decision"]}),
    ("north-atlantic-treaty", {"on": "1949-12-01", "then_on": "2024-04-01"}),
    ("ukraine-2024", {"agreements": ["UK_UKRAINE"], "then_agreements": ["CANADA_UKRAINE"]}),
]


def _named(asked: object) -> str:
    return str(asked).replace("'", "")


def _judged(name: str, witnesses: Sequence[Witness]) -> tuple[int, list[str]]:
    """How many expectations the scenarios of some witnesses have, and those that are not met."""
    opened = open_case(name, inside=True)
    assert isinstance(opened, Opened)
    blocks = "\n".join(witness.block for witness in witnesses if witness.block)
    text = f"```servanda\n{blocks}```\n"
    read = read_case([*opened.sources, Source("witnesses.md", text)])
    assert read.case is not None, [(d.headline, d.origin.place) for d in read.diagnostics]
    scenarios = [s for s in read.case.scenarios if s.origin.file == "witnesses.md"]
    assert len(scenarios) == sum(bool(witness.block) for witness in witnesses)
    texts = Texts(read.case)
    judged = [one for scenario in scenarios for one in judged_in(inquire(texts, scenario))]
    return len(judged), [f"{one.text}: {one.found}" for one in judged if not one.met]


@pytest.mark.parametrize(("name", "asked"), COVERS, ids=_named)
def test_the_witnesses_of_a_cover_run(name: str, asked: dict[str, Any]) -> None:
    covered = workbench.cover(name, **asked)
    assert isinstance(covered, Covered)
    assert [w.number for w in covered.witnesses] == [*range(1, len(covered.witnesses) + 1)]
    number, unmet = _judged(name, covered.witnesses)
    assert unmet == []
    if covered.map.columns:
        assert number >= len([w for w in covered.witnesses if w.block])


@pytest.mark.parametrize(("name", "asked"), COMPARISONS, ids=_named)
def test_the_witnesses_of_a_comparison_run(name: str, asked: dict[str, Any]) -> None:
    compared = workbench.compare(name, **asked)
    assert isinstance(compared, Compared)
    number, unmet = _judged(name, compared.witnesses)
    assert unmet == []
    assert number >= len(compared.witnesses) > 0


VETO = """\
# A veto

```servanda
case "A veto"
state AAA
state BBB
state CCC
state DDD
state XXX
incident attack "Attack"
  by attacker: state
  on victim: state
organ council "Council"
  members the parties of P
  decides by a majority, with a veto of AAA, leaving out the victim, the attacker
agreement P "Pact"
  between AAA, BBB, CCC, DDD
article 1
  when attack on a party
  only if council has decided
  each other party must assist the victim with support
history
  2000-01-01 AAA, BBB, CCC, DDD sign P
```
"""


def test_the_witnesses_of_a_veto_run(tmp_path: Path) -> None:
    case = tmp_path / "veto.md"
    case.write_text(VETO, encoding="utf-8")
    covered = workbench.cover(str(case))
    assert isinstance(covered, Covered)
    (stopper,) = covered.gaps.stoppers
    assert "votes no on A1 in council" in stopper.witness.block
    number, unmet = _judged(str(case), covered.witnesses)
    assert unmet == []
    assert number >= len(covered.witnesses)
