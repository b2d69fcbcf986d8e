"""The numbered rules of docs/semantics.md, each with a test that carries its number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec
import pytest

from servanda.analyses.scenario import UnknownNameError, judge, simulate, variations
from servanda.analyses.scenario.outcome import DutyChange, DutyLife, ForceChange, Outcome, State
from servanda.core.reason import Reason
from servanda.core.share import Share
from servanda.core.verdict import Verdict
from servanda.language.document import Source
from servanda.model.agreement import (
    Aim,
    Amendment,
    Article,
    Bearers,
    Cease,
    Deadline,
    Disapply,
    Duty,
    End,
    ForWhom,
    Reapply,
    Suspend,
    TimeBound,
    Window,
)
from servanda.model.case import ActEvent, Case, Event, OwnReading
from servanda.model.conditions import (
    All,
    Any,
    Condition,
    InForce,
    Not,
    TheAgreement,
    TheArticle,
    TheLaw,
)
from servanda.model.definitions import Definition, DefinitionReading
from servanda.model.node import ActId, ActorId, AgreementId, AmendmentId, ReadingId
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    Term,
    Termination,
    Withdrawal,
)
from servanda.model.sets import Actors, Author, Bearer, DecisionRule, Pattern, Subject
from servanda.model.triggers import OnAct
from servanda.model.vocabulary import IncidentKind, Membership, Organ
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    APPLICANT,
    ARMED,
    ATTACK,
    ATTACKER,
    BEARER,
    FORTHWITH,
    GUARANTORS,
    LAW,
    PACT,
    PARTIES,
    SIGNATORIES,
    SIGNED,
    VICTIM,
    act,
    armed,
    article,
    assist,
    attack,
    attack_on,
    attacking,
    attribute,
    bond,
    breach_of,
    breached,
    case,
    council,
    day,
    decide,
    decided,
    each,
    finding,
    found,
    group,
    has,
    is_among,
    issue,
    life,
    lives,
    may,
    means,
    most,
    must,
    must_not,
    names,
    of_act,
    one,
    origin,
    pact,
    perform,
    period,
    place,
    put,
    reading,
    ref,
    refuse,
    region,
    request_of,
    run,
    scenario,
    settled,
    share_of,
    some,
    state,
    to,
    vote,
    within,
)
from tests.unit.told import borne_out

NOT_ARISEN, UNDETERMINED, PENDING = State.NOT_ARISEN, State.UNDETERMINED, State.PENDING
MET, BREACHED, LAPSED, EXCEPTED = State.MET, State.BREACHED, State.LAPSED, State.EXCEPTED
BINDING, PERMITTED, SUSPENDED = State.BINDING, State.PERMITTED, State.SUSPENDED
HOLDS, FAILS = Verdict.HOLDS, Verdict.FAILS

ON_ATTACK = attack_on(names("UKR"))
RUSSIAN = attack("2026-03-01", by="RUS", on="UKR", place="kyiv", means="air")


def where(condition: Condition) -> State:
    """Where USA stands under an article with one condition, after an attack of which little is
    known: RUS on UKR, the place and the means unknown."""
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=condition)
    return state(run(case(clause), attack("2026-03-01", by="RUS", on="UKR")), "USA")


# Facts and events.


def test_f1_what_is_not_listed_did_not_happen() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked)
    assert state(run(case(clause), RUSSIAN), "USA") is NOT_ARISEN
    request = act("2026-03-02", "UKR", "request", "assist")
    assert state(run(case(clause), RUSSIAN, request), "USA") is PENDING


@pytest.mark.parametrize("stated", [{}, {"means": "unknown"}])
def test_f2_an_attribute_that_is_not_stated_is_unknown(stated: dict[str, str]) -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=means("air"))
    incident = attack("2026-03-01", by="RUS", on="UKR", **stated)
    assert state(run(case(clause), incident), "USA") is UNDETERMINED


def test_f3_a_finding_counts_from_its_moment_where_nothing_is_stated() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=origin("abroad"))
    incident = attack("2026-03-01", by="RUS", on="UKR")
    abroad = finding("2026-03-05", "council", origin="abroad")
    assert state(run(case(clause), incident, abroad, at="2026-03-04"), "USA") is UNDETERMINED
    outcome = run(case(clause), incident, abroad)
    assert state(outcome, "USA") is PENDING
    assert life(outcome, "USA").arisen == day("2026-03-05")


def test_f3_what_is_stated_prevails_over_what_is_found() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=origin("abroad"))
    incident = attack("2026-03-01", by="RUS", on="UKR", origin="domestic")
    abroad = finding("2026-03-05", "council", origin="abroad")
    assert state(run(case(clause), incident, abroad), "USA") is NOT_ARISEN


def test_f3_findings_that_differ_leave_the_value_unknown_and_are_named() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=origin("abroad"))
    incident = attack("2026-03-01", by="RUS", on="UKR")
    by_council = finding("2026-03-05", "council", origin="abroad")
    by_russia = finding("2026-03-04", "RUS", origin="domestic")
    outcome = run(case(clause), incident, by_russia, by_council)
    assert state(outcome, "USA") is UNDETERMINED
    told = life(outcome, "USA").why.because[0].told
    assert "RUS found that it is domestic" in told
    assert "council found that it is abroad" in told
    agreed = finding("2026-03-06", "RUS", origin="abroad")
    assert state(run(case(clause), incident, by_russia, by_council, agreed), "USA") is PENDING


def test_f4_only_the_finder_that_is_named_counts() -> None:
    by_council = found(one(names("council")), origin("abroad"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=by_council)
    stated = attack("2026-03-01", by="RUS", on="UKR", origin="abroad")
    assert state(run(case(clause), stated), "USA") is UNDETERMINED
    by_russia = finding("2026-03-02", "RUS", origin="abroad")
    assert state(run(case(clause), stated, by_russia), "USA") is UNDETERMINED
    domestic = finding("2026-03-03", "council", origin="domestic")
    assert state(run(case(clause), stated, domestic), "USA") is NOT_ARISEN
    abroad = finding("2026-03-04", "council", origin="abroad")
    assert state(run(case(clause), stated, domestic, abroad), "USA") is PENDING


def test_f4_each_guarantor_may_have_to_find_for_itself() -> None:
    itself = found(one(BEARER), means("air"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=itself)
    outcome = run(case(clause), RUSSIAN, finding("2026-03-02", "FRA", means="air"))
    assert state(outcome, "FRA") is PENDING
    assert state(outcome, "USA") is UNDETERMINED


def test_f5_each_incident_has_its_own_duties() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    second = attack("2026-03-01", "A2", by="RUS", on="FRA")
    outcome = run(case(clause), RUSSIAN, second)
    assert [lf.incident for lf in lives(outcome, "USA")] == ["A1", "A2"]


def test_f6_a_day_without_an_hour_comes_before_its_timed_moments() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked)
    timed = act("2026-03-01 09:00", "UKR", "request", "assist")
    assert state(run(case(clause), timed, RUSSIAN), "USA") is PENDING


def test_f6_what_is_written_first_happens_first_and_history_before_all() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked)
    request = act("2026-03-01", "UKR", "request", "assist")
    assert state(run(case(clause), RUSSIAN, request), "USA") is PENDING
    assert state(run(case(clause), request, RUSSIAN), "USA") is NOT_ARISEN
    in_history = case(clause, history=(SIGNED, request))
    assert state(run(in_history, RUSSIAN), "USA") is NOT_ARISEN


# Conditions.


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


# Decisions.


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


def decides(*votes: Event, organ: Organ | None = None, incident: Event = RUSSIAN) -> State:
    """Where USA stands under an article that waits for the council, after these votes."""
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    outcome = run(case(clause, organ=organ or council()), incident, *votes)
    return state(outcome, "USA", incident="A1")


def test_v1_a_decision_is_about_an_incident_and_is_not_undone() -> None:
    in_favour = vote("2026-03-02", GUARANTORS, "yes")
    assert decides(in_favour) is PENDING
    assert decides(in_favour, vote("2026-03-03", "FRA", "no")) is PENDING
    assert decides(decide("2026-03-02", "council")) is PENDING
    other = attack("2026-03-02", "A2", by="RUS", on="FRA")
    assert decides(other, vote("2026-03-03", GUARANTORS, "yes", incident="A2")) is NOT_ARISEN


def test_v2_consensus_bears_abstentions_but_no_vote_against() -> None:
    most_in_favour = vote("2026-03-02", "USA GBR", "yes")
    assert decides(most_in_favour) is NOT_ARISEN
    assert decides(most_in_favour, vote("2026-03-02", "FRA", "abstain")) is PENDING
    assert decides(most_in_favour, vote("2026-03-02", "FRA", "no")) is NOT_ARISEN
    assert decides(vote("2026-03-02", GUARANTORS, "abstain")) is NOT_ARISEN


@pytest.mark.parametrize(
    ("organ", "in_favour", "expected"),
    [
        (council("unanimity"), "USA GBR", NOT_ARISEN),
        (council("unanimity"), "USA GBR FRA", PENDING),
        (council("count", 2), "USA", NOT_ARISEN),
        (council("count", 2), "USA FRA", PENDING),
        (council("majority"), "USA", NOT_ARISEN),
        (council("majority"), "USA FRA", PENDING),
        (council("majority", including=("GBR",)), "USA FRA", NOT_ARISEN),
        (council("majority", including=("GBR",)), "USA GBR", PENDING),
        (council("count", 1), "UKR", NOT_ARISEN),
    ],
)
def test_v2_rules_of_decision(organ: Organ, in_favour: str, expected: State) -> None:
    assert decides(vote("2026-03-02", in_favour, "yes"), organ=organ) is expected


def test_v2_a_members_last_vote_counts() -> None:
    changed = (vote("2026-03-02", "USA", "yes"), vote("2026-03-03", "USA", "no"))
    then = vote("2026-03-04", "GBR", "yes")
    assert decides(*changed, then, organ=council("count", 2)) is NOT_ARISEN
    again = vote("2026-03-05", "USA", "yes")
    assert decides(*changed, then, again, organ=council("count", 2)) is PENDING


def test_v2_the_members_on_the_day_of_the_vote_decide() -> None:
    joins = Membership(members=(ActorId("FRA"),), start=dt.date(2026, 3, 3))
    founders = group("guarantor", "USA", "GBR")
    grown = msgspec.structs.replace(founders, memberships=(*founders.memberships, joins))
    clause = article(
        "5", must(assist(), names("USA")), when=attack_on(), only_if=decided("council")
    )
    the_case = case(clause, groups=(grown,))
    early = vote("2026-03-02", "USA GBR", "yes")
    assert state(run(the_case, RUSSIAN, early), "USA") is PENDING
    late = vote("2026-03-03", "USA GBR", "yes")
    assert state(run(the_case, RUSSIAN, late), "USA") is NOT_ARISEN


def test_v2_parties_may_decide_among_themselves() -> None:
    by_three = decided(PARTIES, DecisionRule(rule="count", count=3))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=by_three)
    votes = vote("2026-03-02", "USA GBR FRA", "yes", organ=None)
    assert state(run(case(clause), RUSSIAN, votes), "USA") is PENDING
    in_council = vote("2026-03-02", "USA GBR FRA", "yes")
    assert state(run(case(clause), RUSSIAN, in_council), "USA") is NOT_ARISEN


def test_v3_the_accused_has_no_vote() -> None:
    organ = council("unanimity", leaving_out=("attacker",))
    french = attack("2026-03-01", by="FRA", on="UKR")
    votes = vote("2026-03-02", "USA GBR", "yes")
    assert decides(votes, organ=organ, incident=french) is PENDING
    assert decides(votes, organ=organ) is NOT_ARISEN


def test_v3_an_unknown_accused_matters_only_where_the_vote_could() -> None:
    unknown = attack("2026-03-01", on="UKR")
    organ = council("unanimity", leaving_out=("attacker",))
    votes = vote("2026-03-02", "USA GBR", "yes")
    assert decides(votes, organ=organ, incident=unknown) is UNDETERMINED
    assert decides(vote("2026-03-02", "USA", "yes"), organ=organ, incident=unknown) is NOT_ARISEN
    everybody = vote("2026-03-02", GUARANTORS, "yes")
    assert decides(everybody, organ=organ, incident=unknown) is PENDING


@pytest.mark.parametrize(
    ("share", "in_favour", "expected"),
    [
        (Share(2, 3), "USA", NOT_ARISEN),
        (Share(2, 3), "USA FRA", PENDING),
        (Share(3, 4), "USA FRA", NOT_ARISEN),
        (Share(3, 4), "USA FRA GBR", PENDING),
        (Share(1, 2), "USA", NOT_ARISEN),
        (Share(1, 3), "USA", PENDING),
        (Share(1, 3), "UKR", NOT_ARISEN),
    ],
)
def test_v4_a_share_of_all_who_have_a_vote(share: Share, in_favour: str, expected: State) -> None:
    votes = vote("2026-03-02", in_favour, "yes")
    assert decides(votes, organ=council("share", share=share)) is expected


@pytest.mark.parametrize(
    ("subject", "authors", "expected"),
    [
        (share_of(2, 3, GUARANTORS), "USA", NOT_ARISEN),
        (share_of(2, 3, GUARANTORS), "USA GBR", PENDING),
        (share_of(1, 2, PARTIES), "USA GBR", NOT_ARISEN),
        (share_of(1, 2, PARTIES), "USA GBR FRA", PENDING),
        (share_of(1, 2, names()), "USA", NOT_ARISEN),
    ],
)
def test_v4_a_share_of_those_who_must_have_acted(
    subject: Subject, authors: str, expected: State
) -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=has(subject, "report")
    )
    done = act("2026-03-02", authors, "report")
    assert state(run(case(clause), RUSSIAN, done), "USA") is expected


def test_v5_who_abstains_or_is_silent_is_not_one_of_those_voting() -> None:
    two_thirds = council("share", share=Share(2, 3), of_those_voting=True)
    majority = council("majority", of_those_voting=True)
    unanimity = council("unanimity", of_those_voting=True)
    alone, abstains = vote("2026-03-02", "USA", "yes"), vote("2026-03-02", "GBR", "abstain")
    against = vote("2026-03-02", "FRA", "no")
    for organ in (two_thirds, majority, unanimity):
        assert decides(alone, organ=organ) is PENDING
        assert decides(alone, abstains, organ=organ) is PENDING
        assert decides(alone, against, organ=organ) is NOT_ARISEN
        assert decides(abstains, organ=organ) is NOT_ARISEN
    both = vote("2026-03-02", "USA GBR", "yes")
    assert decides(both, against, organ=two_thirds) is PENDING
    assert decides(both, against, organ=unanimity) is NOT_ARISEN


def test_v5_the_votes_of_one_moment_are_counted_together() -> None:
    majority = council("majority", of_those_voting=True)
    in_favour = vote("2026-03-02 10:00", "USA", "yes")
    at_once, later = (vote(f"2026-03-02 {t}", "FRA", "no") for t in ("10:00", "11:00"))
    assert decides(in_favour, at_once, organ=majority) is NOT_ARISEN
    assert decides(at_once, in_favour, organ=majority) is NOT_ARISEN
    assert decides(in_favour, later, organ=majority) is PENDING
    changed = vote("2026-03-03", "FRA", "yes")
    assert decides(in_favour, at_once, changed, organ=majority) is PENDING


def test_v6_a_vote_against_by_one_who_has_a_veto_blocks() -> None:
    organ = council("count", 1, veto=("FRA",))
    most, french = vote("2026-03-02", "USA GBR", "yes"), vote("2026-03-02", "FRA", "no")
    assert decides(most, organ=organ) is PENDING
    assert decides(most, vote("2026-03-02", "FRA", "abstain"), organ=organ) is PENDING
    assert decides(most, french, organ=organ) is NOT_ARISEN
    assert decides(most, vote("2026-03-03", "FRA", "no"), organ=organ) is PENDING
    assert decides(french, vote("2026-03-03", "USA GBR", "yes"), organ=organ) is NOT_ARISEN
    assert decides(vote("2026-03-02", "UKR", "no"), most, organ=organ) is PENDING


def test_v6_who_is_left_out_has_no_veto() -> None:
    organ = council("count", 1, veto=("FRA",), leaving_out=("attacker",))
    votes = vote("2026-03-02", "FRA", "no"), vote("2026-03-02", "USA", "yes")
    assert decides(*votes, organ=organ) is NOT_ARISEN
    by_france = attack("2026-03-01", by="FRA", on="UKR")
    assert decides(*votes, organ=organ, incident=by_france) is PENDING
    by_somebody = attack("2026-03-01", on="UKR")
    assert decides(*votes, organ=organ, incident=by_somebody) is UNDETERMINED


def test_v7_the_bearer_and_those_named_have_no_vote() -> None:
    votes = vote("2026-03-02", "USA GBR", "yes"), vote("2026-03-02", "FRA", "no")
    assert decides(*votes, organ=council("unanimity", leaving_out=(names("FRA"),))) is PENDING
    assert decides(*votes, organ=council("unanimity", leaving_out=(names("GBR"),))) is NOT_ARISEN
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    without = case(clause, organ=council("unanimity", leaving_out=(Bearer(),)))
    outcome = run(without, RUSSIAN, *votes)
    assert state(outcome, "FRA") is PENDING
    assert state(outcome, "USA") is NOT_ARISEN


def test_v7_the_author_of_the_triggering_act_has_no_vote() -> None:
    organ = council("unanimity", leaving_out=(Author(),))
    clause = article(
        "4",
        must(perform("consult"), GUARANTORS),
        when=request_of("assist"),
        only_if=decided("council"),
    )
    request = act("2026-03-02", "FRA", "request", "assist", over="A1")
    votes = vote("2026-03-03", "USA GBR", "yes")
    assert state(run(case(clause, organ=organ), RUSSIAN, request, votes), "USA", "4") is PENDING
    other = act("2026-03-02", "GBR", "request", "assist", over="A1")
    assert state(run(case(clause, organ=organ), RUSSIAN, other, votes), "USA", "4") is NOT_ARISEN


def test_v7_nobody_is_left_out_for_a_role_that_the_incident_does_not_have() -> None:
    organ = council("unanimity", leaving_out=("polluter",))
    assert decides(vote("2026-03-02", "USA GBR", "yes"), organ=organ) is NOT_ARISEN
    assert decides(vote("2026-03-02", GUARANTORS, "yes"), organ=organ) is PENDING


def test_v8_a_motion_is_decided_on_without_an_incident_and_whenever_it_was() -> None:
    asked = decided("council", motion="secured")
    in_favour = vote("2026-02-02", GUARANTORS, "yes", motion="secured")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    assert state(run(case(clause), RUSSIAN), "USA") is NOT_ARISEN
    assert state(run(case(clause), in_favour, RUSSIAN), "USA") is PENDING
    other = vote("2026-02-02", GUARANTORS, "yes", motion="another")
    assert state(run(case(clause), other, RUSSIAN), "USA") is NOT_ARISEN
    on_incident = vote("2026-03-02", GUARANTORS, "yes")
    assert state(run(case(clause), RUSSIAN, on_incident), "USA") is NOT_ARISEN
    standing = article("3", must(perform("report"), GUARANTORS), only_if=asked)
    outcome = run(case(standing), in_favour)
    assert str(life(outcome, "USA", "3").arisen) == "2026-02-02"


def test_v8_a_decision_on_a_motion_ends_a_duty_and_brings_an_agreement_into_force() -> None:
    asked = decided(PARTIES, DecisionRule(rule="unanimity"), motion="secured")
    lasting = article("3", must(perform("report")), until=asked)
    votes = vote("2026-02-02", PARTIES, "yes", motion="secured", organ=None)
    assert state(run(case(lasting)), "USA", "3") is PENDING
    assert state(run(case(lasting), votes), "USA", "3") is LAPSED
    of_signatories = decided(SIGNATORIES, DecisionRule(rule="majority"), motion="secured")
    entry = article("11", EntryIntoForce(condition=of_signatories))
    cast = vote("2026-02-03", "USA GBR FRA", "yes", motion="secured", organ=None)
    outcome = run(case(entry), cast)
    assert str(outcome.force[0].since) == "2026-02-03"
    assert outcome.force[0].verdict is Verdict.HOLDS


def arisen(*events: Event, organ: Organ, at: str | None = None) -> str:
    """Since when USA has a duty under an article that waits for the council; nothing if it has none."""
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    return str(life(run(case(clause, organ=organ), RUSSIAN, *events, at=at), "USA").arisen or "")


def test_v9_what_is_put_to_a_body_is_adopted_when_the_silence_ends() -> None:
    organ = council("silence", silence="24 hours")
    is_put = put("2026-03-02 12:00", "council")
    assert arisen(is_put, organ=organ, at="2026-03-03 12:00") == ""
    assert arisen(is_put, organ=organ, at="2026-03-03 12:01") == "2026-03-03 12:00"
    by_day = put("2026-03-02", "council")
    assert arisen(by_day, organ=organ, at="2026-03-03") == ""
    assert arisen(by_day, organ=organ, at="2026-03-04") == "2026-03-03"
    assert arisen(vote("2026-03-02", GUARANTORS, "yes"), organ=organ, at="2026-03-09") == ""


def test_v9_a_vote_against_breaks_the_silence() -> None:
    organ = council("silence", silence="24 hours")
    is_put = put("2026-03-02 12:00", "council")
    last, late = (vote(f"2026-03-03 {t}", "FRA", "no") for t in ("12:00", "12:01"))
    assert arisen(is_put, last, organ=organ, at="2026-03-09") == ""
    assert arisen(is_put, late, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    abstains = vote("2026-03-03", "FRA", "abstain")
    assert arisen(is_put, abstains, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    stranger = vote("2026-03-02 13:00", "UKR", "no")
    assert arisen(is_put, stranger, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    before = vote("2026-03-02 11:00", "FRA", "no")
    assert arisen(before, is_put, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    again = put("2026-03-05 12:00", "council")
    assert arisen(is_put, last, again, organ=organ, at="2026-03-09") == "2026-03-06 12:00"


def test_v9_what_happened_in_the_last_hours_of_a_silence_came_before_its_end() -> None:
    organ, is_put = council("silence", silence="2 days"), put("2026-03-02", "council")
    forbidden = article("3", must_not(perform("report"), PARTIES))
    asked = All(parts=(decided("council"), breached(one(names("FRA")), "3")))
    clause = article("5", must(assist(), names("USA")), when=attack_on(), only_if=asked)
    report = act("2026-03-04 10:00", "FRA", "report")
    outcome = run(case(forbidden, clause, organ=organ), RUSSIAN, is_put, report, at="2026-03-09")
    assert str(life(outcome, "USA").arisen) == "2026-03-04"


def test_v9_who_is_left_out_cannot_break_the_silence() -> None:
    organ = council("silence", silence="24 hours", leaving_out=(names("FRA"),))
    is_put, against = put("2026-03-02 12:00", "council"), vote("2026-03-02 13:00", "FRA", "no")
    assert arisen(is_put, against, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    accused = council("silence", silence="24 hours", leaving_out=("attacker",))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    by_somebody = attack("2026-03-01", on="UKR")
    outcome = run(case(clause, organ=accused), by_somebody, is_put, against, at="2026-03-09")
    assert state(outcome, "USA") is UNDETERMINED


# The agreement's own life.

RATIFIED = article("11", EntryIntoForce(condition=has(most(SIGNATORIES, "USA"), "ratify")))


def ratify(on: str, *actors: str) -> ActEvent:
    return act(on, names(*actors), "ratify")


def test_a1_in_force_from_the_first_day_on_which_the_condition_holds() -> None:
    the_case = case(agreements=(pact(RATIFIED, bound_by="ratification"),), history=())
    early = (ratify("2026-01-05", "GBR", "FRA"), ratify("2026-01-06", "UKR"))
    enough, late = ratify("2026-01-07 15:00", "USA"), ratify("2026-01-09", "RUS")
    assert run(the_case, *early, enough, at="2026-01-06").force[0].verdict is FAILS
    outcome = run(the_case, *early, enough, late)
    assert outcome.force[0].since == day("2026-01-07")
    assert bond(outcome, "GBR").since == day("2026-01-07")
    assert bond(outcome, "RUS").since == day("2026-01-09")


def test_a1_consent_is_expressed_by_the_act_that_the_agreement_names() -> None:
    the_case = case(agreements=(pact(bound_by="ratification"),))
    assert run(the_case).force[0].verdict is FAILS
    assert run(the_case, act("2026-01-05", SIGNATORIES, "ratify")).force[0].verdict is HOLDS


def test_a1_without_an_article_every_negotiating_state_must_consent() -> None:
    the_case = case(history=())
    most_sign = act("2026-01-05", "USA GBR FRA UKR", "sign")
    assert run(the_case, most_sign).force[0].verdict is FAILS
    outcome = run(the_case, most_sign, act("2026-01-08", "RUS", "sign"))
    assert outcome.force[0].since == day("2026-01-08")
    assert bond(outcome, "USA").since == day("2026-01-08")


def test_a1_one_that_did_not_negotiate_is_not_bound_by_its_signature() -> None:
    outcome = run(case(), act("2026-01-05", "DEU", "sign"))
    assert bond(outcome, "DEU").verdict is FAILS
    assert "did not negotiate" in bond(outcome, "DEU").why.because[0].told


def test_a2_an_open_issue_makes_the_agreement_and_its_duties_undetermined() -> None:
    order = issue("order", "at_once", "later")
    entry = article("11", EntryIntoForce(condition=settled("order", "at_once")))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    the_case = case(entry, clause, issues=(order,))
    outcome = run(the_case, RUSSIAN)
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert bond(outcome, "USA").verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA").missing] == ["order"]
    assert state(run(the_case, RUSSIAN, choices=[("order", "at_once")]), "USA") is PENDING
    assert state(run(the_case, RUSSIAN, choices=[("order", "later")]), "USA") is NOT_ARISEN


INVITED = article(
    "10",
    Accession(who=names("DEU")),
    only_if=has(each(PARTIES), "invite", to(APPLICANT)),
)


def test_a3_accession_binds_from_its_day_if_the_conditions_hold() -> None:
    invited = act("2026-02-01", PARTIES, "invite", "DEU")
    outcome = run(case(INVITED), invited, act("2026-02-05 18:00", "DEU", "accede"))
    assert bond(outcome, "DEU").verdict is HOLDS
    assert bond(outcome, "DEU").since == day("2026-02-05")


def test_a3_an_accession_without_effect_is_kept_with_the_reason() -> None:
    some_invite = act("2026-02-01", "USA GBR FRA RUS", "invite", "DEU")
    outcome = run(case(INVITED), some_invite, act("2026-02-05", "DEU", "accede"))
    assert bond(outcome, "DEU").verdict is FAILS
    assert "UKR has not invited DEU" in bond(outcome, "DEU").why.because[0].told


def test_a3_nobody_accedes_before_entry_into_force() -> None:
    free = article("10", Accession(who=names("DEU")))
    the_case = case(free, history=())
    outcome = run(the_case, act("2025-12-01", "DEU", "accede"), SIGNED)
    assert bond(outcome, "DEU").verdict is FAILS
    again = act("2026-01-02", "DEU", "accede")
    assert bond(run(the_case, SIGNED, again), "DEU").verdict is HOLDS


def test_a3_one_outside_the_set_cannot_accede() -> None:
    free = article("10", Accession(who=GUARANTORS))
    assert bond(run(case(free), act("2026-02-05", "DEU", "accede")), "DEU").verdict is FAILS


NOTICE = article("13", Withdrawal(notice=period("1 year")))


def test_a4_withdrawal_takes_effect_after_the_period_of_notice() -> None:
    notice = act("2026-03-05", "FRA", "withdraw", TheAgreement(agreement=PACT))
    day_before = run(case(NOTICE), notice, at="2027-03-04")
    assert bond(day_before, "FRA").verdict is HOLDS
    assert bond(day_before, "FRA").until == day("2027-03-05")
    assert bond(run(case(NOTICE), notice, at="2027-03-05"), "FRA").verdict is FAILS


def test_a4_not_before_the_earliest_date() -> None:
    late = article("13", Withdrawal(notice=period("1 month"), not_before=period("2 years")))
    outcome = run(case(late), act("2026-03-05", "FRA", "withdraw", TheAgreement(agreement=PACT)))
    assert bond(outcome, "FRA").until == day("2028-01-01")


@pytest.mark.parametrize(
    ("clause", "author", "reason"),
    [
        (
            article(
                "13",
                Withdrawal(notice=period("1 day")),
                window=Window(after_entry=period("1 year")),
            ),
            "FRA",
            "it operates only from 1 year after entry into force",
        ),
        (NOTICE, "DEU", "DEU was not a party"),
        (article("14", Term(period=period("90 years"))), "FRA", "no article provides for it"),
    ],
)
def test_a4_a_notice_without_effect_is_kept_with_the_reason(
    clause: Article, author: str, reason: str
) -> None:
    notice = act("2026-03-05", author, "withdraw", TheAgreement(agreement=PACT))
    outcome = run(case(clause), notice, at="2026-12-01")
    told = [r.told for r in bond(outcome, author).why.because]
    assert any("had no effect" in text and reason in text for text in told)


def test_a5_the_term_ends_the_agreement_for_all() -> None:
    the_case = case(article("14", Term(period=period("10 years"))))
    last = run(the_case, at="2035-12-31")
    assert last.force[0].verdict is HOLDS
    assert last.force[0].until == day("2036-01-01")
    after = run(the_case, at="2036-01-01")
    assert after.force[0].verdict is FAILS
    assert {b.verdict for b in after.bonds} == {FAILS}


def test_a6_no_duty_from_an_event_before_the_bond() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    before = attack("2025-12-31", by="RUS", on="UKR")
    assert state(run(case(clause), before, at="2026-02-01"), "USA") is NOT_ARISEN
    on_the_day = attack("2026-01-01", by="RUS", on="UKR")
    assert state(run(case(clause), on_the_day), "USA") is PENDING


def test_a6_the_bearer_must_still_be_a_party_when_the_duty_arises() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    leave = article("13", Withdrawal(notice=period("10 days")))
    notice = act("2026-03-02", "FRA", "withdraw", TheAgreement(agreement=PACT))
    request = act("2026-03-20", "UKR", "request", "assist")
    outcome = run(case(clause, leave), RUSSIAN, notice, request)
    assert state(outcome, "USA") is PENDING
    assert state(outcome, "FRA") is NOT_ARISEN


def test_a7_what_has_arisen_survives_withdrawal() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    standing = article("2", must(perform("report"), GUARANTORS))
    forbidden = article("3", must_not(attacking(names("UKR")), GUARANTORS))
    leave = article("13", Withdrawal(notice=period("10 days")))
    notice = act("2026-03-02", "FRA", "withdraw", TheAgreement(agreement=PACT))
    outcome = run(case(clause, standing, forbidden, leave), RUSSIAN, notice, at="2026-04-01")
    assert state(outcome, "FRA", "5") is PENDING
    assert state(outcome, "FRA", "2") is LAPSED
    assert state(outcome, "FRA", "3") is LAPSED
    assert life(outcome, "FRA", "3").ended == day("2026-03-12")
    assert state(outcome, "USA", "3") is BINDING


def test_a8_the_acts_of_one_day_count_for_the_whole_of_it() -> None:
    invited = act("2026-02-05 18:00", PARTIES, "invite", "DEU")
    outcome = run(case(INVITED), act("2026-02-05 09:00", "DEU", "accede"), invited)
    assert bond(outcome, "DEU").verdict is HOLDS


def test_a8_a_state_may_accede_and_give_notice_on_one_day_in_either_order() -> None:
    free = article("10", Accession(who=names("DEU")))
    leaves = act("2026-02-05 09:00", "DEU", "withdraw", TheAgreement(agreement=PACT))
    outcome = run(case(free, NOTICE), leaves, act("2026-02-05 14:00", "DEU", "accede"))
    assert bond(outcome, "DEU").since == day("2026-02-05")
    assert bond(outcome, "DEU").until == day("2027-02-05")


def test_a9_an_agreement_of_several_ends_when_one_party_is_left() -> None:
    leave = article("13", Withdrawal(notice=period("10 days")))
    notice = act("2026-03-01", "USA GBR FRA UKR", "withdraw", TheAgreement(agreement=PACT))
    before = run(case(leave), notice, at="2026-03-10")
    assert before.force[0].verdict is HOLDS
    after = run(case(leave), notice, at="2026-03-11")
    assert after.force[0].verdict is FAILS
    assert after.force[0].until == day("2026-03-11")
    assert bond(after, "RUS").verdict is FAILS


def test_a10_in_force_some_days_after_the_condition_holds() -> None:
    later_on = article(
        "11", EntryIntoForce(condition=has(each(SIGNATORIES), "sign"), delay=period("60 days"))
    )
    early, late = act("2026-02-01", "USA GBR FRA UKR", "sign"), act("2026-03-01", "RUS", "sign")
    the_case = case(later_on, history=())
    before = run(the_case, early, late, at="2026-04-29")
    assert before.force[0].verdict is FAILS
    assert "2026-04-30, 60 days after 2026-03-01" in before.force[0].why.because[0].told
    after = run(the_case, early, late, at="2026-04-30")
    assert after.force[0].since == day("2026-04-30")
    assert {b.since for b in after.bonds} == {day("2026-04-30")}


def test_a10_a_duty_arises_only_once_the_time_has_passed() -> None:
    later_on = article(
        "11", EntryIntoForce(condition=has(each(SIGNATORIES), "sign"), delay=period("60 days"))
    )
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    outcome = run(case(later_on, clause), RUSSIAN, attack("2026-03-02", "A2", by="RUS", on="UKR"))
    assert state(outcome, "USA", incident="A1") is NOT_ARISEN
    assert state(outcome, "USA", incident="A2") is PENDING


def test_a10_who_consents_while_the_time_runs_is_bound_with_the_others() -> None:
    most_sign = has(most(SIGNATORIES), "sign")
    later_on = article("11", EntryIntoForce(condition=most_sign, delay=period("1 month")))
    early, late = act("2026-02-01", "USA GBR FRA", "sign"), act("2026-02-10", "UKR", "sign")
    outcome = run(case(later_on, history=()), early, late, act("2026-04-01", "RUS", "sign"))
    assert bond(outcome, "USA").since == bond(outcome, "UKR").since == day("2026-03-01")
    assert bond(outcome, "RUS").since == day("2026-04-01")


def test_a10_an_open_issue_leaves_it_open_from_the_first_day_on_which_it_could_be_in_force() -> (
    None
):
    order = issue("order", "at_once", "later")
    entry = article(
        "11", EntryIntoForce(condition=settled("order", "at_once"), delay=period("60 days"))
    )
    the_case = case(entry, issues=(order,))
    early = run(the_case, at="2026-03-01")
    assert early.force[0].verdict is FAILS
    assert (
        "may enter into force on 2026-03-02 at the earliest" in early.force[0].why.because[0].told
    )
    assert run(the_case, at="2026-03-02").force[0].verdict is Verdict.UNDETERMINED


def test_a11_a_day_ends_the_agreement_at_its_start() -> None:
    the_case = case(article("14", Expiry(date=dt.date(2031, 1, 1))))
    assert run(the_case, at="2030-12-31").force[0].verdict is HOLDS
    after = run(the_case, at="2031-01-01")
    assert after.force[0].verdict is FAILS
    assert after.force[0].why.told == "PACT ended with its term on 2031-01-01"


CEASED = has(one(names("RUS")), "cease_fire")


def test_a11_a_condition_ends_the_agreement_with_the_day_on_which_it_comes_to_hold() -> None:
    the_case = case(article("14", EndOnCondition(condition=CEASED)))
    ceased = act("2026-03-05 20:00", "RUS", "cease_fire")
    on_the_day = run(the_case, ceased, at="2026-03-05")
    assert on_the_day.force[0].verdict is HOLDS
    assert on_the_day.force[0].until == day("2026-03-06")
    after = run(the_case, ceased, at="2026-03-06")
    assert after.force[0].verdict is FAILS
    assert "ended on 2026-03-06, article 14: RUS has ceased fire" in after.force[0].why.told
    assert {b.verdict for b in after.bonds} == {FAILS}


def test_a11_and_some_time_more_counts_from_that_day() -> None:
    the_case = case(article("14", EndOnCondition(condition=CEASED, more=period("1 year"))))
    outcome = run(the_case, act("2026-03-05", "RUS", "cease_fire"), at="2027-03-05")
    assert outcome.force[0].verdict is HOLDS
    assert outcome.force[0].until == day("2027-03-06")


def test_a11_a_breach_ends_it_with_the_day_of_the_breach_and_what_has_arisen_stays() -> None:
    asked = article("4", must(perform("report"), names("FRA")), when=attack_on())
    due = msgspec.structs.replace(asked, deadline=within("3 days", "incident"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ends = article("14", EndOnCondition(condition=breached(one(names("FRA")), "4")))
    second = attack("2026-03-05", "A2", by="RUS", on="UKR")
    outcome = run(case(due, clause, ends), RUSSIAN, second, at="2026-04-01")
    assert state(outcome, "FRA", "4", incident="A1") is BREACHED
    assert outcome.force[0].until == day("2026-03-05")
    assert state(outcome, "USA", "5", incident="A1") is PENDING
    assert state(outcome, "USA", "5", incident="A2") is NOT_ARISEN


def test_a11_a_perhaps_breach_leaves_it_open_whether_the_agreement_is_in_force() -> None:
    forbidden = article("3", must_not(attacking(names("UKR")), names("RUS")))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ends = article("14", EndOnCondition(condition=breached(one(names("RUS")), "3")))
    unknown = attack("2026-03-01", on="UKR")
    second = attack("2026-03-09", "A2", by="DEU", on="UKR")
    outcome = run(case(forbidden, clause, ends), unknown, second, at="2026-03-10")
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert outcome.force[0].until == day("2026-03-02")
    assert state(outcome, "USA", "5", incident="A2") is UNDETERMINED
    assert "attacker" in [m.name for m in life(outcome, "USA", "5", incident="A2").missing]
    found_out = finding("2026-03-20", "USA", "A1", attacker="RUS")
    settled_now = run(case(forbidden, clause, ends), unknown, second, found_out)
    assert settled_now.force[0].verdict is FAILS


def test_a11_what_would_change_it_names_the_act_that_ended_the_agreement() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ends = article("14", EndOnCondition(condition=CEASED))
    outcome = run(case(clause, ends), act("2026-02-01", "RUS", "cease_fire"), RUSSIAN)
    assert state(outcome, "USA") is NOT_ARISEN
    changes = life(outcome, "USA").would_change
    assert any("RUS had not ceased fire" in change for change in changes)


def test_a11_an_open_issue_makes_the_end_undetermined_and_the_duties_after_it() -> None:
    order = issue("order", "at_once", "later")
    ends = article("14", EndOnCondition(condition=settled("order", "at_once")))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    outcome = run(case(ends, clause, issues=(order,)), RUSSIAN)
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA").missing] == ["order"]


def test_a11_a_condition_that_comes_to_hold_by_another_agreements_end_is_seen_on_that_day() -> None:
    other = msgspec.structs.replace(
        pact(article("1", Term(period=period("30 days")))), id=AgreementId("OTHER")
    )
    ends = article(
        "14", EndOnCondition(condition=Not(part=InForce(agreement=AgreementId("OTHER"))))
    )
    signs = act("2026-01-01", SIGNATORIES, "sign", TheAgreement(agreement=AgreementId("OTHER")))
    here = act("2026-01-01", SIGNATORIES, "sign", TheAgreement(agreement=PACT))
    outcome = run(case(agreements=(pact(ends), other), history=()), here, signs, at="2026-03-01")
    assert outcome.force[0].until == day("2026-02-01")


AT_THE_END = article("13", Withdrawal(notice=period("1 year"), each=period("5 years")))


def of_pact(at: str, who: str, deed: str) -> ActEvent:
    """A notice about PACT, or its revocation."""
    return act(at, who, deed, TheAgreement(agreement=PACT))


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        ("2026-03-05", "2031-01-01"),
        ("2030-01-01", "2031-01-01"),
        ("2030-01-02", "2036-01-01"),
        ("2034-06-01", "2036-01-01"),
    ],
)
def test_a12_a_notice_takes_effect_at_the_end_of_a_period_that_it_comes_in_time_for(
    given: str, ends: str
) -> None:
    outcome = run(case(AT_THE_END), of_pact(given, "FRA", "withdraw"), at="2035-01-01")
    assert bond(outcome, "FRA").until == day(ends)


def test_a12_who_gives_no_notice_stays_bound() -> None:
    outcome = run(case(AT_THE_END), of_pact("2026-03-05", "FRA", "withdraw"), at="2050-01-01")
    assert bond(outcome, "USA").verdict is HOLDS
    assert bond(outcome, "FRA").verdict is FAILS


def test_a12_not_before_the_earliest_date() -> None:
    effect = Withdrawal(
        notice=period("1 year"), each=period("5 years"), not_before=period("7 years")
    )
    the_case = case(article("13", effect))
    outcome = run(the_case, of_pact("2026-03-05", "FRA", "withdraw"))
    assert bond(outcome, "FRA").until == day("2036-01-01")


def test_a12_a_doubtful_entry_into_force_leaves_the_end_of_the_period_open() -> None:
    order = issue("order", "at_once", "later")
    signed = has(each(SIGNATORIES), "sign")
    entry = article(
        "11", EntryIntoForce(condition=Any(parts=(settled("order", "at_once"), signed)))
    )
    some_sign = act("2026-01-01", "USA GBR FRA", "sign")
    rest = act("2026-06-01", "UKR RUS", "sign")
    the_case = case(entry, AT_THE_END, issues=(order,), history=())
    notice = of_pact("2029-12-01", "FRA", "withdraw")
    later_on = run(the_case, some_sign, rest, notice, at="2031-03-01")
    assert later_on.force[0].verdict is HOLDS
    assert bond(later_on, "FRA").verdict is Verdict.UNDETERMINED
    assert bond(run(the_case, some_sign, rest, notice, at="2036-01-01"), "FRA").verdict is FAILS


TERMINABLE = article("13", Termination(notice=period("6 months")))


def test_a13_a_notice_of_termination_ends_the_agreement_for_all() -> None:
    notice = of_pact("2026-03-05", "GBR", "notify termination")
    before = run(case(TERMINABLE), notice, at="2026-09-04")
    assert before.force[0].verdict is HOLDS
    assert before.force[0].until == day("2026-09-05")
    after = run(case(TERMINABLE), notice, at="2026-09-05")
    assert {b.verdict for b in after.bonds} == {FAILS}
    told = "PACT ended on 2026-09-05, article 13: notice of termination by GBR (2026-03-05)"
    assert told in after.force[0].why.told


def test_a13_what_has_arisen_stays_and_nothing_arises_after() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    notice = of_pact("2026-02-01", "RUS", "notify termination")
    second = attack("2026-09-01", "A2", by="RUS", on="UKR")
    outcome = run(case(clause, TERMINABLE), notice, RUSSIAN, second)
    assert state(outcome, "USA", incident="A1") is PENDING
    assert state(outcome, "USA", incident="A2") is NOT_ARISEN
    changes = life(outcome, "USA", incident="A2").would_change
    assert any("RUS had not notified termination" in change for change in changes)


def test_a13_a_notice_without_effect_is_kept_with_the_reason() -> None:
    outsider = of_pact("2026-03-05", "DEU", "notify termination")
    outcome = run(case(TERMINABLE), outsider, at="2027-01-01")
    assert outcome.force[0].verdict is HOLDS
    told = [reason.told for reason in bond(outcome, "DEU").why.because]
    assert any("had no effect: DEU was not a party" in text for text in told)
    no_article = run(case(NOTICE), of_pact("2026-03-05", "GBR", "notify termination"))
    told = [reason.told for reason in bond(no_article, "GBR").why.because]
    assert any("no article provides for it" in text for text in told)


def test_a13_a_condition_that_hangs_on_an_open_issue_leaves_it_open() -> None:
    order = issue("order", "free", "bound")
    allowed = article("13", Termination(notice=period("1 month")), only_if=settled("order", "free"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    notice = of_pact("2026-01-15", "GBR", "notify termination")
    outcome = run(case(allowed, clause, issues=(order,)), notice, RUSSIAN)
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA").missing] == ["order"]


def test_a14_a_notice_that_is_revoked_before_it_takes_effect_has_none() -> None:
    notice = of_pact("2026-03-05", "FRA", "withdraw")
    revoked = of_pact("2027-03-04", "FRA", "revoke withdrawal")
    outcome = run(case(NOTICE), notice, revoked, at="2028-01-01")
    assert bond(outcome, "FRA").verdict is HOLDS
    assert bond(outcome, "FRA").until is None


def test_a14_a_revocation_on_the_day_of_effect_comes_too_late() -> None:
    notice = of_pact("2026-03-05", "FRA", "withdraw")
    late = of_pact("2027-03-05", "FRA", "revoke withdrawal")
    outcome = run(case(NOTICE), notice, late, at="2028-01-01")
    assert bond(outcome, "FRA").verdict is FAILS
    told = [reason.told for reason in bond(outcome, "FRA").why.because]
    assert any("revocation of withdrawal by FRA (2027-03-05) had no effect" in t for t in told)


def test_a14_nobody_revokes_the_notice_of_another() -> None:
    notice = of_pact("2026-03-05", "GBR", "notify termination")
    other = of_pact("2026-03-06", "FRA", "revoke termination")
    outcome = run(case(TERMINABLE), notice, other, at="2027-01-01")
    assert outcome.force[0].verdict is FAILS
    own = of_pact("2026-03-06", "GBR", "revoke termination")
    assert run(case(TERMINABLE), notice, own, at="2027-01-01").force[0].verdict is HOLDS


def test_a14_of_one_day_the_notice_comes_first_and_a_new_one_counts() -> None:
    revoked = of_pact("2026-03-05 09:00", "FRA", "revoke withdrawal")
    notice = of_pact("2026-03-05 14:00", "FRA", "withdraw")
    assert bond(run(case(NOTICE), revoked, notice), "FRA").until is None
    again = of_pact("2026-04-01", "FRA", "withdraw")
    assert bond(run(case(NOTICE), notice, revoked, again), "FRA").until == day("2027-04-01")


SAME_DAY = """```servanda
case "Of one day"
state USA "United States"
state GBR "United Kingdom"
state FRA "France"
state ESP "Spain"

{agreements}
scenario "All on one day"
  2026-01-01 USA, GBR sign ONE
  2026-01-01 USA, GBR sign TWO
  {events}
  {expected}
```
"""

ONE_OF_TWO = """agreement {name} "{name}"
  between USA, GBR
  bound by signature

