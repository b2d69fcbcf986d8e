"""Kinds, levels, times: what can be said of what, and when."""

from __future__ import annotations

import pytest

from tests.unit.drafts import codes, reports

DUTY = "  each other guarantor must assist UKR with support"
RAID = 'scenario "x"\n  2026-03-02 attack A1 by RUS on UKR, place is kyiv\n'


# Conditions.


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("place is kyiv", "SV303"),
        ("place is one of kyiv, crimea", "SV303"),
        ("means is in kyiv", "SV303"),
        ("means is a party", "SV303"),
        ("attacker is in kyiv", "SV303"),
        ("means is unknown", "SV303"),
        ("attacker is unknown", "SV303"),
        ("the guarantors is a party", "SV303"),
        ("means is sea", "SV302"),
        ("place is in UKR", "SV204"),
        ("place is in air", "SV204"),
        ("attacker is kyiv", "SV204"),
        ("attacker is guarantor", "SV204"),
        ("the place is RUS", "SV204"),
        ("the applicant has signed", "SV305"),
        ("the author has signed", "SV305"),
        ("0 of the parties have signed", "SV325"),
        ("another party has signed", "SV324"),
        ("UKR has consulted each party", "SV324"),
        ("UKR has reported RUS", "SV316"),
        ("UKR has enacted", "SV316"),
        ("UKR has requested USA", "SV204"),
        ("UKR has requested article 5", "SV316"),
        ("UKR has consulted, at least support", "SV308"),
        ("UKR has assisted USA, at least much", "SV306"),
        ("UKR has attacked RUS", "SV318"),
        ("the guarantors have decided", "SV321"),
        ("the guarantors have decided by 0 votes", "SV325"),
        ("the guarantors have decided by three thirds", "SV425"),
        ("the guarantors have decided by two third", "SV425"),
        ("a third of the parties have signed", "SV425"),
        ("the guarantors have decided by 2 votes of those voting", "SV426"),
        ("the guarantors have decided by consensus, with a veto of USA", "SV426"),
        ("USA, GBR have decided by 2 votes, with a veto of FRA", "SV325"),
        ("USA, GBR have decided by 1 vote, leaving out FRA", "SV325"),
        ("the guarantors have decided on attack by 1 vote", "SV337"),
        ("the guarantors have decided by silence", "SV401"),
        ("the guarantors have decided by silence of 0 hours", "SV311"),
        ("the guarantors have decided by silence of 24 hours, including USA", "SV426"),
        ("the guarantors have decided by silence of 24 hours, with a veto of USA", "SV426"),
        ("the guarantors have decided on peace by 1 vote", "SV201"),
        ("the guarantors have decided on USA by 1 vote", "SV204"),
        ("the guarantors have decided by 1 vote, leaving out the author", "SV305"),
        ("the guarantors have decided by 1 vote, leaving out the place", "SV201"),
        ("the guarantors have decided by 1 vote, leaving out XYZ", "SV201"),
        ("the guarantors have decided by 1 vote, leaving out kyiv", "SV204"),
        ("the guarantors have decided by a majority, with a veto of XYZ", "SV201"),
        ("the guarantors have decided by consensus of those voting", "SV426"),
        ("the guarantors have decided by a majority of those present", "SV421"),
        ("USA, GBR have decided by 3 votes", "SV325"),
        ("USA, GBR have decided by consensus, including FRA", "SV325"),
        ("a party has decided by consensus", "SV324"),
        ("UKR has found that UKR has signed", "SV323"),
        ("UKR has found that (place is in kyiv and PACT is in force)", "SV323"),
    ],
)
def test_a_condition_asks_only_what_can_be_asked(condition: str, code: str) -> None:
    assert codes(f"article 5\n  when attack by RUS on UKR\n  only if {condition}\n{DUTY}") == [code]


@pytest.mark.parametrize(
    "condition",
    [
        "place is not in kyiv",
        "means is one of air, naval",
        "attacker is RUS",
        "the attacker is not a party",
        "the bearer is the victim",
        "each of UKR, RUS has signed",
        "2 of the parties have ratified",
        "a majority of the guarantors including USA have consulted",
        "USA has assisted the victim, at least support",
        "the guarantors have decided by 2 votes, including USA, leaving out the attacker",
        "the bearer has found that (place is in kyiv and not (means is cyber))",
        "USA has breached article 5",
        "PACT is in force",
    ],
)
def test_what_the_reference_allows_is_allowed(condition: str) -> None:
    assert codes(f"article 5\n  when attack by RUS on UKR\n  only if {condition}\n{DUTY}") == []


