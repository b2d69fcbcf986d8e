"""The numbered rules of docs/coverage.md, each by a case small enough to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda import workbench
from servanda.analyses.coverage import designs
from servanda.analyses.coverage.map import MOST_CLASSES, coverage_map
from servanda.analyses.coverage.survey import survey
from servanda.model.node import KindId
from servanda.workbench import load_case
from servanda.workbench.reports import Checked
from servanda.workbench.standing import footing, last_day
from tests.unit.coverage import PACT, WORLD, World, table, values

HELP = """\
article 1
  when attack on a party
  each other party must assist the victim with support
"""
UNSIGNED = PACT.partition("history")[0]


def owed(folder: Path, *blocks: str, **asked: object) -> dict[str, list[str]]:
    """What is owed in which incidents."""
    return table(World(folder, *blocks).cover(**asked))


# The incidents.


def test_k1_every_combination_of_values_is_an_incident(tmp_path: Path) -> None:
    covered = World(tmp_path, HELP).cover(where="victim is ASTER and attacker is DELOS")
    assert covered.asked.incidents == 3 * 3  # places and means


def test_k2_places_are_regions_without_parts_on_the_day(tmp_path: Path) -> None:
    later = "region isles\n  contains skerry from 2027-01-01\nregion skerry\n"
    world = World(tmp_path, later, HELP)
    assert values(world.cover())["place"] == ("north", "south", "far", "isles", "skerry")
    after = world.cover(on="2027-01-01")
    assert values(after)["place"] == ("north", "south", "far", "skerry")


def test_k3_whoever_is_not_declared_is_left_out(tmp_path: Path) -> None:
    told = values(World(tmp_path, HELP).cover())
    assert told["attacker"] == ("ASTER", "BRIAR", "CEDAR", "DELOS")
    assert told["victim"] == ("ASTER", "BRIAR", "CEDAR")  # whom the article protects


def test_k4_nobody_attacks_itself(tmp_path: Path) -> None:
    assert World(tmp_path, HELP).cover(where="victim is ASTER").asked.incidents == 3 * 3 * 3
    world = World(tmp_path, HELP)
    none = workbench.cover(str(world.path), where="the victim is the attacker")
    assert isinstance(none, Checked)
    assert [d.code for d in none.diagnostics] == ["SV925"]


def test_k5_the_first_kind_is_one_in_which_assistance_is_asked_for(tmp_path: Path) -> None:
    war = "incident invade\n  by invader: state\n  on invaded: state\n"
    other = "article 0\n  when attack on a party\n  each other party must consult\n"
    helped = HELP.replace("attack on", "invade on").replace("the victim", "the invaded")
    world = World(tmp_path, war, other, helped)
    assert world.cover().asked.noun == "invade"
    assert world.cover().asked.other_kinds == ("attack",)
    assert world.cover(incident="attack").asked.noun == "attack"


def test_k6_the_incidents_are_those_on_somebody_protected(tmp_path: Path) -> None:
    narrow = HELP.replace("a party", "BRIAR")
    consult = "article 2\n  when attack on ASTER\n  each other party must consult\n"
    assert World(tmp_path, narrow, consult).cover().asked.befalls == ("BRIAR",)
    assert World(tmp_path, consult).cover().asked.befalls == ("ASTER",)
    standing = World(tmp_path, "article 2\n  each party must consult\n").cover()
    assert standing.asked.befalls == ("ASTER", "BRIAR", "CEDAR", "DELOS")
    assert World(tmp_path, narrow).cover(where="victim is DELOS").asked.incidents == 27


def test_k7_what_is_asked_for_beside_the_incident_is_supposed(tmp_path: Path) -> None:
    found = HELP + "  only if council has found that means is land\n"
    asked = "victim is ASTER and council has found that means is land"
    covered = World(tmp_path, found).cover(where=asked)
    assert covered.asked.incidents == 3 * 3
    assert table(covered) == {"": ["support: at once"]}
    truce = HELP + "  only if truce holds\n"
    assert owed(tmp_path, truce, where="truce holds") == {"": ["support: at once"]}
    mixed = workbench.cover(str(World(tmp_path, truce).path), where="truce holds or means is land")
    assert isinstance(mixed, Checked)
    assert [d.code for d in mixed.diagnostics] == ["SV922"]


# How things stand.


def test_k8_the_day_is_the_last_one_of_the_history(tmp_path: Path) -> None:
    scenario = 'scenario "Later"\n  2026-05-01 attack by DELOS on ASTER\n'
    world = World(tmp_path, HELP, scenario)
    assert str(world.cover().side.day) == "2026-01-01"
    assert str(world.cover(after="Later").side.day) == "2026-05-01"
    assert str(world.cover(after="Later", on="2026-06-01").side.day) == "2026-06-01"
    unsigned = World(tmp_path, HELP, scenario, opening=WORLD + UNSIGNED)
    assert str(unsigned.cover().side.day) == "2026-05-01"


def test_k9_an_agreement_that_is_asked_about_is_supposed_to_be_in_force(tmp_path: Path) -> None:
    other = 'agreement OTHER "Other"\n  between ASTER, DELOS\n' + HELP.replace(" 1", " 7")
    world = World(tmp_path, HELP, other)
    assert world.cover().side.supposed == ("OTHER",)
    assert world.cover(agreements=["PACT"]).side.supposed == ()
    alone = world.cover(agreements=["OTHER"])
    assert [column.actors for column in alone.map.columns] == [("ASTER", "DELOS")]
    ended = World(tmp_path, HELP, "article 9\n  remains in force for 1 year\n")
    assert ended.cover(on="2026-06-01").side.supposed == ()
    assert ended.cover(on="2028-06-01").side.supposed == ("PACT",)


def test_k9_whether_another_agreement_is_in_force_is_known(tmp_path: Path) -> None:
    other = (
        'agreement OTHER "Other"\n  between ASTER, DELOS\narticle 7\n  each party must consult\n'
    )
    signed = "history\n  2026-01-02 ASTER, DELOS sign OTHER\n"
    world = [HELP + "  only if OTHER is in force\n", other]
    assert owed(tmp_path, *world, signed, agreements=["PACT"]) == {"": ["support: at once"]}
    assert owed(tmp_path, *world, agreements=["PACT"]) == {"": []}


def test_k10_articles_are_taken_as_they_stand_on_the_day(tmp_path: Path) -> None:
    reading = "reading narrow of article 1\n  also only if place is in home\n"
    assert len(owed(tmp_path, HELP, reading)) == 1
    assert len(owed(tmp_path, HELP, reading, readings=["narrow"])) == 2
    amended = (
        "amendment more of article 1 from 2027-01-01\n"
        "  each other party must assist the victim with armed_force\n"
    )
    assert owed(tmp_path, HELP, amended, on="2026-12-31") == {"": ["support: at once"]}
    assert owed(tmp_path, HELP, amended, on="2027-01-01") == {"": ["armed force: at once"]}
    late = HELP.replace("a party\n", "a party\n  from 2027-01-01\n")
    assert owed(tmp_path, late, on="2026-12-31", where="victim is ASTER") == {"": []}
    power = "article 2\n  a party may suspend article 1\n"
    done = "history\n  2026-02-01 ASTER suspends article 1\n"
    suspended = World(tmp_path, HELP, power, done).cover()
    assert [column.actors for column in suspended.map.columns] == [("BRIAR", "CEDAR")]


@pytest.mark.parametrize(
    ("condition", "happened"),
    [
        ("CEDAR has enacted peace_law", "CEDAR enacts peace_law"),
        ("truce holds", "truce begins"),
        ("CEDAR has breached article 0", "attack by CEDAR on DELOS, place is far, means is sea"),
    ],
)
def test_k11_what_has_happened_for_good_is_settled(
    tmp_path: Path, condition: str, happened: str
) -> None:
    rule = f"article 0\n  each party must not attack a state\n{HELP}  only if {condition}\n"
    asked = "attacker is DELOS and victim is ASTER"
    (before,) = owed(tmp_path, rule, where=asked).values()
    assert not any(offer.endswith("at once") for offer in before)
    history = f"history\n  2026-02-01 {happened}\n"
    (after,) = owed(tmp_path, rule, history, where=asked).values()
    assert set(after) == {"support: at once"}


@pytest.mark.parametrize(
    ("condition", "happened"),
    [
        ("DELOS has requested assistance", "DELOS requests assistance"),
        ("council has decided on peace", "council decides on peace"),
        ("there has been attack by DELOS", "attack by DELOS on ASTER"),
    ],
)
def test_k11_what_may_happen_again_is_not_taken_from_the_history(
    tmp_path: Path, condition: str, happened: str
) -> None:
    rule = f'motion peace "Peace"\n{HELP}  only if {condition}\n'
    history = f"history\n  2026-02-01 {happened}\n"
    assert owed(tmp_path, rule, history) == {"": [f"support: {condition}"]}


def test_k11_what_is_in_doubt_on_the_day_is_said(tmp_path: Path) -> None:
    lapse = "article 2\n  when attack by DELOS on a party\n  article 1 ceases to apply\n"
    history = "history\n  2026-02-01 attack A0 on CEDAR\n"  # by nobody knows whom
    where = "attacker is BRIAR and victim is ASTER"
    covered = World(tmp_path, HELP, lapse, history).cover(where=where)
    assert covered.side.in_doubt == ("article 1 has ceased to apply",)
    (offers,) = table(covered).values()
    assert any(offer.startswith("support: at once") for offer in offers)
    assert [witness.block for witness in covered.witnesses] == [""] * len(covered.witnesses)


def test_k12_answers_hang_on_an_issue_that_is_open(tmp_path: Path) -> None:
    rule = HELP + "  only if strength is strong\n"
    assert owed(tmp_path, rule) == {"": ["support: strength is strong"]}
    assert owed(tmp_path, rule, choices=["strength=strong"]) == {"": ["support: at once"]}


# What hangs on what.


def test_k13_facts_that_bear_on_one_another_stand_together(tmp_path: Path) -> None:
    both = HELP + "  only if strength is strong\n  only if strength is weak\n"
    assert World(tmp_path, both).cover(where="victim is ASTER").gaps.never.ratio == 1
    less = HELP + (
        "  only if DELOS has assisted the victim, at least armed_force\n"
        "  only if DELOS has assisted the victim, at least support\n"
    )
    whole = "support: DELOS has assisted the victim, at least armed_force"
    assert owed(tmp_path, less, where="attacker is BRIAR") == {"": [whole]}


def test_k14_a_finding_counts_of_what_is_so(tmp_path: Path) -> None:
    found = HELP + "  only if council has found that means is land\n"
    never = "means is not land"
    assert owed(tmp_path, found)[never] == []
    other = (
        "article 2\n  when attack on a party\n  only if council has found that place is in far\n"
        "  each other party must assist the victim with armed_force\n"
    )
    whole = "council has found that (means is land or place is in far)"
    assert owed(tmp_path, found, other, where="means is not land and place is in far") == {
        "": [f"armed force: {whole}"]
    }
    both = World(tmp_path, found, other).cover(where="means is land and place is in far")
    assert [len(cell) for cell in both.map.classes[0].cells] == [1]  # the lesser is outdone


def test_k14_what_is_owed_unless_something_has_been_found_waits_for_the_contrary(
    tmp_path: Path,
) -> None:
    unless = HELP + "  unless council has found that means is land\n"
    covered = World(tmp_path, unless).cover()
    assert table(covered)["means is not land"] == [
        "support: council has found that means is not land"
    ]
    assert table(covered)["means is land"] == []
    assert covered.gaps.at_once.incidents == 0


def test_k15_what_follows_comes_in_the_order_worst_for_the_duty(tmp_path: Path) -> None:
    late = "  unless DELOS has requested consultation\n"
    asked = "  only if the victim has requested assistance\n"
    assert owed(tmp_path, HELP + late) == {"": ["support: at once"]}
    waiting = "the victim has requested assistance and not (DELOS has requested consultation)"
    assert owed(tmp_path, HELP + asked + late) == {"": [f"support: {waiting}"]}


def test_k16_at_once_is_so_with_nothing_done_beside_the_incident(tmp_path: Path) -> None:
    lost = "article 2\n  when DELOS requests consultation\n  article 1 is suspended\n"
    covered = World(tmp_path, HELP, lost).cover()
    assert table(covered) == {"": ["support: at once"]}
    assert covered.gaps.at_once.ratio == 1
    either = HELP + "  only if strength is weak or strength is strong\n"
    assert World(tmp_path, either).cover().gaps.at_once.ratio == 1
    one = HELP + "  only if strength is weak\n"
    assert World(tmp_path, one).cover().gaps.at_once.ratio == 0


def test_k17_duties_that_wait_for_one_another_never_arise(tmp_path: Path) -> None:
    first = HELP + "  only if BRIAR has met article 2\n"
    second = HELP.replace(" 1", " 2") + "  only if CEDAR has met article 1\n"
    assert World(tmp_path, first, second).cover().gaps.never.ratio == 1


# What counts.


def test_k18_prohibitions_and_standing_duties_are_left_out(tmp_path: Path) -> None:
    forbidden = "article 2\n  each party must not assist a state\n  notwithstanding article 1\n"
    assert owed(tmp_path, HELP, forbidden) == {"": []}  # it prevails (P3)
    undecided = forbidden.replace("\n  notwith", "\n-- ")
    assert owed(tmp_path, HELP, undecided) == {"": ["support: at once"]}
    standing = "article 3\n  each party must consult\n"
    assert (
        World(tmp_path, forbidden.replace("\n  notwith", "\n-- "), standing).cover().map.columns
        == ()
    )


def test_k19_what_an_act_brings_into_play_stands_below_the_map(tmp_path: Path) -> None:
    asked = "article 2\n  when a party requests consultation\n  each other party must consult\n"
    covered = World(tmp_path, HELP, asked).cover()
    assert table(covered) == {"": ["support: at once"]}
    assert [one.trigger for one in covered.map.beside] == ["when a party requests consultation"]
    gaps = World(tmp_path, asked).cover(where="victim is ASTER", level="consult").gaps
    assert (gaps.never.ratio, gaps.at_once.ratio) == (0, 0)
    broken = "article 0\n  each party must not attack a party\n"
    breach = asked.replace("requests consultation", "breaches article 0")
    told = World(tmp_path, broken, breach).cover(where="victim is ASTER")
    assert table(told)["attacker is CEDAR"][:2] == ["consult: at once"] * 2
    assert told.map.beside == ()


def test_k20_terms_are_told_and_not_counted(tmp_path: Path) -> None:
    terms = "  within 24 hours of the attack\n  until council has decided\n"
    covered = World(tmp_path, HELP + terms + "  performed only if truce holds\n").cover()
    ((offer,),) = covered.map.classes[0].cells
    assert offer.at_once
    assert "24 hours" in offer.words
    assert offer.until == "council has decided"
    assert covered.gaps.at_once.ratio == 1


def test_k21_an_act_called_like_a_level_counts_as_it(tmp_path: Path) -> None:
    consult = "article 1\n  when attack on a party\n  each other party must consult\n"
    world = World(tmp_path, consult)
    assert world.cover(level="consult").gaps.never.ratio == 0
    assert world.cover(level="support").gaps.never.ratio == 1
    report = World(tmp_path, consult.replace("must consult", "must report"))
    assert report.cover(level="consult").gaps.never.ratio == 1


def test_k22_only_help_for_the_one_whom_it_befalls_closes_a_gap(tmp_path: Path) -> None:
    other = HELP.replace("a party", "BRIAR").replace("the victim", "ASTER")
    covered = World(tmp_path, other).cover(where="victim is BRIAR")
    assert covered.map.columns != ()
    assert covered.gaps.never.ratio == 1
    allies = "group ally plural allies\n  members BRIAR, CEDAR\n"
    jointly = HELP.replace("a party", "ASTER").replace("each other party", "the allies jointly")
    assert World(tmp_path, allies, jointly).cover().gaps.at_once.ratio == 1


@pytest.mark.parametrize(
    ("condition", "stoppers"),
    [
        ("council has decided", ["ASTER", "BRIAR", "CEDAR"]),
        ("the parties have decided by 2 votes, with a veto of CEDAR", ["CEDAR"]),
        ("the parties have decided by a majority", []),
        ("DELOS has requested assistance", ["DELOS"]),
        ("the victim has requested assistance", ["the victim"]),
        ("ASTER has requested assistance or BRIAR has requested assistance", []),
        ("truce holds", []),
    ],
)
def test_k23_who_alone_can_stop_it(tmp_path: Path, condition: str, stoppers: list[str]) -> None:
    rule = f"{HELP}  only if {condition}\n"
    covered = World(tmp_path, rule).cover(where="attacker is DELOS and victim is a party")
    assert [one.who for one in covered.gaps.stoppers] == stoppers


def test_k23_who_can_set_an_article_aside_can_stop_it(tmp_path: Path) -> None:
    lost = "article 2\n  when DELOS requests consultation\n  article 1 is suspended\n"
    (one,) = World(tmp_path, HELP, lost).cover().gaps.stoppers
    assert (one.who, one.share.ratio) == ("DELOS", 1)


def test_k23_what_nobody_s_being_bound_hangs_on_stops_nothing(tmp_path: Path) -> None:
    asked = "article 2\n  when a party requests consultation\n  each other party must consult\n"
    rule = HELP + "  only if council has decided\n"
    stoppers = World(tmp_path, rule, asked).cover().gaps.stoppers
    assert [one.by for one in stoppers] == [("council has decided",)] * 3


def test_k24_the_nearest_article_needs_the_fewest_changes(tmp_path: Path) -> None:
    home = HELP + "  only if place is in home\n"
    far = (
        HELP.replace(" 1", " 2")
        + "  only if place is in far and means is sea and attacker is DELOS\n"
    )
    asked = "place is in far and means is land and attacker is BRIAR and victim is ASTER"
    (gap,) = World(tmp_path, home, far).cover(where=asked).gaps.gaps
    assert gap.near is None or gap.near.article.article.article == "1"


# How it is told.


def test_k25_guarantors_who_promise_alike_are_together(tmp_path: Path) -> None:
    covered = World(tmp_path, HELP).cover()
    assert [column.who for column in covered.map.columns] == ["each party"]
    assert (
        len(covered.map.classes) == 1
    )  # ASTER owes nothing to itself, and that tells nobody apart
    more = (
        HELP.replace(" 1", " 2")
        .replace("each other party", "ASTER")
        .replace("support", "armed_force")
    )
    apart = World(tmp_path, HELP, more.replace("a party", "BRIAR")).cover()
    assert [column.actors for column in apart.map.columns] == [("ASTER",), ("BRIAR", "CEDAR")]


def test_k26_lines_say_no_more_than_they_have_to(tmp_path: Path) -> None:
    rule = HELP + "  only if place is in home\n  only if means is land\n"
    world = World(tmp_path, rule)
    gaps = world.cover().gaps
    assert [gap.incidents for gap in gaps.gaps] == ["means is not land", "place is in far"]
    assert sum(gap.share.incidents for gap in gaps.gaps) > gaps.never.incidents
    (gap,) = world.cover(where="means is land").gaps.gaps
    assert gap.incidents == "place is in far"


def test_k27_each_kind_of_incident_counts_once(tmp_path: Path) -> None:
    gaps = World(tmp_path, HELP + "  only if means is land\n").cover().gaps
    assert (gaps.never.incidents, gaps.never.of) == (54, 81)


def test_k28_classes_too_small_to_show_are_told(tmp_path: Path) -> None:
    case = load_case(str(World(tmp_path, HELP + "  only if means is land\n").path))
    day = last_day(case)
    assert day is not None
    found = survey(footing(case, day).standing, KindId("attack"))
    mapped = coverage_map(found, most=1)
    assert (len(mapped.classes), mapped.rest) == (1, 27)
    assert (MOST_CLASSES, designs.MOST_CLASSES) == (40, 12)


# Comparing.


def test_k29_what_one_case_does_not_have_none_of_its_articles_asks_for(tmp_path: Path) -> None:
    space = WORLD.replace("sea, cyber\n", "sea, cyber, space\n  size: big, small\n") + PACT
    larger = World(tmp_path, HELP + "  only if means is space\n", opening=space)
    compared = World(tmp_path, HELP).compare(then_case=str(larger.path))
    assert compared.asked.incidents == 9 * 3 * 4 * 2
    (row,) = compared.rows
    assert [(change.sort, change.incidents.alternatives) for change in row.changes] == [
        ("loses", ("means is not space",))
    ]


def test_k29_a_side_on_which_nobody_is_protected_adds_no_incidents(tmp_path: Path) -> None:
    world = World(tmp_path, HELP.replace("a party", "ASTER"))
    compared = world.compare(then_without=["1"])
    assert compared.asked.befalls == ("ASTER",)
    assert compared.asked.incidents == 27


SORTS = [
    ("", "  only if place is in home\n", ["loses"], ["gains"]),
    ("  only if place is in home\n", "  only if place is in far\n", ["loses", "gains"], None),
    ("", "  only if council has decided\n", ["hangs on more"], ["hangs on less"]),
    (
        "  only if the victim has requested assistance\n",
        "  only if council has decided\n",
        ["hangs on other"],
        ["hangs on other"],
    ),
    ("", "  forthwith\n", ["other terms"], ["other terms"]),
]


@pytest.mark.parametrize(("first", "second", "sorts", "mirrored"), SORTS)
def test_k30_exchanging_the_sides_mirrors_the_answer(
    tmp_path: Path, first: str, second: str, sorts: list[str], mirrored: list[str] | None
) -> None:
    sides = [World(tmp_path, HELP + first), World(tmp_path, HELP + second)]
    there = sides[0].compare(then_case=str(sides[1].path))
    back = sides[1].compare(then_case=str(sides[0].path))
    assert [c.sort for row in there.rows for c in row.changes] == sorts
    assert [c.sort for row in back.rows for c in row.changes] == (mirrored or sorts)
    assert sides[0].compare().rows == ()


def test_k30_more_and_less_go_by_level(tmp_path: Path) -> None:
    sides = [World(tmp_path, HELP), World(tmp_path, HELP.replace("support", "armed_force"))]
    there = sides[0].compare(then_case=str(sides[1].path))
    back = sides[1].compare(then_case=str(sides[0].path))
    assert [c.sort for row in there.rows for c in row.changes] == ["owes more"]
    assert [c.sort for row in back.rows for c in row.changes] == ["owes less"]


def test_k30_levels_of_two_ladders_are_other_terms(tmp_path: Path) -> None:
    ladder = "ladder help: nothing < goods < troops\n"
    other = World(tmp_path, HELP.replace("support", "troops"), opening=WORLD + ladder + PACT)
    world = World(tmp_path, HELP)
    for one, then in ((world, other), (other, world)):
        compared = one.compare(then_case=str(then.path))
        assert [c.sort for row in compared.rows for c in row.changes] == ["other terms"]


def test_k31_what_an_article_has_brought_about_stands(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when each signatory has signed\n"
    world = World(tmp_path, HELP, entry)
    compared = world.compare(then_without=["9"])
    assert compared.rows == ()
    assert compared.after.supposed == ()
    (row,) = world.compare(then_without=["1"]).rows
    assert [change.sort for change in row.changes] == ["loses"]


def test_k32_designs_are_asked_about_what_all_are_about(tmp_path: Path) -> None:
    other = 'agreement OTHER "Other"\n  between ASTER, DELOS\n' + HELP.replace(" 1", " 7")
    found = World(tmp_path, HELP, other).side_by_side(designs=[["PACT"], ["OTHER"]])
    assert found.asked.incidents == 27  # those on ASTER, the only one whom both protect
    assert [design.guarantors for design in found.designs] == [("BRIAR", "CEDAR"), ("DELOS",)]