article 1
  enters into force when each signatory has signed{waits}
{more}
"""


def of_one_day(
    one: str,
    two: str,
    *expected: str,
    more: str | tuple[str, str] = "",
    events: Sequence[str] = (),
) -> list[str]:
    """What is not borne out of two agreements signed on one day, written in either order."""
    of_one, of_two = ("", more) if isinstance(more, str) else more
    written = [
        ONE_OF_TWO.format(name="ONE", waits=one, more=of_one),
        ONE_OF_TWO.format(name="TWO", waits=two, more=of_two),
    ]
    wrong: list[str] = []
    for agreements in (written, written[::-1]):
        text = SAME_DAY.format(
            agreements="\n".join(agreements),
            events="\n  ".join(events),
            expected="\n  ".join(f"expect {claim}" for claim in expected),
        )
        told = checked_case([Source("day.md", text)])
        assert told.case is not None, told.diagnostics
        judged = judge(told.case, told.case.scenarios[0])
        wrong += [f"{j.text}: {j.found}" for j in judged if not j.met]
    return wrong


def test_a15_one_that_waits_for_another_enters_into_force_on_the_same_day() -> None:
    here = ("on 2026-01-01 ONE is in force", "on 2026-01-01 TWO is in force")
    assert of_one_day("", " and ONE is in force", *here) == []


def test_a15_what_another_of_that_day_shuts_out_does_not_enter_into_force() -> None:
    here = ("ONE is in force", "TWO is not in force")
    assert of_one_day("", " and not (ONE is in force)", *here) == []


def test_a15_two_that_shut_one_another_out_leave_it_undetermined() -> None:
    here = [f"it is undetermined whether {name} is in force" for name in ("ONE", "TWO")]
    shut_out = (" and not (TWO is in force)", " and not (ONE is in force)")
    assert of_one_day(*shut_out, *here) == []


def test_a15_two_that_wait_for_one_another_do_not_enter_into_force() -> None:
    here = [f"{name} is not in force" for name in ("ONE", "TWO")]
    assert of_one_day(" and TWO is in force", " and ONE is in force", *here) == []


def test_a15_one_that_lasts_until_another_enters_into_force_ends_with_that_day() -> None:
    ends = "\narticle 2\n  remains in force until ONE is in force\n"
    here = ("on 2026-01-01 TWO is in force", "ONE is in force", "TWO is not in force")
    goes_on = ["2026-01-02 FRA consults"]
    assert of_one_day("", "", *here, more=ends, events=goes_on) == []


def test_a15_one_that_waits_for_a_party_to_another_enters_with_the_accession() -> None:
    joins = "\narticle 2\n  a state may accede\n"
    here = ("on 2026-01-05 ONE is in force", "on 2026-01-04 ONE is not in force")
    accession = ["2026-01-02 USA, GBR, FRA consult", "2026-01-05 FRA accedes to TWO"]
    waits = " and 3 of the parties of TWO have consulted"
    assert of_one_day(waits, "", *here, more=joins, events=accession) == []


@pytest.mark.parametrize("first", ["ONE", "TWO"])
def test_a15_who_accedes_to_two_on_one_day_may_need_the_one_for_the_other(first: str) -> None:
    joins = "\narticle 2\n  a {who} may accede\n"
    second = {"ONE": "TWO", "TWO": "ONE"}[first]
    events = [f"2026-01-05 FRA accedes to {first}", f"2026-01-05 FRA accedes to {second}"]
    here = ("on 2026-01-05 FRA is a party of ONE", "on 2026-01-05 FRA is a party of TWO")
    of_both = (joins.format(who="state"), joins.format(who="party of ONE"))
    assert of_one_day("", "", *here, more=of_both, events=events) == []


def test_a15_those_who_accede_on_one_day_do_not_decide_on_one_another() -> None:
    asks = "\narticle 2\n  only if each party of TWO has consulted\n  a state may accede\n"
    events = ["2026-01-02 USA, GBR consult", "2026-01-05 FRA, ESP accede to TWO"]
    assert of_one_day("", "", "FRA, ESP are parties of TWO", more=asks, events=events) == []


# Duties.


def test_d1_one_duty_for_each_article_bearer_and_event() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    renewed = attack("2026-03-09", "A2", by="RUS", on="UKR", place="kyiv")
    met = act("2026-03-02", "USA", "assist", "UKR", level="support", over="A1")
    outcome = run(case(clause), RUSSIAN, met, renewed)
    assert state(outcome, "USA", incident="A1") is MET
    assert state(outcome, "USA", incident="A2") is PENDING


def test_d1_a_standing_article_raises_one_duty_when_the_bearer_is_bound() -> None:
    standing = article("2", must(perform("report")))
    free = article("10", Accession(who=names("DEU")))
    outcome = run(case(standing, free), act("2026-02-01", "DEU", "accede"))
    assert life(outcome, "USA", "2").arisen == day("2026-01-01")
    assert life(outcome, "DEU", "2").arisen == day("2026-02-01")


def test_d2_a_duty_arises_when_everything_comes_together() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=asked,
        unless=has(one(names("UKR")), "report"),
        window=Window(date=dt.date(2026, 3, 10)),
    )
    request = act("2026-03-05", "UKR", "request", "assist")
    outcome = run(case(clause), RUSSIAN, request, at="2026-03-20")
    assert life(outcome, "USA").arisen == day("2026-03-10")
    reported = act("2026-03-06", "UKR", "report")
    assert state(run(case(clause), RUSSIAN, request, reported, at="2026-03-20"), "USA") is EXCEPTED


def test_d2_while_one_thing_is_undetermined_and_none_fails_it_is_undetermined() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(is_armed=True), only_if=place("ukraine")
    )
    somewhere = attack("2026-03-01", by="RUS", on="UKR", place="kyiv")
    assert state(run(case(clause), somewhere), "USA") is UNDETERMINED
    outside = attack("2026-03-01", by="RUS", on="UKR", place="atlantic")
    assert state(run(case(clause), outside), "USA") is NOT_ARISEN


def test_d2_what_may_have_arisen_before_stays_undetermined_though_it_cannot_arise_now() -> None:
    """An air attack has raised the duty before Ukraine reported; another one never does (D3)."""
    reported = has(one(names("UKR")), "report")
    clause = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=means("air"), unless=reported
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    report = act("2026-03-04", "UKR", "report")
    assert state(run(case(clause), unclear, report), "USA") is UNDETERMINED
    assert state(run(case(clause), report, unclear), "USA") is UNDETERMINED
    ended = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=means("air"), until=reported
    )
    leave = article("13", Withdrawal(notice=period("2 days")))
    notice = act("2026-03-02", "FRA", "withdraw", TheAgreement(agreement=PACT))
    assert state(run(case(clause, leave), unclear, notice), "FRA") is UNDETERMINED
    void = article("7", Disapply(article=ref("5")), only_if=reported)
    assert state(run(case(clause, void), unclear, report), "USA") is EXCEPTED
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    assert state(run(case(clause, void), unclear, met, report), "USA") is UNDETERMINED
    assert state(run(case(ended), unclear, report), "USA") is UNDETERMINED


def test_d2_nothing_has_arisen_before_what_has_to_be_found_is_found() -> None:
    asked = found(one(names("council")), means("air"))
    reported = has(one(names("UKR")), "report")
    clause = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked, unless=reported
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    assert state(run(case(clause), unclear), "USA") is UNDETERMINED
    report = act("2026-03-04", "UKR", "report")
    assert state(run(case(clause), unclear, report), "USA") is EXCEPTED


def test_d2_what_waited_for_a_finding_may_have_arisen_by_what_happened_later() -> None:
    """It waits until somebody has found it, or reports; and a request keeps it from arising."""
    called = Any(
        parts=(has(one(names("UKR")), "report"), found(one(names("council")), means("air")))
    )
    requested = has(one(names("RUS")), "request")
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=(called, means("air")),
        unless=requested,
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    report = act("2026-03-02", "UKR", "report")
    request = act("2026-03-03", "RUS", "request")
    assert state(run(case(clause), unclear, report, request), "USA") is UNDETERMINED
    assert state(run(case(clause), unclear, request), "USA") is EXCEPTED


def test_d3_a_duty_stays_though_an_act_be_undone() -> None:
    unless_reported = has(one(names("UKR")), "report")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), unless=unless_reported)
    reported = act("2026-03-04", "UKR", "report")
    assert state(run(case(clause), RUSSIAN, reported), "USA") is PENDING


def test_d3_a_duty_lapses_when_it_is_found_otherwise() -> None:
    by_council = found(one(names("council")), origin("abroad"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=by_council)
    abroad = finding("2026-03-02", "council", origin="abroad")
    domestic = finding("2026-03-06", "council", origin="domestic")
    assert state(run(case(clause), RUSSIAN, abroad), "USA") is PENDING
    outcome = run(case(clause), RUSSIAN, abroad, domestic)
    assert state(outcome, "USA") is LAPSED
    assert life(outcome, "USA").ended == day("2026-03-06")
    met = act("2026-03-04", "USA", "assist", "UKR", level="support")
    assert state(run(case(clause), RUSSIAN, abroad, met, domestic), "USA") is MET


def test_d3_findings_that_come_to_differ_leave_the_duty_in_doubt() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=origin("abroad"))
    abroad = finding("2026-03-02", "council", origin="abroad")
    domestic = finding("2026-03-06", "RUS", origin="domestic")
    agreed = finding("2026-03-08", "RUS", origin="abroad")
    assert state(run(case(clause), RUSSIAN, abroad, domestic), "USA") is UNDETERMINED
    assert state(run(case(clause), RUSSIAN, abroad, domestic, agreed), "USA") is PENDING


def test_d4_other_leaves_out_the_holders_of_roles() -> None:
    clause = article("5", must(assist(), PARTIES, other=True), when=attack_on(PARTIES))
    outcome = run(case(clause), RUSSIAN)
    assert {b for d in outcome.duties for b in d.bearers} == {"USA", "GBR", "FRA"}
    assert state(outcome, "UKR") is NOT_ARISEN
    everybody = article("5", must(assist(), PARTIES), when=attack_on(PARTIES))
    assert state(run(case(everybody), RUSSIAN), "RUS") is PENDING


def test_d4_other_leaves_out_the_author_of_the_act() -> None:
    clause = article("8", must(perform("consult"), PARTIES, other=True), when=request_of("consult"))
    outcome = run(case(clause), act("2026-03-01", "UKR", "request", "consult"))
    assert state(outcome, "UKR", "8") is NOT_ARISEN
    assert state(outcome, "RUS", "8") is PENDING


def test_d4_an_unknown_holder_leaves_out_nobody() -> None:
    clause = article("5", must(assist(), PARTIES, other=True), when=attack_on(PARTIES))
    outcome = run(case(clause), attack("2026-03-01", on="UKR"))
    assert state(outcome, "RUS") is PENDING
    named = finding("2026-03-05", "council", attacker="RUS")
    assert state(run(case(clause), attack("2026-03-01", on="UKR"), named), "RUS") is LAPSED


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        (act("2026-03-02", "USA", "assist", "UKR", level="support", over="A1"), MET),
        (act("2026-03-02", "USA", "assist", "UKR", level="armed_force"), MET),
        (act("2026-03-02", "USA", "assist", "UKR", level="consult"), PENDING),
        (act("2026-03-02", "USA", "assist", "FRA", level="support"), PENDING),
        (act("2026-03-02", "USA", "consult", "UKR"), PENDING),
        (act("2026-03-02", "GBR", "assist", "UKR", level="support"), PENDING),
        (act("2026-02-02", "USA", "assist", "UKR", level="support"), PENDING),
        (act("2026-03-02", "USA", "assist", "UKR", level="support", over="A2"), PENDING),
    ],
)
def test_d5_performance(deed: Event, expected: State) -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(names("UKR")))
    second = attack("2026-03-01", "A2", by="RUS", on="FRA")
    outcome = run(case(clause), RUSSIAN, second, deed)
    assert state(outcome, "USA", incident="A1") is expected


def test_d5_a_standing_duty_is_met_by_an_act_at_any_time() -> None:
    clause = article("2", must(perform("enact", TheLaw(law=LAW.id)), names("RUS")))
    outcome = run(case(clause), act("2025-06-01", "RUS", "enact", TheLaw(law=LAW.id)), SIGNED)
    assert state(outcome, "RUS", "2") is MET


def test_d5_an_act_between_trigger_and_arising_performs_the_duty() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    early = act("2026-03-02", "USA", "assist", "UKR", level="support")
    request = act("2026-03-05", "UKR", "request", "assist")
    outcome = run(case(clause), RUSSIAN, early, request)
    assert state(outcome, "USA") is MET
    assert life(outcome, "USA").ended == day("2026-03-05")


@pytest.mark.parametrize("level", ["support", "military_assistance", "armed_force"])
def test_d6_any_level_from_the_floor_up_discharges(level: str) -> None:
    clause = article(
        "5", must(assist("support", "military_assistance"), GUARANTORS), when=attack_on()
    )
    deed = act("2026-03-02", "USA", "assist", "UKR", level=level)
    assert state(run(case(clause), RUSSIAN, deed), "USA") is MET


def test_d7_silence_past_the_last_moment_is_a_breach_and_late_performance_does_not_undo_it() -> (
    None
):
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("72 hours", "incident")
    )
    in_time = run(case(clause), RUSSIAN, at="2026-03-04")
    assert state(in_time, "USA") is PENDING
    assert life(in_time, "USA").due == day("2026-03-04")
    late = act("2026-03-06", "USA", "assist", "UKR", level="support")
    outcome = run(case(clause), RUSSIAN, late)
    assert state(outcome, "USA") is BREACHED
    assert life(outcome, "USA").ended == day("2026-03-04")
    assert life(outcome, "USA").late == day("2026-03-06")
    assert life(outcome, "GBR").late is None


@pytest.mark.parametrize("deadline", [None, FORTHWITH])
def test_d7_without_a_term_silence_is_no_breach(deadline: Deadline | None) -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), deadline=deadline)
    assert state(run(case(clause), RUSSIAN, at="2036-03-01"), "USA") is PENDING


def test_d8_who_refuses_what_it_owes_is_in_breach_at_once() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    refusal = refuse("2026-03-02", "FRA", "assist", "UKR")
    outcome = run(case(clause), RUSSIAN, refusal)
    assert state(outcome, "FRA") is BREACHED
    assert state(outcome, "USA") is PENDING
    elsewhere = refuse("2026-03-02", "FRA", "assist", "USA")
    assert state(run(case(clause), RUSSIAN, elsewhere), "FRA") is PENDING


def test_d8_a_refusal_before_the_duty_has_no_effect() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    refusal = refuse("2026-03-02", "FRA", "assist", "UKR")
    request = act("2026-03-05", "UKR", "request", "assist")
    assert state(run(case(clause), RUSSIAN, refusal, request), "FRA") is PENDING


def test_d9_a_pending_duty_lapses_when_its_end_comes() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), until=decided("council"))
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    outcome = run(case(clause), RUSSIAN, met, decide("2026-03-05", "council"))
    assert state(outcome, "USA") is MET
    assert state(outcome, "GBR") is LAPSED
    assert life(outcome, "GBR").ended == day("2026-03-05")


def test_d9_a_duty_that_may_have_been_met_before_its_end_came_may_have_lapsed() -> None:
    reported = has(one(names("RUS")), "report")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), until=reported)
    somebody = attack("2026-03-01", by="RUS")
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    report = act("2026-03-04", "RUS", "report")
    outcome = run(case(clause), somebody, met, report)
    assert (state(outcome, "USA"), state(outcome, "GBR")) == (UNDETERMINED, LAPSED)
    named = finding("2026-03-05", "council", victim="UKR")
    told = run(case(clause), somebody, met, report, named)
    assert (state(told, "USA"), life(told, "USA").ended) == (MET, day("2026-03-02"))
    other = finding("2026-03-05", "council", victim="FRA")
    told = run(case(clause), somebody, met, report, other)
    assert (state(told, "USA"), life(told, "USA").ended) == (LAPSED, day("2026-03-04"))


def test_d9_what_is_overdue_was_met_or_breached_and_lapses_no_more() -> None:
    reported = has(one(names("RUS")), "report")
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        deadline=within("1 day", "incident"),
        until=reported,
    )
    somebody = attack("2026-03-01", by="RUS")
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    report = act("2026-03-04", "RUS", "report")
    outcome = run(case(clause), somebody, met, report)
    assert (state(outcome, "USA"), state(outcome, "GBR")) == (UNDETERMINED, BREACHED)


def test_d9_a_breach_in_doubt_stays_so_when_the_duty_would_lapse_later() -> None:
    """Whether it had lapsed before its term passed is as open as it was."""
    told = found(one(names("council")), means("air"))
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        deadline=within("1 day", "incident"),
        until=told,
    )
    void = article("7", Disapply(article=ref("5")), only_if=has(one(names("RUS")), "report"))
    report = act("2026-03-05", "RUS", "report")
    assert state(run(case(clause, void), RUSSIAN, report), "USA") is UNDETERMINED
    without = msgspec.structs.replace(clause, until=None)
    assert state(run(case(without, void), RUSSIAN, report), "USA") is BREACHED


def test_d9_a_refusal_in_doubt_stays_so_when_the_end_has_surely_come_since() -> None:
    """The duty had lapsed at once if the attack came from the air; later it lapses anyway."""
    reported = has(one(names("RUS")), "report")
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), until=Any(parts=(means("air"), reported))
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    refusal = refuse("2026-03-02", "USA", "assist")
    report = act("2026-03-04", "RUS", "report")
    outcome = run(case(clause), unclear, refusal, report)
    assert (state(outcome, "USA"), state(outcome, "GBR")) == (UNDETERMINED, LAPSED)
    ground = attack("2026-03-01", by="RUS", on="UKR", means="ground")
    assert state(run(case(clause), ground, refusal, report), "USA") is BREACHED


def test_d10_joint_duties() -> None:
    """What any of them performs, all have performed; when nobody does, all are in breach."""
    clause = article(
        "8",
        must(perform("consult"), GUARANTORS, jointly=True),
        when=attack_on(),
        deadline=within("3 days", "incident"),
    )
    met = run(case(clause), RUSSIAN, act("2026-03-02", "GBR", "consult"))
    assert life(met, "USA", "8").bearers == ("USA", "GBR", "FRA")
    assert state(met, "USA", "8") is MET
    silent = run(case(clause), RUSSIAN, at="2026-03-05")
    assert state(silent, "FRA", "8") is BREACHED
    one_refuses = run(case(clause), RUSSIAN, refuse("2026-03-02", "FRA", "consult"))
    assert state(one_refuses, "FRA", "8") is PENDING


def test_d10_nobody_bears_jointly_what_none_of_them_can_bear_alone() -> None:
    """Russia is left out as the attacker, and Germany is no party."""
    joint = must(perform("consult"), names("RUS", "DEU"), other=True, jointly=True)
    clause = article("8", joint, when=attack_on())
    assert state(run(case(clause), RUSSIAN), "RUS", "8") is NOT_ARISEN


def test_d10_what_several_may_have_borne_stays_undetermined_when_they_have_left() -> None:
    """Germany is no party; France leaves two days after the attack of unknown means (A6, A7)."""
    joint = must(perform("consult"), names("FRA", "DEU"), jointly=True)
    clause = article("8", joint, when=attack_on(), only_if=means("air"))
    leave = article("13", Withdrawal(notice=period("2 days")))
    notice = act("2026-03-01", "FRA", "withdraw", TheAgreement(agreement=PACT))
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    outcome = run(case(clause, leave), unclear, notice, at="2026-03-09")
    assert state(outcome, "FRA", "8") is UNDETERMINED
    assert life(outcome, "FRA", "8").bearers == ("FRA",)


def test_d11_a_prohibition_is_breached_by_an_incident_or_an_act() -> None:
    force = article("3", must_not(attacking(names("UKR")), names("RUS")))
    invitation = article("4", must_not(perform("invite", to(names("DEU"))), names("RUS")))
    quiet = run(case(force, invitation))
    assert (state(quiet, "RUS", "3"), state(quiet, "RUS", "4")) == (BINDING, BINDING)
    outcome = run(case(force, invitation), RUSSIAN, act("2026-03-02", "RUS", "invite", "DEU"))
    assert (state(outcome, "RUS", "3"), state(outcome, "RUS", "4")) == (BREACHED, BREACHED)
    assert life(outcome, "RUS", "3").ended == day("2026-03-01")
    elsewhere = attack("2026-03-01", by="RUS", on="FRA")
    by_another = attack("2026-03-01", "A2", by="GBR", on="UKR")
    assert state(run(case(force), elsewhere, by_another), "RUS", "3") is BINDING


def test_d11_an_unknown_agent_leaves_the_breach_undetermined() -> None:
    force = article("3", must_not(attacking(names("UKR")), names("RUS")))
    unknown = attack("2026-03-01", on="UKR")
    assert state(run(case(force), unknown), "RUS", "3") is UNDETERMINED
    elsewhere = attack("2026-03-01", on="FRA")
    assert state(run(case(force), elsewhere), "RUS", "3") is BINDING
    named = finding("2026-03-05", "council", attacker="RUS")
    outcome = run(case(force), unknown, named)
    assert state(outcome, "RUS", "3") is BREACHED
    assert life(outcome, "RUS", "3").ended == day("2026-03-01")
    cleared = finding("2026-03-05", "council", attacker="GBR")
    assert state(run(case(force), unknown, cleared), "RUS", "3") is BINDING


def test_d11_conditions_of_a_standing_prohibition_are_read_against_the_deed() -> None:
    force = article("3", must_not(attacking(names("UKR")), names("RUS")), only_if=armed())
    cyber = attack("2026-03-01", by="RUS", on="UKR", means="cyber")
    assert state(run(case(force), cyber), "RUS", "3") is BINDING
    assert state(run(case(force), RUSSIAN), "RUS", "3") is BREACHED
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    assert state(run(case(force), unclear), "RUS", "3") is UNDETERMINED


def test_d11_a_deed_in_doubt_stays_so_when_the_prohibition_has_surely_ended_since() -> None:
    """It had ended before the deed by one option, and ends after it by either."""
    order = issue("order", "at_once", "later")
    ends = Any(parts=(settled("order", "at_once"), has(one(names("UKR")), "request")))
    force = article("3", must_not(perform("report"), names("RUS")), until=ends)
    deed = act("2026-03-02", "RUS", "report")
    request = act("2026-03-03", "UKR", "request")
    outcome = run(case(force, issues=(order,)), deed, request)
    assert state(outcome, "RUS", "3") is UNDETERMINED
    chosen = run(case(force, issues=(order,)), deed, request, choices=[("order", "later")])
    assert state(chosen, "RUS", "3") is BREACHED


def test_d11_the_deed_by_which_a_prohibition_arises_is_no_breach_of_it() -> None:
    forbidden = article(
        "6",
        must_not(perform("report"), names("USA", "GBR")),
        when=attack_on(),
        only_if=has(one(names("USA")), "report"),
    )
    by_usa = act("2026-03-02", "USA", "report")
    again = act("2026-03-03", "GBR", "report")
    outcome = run(case(forbidden), RUSSIAN, by_usa, again)
    assert (state(outcome, "USA", "6"), state(outcome, "GBR", "6")) == (BINDING, BREACHED)


def test_d12_a_duty_and_a_prohibition_of_the_same_thing_are_a_conflict() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(names("UKR")))
    forbidden = article("6", must_not(perform("assist", to(names("UKR"))), names("FRA")))
    outcome = run(case(clause, forbidden), RUSSIAN)
    (conflict,) = outcome.conflicts
    assert (conflict.actor, conflict.duty, conflict.prohibition) == ("FRA", ref("5"), ref("6"))
    assert (state(outcome, "FRA", "5"), state(outcome, "FRA", "6")) == (PENDING, BINDING)
    elsewhere = article("6", must_not(perform("assist", to(names("RUS"))), names("FRA")))
    assert run(case(clause, elsewhere), RUSSIAN).conflicts == ()


def test_d12_a_permission_displaces_no_prohibition() -> None:
    force = article("3", must_not(attacking(names("UKR")), names("RUS")))
    allowed = article("6", may(attacking(names("UKR")), names("RUS")))
    assert state(run(case(force, allowed), RUSSIAN), "RUS", "3") is BREACHED


def test_d13_a_deadline_counts_from_the_act_that_it_names() -> None:
    asked = has(each(names("UKR", "GBR")), "request", of_act("consult"))
    clause = article(
        "8",
        must(perform("consult"), GUARANTORS),
        when=attack_on(),
        only_if=asked,
        deadline=within("24 hours", "act", "request"),
    )
    first = act("2026-03-01 10:00", "UKR", "request", "consult")
    second = act("2026-03-01 14:00", "GBR", "request", "consult")
    outcome = run(case(clause), RUSSIAN, first, second)
    assert life(outcome, "USA", "8").due == day("2026-03-02 14:00")
    by_trigger = article(
        "8",
        must(perform("consult"), GUARANTORS),
        when=request_of("consult"),
        deadline=within("24 hours", "act", "request"),
    )
    outcome = run(case(by_trigger), first)
    assert life(outcome, "USA", "8").due == day("2026-03-02 10:00")


def test_d13_anchors_of_finding_decision_and_entry_into_force() -> None:
    by_council = found(one(names("council")), origin("abroad"))
    waits = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=(by_council, decided("council")),
        deadline=within("3 days", "finding"),
    )
    events = (finding("2026-03-04", "council", origin="abroad"), decide("2026-03-05", "council"))
    assert life(run(case(waits), RUSSIAN, *events), "USA").due == day("2026-03-07")
    decision = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=decided("council"),
        deadline=within("3 days", "decision"),
    )
    assert life(run(case(decision), RUSSIAN, *events), "USA").due == day("2026-03-08")
    standing = article(
        "2",
        must(perform("enact", TheLaw(law=LAW.id)), names("RUS")),
        deadline=within("60 days", "entry_into_force"),
    )
    assert life(run(case(standing)), "RUS", "2").due == day("2026-03-02")


def test_d13_a_deadline_never_ends_before_the_duty_has_arisen() -> None:
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=decided("council"),
        deadline=within("3 days", "incident"),
    )
    outcome = run(case(clause), RUSSIAN, decide("2026-03-20", "council"))
    assert life(outcome, "USA").due == day("2026-03-23")


def test_d13_a_duty_that_may_have_arisen_before_arises_with_its_last_moment() -> None:
    """Whether it had arisen with the attack is open until a breach settles it, as its term ends."""
    report = article(
        "6",
        must(perform("report"), names("UKR")),
        when=attack_on(),
        deadline=within("1 day", "incident"),
    )
    late = breached(one(names("UKR")), "6")
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=Any(parts=(means("air"), late)),
        deadline=within("1 day", "incident"),
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    outcome = run(case(report, clause), unclear, at="2026-03-09")
    assert state(outcome, "USA") is BREACHED
    assert life(outcome, "USA").ended == day("2026-03-02")


def test_d14_a_rule_binds_only_while_its_condition_holds() -> None:
    borne_out("""
