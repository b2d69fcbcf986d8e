"""The numbered rules of docs/settlement.md, each by a case small enough to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.analyses.record import Standing
from servanda.analyses.settlement import conflicts, sweep
from servanda.model.node import ActorId, StatementId
from servanda.views.settlement import settled_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench import deadlocks, fairness
from servanda.workbench.hearsay import Account, Said
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.settle_questions import Question
from servanda.workbench.settlements import Settled
from servanda.workbench.settling import settle_case
from tests.unit.talks import TABLE, Talks, demand, gains, line, prefers, told

LINKAGE = 'linkage both "One with the other"\n  requires not (truce is first and aid is some)\n'


def stands(settled: Settled) -> set[frozenset[str]]:
    """The minimal conflicts."""
    assert settled.deadlock is not None
    return {frozenset(one.lines) for one in settled.deadlock.conflicts}


def unlocking(settled: Settled) -> list[tuple[str, ...]]:
    """The concessions, in order."""
    assert settled.deadlock is not None
    return [one.lines for one in settled.deadlock.concessions]


# Packages.


def test_n1_a_package_has_an_option_of_each_open_issue_and_meets_each_linkage(
    tmp_path: Path,
) -> None:
    asked = line("a_1", "ASTER", "truce is first or border is old or aid is some")
    assert Talks(tmp_path, asked).settle().packages == 2 * 3 * 2
    linked = Talks(tmp_path, asked, LINKAGE)
    assert linked.settle().packages == 2 * 3 * 2 - 3
    assert linked.settle(choices=["truce=last"]).packages == 3 * 2
    settled = TABLE.replace("  option some\n", "  option some\n  settled on some\n")
    table = Talks(tmp_path, asked, opening=settled)
    assert table.settle().packages == 2 * 3
    assert [one.settled for one in table.settle(choices=["aid=none"]).issues] == [
        None,
        None,
        "none",
    ]


def test_n2_an_issue_that_nobody_speaks_of_is_left_out(tmp_path: Path) -> None:
    settled = Talks(tmp_path, line("a_1", "ASTER", "truce is first")).settle()
    assert settled.combinations == 2
    assert [one.issue for one in settled.issues if one.idle] == ["border", "aid"]
    weighed = prefers("BRIAR", "border weighs 1: old 0, new 100, shared 50")
    assert Talks(tmp_path, weighed).settle().combinations == 3


def test_n3_a_demand_may_go_unmet_and_what_is_given_up_asks_nothing(tmp_path: Path) -> None:
    talks = Talks(
        tmp_path, line("a_1", "ASTER", "truce is first"), demand("b_1", "BRIAR", "truce is last")
    )
    assert talks.settle().acceptable == 1
    assert talks.settle(demands=True).acceptable == 0
    assert talks.settle(demands=True, conceding=["a_1"]).acceptable == 1
    assert talks.settle(demands=True, conceding=["a_1", "b_1"]).acceptable == 2


def test_n4_packages_are_counted_exactly_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issues = "".join(
        f"issue i{n}\n" + "".join(f"  option o{o}\n" for o in range(5)) for n in range(30)
    )
    opening = TABLE.partition("issue")[0] + issues
    lines = [line(f"l{n}", "ASTER", f"i{n} is not o0") for n in range(30)]
    talks = Talks(tmp_path, *lines, opening=opening)
    assert talks.settle().packages == 5**30
    assert talks.settle().acceptable == 4**30
    monkeypatch.setattr(sweep, "MOST_STEPS", 10)
    assert talks.settle().acceptable is None


def test_n5_an_option_is_told_with_what_rules_it_out(tmp_path: Path) -> None:
    settled = Talks(
        tmp_path,
        line("a_1", "ASTER", "aid is some"),
        line("b_1", "BRIAR", "border is not old or truce is first"),
        line("c_1", "BRIAR", "aid is some or aid is none"),
        LINKAGE,
    ).settle()
    found = {f"{one.issue} {one.option}": one for one in settled.left}
    assert found["truce last"].possible
    assert found["border old"].lines == ("a_1", "b_1")
    assert found["border old"].linkages == ("both",)
    assert found["aid none"].lines == ("a_1",)
    assert found["aid none"].linkages == ()


# Why there is no deal.


def test_n6_all_minimal_conflicts_are_told_the_smallest_first(tmp_path: Path) -> None:
    settled = Talks(
        tmp_path,
        line("a_1", "ASTER", "truce is first or border is new"),
        line("b_1", "BRIAR", "border is old"),
        line("c_1", "BRIAR", "truce is last"),
        line("d_1", "CEDAR", "aid is none"),
        line("e_1", "ASTER", "aid is some"),
    ).settle()
    assert settled.deadlock is not None
    assert [one.lines for one in settled.deadlock.conflicts] == [
        ("d_1", "e_1"),
        ("a_1", "b_1", "c_1"),
    ]
    assert settled.deadlock.all_conflicts


def test_n7_a_conflict_is_told_with_the_linkages_and_settlements_it_rests_on(
    tmp_path: Path,
) -> None:
    talks = Talks(
        tmp_path,
        line("a_1", "ASTER", "truce is first"),
        line("b_1", "BRIAR", "aid is some"),
        line("c_1", "CEDAR", "border is old"),
        LINKAGE,
    )
    deadlock = talks.settle(choices=["border=new"]).deadlock
    assert deadlock is not None
    first, second = deadlock.conflicts
    assert (first.lines, first.linkages) == (("c_1",), ())
    assert [(one.issue, one.option) for one in first.settled] == [("border", "new")]
    assert (second.lines, second.linkages, second.settled) == (("a_1", "b_1"), ("both",), ())


def test_n8_concessions_come_cheapest_first_then_shortest_then_in_order(tmp_path: Path) -> None:
    settled = Talks(
        tmp_path,
        line("a_1", "ASTER", "truce is first", cost=4),
        line("b_1", "BRIAR", "truce is last", cost=2),
        line("c_1", "ASTER", "aid is some", cost=2),
        line("d_1", "CEDAR", "aid is none", cost=2),
    ).settle()
    assert unlocking(settled) == [("b_1", "c_1"), ("b_1", "d_1"), ("a_1", "c_1"), ("a_1", "d_1")]
    assert settled.deadlock is not None
    assert [one.cost for one in settled.deadlock.concessions] == [4, 4, 6, 6]
    assert [one.packages for one in settled.deadlock.concessions] == [1, 1, 1, 1]


def test_n9_a_search_that_is_stopped_says_so_and_keeps_the_cheapest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issues = "".join(f"issue i{n}\n  option yes\n  option no\n" for n in range(12))
    opening = TABLE.partition("issue")[0] + issues
    lines = [
        line(f"{party.lower()}_{n}", party, f"i{n} is {option}", cost=n + 1)
        for n in range(12)
        for party, option in (("ASTER", "yes"), ("BRIAR", "no"))
    ]
    talks = Talks(tmp_path, *lines, opening=opening)
    monkeypatch.setattr(conflicts, "MOST_CALLS", 5)
    settled = talks.settle()
    assert settled.deadlock is not None
    assert not settled.deadlock.all_conflicts
    assert not settled.deadlock.all_concessions
    assert len(settled.deadlock.concessions) == deadlocks.MOST_CONCESSIONS
    assert {one.cost for one in settled.deadlock.concessions} == {sum(range(1, 13))}
    assert talks.settle() == settled


def test_n10_who_could_alone_who_together_and_who_must_in_any_case(tmp_path: Path) -> None:
    settled = Talks(
        tmp_path,
        line("a_1", "ASTER", "truce is first", cost=3),
        line("b_1", "BRIAR", "truce is last"),
        line("c_1", "CEDAR", "aid is some"),
    ).settle()
    assert settled.deadlock is not None
    alone = {one.party: (one.alone, one.cost) for one in settled.deadlock.movers}
    assert alone == {"ASTER": (("a_1",), 3), "BRIAR": (("b_1",), 1), "CEDAR": (None, None)}
    assert settled.deadlock.together == (("ASTER",), ("BRIAR",))
    both = Talks(
        tmp_path,
        line("a_1", "ASTER", "truce is first and truce is last"),
        line("b_1", "BRIAR", "aid is none"),
        line("c_1", "CEDAR", "aid is some"),
    ).settle()
    assert both.deadlock is not None
    assert [one.contradicts for one in both.deadlock.movers] == [True, False, False]
    assert both.deadlock.together == (("ASTER", "BRIAR"), ("ASTER", "CEDAR"))


def test_n11_linkages_that_cannot_stand_together_leave_no_package(tmp_path: Path) -> None:
    settled = Talks(
        tmp_path,
        line("a_1", "ASTER", "truce is first"),
        'linkage aid_or_old "One"\n  requires aid is some or border is old\n',
        'linkage no_aid "Two"\n  requires aid is none and border is new\n',
        'linkage truce_now "Three"\n  requires truce is first\n',
    ).settle()
    assert settled.void == (("aid_or_old", "no_aid"),)
    assert (settled.packages, settled.acceptable, settled.deadlock) == (0, 0, None)


# What packages are worth.

SEESAW = (
    prefers("ASTER", "truce weighs 3: first 100, last 0", "aid weighs 1: none 40, some 0"),
    prefers("BRIAR", "truce weighs 1: first 0, last 100", "aid weighs 1: none 0, some 100"),
)


def test_n12_worths_are_weighed_and_gains_are_beyond_no_agreement(tmp_path: Path) -> None:
    weighed = prefers(
        "ASTER",
        "truce weighs 3: first 100, last 0",
        "aid weighs 1: none 40, some 0",
        no_agreement=25,
    )
    talks = Talks(tmp_path, weighed)
    asked = talks.settle(package=["truce=first", "aid=none"]).asked
    assert asked is not None
    assert [(one.worth, one.gain) for one in asked.package.gains] == [(85, 60)]
    supposed = talks.settle(choices=["aid=none"], package=["truce=last"]).asked
    assert supposed is not None
    assert [(one.worth, one.gain) for one in supposed.package.gains] == [(10, -15)]


def test_n13_what_is_not_known_is_undetermined(tmp_path: Path) -> None:
    settled = Talks(tmp_path, line("c_1", "CEDAR", "truce is last"), SEESAW[0]).settle()
    assert settled.unknown == ("CEDAR",)
    assert settled.fairness[0].nash is not None
    assert gains(settled.fairness[0].nash.package) == {"ASTER": 10}


def test_n14_without_a_deal_each_of_the_cheapest_concessions_is_supposed(tmp_path: Path) -> None:
    first, last = line("a_1", "ASTER", "truce is first"), line("b_1", "BRIAR", "truce is last")
    settled = Talks(tmp_path, first, last, *SEESAW).settle()
    assert [one.given_up for one in settled.fairness] == [("a_1",), ("b_1",)]
    assert [told(one.nash.package)["truce"] for one in settled.fairness if one.nash] == [
        "last",
        "first",
    ]
    dear = first.replace("cost 1", "cost 2")
    assert [one.given_up for one in Talks(tmp_path, dear, last).settle().fairness] == [("b_1",)]


def test_n15_the_nash_solution_has_the_greatest_product_of_gains(tmp_path: Path) -> None:
    nash = Talks(tmp_path, *SEESAW).settle().fairness[0].nash
    assert nash is not None
    # first and none: 85, 0; first and some: 75, 50; last and none: 10, 50; last and some: 0, 100
    assert told(nash.package) == {"truce": "first", "aid": "some"}
    assert gains(nash.package) == {"ASTER": 75, "BRIAR": 50}


def test_n15_of_several_the_first_in_the_order_of_the_text(tmp_path: Path) -> None:
    flat = prefers("ASTER", "border weighs 1: old 10, new 70, shared 70")
    nash = Talks(tmp_path, flat, line("a_1", "BRIAR", "truce is first or truce is last"))
    found = nash.settle().fairness[0].nash
    assert found is not None
    assert told(found.package) == {"truce": "first", "border": "new"}


def test_n15_who_cannot_gain_is_left_aside_and_who_must_lose_leaves_no_solution(
    tmp_path: Path,
) -> None:
    content = prefers("CEDAR", "border weighs 1: old 100, new 100, shared 100", no_agreement=100)
    nash = Talks(tmp_path, *SEESAW, content).settle().fairness[0].nash
    assert nash is not None
    assert (nash.gaining, nash.unchanged) == (("ASTER", "BRIAR"), ("CEDAR",))
    assert told(nash.package)["aid"] == "some"
    losing = prefers("CEDAR", "border weighs 1: old 90, new 90, shared 90", no_agreement=100)
    assert Talks(tmp_path, *SEESAW, losing).settle().fairness[0].nash is None


def test_n16_of_too_many_packages_a_solver_proves_how_good_the_best_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("scipy")
    talks = Talks(tmp_path, *SEESAW, line("a_1", "CEDAR", "border is not old or aid is none"))
    listed = talks.settle()
    monkeypatch.setattr(fairness, "MOST_LISTED", 1)
    monkeypatch.setattr(fairness, "FEW_PARTIES", 1)
    solved = talks.settle()
    assert listed.fairness[0].nash is not None
    assert solved.fairness[0].nash is not None
    assert listed.fairness[0].nash.gap == 0
    assert solved.fairness[0].nash.gap <= 1e-6
    assert solved.fairness[0].nash.package == listed.fairness[0].nash.package
    monkeypatch.setattr(fairness, "find_spec", lambda name: None)
    assert talks.refused() == ["SV930"]


def test_n17_packages_that_none_dominates_are_all_told_or_some_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talks = Talks(tmp_path, *SEESAW)
    found = talks.settle().fairness[0].undominated
    assert found is not None
    assert found.number == 3
    assert [(told(one)["truce"], told(one)["aid"]) for one in found.packages] == [
        ("first", "none"),
        ("first", "some"),
        ("last", "some"),
    ]
    monkeypatch.setattr(sweep, "MOST_COMPARISONS", 1)
    some = talks.settle().fairness[0].undominated
    assert some is not None
    assert some.number is None
    assert {tuple(gains(one).values()) for one in some.packages} == {(75, 50), (85, 0), (0, 100)}


def test_n18_the_compromise_weighs_each_issue_by_how_much_it_matters(tmp_path: Path) -> None:
    settled = Talks(tmp_path, *SEESAW, line("a_1", "CEDAR", "truce is last"), LINKAGE).settle()
    compromise = settled.fairness[0].compromise
    assert compromise is not None
    # The truce: 75 for first, 50 for last; aid: 10 for none, 50 for some.
    assert told(compromise.package) == {"truce": "first", "aid": "some"}
    assert compromise.package.crosses == ("a_1",)
    assert compromise.package.without == ("both",)
    assert compromise.ties == ()
    flat = prefers("ASTER", "border weighs 1: old 0, new 70, shared 70")
    tied = Talks(tmp_path, flat).settle().fairness[0].compromise
    assert tied is not None
    assert told(tied.package) == {"border": "new"}
    assert tied.ties == ("border",)


def test_n19_a_better_package_crosses_no_further_red_line(tmp_path: Path) -> None:
    talks = Talks(tmp_path, *SEESAW, line("a_1", "CEDAR", "truce is last"))
    worse = talks.settle(package=["truce=last", "aid=none"]).asked
    assert worse is not None
    assert worse.better is None  # 10 and 50: what would be better for both crosses the line
    open_ = Talks(tmp_path, *SEESAW).settle(package=["truce=last", "aid=none"]).asked
    assert open_ is not None
    assert open_.tested
    assert told(open_.better) == {"truce": "first", "aid": "some"}
    best = talks.settle(package=["truce=first", "aid=some"]).asked
    assert best is not None
    assert best.package.crosses == ("a_1",)
    assert best.better is None


def test_n20_a_demand_is_told_with_how_many_packages_meet_it(tmp_path: Path) -> None:
    settled = Talks(
        tmp_path,
        line("a_1", "ASTER", "truce is first"),
        demand("b_1", "BRIAR", "border is not new"),
        demand("c_1", "BRIAR", "truce is last"),
    ).settle()
    assert [(one.name, one.possible, one.packages) for one in settled.fairness[0].demands] == [
        ("b_1", True, 2),
        ("c_1", False, 0),
    ]


# Who takes part.

RULES = """\
agreement PACT "Pact"
  between ASTER, BRIAR
