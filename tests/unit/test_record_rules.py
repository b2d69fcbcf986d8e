"""The numbered rules of docs/record.md, each by a record small enough to read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from servanda.model.case import Case
from servanda.model.node import StatementId
from servanda.model.record import OnStatement, Statement, StatementKind, ThatSaid
from tests.unit.records import WORLD, case_of, of_case, told

TROOPS = "2025-03-01 ASTER accepts help is troops"
BY_BRIAR = "2025-03-01 BIRCH reports that ASTER accepts help is troops"
BY_CEDAR = "2025-03-01 CEDAR reports that ASTER accepts help is troops"
BY_DELOS = "2025-03-01 DELOS reports that ASTER accepts help is troops"
BY_NEWS = "2025-03-01 NEWS reports that ASTER accepts help is troops"


# When, who, and through whom.


def test_w1_a_statement_counts_from_its_own_date() -> None:
    assert told(f"{TROOPS}; in PAPER", as_of="2025-03-01").state("ASTER") == "held"
    assert told(f"{TROOPS}; in PAPER", as_of="2025-02-28").state("ASTER") == "silent"


def test_w1_a_statement_without_a_date_counts_from_its_first_document() -> None:
    line = "ASTER accepts help is troops; in LATER; in PAPER"
    assert told(line, as_of="2025-03-09").state("ASTER") == "silent"
    assert told(line, as_of="2025-03-10").state("ASTER") == "held"
    (placed,) = told(line).cell("ASTER").holding
    assert str(placed.stance.said) == "2025-03-10"
    assert not placed.stance.dated


def test_w1_a_saying_within_a_saying_has_its_own_date_or_that_of_its_report() -> None:
    lines = (
        "2025-03-05 BIRCH reports that ASTER accepts help is troops",
        "2025-03-05 BIRCH reports that on 2025-03-03 ASTER rejects help is money",
    )
    found = told(*lines, standing="reported").cell("ASTER").holding
    assert {placed.stance.statement: str(placed.stance.said) for placed in found} == {
        "S1": "2025-03-05",
        "S2": "2025-03-03",
    }
    assert told(*lines, standing="reported", as_of="2025-03-04").state("ASTER") == "silent"


def test_w1_what_is_dated_after_its_report_is_announced() -> None:
    line = "2025-03-05 BIRCH reports that on 2025-03-09 ASTER commits help is troops"
    found = told(line, standing="reported", as_of="2025-03-06")
    assert found.sorts("ASTER") == ["intention"]
    assert str(found.cell("ASTER").holding[0].stance.said) == "2025-03-05"


def test_w1_without_a_date_and_a_document_a_statement_is_left_out_and_named() -> None:
    found = told(TROOPS, "ASTER rejects help is troops")
    assert found.holds("ASTER") == ["accepts troops"]
    assert found.recorded.board.undated == ("S2",)
    assert found.statement("S2").known is None


def test_w2_who_reports_tells_it_as_said() -> None:
    assert told(BY_BRIAR, standing="reported").holds("ASTER") == ["accepts troops"]
    assert told(BY_BRIAR, standing="reported").state("BRIAR") == "speaking"


def test_w2_who_welcomes_or_criticises_that_something_was_said_tells_it_as_said() -> None:
    reports = case_of(BY_BRIAR)
    welcomed: tuple[StatementKind, ...] = ("endorses", "criticises")
    for kind in welcomed:
        found = of_case(_with_outer_kind(reports, kind), standing="reported")
        assert found.holds("ASTER") == ["accepts troops"]
    wished: tuple[StatementKind, ...] = ("demands", "urges", "offers", "plans", "accepts")
    for kind in wished:
        found = of_case(_with_outer_kind(reports, kind), standing="reported")
        assert found.state("ASTER") == "silent"


def test_w2_below_a_denial_nothing_follows() -> None:
    denies = "2025-03-02 BIRCH denies that ASTER accepts help is troops"
    assert told(denies, standing="any").state("ASTER") == "silent"
    twice = "2025-03-02 BIRCH denies that ASTER denies that CEDAR accepts help is troops"
    found = told(twice, standing="any")
    assert (found.state("ASTER"), found.state("CEDAR")) == ("silent", "silent")
    assert [one.presented for one in found.statement("S1").sayings] == ["said", "denied", "open"]


def test_w3_a_person_speaks_for_whom_its_office_says_on_that_day() -> None:
    in_office = "2025-03-01 AMBER accepts help is troops"
    assert told(in_office).holds("ASTER") == ["accepts troops"]
    assert told(in_office.replace("2025", "2026")).state("ASTER") == "silent"
    earlier = "2026-03-01 ALDER reports that on 2025-03-01 AMBER accepts help is troops"
    assert told(earlier).holds("ASTER") == ["accepts troops"]


def test_w3_one_person_speaks_for_several_parties_in_the_singular() -> None:
    both = WORLD.replace('for BRIAR as "minister"', "for BRIAR\n  speaks for CEDAR")
    line = "2025-03-01 BIRCH reports that BIRCH accepts help is troops"
    words = str(of_case(case_of(line, world=both)).statement("S1"))
    assert "BIRCH speaks for BRIAR" in words
    assert "BIRCH is said to have said so" in words
    assert "BIRCH speak " not in words


def test_w3_an_outlet_and_a_private_person_are_no_parties() -> None:
    found = told("2025-03-01 PINE, NEWS accept help is troops", TROOPS)
    assert found.recorded.board.parties == ("ASTER", "BRIAR")


def test_w3_an_official_speaks_for_a_party_but_anonymously() -> None:
    line = "2025-03-01 an official of ASTER accepts help is troops"
    assert told(line).below("ASTER") == ["accepts troops"]
    assert told(line, standing="reported").state("ASTER") == "silent"
    assert told(line, standing="any").holds("ASTER") == ["accepts troops"]


def test_w3_those_who_speak_together_each_say_it() -> None:
    found = told("2025-03-01 ASTER, BIRCH accept help is troops")
    assert found.holds("ASTER") == found.holds("BRIAR") == ["accepts troops"]


def test_w4_own_words_are_first_hand() -> None:
    assert told(TROOPS).standings("S1") == ["first-hand"]


def test_w4_a_spokesman_who_tells_of_his_own_party_is_first_hand() -> None:
    line = "2025-03-01 AMBER reports that ALDER offers help is troops"
    assert told(line).standings("S1") == ["first-hand", "first-hand"]
    assert told(line).holds("ASTER") == ["offers troops"]


def test_w4_of_several_who_report_together_one_is_enough() -> None:
    line = "2025-03-01 ASTER, DELOS report that ASTER accepts help is troops"
    assert told(line).holds("ASTER") == ["accepts troops"]


def test_w4_through_another_nothing_is_first_hand() -> None:
    line = "2025-03-01 AMBER reports that BIRCH reports that ALDER commits help is troops"
    assert told(line).standings("S1") == [
        "first-hand",
        "reported by an ally",
        "reported by an ally",
    ]
    assert told(line).holds("ASTER") == []


def test_w5_who_reports_gives_the_standing() -> None:
    found = told(BY_BRIAR, BY_CEDAR, BY_DELOS, BY_NEWS)
    assert [found.standings(f"S{n}")[1] for n in range(1, 5)] == [
        "reported by an ally",
        "reported by another party",
        "reported by an adversary",
        "reported by an outlet",
    ]
    private = told("2025-03-01 PINE reports that ASTER accepts help is troops")
    assert private.standings("S1")[1] == "reported by an outlet"
    nobody = told("2025-03-01 an official reports that ASTER accepts help is troops")
    assert nobody.standings("S1")[1] == "anonymous"


def test_w5_sides_are_dated() -> None:
    early = "2024-03-01 BRIAR reports that ASTER accepts help is troops"
    assert told(early).standings("S1")[1] == "reported by another party"


def test_w5_the_weakest_of_a_chain_counts() -> None:
    line = "2025-03-01 NEWS reports that BIRCH reports that ASTER accepts help is troops"
    (placed,) = told(line).cell("ASTER").below
    assert placed.stance.standing.value == "reported by an outlet"
    assert placed.stance.reporter == "NEWS"


def test_w6_what_a_document_only_sums_up_is_its_own_account() -> None:
    line = f"{TROOPS}; in PAPER, summed_up"
    (placed,) = told(line).cell("ASTER").below
    assert placed.stance.standing.value == "reported by an outlet"
    assert placed.stance.reporter == "PAPER"


PUBLISHED = """
document OWN "A report of its own"
  published by ASTER on 2025-03-10
