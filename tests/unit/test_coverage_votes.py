"""Coverage where bodies vote: who can block, how votes come out together, what is shown of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from servanda import workbench
from servanda.cli.main import main
from servanda.workbench.coverages import Covered, StopperLine
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


def cover_text(case: Path) -> str:
    """What the command says, on one line."""
    out = case.with_suffix(".txt")
    assert main(["cover", str(case), "--format", "markdown", "--output", str(out)]) == 0
    return " ".join(out.read_text(encoding="utf-8").split())


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


# Who can block.


COUNCIL = """\
organ council "Council"
  members the parties of P
  decides by {rule}
agreement P "Pact"
  between AAA, BBB, CCC, DDD
article 1
  when attack on a party
  only if council has decided
  each other party must assist the victim with support
"""


def stoppers(answer: Covered) -> dict[str, StopperLine]:
    return {one.who: one for one in answer.gaps.stoppers}


def blocked(answer: Covered) -> set[tuple[str, str]]:
    """Who can block what is owed, and unless it is what."""
    owed = (offer for one in answer.map.classes for cell in one.cells for offer in cell)
    return {(way.blocked, way.spared) for offer in owed for way in offer.ways}


def test_who_is_left_out_for_its_part_in_the_incident_has_no_veto(tmp_path: Path) -> None:
    rule = "a majority, with a veto of AAA, leaving out the victim, the attacker"
    case = written(tmp_path, COUNCIL.format(rule=rule))
    answer = covered(case)
    assert blocked(answer) == {("AAA", "the victim or the attacker")}
    assert stoppers(answer)["AAA"].incidents.alternatives == (
        "attacker is not AAA and victim is not AAA",
    )
    assert not stoppers(covered(case, where="victim is AAA"))
    assert not stoppers(covered(case, where="attacker is AAA"))
    said = cover_text(case)
    assert "(which AAA can block, unless it is the victim or the attacker)" in said
    assert borne_out(case, answer)


def test_a_part_that_no_blocker_can_hold_is_not_mentioned(tmp_path: Path) -> None:
    rule = "a majority, with a veto of AAA, leaving out BBB"
    case = written(tmp_path, COUNCIL.format(rule=rule))
    assert blocked(covered(case)) == {("AAA", "")}


def test_one_who_vetoes_in_two_bodies_is_left_out_of_one(tmp_path: Path) -> None:
    """As the victim it still blocks in the other."""
    first = COUNCIL.format(rule="a majority, with a veto of AAA, leaving out the victim")
    board = """\
organ board "Board"
  members the parties of P
  decides by a majority, with a veto of AAA, BBB
"""
    case = written(
        tmp_path, board + first.replace("council has", "council has decided and board has")
    )
    answer = covered(case)
    assert blocked(answer) == {("AAA (unless it is the victim) and AAA and BBB", "")}
    assert stoppers(answer)["AAA"].incidents.alternatives == ("",)
    assert stoppers(covered(case, where="victim is AAA"))["AAA"].share.incidents
    assert borne_out(case, answer)


# The votes that stand in the way.


def scenario_of(answer: Covered, who: str) -> str:
    return stoppers(answer)[who].witness.block


def test_a_witness_of_a_veto_shows_the_votes(tmp_path: Path) -> None:
    rule = "a majority, with a veto of AAA, leaving out the attacker"
    case = written(tmp_path, COUNCIL.format(rule=rule))
    answer = covered(case, where="attacker is BBB and victim is CCC")
    shown = scenario_of(answer, "AAA")
    assert "CCC, DDD vote yes on A1 in council" in shown
    assert "AAA votes no on A1 in council" in shown
    assert borne_out(case, answer)


def test_a_witness_of_a_vote_that_is_needed_shows_the_votes(tmp_path: Path) -> None:
    case = written(tmp_path, COUNCIL.format(rule="2 votes, including BBB"))
    answer = covered(case, where="attacker is XXX and victim is CCC")
    shown = scenario_of(answer, "BBB")
    assert "AAA, CCC, DDD vote yes on A1 in council" in shown
    assert "BBB votes no on A1 in council" in shown
    assert borne_out(case, answer)


def test_a_witness_of_broken_silence_shows_that_the_matter_was_put(tmp_path: Path) -> None:
    case = written(tmp_path, COUNCIL.format(rule="silence of 24 hours"))
    answer = covered(case, where="attacker is XXX and victim is CCC")
    shown = scenario_of(answer, "AAA")
    assert shown.index("A1 is put to council") < shown.index("AAA votes no on A1 in council")
    assert borne_out(case, answer)


def test_votes_of_a_set_name_no_body_and_the_bearer_has_none(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
agreement P "Pact"
  between AAA, BBB, CCC, DDD
article 1
  when attack on a party
  only if the parties have decided by a majority, with a veto of AAA, leaving out the bearer
  DDD must assist the victim with support
""",
    )
    answer = covered(case, where="attacker is XXX and victim is CCC")
    shown = scenario_of(answer, "AAA")
    assert "BBB, CCC vote yes on A1\n" in shown
    assert "AAA votes no on A1\n" in shown
    assert borne_out(case, answer)


def test_votes_on_a_motion_come_before_the_incident(tmp_path: Path) -> None:
    text = COUNCIL.format(rule="a majority, with a veto of AAA")
    case = written(
        tmp_path, 'motion peace "Peace"\n' + text.replace("has decided", "has decided on peace")
    )
    answer = covered(case, where="attacker is XXX and victim is CCC")
    shown = scenario_of(answer, "AAA")
    assert shown.index("AAA votes no on peace in council") < shown.index("attack A1")
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