participation presence "Not without"
  border is discussed only with BRIAR
  PACT is decided only with CEDAR
  PACT is concluded only with ASTER
  judgement "Drawn up for the test."
"""


def test_n21_what_is_not_discussed_is_not_decided_and_not_concluded(tmp_path: Path) -> None:
    settled = Talks(
        tmp_path, line("a_1", "ASTER", "truce is first or border is old"), RULES
    ).settle(present=["ASTER"])
    found = {
        (one.matter, needed.involvement): (needed.who, needed.absent)
        for one in settled.participating.matters
        for needed in one.needed
    }
    assert found == {
        ("border", "discussed"): (("BRIAR",), ("BRIAR",)),
        ("border", "decided"): (("BRIAR",), ("BRIAR",)),
        ("PACT", "discussed"): ((), ()),
        ("PACT", "decided"): (("CEDAR",), ("CEDAR",)),
        ("PACT", "concluded"): (("CEDAR", "ASTER"), ("CEDAR",)),
    }
    assert settled.participating.free == ("truce",)


def test_n22_an_agreement_does_not_enter_into_force_without_whom_it_needs(tmp_path: Path) -> None:
    def waits(*blocks: str) -> list[tuple[str, ...]]:
        settled = Talks(tmp_path, line("a_1", "ASTER", "truce is first"), *blocks).settle()
        return [one.who for one in settled.participating.entries]

    pact = 'agreement PACT "Pact"\n  between ASTER, BRIAR, CEDAR\n'
    entry = "article 1\n  enters into force when {}\n"
    assert waits(pact) == [("ASTER", "BRIAR", "CEDAR")]
    assert waits(pact, "history\n  2026-01-01 ASTER signs PACT\n") == [("BRIAR", "CEDAR")]
    most = "a majority of the signatories including BRIAR have signed"
    assert waits(pact, entry.format(most)) == [("BRIAR",)]
    every = "each signatory has signed and CEDAR has ratified"
    assert waits(pact, entry.format(every)) == [("ASTER", "BRIAR", "CEDAR")]
    either = "(each of ASTER, BRIAR has signed) or (each of BRIAR, CEDAR has signed)"
    assert waits(pact, entry.format(either)) == [("BRIAR",)]
    some = "2 of the signatories have signed"
    assert waits(pact, entry.format(some)) == []


# What counts.

RECORD = """\
document PAPER "A paper"
  published on 2026-01-01
