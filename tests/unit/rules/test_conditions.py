"""The semantic rules on conditions."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario.outcome import Outcome, State
from servanda.language.document import Source
from servanda.model.case import ActEvent
from servanda.model.conditions import (
    All,
    Any,
    Condition,
    Not,
    TheLaw,
)
from servanda.model.sets import Actors, Subject
from servanda.model.vocabulary import IncidentKind
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    ATTACK,
    ATTACKER,
    GUARANTORS,
    LAW,
    PARTIES,
    SIGNATORIES,
    VICTIM,
    act,
    article,
    assist,
    attack,
    attack_on,
    attribute,
    case,
    each,
    group,
    has,
    is_among,
    issue,
    means,
    most,
    must,
    names,
    of_act,
    one,
    origin,
    place,
    region,
    run,
    settled,
    some,
    state,
)
from tests.unit.rules.pieces import (
    BREACHED,
    NOT_ARISEN,
    ON_ATTACK,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
    later,
)
from tests.unit.told import borne_out


def where(condition: Condition) -> State:
    """Where USA stands under an article with one condition, after an attack of which little is
    known: RUS on UKR, the place and the means unknown."""
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=condition)
    return state(run(case(clause), attack("2026-03-01", by="RUS", on="UKR")), "USA")


def test_c1_connectives_follow_kleene() -> None:
    unknown, so, not_so = means("air"), is_among(ATTACKER, names("RUS")), place("atlantic")
    assert where(All(parts=(unknown, so))) is UNDETERMINED
    assert where(All(parts=(unknown, is_among(ATTACKER, names("USA"))))) is NOT_ARISEN
    assert where(Any(parts=(unknown, so))) is PENDING
    assert where(Any(parts=(unknown, not_so))) is UNDETERMINED
    assert where(Not(part=unknown)) is UNDETERMINED


def test_c2_what_comes_out_alike_in_every_way_is_certain() -> None:
    either = Any(parts=(means("air"), Not(part=means("air"))))
    assert where(either) is PENDING
    assert where(All(parts=(means("air"), means("cyber")))) is NOT_ARISEN
    assert where(means("ground", "air", "naval", "cyber")) is PENDING
    assert where(Any(parts=(means("air"), means("cyber")))) is UNDETERMINED


def test_c2_an_unknown_place_may_lie_outside_all_of_them() -> None:
    anywhere = Any(parts=(place("ukraine"), place("atlantic")))
    assert where(anywhere) is UNDETERMINED


def test_c2_an_unknown_actor_may_be_one_that_is_not_declared() -> None:
    everybody = names("USA", "GBR", "FRA", "UKR", "RUS", "DEU")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(by=everybody))
    assert state(run(case(clause), attack("2026-03-01", on="UKR")), "USA") is UNDETERMINED
    some_state = article("5", must(assist(), GUARANTORS), when=attack_on(by=Actors(sort="state")))
    assert state(run(case(some_state), attack("2026-03-01", on="UKR")), "USA") is PENDING


def test_c2_nobody_has_done_what_nobody_did_whoever_the_victim_is() -> None:
    asked = has(one(VICTIM), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    incident = attack("2026-03-01", by="RUS")
    assert state(run(case(clause), incident), "USA") is NOT_ARISEN
    by_ukraine = act("2026-03-02", "UKR", "request", "assist")
    assert state(run(case(clause), incident, by_ukraine), "USA") is UNDETERMINED


def test_c2_open_issues_are_tried_as_well() -> None:
    order = issue("order", "first", "second")
    either = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=settled("order", "first", "second")
    )
    assert state(run(case(either, issues=(order,)), RUSSIAN), "USA") is PENDING


def test_c2_more_than_4096_ways_are_not_tried() -> None:
    many = tuple(f"v{n}" for n in range(70))
    kind = IncidentKind(
        id=ATTACK.id,
        forms=ATTACK.forms,
        attributes=(
            attribute("attacker", role="by"),
            attribute("victim", role="on"),
            attribute("means", *many),
            attribute("origin", *many),
        ),
    )
    one_of_them = Any(parts=(means("v1"), Not(part=means("v1"))))
    both = All(parts=(one_of_them, Any(parts=(origin("v1"), Not(part=origin("v1"))))))
    for condition, expected in ((one_of_them, PENDING), (both, UNDETERMINED)):
        clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=condition)
        the_case = case(clause, kinds=(kind,), definitions=())
        outcome = run(the_case, attack("2026-03-01", by="RUS", on="UKR"))
        assert state(outcome, "USA") is expected


def test_c3_a_text_that_mixes_and_with_or_is_refused() -> None:
    text = """```servanda
state UKR "Ukraine"
state USA "United States"
incident attack "Attack"
  on victim: state
  means: air, ground
agreement PACT "Pact"
  between UKR, USA
article 5
  when attack on UKR
  only if {condition}
  USA must assist UKR with support
```
"""
    mixed = "means is air or means is ground and UKR has requested assistance"
    told = checked_case([Source("pact.md", text.format(condition=mixed))])
    assert (told.case, [d.code for d in told.diagnostics]) == (None, ["SV411"])
    parted = "(means is air or means is ground) and UKR has requested assistance"
    assert checked_case([Source("pact.md", text.format(condition=parted))]).case is not None


def test_c3_each_connective_of_a_model_holds_its_own_parts() -> None:
    so, not_so = is_among(ATTACKER, names("RUS")), is_among(ATTACKER, names("USA"))
    assert where(Any(parts=(so, All(parts=(so, not_so))))) is PENDING
    assert where(All(parts=(Any(parts=(so, so)), not_so))) is NOT_ARISEN


def test_c4_membership_runs_from_its_first_day_until_its_end_day_exclusive() -> None:
    spell = group("guarantor", "USA", start="2026-03-01", end="2026-03-05")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    the_case = case(clause, groups=(spell,))
    for on, expected in (
        ("2026-02-28", []),
        ("2026-03-01", [PENDING]),
        ("2026-03-04", [PENDING]),
        ("2026-03-05", []),
    ):
        outcome = run(the_case, attack(on, by="RUS", on="UKR"))
        assert [d.state for d in outcome.duties] == expected, on


def test_c4_sets_are_those_of_the_day_of_the_triggering_event() -> None:
    spell = group("guarantor", "USA", end="2026-03-05")
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    request = act("2026-03-10", "UKR", "request", "assist")
    assert state(run(case(clause, groups=(spell,)), RUSSIAN, request), "USA") is PENDING


def test_c4_what_a_region_contains_is_dated() -> None:
    regions = (region("kyiv"), region("ukraine", "kyiv", start="2026-02-01", end="2026-03-01"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=place("ukraine"))
    the_case = case(clause, regions=regions)
    for on, expected in (
        ("2026-01-31", NOT_ARISEN),
        ("2026-02-01", PENDING),
        ("2026-03-01", NOT_ARISEN),
    ):
        incident = attack(on, by="RUS", on="UKR", place="kyiv")
        assert state(run(the_case, incident), "USA") is expected


def test_c5_containment_passes_on() -> None:
    nested = (region("kyiv"), region("ukraine", "kyiv"), region("europe", "ukraine"), region("sea"))
    for name, expected in (
        ("europe", PENDING),
        ("ukraine", PENDING),
        ("kyiv", PENDING),
        ("sea", NOT_ARISEN),
    ):
        clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=place(name))
        incident = attack("2026-03-01", by="RUS", on="UKR", place="kyiv")
        assert state(run(case(clause, regions=nested), incident), "USA") is expected


def test_c5_somewhere_in_ukraine_is_neither_in_crimea_nor_outside_it() -> None:
    somewhere = attack("2026-03-01", by="RUS", on="UKR", place="ukraine")
    for condition in (place("crimea"), Not(part=place("crimea"))):
        clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=condition)
        assert state(run(case(clause), somewhere), "USA") is UNDETERMINED
    outside = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=place("atlantic"))
    assert state(run(case(outside), somewhere), "USA") is NOT_ARISEN


@pytest.mark.parametrize(
    ("subject", "authors", "expected"),
    [
        (one(PARTIES), "", NOT_ARISEN),
        (one(PARTIES), "FRA", PENDING),
        (each(GUARANTORS), "USA GBR", NOT_ARISEN),
        (each(GUARANTORS), "USA GBR FRA", PENDING),
        (some(2, PARTIES), "USA", NOT_ARISEN),
        (some(2, PARTIES), "USA UKR", PENDING),
        (most(PARTIES), "USA GBR", NOT_ARISEN),
        (most(PARTIES), "USA GBR FRA", PENDING),
        (most(PARTIES, "UKR"), "USA GBR FRA", NOT_ARISEN),
        (most(PARTIES, "UKR"), "USA GBR UKR", PENDING),
    ],
)
def test_c6_quantities(subject: Subject, authors: str, expected: State) -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=has(subject, "report")
    )
    events = [act("2026-03-02", authors, "report")] if authors else []
    assert state(run(case(clause), RUSSIAN, *events), "USA") is expected


def test_c6_of_nobody_not_every_one_has_acted() -> None:
    nobody = each(names())
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=has(nobody, "report"))
    assert state(run(case(clause), RUSSIAN), "USA") is NOT_ARISEN


def test_c7_an_act_over_another_incident_does_not_count() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    second = attack("2026-03-02", "A2", by="RUS", on="UKR")
    request = act("2026-03-03", "UKR", "request", "assist", over="A2")
    outcome = run(case(clause), RUSSIAN, second, request)
    assert state(outcome, "USA", incident="A1") is NOT_ARISEN
    assert state(outcome, "USA", incident="A2") is PENDING


def test_c7_an_act_over_no_incident_counts_from_the_trigger_on() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    early = act("2026-02-01", "UKR", "request", "assist")
    assert state(run(case(clause), early, RUSSIAN), "USA") is NOT_ARISEN


@pytest.mark.parametrize(
    ("condition", "deed"),
    [
        (has(each(SIGNATORIES), "ratify"), act("2026-01-05", SIGNATORIES, "ratify")),
        (
            has(one(names("RUS")), "enact", TheLaw(law=LAW.id)),
            act("2026-01-05", "RUS", "enact", TheLaw(law=LAW.id)),
        ),
    ],
)
def test_c7_acts_of_the_agreements_life_and_of_domestic_law_count_whenever_done(
    condition: Condition, deed: ActEvent
) -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=condition)
    assert state(run(case(clause), deed, RUSSIAN), "USA") is PENDING


def test_c8_a_circumstance_holds_from_its_beginning_to_its_end() -> None:
    outcome = borne_out("""
