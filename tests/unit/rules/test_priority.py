"""The semantic rules on priority."""

from __future__ import annotations

import msgspec
import pytest

from servanda.analyses.scenario import simulate, variations
from servanda.analyses.scenario.outcome import DutyChange, Outcome, State
from servanda.language.document import Source
from servanda.model.agreement import (
    Aim,
)
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    GUARANTORS,
    article,
    assist,
    attack_on,
    breach_of,
    case,
    must,
    perform,
    reading,
    ref,
    run,
    scenario,
    state,
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
)

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