statement S1
  2026-01-01 ASTER demands truce is first
  in PAPER, paragraph 1
statement S2
  2026-01-01 BRIAR reports that ASTER demands aid is some
  in PAPER, paragraph 2
statement S3
  2026-01-01 an official reports that CEDAR demands aid is some
  in PAPER, paragraph 3
"""


def test_n23_a_red_line_counts_if_one_of_its_statements_passes_the_bar(tmp_path: Path) -> None:
    talks = Talks(
        tmp_path,
        RECORD,
        line("own", "ASTER", "truce is first", rests="S1, S2"),
        line("told", "ASTER", "aid is some", rests="S2"),
        line("rumour", "CEDAR", "aid is some", rests="S3"),
        line("absent", "CEDAR", "aid is some", rests="S1"),
        line("guess", "ASTER", "border is old"),
    )

    def counting(bar: str) -> list[str]:
        kept = talks.settle(standing=bar).requirements
        return [one.name for one in kept if one.treated == "kept"]

    assert counting("any") == ["own", "told", "rumour", "absent", "guess"]
    assert counting("reported") == ["own", "told", "guess"]
    assert counting("first-hand") == ["own", "guess"]
    assert talks.refused(standing="hearsay") == ["SV914"]


MOVED = (
    RECORD
    + """\
