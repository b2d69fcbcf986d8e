"""In which order steps can be taken, and where they wait for one another."""

from __future__ import annotations

from pathlib import Path

from servanda import workbench
from servanda.workbench.reports import Checked
from servanda.workbench.sequences import AnswerLines, Sequenced
from tests.unit.sequences import deadlocks, given_up


def minsk(*readings: str) -> AnswerLines:
    """The package of Minsk by some readings; by the text as it stands where none is named."""
    found = workbench.sequence("minsk-2015", readings=readings)
    assert isinstance(found, Sequenced)
    (answer,) = found.ways[0].answers
    return answer


def test_the_package_of_minsk_has_no_deadlock_as_it_stands() -> None:
    assert minsk().free


def test_nor_has_it_one_by_the_reading_of_either_side_for_both() -> None:
    assert minsk("security_first", "security_first_status").free
    assert minsk("politics_first").free


def test_with_each_side_acting_on_its_own_reading_it_has_one() -> None:
    own = ("security_first for UKR", "security_first_status for UKR", "politics_first for RUS")
    answer = minsk(*own)
    assert not answer.free
    assert deadlocks(answer) == [
        {"UKR holds elections", "UKR enacts special_status", "RUS withdraws forces"}
    ]
    assert given_up(answer) == [["politics_first"], ["security_first", "security_first_status"]]


def test_with_the_border_as_well_no_single_concession_is_enough() -> None:
    own = ("border_first for UKR", "security_first_status for UKR", "politics_first for RUS")
    answer = minsk(*own)
    assert deadlocks(answer) == [
        {
            "UKR holds elections",
            "UKR enacts special_status",
            "RUS withdraws forces",
            "RUS returns border",
            "FORMATIONS returns border",
        }
    ]
    assert {len(one) for one in given_up(answer)} == {2}
    assert answer.unlocking_complete
    assert minsk("border_first", "border_before_elections", "security_first_status").free


def test_a_stranger_is_told() -> None:
    assert isinstance(workbench.sequence("minsk-2015", agreements=["NAT"]), Checked)


def talks(folder: Path, statement: str, **asked: str) -> AnswerLines:
    """The steps of a pact that a party will not sign before a truce, with one further statement."""
    file = folder / "talks.md"
    file.write_text(
        f"""
```servanda
state ASTER
state BRIAR
state CEDAR
circumstance truce
agreement PACT "Pact"
  between ASTER, BRIAR
person AMBER "Ann Amber"
  speaks for ASTER as "envoy" from 2025-01-01 until 2025-06-01
document BOOK "Her memoirs"
  published on 2026-01-01
statement S1
  2025-03-01 BRIAR conditions PACT
  only if truce holds
  in BOOK
statement S2
  {statement}
  only if PACT is in force
  in BOOK
```
""",
        encoding="utf-8",
    )
    found = workbench.sequence(str(file), **asked)
    assert isinstance(found, Sequenced), found
    (answer,) = found.ways[0].answers
    return answer


def test_a_condition_that_only_others_speak_of_is_nobodys_own_word(tmp_path: Path) -> None:
    for verb in ("reports", "endorses", "criticises"):
        told = f"2025-03-02 CEDAR {verb} that ASTER conditions truce"
        assert talks(tmp_path, told).deadlocks
        assert not talks(tmp_path, told, standing="first-hand").deadlocks


def test_an_envoy_speaks_for_whom_it_spoke_for_on_the_day_of_the_report(tmp_path: Path) -> None:
    assert talks(tmp_path, "2025-03-02 CEDAR reports that AMBER conditions truce").deadlocks
    assert not talks(tmp_path, "2025-07-02 CEDAR reports that AMBER conditions truce").deadlocks