article 1
  each party must not attack a party
  while truce holds

article 2
  each party must request consultation
  while truce holds

article 3
  when attack on UKR
  FRA must report
  while truce holds

scenario "before"
  2026-02-01 attack A0 by RUS on UKR
  expect no duty of FRA
  expect RUS is not in breach of article 1

scenario "during"
  2026-03-01 truce begins
  2026-03-05 attack A1 by RUS on UKR
  expect RUS is in breach of article 1
  expect FRA must request consultation
  expect FRA must report over A1

scenario "after"
  continues "during"
  2026-03-06 UKR requests consultation
  2026-03-10 truce ends
  2026-03-11 attack A2 by UKR on RUS
  expect no duty of FRA
  expect UKR has met article 2
  expect FRA is released from article 3 over A1
  expect UKR is not in breach of article 1

scenario "again"
  continues "after"
  2026-04-10 truce begins
  2026-04-11 attack A3 by UKR on RUS
  expect FRA must request consultation
  expect UKR is in breach of article 1
  expect RUS is in breach of article 1
  expect FRA is released from article 3 over A1
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


def test_d14_a_prohibition_asks_as_long_as_it_binds() -> None:
    borne_out("""
article 1
  each party must not attack a party
  only if truce holds

article 2
  each party must not consult
  unless UKR has requested consultation

article 3
  USA may report
  unless UKR has requested consultation

article 4
  when attack on UKR
  each other party must not report
  unless FRA has consulted

scenario "the truce is over"
  2026-02-01 truce begins
  2026-02-10 truce ends
  2026-02-11 attack A1 by RUS on UKR
  expect RUS is not in breach of article 1
  expect RUS is released from article 1

scenario "it holds again"
  continues "the truce is over"
  2026-02-20 truce begins
  2026-02-21 attack A2 by RUS on UKR
  expect RUS is in breach of article 1

scenario "asked for"
  2026-02-01 UKR requests consultation
  2026-02-02 USA consults
  expect USA is not in breach of article 2
  expect USA is released from article 3

scenario "not asked for yet"
  2026-02-02 USA consults
  2026-02-03 UKR requests consultation
  expect USA is in breach of article 2

scenario "after what ends it"
  2026-02-01 attack A1 by RUS on UKR
  2026-02-02 FRA consults
  2026-02-03 USA reports
  expect USA is not in breach of article 4
""")