statement S4
  2026-01-05 ASTER demands truce is first
  in PAPER, paragraph 4
statement S5
  2026-01-06 ASTER offers aid is some
  only if truce is first
  in PAPER, paragraph 5
statement S6
  2026-01-07 ASTER rejects aid is some
  in PAPER, paragraph 6
statement S7
  2026-01-08 CEDAR demands border is old
  in PAPER, paragraph 7
statement S8
  2026-01-09 CEDAR retracts S7
  in PAPER, paragraph 8
"""
)


def test_n23_who_repeats_itself_or_moves_has_still_said_it_and_who_takes_it_back_has_not(
    tmp_path: Path,
) -> None:
    talks = Talks(
        tmp_path,
        MOVED,
        line("repeated", "ASTER", "truce is first", rests="S1"),
        line("beside", "ASTER", "truce is first", rests="S5"),
        line("gone", "CEDAR", "border is old", rests="S7"),
    )
    for bar, gone in (
        ("first-hand", "below the bar"),
        ("reported", "below the bar"),
        ("any", "kept"),
    ):
        treated = {one.name: one.treated for one in talks.settle(standing=bar).requirements}
        assert treated == {"repeated": "kept", "beside": "kept", "gone": gone}
    shown = " ".join(terminal_text(settled_sheet(talks.settle())).split())
    assert "S7 [" in shown
    assert "(taken back by S8)" in shown


def test_n23_what_does_not_count_is_told_with_the_reason(tmp_path: Path) -> None:
    talks = Talks(
        tmp_path,
        MOVED,
        line("own", "ASTER", "truce is first", rests="S1"),
        line("told", "ASTER", "aid is some", rests="S2"),
        line("rumour", "CEDAR", "aid is some", rests="S3"),
        line("absent", "CEDAR", "aid is some", rests="S1"),
        line("gone", "CEDAR", "border is old", rests="S7, S3"),
    )
    settled = talks.settle(standing="first-hand")
    shown = " ".join(terminal_text(settled_sheet(settled)).split())
    for why in (
        "told of ASTER: rests on S2 (by the account of BRIAR)",
        "rumour of CEDAR: rests on S3 (by an account of nobody named)",
        "absent of CEDAR: rests on S1 (CEDAR says nothing of its own in it)",
        "gone of CEDAR: rests on S7 (taken back by S8), S3 (by an account of nobody named)",
    ):
        assert f"- {why}" in shown


def test_n24_a_case_as_of_a_day_is_without_what_was_said_later(tmp_path: Path) -> None:
    talks = Talks(
        tmp_path,
        MOVED,
        line("own", "ASTER", "truce is first", rests="S1"),
        line("later", "ASTER", "aid is none", rests="S6"),
        line("not_yet_gone", "CEDAR", "border is old", rests="S7"),
        line("guess", "ASTER", "border is old"),
    )
    then = talks.settle(as_of="2026-01-08")
    assert [one.name for one in then.requirements if one.treated == "kept"] == [
        "own",
        "later",
        "not_yet_gone",
        "guess",
    ]
    before = talks.settle(as_of="2026-01-06")
    assert [one.name for one in before.requirements] == ["own", "guess"]
    assert before.later == ("later", "not_yet_gone")
    shown = " ".join(terminal_text(settled_sheet(before)).split())
    assert "As of 2026-01-06, without what was said later" in shown
    assert talks.refused(as_of="soon") == ["SV904"]
    assert talks.refused(as_of="2026-01-06 12:00") == ["SV904"]
    assert Talks(tmp_path, line("own", "ASTER", "truce is first")).refused(as_of="2026-01-06") == [
        "SV941"
    ]


def test_n23_the_standing_can_be_told_from_outside(tmp_path: Path) -> None:
    talks = Talks(tmp_path, RECORD, line("told", "ASTER", "aid is some", rests="S2"))
    opened = open_case(str(talks.path))
    assert isinstance(opened, Opened)
    own = {(StatementId("S2"), ActorId("ASTER")): Said(Account(Standing.FIRST_HAND))}
    settled = settle_case(opened, Question(bar="first-hand"), own)
    assert isinstance(settled, Settled)
    assert [one.treated for one in settled.requirements] == ["kept"]


PACT = """\
region hills
region plain
incident raid "Raid"
  by raider: state
  on victim: state
  place: region
