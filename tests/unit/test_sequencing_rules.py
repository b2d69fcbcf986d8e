"""The numbered rules of docs/sequencing.md, each by a case small enough to read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from servanda.analyses.sequencing import choices, orders, unlocking
from servanda.core.calendar import Moment
from servanda.model.agreement import Perform
from servanda.model.conditions import Condition, Done, Holds, InForce, TheLaw
from servanda.model.node import ActorId, ArticleRef
from servanda.model.record import (
    Named,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Position,
    SaidOf,
    Saying,
    Statement,
    StatementKind,
    ThatSaid,
    ToAct,
)
from servanda.model.sets import Listed, Subject
from servanda.views.sequencing.sheet import premises
from servanda.workbench.reports import Checked
from servanda.workbench.sequences import Sequenced
from tests.unit.sequences import PACT, WORLD, World, deadlocks, given_up, only, stand, steps, waves

ASTER, BRIAR = "ASTER", "BRIAR"
SAID = Moment(dt.date(2026, 1, 1))
SIGNED = "history\n  2026-01-01 ASTER, BRIAR sign PACT\n"

LAW = "article 1\n  ASTER must enact peace_law\n"
VOTE = "article 2\n  only if ASTER has enacted peace_law\n  BRIAR must poll\n"
RING = "article 1\n  only if BRIAR has polled\n  ASTER must enact peace_law\n"


def says(
    name: str,
    party: str,
    kind: StatementKind,
    content: SaidOf,
    *only_if: Condition,
) -> Statement:
    """A party says something for itself."""
    day = Moment(dt.date(2030, 1, int(name.removeprefix("S"))))
    saying = Saying(speaker=Named(speakers=(party,)), kind=kind, content=content, at=day)
    return Statement(id=name, saying=saying, only_if=only_if)


def accounts(found: Sequenced) -> list[str]:
    """By whose account the conditions are known that parties have put on their steps."""
    waits = [wait for step in only(found).steps for wait in step.waits]
    return [wait.ground.account for wait in waits if wait.ground.sort == "statement"]


def has(party: str, act: str) -> Done:
    """That a party has done something."""
    return Done(subject=Subject(quantifier="any", among=Listed(actors=(ActorId(party),))), act=act)


# Steps.


def test_q1_duties_entry_into_force_consent_circumstances_and_decisions_are_steps(
    tmp_path: Path,
) -> None:
    both = "article 2\n  only if truce holds and council has decided on settlement\n  BRIAR must poll\n"
    assert steps(World(tmp_path, LAW, both).answer()) == {
        "ASTER enacts peace_law",
        "BRIAR polls",
        "PACT enters into force",
        "ASTER signs",
        "BRIAR signs",
        "truce begins",
        "council decides on settlement",
    }


def test_q2_an_act_that_no_article_asks_for_is_free(tmp_path: Path) -> None:
    watched = "article 1\n  performed only if DELOS has opened\n  ASTER must enact peace_law\n"
    answer = World(tmp_path, watched).answer()
    assert "DELOS opens" in waves(answer)[0]
    assert not next(step for step in answer.steps if step.words == "DELOS opens").asked


def test_q2_of_several_those_count_whom_an_article_asks(tmp_path: Path) -> None:
    asked = "article 1\n  ASTER must open\n"
    after = "article 2\n  only if a state has opened\n  BRIAR must poll\n"
    assert "DELOS opens" not in steps(World(tmp_path, asked, after).answer())
    told = steps(World(tmp_path, after).answer())
    assert "ASTER, BRIAR, CEDAR or DELOS opens" in told


@pytest.mark.parametrize(
    "line",
    [
        "when attack on a party",
        "when ASTER breaches article 1",
        "when truce ends",
        "when ASTER requests assistance",
        "only if ASTER has breached article 1",
        "only if there has been attack by DELOS on ASTER",
    ],
)
def test_q3_what_takes_an_occasion_is_no_step(tmp_path: Path, line: str) -> None:
    found = World(tmp_path, LAW, f"article 2\n  {line}\n  BRIAR must poll\n").sequence()
    assert "BRIAR polls" not in steps(only(found))
    assert [one.article.article for one in found.aside] == ["2"]


def test_q3_an_act_that_another_article_asks_for_is_no_occasion(tmp_path: Path) -> None:
    after = "article 2\n  when ASTER enacts peace_law\n  BRIAR must poll\n"
    assert waves(World(tmp_path, LAW, after).answer())[-1] == {"BRIAR polls"}


def test_q4_what_asks_for_another_option_asks_for_nothing(tmp_path: Path) -> None:
    world = World(tmp_path, LAW, "article 2\n  only if order is vote_first\n  BRIAR must poll\n")
    assert "BRIAR polls" in steps(world.answer(choices=["order=vote_first"]))
    assert "BRIAR polls" not in steps(world.answer(choices=["order=law_first"]))


def test_q4_one_who_does_not_negotiate_is_asked_for_nothing(tmp_path: Path) -> None:
    world = World(tmp_path, "article 1\n  DELOS must poll\n")
    assert "DELOS polls" not in steps(world.answer())


def test_q5_each_bearer_takes_a_step_and_those_bound_jointly_one(tmp_path: Path) -> None:
    each = World(tmp_path, "article 1\n  each party must poll\n").answer()
    assert {"ASTER polls", "BRIAR polls"} <= steps(each)
    jointly = World(tmp_path, "article 1\n  the parties jointly must poll\n").answer()
    assert "ASTER or BRIAR polls" in steps(jointly)


def test_q6_parties_are_those_who_negotiate_and_groups_are_dated(tmp_path: Path) -> None:
    wide = WORLD + PACT.replace("ASTER, BRIAR", "ASTER, BRIAR, CEDAR")
    world = World(tmp_path, "article 1\n  each guard must poll\n", opening=wide)
    assert {f"{a} polls" for a in ("ASTER", "BRIAR", "CEDAR")} <= steps(world.answer())
    later = steps(world.answer(on="2026-06-01"))
    assert "ASTER polls" not in later
    assert {"BRIAR polls", "CEDAR polls"} <= later


# What a step waits for.


@pytest.mark.parametrize(
    "line",
    [
        "only if ASTER has enacted peace_law",
        "performed only if ASTER has enacted peace_law",
        "when ASTER enacts peace_law",
        "while truce holds",
        "when truce begins",
    ],
)
def test_q7_a_step_waits_for_the_lines_of_its_article(tmp_path: Path, line: str) -> None:
    answer = World(tmp_path, LAW, f"article 2\n  {line}\n  BRIAR must poll\n").answer()
    first = "truce begins" if "truce" in line else "ASTER enacts peace_law"
    number = {step.words: step for step in answer.steps}
    assert number[first].number in number["BRIAR polls"].before


def test_q7_what_brings_an_article_into_play_comes_after_that_binds(tmp_path: Path) -> None:
    after = "article 1\n  only if DELOS has opened\n  ASTER must enact peace_law\n"
    last = "article 2\n  when DELOS opens\n  only if DELOS has left\n  BRIAR must poll\n"
    told = waves(World(tmp_path, after, last).answer())
    assert told == [
        {"ASTER signs", "BRIAR signs"},
        {"PACT enters into force"},
        {"DELOS opens"},
        {"ASTER enacts peace_law", "DELOS leaves"},
        {"BRIAR polls"},
    ]


def test_q7_what_is_asked_for_by_itself_may_come_too_early_to_count(tmp_path: Path) -> None:
    free = "article 1\n  ASTER must open\narticle 3\n  ASTER must leave\n"
    last = "article 2\n  when ASTER opens\n  only if ASTER has left\n  BRIAR must poll\n"
    assert stand(World(tmp_path, free, last).answer())["BRIAR polls"] == "undetermined"


@pytest.mark.parametrize(
    "line",
    [
        "while not (ASTER has enacted peace_law)",
        "performed only if not (ASTER has enacted peace_law)",
    ],
)
def test_q8_what_is_asked_as_long_as_it_is_owed_comes_before(tmp_path: Path, line: str) -> None:
    refused = says("S1", BRIAR, "conditions", ToAct(deed=Perform(act="poll")), has(ASTER, "enact"))
    world = World(tmp_path, LAW, f"article 2\n  {line}\n  BRIAR must poll\n")
    assert world.answer().free
    assert stand(only(world.with_statements(refused)))["BRIAR polls"] == "impossible"


@pytest.mark.parametrize("line", ["unless", "until"])
def test_q8_a_step_comes_before_what_it_must_not_come_after(tmp_path: Path, line: str) -> None:
    last = f"article 2\n  {line} ASTER has enacted peace_law\n  BRIAR must poll\n"
    answer = World(tmp_path, LAW, last).answer()
    assert answer.free
    told = {step.words: step for step in answer.steps}
    assert told["BRIAR polls"].number in told["ASTER enacts peace_law"].before


def test_q8_where_not_everything_goes_together_that_is_said(tmp_path: Path) -> None:
    one = "article 1\n  unless BRIAR has polled\n  ASTER must open\n"
    other = "article 2\n  unless ASTER has opened\n  BRIAR must poll\n"
    answer = World(tmp_path, one, other).answer()
    assert answer.others == 1
    assert sorted(stand(answer).values()).count("undetermined") == 1


def test_q9_a_duty_binds_once_its_agreement_is_in_force(tmp_path: Path) -> None:
    told = waves(World(tmp_path, LAW).answer())
    assert told == [
        {"ASTER signs", "BRIAR signs"},
        {"PACT enters into force"},
        {"ASTER enacts peace_law"},
    ]


def test_q9_what_entry_into_force_waits_for_is_not_put_off_until_then(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when each signatory has signed and ASTER has enacted peace_law\n"
    answer = World(tmp_path, LAW, entry).answer()
    assert answer.free
    assert "ASTER enacts peace_law" in waves(answer)[0]


def test_q9_the_bearer_itself_has_to_have_consented(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when BRIAR has signed\n"
    answer = World(tmp_path, LAW, entry).answer()
    told = {step.words: step for step in answer.steps}
    assert told["ASTER signs"].number in told["ASTER enacts peace_law"].before


def test_q9_an_article_could_be_applied_before_its_agreement_is_in_force(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when truce holds and each signatory has signed\n"
    world = World(tmp_path, LAW, entry)
    wait = says("S1", ASTER, "conditions", OnState(circumstance="truce"), has(ASTER, "enact"))
    answer = only(world.with_statements(wait))
    assert ["1"] in given_up(answer)


def test_q10_without_an_article_all_who_negotiated_have_to_consent(tmp_path: Path) -> None:
    ratified = WORLD + PACT.replace("by signature", "by ratification")
    told = waves(World(tmp_path, LAW, opening=ratified).answer())
    assert told[:2] == [{"ASTER ratifies", "BRIAR ratifies"}, {"PACT enters into force"}]


def test_q10_an_article_says_what_entry_into_force_waits_for(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force 60 days after ASTER has signed and truce holds\n"
    told = waves(World(tmp_path, LAW, entry).answer())
    assert told[:2] == [{"ASTER signs", "truce begins"}, {"PACT enters into force"}]


@pytest.mark.parametrize(
    "effect",
    [
        "article 1 does not apply",
        "article 1 is suspended",
        "article 1 ceases to apply",
        "PACT ends",
    ],
)
def test_q11_a_step_comes_before_what_sets_its_article_aside(tmp_path: Path, effect: str) -> None:
    vote = "article 2\n  BRIAR must poll\n"
    exception = f"article 3\n  only if BRIAR has polled\n  {effect}\n"
    answer = World(tmp_path, LAW, vote, exception).answer()
    told = {step.words: step for step in answer.steps}
    assert answer.free
    assert told["ASTER enacts peace_law"].number in told["BRIAR polls"].before


def test_q11_what_may_apply_again_cannot_be_told(tmp_path: Path) -> None:
    vote = "article 2\n  BRIAR must poll\n  until ASTER has enacted peace_law\n"
    vote = "article 2\n  BRIAR must poll\n"
    law = "article 1\n  only if BRIAR has polled\n  ASTER must enact peace_law\n"
    exception = "article 3\n  when BRIAR polls\n  article 1 is suspended\n"
    again = "article 4\n  when BRIAR leaves\n  article 1 applies again\n"
    answer = World(tmp_path, law, vote, exception, again).answer()
    assert stand(answer)["ASTER enacts peace_law"] == "undetermined"


FORBIDDEN = "article 3\n  unless BRIAR has polled\n  ASTER must not enact peace_law\n"


def test_q12_what_a_prohibition_that_prevails_forbids_waits(tmp_path: Path) -> None:
    law = "article 1\n  subject to article 3\n  ASTER must enact peace_law\n"
    vote = "article 2\n  BRIAR must poll\n"
    answer = World(tmp_path, law, vote, FORBIDDEN).answer()
    told = {step.words: step for step in answer.steps}
    assert told["BRIAR polls"].number in told["ASTER enacts peace_law"].before


def test_q12_where_neither_prevails_it_cannot_be_told(tmp_path: Path) -> None:
    vote = "article 2\n  only if ASTER has enacted peace_law\n  BRIAR must poll\n"
    answer = World(tmp_path, LAW, vote, FORBIDDEN).answer()
    assert stand(answer)["ASTER enacts peace_law"] == "undetermined"


def test_q12_where_the_duty_prevails_it_does_not_wait(tmp_path: Path) -> None:
    law = "article 1\n  notwithstanding article 3\n  ASTER must enact peace_law\n"
    answer = World(tmp_path, law, "article 2\n  BRIAR must poll\n", FORBIDDEN).answer()
    told = {step.words: step for step in answer.steps}
    assert told["BRIAR polls"].number not in told["ASTER enacts peace_law"].before


def test_q13_of_several_articles_that_ask_for_an_act_one_is_enough(tmp_path: Path) -> None:
    again = "article 3\n  ASTER must enact peace_law\n"
    assert World(tmp_path, RING, VOTE, again).answer().free


def test_q14_dates_are_no_part_of_the_order(tmp_path: Path) -> None:
    law = "article 1\n  from 2030-01-01\n  ASTER must enact peace_law\n  within 3 days of entry into force\n"
    assert waves(World(tmp_path, law).answer()) == waves(World(tmp_path, LAW).answer())


# Readings, and what was said.

READINGS = """\
reading law_last of article 1 "The law last"
  also only if BRIAR has polled