def test_attributes_belong_to_the_incident_that_an_article_is_about() -> None:
    storm = "incident storm\n  strength: low, high\n\n"
    assert codes(f"{storm}article 5\n  when attack on UKR\n  only if strength is high\n{DUTY}") == [
        "SV305"
    ]
    assert (
        codes(f"{storm}article 5\n  when storm\n  only if strength is high\n  UKR must report")
        == []
    )


def test_a_standing_prohibition_can_ask_about_the_incident_that_it_forbids() -> None:
    assert codes("article 1\n  only if place is in kyiv\n  RUS must not attack UKR") == []
    assert codes("article 1\n  only if place is in kyiv\n  RUS must consult") == ["SV305"]


def test_an_exception_without_a_trigger_asks_about_the_incident_of_its_article() -> None:
    article = f"article 5\n  when attack on UKR\n{DUTY}\n\n"
    assert (
        codes(article + "article 6\n  only if place is in crimea\n  article 5 does not apply") == []
    )
    report = "article 5\n  UKR must report\n\n"
    exception = "article 6\n  only if place is in crimea\n  article 5 does not apply"
    assert codes(report + exception) == ["SV305"]


def test_a_definition_is_of_one_kind_of_incident() -> None:
    text = "incident storm\n\ndefine grave storm\n  where UKR has requested assistance\n\n"
    assert codes(f"{text}article 5\n  when attack on UKR\n  only if it is grave\n{DUTY}") == [
        "SV309"
    ]
    assert codes(f"{text}article 5\n  when grave attack on UKR\n{DUTY}") == ["SV309"]


# Who must do what.


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("the parties must consult", "SV317"),
        ("UKR, RUS jointly must consult", "SV317"),
        ("the victim jointly must consult", "SV317"),
        ("USA must assist UKR", "SV308"),
        ("USA must not assist RUS with support", "SV308"),
        ("USA must consult with support", "SV308"),
        ("USA must assist UKR with suport", "SV306"),
        (
            "USA must assist UKR as it deems necessary, at least armed_force, at most support",
            "SV307",
        ),
        ("USA must attack RUS", "SV318"),
        ("USA must assist with support", "SV316"),
        ("USA must assist the bearer with support", "SV316"),
        ("USA must consult UKR, the victim", "SV316"),
        ("USA must invoke UKR", "SV316"),
        ("USA must not attack the victim", "SV316"),
        ("kyiv must consult", "SV204"),
        ("the bearer must consult", "SV317"),
        ("the author must consult", "SV305"),
    ],
)
def test_a_rule_says_who_must_do_what(rule: str, code: str) -> None:
    assert codes(f"article 5\n  when attack by RUS on UKR\n  {rule}") == [code]


def test_other_needs_somebody_to_differ_from() -> None:
    assert codes("article 5\n  each other party must consult") == ["SV305"]
    assert codes("article 5\n  when another party requests assistance\n  USA must report") == [
        "SV305"
    ]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("RUS must not attack UKR\n  within 3 days of entry into force", "SV319"),
        ("article 1 does not apply\n  until UKR has signed", "SV319"),
        ("article 1 ceases to apply\n  until UKR has signed", "SV319"),
        ("PACT ends\n  until UKR has signed", "SV319"),
        ("article 1 ceases to apply\n  until 2031-01-01", "SV319"),
        ("article 1 is suspended\n  within 3 days of entry into force", "SV319"),
        ("a party may suspend article 1\n  when attack on UKR", "SV319"),
        ("a party may waive article 1\n  until UKR has signed", "SV319"),
        ("remains in force for 10 years\n  only if UKR has signed", "SV319"),
        ("a state may accede\n  forthwith", "SV319"),
        ("enters into force when UKR has signed\n  when attack on UKR", "SV319"),
    ],
)
def test_a_rule_takes_its_own_lines(lines: str, code: str) -> None:
    text = f"article 1\n  when attack on UKR\n  UKR must report\n\narticle 5\n  {lines}"
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("article 1 is suspended for the bearer", "SV317"),
        ("article 1 is suspended for a party", "SV317"),
        ("article 1 is suspended for the parties", "SV317"),
        ("article 1 is suspended for each other party", "SV305"),
        ("article 1 is suspended for the author", "SV305"),
        ("PACT ceases to apply", "SV433"),
        ("article 1 applies again", "SV346"),
        ("article 2 is suspended", "SV345"),
        ("article 3 ceases to apply", "SV345"),
        ("only if the bearer is UKR\n  PACT ends", "SV305"),
        ("the victim may suspend article 1", "SV432"),
        ("the parties may waive article 1", "SV432"),
    ],
)
def test_what_is_said_of_an_article_fits_it(lines: str, code: str) -> None:
    text = "article 1\n  when attack on UKR\n  UKR must report\n\n"
    text += "article 2\n  a state may accede\n\narticle 3\n  creates no duty\n\n"
    assert codes(f"{text}article 5\n  {lines}") == [code]