article 1
  when attack on UKR
  only if truce holds
  USA must assist UKR with support

article 2
  when attack on UKR
  only if truce holds or truce does not hold
  FRA must assist UKR with support

scenario "before, during, after"
  2026-02-01 attack A1 by RUS on UKR
  2026-03-01 truce begins
  2026-03-10 truce ends
  2026-03-11 attack A2 by RUS on UKR
  expect on 2026-02-28 no duty of USA under article 1
  expect USA still owes article 1 over A1
  expect no duty of USA under article 1 over A2

scenario "in doubt"
  2026-03-01 truce begins
  2026-03-20 truce is in doubt
  2026-03-21 attack A1 by RUS on UKR
  2026-03-25 truce is in doubt
  expect FRA must assist UKR with support
  expect it is undetermined whether USA must assist UKR with support, for want of truce
""")
    (doubtful,) = (life for life in outcome.duties if life.bearers == ("USA",))
    (missing,) = doubtful.missing
    assert missing.name == "truce"
    assert missing.statement == "it is in doubt whether truce holds"
    assert {words: told.value for words, told in missing.decides} == {
        "holding": "pending",
        "not holding": "not arisen",
    }


def test_c8_who_is_bound_can_hang_on_a_circumstance() -> None:
    borne_out("""
article 1
  enters into force when truce holds

