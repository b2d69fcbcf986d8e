"""The semantic rules on while, ends by the calendar, and the manner of performance."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario import simulate, variations
from servanda.analyses.scenario.outcome import DutyChange, DutyLife, Outcome
from servanda.language.document import Source
from servanda.model.conditions import (
    Any,
    TheLaw,
)
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    GUARANTORS,
    LAW,
    act,
    armed,
    article,
    assist,
    attack,
    attack_on,
    attacking,
    breached,
    case,
    day,
    decide,
    decided,
    each,
    finding,
    found,
    has,
    issue,
    life,
    may,
    means,
    must,
    must_not,
    names,
    of_act,
    one,
    origin,
    perform,
    ref,
    request_of,
    run,
    settled,
    state,
    to,
    within,
)
from tests.unit.rules.pieces import (
    BINDING,
    BREACHED,
    EXCEPTED,
    LAPSED,
    MET,
    NOT_ARISEN,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
    domestic,
)
from tests.unit.told import borne_out


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


def test_d18_what_is_owed_stands_though_no_effect_is_given_to_it() -> None:
    told = domestic("A has given effect to article 1")
    before = simulate(told, told.scenarios[0], at=day("2026-01-15"))
    after = simulate(told, told.scenarios[0])
    assert (state(before, "A", "1"), state(after, "B", "1")) == (BINDING, BREACHED)
    assert (life(before, "A", "1").law, life(before, "A", "1").effective) == ("peace_law", None)
    assert life(after, "A", "1").effective == day("2026-02-01")
    assert life(after, "B", "1").effective is None
    assert (state(before, "B", "2"), state(after, "B", "2")) == (NOT_ARISEN, PENDING)


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