def test_what_suspends_an_exception_is_not_set_aside_by_it() -> None:
    text = "article 1\n  when attack on UKR\n  UKR must report\n\n"
    text += "article 6\n  when attack by RUS on UKR\n  article 7 does not apply\n\n"
    assert codes(text + "article 7\n  when attack on UKR\n  article 6 is suspended") == ["SV347"]
    assert codes(text + "article 7\n  when attack on UKR\n  article 1 is suspended") == []
    assert codes(text + "article 7\n  when attack on UKR\n  PACT is suspended") == []


def test_an_act_of_suspension_names_what_is_suspended() -> None:
    text = 'article 1\n  RUS must not attack UKR\n\nhistory "h"\n  2026-01-01 '
    assert codes(f"{text}UKR suspends") == ["SV316"]
    assert codes(f"{text}UKR suspends article 1") == []
    assert codes(f"{text}UKR resumes PACT") == []
    assert codes(f"{text}UKR waives PACT") == ["SV316"]
    assert codes(f"{text}UKR suspends article 1 for RUS") == ["SV417"]


def test_an_agreement_enters_into_force_and_ends_by_one_article_each() -> None:
    enters = "article {}\n  enters into force when UKR has signed\n\n"
    assert codes(enters.format(1) + enters.format(2)) == ["SV326"]
    ends = "article {}\n  remains in force for 10 years\n\n"
    assert codes(ends.format(1) + ends.format(2)) == ["SV326"]


# Times.


@pytest.mark.parametrize(
    ("condition", "noun"),
    [
        ("when attack on UKR", "attack"),
        ("when UKR requests assistance", "request"),
        ("when RUS breaches article 1", "breach"),
        ("only if UKR has requested assistance", "request"),
        ("only if (UKR has requested assistance or RUS has ceased_fire)", "ceasefire"),
        ("only if RUS has breached article 1", "breach"),
        ("when RUS notifies withdrawal", "withdrawal"),
    ],
)
def test_a_deadline_counts_from_what_the_article_knows(condition: str, noun: str) -> None:
    first = "article 1\n  RUS must not attack UKR\n\n"
    text = f"{first}article 5\n  {condition}\n  USA must consult\n  within 3 days of the {noun}"
    assert codes(text) == []


@pytest.mark.parametrize("noun", ["attack", "consultation", "finding", "decision", "breach"])
def test_a_deadline_without_its_event_is_told_what_there_is(noun: str) -> None:
    (report,) = reports(
        f"article 5\n  when UKR requests assistance\n  USA must consult\n  within 3 days of the {noun}"
    )
    assert report.code == "SV304"
    assert report.hints == (
        "write `within 3 days of the request`",
        "write `within 3 days of entry into force`",
    )


@pytest.mark.parametrize(
    ("when", "hints"),
    [
        ("when UKR requests assistance", ["write `within 3 days of the request`"]),
        ("when attack on UKR", ["write `within 3 days of the attack`"]),
        ("when RUS notifies withdrawal", ["write `within 3 days of the withdrawal`"]),
        ("from 2026-01-01", []),
    ],
)
def test_a_deadline_without_an_event_is_not_told_of_an_incident_where_there_is_none(
    when: str, hints: list[str]
) -> None:
    (report,) = reports(f"article 5\n  {when}\n  USA must consult\n  within 3 days")
    assert report.code == "SV304"
    assert report.hints[: len(hints) + 1] == (*hints, "write `within 3 days of entry into force`")
    assert [hint for hint in report.hints if "incident" in hint] == []