scenario "in doubt"
  2026-03-01 truce is in doubt
  expect it is undetermined whether USA is a party, for want of truce

scenario "begun"
  2026-03-01 truce is in doubt
  2026-03-02 truce begins
  expect on 2026-03-01 it is undetermined whether PACT is in force
  expect PACT is in force
""")


def test_c9_met_is_what_has_been_performed_over_the_same_incident() -> None:
    borne_out("""
article 1
  when attack on a party
  FRA must assist the victim with support
  within 10 days of the attack

article 2
  when attack on a party
  only if FRA has met article 1
  USA must assist the victim with support

article 3
  only if FRA has met article 1
  USA must consult

scenario "in time, and over one attack of two"
  2026-03-01 attack A1 by RUS on UKR
  2026-03-01 attack A2 by RUS on USA
  2026-03-05 FRA assists UKR with support over A1
  expect on 2026-03-04 no duty of USA
  expect USA must assist UKR with support over A1
  expect no duty of USA under article 2 over A2
  expect USA must consult

scenario "too late"
  2026-03-01 attack A1 by RUS on UKR
  2026-03-15 FRA assists UKR with support over A1
  expect FRA is in breach of article 1
  expect no duty of USA
""")


def test_c9_a_breach_counts_over_whatever_incident() -> None:
    borne_out("""
article 1
  when attack on a state
  FRA must report
  within 2 days of the attack
article 2
  when attack on a state
  only if FRA has breached article 1
  USA must consult
article 3
  when attack on a state
  only if FRA has met article 1
  RUS must consult