def test_d14_a_deed_in_a_time_of_doubt_stays_undetermined() -> None:
    clause = """
article 1
  each party must not attack a party
  while truce holds
"""
    for before, after in (
        ("begins", ""),
        ("begins", "2026-03-20 truce ends"),
        ("begins", "2026-03-20 truce begins"),
        ("", "2026-03-20 truce begins"),
        ("", "2026-03-20 truce ends"),
    ):
        begun = f"2026-03-01 truce {before}" if before else "2026-03-01 USA consults"
        borne_out(f"""{clause}
scenario "{before} {after}"
  {begun}
  2026-03-10 truce is in doubt
  2026-03-11 attack A2 by UKR on RUS
  {after or "2026-03-12 USA consults"}
  expect it is undetermined whether UKR is in breach of article 1, for want of truce
""")


def test_d14_a_standing_rule_binds_anew_for_certain_only_when_its_condition_does_hold() -> None:
    borne_out("""
article 1
  FRA, USA must consult
  while truce does not hold

scenario "in doubt"
  2026-03-01 truce begins
  2026-03-04 FRA consults
  2026-03-05 truce is in doubt
  expect it is undetermined whether FRA must consult, for want of truce
  expect it is undetermined whether USA must consult, for want of truce

scenario "in doubt, and holding"
  continues "in doubt"
  2026-03-06 truce begins
  2026-03-15 USA consults
  expect it is undetermined whether FRA has met article 1, for want of truce
  expect USA is released from article 1

scenario "in doubt, and ended"
  continues "in doubt"
  2026-03-06 truce ends
  expect FRA has met article 1
  expect USA must consult

scenario "holding, in doubt, and ended"
  continues "in doubt, and holding"
  2026-03-20 truce ends
  expect USA has met article 1
""")


def test_d14_what_may_have_ended_in_a_doubt_is_in_doubt_for_good() -> None:
    begins = "2026-03-01 truce begins"
    for lines, before in (
        ("article 1\n  USA must report\n  until truce holds", ""),
        ("article 1\n  when attack on UKR\n  USA must report\n  while truce holds", begins),
        ("article 1\n  USA must report\narticle 2\n  only if truce holds\n"
         "  article 1 does not apply", ""),
        ("article 1\n  USA must report\narticle 2\n  when truce begins\n"
         "  article 1 ceases to apply", ""),
        ("article 1\n  when attack on UKR\n  USA must report\n  within 20 days of the attack\n"
         "  while truce holds", begins),
    ):  # fmt: skip
        after = "begins" if before else "ends"
        borne_out(f"""{lines}

scenario "doubt"
  {before}
  2026-03-02 attack A2 by RUS on UKR
  2026-03-03 truce is in doubt
  2026-03-09 truce {after}
  2026-03-10 UKR consults
  expect it is undetermined whether USA must report, for want of truce

scenario "done"
  continues "doubt"
  2026-03-11 USA reports
  expect it is undetermined whether USA has met article 1, for want of truce

scenario "refused"
  continues "doubt"
  2026-03-11 USA refuses to report
  expect it is undetermined whether USA is in breach of article 1, for want of truce
""")


def test_d14_a_standing_rule_binds_after_a_doubt_as_if_it_had_bound_all_along() -> None:
    borne_out("""
article 1
  USA must report
  while truce holds

article 2
  only if truce holds
  FRA must report
  while truce holds
  within 10 days of the truce

scenario "in doubt"
  2026-03-01 truce begins
  2026-03-03 truce is in doubt
  2026-03-08 truce begins
  2026-03-09 UKR consults
  expect USA must report
  expect it is undetermined whether FRA must report, for want of truce
""")


def test_d14_what_met_a_standing_rule_in_a_doubt_has_met_it_when_it_binds_again() -> None:
    borne_out("""
article 1
  USA must report
  while truce holds

scenario "met in doubt"
  2026-03-01 truce begins
  2026-03-03 truce is in doubt
  2026-03-05 USA reports
  expect it is undetermined whether USA has met article 1, for want of truce

scenario "met"
  continues "met in doubt"
  2026-03-08 truce begins
  expect USA has met article 1
""")


def test_d11_a_deed_after_a_prohibition_may_have_ended_is_in_doubt() -> None:
    borne_out("""
article 1
  each party must not attack a party
  until truce holds

scenario "before, and after"
  2026-03-01 attack A1 by UKR on RUS
  2026-03-03 truce is in doubt
  2026-03-09 truce ends
  2026-03-10 attack A2 by USA on RUS
  expect UKR is in breach of article 1
  expect it is undetermined whether USA is in breach of article 1, for want of truce
""")