def test_what_must_not_have_happened_starts_no_deadline() -> None:
    text = "article 5\n  only if not (UKR has requested assistance)\n  USA must consult\n"
    assert codes(f"{text}  within 3 days of the request") == ["SV304"]


@pytest.mark.parametrize(
    "line",
    [
        "UKR must report\n  within 0 days of entry into force",
        "UKR must report\n  within 1001 years of entry into force",
        "UKR must report\n  within 12001 months of entry into force",
        "UKR must report\n  from 0 days after entry into force",
        "a party may withdraw with effect 0 years after notice",
        "a party may withdraw with effect 1 year after notice, not before 0 days after entry into force",
        "remains in force for 0 years",
    ],
)
def test_a_period_is_something_and_at_most_a_thousand_years(line: str) -> None:
    assert codes(f"article 5\n  {line}") == ["SV311"]


@pytest.mark.parametrize(
    "lines",
    [
        "members USA from 2026-01-01 until 2026-01-01",
        "members USA\n  members USA from 2026-01-01",
        "members USA from 2025-01-01\n  members USA from 2026-01-01",
        "members USA, USA",
    ],
)
def test_a_member_is_one_at_a_time(lines: str) -> None:
    assert codes(f"group coalition\n  {lines}") == ["SV310"]


def test_a_member_may_leave_and_return() -> None:
    lines = "members USA until 2026-01-01\n  members USA from 2026-01-01 until 2027-01-01"
    assert codes(f"group coalition\n  {lines}") == []


# Rings.


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("region a1\n  contains a1", "SV312"),
        ("region a1\n  contains b1\nregion b1\n  contains c1\nregion c1\n  contains a1", "SV312"),
        ("define x1 attack\n  where it is x1", "SV313"),
        ("article 1\n  article 1 does not apply", "SV314"),
        ('scenario "x"\n  continues "x"', "SV315"),
        ('scenario "x"\n  continues "y"\n\nscenario "y"\n  continues "x"', "SV315"),
    ],
)
def test_a_ring_is_reported_once(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_an_exception_to_an_exception_is_no_ring() -> None:
    text = f"article 5\n  when attack on a party\n{DUTY}\n\n"
    text += "article 6\n  when attack by UKR on RUS\n  article 5 does not apply\n\n"
    text += "article 7\n  when attack on RUS\n  only if means is cyber\n  article 6 does not apply"
    assert codes(text) == []


def test_a_reading_can_close_a_ring_of_definitions() -> None:
    text = "define x1 attack\n  where means is air\n\ndefine y1 attack\n  where it is x1\n\n"
    assert codes(f"{text}reading wide of x1 attack\n  where it is y1") == ["SV313"]


# Readings.


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "\n  also within 3 days of the attack",
        "\n  also USA must report",
        "\n  within 3 days of the attack\n  within 4 days of the attack",
    ],
)
def test_a_reading_states_what_differs(lines: str) -> None:
    article = (
        "article 5\n  when attack on UKR\n  USA must consult\n  within 2 days of the attack\n\n"
    )
    assert codes(f"{article}reading other_view of article 5{lines}") == ["SV320"]


def test_a_reading_that_takes_away_the_start_of_a_deadline_is_reported() -> None:
    article = (
        "article 5\n  when attack on UKR\n  USA must consult\n  within 2 days of the attack\n\n"
    )
    (report,) = reports(f"{article}reading on_request of article 5\n  when UKR requests assistance")
    assert report.code == "SV304"