document BARE "A paper of nobody knows whom"
  published on 2025-03-10
"""


def test_w6_what_a_party_publishes_sums_up_its_own_stance_and_reports_others() -> None:
    world = WORLD + PUBLISHED

    def stood(line: str, document: str) -> tuple[str, str]:
        case = case_of(f"{line}; in {document}, summed_up", world=world)
        (cell,) = [c for c in of_case(case, standing="any").recorded.board.cells if c.holding]
        stance = cell.holding[0].stance
        return stance.standing.value, stance.reporter

    assert stood(TROOPS, "OWN") == ("first-hand", "")
    assert stood("2025-03-01 BRIAR accepts help is troops", "OWN") == (
        "reported by an ally",
        "ASTER",
    )
    assert stood("2025-03-01 CEDAR accepts help is troops", "OWN") == (
        "reported by another party",
        "ASTER",
    )
    assert stood(TROOPS, "BARE") == ("reported by an outlet", "BARE")
    assert stood(TROOPS, "PAPER") == ("reported by an outlet", "PAPER")
    case = case_of(f"{TROOPS}; in OWN, summed_up", world=world)
    (saying,) = of_case(case).statement("S1").sayings
    assert "ASTER published OWN itself" in str(saying)


def test_w6_of_several_passages_the_best_counts() -> None:
    line = f"{TROOPS}; in PAPER, summed_up; in LATER, quoted"
    assert told(line).holds("ASTER") == ["accepts troops"]


def test_w6_the_medium_and_the_publisher_change_nothing() -> None:
    assert told(f"{TROOPS}; medium NEWS; in PAPER").holds("ASTER") == ["accepts troops"]


def test_w7_a_lower_bar_only_adds() -> None:
    anonymous = "2025-03-01 an official reports that CEDAR accepts help is troops"
    lines = (TROOPS, "2025-03-01 ASTER reports that BRIAR accepts help is money", anonymous)
    held = {
        bar: [
            party
            for party in ("ASTER", "BRIAR", "CEDAR")
            if told(*lines, standing=bar).holds(party)
        ]
        for bar in ("first-hand", "reported", "any")
    }
    assert held == {
        "first-hand": ["ASTER"],
        "reported": ["ASTER", "BRIAR"],
        "any": ["ASTER", "BRIAR", "CEDAR"],
    }


# What a saying comes to.


def test_w8_kinds_are_for_against_or_depend() -> None:
    def direction(kind: str, more: str = "") -> list[str]:
        cell = told(f"2025-03-01 ASTER {kind} help is troops{more}").cell("ASTER")
        return [placed.stance.direction for placed in cell.holding]

    for kind in ("commits", "accepts", "offers", "demands", "urges", "plans", "endorses"):
        assert direction(kind) == ["for"]
    for kind in ("rejects", "criticises", "denies"):
        assert direction(kind) == ["against"]
    assert direction("conditions", "; only if truce holds") == ["depends"]
    assert direction("reports") == []


def test_w8_a_threat_announces_a_deed_and_goes_against_an_agreement() -> None:
    found = told("2025-03-01 ASTER threatens to attack BRIAR", "2025-03-01 ASTER threatens PACT")
    assert found.matters("ASTER") == {"attack BRIAR": ["for"], "PACT": ["against"]}


def test_w8_not_turns_a_deed_around() -> None:
    found = told("2025-03-01 ASTER commits not to attack BRIAR")
    assert found.matters("ASTER") == {"attack BRIAR": ["against"]}
    (row,) = found.recorded.board.others
    assert row.cells[0].holding[0].stance.sort == "commitment"


def test_w9_what_it_amounts_to() -> None:
    sorts = {
        kind: told(f"2025-03-01 ASTER {kind} help is troops; only if truce holds").sorts("ASTER")
        for kind in (
            "commits",
            "accepts",
            "offers",
            "rejects",
            "conditions",
            "demands",
            "urges",
            "plans",
            "threatens",
            "endorses",
            "criticises",
            "denies",
            "reports",
        )
    }
    assert sorts == {
        "commits": ["commitment"],
        "accepts": ["commitment"],
        "offers": ["offer"],
        "rejects": ["refusal"],
        "conditions": ["condition"],
        "demands": ["wish"],
        "urges": ["wish"],
        "plans": ["intention"],
        "threatens": ["intention"],
        "endorses": ["view"],
        "criticises": ["view"],
        "denies": ["view"],
        "reports": [],
    }


def test_w9_what_is_possible_or_planned_is_an_intention() -> None:
    for word in ("possible", "planned"):
        line = f"2025-03-01 ASTER commits help is troops; factuality {word}"
        assert told(line).sorts("ASTER") == ["intention"]


def test_w10_to_ask_others_is_another_matter_than_to_do() -> None:
    found = told(
        "2025-03-01 ASTER demands to enact peace_law", "2025-03-02 ASTER rejects to enact peace_law"
    )
    rows = {row.matter.others: row.cells[0].holding for row in found.recorded.board.others}
    assert {others: holding[0].stance.kind for others, holding in rows.items()} == {
        True: "demands",
        False: "rejects",
    }
    assert found.clashes() == []


def test_w11_commitments_and_wishes_are_each_for_itself() -> None:
    found = told("2025-03-01 ASTER demands help is troops and order is pact_first")
    assert found.holds("ASTER") == ["demands troops"]
    assert found.cell("ASTER").holding[0].stance.beside == ()


def test_w11_what_is_accepted_together_hangs_together() -> None:
    found = told("2025-03-01 ASTER accepts help is troops and order is pact_first")
    assert found.cell("ASTER").holding[0].stance.beside == ("order is pact_first",)
    assert found.cell("ASTER", "order").holding[0].stance.beside == ("help is troops",)


def test_w11_a_rejection_of_several_is_of_none_alone() -> None:
    found = told("2025-03-01 ASTER rejects help is troops and order is pact_first", TROOPS)
    assert found.state("ASTER") == "held"
    assert found.clashes() == []


def test_w11_positions_on_one_issue_are_one() -> None:
    found = told("2025-03-01 ASTER demands help is not troops and help is not money")
    (placed,) = found.cell("ASTER").holding
    assert placed.stance.options == ("nothing",)


def test_w12_who_accepts_an_offer_accepts_what_is_offered() -> None:
    found = told(
        "2025-03-01 BRIAR offers help is troops; only if truce holds", "2025-03-02 ASTER accepts S1"
    )
    (placed,) = found.cell("ASTER").holding
    assert (placed.stance.on, placed.stance.only_if) == ("troops", ("truce holds",))
    assert (placed.stance.sort, placed.stance.through) == ("commitment", "S1")


def test_w12_not_what_is_offered_only_later() -> None:
    found = told("2025-03-05 BRIAR offers help is troops", "2025-03-02 ASTER accepts S1")
    assert found.state("ASTER") == "silent"
    assert found.matters("ASTER") == {"S1": ["for"]}


def test_w12_to_reject_a_rejection_is_not_to_accept() -> None:
    offered = told("2025-03-01 BRIAR offers help is troops", "2025-03-02 ASTER rejects S1")
    assert offered.holds("ASTER") == ["rejects troops"]
    rejected = told("2025-03-01 BRIAR rejects help is troops", "2025-03-02 ASTER rejects S1")
    assert rejected.state("ASTER") == "speaking"
    assert rejected.matters("ASTER") == {"S1": ["against"]}


def test_w12_who_endorses_a_statement_takes_a_stance_on_the_statement() -> None:
    found = told(BY_BRIAR, "2025-03-02 CEDAR endorses S1")
    assert found.state("CEDAR") == "speaking"
    assert found.matters("CEDAR") == {"S1": ["for"]}


def test_w12_a_ring_of_acceptances_ends() -> None:
    case = case_of("2025-03-01 ASTER accepts help", "2025-03-01 BRIAR accepts S1")
    first, second = case.statements
    ring = replace(case, statements=(_about(first, second.id), second))
    assert of_case(ring).matters("BRIAR") == {"S1": ["for"]}


# What ends, and what is contested.


def test_w13_a_retraction_ends_a_stance_from_its_day_on() -> None:
    for kind in ("retracts", "corrects"):
        lines = (TROOPS, f"2025-03-05 ALDER {kind} S1")
        assert told(*lines, as_of="2025-03-04").state("ASTER") == "held"
        found = told(*lines)
        assert found.state("ASTER") == "withdrawn"
        assert [placed.withdrawn_by for placed in found.cell("ASTER").withdrawn] == [("S2",)]


def test_w13_of_those_who_spoke_together_each_takes_back_its_own() -> None:
    found = told("2025-03-01 ASTER, BRIAR accept help is troops", "2025-03-05 ASTER retracts S1")
    assert (found.state("ASTER"), found.state("BRIAR")) == ("withdrawn", "held")


def test_w13_who_takes_a_report_back_takes_back_what_it_reports() -> None:
    found = told(BY_BRIAR, "2025-03-05 BRIAR retracts S1", standing="reported")
    assert found.state("ASTER") == "withdrawn"
    joint = "2025-03-01 BRIAR, CEDAR report that ASTER accepts help is troops"
    half = told(joint, "2025-03-05 BRIAR retracts S1", standing="reported")
    assert half.state("ASTER") == "held"
    both = (joint, "2025-03-05 BRIAR retracts S1", "2025-03-06 CEDAR retracts S1")
    assert told(*both, standing="reported").state("ASTER") == "withdrawn"


def test_w13_a_newspaper_corrects_itself() -> None:
    found = told(BY_NEWS, "2025-03-05 NEWS corrects S1", standing="reported")
    assert found.state("ASTER") == "withdrawn"


def test_w13_what_a_party_is_reported_to_have_said_it_can_take_back() -> None:
    found = told(BY_BRIAR, "2025-03-05 ASTER retracts S1", standing="reported")
    assert found.state("ASTER") == "withdrawn"


def test_w13_a_reported_retraction_ends_nothing() -> None:
    found = told(TROOPS, "2025-03-05 DELOS reports that ASTER retracts S1", standing="any")
    assert found.state("ASTER") == "held"
    (placed,) = found.cell("ASTER").holding
    assert [one.statement for one in placed.said_withdrawn] == ["S2"]


def test_w13_a_retraction_that_is_taken_back_is_without_effect() -> None:
    lines = (TROOPS, "2025-03-05 ASTER retracts S1", "2025-03-06 ASTER retracts S2")
    assert told(*lines, as_of="2025-03-05").state("ASTER") == "withdrawn"
    assert told(*lines).state("ASTER") == "held"
    assert told(*lines, "2025-03-07 ASTER retracts S3").state("ASTER") == "withdrawn"


@pytest.mark.parametrize(("retractions", "state"), [(40, "held"), (41, "withdrawn")])
def test_w13_of_a_chain_of_retractions_every_other_one_counts(retractions: int, state: str) -> None:
    chain = [f"2025-03-05 ASTER retracts S{number}" for number in range(1, retractions + 1)]
    assert told("2025-03-01 ASTER accepts help is troops", *chain).state("ASTER") == state


def test_w13_retractions_of_one_another_are_without_effect() -> None:
    case = case_of(TROOPS, "2025-03-05 ASTER retracts S1", "2025-03-05 ASTER retracts S2")
    said, first, second = case.statements
    ring = replace(case, statements=(said, _about(first, second.id), second))
    found = of_case(ring)
    assert found.statement("S2").stances == ()
    assert found.state("ASTER") == "held"


def test_w13_nothing_is_taken_back_before_it_is_said() -> None:
    assert told(TROOPS, "2025-02-05 ASTER retracts S1").state("ASTER") == "held"


def test_w14_a_denial_by_the_party_contests_what_others_report_of_it() -> None:
    denial = "2025-03-02 ASTER denies that ASTER accepts help is troops"
    found = told(BY_BRIAR, denial, standing="reported")
    assert found.state("ASTER") == "contested"
    (placed,) = found.cell("ASTER").holding
    assert [one.statement for one in placed.contested_by] == ["S2"]
    named = told(BY_BRIAR, "2025-03-02 ASTER denies S1", standing="reported")
    assert named.state("ASTER") == "contested"
    assert told(BY_BRIAR, denial).state("ASTER") == "denying"


def test_w14_a_denial_by_another_leaves_it_disputed() -> None:
    for line in ("CEDAR denies that ASTER accepts help is troops", "CEDAR denies S1"):
        found = told(BY_BRIAR, f"2025-03-02 {line}", standing="reported")
        (placed,) = found.cell("ASTER").holding
        assert [one.voice for one in placed.disputed_by] == ["CEDAR"]
        assert (placed.contested_by, found.state("ASTER")) == ((), "held")
        assert found.state("CEDAR") == "speaking"


def test_w14_who_denies_having_reported_it_contests_it() -> None:
    for line in (
        "BRIAR denies that BIRCH reports that ASTER accepts help is troops",
        "BRIAR denies S1",
    ):
        found = told(BY_BRIAR, f"2025-03-02 {line}", standing="reported")
        assert found.state("ASTER") == "contested"


def test_w14_what_comes_to_the_same_is_denied() -> None:
    def state(denied: str) -> str:
        reported = "2025-03-01 BRIAR reports that ASTER commits help is one of troops, money"
        return told(reported, f"2025-03-02 ASTER denies that {denied}", standing="reported").state(
            "ASTER"
        )

    assert state("ASTER accepts help is troops") == "contested"
    assert state("ASTER accepts help") == "contested"
    assert state("ASTER accepts help is nothing") == "held"
    assert state("ASTER accepts order is pact_first") == "held"
    assert state("ASTER urges help is troops") == "held"
    assert state("ASTER accepts help is troops and order is pact_first") == "held"


def test_w14_what_is_expressly_dated_later_or_on_another_day_is_not_meant() -> None:
    denial = "2025-03-02 ASTER denies that ASTER accepts help is troops"
    undated = "2025-03-05 BRIAR reports that ASTER accepts help is troops"
    later = "2025-03-05 BRIAR reports that on 2025-03-04 ASTER accepts help is troops"
    assert told(denial, undated, standing="reported").state("ASTER") == "contested"
    assert told(denial, later, standing="reported").state("ASTER") == "held"
    on_another = "2025-03-06 ASTER denies that on 2025-03-03 ASTER accepts help is troops"
    assert told(on_another, later, standing="reported").state("ASTER") == "held"
    assert told(on_another, undated, standing="reported").state("ASTER") == "contested"


def test_w14_a_denial_that_is_known_worse_contests_nothing() -> None:
    denial = "2025-03-02 DELOS reports that ASTER denies that ASTER accepts help is troops"
    assert told(TROOPS, denial, standing="any").state("ASTER") == "held"
    assert told(BY_BRIAR, denial, standing="any").state("ASTER") == "contested"
    assert told(BY_BRIAR, denial).state("ASTER") == "silent"


def test_w14_a_denial_makes_nothing_first_hand_and_gives_no_stance() -> None:
    denial = "2025-03-02 ASTER denies that ASTER rejects help is troops"
    found = told("2025-03-01 BRIAR reports that ASTER rejects help is troops", denial)
    assert found.holds("ASTER") == []
    assert found.state("ASTER") == "denying"


def test_w14_a_denial_of_a_denial_takes_nothing_from_it() -> None:
    denial = "2025-03-02 ASTER denies that ASTER accepts help is troops"
    lines = (BY_BRIAR, denial, "2025-03-03 ASTER denies S2")
    found = told(*lines, standing="reported")
    assert found.state("ASTER") == "contested"
    assert [one.statement for one in found.statement("S2").denied_by] == ["S3"]
    taken_back = (BY_BRIAR, denial, "2025-03-03 ASTER retracts S2")
    assert told(*taken_back, standing="reported").state("ASTER") == "held"


def test_w14_a_statement_that_is_denied_is_denied_in_what_the_denier_said() -> None:
    found = told(BY_BRIAR, "2025-03-02 ASTER denies S1", "2025-03-02 BRIAR denies S1")
    (denial,) = found.cell("ASTER").denials
    assert denial.denied == "ASTER accepts help is troops"
    (denial,) = found.statement("S3").denies
    assert denial.denied == "BIRCH reports that ASTER accepts help is troops"
    assert found.state("BRIAR") == "speaking"


def test_w14_a_deed_that_is_denied_is_denied_on_its_own_row() -> None:
    found = told(
        "2025-03-01 BRIAR reports that ASTER commits to enact peace_law",
        "2025-03-02 ASTER denies that ASTER commits to enact peace_law",
    )
    assert found.state("ASTER", "enact peace_law") == "denying"


def test_w15_own_words_come_before_what_others_report() -> None:
    lines = (
        "2025-03-01 ASTER rejects help is troops",
        "2025-03-05 BRIAR reports that ASTER accepts help is troops",
    )
    found = told(*lines, standing="reported")
    assert found.holds("ASTER") == ["rejects troops"]
    assert [one.stance.statement for one in found.cell("ASTER").reported] == ["S2"]


def test_w15_a_later_stance_takes_the_place_of_one_that_it_excludes() -> None:
    found = told(
        "2025-03-01 ASTER rejects help is troops", "2025-03-05 ASTER accepts help is troops"
    )
    assert found.holds("ASTER") == ["accepts troops"]
    assert [one.replaced_by for one in found.cell("ASTER").earlier] == [("S2",)]


def test_w15_what_does_not_exclude_another_stays() -> None:
    rejected = told(
        "2025-03-01 ASTER rejects help is troops", "2025-03-05 ASTER rejects help is money"
    )
    assert rejected.holds("ASTER") == ["rejects money", "rejects troops"]
    urged = told("2025-03-01 ASTER commits help is troops", "2025-03-05 ASTER urges help is troops")
    assert urged.holds("ASTER") == ["commits troops", "urges troops"]


def test_w15_a_repetition_takes_the_place_of_what_it_repeats() -> None:
    found = told(TROOPS, "2025-03-05 ASTER accepts help is troops; only if truce holds")
    (placed,) = found.cell("ASTER").holding
    assert placed.stance.only_if == ("truce holds",)


def test_w15_a_condition_that_comes_or_goes() -> None:
    condition = "2025-03-05 ASTER conditions help is troops; only if truce holds"
    assert told(TROOPS, condition).holds("ASTER") == ["conditions troops"]
    assert told(TROOPS.replace("03-01", "03-09"), condition).holds("ASTER") == ["accepts troops"]
    other = "2025-03-06 ASTER conditions help is troops; only if order is pact_first"
    assert len(told(condition, other).holds("ASTER")) == 2
    wished = told("2025-03-01 ASTER urges help is troops", condition)
    assert wished.holds("ASTER") == ["conditions troops", "urges troops"]


def test_w15_what_was_taken_back_takes_no_place() -> None:
    lines = (TROOPS, "2025-03-05 ASTER rejects help is troops", "2025-03-06 ASTER retracts S2")
    assert told(*lines).holds("ASTER") == ["accepts troops"]


def test_w15_two_of_one_day_leave_open_which_is_later_unless_their_hours_tell() -> None:
    same = told(TROOPS, "2025-03-01 ASTER rejects help is troops")
    assert sorted(same.holds("ASTER")) == ["accepts troops", "rejects troops"]
    timed = told(
        "2025-03-01 10:00 ASTER accepts help is troops",
        "2025-03-01 11:00 ASTER rejects help is troops",
    )
    assert timed.holds("ASTER") == ["rejects troops"]


# The board.


def test_w16_the_cell_in_a_word() -> None:
    report = "2025-03-01 ASTER reports that BRIAR rejects help is money"
    denial = "2025-03-02 ASTER denies that ASTER accepts help is troops"
    assert told(TROOPS, denial).state("ASTER") == "contested"
    assert told(TROOPS, "2025-03-01 ASTER rejects help is troops").state("ASTER") == "contradictory"
    assert (
        told(TROOPS, report, "2025-03-03 ASTER retracts S1", denial).state("ASTER") == "withdrawn"
    )
    assert told(report, denial).state("ASTER") == "denying"
    assert told(report).state("ASTER") == "speaking"
    assert told(BY_BRIAR).state("ASTER") == "silent"
    assert told(BY_BRIAR).below("ASTER") == ["accepts troops"]


def test_w17_parties_are_those_who_speak_are_spoken_of_or_negotiate() -> None:
    assert told(TROOPS).recorded.board.parties == ("ASTER", "BRIAR")
    assert told(BY_CEDAR).recorded.board.parties == ("ASTER", "BRIAR", "CEDAR")
    denied = "2025-03-01 council denies that DELOS accepts help is troops"
    assert told(denied).recorded.board.parties == ("ASTER", "BRIAR", "DELOS", "council")
    later = (TROOPS, "2025-03-05 CEDAR accepts help is troops")
    assert told(*later, as_of="2025-03-04").recorded.board.parties == ("ASTER", "BRIAR")


def test_w17_every_issue_has_a_row() -> None:
    assert [row.matter.name for row in told(TROOPS).recorded.board.issues] == ["help", "order"]


def test_w17_who_names_an_issue_in_a_condition_speaks_of_it() -> None:
    found = told("2025-03-01 ASTER accepts help is troops; only if order is pact_first")
    assert found.state("ASTER", "order") == "speaking"


def test_w18_for_and_against_the_same_options() -> None:
    against = "2025-03-01 ASTER rejects help is one of troops, money"
    assert told(TROOPS, against).clashes() == [("own", "ASTER", ["S1", "S2"])]
    wide = "2025-03-01 ASTER accepts help is one of troops, nothing"
    assert told(wide, against).clashes() == []


def test_w18_who_would_take_either_contradicts_nothing() -> None:
    money = "2025-03-01 ASTER {} help is money"
    assert told(TROOPS, money.format("accepts")).clashes() == []
    assert told(TROOPS, money.format("offers")).clashes() == []
    assert told(TROOPS, money.format("demands")).clashes() == [("own", "ASTER", ["S1", "S2"])]


def test_w18_what_is_criticised_may_be_committed_to() -> None:
    criticised = "2025-03-01 ASTER criticises help is troops"
    assert told(TROOPS, criticised).clashes() == []
    praised = "2025-03-01 ASTER endorses help is troops"
    assert [clash[0] for clash in told(praised, criticised).clashes()] == ["own"]


def test_w18_conditions_and_possibilities_exclude_nothing() -> None:
    rejected = "2025-03-01 ASTER rejects help is troops"
    assert told(rejected, f"{TROOPS}; only if truce holds").clashes() == []
    assert told(rejected, f"{TROOPS}; factuality possible").clashes() == []


def test_w18_other_matters() -> None:
    found = told("2025-03-01 ASTER accepts PACT", "2025-03-01 ASTER rejects PACT")
    assert [clash[0] for clash in found.clashes()] == ["own"]


def test_w18_who_has_moved_without_taking_it_back() -> None:
    found = told(TROOPS, "2025-03-05 ASTER rejects help is troops")
    (clash,) = found.recorded.board.clashes
    assert clash.moved
    retracted = told(
        TROOPS, "2025-03-05 ASTER rejects help is troops", "2025-03-05 ASTER retracts S1"
    )
    assert retracted.clashes() == []


def test_w18_what_others_report_otherwise() -> None:
    rejected = "2025-03-05 ASTER rejects help is troops"
    assert told(rejected, BY_BRIAR).clashes() == [("reported", "ASTER", ["S1", "S2"])]
    other = "2025-03-01 DELOS reports that ASTER rejects help is troops"
    assert told(BY_BRIAR, other).clashes() == [("reporters", "ASTER", ["S1", "S2"])]
    again = "2025-03-04 BRIAR reports that ASTER rejects help is troops"
    (clash,) = told(BY_BRIAR, again).recorded.board.clashes
    assert (clash.sort, clash.moved) == ("retold", True)


def test_w18_what_is_reported_and_denied() -> None:
    found = told(BY_BRIAR, "2025-03-02 ASTER denies S1", standing="reported")
    assert found.clashes() == [("denied", "ASTER", ["S1", "S2"])]


def test_w18_it_is_told_at_every_bar() -> None:
    lines = ("2025-03-05 ASTER rejects help is troops", BY_BRIAR, "2025-03-06 ASTER denies S2")
    at = {
        bar: sorted(told(*lines, standing=bar).clashes())
        for bar in ("first-hand", "reported", "any")
    }
    assert at["first-hand"] == at["reported"] == at["any"]
    assert [clash[0] for clash in at["any"]] == ["denied", "reported"]


def test_w19_what_has_changed() -> None:
    def changes(*lines: str, **asked: str) -> list[tuple[str, str, str]]:
        return told(TROOPS, *lines, since="2025-03-03", **asked).changes()

    assert changes("2025-03-05 ASTER accepts help is troops") == []
    assert changes("2025-03-05 ASTER rejects help is troops") == [("ASTER", "help", "moved")]
    assert changes("2025-03-05 ASTER retracts S1") == [("ASTER", "help", "withdrawn")]
    assert changes("2025-03-05 CEDAR demands help is money") == [("CEDAR", "help", "new")]
    assert changes("2025-03-05 ASTER denies S1") == [("ASTER", "help", "contested")]
    other = "2025-03-05 ASTER denies that ASTER offers help is money"
    assert changes(other) == [("ASTER", "help", "denied")]
    assert changes("2025-03-05 DELOS reports that CEDAR rejects help is money") == [
        ("CEDAR", "help", "reported")
    ]


def test_w19_what_was_only_reported_is_said_by_itself() -> None:
    lines = (BY_BRIAR, "2025-03-05 ASTER accepts help is troops")
    found = told(*lines, standing="reported", since="2025-03-03")
    assert found.changes() == [("ASTER", "help", "own words")]


def test_w19_what_is_reported_beside_a_partys_own_words_is_told_at_every_bar() -> None:
    lines = (TROOPS, "2025-03-05 BRIAR reports that ASTER accepts help is money")
    for bar, sort in (
        ("first-hand", "reported"),
        ("reported", "reported beside"),
        ("any", "reported beside"),
    ):
        found = told(*lines, standing=bar, since="2025-03-03")
        assert found.changes() == [("ASTER", "help", sort)]
    again = (*lines, "2025-03-07 CEDAR reports that ASTER accepts help is money")
    assert told(*again, standing="reported", since="2025-03-06").changes() == []


def test_w19_who_takes_back_its_word_has_not_moved_to_what_others_report() -> None:
    lines = ("2025-03-02 BRIAR reports that ASTER accepts help is money", TROOPS)
    back = "2025-03-05 ASTER retracts S2"
    for bar in ("first-hand", "reported"):
        found = told(*lines, back, standing=bar, since="2025-03-03")
        assert found.changes() == [("ASTER", "help", "withdrawn")]


# How the tests change a case.


def _with_outer_kind(case: Case, kind: StatementKind) -> Case:
    (statement,) = case.statements
    assert isinstance(statement.saying.content, ThatSaid)
    return replace(
        case, statements=(replace(statement, saying=replace(statement.saying, kind=kind)),)
    )


def _about(statement: Statement, target: StatementId) -> Statement:
    said = replace(statement.saying, content=OnStatement(statement=target))
    return replace(statement, saying=said)