scenario "another incident"
  2026-03-02 attack A1 by RUS on UKR
  2026-03-10 attack A2 by RUS on UKR
  2026-03-11 FRA reports over A2
  expect FRA is in breach of article 1 over A1
  expect FRA has met article 1 over A2
  expect USA must consult under article 2 over A1
  expect USA must consult under article 2 over A2
  expect RUS must consult under article 3 over A2
  expect no duty of RUS under article 3 over A1
""")


def test_c9_what_may_be_owed_may_be_met() -> None:
    borne_out("""
article 1
  when armed attack on UKR
  FRA must assist UKR with support

article 2
  when attack on UKR
  only if FRA has met article 1
  USA must assist UKR with support

scenario "means unknown"
  2026-03-01 attack A1 by RUS on UKR
  expect on 2026-03-01 no duty of USA
  2026-03-05 FRA assists UKR with support over A1
  expect it is undetermined whether USA must assist UKR with support, for want of means
""")


def test_c9_who_is_bound_can_hang_on_what_is_performed() -> None:
    borne_out("""
article 1
  when attack on UKR
  FRA must consult

article 2
  only if FRA has met article 1
  a party may withdraw with effect 1 day after notice

scenario "leaving"
  2026-03-01 attack by RUS on UKR
  2026-03-02 FRA consults
  2026-03-02 USA notifies withdrawal
  2026-03-03 RUS notifies withdrawal
  2026-03-10 attack A2 by RUS on UKR
  expect USA is a party
  expect RUS is not a party
""")


def test_c10_there_has_been_an_incident_before_the_one_in_question() -> None:
    borne_out("""
article 1
  unless there has been armed attack by the victim on the bearer
  each party must not attack a state

article 2
  when attack by RUS on UKR
  unless there has been attack by the victim on the attacker
  USA must assist the victim with support

article 3
  only if there has been attack on FRA
  FRA must consult

scenario "self-defence, and then another victim"
  2026-03-01 attack A1 by RUS on UKR, means is ground
  2026-03-02 attack A2 by UKR on RUS
  2026-03-05 attack A3 by RUS on UKR
  2026-03-06 attack A4 by UKR on FRA
  expect USA must assist UKR with support over A1
  expect no duty of USA over A3
  expect on 2026-03-05 no duty of FRA
  expect FRA must consult
  expect UKR is in breach of article 1

scenario "self-defence alone"
  2026-03-01 attack A1 by RUS on UKR, means is ground
  2026-03-02 attack A2 by UKR on RUS
  expect RUS is in breach of article 1
  expect UKR must not attack RUS
""")


def test_c10_what_is_unknown_of_an_earlier_incident_is_wanting() -> None:
    clause = """
article 1
  unless there has been armed attack by the victim on the bearer
  UKR must not attack a state
"""
    borne_out(f"""{clause}
scenario "by whom"
  2026-03-01 attack A1 on UKR, means is ground
  2026-03-02 attack A2 by UKR on RUS
  expect it is undetermined whether UKR is in breach of article 1, for want of attacker
""")
    outcome = borne_out(f"""{clause}
scenario "by what means"
  2026-03-01 attack A1 by RUS on UKR
  2026-03-02 attack A2 by UKR on RUS
  expect it is undetermined whether UKR is in breach of article 1, for want of means

scenario "found later"
  continues "by what means"
  2026-03-04 council finds that means of A1 is cyber
  expect UKR is in breach of article 1
""")
    (life,) = outcome.duties
    assert "if the means of A1 were ground or air, it would be forbidden and not be breached" in (
        life.would_change
    )


def test_c10_an_earlier_incident_is_supposed() -> None:
    outcome = borne_out("""
article 1
  unless there has been attack by the victim on the bearer
  UKR must not attack a state

scenario "a first strike"
  2026-03-02 attack A2 by UKR on RUS
  expect UKR is in breach of article 1
""")
    (life,) = outcome.duties
    assert "if there had been attack by RUS on UKR, it would be forbidden and not be breached" in (
        life.would_change
    )


def test_c10_nobody_is_supposed_to_have_attacked_itself() -> None:
    outcome = borne_out("""
article 1
  when attack on a state
  unless there has been attack by the victim on the bearer
  UKR must report
article 2
  when attack on a state
  unless there has been attack by a state on a state
  UKR must consult

scenario "an attack"
  2026-03-02 attack A1 by RUS on UKR
  expect UKR must report
  expect UKR must consult
""")
    own, any_two = outcome.duties
    assert not [change for change in own.would_change if "there had been" in change]
    assert [change for change in any_two.would_change if "there had been" in change]


def test_c11_the_beginning_and_the_end_of_a_circumstance_are_occasions() -> None:
    borne_out("""
article 1
  when truce begins
  USA must consult
  within 30 days of the truce