# What happens.


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2026-03-02 attack by RUS on UKR, place is air", "SV201"),
        ("2026-03-02 attack by RUS on UKR, place is kyiv, place is crimea", "SV202"),
        ("2026-03-02 attack by kyiv on UKR", "SV204"),
        ("2026-03-02 attack A1 by RUS on UKR", "SV202"),
        ("2026-03-02 attack UKR by RUS on UKR", "SV202"),
        ("2026-03-03 USA assists UKR over A1", "SV308"),
        ("2026-03-03 USA consults UKR with support", "SV308"),
        ("2026-03-03 USA refuses to assist UKR with support", "SV308"),
        ("2026-03-03 USA requests", "SV316"),
        ("2026-03-01 USA assists UKR with support over A1", "SV322"),
        ("2026-03-03 a guarantor consults", "SV324"),
        ("2026-03-03 guarantor consults", "SV204"),
        ("2026-03-03 USA votes yes on A2", "SV211"),
        ("2026-03-03 USA votes yes on A1 in kyiv", "SV204"),
        ("2026-03-03 USA finds that menas of A1 is air", "SV201"),
        ("2026-03-03 USA finds that place of A1 is crimea, means is sea", "SV302"),
        ("2026-03-03 consultation by RUS on UKR", "SV318"),
    ],
)
def test_an_event_says_what_happened(line: str, code: str) -> None:
    assert codes(f"{RAID}  {line}") == [code]


def test_an_incident_for_states_is_not_by_another_actor() -> None:
    (report,) = reports(
        'actor ARMED "Armed group"\n\nscenario "x"\n  2026-03-02 attack by ARMED on UKR'
    )
    assert report.code == "SV302"
    assert report.hints == ("declare `attacker: actor` if it can be another actor as well",)


def test_an_incident_named_later_in_the_text_may_have_happened_before() -> None:
    text = 'scenario "x"\n  2026-03-02 USA assists UKR with support over A1\n'
    assert codes(f"{text}  2026-03-01 attack A1 by RUS on UKR") == []
    assert codes(f"{text}  2026-03-02 10:00 attack A1 by RUS on UKR") == ["SV322"]


def test_two_incidents_of_a_kind_need_names_in_all_that_a_scenario_continues() -> None:
    first = 'scenario "x"\n  2026-03-02 attack by RUS on UKR\n\n'
    assert codes(f'{first}scenario "y"\n  continues "x"\n  2026-03-03 attack by RUS on UKR') == [
        "SV212"
    ]
    assert codes(f'{first}scenario "y"\n  2026-03-03 attack by RUS on UKR') == []
    history = 'history "h"\n  2026-03-01 attack by RUS on UKR\n\n'
    assert codes(history + first) == ["SV212"]


def test_a_finding_may_leave_out_which_incident_while_there_is_one() -> None:
    found = "  2026-03-04 USA finds that place is kyiv"
    assert codes(f"{RAID}{found}") == []
    assert codes(f"{RAID}  2026-03-03 attack A2 by RUS on UKR\n{found}") == ["SV212"]
    assert codes(f'scenario "x"\n{found}') == ["SV211"]


def test_votes_are_counted_in_an_organ_with_members_and_a_rule() -> None:
    vote = f"{RAID}  2026-03-03 USA votes yes on A1 in council"
    organ = "organ council\n"
    assert codes(f"{organ}\n{vote}") == ["SV321"]
    assert codes(f"{organ}  decides by consensus\n\n{vote}") == ["SV321"]
    assert codes(f"{organ}  members USA, GBR\n  decides by consensus\n\n{vote}") == []
    assert codes(f"{organ}  members FRA, GBR\n  decides by consensus\n\n{vote}") == ["SV325"]


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("object state", "SV401", "write `actor`"),
        ("object victim", "SV301", "write `object actor` or"),
    ],
)
def test_an_act_of_which_it_is_not_known_what_it_takes_is_reported_once(
    line: str, code: str, hint: str
) -> None:
    (report,) = reports(
        f"""
act inform
  {line}

article 8
  when a guarantor informs UKR
  each guarantor must inform RUS

scenario "x"
  2026-03-02 USA informs UKR
  2026-03-03 USA informs
"""
    )
    assert report.code == code
    assert report.hints[0].startswith(hint)


def test_an_act_about_an_agreement_is_over_no_incident() -> None:
    own = f"act approve\n  object agreement\n\nact authorise\n\n{RAID}  2026-03-03 USA "
    assert codes(f"{own}consents over A1") == ["SV331"]
    assert codes(f"{own}approves PACT over A1") == ["SV331"]
    assert codes(f"{own}consents") == []
    assert codes(f"{own}authorises over A1") == []
    assert codes(f"{own}refuses to consent over A1") == []


