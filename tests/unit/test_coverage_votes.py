"""Coverage where bodies vote: who can block, how votes come out together, what is shown of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from servanda import workbench
from servanda.workbench.coverages import Covered
from servanda.workbench.results import TestReport

OPENING = """\
case "Votes"
state AAA
state BBB
state CCC
state DDD
state XXX
incident attack "Attack"
  by attacker: state
  on victim: state
  means: land, cyber
"""

SIGNED = """\
history
  2000-01-01 AAA, BBB, CCC, DDD sign P
"""


def written(folder: Path, text: str, opening: str = OPENING, history: str = SIGNED) -> Path:
    """A case in a file of its own."""
    path = folder / f"case{len([*folder.iterdir()])}.md"
    path.write_text(f"```servanda\n{opening}{text}{history}```\n", encoding="utf-8")
    return path


def covered(case: Path, **asked: Any) -> Covered:
    answer = workbench.cover(str(case), **asked)
    assert isinstance(answer, Covered), answer
    return answer


def borne_out(case: Path, answer: Covered) -> bool:
    """Whether a run says what all witnesses say."""
    text = case.read_text(encoding="utf-8")
    blocks = "".join(f"\n```servanda\n{w.block}```\n" for w in answer.witnesses if w.block)
    case.write_text(text + blocks, encoding="utf-8")
    report = workbench.expectations(str(case))
    assert isinstance(report, TestReport), report
    assert report.expectations
    return report.failed == 0


# What is supposed to be decided.


def test_a_decision_that_is_supposed_is_in_the_witness(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
organ council "Council"
  members the parties of P
  decides by a majority
agreement P "Pact"
  between AAA, BBB, CCC, DDD
article 1
  when attack on a party
  only if council has decided
  each other party must assist the victim with support
""",
    )
    answer = covered(case, where="council has decided")
    assert any("council decides on A1" in witness.block for witness in answer.witnesses)
    assert borne_out(case, answer)


# Many members, each of whom counts otherwise.


def test_a_body_whose_rules_tell_all_members_apart_has_an_answer(tmp_path: Path) -> None:
    """Sixteen members could vote in four thousand million ways."""
    states = [f"S{n:02}" for n in range(16)]
    head = "".join(f"state {state}\n" for state in states)
    opening = (
        f'case "Many"\n{head}incident attack "Attack"\n  by attacker: state\n  on victim: state\n'
    )
    articles = "".join(
        f"article {bit + 1}\n  when attack on a party\n"
        "  only if the parties have decided by a majority, including "
        f"{', '.join(state for n, state in enumerate(states) if n >> bit & 1)}\n"
        "  each other party must assist the victim with support\n"
        for bit in range(4)
    )
    listed = ", ".join(states)
    pact = f'agreement P "Pact"\n  between {listed}\n{articles}'
    case = written(tmp_path, pact, opening, f"history\n  2000-01-01 {listed} sign P\n")
    answer = covered(case, where="attacker is S00 and victim is S01", level="support")
    owed = {offer.words for one in answer.map.classes for cell in one.cells for offer in cell}
    assert owed == {"support"}
    assert borne_out(case, answer)
