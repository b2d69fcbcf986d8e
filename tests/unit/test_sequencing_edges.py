"""Where what a step waits for is said in less usual ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.sequences import PACT, WORLD, World, deadlocks, given_up, only, stand, steps, waves
from tests.unit.test_sequencing_rules import LAW, PLAIN, SIGNED, VOTE

THREE = WORLD + PACT.replace("ASTER, BRIAR", "ASTER, BRIAR, CEDAR")


def before(world: World, step: str, **asked: object) -> set[str]:
    """The steps right before one in every order."""
    answer = world.answer(**asked)
    found = next(one for one in answer.steps if one.words == step)
    return {answer.step(number).words for number in found.before}


def test_two_agreements_that_wait_for_one_another_are_a_deadlock(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when each signatory of PACT has signed PACT and OTHER is in force\n"
    other = """\
agreement OTHER "Other"
  between ASTER, BRIAR
  bound by signature
article 1
  enters into force when each signatory of OTHER has signed OTHER and PACT is in force
"""
    answer = World(tmp_path, entry, other).answer()
    assert deadlocks(answer) == [{"PACT enters into force", "OTHER enters into force"}]


def test_an_agreement_that_is_not_asked_about_has_to_enter_into_force_all_the_same(
    tmp_path: Path,
) -> None:
    waiting = "article 1\n  only if OTHER is in force\n  ASTER must enact peace_law\n"
    other = """\
agreement OTHER "Other"
  between CEDAR, DELOS
  bound by signature
article 1
  CEDAR must open
"""
    world = World(tmp_path, waiting, other)
    told = steps(world.answer(agreements=["PACT"]))
    assert "OTHER enters into force" in told
    assert "CEDAR opens" not in told


def test_before_entry_into_force_there_are_no_parties(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when each party has signed\n"
    answer = World(tmp_path, LAW, entry).answer()
    assert stand(answer)["PACT enters into force"] == "impossible"
    assert given_up(answer) == [["9"]]


def test_who_has_met_an_article_has_taken_its_step(tmp_path: Path) -> None:
    met = "article 2\n  only if ASTER has met article 1\n  BRIAR must poll\n"
    assert before(World(tmp_path, LAW, met), "BRIAR polls") == {"ASTER enacts peace_law"}


def test_a_share_of_several_is_enough(tmp_path: Path) -> None:
    share = "article 2\n  only if two thirds of the parties have opened\n  ASTER must poll\n"
    opened = "article 1\n  each party must open\n"
    answer = World(tmp_path, opened, share, opening=THREE).answer()
    poll = next(step for step in answer.steps if step.words == "ASTER polls")
    assert len(poll.one_of) == 1
    assert len(poll.one_of[0]) == 3


def test_a_condition_may_speak_of_whose_act_it_was(tmp_path: Path) -> None:
    opened = "article 1\n  ASTER must open\n"
    after = "article 2\n  when a party opens\n  only if the author has enacted peace_law\n  each other party must poll\n"
    told = waves(World(tmp_path, opened, after).answer())
    assert told[-1] == {"BRIAR polls"}
    assert "ASTER polls" not in {step for wave in told for step in wave}


def test_what_one_of_several_jointly_bound_does_may_be_anybodys(tmp_path: Path) -> None:
    jointly = "article 1\n  the parties jointly must open\n"
    after = "article 2\n  only if ASTER has opened\n  BRIAR must poll\n"
    assert stand(World(tmp_path, jointly, after).answer())["BRIAR polls"] == "undetermined"
    anybody = "article 2\n  only if a party has opened\n  BRIAR must poll\n"
    assert stand(World(tmp_path, jointly, anybody).answer())["BRIAR polls"] == "free"


def test_the_text_of_the_day_is_taken(tmp_path: Path) -> None:
    later = "amendment later of article 2 from 2027-01-01\n  only if ASTER has opened\n"
    world = World(tmp_path, PLAIN, later, SIGNED)
    assert "ASTER opens" not in steps(world.answer(on="2026-06-01"))
    assert before(world, "BRIAR polls", on="2027-06-01") == {"ASTER opens"}


def test_what_holds_may_end(tmp_path: Path) -> None:
    after = "article 2\n  when truce ends\n  BRIAR must poll\n"
    begun = SIGNED + "  2026-01-02 truce begins\n"
    world = World(tmp_path, LAW, after, begun)
    assert before(world, "BRIAR polls", on="2026-01-02") == {"truce ends"}


def test_an_act_that_nobody_asks_for_waits_while_it_is_forbidden(tmp_path: Path) -> None:
    forbidden = "article 3\n  unless BRIAR has left\n  ASTER must not open\n"
    after = "article 2\n  only if ASTER has opened\n  BRIAR must poll\n"
    leave = "article 4\n  BRIAR must leave\n"
    answer = World(tmp_path, after, forbidden, leave).answer()
    assert stand(answer)["BRIAR polls"] == "free"
    assert waves(answer)[0] >= {
        "ASTER opens"
    }  # before the agreement is in force nothing forbids it
    signed = World(tmp_path, after, forbidden, leave, SIGNED)
    assert before(signed, "ASTER opens", on="2026-01-01") == {"BRIAR leaves"}


@pytest.mark.parametrize(
    ("line", "first"),
    [("prevails over PACT", False), ("without prejudice to PACT", True), ("", True)],
)
def test_what_another_agreement_forbids_comes_before_that_is_in_force(
    tmp_path: Path, line: str, first: bool
) -> None:
    other = f"""\
agreement OTHER "Other"
  between ASTER, BRIAR
  bound by signature
  {line}
article 1
  ASTER must enact peace_law
"""
    forbidden = "article 3\n  ASTER must not enact peace_law\n"
    world = World(tmp_path, forbidden, other)
    assert ("ASTER enacts peace_law" in before(world, "PACT enters into force")) is first


def test_a_suspension_may_be_for_one_alone(tmp_path: Path) -> None:
    each = "article 1\n  each party must open\n"
    vote = "article 2\n  BRIAR must poll\n"
    exception = "article 3\n  only if BRIAR has polled\n  article 1 is suspended for ASTER\n"
    world = World(tmp_path, each, vote, exception)
    answer = world.answer()
    told = {step.words: step for step in answer.steps}
    assert told["ASTER opens"].number in told["BRIAR polls"].before
    assert told["BRIAR opens"].number not in told["BRIAR polls"].before


def test_a_reading_may_take_a_duty_away(tmp_path: Path) -> None:
    reading = 'reading aim of article 1 "An aim"\n  creates no duty\n'
    world = World(tmp_path, LAW, VOTE, reading)
    asked = {step.words for step in world.answer(readings=["aim"]).steps if step.asked}
    assert "ASTER enacts peace_law" not in asked
    told = world.answer(readings=["aim for ASTER"])
    assert told.free


def test_a_case_without_steps_says_so(tmp_path: Path) -> None:
    bare = WORLD + 'agreement PACT "Pact"\n'
    answer = only(World(tmp_path, opening=bare).sequence())
    assert steps(answer) == {"PACT enters into force"}
