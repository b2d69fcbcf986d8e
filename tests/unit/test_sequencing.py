"""In which order steps can be taken, and where they wait for one another."""

from __future__ import annotations

from servanda import workbench
from servanda.workbench.reports import Checked
from servanda.workbench.sequences import AnswerLines, Sequenced


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
    (deadlock,) = answer.deadlocks
    assert {answer.step(n).words for n in deadlock.steps} == {
        "UKR holds elections",
        "UKR enacts special_status",
        "RUS withdraws forces",
    }


def test_a_stranger_is_told() -> None:
    assert isinstance(workbench.sequence("minsk-2015", agreements=["NAT"]), Checked)