circumstance war
history
  2030-01-01 war begins
agreement PACT "Pact of help"
  between ASTER, BRIAR, CEDAR
  bound by signature
article 1 "Help"
  when raid on ASTER
  only if aid is some
  only if border is new or place is in plain
  each other party must assist the victim with support
"""


@pytest.mark.parametrize(
    ("package", "at_once", "never"),
    [
        ("truce=first,aid=none,border=new", 0.0, 1.0),
        ("truce=first,aid=some,border=new", 1.0, 0.0),
        ("truce=first,aid=some,border=old", 0.5, 0.5),
    ],
)
def test_n25_a_package_switches_the_clauses_that_read_its_options(
    tmp_path: Path, package: str, at_once: float, never: float
) -> None:
    asked = line("a_1", "ASTER", "truce is first or aid is some or border is new")
    for given, supposed in (
        (package.split(","), []),
        (package.split(",")[:2], package.split(",")[2:]),
    ):
        found = Talks(tmp_path, PACT, asked).settle(package=given, choices=supposed).asked
        assert found is not None
        draft = found.package.draft
        assert draft is not None
        assert (draft.noun, draft.level) == ("raid", "support")
        assert (draft.at_once.ratio, draft.never.ratio) == (at_once, never)


def test_n25_an_issue_that_a_package_leaves_open_stays_open(tmp_path: Path) -> None:
    asked = line("a_1", "ASTER", "aid is some")
    found = Talks(tmp_path, PACT, asked).settle(package=["aid=some"]).asked
    assert found is not None
    assert found.package.draft is not None
    assert (found.package.draft.at_once.ratio, found.package.draft.never.ratio) == (0.5, 0.0)


def test_n25_where_no_clause_reads_an_issue_nothing_is_told(tmp_path: Path) -> None:
    asked = line("a_1", "ASTER", "truce is first")
    found = Talks(tmp_path, PACT, asked).settle(package=["truce=first"]).asked
    assert found is not None
    assert found.package.draft is None