reading vote_last of article 2 "The vote last"
  also only if ASTER has enacted peace_law
"""
PLAIN = "article 1\n  ASTER must enact peace_law\narticle 2\n  BRIAR must poll\n"


def test_q15_each_step_waits_for_what_its_bearer_reads(tmp_path: Path) -> None:
    world = World(tmp_path, PLAIN, READINGS)
    assert world.answer(readings=["law_last"]).free
    assert world.answer(readings=["vote_last"]).free
    assert world.answer(readings=["law_last for BRIAR", "vote_last for ASTER"]).free
    own = world.answer(readings=["law_last for ASTER", "vote_last for BRIAR"])
    assert deadlocks(own) == [{"ASTER enacts peace_law", "BRIAR polls"}]
    assert given_up(own) == [["law_last"], ["vote_last"]]


def test_q16_the_text_as_it_stands_and_what_scenarios_read_is_told(tmp_path: Path) -> None:
    scenario = """\
scenario "Each for itself"
  with reading law_last for ASTER
  with reading vote_last for BRIAR
scenario "Both alike"
  with reading law_last
scenario "Nothing read"
"""
    world = World(tmp_path, PLAIN, READINGS, scenario)
    ways = world.sequence().ways
    assert [[(one.actors, one.readings) for one in way.readings] for way in ways] == [
        [],
        [(("ASTER",), ("law_last",)), (("BRIAR",), ("vote_last",))],
        [((), ("law_last",))],
    ]
    assert [way.scenarios for way in ways] == [(), ("Each for itself",), ("Both alike",)]
    assert len(world.sequence(readings=["law_last"]).ways) == 1
    (own,) = world.sequence(after="Each for itself").ways
    assert len(own.readings) == 2


def test_q16_a_reading_that_changes_no_order_says_so(tmp_path: Path) -> None:
    reading = 'reading longer of article 1 "Longer"\n  within 9 days of entry into force\n'
    scenario = 'scenario "Longer"\n  with reading longer\n'
    _, way = World(tmp_path, PLAIN, reading, scenario).sequence().ways
    assert way.as_text
    assert not way.groups


def test_q17_a_condition_is_put_on_the_partys_own_step(tmp_path: Path) -> None:
    world = World(tmp_path, PLAIN)
    act = says(
        "S1", ASTER, "commits", ToAct(deed=Perform(act="enact", object=law())), has(BRIAR, "poll")
    )
    assert waves(only(world.with_statements(act)))[-1] == {"ASTER enacts peace_law"}
    article = says(
        "S1", ASTER, "accepts", OnArticle(article=ArticleRef("PACT", "1")), has(BRIAR, "poll")
    )
    assert waves(only(world.with_statements(article)))[-1] == {"ASTER enacts peace_law"}
    pact = says("S1", ASTER, "accepts", OnAgreement(agreement="PACT"), Holds(circumstance="truce"))
    assert waves(only(world.with_statements(pact)))[1] == {"ASTER signs"}


def test_q17_a_circumstance_takes_all_who_put_a_condition_on_it(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when each signatory has signed and truce holds\n"
    world = World(tmp_path, PLAIN, entry)
    assert only(world.with_statements()).free
    wait = says("S1", BRIAR, "conditions", OnState(circumstance="truce"), InForce(agreement="PACT"))
    answer = only(world.with_statements(wait))
    assert deadlocks(answer) == [{"PACT enters into force", "truce begins"}]
    assert given_up(answer) == [["9"], ["S1"]]


def test_q17_what_is_demanded_of_others_is_no_step_of_ones_own(tmp_path: Path) -> None:
    demand = says("S1", BRIAR, "demands", ToAct(deed=Perform(act="leave")), has(BRIAR, "poll"))
    assert "BRIAR leaves" not in steps(only(World(tmp_path, PLAIN).with_statements(demand)))


def test_q17_an_act_to_which_a_party_commits_is_a_step(tmp_path: Path) -> None:
    commits = says("S1", BRIAR, "commits", ToAct(deed=Perform(act="leave")), has(BRIAR, "poll"))
    assert waves(only(World(tmp_path, PLAIN).with_statements(commits)))[-1] == {"BRIAR leaves"}
    never = says("S1", BRIAR, "commits", ToAct(deed=Perform(act="leave"), negated=True))
    assert "BRIAR leaves" not in steps(only(World(tmp_path, PLAIN).with_statements(never)))


def test_q18_what_others_report_counts_by_their_account_unless_the_bar_is_raised(
    tmp_path: Path,
) -> None:
    world = World(tmp_path, PLAIN)
    own = says(
        "S1", ASTER, "commits", ToAct(deed=Perform(act="enact", object=law())), has(BRIAR, "poll")
    )
    told = Saying(
        speaker=Named(speakers=("DELOS",)),
        kind="reports",
        content=ThatSaid(saying=own.saying),
        at=own.saying.at,
    )
    reported = Statement(id="S2", saying=told, only_if=own.only_if)
    found = world.with_statements(reported)
    assert accounts(found) == ["by the account of DELOS"]
    assert world.with_statements(reported, bar="reported").said == ("S2",)
    assert world.with_statements(reported, bar="first-hand").said == ()
    first_hand = world.with_statements(own, bar="first-hand")
    assert first_hand.said == ("S1",)
    (wait,) = next(s for s in only(first_hand).steps if s.words == "ASTER enacts peace_law").waits[
        -1:
    ]
    assert wait.ground.account == ""


def test_q18_what_has_been_taken_back_does_not_count(tmp_path: Path) -> None:
    own = says(
        "S1", ASTER, "commits", ToAct(deed=Perform(act="enact", object=law())), has(BRIAR, "poll")
    )
    back = says("S2", ASTER, "retracts", OnStatement(statement="S1"))
    assert World(tmp_path, PLAIN).with_statements(own, back).said == ()


def test_q18_what_has_been_replaced_or_was_said_later_does_not_count(tmp_path: Path) -> None:
    deed = ToAct(deed=Perform(act="enact", object=law()))
    first = says("S1", ASTER, "commits", deed, has(BRIAR, "poll"))
    again = says("S2", ASTER, "commits", deed, has(BRIAR, "poll"))
    free = says("S3", ASTER, "commits", deed)
    world = World(tmp_path, PLAIN)
    assert world.with_statements(first, again).said == ("S2",)
    found = world.with_statements(first, free, as_of="2030-01-02")
    assert found.said == ("S1",)
    assert "without what was said after 2030-01-02" in premises(found)
    assert "S1" not in world.with_statements(first, free).said
    for told, asked, code in (
        ((first,), "2 January", "SV904"),
        ((first,), "2030-01-02 10:00", "SV904"),
        ((), "2030-01-02", "SV941"),
    ):
        refused = world.once_said(*told, as_of=asked)
        assert isinstance(refused, Checked)
        assert [one.code for one in refused.diagnostics] == [code]


def test_q19_what_a_party_rejects_it_will_not_do(tmp_path: Path) -> None:
    world = World(tmp_path, PLAIN)
    refused = says("S1", ASTER, "rejects", OnAgreement(agreement="PACT"))
    answer = only(world.with_statements(refused))
    assert stand(answer)["ASTER signs"] == "impossible"
    assert stand(answer)["PACT enters into force"] == "behind"
    unless = says("S1", BRIAR, "rejects", ToAct(deed=Perform(act="poll")), has(ASTER, "enact"))
    told = {step.words: step for step in only(world.with_statements(unless)).steps}
    law_ = [step for words, step in told.items() if words.startswith("ASTER enacts")]
    assert told["BRIAR polls"].stand == "free"
    assert law_


def test_q20_a_condition_on_an_option_is_put_on_consent(tmp_path: Path) -> None:
    turning = "article 3\n  only if order is vote_first\n  BRIAR must open\n"
    world = World(tmp_path, PLAIN, turning)
    said = says(
        "S1",
        ASTER,
        "accepts",
        OnIssues(positions=(Position(issue="order", options=("vote_first",)),)),
        Holds(circumstance="truce"),
    )
    first = only(world.with_statements(said, choices=("order=vote_first",)))
    assert waves(first)[1] == {"ASTER signs"}
    other = only(world.with_statements(said, choices=("order=law_first",)))
    assert "ASTER signs" in waves(other)[0]


# Options, and what has been done.


def test_q21_options_with_the_same_stuck_are_told_together(tmp_path: Path) -> None:
    ring = "article 1\n  only if BRIAR has polled or order is vote_first\n  ASTER must enact peace_law\n"
    (way,) = World(tmp_path, ring, VOTE).sequence().ways
    assert [group.choices for group in way.groups] == [
        ("order is law_first",),
        ("order is vote_first",),
    ]
    assert [group.answers[0].free for group in way.groups] == [False, True]


def test_q21_an_issue_on_which_nothing_hangs_is_not_told(tmp_path: Path) -> None:
    help_ = "article 3\n  when attack on a party\n  only if order is law_first\n  each other party must open\n"
    (way,) = World(tmp_path, PLAIN, help_).sequence().ways
    assert [group.choices for group in way.groups] == [()]


def test_q21_too_many_combinations_leave_issues_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices, "MOST_CHOICES", 1)
    law_ = "article 1\n  only if order is vote_first\n  ASTER must enact peace_law\n"
    found = World(tmp_path, law_).sequence()
    assert found.left_open == ("order",)
    assert stand(only(found))["ASTER enacts peace_law"] == "undetermined"


def test_q22_nothing_is_done_unless_a_day_or_a_scenario_is_named(tmp_path: Path) -> None:
    scenario = 'scenario "The law"\n  2026-02-01 ASTER enacts peace_law\n'
    world = World(tmp_path, LAW, VOTE, SIGNED, scenario)
    assert len(waves(world.answer())) == 4
    assert waves(world.answer(on="2026-01-01")) == [{"ASTER enacts peace_law"}, {"BRIAR polls"}]
    after = world.sequence(after="The law")
    assert waves(only(after)) == [{"BRIAR polls"}]
    assert after.day == dt.date(2026, 2, 1)
    assert "ASTER enacts peace_law" in after.done


def test_q22_a_circumstance_that_holds_by_then_need_not_begin(tmp_path: Path) -> None:
    law_ = "article 1\n  only if truce holds\n  ASTER must enact peace_law\n"
    begun = "history\n  2026-01-01 ASTER, BRIAR sign PACT\n  2026-01-02 truce begins\n"
    world = World(tmp_path, law_, begun)
    assert waves(world.answer(on="2026-01-02")) == [{"ASTER enacts peace_law"}]
    assert waves(world.answer(on="2026-01-01")) == [{"truce begins"}, {"ASTER enacts peace_law"}]


# The answer.


def test_q23_what_is_taken_next_waits_only_for_what_is_taken_before(tmp_path: Path) -> None:
    last = (
        "article 3\n  only if BRIAR has polled and ASTER has enacted peace_law\n  ASTER must open\n"
    )
    assert waves(World(tmp_path, LAW, VOTE, last, SIGNED).answer(on="2026-01-01")) == [
        {"ASTER enacts peace_law"},
        {"BRIAR polls"},
        {"ASTER opens"},
    ]


def test_q24_what_hangs_on_something_undetermined_is_neither_free_nor_stuck(tmp_path: Path) -> None:
    conflict = "article 3\n  ASTER must not enact peace_law\n"
    answer = World(tmp_path, LAW, VOTE, conflict).answer()
    assert stand(answer)["ASTER enacts peace_law"] == "undetermined"
    assert stand(answer)["BRIAR polls"] == "undetermined"
    assert not answer.deadlocks
    assert not answer.impossible


def test_q25_steps_that_wait_for_one_another_are_a_deadlock(tmp_path: Path) -> None:
    answer = World(tmp_path, RING, VOTE).answer()
    assert deadlocks(answer) == [{"ASTER enacts peace_law", "BRIAR polls"}]


def test_q25_what_comes_free_from_outside_is_none(tmp_path: Path) -> None:
    ring = "article 1\n  only if BRIAR has polled or truce holds\n  ASTER must enact peace_law\n"
    world = World(tmp_path, ring, VOTE)
    never = says("S1", ASTER, "rejects", OnState(circumstance="truce"))
    answer = only(world.with_statements(never))
    assert deadlocks(answer) == []
    assert stand(answer)["truce begins"] == "impossible"
    assert stand(answer)["BRIAR polls"] == "behind"


def test_q25_a_step_may_wait_for_itself(tmp_path: Path) -> None:
    alone = "article 1\n  only if ASTER has polled\n  ASTER must poll\n"
    assert deadlocks(World(tmp_path, alone).answer()) == [{"ASTER polls"}]


def test_q26_what_waits_for_a_deadlock_waits_behind_it(tmp_path: Path) -> None:
    behind = "article 3\n  only if BRIAR has polled\n  ASTER must open\n"
    answer = World(tmp_path, RING, VOTE, behind).answer()
    (deadlock,) = answer.deadlocks
    assert [answer.step(n).words for n in deadlock.behind] == ["ASTER opens"]
    assert stand(answer)["ASTER opens"] == "behind"


def test_q26_a_step_is_impossible_that_stays_stuck_whatever_is_done(tmp_path: Path) -> None:
    world = World(tmp_path, LAW, VOTE)
    never = says("S1", ASTER, "rejects", OnArticle(article=ArticleRef("PACT", "1")))
    told = stand(only(world.with_statements(never)))
    assert told["ASTER enacts peace_law"] == "impossible"
    assert told["BRIAR polls"] == "behind"


def test_q27_all_orders_are_counted(tmp_path: Path) -> None:
    answer = World(tmp_path, LAW, VOTE, "article 3\n  BRIAR must open\n").answer()
    assert (answer.orders.least, answer.orders.most) == (2 * 3, 2 * 3)  # signatures x places of one


def test_q27_where_they_are_too_many_bounds_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "MOST_SETS", 0)
    answer = World(tmp_path, LAW, VOTE, "article 3\n  BRIAR must open\n").answer()
    assert answer.orders.least < 6 < answer.orders.most


def test_q28_every_smallest_set_of_changes_is_told(tmp_path: Path) -> None:
    third = "article 3\n  only if ASTER has opened\n  BRIAR must open\n"
    fourth = "article 4\n  only if BRIAR has opened\n  ASTER must open\n"
    answer = World(tmp_path, RING, VOTE, third, fourth).answer()
    assert sorted(map(sorted, given_up(answer))) == [["1", "3"], ["1", "4"], ["2", "3"], ["2", "4"]]
    assert answer.unlocking_complete


def test_q28_what_an_article_says_without_a_reading_comes_back(tmp_path: Path) -> None:
    reading = 'reading softer of article 1 "After the departure"\n  only if BRIAR has left\n'
    never = "article 3\n  only if ASTER has enacted peace_law\n  BRIAR must leave\n"
    answer = World(tmp_path, RING, VOTE, reading, never).answer(readings=["softer"])
    assert deadlocks(answer) == [{"ASTER enacts peace_law", "BRIAR leaves"}]
    assert ["softer"] not in given_up(answer)
    assert ["softer", "1"] in [sorted(one, reverse=True) for one in given_up(answer)]


def test_q28_a_search_that_is_cut_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocking, "MOST_NODES", 1)
    answer = World(tmp_path, RING, VOTE).answer()
    assert not answer.unlocking_complete


def test_q29_a_goal_hangs_on_its_own_steps_alone(tmp_path: Path) -> None:
    aside = "article 3\n  BRIAR must open\n"
    world = World(tmp_path, RING, VOTE, aside)
    well = world.answer(goal="BRIAR has opened")
    assert well.reached is True
    assert "BRIAR polls" not in steps(well)
    stuck = world.answer(goal="BRIAR has polled")
    assert stuck.reached is False
    assert "BRIAR opens" not in steps(stuck)
    either = world.answer(goal="BRIAR has polled or BRIAR has opened")
    assert either.reached is True
    assert not either.unlocking


def law() -> TheLaw:
    """The law of peace as an act's object."""
    return TheLaw(law="peace_law")