# Breach and exception.

FORCE = article("3", must_not(attacking(names("UKR")), names("RUS")))
ON_BREACH = article(
    "9",
    must(perform("report"), GUARANTORS),
    when=breach_of("3"),
    deadline=within("2 days", "breach"),
)


def test_b1_a_breach_triggers_at_its_moment_once_for_each() -> None:
    outcome = run(case(FORCE, ON_BREACH), RUSSIAN)
    assert life(outcome, "USA", "9").trigger_at == day("2026-03-01")
    assert life(outcome, "USA", "9").due == day("2026-03-03")
    overdue = article(
        "2",
        must(perform("consult"), GUARANTORS),
        when=attack_on(),
        deadline=within("1 day", "incident"),
    )
    chain = article("9", must(perform("report"), names("UKR")), when=breach_of("2"))
    outcome = run(case(overdue, chain), RUSSIAN, at="2026-03-05")
    assert len(lives(outcome, "UKR", "9")) == 3
    assert {d.trigger_at for d in lives(outcome, "UKR", "9")} == {day("2026-03-02")}


def test_b1_an_undetermined_breach_leaves_what_it_triggers_undetermined() -> None:
    unknown = attack("2026-03-01", on="UKR")
    outcome = run(case(FORCE, ON_BREACH), unknown, at="2026-03-09")
    assert state(outcome, "USA", "9") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA", "9").missing] == ["attacker"]
    named = finding("2026-03-05", "council", attacker="RUS")
    found_out = run(case(FORCE, ON_BREACH), unknown, named)
    assert state(found_out, "USA", "9") is PENDING
    assert life(found_out, "USA", "9").due == day("2026-03-07")
    cleared = finding("2026-03-05", "council", attacker="FRA")
    assert state(run(case(FORCE, ON_BREACH), unknown, cleared), "USA", "9") is NOT_ARISEN


def test_b1_an_undetermined_duty_may_be_breached_by_silence() -> None:
    clause = article(
        "5",
        must(assist(), names("USA")),
        when=attack_on(),
        only_if=means("air"),
        deadline=within("2 days", "incident"),
    )
    chain = article("9", must(perform("report"), names("UKR")), when=breach_of("5"))
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    assert state(run(case(clause, chain), unclear, at="2026-03-03"), "UKR", "9") is NOT_ARISEN
    assert state(run(case(clause, chain), unclear, at="2026-03-04"), "UKR", "9") is UNDETERMINED
    assisted = act("2026-03-02", "USA", "assist", "UKR", level="support")
    helped = run(case(clause, chain), unclear, assisted, at="2026-03-04")
    assert state(helped, "UKR", "9") is NOT_ARISEN


def test_b2_what_a_breach_triggers_sees_only_what_happened_by_then() -> None:
    silent = article(
        "2",
        must(perform("consult"), names("RUS")),
        when=attack_on(),
        deadline=within("1 day", "incident"),
    )
    unless_reported = has(one(names("RUS")), "report")
    chain = article(
        "9", must(perform("report"), GUARANTORS), when=breach_of("2"), unless=unless_reported
    )
    late_report = act("2026-03-10", "RUS", "report")
    outcome = run(case(silent, chain), RUSSIAN, late_report)
    assert state(outcome, "USA", "9") is PENDING
    assert life(outcome, "USA", "9").arisen == day("2026-03-02")


def test_b2_articles_that_trigger_one_another_end() -> None:
    there = article(
        "1",
        must(perform("report"), names("USA")),
        when=breach_of("2"),
        deadline=within("1 day", "breach"),
    )
    back = article(
        "2",
        must(perform("consult"), names("USA")),
        when=breach_of("1"),
        deadline=within("1 day", "breach"),
    )
    first = article(
        "3",
        must(perform("report"), names("USA")),
        when=attack_on(),
        deadline=within("1 day", "incident"),
    )
    into = article(
        "4",
        must(perform("report"), names("USA")),
        when=breach_of("3"),
        deadline=within("1 day", "breach"),
    )
    outcome = run(case(there, back, first, into), RUSSIAN, at="2026-12-31")
    assert state(outcome, "USA", "4") is BREACHED
    assert {d.article.article for d in outcome.duties} == {"3", "4"}


SELF_DEFENCE = article(
    "7", Disapply(article=ref("5")), when=attack_on(names("RUS"), by=names("UKR"))
)


def test_x1_an_exception_with_a_trigger_takes_effect_for_the_same_event() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    by_ukraine = attack("2026-03-02", "A2", by="UKR", on="RUS")
    outcome = run(case(clause, SELF_DEFENCE), RUSSIAN, by_ukraine)
    assert state(outcome, "USA", incident="A1") is PENDING
    assert state(outcome, "USA", incident="A2") is EXCEPTED


def test_x1_an_exception_without_a_trigger_takes_effect_when_its_conditions_hold() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    void = article("7", Disapply(article=ref("5")), only_if=has(one(names("UKR")), "report"))
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    reported = act("2026-03-04", "UKR", "report")
    renewed = attack("2026-03-06", "A2", by="RUS", on="UKR")
    outcome = run(case(clause, void), RUSSIAN, met, reported, renewed)
    assert state(outcome, "USA", incident="A1") is MET
    assert state(outcome, "GBR", incident="A1") is LAPSED
    assert life(outcome, "GBR", incident="A1").ended == day("2026-03-04")


def test_x1_an_undetermined_exception_leaves_the_duty_undetermined() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    unknown = attack("2026-03-01", on="RUS")
    assert state(run(case(clause, SELF_DEFENCE), unknown), "USA") is UNDETERMINED


def test_x1_a_prohibition_may_be_disapplied_for_the_very_deed() -> None:
    force = article("3", must_not(attacking(), PARTIES))
    in_defence = article(
        "7", Disapply(article=ref("3")), when=attack_on(names("RUS"), by=names("UKR"))
    )
    deed = attack("2026-03-01", by="UKR", on="RUS")
    assert state(run(case(force, in_defence), deed), "UKR", "3") is BINDING
    assert state(run(case(force), deed), "UKR", "3") is BREACHED


def test_x2_an_exception_can_be_disapplied_in_turn() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    back = article("7.2", Disapply(article=ref("7")), only_if=settled("order", "strict"))
    order = issue("order", "strict", "loose")
    the_case = case(clause, SELF_DEFENCE, back, issues=(order,))
    deed = attack("2026-03-01", by="UKR", on="RUS")
    assert state(run(the_case, deed, choices=[("order", "strict")]), "USA") is PENDING
    assert state(run(the_case, deed, choices=[("order", "loose")]), "USA") is EXCEPTED
    assert state(run(the_case, deed), "USA") is UNDETERMINED


# Priority.

RANKED = """```servanda
case "Priority"
state AAA "Aaa"
state BBB "Bbb"
state CCC "Ccc"
issue course "Course"
  option peaceful
  option forceful
incident attack "Attack"
  by attacker: state
  on victim: state
  means: air, naval
organ council "Council"

agreement PACT "Pact"
  between AAA, BBB, CCC
  bound by signature
  {pact}
{articles}

agreement CHARTER "Charter"
  between {parties}
  bound by signature
  {charter}
{others}

scenario "S"
  2026-01-01 AAA, BBB, CCC sign PACT
  2026-01-01 {parties} sign CHARTER
  {events}
```
"""
GIVES_HELP = """
article 1
  when attack on a party
  {0}
  each other party must assist the victim with support
  within 9 days of the attack
"""
NEUTRAL = "\narticle {0}\n  {1}\n  each party must not assist AAA\n"


def ranked(
    articles: str,
    *events: str,
    others: str = "article 9\n  each party must report",
    pact: str = "",
    charter: str = "",
    parties: str = "AAA, BBB, CCC",
) -> Outcome:
    """What comes of a scenario under two agreements, one of which says how they stand."""
    text = RANKED.format(
        articles=articles,
        others=others,
        pact=pact or 'source ""',
        charter=charter or 'source ""',
        parties=parties,
        events="\n  ".join(events),
    )
    told = checked_case([Source("priority.md", text)])
    assert told.case is not None, told.diagnostics
    return simulate(told.case, told.case.scenarios[0])


def under(outcome: Outcome, number: str, actor: str, agreement: str = "PACT") -> list[State]:
    """Where an actor stands under an article, after each event."""
    return [
        duty.state
        for duty in (*outcome.duties, *outcome.absent)
        if duty.article == ref(number, agreement) and duty.bearers == (actor,)
    ]


ATTACKED = "2026-02-01 attack A1 by CCC on AAA, means is air"
ON_AIR = "only if means is air"


def test_p1_the_article_that_another_is_subject_to_prevails() -> None:
    plain = ranked(GIVES_HELP.format("") + NEUTRAL.format(2, ""), ATTACKED)
    assert under(plain, "1", "BBB") == [PENDING]
    assert [(c.actor, c.duty, c.prohibition) for c in plain.conflicts] == [
        ("BBB", ref("1"), ref("2"))
    ]
    for text in (
        GIVES_HELP.format("subject to article 2") + NEUTRAL.format(2, ""),
        GIVES_HELP.format("") + NEUTRAL.format(2, "notwithstanding article 1"),
    ):
        told = ranked(text, ATTACKED)
        assert under(told, "1", "BBB") == [EXCEPTED]
        assert told.conflicts == ()


@pytest.mark.parametrize(
    ("pact", "line", "charter", "state_", "conflicts"),
    [
        ("", "", "", PENDING, 1),
        ("without prejudice to CHARTER", "", "", EXCEPTED, 0),
        ("without prejudice to every other agreement", "", "", EXCEPTED, 0),
        ("", "", "prevails over PACT", EXCEPTED, 0),
        ("prevails over CHARTER", "", "prevails over every other agreement", PENDING, 0),
        ("without prejudice to CHARTER", "notwithstanding article 2 of CHARTER", "", PENDING, 0),
        ("prevails over CHARTER", "subject to article 2 of CHARTER", "", EXCEPTED, 0),
    ],
)
def test_p2_an_article_goes_before_an_agreement_and_a_name_before_all_others(
    pact: str, line: str, charter: str, state_: State, conflicts: int
) -> None:
    told = ranked(
        GIVES_HELP.format(line), ATTACKED, others=NEUTRAL.format(2, ""), pact=pact, charter=charter
    )
    assert under(told, "1", "BBB") == [state_]
    assert len(told.conflicts) == conflicts


SUBJECT = GIVES_HELP.format("subject to article 2")
AFTER_ATTACK = NEUTRAL.format(2, "when attack by AAA on a party\n  only if council has decided")


def test_p3_what_gives_way_does_not_arise_or_lapses() -> None:
    assert under(ranked(SUBJECT + NEUTRAL.format(2, ""), ATTACKED), "1", "BBB") == [EXCEPTED]
    earlier = "2026-01-05 attack A0 by AAA on CCC, means is air"
    decided_ = "council decides on A0"
    before = ranked(SUBJECT + AFTER_ATTACK, earlier, f"2026-01-06 {decided_}", ATTACKED)
    assert under(before, "1", "BBB")[-1] is EXCEPTED
    later_ = ranked(SUBJECT + AFTER_ATTACK, earlier, ATTACKED, f"2026-02-03 {decided_}")
    assert under(later_, "1", "BBB")[-1] is LAPSED
    met = "2026-02-02 BBB assists AAA with support over A1"
    done = ranked(SUBJECT + AFTER_ATTACK, earlier, ATTACKED, met, f"2026-02-03 {decided_}")
    assert under(done, "1", "BBB")[-1] is MET


def test_p3_an_undetermined_prohibition_leaves_the_duty_undetermined() -> None:
    prohibition = NEUTRAL.format(2, f"when attack\n  {ON_AIR}")
    told = ranked(SUBJECT + prohibition, "2026-02-01 attack A1 by CCC on AAA")
    (duty,) = [d for d in told.duties if d.article == ref("1") and d.bearers == ("BBB",)]
    assert duty.state is UNDETERMINED
    (means_,) = duty.missing
    assert means_.decides == (("air", EXCEPTED), ("naval", PENDING))
    open_issue = NEUTRAL.format(2, "only if course is peaceful")
    assert under(ranked(SUBJECT + open_issue, ATTACKED), "1", "BBB") == [UNDETERMINED]


def test_p3_of_several_bound_jointly_those_give_way_to_whom_it_is_forbidden() -> None:
    joint = SUBJECT.replace("each other party must", "the parties jointly must")
    some = "\narticle 2\n  BBB must not assist AAA\n"
    told = ranked(joint + some, ATTACKED)
    (duty,) = [d for d in told.duties if d.article == ref("1")]
    assert duty.bearers == ("AAA", "CCC")
    (none,) = [
        d for d in ranked(joint + NEUTRAL.format(2, ""), ATTACKED).absent if d.article == ref("1")
    ]
    assert none.state is EXCEPTED


PREVAILS = GIVES_HELP.format("notwithstanding article 2") + NEUTRAL.format(2, "")
HELPED = "2026-02-02 BBB assists AAA with support over A1"


def test_p4_a_deed_under_a_duty_that_prevails_is_no_breach() -> None:
    told = ranked(PREVAILS, ATTACKED, HELPED)
    assert under(told, "1", "BBB") == [MET]
    assert under(told, "2", "BBB") == [BINDING]
    too_early = ranked(PREVAILS, "2026-01-20 BBB assists AAA with support", ATTACKED)
    assert under(too_early, "2", "BBB") == [BREACHED]
    another = ranked(PREVAILS, ATTACKED, "2026-02-02 CCC assists AAA with support over A1")
    assert under(another, "2", "CCC") == [BREACHED]


def test_p4_a_permission_that_prevails_displaces_a_prohibition() -> None:
    text = """
article 1
  when attack on a party
  {}
  the victim may attack CCC
article 2
  each party must not attack a state
"""
    deeds = (ATTACKED, "2026-02-02 attack A2 by AAA on CCC", "2026-02-03 attack A3 by BBB on CCC")
    told = ranked(text.format("notwithstanding article 2"), *deeds)
    assert [under(told, "2", actor) for actor in ("AAA", "BBB", "CCC")] == [
        [BINDING],
        [BREACHED],
        [BREACHED],
    ]
    plain = ranked(text.format(""), *deeds)
    assert under(plain, "2", "AAA") == [BREACHED]
    below = ranked(text.format("subject to article 2"), *deeds)
    assert under(below, "1", "AAA")[0] is EXCEPTED


def test_p4_what_was_undetermined_then_is_as_it_is_settled() -> None:
    doubtful = PREVAILS.replace(
        "when attack on a party", "when attack on a party\n  only if means is air"
    )
    attacked = "2026-02-01 attack A1 by CCC on AAA"
    told = ranked(doubtful, attacked, HELPED)
    assert under(told, "2", "BBB") == [UNDETERMINED]
    found_ = "2026-02-03 CCC finds that means is {}"
    assert under(ranked(doubtful, attacked, HELPED, found_.format("air")), "2", "BBB") == [BINDING]
    naval = ranked(doubtful, attacked, HELPED, found_.format("naval"))
    assert under(naval, "2", "BBB") == [BREACHED]


def test_p5_an_agreement_prevails_only_among_its_parties() -> None:
    ours = {"others": NEUTRAL.format(2, ""), "charter": "prevails over PACT"}
    told = ranked(GIVES_HELP.format(""), ATTACKED, parties="BBB, CCC", **ours)
    assert under(told, "1", "BBB") == [PENDING]
    (conflict,) = told.conflicts
    assert "AAA is not a party" in conflict.undecided
    all_in = ranked(GIVES_HELP.format(""), ATTACKED, **ours)
    assert under(all_in, "1", "BBB") == [EXCEPTED]
    by_consent = ranked(
        GIVES_HELP.format(""),
        ATTACKED,
        parties="BBB, CCC",
        others=NEUTRAL.format(2, ""),
        pact="without prejudice to CHARTER",
    )
    assert under(by_consent, "1", "BBB") == [EXCEPTED]


def test_p5_a_deed_is_excused_only_towards_the_parties() -> None:
    owed = """
article 2
  when attack on a party
  each other party must assist the victim with support
"""
    told = ranked(
        NEUTRAL.format(1, ""), ATTACKED, HELPED, others=owed, charter="prevails over PACT"
    )
    assert under(told, "1", "BBB") == [BINDING]
    alone = ranked(
        "article 1\n  each party must not report",
        "2026-02-01 attack A1 by CCC on BBB",
        "2026-02-02 CCC reports",
        others="article 2\n  when attack on a party\n  each party must report",
        charter="prevails over PACT",
        parties="BBB, CCC",
    )
    assert under(alone, "1", "CCC") == [BREACHED]
    assert len(alone.conflicts) == 2


def test_p6_an_article_that_creates_no_duty_binds_nobody() -> None:
    aim = article("5", Aim())
    undone = article("6", must(perform("report")), when=breach_of("5"))
    outcome = run(case(aim, undone), RUSSIAN, at="2026-12-31")
    assert outcome.duties == ()
    duty = article("5", must(assist(), GUARANTORS), when=attack_on())
    political = msgspec.structs.replace(duty, readings=(reading("political", aim),))
    assert state(run(case(political), RUSSIAN), "USA") is PENDING
    assert run(case(political), RUSSIAN, readings=["political"]).duties == ()
    scenario_ = scenario(RUSSIAN)
    (told,) = variations(case(political, scenarios=(scenario_,)), scenario_)
    assert [(c.was.state, c.would_be.state) for c in told.changes if isinstance(c, DutyChange)] == [
        (PENDING, NOT_ARISEN)
    ]


# Readings and issues.

WITH_AIR = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=means("air"))
READ = article(
    "5", must(assist(), GUARANTORS), when=attack_on(), readings=(reading("only_air", WITH_AIR),)
)
CYBER = attack("2026-03-01", by="RUS", on="UKR", means="cyber")


def test_r1_the_text_as_it_stands_unless_a_reading_is_named() -> None:
    assert state(run(case(READ), CYBER), "USA") is PENDING
    assert state(run(case(READ), CYBER, readings=["only_air"]), "USA") is NOT_ARISEN
    wide = DefinitionReading(
        id=ReadingId("with_cyber"), condition=means("ground", "air", "naval", "cyber")
    )
    armed_attack = Definition(
        id=ARMED.id, kind=ARMED.kind, condition=ARMED.condition, readings=(wide,)
    )
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(is_armed=True))
    the_case = case(clause, definitions=(armed_attack,))
    assert state(run(the_case, CYBER), "USA") is NOT_ARISEN
    assert state(run(the_case, CYBER, readings=["with_cyber"]), "USA") is PENDING


def test_r1_a_reading_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="no reading council_first"):
        run(case(READ), CYBER, readings=["council_first"])


def test_r2_a_condition_over_an_open_issue_is_undetermined() -> None:
    order = issue("order", "first", "second")
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), only_if=settled("order", "first")
    )
    the_case = case(clause, issues=(order,))
    assert state(run(the_case, RUSSIAN), "USA") is UNDETERMINED
    chosen = scenario(RUSSIAN, choices={"order": "second"})
    assert state(simulate(the_case, chosen), "USA") is NOT_ARISEN
    agreed = case(clause, issues=(issue("order", "first", "second", settled="first"),))
    assert state(run(agreed, RUSSIAN), "USA") is PENDING


def test_r3_readings_and_options_that_change_the_answer_are_named() -> None:
    order = issue("order", "first", "second", settled="first")
    void = article("7", Disapply(article=ref("5")), only_if=settled("order", "second"))
    same = reading("the_same", article("5", must(assist(), GUARANTORS), when=attack_on()))
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        readings=(reading("only_air", WITH_AIR), same),
    )
    found_variations = variations(case(clause, void, issues=(order,)), scenario(CYBER))
    assert [v.name for v in found_variations] == ["reading only_air", "order is second"]
    (change,) = found_variations[0].changes
    assert isinstance(change, DutyChange)
    assert (change.article, change.trigger) == (ref("5"), "attack A1 by RUS on UKR")
    assert change.bearers == change.concerned == ("USA", "GBR", "FRA")
    assert (change.was.state, change.would_be.state) == (PENDING, NOT_ARISEN)