article 2
  when truce ends
  FRA must consult

article 3
  only if truce holds
  RUS must consult
  within 10 days of truce

scenario "begun, and begun again"
  2026-03-01 truce begins
  2026-03-03 truce begins
  expect 1 party must consult by 2026-03-31 under article 1
  expect RUS must consult by 2026-03-11
  expect no duty of FRA

scenario "ended"
  continues "begun, and begun again"
  2026-03-20 truce ends
  2026-03-21 truce ends
  expect FRA must consult

scenario "in doubt"
  2026-03-01 truce begins
  2026-03-10 truce is in doubt
  expect it is undetermined whether FRA must consult, for want of truce

scenario "ended after all"
  continues "in doubt"
  2026-03-20 truce ends
  2026-03-25 FRA consults
  expect on 2026-03-20 it is undetermined whether FRA must consult under article 2, for want of truce
  expect it is undetermined whether FRA has met article 2, for want of truce
""")


def test_c8_what_comes_together_after_a_doubt_may_have_done_so_in_it() -> None:
    borne_out("""
article 1
  when attack on UKR
  only if truce holds
  USA must report
  within 5 days of the attack

article 2
  when attack on UKR
  only if truce holds
  FRA must report

article 3
  when attack on UKR
  RUS must report
  while truce holds

scenario "in doubt"
  2026-03-01 truce is in doubt
  2026-03-02 attack A1 by RUS on UKR
  2026-03-10 truce begins
  expect it is undetermined whether USA must report, for want of truce
  expect FRA must report

scenario "in doubt, ended and begun"
  2026-03-01 truce is in doubt
  2026-03-02 attack A1 by RUS on UKR
  2026-03-05 truce ends
  2026-03-10 truce begins
  expect it is undetermined whether RUS must report, for want of truce
""")


def test_c11_nobody_knows_whether_it_begins_or_ends_after_a_doubt() -> None:
    for before in ("begins", "ends"):
        for after in ("begins", "ends"):
            asked = "USA is in breach of article 1"
            if after == "ends":
                asked = "FRA is in breach of article 2"
            borne_out(f"""
article 1
  when truce begins
  USA must report
  within 3 days of the truce

article 2
  when truce ends
  FRA must report
  within 3 days of the truce

scenario "{before}, in doubt, {after}"
  2026-03-01 truce {before}
  2026-03-02 USA reports
  2026-03-10 truce is in doubt
  2026-03-20 truce {after}
  2026-03-30 UKR consults
  expect it is undetermined whether {asked}, for want of truce
""")


def test_c7_consent_before_a_deed_excuses_it() -> None:
    borne_out("""
article 1
  each party must not attack a party
  unless the victim has requested consultation

article 2
  each party must not attack a party

article 3
  when attack on a party
  only if the victim has requested consultation
  article 2 does not apply

scenario "asked before"
  2026-02-01 UKR requests consultation
  2026-02-02 attack A1 by RUS on UKR
  expect RUS is not in breach of article 1
  expect RUS is not in breach of article 2

scenario "asked by another, or too late"
  2026-02-01 USA requests consultation
  2026-02-02 attack A1 by RUS on UKR
  2026-02-03 UKR requests consultation
  expect RUS is in breach of article 1
  expect RUS is in breach of article 2
""")


FOUND_AND_CORRECTED = """2026-03-01 attack A1 by EEE on AAA{}
  2026-03-01 CCC finds that means of A1 is air
  2026-03-05 CCC finds that means of A1 is cyber"""
FOUND_LATE = """2026-03-01 attack A1 by EEE on AAA{}
  2026-03-05 CCC finds that means of A1 is air
  2026-03-05 AAA consults"""


def state_of(outcome: Outcome, number: str) -> State | None:
    return next((d.state for d in outcome.duties if d.article.article == number), None)


@pytest.mark.parametrize(
    ("place", "state"),
    [("", UNDETERMINED), (", place is north", BREACHED)],
)
def test_c2_what_may_have_been_breached_stays_so_when_a_finding_is_corrected(
    place: str, state: State
) -> None:
    outcome = later(FOUND_AND_CORRECTED.format(place))
    assert state_of(outcome, "1") is state


@pytest.mark.parametrize(
    ("place", "state"),
    [("", UNDETERMINED), (", place is north", PENDING)],
)
def test_c2_what_has_been_found_since_did_not_raise_a_duty_before(place: str, state: State) -> None:
    """Whatever the place, nothing is overdue on the day of the finding (D13)."""
    outcome = later(FOUND_LATE.format(place))
    assert state_of(outcome, "1") is state
    assert state_of(outcome, "2") is None