def test_an_organ_does_not_sign_ratify_accede_or_withdraw() -> None:
    organ = 'organ council\n\nscenario "x"\n  2026-03-01 council '
    assert codes(f"{organ}signs") == ["SV329"]
    assert codes(f"{organ}accedes") == ["SV329"]
    assert codes(f"{organ}notifies withdrawal") == ["SV204"]


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("RUS must attack UKR", "SV318"),
        ("USA must not assist UKR with support", "SV308"),
        ("USA must assist UKR with much", "SV306"),
        ("2 guarantees must consult", "SV201"),
        ("USA has met article 9", "SV208"),
        ("no duty of USA over A9", "SV211"),
        ("kyiv is a party", "SV204"),
        ("UKR is in force", "SV204"),
    ],
)
def test_an_expectation_claims_what_can_be(claim: str, code: str) -> None:
    assert codes(f"{RAID}  expect {claim}") == [code]


def test_a_scenario_takes_one_reading_of_an_article_and_one_option_of_an_issue() -> None:
    text = "article 5\n  when attack on UKR\n  USA must consult\n\n"
    for name in ("strict", "wide"):
        text += f"reading {name} of article 5\n  USA must consult UKR\n\n"
    assert codes(f'{text}scenario "x"\n  with reading strict\n  with reading wide') == ["SV327"]
    issue = "issue scope\n  option narrow\n  option broad\n\n"
    choice = "  with scope is narrow\n  with scope is broad"
    assert codes(f'{issue}scenario "x"\n{choice}') == ["SV327"]


def test_reports_beyond_the_most_that_anybody_reads_are_counted() -> None:
    text = "\n".join(f"article {number}\n  XY{number}Z must report" for number in range(1, 401))
    found = reports(text)
    assert len(found) == 201
    assert found[-1].code == "SV126"
    assert "200 are not shown" in found[-1].headline


# Chains that nobody follows.


def test_references_that_go_on_and_on_are_reported_and_do_not_raise() -> None:
    last = "define d1500 attack\n  where means is air\n"
    chain = "\n".join(f"define d{n} attack\n  where it is d{n + 1}" for n in range(1500))
    assert codes(f"{last}{chain}\n\narticle 5\n  when d0 attack\n  UKR must report") == ["SV330"]
    regions = "\n".join(f"region r{n}\n  contains r{n + 1}" for n in range(1500))
    assert codes(f"{regions}\nregion r1500") == ["SV330"]
    scenarios = "\n".join(f'scenario "{n}"\n  continues "{n - 1}"' for n in range(1, 1500))
    assert codes(f'scenario "0"\n{scenarios}') == ["SV330"]


def test_fifty_of_them_are_followed() -> None:
    regions = "\n".join(f"region r{n}\n  contains r{n + 1}" for n in range(49))
    assert codes(f"{regions}\nregion r49") == []


def test_thousands_of_alternatives_are_read() -> None:
    lines = "  only if means is air or means is naval\n" * 2000
    assert codes(f"article 5\n  when attack on UKR\n{lines}  UKR must report") == []


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("region south\n  contains crimea until {}", 1),
        ("article 5\n  from {}\n  UKR must report", 0),
        ('scenario "x"\n  {} UKR signs', 0),
    ],
)
def test_a_year_that_nobody_means_is_refused(text: str, hints: int) -> None:
    (report,) = reports(text.format("3000-01-01"))
    assert (report.code, len(report.hints)) == ("SV125", hints)
    assert codes(text.format("2999-12-31")) == []


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("region south\n  contains crimea from {}", 1),
        ("article 5\n  until {}\n  UKR must report", 0),
        ('scenario "x"\n  {} UKR signs', 0),
        ('scenario "x"\n  {} 00:00 +14:00 UKR signs', 0),
    ],
)
def test_a_year_before_all_treaties_is_refused(text: str, hints: int) -> None:
    for early in ("0001-01-01", "0999-12-31"):
        (report,) = reports(text.format(early))
        assert (report.code, len(report.hints)) == ("SV125", hints)
    assert codes(text.format("1000-01-01")) == []