def test_r3_an_agreement_that_would_not_be_in_force_is_named_once_and_not_article_by_article() -> (
    None
):
    order = issue("order", "first", "second", settled="first")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    entry = article("8", EntryIntoForce(condition=settled("order", "first")))
    found = variations(case(clause, entry, issues=(order,)), scenario(CYBER))
    (change,) = next(v.changes for v in found if v.name == "order is second")
    assert change == ForceChange(
        agreement=PACT, was=Verdict.HOLDS, would_be=Verdict.FAILS, ends_all=True
    )


def told(why: Reason) -> set[str]:
    """Every sentence of a reason."""
    return {why.told}.union(*map(told, why.because))


def read_by(
    the_case: Case, readers: dict[str, str], *events: Event, at: str | None = None
) -> Outcome:
    """What comes of these events where some read the text in ways of their own."""
    own = tuple(
        OwnReading(reading=ReadingId(name), actors=tuple(map(ActorId, who.split())))
        for name, who in readers.items()
    )
    tried = msgspec.structs.replace(scenario(*events), own_readings=own)
    return simulate(the_case, tried, at=day(at) if at else None)


def test_r4_a_reading_of_some_is_for_what_they_owe_themselves() -> None:
    outcome = read_by(case(READ), {"only_air": "USA FRA"}, CYBER)
    assert [state(outcome, who) for who in ("USA", "GBR", "FRA")] == [
        NOT_ARISEN,
        PENDING,
        NOT_ARISEN,
    ]
    assert life(outcome, "USA").own_readings == ("only_air",)
    assert life(outcome, "GBR").own_readings == ()
    assert "USA reads article 5 by only_air" in told(life(outcome, "USA").why)
    (own,) = outcome.own_readings
    assert (own.words, outcome.readings) == ("reading only_air for USA, FRA", ())


def test_r4_the_terms_and_the_exceptions_are_read_so_too() -> None:
    wide = DefinitionReading(
        id=ReadingId("with_cyber"), condition=means("ground", "air", "naval", "cyber")
    )
    armed_attack = Definition(
        id=ARMED.id, kind=ARMED.kind, condition=ARMED.condition, readings=(wide,)
    )
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(is_armed=True))
    outcome = read_by(case(clause, definitions=(armed_attack,)), {"with_cyber": "USA"}, CYBER)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [PENDING, NOT_ARISEN]
    assert "USA reads armed attack by with_cyber" in told(life(outcome, "USA").why)
    narrow = article("7", Disapply(article=ref("5")), only_if=means("air"))
    wider = reading("any_means", article("7", Disapply(article=ref("5")), only_if=means("cyber")))
    void = msgspec.structs.replace(narrow, readings=(wider,))
    duty = article("5", must(assist(), GUARANTORS), when=attack_on())
    outcome = read_by(case(duty, void), {"any_means": "GBR"}, CYBER)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [PENDING, EXCEPTED]


def test_r4_a_reading_of_some_stands_before_one_that_is_taken_for_all() -> None:
    other = reading("only_naval", msgspec.structs.replace(WITH_AIR, only_if=(means("cyber"),)))
    clause = msgspec.structs.replace(READ, readings=(*READ.readings, other))
    own = (OwnReading(reading=ReadingId("only_naval"), actors=(ActorId("USA"),)),)
    tried = msgspec.structs.replace(
        scenario(CYBER), readings=(ReadingId("only_air"),), own_readings=own
    )
    outcome = simulate(case(clause), tried)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [PENDING, NOT_ARISEN]


def test_r4_an_article_on_the_agreements_own_life_is_read_alike_by_all() -> None:
    longer = reading("longer", article("14", Term(period=period("20 years"))))
    term = msgspec.structs.replace(
        article("14", Term(period=period("10 years"))), readings=(longer,)
    )
    with pytest.raises(UnknownNameError, match="longer alone"):
        read_by(case(term), {"longer": "USA"}, CYBER)
    with pytest.raises(UnknownNameError, match="no actor XYZ"):
        read_by(case(READ), {"only_air": "XYZ"}, CYBER)


ELECTIONS = article(
    "1",
    must(perform("report"), names("UKR")),
    deadline=within("30 days", "entry_into_force"),
    readings=(
        reading(
            "border_first",
            article(
                "1",
                must(perform("report"), names("UKR")),
                only_if=has(one(names("RUS")), "consult"),
                deadline=within("30 days", "entry_into_force"),
            ),
        ),
    ),
)
ON_NO_ELECTIONS = article("2", must(perform("consult")), when=breach_of("1"))


def test_r5_a_breach_is_judged_by_the_reading_of_each_for_whom_something_hangs_on_it() -> None:
    the_case = case(ELECTIONS, ON_NO_ELECTIONS)
    outcome = read_by(the_case, {"border_first": "UKR"}, at="2026-03-01")
    assert state(outcome, "UKR", "1") is NOT_ARISEN
    assert state(outcome, "USA", "2") is PENDING
    assert lives(outcome, "UKR", "2")[0].state is NOT_ARISEN
    outcome = read_by(the_case, {"border_first": "USA"}, at="2026-03-01")
    assert state(outcome, "UKR", "1") is BREACHED
    assert state(outcome, "GBR", "2") is PENDING
    assert lives(outcome, "USA", "2")[0].state is NOT_ARISEN


def test_r5_a_joint_duty_is_read_so_only_where_all_who_bear_it_do() -> None:
    together = Bearers(among=GUARANTORS, jointly=True)
    joint = article("5", Duty(bearers=together, content=assist()), when=attack_on())
    strict = msgspec.structs.replace(joint, only_if=(means("air"),))
    clause = msgspec.structs.replace(joint, readings=(reading("only_air", strict),))
    assert state(read_by(case(clause), {"only_air": "USA"}, CYBER), "USA") is PENDING
    outcome = read_by(case(clause), {"only_air": "USA GBR FRA"}, CYBER)
    assert state(outcome, "USA") is NOT_ARISEN


def test_r6_what_would_change_without_a_reading_of_some_is_named() -> None:
    own = (OwnReading(reading=ReadingId("only_air"), actors=(ActorId("USA"),)),)
    tried = msgspec.structs.replace(scenario(CYBER), own_readings=own)
    for_all, without = variations(case(READ), tried)
    assert (for_all.name, without.name) == (
        "reading only_air",
        "without reading only_air for USA",
    )
    (change,) = for_all.changes
    assert isinstance(change, DutyChange)
    assert (change.bearers, change.would_be.state) == (("GBR", "FRA"), NOT_ARISEN)
    (change,) = without.changes
    assert isinstance(change, DutyChange)
    assert (change.bearers, change.would_be.state) == (("USA",), PENDING)
    outcome = simulate(case(READ), tried)
    assert (
        "if reading only_air were not taken by USA, it would be owed"
        in life(outcome, "USA").would_change
    )


def amended(of: Article, *versions: tuple[str, str | None, Article | None]) -> Article:
    """An article with amendments: the first day, the last one exclusive, what it says then."""
    made = tuple(
        Amendment(
            id=AmendmentId(f"protocol_{n}"),
            start=dt.date.fromisoformat(start),
            end=dt.date.fromisoformat(end) if end else None,
            article=text,
        )
        for n, (start, end, text) in enumerate(versions, 1)
    )
    return msgspec.structs.replace(of, amendments=made)


AIR_ONLY = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=means("air"))
CYBER_ONLY = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=means("cyber"))


def cyber_on(at: str, name: str) -> Event:
    return attack(at, name, by="RUS", on="UKR", means="cyber")


def test_r7_what_happens_is_judged_by_the_text_of_its_day() -> None:
    clause = amended(AIR_ONLY, ("2026-03-01", "2026-05-01", CYBER_ONLY))
    days = {"A1": "2026-02-28", "A2": "2026-03-01", "A3": "2026-04-30", "A4": "2026-05-01"}
    outcome = run(case(clause), *(cyber_on(at, name) for name, at in days.items()))
    stands = [state(outcome, "USA", incident=name) for name in days]
    assert stands == [NOT_ARISEN, PENDING, PENDING, NOT_ARISEN]
    assert [life(outcome, "USA", incident=name).amendment for name in days] == [
        None,
        "protocol_1",
        "protocol_1",
        None,
    ]
    why = told(life(outcome, "USA", incident="A2").why)
    assert "article 5 reads as amended by protocol_1 from 2026-03-01" in why
    why = told(life(outcome, "USA", incident="A4").why)
    assert "article 5 reads as it first stood again since 2026-05-01" in why


def test_r7_the_exceptions_of_that_day_count() -> None:
    void = article("7", Disapply(article=ref("5")), only_if=means("cyber"))
    exception = amended(void, ("2026-04-01", None, None))
    duty = article("5", must(assist(), GUARANTORS), when=attack_on())
    before, after = cyber_on("2026-03-31", "A1"), cyber_on("2026-04-01", "A2")
    outcome = run(case(duty, exception), before, after)
    assert state(outcome, "USA", incident="A1") is EXCEPTED
    assert state(outcome, "USA", incident="A2") is PENDING


def test_r7_a_duty_that_has_arisen_is_left_alone_by_a_later_amendment() -> None:
    clause = amended(CYBER_ONLY, ("2026-04-01", None, None))
    outcome = run(case(clause), cyber_on("2026-03-31", "A1"), at="2026-05-01")
    assert state(outcome, "USA", incident="A1") is PENDING


def test_r7_a_standing_rule_is_that_of_the_day() -> None:
    clause = amended(
        article("3", must_not(attacking(names("UKR")), names("RUS"))),
        ("2026-03-01", "2026-05-01", None),
        ("2026-06-01", None, article("3", must_not(attacking(names("USA")), names("RUS")))),
    )
    times = ("2026-02-01", "2026-04-01", "2026-05-01", "2026-06-01")
    found = {}
    for number, at in enumerate(times):
        deed = attack(at, f"A{number}", by="RUS", on="UKR")
        outcome = run(case(clause), deed, at="2026-07-01")
        found[at] = {x.state for x in lives(outcome, "RUS", "3")}
    assert found == {
        "2026-02-01": {BREACHED, LAPSED, BINDING},
        "2026-04-01": {LAPSED, BINDING},
        "2026-05-01": {LAPSED, BREACHED, BINDING},
        "2026-06-01": {LAPSED, BINDING},
    }
    first = lives(run(case(clause), at="2026-04-01"), "RUS", "3")[0]
    assert first.ended == day("2026-03-01")
    assert first.why.told.startswith("RUS is released")
    assert "article 3 is repealed by protocol_1 from 2026-03-01" in told(first.why)


def test_r7_a_term_is_prolonged_and_shortened_by_amendment() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ten, twenty, one = (
        article("14", Term(period=period(text))) for text in ("10 years", "20 years", "1 year")
    )
    ends = {
        "prolonged in time": amended(ten, ("2030-01-01", None, twenty)),
        "on the last day": amended(ten, ("2036-01-01", None, twenty)),
        "too late": amended(ten, ("2036-01-02", None, twenty)),
        "shortened": amended(ten, ("2030-01-01", None, one)),
        "repealed": amended(ten, ("2030-01-01", None, None)),
    }
    until = {
        name: next(f.until for f in run(case(clause, term), at="2040-01-01").force)
        for name, term in ends.items()
    }
    assert until == {
        "prolonged in time": day("2046-01-01"),
        "on the last day": day("2046-01-01"),
        "too late": day("2036-01-01"),
        "shortened": day("2030-01-01"),
        "repealed": None,
    }


def test_r7_a_notice_is_judged_by_the_text_of_its_day() -> None:
    slow, fast = (article("13", Withdrawal(notice=period(text))) for text in ("1 year", "1 month"))
    clause = amended(slow, ("2026-06-01", None, fast))
    for at, until in (("2026-05-31", "2027-05-31"), ("2026-06-01", "2026-07-01")):
        outcome = run(case(clause), act(at, "USA", "withdraw"), at="2026-06-02")
        assert bond(outcome, "USA").until == day(until)


def test_r8_a_reading_reads_every_text_of_its_article() -> None:
    on_request = has(one(VICTIM), "request", of_act("assist"))
    texts = [
        msgspec.structs.replace(
            text,
            readings=(
                reading(
                    "asked", msgspec.structs.replace(text, only_if=(*text.only_if, on_request))
                ),
            ),
        )
        for text in (AIR_ONLY, CYBER_ONLY)
    ]
    clause = amended(texts[0], ("2026-03-01", None, texts[1]))
    deed = cyber_on("2026-03-02", "A1")
    assert state(run(case(clause), deed), "USA") is PENDING
    assert state(run(case(clause), deed, readings=["asked"]), "USA") is NOT_ARISEN


def test_r8_what_would_be_otherwise_without_an_amendment_is_named() -> None:
    clause = amended(AIR_ONLY, ("2026-03-01", None, CYBER_ONLY), ("2026-09-01", None, AIR_ONLY))
    the_case = case(clause)
    (without,) = variations(the_case, scenario(cyber_on("2026-03-02", "A1")))
    assert without.name == "without amendment protocol_1"
    (change,) = without.changes
    assert isinstance(change, DutyChange)
    assert (change.was.state, change.would_be.state) == (PENDING, NOT_ARISEN)
    outcome = run(the_case, cyber_on("2026-03-02", "A1"))
    assert (
        "if amendment protocol_1 had not been made, nothing would be owed"
        in life(outcome, "USA").would_change
    )


# Expectations.

TWICE = """
```servanda
state A "A"
state B "B"
state C "C"
incident attack
  by attacker: state
  on victim: state
agreement PACT "Pact"
  between A, B
article 1
  when attack by C on a party
  each other party must assist the victim with support
  within 3 days of the attack
article 2
  when B requests consultation
  A must consult
  within 24 hours of the request
article 3
  each party must not attack another party
scenario "Twice"
  2026-01-01 A, B sign
  2026-02-01 attack X by C on B
  2026-02-02 A assists B with support over X
  2026-03-01 attack Y by C on B
  2026-03-01 10:00 B requests consultation
  2026-03-01 11:00 A consults
  2026-03-02 10:00 B requests consultation
  2026-03-09 attack Z by A on A
  expect {}
```
"""


# Suspension and ending.

HELP = article(
    "5",
    must(assist(), GUARANTORS, other=True),
    when=attack_on(),
    deadline=within("10 days", "incident"),
)
NO_FORCE = article("3", must_not(attacking()))
PACT_ID = AgreementId("PACT")
BY_UKRAINE = attack("2026-03-04", "A2", by="UKR", on="RUS")


def for_whom(*actors: str) -> ForWhom:
    return ForWhom(among=names(*actors))


def suspend(number: str, *actors: str) -> Suspend:
    return Suspend(text=ref(number), whom=for_whom(*actors) if actors else None)


def on_ukraine(at: str, name: str, **values: str) -> ActEvent | Event:
    return attack(at, name, by="RUS", on="UKR", **values)


def the_text(number: str) -> TheArticle:
    return TheArticle(article=ref(number))


TRUCES = """```servanda
case "Truces"
state AAA "Aaa"
state BBB "Bbb"
state CCC "Ccc"
incident attack (attacks, attacked, attack) "Attack"
  by attacker: actor
  on victim: state
circumstance truce "Truce"
agreement PACT "Pact"
  between AAA, BBB
  bound by signature
article 1
  when attack on a party
  each other party must consult
  within 5 days of the attack
article 2
  only if truce holds
  article 1 is suspended
history "Signed"
  2020-01-01 AAA, BBB sign
scenario "Truces"
  2021-01-01 attack A1 by CCC on BBB
  2021-01-03 truce begins
  2021-01-05 truce ends
  2021-01-08 truce begins
  2021-01-09 truce ends
  2021-01-20 truce begins
```
"""


@pytest.mark.parametrize(
    ("at", "spells"), [("2021-01-06", 1), ("2021-01-08", 2), ("2021-01-21", 3)]
)
def test_s4_each_time_that_something_was_suspended_is_told(at: str, spells: int) -> None:
    read = checked_case([Source("case.md", TRUCES)])
    assert read.case is not None
    outcome = simulate(read.case, read.case.scenarios[0], at=day(at))
    told = [(str(s.since), str(s.until)) for s in outcome.suspensions if s.article == ref("2")]
    assert len(told) == spells
    assert told[0] == ("2021-01-03", "2021-01-05")
    # Five days of the attack, moved on by two and by one.
    if spells == 3:
        assert told[1:] == [("2021-01-08", "2021-01-09"), ("2021-01-20", "None")]
        assert life(outcome, "AAA", "1").due == day("2021-01-09")


def test_s1_of_an_agreement_all_that_binds_permits_or_disapplies_is_suspended() -> None:
    all_of_it = article("9", Suspend(text=PACT_ID), when=attack_on(by=names("UKR")))
    back = article("10", Reapply(text=PACT_ID), when=attack_on(by=names("GBR")))
    void = article("7", Disapply(article=ref("5")), only_if=has(one(names("UKR")), "report"))
    the_case = case(HELP, NO_FORCE, all_of_it, back, void)
    reported = act("2026-03-05", "UKR", "report")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, reported, at="2026-03-06")
    assert state(outcome, "USA", incident="A1") is SUSPENDED
    assert state(outcome, "USA", "3") is SUSPENDED
    third = attack("2026-03-07", "A3", by="GBR", on="FRA")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, reported, third, at="2026-03-08")
    assert state(outcome, "USA", incident="A1") is LAPSED
    assert state(outcome, "USA", "3") is BINDING


def test_s1_for_says_for_whom() -> None:
    some_of_them = article("9", suspend("5", "USA"), when=attack_on(by=names("UKR")))
    others = article(
        "9", Suspend(text=ref("5"), whom=ForWhom(among=PARTIES, other=True)), when=attack_on()
    )
    author = article("9", Suspend(text=ref("3"), whom=ForWhom(among=Author())), when=breach_of("3"))
    outcome = run(case(HELP, some_of_them), RUSSIAN, BY_UKRAINE)
    assert [state(outcome, who, incident="A1") for who in ("USA", "GBR")] == [SUSPENDED, PENDING]
    outcome = run(case(HELP, NO_FORCE, others), RUSSIAN)
    assert state(outcome, "USA") is NOT_ARISEN
    outcome = run(case(NO_FORCE, author), BY_UKRAINE, on_ukraine("2026-03-05", "A3"))
    assert [state(outcome, who, "3") for who in ("UKR", "RUS", "USA")] == [
        BREACHED,
        BREACHED,
        BINDING,
    ]


def test_s2_a_suspension_lasts_until_its_end_or_while_its_conditions_hold() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    until = article("9", suspend("3"), when=attack_on(by=names("UKR")), until=ceased)
    while_ = article("9", suspend("3"), unless=ceased)
    stop = act("2026-03-08", "UKR", "cease_fire")
    for clause in (until, while_):
        there = run(case(NO_FORCE, clause), BY_UKRAINE, at="2026-03-07")
        assert state(there, "USA", "3") is SUSPENDED or clause is while_
        after = run(case(NO_FORCE, clause), BY_UKRAINE, stop)
        assert state(after, "USA", "3") is BINDING
    assert state(run(case(NO_FORCE, while_), BY_UKRAINE, at="2026-03-07"), "USA", "3") is NOT_ARISEN


def test_s2_a_suspension_ends_by_the_calendar_as_any_rule_does() -> None:
    for_a_week = TimeBound(period=period("7 days"))
    halt = article("9", suspend("3"), when=attack_on(by=names("UKR")))
    halt = msgspec.structs.replace(halt, expiry=for_a_week)
    the_case = case(NO_FORCE, halt)
    assert state(run(the_case, BY_UKRAINE, at="2026-03-11"), "USA", "3") is SUSPENDED
    assert state(run(the_case, BY_UKRAINE, at="2026-03-12"), "USA", "3") is BINDING
    (told,) = run(the_case, BY_UKRAINE, at="2026-03-20").suspensions
    assert (told.since, told.until) == (day("2026-03-04"), day("2026-03-12"))


def test_s2_of_one_event_the_effect_on_other_articles_comes_first() -> None:
    void = article("9", suspend("5"), when=attack_on(names("RUS")))
    assert state(run(case(HELP, void), BY_UKRAINE), "USA", incident="A2") is NOT_ARISEN
    always = article("9", suspend("5"))
    back = article("10", Reapply(text=ref("5")), when=attack_on(names("UKR")))
    assert state(run(case(HELP, always, back), RUSSIAN), "USA") is PENDING
    assert state(run(case(HELP, always), RUSSIAN), "USA") is NOT_ARISEN


def test_s2_who_is_relieved_is_a_party_to_the_agreement_that_says_so() -> None:
    other = pact(
        article("1", suspend("5"), when=attack_on(by=names("UKR"))),
        between=("USA", "RUS"),
        name="OTHER",
    )
    signed = act("2026-01-01", "USA", "sign", TheAgreement(agreement=AgreementId("OTHER")))
    too = act("2026-01-01", "RUS", "sign", TheAgreement(agreement=AgreementId("OTHER")))
    signed_pact = act(
        "2026-01-01",
        names("USA", "GBR", "FRA", "UKR", "RUS"),
        "sign",
        TheAgreement(agreement=PACT_ID),
    )
    the_case = case(agreements=(pact(HELP), other), history=(signed_pact, signed, too))
    outcome = run(the_case, RUSSIAN, BY_UKRAINE)
    assert state(outcome, "USA", incident="A1") is SUSPENDED
    assert state(outcome, "GBR", incident="A1") is PENDING


def test_s3_an_event_of_that_time_brings_nothing_into_play_later_neither() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), until=ceased)
    then = on_ukraine("2026-03-06", "A3")
    later = on_ukraine("2026-03-09", "A4")
    stop = act("2026-03-08", "UKR", "cease_fire")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, then, stop, later)
    states = [state(outcome, "USA", incident=f"A{n}") for n in (1, 2, 3, 4)]
    assert states == [PENDING, NOT_ARISEN, NOT_ARISEN, PENDING]


def test_s3_a_deed_of_that_time_is_no_breach_and_what_was_breached_stays_so() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("3"), when=attack_on(by=names("UKR")), until=ceased)
    then = on_ukraine("2026-03-06", "A3")
    stop = act("2026-03-08", "UKR", "cease_fire")
    outcome = run(case(NO_FORCE, halt), BY_UKRAINE, then, stop)
    assert state(outcome, "UKR", "3") is BREACHED
    assert state(outcome, "RUS", "3") is BINDING
    again = run(case(NO_FORCE, halt), BY_UKRAINE, then, stop, on_ukraine("2026-03-09", "A4"))
    assert life(again, "RUS", "3").ended == day("2026-03-09")


def test_s3_a_refusal_of_that_time_breaches_nothing() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), until=ceased)
    stop = act("2026-03-08", "UKR", "cease_fire")
    no = refuse("2026-03-06", "USA", "assist", "UKR", over="A1")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, no, stop)
    assert state(outcome, "USA", incident="A1") is PENDING


def test_s3_an_exception_that_is_suspended_disapplies_nothing() -> None:
    void = article("7", Disapply(article=ref("5")), when=attack_on())
    halt = article("9", suspend("7"), only_if=has(one(names("UKR")), "report"))
    reported = act("2026-02-01", "UKR", "report")
    assert state(run(case(HELP, void, halt), RUSSIAN), "USA") is EXCEPTED
    assert state(run(case(HELP, void, halt), reported, RUSSIAN), "USA") is PENDING


def test_s4_the_term_of_what_is_pending_runs_on() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), until=ceased)
    stop = act("2026-03-20", "UKR", "cease_fire")
    the_case = case(HELP, halt)
    assert life(run(the_case, RUSSIAN), "USA").due == day("2026-03-11")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, stop, at="2026-03-27")
    assert state(outcome, "USA", incident="A1") is PENDING
    assert life(outcome, "USA", incident="A1").due == day("2026-03-27")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, stop, at="2026-03-28")
    assert state(outcome, "USA", incident="A1") is BREACHED
    hours = article("5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("24 hours"))
    timed = attack("2026-03-01 10:00", by="RUS", on="UKR")
    begins = attack("2026-03-01 12:00", "A2", by="UKR", on="RUS")
    ends = act("2026-03-01 15:30", "UKR", "cease_fire")
    outcome = run(case(hours, halt), timed, begins, ends)
    assert life(outcome, "USA", incident="A1").due == day("2026-03-02 13:30")


def test_s4_an_act_of_that_time_performs_the_duty() -> None:
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")))
    done = act("2026-03-06", "USA", "assist", "UKR", level="support", over="A1")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, done)
    assert [state(outcome, who, incident="A1") for who in ("USA", "GBR")] == [MET, SUSPENDED]


def test_s5_what_ceases_is_for_good() -> None:
    void = article("9", Cease(text=ref("5")), when=attack_on(by=names("UKR")))
    free = article("10", Cease(text=ref("3")), only_if=has(one(names("UKR")), "report"))
    reported = act("2026-03-05", "UKR", "report")
    later = on_ukraine("2026-03-09", "A4")
    outcome = run(case(HELP, NO_FORCE, void, free), RUSSIAN, BY_UKRAINE, reported, later)
    states = [state(outcome, "USA", incident=f"A{n}") for n in (1, 2, 4)]
    assert states == [LAPSED, NOT_ARISEN, NOT_ARISEN]
    assert life(outcome, "USA", incident="A1").ended == day("2026-03-04")
    assert [state(outcome, who, "3") for who in ("RUS", "USA")] == [BREACHED, LAPSED]
    assert life(outcome, "RUS", "3").ended == day("2026-03-01")


def test_s6_what_had_ceased_or_was_suspended_applies_again() -> None:
    lifted = article("9", suspend("3"))
    void = article("7", Cease(text=ref("3")), only_if=has(one(names("UKR")), "report"))
    back = article("10", Reapply(text=ref("3")), when=attack_on(by=names("UKR")))
    reported = act("2026-03-01", "UKR", "report")
    third = on_ukraine("2026-03-09", "A3")
    for clause in (lifted, void):
        outcome = run(case(NO_FORCE, clause, back), reported, BY_UKRAINE, third)
        assert state(outcome, "RUS", "3") is BREACHED
        assert state(outcome, "UKR", "3") is BINDING
        assert life(outcome, "UKR", "3").arisen == day("2026-03-04")
        without = run(case(NO_FORCE, clause), reported, BY_UKRAINE, third)
        assert state(without, "RUS", "3") in {LAPSED, NOT_ARISEN}


def test_s6_what_is_suspended_later_stays_suspended() -> None:
    lifted = article("9", suspend("3"))
    anew = article("8", suspend("3"), when=attack_on(by=names("RUS")))
    back = article("10", Reapply(text=ref("3")), when=attack_on(by=names("UKR")))
    third = on_ukraine("2026-03-09", "A3")
    outcome = run(case(NO_FORCE, lifted, anew, back), BY_UKRAINE, third)
    assert state(outcome, "USA", "3") is SUSPENDED


def test_s6_what_was_triggered_before_it_ceased_does_not_arise_again() -> None:
    void = article("9", Cease(text=ref("5")), when=attack_on(by=names("UKR")))
    back = article("10", Reapply(text=ref("5")), when=attack_on(by=names("GBR")))
    third = attack("2026-03-06", "A3", by="GBR", on="UKR")
    outcome = run(case(HELP, void, back), RUSSIAN, BY_UKRAINE, third)
    assert state(outcome, "USA", incident="A1") is LAPSED
    assert state(outcome, "USA", incident="A3") is PENDING


def test_s7_an_agreement_ends_for_all_but_what_had_arisen_stays() -> None:
    over = article("9", End(text=PACT_ID), when=attack_on(by=names("UKR")))
    then = attack("2026-03-04 12:00", "A3", by="RUS", on="UKR")
    deed = attack("2026-03-04 10:00", "A2", by="UKR", on="RUS")
    the_case = case(HELP, NO_FORCE, over)
    outcome = run(the_case, RUSSIAN, deed, then, at="2026-03-04")
    assert state(outcome, "USA", incident="A1") is PENDING
    assert [state(outcome, "USA", incident=f"A{n}") for n in (2, 3)] == [NOT_ARISEN] * 2
    assert [state(outcome, who, "3") for who in ("UKR", "USA")] == [BREACHED, LAPSED]
    assert outcome.force[0].verdict is HOLDS
    after = run(the_case, RUSSIAN, deed, then, at="2026-03-05")
    assert after.force[0].verdict is FAILS
    assert bond(after, "USA").verdict is FAILS
    assert state(after, "USA", incident="A1") is PENDING
    assert "article 9" in after.force[0].why.told


def test_s7_an_end_that_is_undetermined_leaves_the_agreement_undetermined() -> None:
    over = article("9", End(text=PACT_ID), when=attack_on(by=names("UKR")), only_if=means("air"))
    outcome = run(case(HELP, over), RUSSIAN, BY_UKRAINE, at="2026-03-06")
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA", incident="A1") is PENDING


def test_s8_while_it_is_undetermined_so_is_what_hangs_on_it() -> None:
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), only_if=means("air"))
    told = finding("2026-03-20", "council", "A2", means="air")
    not_so = finding("2026-03-20", "council", "A2", means="ground")
    the_case = case(HELP, NO_FORCE, halt)
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, at="2026-03-10")
    assert state(outcome, "USA", incident="A1") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA", incident="A1").missing] == ["means"]
    overdue = run(the_case, RUSSIAN, BY_UKRAINE, at="2026-03-15")
    assert state(overdue, "USA", incident="A1") is UNDETERMINED
    for found_so in (told, not_so):
        settled_so = run(the_case, RUSSIAN, BY_UKRAINE, found_so)
        assert state(settled_so, "USA", incident="A1") is BREACHED


def test_s8_the_term_of_what_may_have_been_suspended_is_in_doubt() -> None:
    halt = article(
        "9",
        suspend("5"),
        when=attack_on(by=names("UKR")),
        only_if=means("air"),
        until=has(one(names("UKR")), "cease_fire"),
    )
    stop = act("2026-03-08", "UKR", "cease_fire")
    third = on_ukraine("2026-03-09", "A3")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, stop, third, at="2026-03-12")
    assert state(outcome, "USA", incident="A1") is UNDETERMINED
    assert state(outcome, "USA", incident="A3") is PENDING


def test_s8_what_may_have_been_suspended_in_a_doubt_has_a_term_in_doubt() -> None:
    told = """
article 1
  when attack on UKR
  FRA, USA must report
  within 10 days of the attack

article 2
  only if truce holds
  article 1 is suspended

scenario "in doubt"
  2026-03-02 attack A1 by RUS on UKR
  2026-03-03 truce begins
  2026-03-05 truce is in doubt
"""
    borne_out(f"""{told}
  2026-03-08 truce ends
  2026-03-11 USA reports
  2026-03-16 FRA reports
  expect USA has met article 1
  expect it is undetermined whether FRA has met article 1, for want of truce
""")
    borne_out(f"""{told}
  2026-03-08 truce begins
  2026-03-09 truce ends
  2026-03-17 UKR consults
  expect it is undetermined whether FRA must report
""")


def test_s8_what_one_article_suspends_for_certain_is_suspended_whatever_another_does() -> None:
    perhaps = article("9", suspend("3"), when=attack_on(by=names("UKR")), only_if=means("air"))
    surely = article("10", suspend("3"), when=attack_on(by=names("UKR")))
    banned = article("3", must_not(attacking(), names("GBR")))
    the_case = case(HELP, banned, perhaps, surely)
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, at="2026-03-10")
    assert state(outcome, "GBR", "3") is SUSPENDED


def test_s9_a_power_to_suspend_gives_effect_to_its_exercise() -> None:
    target = the_text("5")
    power = article(
        "9",
        Suspend(text=ref("5"), whom=ForWhom(among=Author())),
        when=OnAct(author=Pattern(among=PARTIES), act=ActId("suspend"), object=target),
        until=has(one(Author()), "resume", target),
    )
    use = act("2026-03-03", "USA", "suspend", target)
    back = act("2026-03-07", "USA", "resume", target)
    the_case = case(HELP, power)
    outcome = run(the_case, RUSSIAN, use)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [SUSPENDED, PENDING]
    assert life(run(the_case, RUSSIAN, use, back), "USA").due == day("2026-03-15")
    (none,) = run(case(HELP), RUSSIAN, use).suspensions
    assert none.verdict is FAILS
    assert "no article provides for it" in none.why.told
    stranger = act("2026-03-03", "DEU", "suspend", target)
    assert [s.verdict for s in run(the_case, RUSSIAN, stranger).suspensions] == [FAILS]


def test_s9_a_waiver_is_an_exception_for_those_and_of_what_it_names() -> None:
    power = article(
        "9",
        Disapply(article=ref("5")),
        only_if=has(one(VICTIM), "waive", the_text("5")),
    )
    second = on_ukraine("2026-03-02", "A2")
    waiver = act("2026-03-03", "UKR", "waive", the_text("5"), over="A1")
    for_usa = msgspec.structs.replace(waiver, over=None, whom=names("USA"))
    not_his = act("2026-03-03", "RUS", "waive", the_text("5"))
    the_case = case(HELP, power)
    outcome = run(the_case, RUSSIAN, second, waiver)
    assert [state(outcome, "USA", incident=f"A{n}") for n in (1, 2)] == [LAPSED, PENDING]
    third = on_ukraine("2026-03-09", "A3")
    outcome = run(the_case, RUSSIAN, second, for_usa, third)
    assert [state(outcome, "USA", incident=f"A{n}") for n in (1, 2, 3)] == [LAPSED, LAPSED, PENDING]
    assert state(outcome, "GBR", incident="A1") is PENDING
    assert state(run(the_case, RUSSIAN, not_his), "USA") is PENDING
    (none,) = run(case(HELP), RUSSIAN, waiver).suspensions
    assert none.verdict is FAILS


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A has met article 1", False, "A has met article 1 over X and is in breach of it over Y"),
        ("A is in breach of article 1", False, "A has met article 1 over X and is in breach"),
        ("on 2026-02-10 A has met article 1", True, ""),
        (
            "on 2026-03-02 A still owes article 1",
            False,
            "A has met article 1 over X and still owes",
        ),
        ("A has met article 1 over X", True, ""),
        ("A is in breach of article 1 over Y", True, ""),
        ("A has met article 2", False, "B requests consultation, 2026-03-02 10:00"),
        ("A is in breach of article 2", True, ""),
        ("A must not attack B", True, ""),
        ("A must not attack another party", True, ""),
        ("A must not attack A", False, "A must not attack another party"),
        ("A is in breach of article 3", False, "A must not attack another party"),
    ],
)
def test_e1_a_claim_about_a_duty_is_about_every_one_unless_it_says_which(
    claim: str, met: bool, found: str
) -> None:
    told = checked_case([Source("twice.md", TWICE.format(claim))]).case
    assert told is not None
    (judged,) = judge(told, told.scenarios[0])
    assert (judged.met, found in judged.found) == (met, True), judged.found


PERMITTING = """
```servanda
state A "Aland"
state B "Bland"
state C "Cland"
region north
region south
incident attack
  by attacker: actor
  on victim: state
  place: region
agreement PACT "Pact"
  between A, B, C
article 1
  when attack on a party
  only if place is in north
  each other party may assist the victim
article 2
  A may attack C
article 3
  when attack by C on a party
  only if place is in north
  each other party must consult
  within 3 days of the attack
article 4
  each party must not attack another party
scenario "May"
  2026-01-01 A, B, C sign
  2026-02-01 attack X by C on B, place is north
  2026-02-02 A consults
  2026-03-01 attack Y by C on B
  2026-03-02 attack Z by A on C, place is north
  2026-03-02 B consults
  2026-04-01 attack W by unknown on C, place is south
  expect {}
```
"""


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A may assist B", True, ""),
        ("A may assist B with support", True, ""),
        ("A may assist C", False, "A may not rely on article 1"),
        ("C may assist B", False, "C is itself one of those"),
        ("A may attack C under article 2", True, ""),
        ("C may attack A", False, "no article permits C to attack A"),
        ("A may assist B under article 3", False, "article 3 permits A nothing"),
        ("A may assist B over W", False, ""),
        ("it is undetermined whether A may assist B over Y, for want of place", True, ""),
        ("1 party may assist B over X", True, ""),
        ("2 parties may assist B over X", False, "A may; B and C may not"),
        ("A must assist B with support", False, "A has met article 3"),
    ],
)
def test_e2_what_somebody_may_do_is_what_an_article_permits(
    claim: str, met: bool, found: str
) -> None:
    told = checked_case([Source("may.md", PERMITTING.format(claim))]).case
    assert told is not None
    (judged,) = judge(told, told.scenarios[0])
    assert (judged.met, found in judged.found) == (met, True), judged.found


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A is not in breach of article 3 over X", True, "A has met article 3"),
        ("A has not met article 3 over X", False, "A has met article 3"),
        ("A has not met article 3", False, "A has met article 3"),
        ("B has not met article 3", True, ""),
        ("A is not in breach of article 3", False, "undetermined"),
        ("it is undetermined whether A is not in breach of article 3, for want of place", True, ""),
        ("on 2026-03-03 A is not in breach of article 3", True, ""),
        ("it is undetermined whether A has not met article 3 over Y", False, "undetermined"),
        ("C is not in breach of article 3", True, ""),
        ("C is not in breach of article 4", False, "C is in breach of article 4"),
        ("C is not in breach of article 4 over Z", True, "but not over Z"),
        ("A is not in breach of article 4 over Z", False, "A is in breach of article 4"),
        ("B is not in breach of article 4 over W", False, "undetermined"),
        (
            "it is undetermined whether B is not in breach of article 4, for want of attacker",
            True,
            "",
        ),
    ],
)
def test_e3_what_is_denied_is_denied_of_every_duty_under_the_article(
    claim: str, met: bool, found: str
) -> None:
    told = checked_case([Source("may.md", PERMITTING.format(claim))]).case
    assert told is not None
    (judged,) = judge(told, told.scenarios[0])
    assert (judged.met, found in judged.found) == (met, True), judged.found


SOFT = """
```servanda
state A "Aland"
state B "Bland"
state C "Cland"
agreement PACT "Pact"
  between A, B, C
article 1
  when a party requests consultation
  each other party must consult
  within 2 days of the request{}
article 2
  when a party breaches article 1
  each other party must report
scenario "Soft"
  2026-01-01 A, B, C sign
  2026-02-01 A requests consultation
  2026-02-05 B consults
  2026-02-06 C refuses to consult
```
"""


def test_d15_a_term_to_be_kept_where_possible_passes_without_a_breach() -> None:
    told = checked_case([Source("soft.md", SOFT.format(" where possible"))]).case
    assert told is not None
    on = {at: simulate(told, told.scenarios[0], at=day(at)) for at in ("2026-02-03", "2026-02-04")}
    before, after = (life(outcome, "B", "1") for outcome in on.values())
    assert (before.state, before.soft, before.passed) == (PENDING, True, False)
    assert before.why.told == "B must consult by 2026-02-03 where possible under article 1"
    assert (after.state, after.passed, after.due) == (PENDING, True, day("2026-02-03"))
    assert after.why.told == (
        "B must consult under article 1: its term, 2026-02-03 where possible, has passed"
    )
    assert [change.at for change in after.life] == [day("2026-02-01"), day("2026-02-03")]
    assert not any(x.article.article == "2" for x in on["2026-02-04"].duties)
    last = simulate(told, told.scenarios[0])
    done, refused = life(last, "B", "1"), life(last, "C", "1")
    assert (done.state, done.passed, done.ended) == (MET, True, day("2026-02-05"))
    assert (refused.state, refused.ended) == (BREACHED, day("2026-02-06"))


def test_d15_a_term_without_it_is_breached_and_a_reading_may_part_the_two() -> None:
    text = SOFT.format("\nreading soft of article 1\n  within 2 days of the request where possible")
    told = checked_case([Source("soft.md", text)]).case
    assert told is not None
    early = simulate(told, told.scenarios[0], at=day("2026-02-02"))
    assert life(early, "B", "1").soft is False
    assert state(simulate(told, told.scenarios[0], at=day("2026-02-04")), "B", "1") is BREACHED
    (change,) = variations(told, told.scenarios[0], at=day("2026-02-02"))
    assert [c.would_be.soft for c in change.changes if isinstance(c, DutyChange)] == [True]


ENDING = """
```servanda
state A "Aland"
state B "Bland"
state C "Cland"
state D "Dland"
region north
incident attack
  by attacker: actor
  on victim: state
  place: region
agreement PACT "Pact"
  between A, B, C
article 1
  {lines}
agreement CLUB "Club"
  between A, B, C
article 2
  each party must report
scenario "Expiry"
  2026-01-01 A, B, C sign PACT
  2026-01-01 A, B, C sign CLUB
  {events}
```
"""


def ending(*lines: str, events: tuple[str, ...] = (), at: str) -> Outcome:
    text = ENDING.format(lines="\n  ".join(lines), events="\n  ".join(events))
    found = checked_case([Source("ends.md", text)])
    assert found.case is not None, [report.headline for report in found.diagnostics]
    return simulate(found.case, found.case.scenarios[0], at=day(at))


@pytest.mark.parametrize(
    ("lines", "last", "over"),
    [
        (("A must not attack B", "until 2026-03-01"), "2026-02-28", "2026-03-01"),
        (("A must not attack B", "for 2 months"), "2026-03-01", "2026-03-02"),
        (("A must not attack B", "for 2 months of entry into force"), "2026-03-01", "2026-03-02"),
        (
            ("when attack by C on B", "A must not attack C", "for 1 month of the attack"),
            "2026-03-05",
            "2026-03-06",
        ),
        (
            ("when attack by C on B", "A must not attack C", "for 36 hours"),
            "2026-02-06",
            "2026-02-07",
        ),
    ],
)
def test_d16_a_rule_ends_by_the_calendar(lines: tuple[str, ...], last: str, over: str) -> None:
    events = ("2026-02-05 attack X by C on B",)
    before, after = (life(ending(*lines, events=events, at=at), "A", "1") for at in (last, over))
    assert (before.state, after.state) == (BINDING, LAPSED)
    assert after.ended is not None
    assert after.ended.date == day(over).date
    assert "it bound only" in " ".join(reason.told for reason in after.why.because)


def test_d16_deeds_and_silence_after_the_end_are_no_breach() -> None:
    lines = (
        "when attack by C on B",
        "each other party must consult",
        "within 1 month of the attack",
    )
    attack_ = ("2026-02-05 attack X by C on B",)
    short = ending(*lines, "for 10 days of the attack", events=attack_, at="2026-06-01")
    assert (state(short, "A", "1"), life(short, "A", "1").ended) == (LAPSED, day("2026-02-16"))
    long = ending(*lines, "for 1 month", events=attack_, at="2026-06-01")
    assert (state(long, "A", "1"), life(long, "A", "1").ended) == (BREACHED, day("2026-03-05"))
    deeds = ("2026-03-01 attack Y by A on B",)
    free = ending("A must not attack B", "until 2026-03-01", events=deeds, at="2026-06-01")
    bound = ending("A must not attack B", "until 2026-03-02", events=deeds, at="2026-06-01")
    assert (state(free, "A", "1"), state(bound, "A", "1")) == (LAPSED, BREACHED)


def test_d16_after_its_end_nothing_arises_and_nothing_is_open() -> None:
    late = ("2026-05-01 attack X by C on B, place is north",)
    lines = ("when attack by C on B", "only if place is in north", "each other party must consult")
    never = ending(*lines, "until 2026-03-01", events=late, at="2026-06-01")
    assert state(never, "A", "1") is NOT_ARISEN
    unknown = ("2026-02-01 attack X by C on B",)
    perhaps = [*lines, "within 2 months of the attack"]
    for end in ("until 2026-03-01", "for 10 days of the attack", "for 10 days"):
        early = ending(*perhaps, end, events=unknown, at="2026-02-05")
        gone = ending(*perhaps, end, events=unknown, at="2026-06-01")
        assert (state(early, "A", "1"), state(gone, "A", "1")) == (UNDETERMINED, NOT_ARISEN), end
        assert "it bound only" in gone_reason(life(gone, "A", "1")), end


AGREED_LAW = """
```servanda
state A "Aland"
state B "Bland"
incident attack
  by attacker: actor
  on victim: state
  place: region
region north
law electoral_law
act vote_in (votes_in, voted_in, elections) "Local elections"
agreement PACT "Pact"
  between A, B
article 1
  A must vote_in
  within 6 months of entry into force
  performed only if the bearer has enacted electoral_law
article 2
  when attack by B on A
  A must consult
  within 1 month of the attack
  performed only if place is in north
scenario "Elections"
  2026-01-01 A, B sign
  2026-02-01 A votes_in
  {}
```
"""


def elections(*events: str, at: str) -> Outcome:
    found = checked_case([Source("elections.md", AGREED_LAW.format("\n  ".join(events)))])
    assert found.case is not None, [report.headline for report in found.diagnostics]
    return simulate(found.case, found.case.scenarios[0], at=day(at))


def test_d17_an_act_performs_only_if_what_is_asked_is_so_when_it_is_done() -> None:
    enacted = "2026-03-01 A enacts electoral_law"
    early = life(elections(enacted, at="2026-03-02"), "A", "1")
    assert early.state is PENDING
    assert gone_reason(early).endswith(
        "what was done on 2026-02-01 did not perform it: A has not enacted electoral_law"
    )
    done = elections(enacted, "2026-04-01 A votes_in", at="2026-08-01")
    assert (state(done, "A", "1"), life(done, "A", "1").ended) == (MET, day("2026-04-01"))
    never = life(elections(enacted, at="2026-08-01"), "A", "1")
    assert (never.state, never.ended) == (BREACHED, day("2026-07-01"))
    assert "did not perform it" in gone_reason(never)


def test_d17_what_is_open_when_it_is_done_leaves_performance_undetermined() -> None:
    attacked, consulted = "2026-02-05 attack X by B on A", "2026-02-06 A consults"
    unknown = life(elections(attacked, consulted, at="2026-06-01"), "A", "2")
    assert (unknown.state, [m.name for m in unknown.missing]) == (UNDETERMINED, ["place"])
    found = "2026-05-01 B finds that place of X is north"
    assert state(elections(attacked, consulted, found, at="2026-06-01"), "A", "2") is MET


DOMESTIC = """
```servanda
state A "Aland"
state B "Bland"
incident attack
  by attacker: actor
  on victim: state
law peace_law
agreement PACT "Pact"
  between A, B
article 1
  each party must not attack another party
  given effect by peace_law
article 2
  only if A has given effect to article 1
  B must report
reading bare of article 3
  given effect by peace_law
article 3
  each party may consult
scenario "Domestic"
  2026-01-01 A, B sign
  2026-02-01 A enacts peace_law
  2026-03-01 attack X by B on A
  expect {}
```
"""


def domestic(claim: str) -> Case:
    found = checked_case([Source("domestic.md", DOMESTIC.format(claim))])
    assert found.case is not None, [report.headline for report in found.diagnostics]
    return found.case


def test_d18_what_is_owed_stands_though_no_effect_is_given_to_it() -> None:
    told = domestic("A has given effect to article 1")
    before = simulate(told, told.scenarios[0], at=day("2026-01-15"))
    after = simulate(told, told.scenarios[0])
    assert (state(before, "A", "1"), state(after, "B", "1")) == (BINDING, BREACHED)
    assert (life(before, "A", "1").law, life(before, "A", "1").effective) == ("peace_law", None)
    assert life(after, "A", "1").effective == day("2026-02-01")
    assert life(after, "B", "1").effective is None
    assert (state(before, "B", "2"), state(after, "B", "2")) == (NOT_ARISEN, PENDING)


@pytest.mark.parametrize(
    ("claim", "met", "found"),
    [
        ("A has given effect to article 1", True, ""),
        ("on 2026-01-15 A has given effect to article 1", False, "A has not enacted peace_law"),
        ("B has given effect to article 1", False, "B has not enacted peace_law"),
        ("B has not given effect to article 1", True, ""),
        ("A, B have given effect to article 1", False, "B has not enacted peace_law"),
        ("B has given effect to article 3", True, "needs no law"),
    ],
)
def test_e4_effect_is_given_by_the_law_that_the_article_names(
    claim: str, met: bool, found: str
) -> None:
    told = domestic(claim)
    (judged,) = judge(told, told.scenarios[0])
    assert (judged.met, found in judged.found) == (met, True), judged.found


AT_LEAST_REFRAIN = """article 1
  when attack on a party
  each other party must assist the victim as it deems necessary, at least refrain
  within 5 days of the attack

article 2
  when attack on a party
  each other party must assist the victim as it deems necessary, at least refrain

article 3
  when attack on a party
  each other party must not assist the victim

article 4
  only if FRA has met article 1
  USA must consult

scenario "An ally is attacked"
  2026-02-01 attack A1 by RUS on UKR, means is ground
  2026-02-02 FRA refuses to assist UKR
  2026-02-03 USA assists UKR with support
  2026-02-10 USA reports
"""


def test_d19_where_nothing_may_be_enough_silence_and_refusal_breach_nothing() -> None:
    borne_out(
        AT_LEAST_REFRAIN
        + """  expect on 2026-02-05 FRA must assist UKR as it deems necessary, at least refrain under article 1
  expect on 2026-02-06 FRA still owes article 1
  expect on 2026-02-07 FRA has met article 1
  expect FRA is not in breach of article 1
  expect FRA still owes article 2
  expect USA has met article 1
  expect USA has met article 2
  expect on 2026-02-05 no duty of USA under article 4
  expect USA must consult under article 4
"""
    )


def test_d19_what_nothing_is_enough_for_conflicts_with_no_prohibition() -> None:
    outcome = borne_out(AT_LEAST_REFRAIN + "  expect no conflict\n")
    assert state(outcome, "USA", "3") is BREACHED
    prevailing = AT_LEAST_REFRAIN.replace("article 3\n", "article 3\n  notwithstanding article 2\n")
    borne_out(prevailing + "  expect FRA still owes article 2\n")
    free = AT_LEAST_REFRAIN.replace("article 3\n", "article 3\n  subject to article 2\n")
    borne_out(free + "  expect USA is not in breach of article 3\n")
    more = AT_LEAST_REFRAIN.replace("at least refrain", "at least consult")
    borne_out(more + "  expect conflict of article 1 with article 3\n")


def test_d19_whether_it_was_met_hangs_on_whether_it_was_owed() -> None:
    """What may have been met by silence stays undetermined when nothing can arise any more."""
    borne_out("""article 1
  when armed attack on a party
  each other party must assist the victim as it deems necessary, at least refrain
  within 5 days of the attack
  until council has decided

scenario "By means that nobody knows"
  2026-02-01 attack A1 by RUS on UKR
  2026-02-20 council decides on A1
  expect it is undetermined whether FRA must assist UKR
""")


def test_d19_the_lowest_level_of_another_ladder_takes_an_act() -> None:
    borne_out("""ladder measures: consult < sanctions < support < armed_force

article 1
  when attack on a party
  each other party must assist the victim as it deems necessary, at least consult
  within 5 days of the attack

scenario "Silence"
  2026-02-01 attack A1 by RUS on UKR
  2026-02-20 USA reports
  expect FRA is in breach of article 1
""")


def gone_reason(told: DutyLife) -> str:
    return " ".join(reason.told for reason in told.why.because)


def test_d16_when_an_exception_ends_the_article_applies_again() -> None:
    lines = (
        "each party must consult",
        "article 1a",
        "  article 1 does not apply",
        "  for 2 months of entry into force",
    )
    text = ENDING.format(lines="\n".join((lines[0], *lines[1:])), events="2026-01-05 A consults")
    told = checked_case([Source("ends.md", text)]).case
    assert told is not None
    before, after = (
        state(simulate(told, told.scenarios[0], at=day(at)), "B", "1")
        for at in ("2026-03-01", "2026-03-02")
    )
    assert (before, after) == (EXCEPTED, PENDING)


def test_d16_an_exception_that_lasts_for_a_time_after_the_incident_ends_with_it() -> None:
    lines = (
        "when attack by C on B",
        "each other party must consult",
        "within 3 days of the attack",
    )
    exception = (
        "article 1a\n  when attack by C on B\n"
        "  article 1 does not apply\n  for 36 hours of the attack\n"
    )
    template = ENDING.replace("agreement CLUB", exception + "agreement CLUB")
    events = "2026-02-05 10:00 attack X by C on B"
    told = checked_case(
        [Source("ends.md", template.format(lines="\n  ".join(lines), events=events))]
    )
    assert told.case is not None
    excepted, owed = (
        simulate(told.case, told.case.scenarios[0], at=day(at))
        for at in ("2026-02-06 22:00", "2026-02-08")
    )
    assert (state(excepted, "A", "1"), state(owed, "A", "1")) == (EXCEPTED, PENDING)
    assert str(life(owed, "A", "1").arisen) == "2026-02-06 22:01"


# Time.

QUICK = article(
    "8",
    must(perform("consult"), GUARANTORS),
    when=request_of("consult"),
    deadline=within("24 hours", "act", "request"),
)


def test_t1_a_date_is_the_whole_day() -> None:
    request = act("2026-03-01", "UKR", "request", "consult")
    answer = act("2026-03-02", "USA", "consult")
    assert state(run(case(QUICK), request, answer), "USA", "8") is MET


def test_t2_hours_run_from_the_minute_or_from_the_end_of_the_day() -> None:
    timed = run(case(QUICK), act("2026-03-01 14:00", "UKR", "request", "consult"))
    assert life(timed, "USA", "8").due == day("2026-03-02 14:00")
    undated = run(case(QUICK), act("2026-03-01", "UKR", "request", "consult"))
    assert life(undated, "USA", "8").due == day("2026-03-02")


def test_t3_days_end_with_the_last_day() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("3 days", "incident")
    )
    timed = attack("2026-03-01 14:00", by="RUS", on="UKR")
    assert life(run(case(clause), timed), "USA").due == day("2026-03-04")
    last = act("2026-03-04 23:59", "USA", "assist", "UKR", level="support")
    assert state(run(case(clause), timed, last), "USA") is MET


def test_t4_months_keep_the_day_or_end_with_the_month() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("1 month", "incident")
    )
    outcome = run(case(clause), attack("2026-01-31", by="RUS", on="UKR"))
    assert life(outcome, "USA").due == day("2026-02-28")


def test_t5_what_takes_effect_on_a_date_takes_effect_at_its_start() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    the_case = case(clause, history=())
    signed = act("2026-03-01 12:00", SIGNATORIES, "sign")
    attacked = attack("2026-03-01 09:00", by="RUS", on="UKR")
    assert state(run(the_case, attacked, signed), "USA") is PENDING


def test_t7_what_would_end_after_the_calendar_says_so_and_does_not_pass() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("1000 years", "incident")
    )
    attacked = attack("9100-03-01", by="RUS", on="UKR")
    outcome = run(case(clause), attacked, at="9999-12-31")
    assert str(life(outcome, "USA").due) == "9999-12-31 or later"
    assert state(outcome, "USA") is PENDING


def test_t7_the_first_day_of_the_calendar_is_a_day_like_others() -> None:
    ended = TimeBound(date=dt.date.min)
    bounded = article("5", must(assist(), GUARANTORS), when=attack_on())
    bounded = msgspec.structs.replace(bounded, expiry=ended)
    clause = amended(bounded, ("0001-01-05", None, AIR_ONLY))
    the_case = case(clause, history=())
    signed = act("0001-01-01", SIGNATORIES, "sign")
    first = attack("0001-01-01", "A0", by="RUS", on="UKR")
    assert not simulate(the_case, scenario(first), at=day("0001-01-01")).duties
    by_air = attack("0001-01-05", "A1", by="RUS", on="UKR", means="air")
    early = attack("0001-01-02", "A2", by="RUS", on="UKR", means="air")
    outcome = run(the_case, signed, early, by_air)
    assert {x.incident for x in outcome.duties if x.state is PENDING} == {"A1"}


def test_t6_as_of_a_day_means_as_of_its_end() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("1 day", "incident")
    )
    timed = attack("2026-03-01 22:00", by="RUS", on="UKR")
    assert state(run(case(clause), timed, at="2026-03-01"), "USA") is PENDING
    assert state(run(case(clause), timed, at="2026-03-02"), "USA") is PENDING
    assert state(run(case(clause), timed, at="2026-03-03 00:00"), "USA") is BREACHED
    assert run(case(clause), timed, at="2026-03-01 21:59").duties == ()


REQUESTS = """```servanda
case "Requests"
state AAA "Aaa"
state BBB "Bbb"

issue term "Term"
  option short "There is a term"
  option none "There is none"

agreement PACT "Pact"
  between AAA, BBB
  bound by signature

article 1
  when AAA requests consultation
  only if term is short
  BBB must consult
  within 2 days of the request

scenario "Two requests"
  2026-01-01 AAA, BBB sign
  2026-02-01 AAA requests consultation
  2026-02-10 AAA requests consultation
  2026-02-11 BBB consults
```
"""


def test_r3_duties_from_events_that_are_told_alike_are_told_apart_by_their_moments() -> None:
    told = checked_case([Source("requests.md", REQUESTS)]).case
    assert told is not None
    (found,) = [v for v in variations(told, told.scenarios[0]) if v.name == "term is short"]
    changes = [change for change in found.changes if isinstance(change, DutyChange)]
    assert [(change.trigger, change.would_be.state) for change in changes] == [
        ("AAA requests consultation (2026-02-01)", State.BREACHED),
        ("AAA requests consultation (2026-02-10)", State.MET),
    ]


LATER = """```servanda
case "Later"
state AAA "Aaa"
state BBB "Bbb"
state CCC "Ccc"
state EEE "Eee"

region north "North"

incident attack "Attack"
  by attacker: state
  on victim: state
  place: region
  means: air, cyber

agreement PACT "Pact"
  between AAA, BBB
  bound by signature

article 1
  when attack on AAA
  only if place is in north and means is air
  BBB must consult
  within 2 days of the attack

article 2
  when BBB breaches article 1
  AAA must report

article 3
  the parties jointly must cease_fire

article 4
  remains in force for 1 year

article 5
  a state may accede

scenario "S"
  2026-01-01 AAA, BBB sign
  {}
```
"""

FOUND_AND_CORRECTED = """2026-03-01 attack A1 by EEE on AAA{}
  2026-03-01 CCC finds that means of A1 is air
  2026-03-05 CCC finds that means of A1 is cyber"""

FOUND_LATE = """2026-03-01 attack A1 by EEE on AAA{}
  2026-03-05 CCC finds that means of A1 is air
  2026-03-05 AAA consults"""


def later(events: str) -> Outcome:
    told = checked_case([Source("later.md", LATER.format(events))])
    assert told.case is not None, told.diagnostics
    return simulate(told.case, told.case.scenarios[0])


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


def test_b1_what_would_decide_a_breach_would_decide_what_the_breach_triggers() -> None:
    outcome = later("2026-03-01 attack A1 by EEE on AAA, place is north\n  2026-03-20 AAA consults")
    (report,) = [duty for duty in outcome.duties if duty.article.article == "2"]
    (means,) = report.missing
    assert means.decides == (("air", PENDING), ("cyber", NOT_ARISEN))


def test_d10_a_joint_duty_that_ended_was_borne_by_those_who_were_bound_last() -> None:
    outcome = later("2027-03-05 AAA consults")
    (joint,) = [duty for duty in outcome.duties if duty.article.article == "3"]
    assert (joint.bearers, joint.state) == (("AAA", "BBB"), LAPSED)


def test_d11_no_deed_is_excused_by_being_a_breach_itself() -> None:
    """Who attacks itself has not been attacked by a state in breach."""
    text = """```servanda
case "Excuse"
state AAA "Aaa"
state BBB "Bbb"

incident attack "Attack"
  by attacker: state
  on victim: state

agreement PACT "Pact"
  between AAA, BBB
  bound by signature

article 1
  each party must not attack a state
  unless the victim has breached article 1

scenario "S"
  2026-01-01 AAA, BBB sign
  2026-02-01 attack A1 by AAA on AAA
  2026-03-01 attack A2 by BBB on AAA
```
"""
    told = checked_case([Source("excuse.md", text)]).case
    assert told is not None
    states = {duty.bearers: duty.state for duty in simulate(told, told.scenarios[0]).duties}
    assert states == {("AAA",): BREACHED, ("BBB",): BINDING}
