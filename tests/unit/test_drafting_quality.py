"""Drafting quality: warnings where a clause says what nobody meant, silence on sound drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

import servanda
from servanda.core.diagnostic import Severity
from servanda.language.folder import read_folder
from servanda.workbench.checking import checked_case
from tests.unit.drafts import codes, reports

ASSIST = "each other guarantor must assist UKR with support"
CASES = sorted(p for p in (Path(servanda.__file__).parent / "cases").iterdir() if p.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_the_packaged_cases_draw_no_warning(folder: Path) -> None:
    sources, found = read_folder(folder)
    assert found == ()
    assert checked_case(sources).diagnostics == ()


def test_a_warning_stops_nothing() -> None:
    (report,) = reports("issue scope\n  option narrow")
    assert report.severity is Severity.WARNING


def test_a_draft_with_errors_is_not_judged_for_its_drafting() -> None:
    assert codes("issue scope\n  option narrow\n\nlaw peace\nlaw peace") == ["SV202"]


def test_before_there_are_clauses_nothing_unused_draws_a_warning() -> None:
    text = """
state POL "Poland"
organisation EU "European Union"
group neighbour
organ council
region odesa
law peace_law
act invite
  object actor
incident storm
define armed attack
  where means is air
issue scope
  option narrow
  option broad
"""
    assert codes(text) == []


def test_who_and_what_is_merely_unused_draws_no_warning() -> None:
    text = """
state POL "Poland"
group neighbour
organ council
region odesa
law peace_law
act invite
  object actor
incident storm
  damage: light, grave

article 3
  each guarantor must consult
"""
    assert codes(text) == []


# What nothing reads (SV521, SV522, SV535).

ISSUE = "issue scope\n  option narrow\n  option broad\n\n"
ARMED = "define armed attack\n  where means is air\n\n"
CONSULT = "each other guarantor must consult"


def test_an_issue_on_which_nothing_hangs() -> None:
    (report,) = reports(f"{ISSUE}article 5\n  when attack on UKR\n  {CONSULT}")
    assert report.code == "SV521"
    assert report.headline == "nothing hangs on `scope`: no clause reads this issue"
    assert report.hints[0] == "let a clause ask for it, such as `only if scope is narrow`"


@pytest.mark.parametrize(
    "text",
    [
        f"article 5\n  when attack on UKR\n  unless scope is narrow\n  {CONSULT}",
        f"article 5\n  when attack on UKR\n  until scope is narrow\n  {CONSULT}",
        f"article 5\n  when attack on UKR\n  {CONSULT}\n\nreading wide of article 5\n  also only if scope is broad",
        "article 11\n  enters into force when each signatory has signed and scope is narrow",
    ],
)
def test_an_issue_that_a_clause_or_a_reading_reads(text: str) -> None:
    assert codes(f"{ISSUE}{text}") == []


def test_a_motion_on_which_nothing_hangs() -> None:
    motion = 'motion secured "Peace is secured"\n\n'
    (report,) = reports(f"{motion}article 5\n  when attack on UKR\n  {CONSULT}")
    assert report.code == "SV535"
    until = "until the parties have decided on secured by a majority"
    assert codes(f"{motion}article 5\n  when attack on UKR\n  {CONSULT}\n  {until}") == []


def test_a_term_that_nothing_uses() -> None:
    (report,) = reports(f"{ARMED}article 5\n  when attack on UKR\n  {CONSULT}")
    assert report.code == "SV522"
    assert report.headline == "nothing uses the term `armed`"


@pytest.mark.parametrize(
    "text",
    [
        f"article 5\n  when armed attack on UKR\n  {CONSULT}",
        f"article 5\n  when attack on UKR\n  only if it is not armed\n  {CONSULT}",
        f"article 5\n  when attack on UKR\n  only if UKR has found that it is armed\n  {CONSULT}",
        "define grave attack\n  where it is armed and place is in kyiv\n\n"
        f"article 5\n  when grave attack on UKR\n  {CONSULT}",
    ],
)
def test_a_term_that_something_uses(text: str) -> None:
    assert codes(f"{ARMED}{text}") == []


# What is permitted and forbidden (SV523).

NO_ATTACK = "article 2\n  each party must not attack a state\n\n"


def test_a_permission_displaces_no_prohibition() -> None:
    text = f"{NO_ATTACK}article 5\n  when attack by RUS on UKR\n  the victim may attack RUS"
    (report,) = reports(text)
    assert report.code == "SV523"
    assert report.headline == (
        "article 5 permits UKR what article 2 forbids, and a permission displaces no prohibition"
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{NO_ATTACK}article 5\n  USA may attack RUS",
        "article 2\n  each party must not consult\n\narticle 5\n  USA may consult UKR",
        "article 2\n  USA must not assist UKR\n\narticle 5\n  each guarantor may assist UKR with support",
    ],
)
def test_a_permission_of_what_is_forbidden_to_the_same_actor(text: str) -> None:
    assert "SV523" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{NO_ATTACK}article 5\n  USA may consult UKR",
        "article 2\n  USA must not attack UKR\n\narticle 5\n  USA may attack RUS",
        "article 2\n  USA must not attack RUS\n\narticle 5\n  FRA may attack RUS",
        "article 2\n  each guarantor must not attack another guarantor\n\narticle 5\n  USA may attack USA",
        f"{NO_ATTACK}article 5\n  USA may attack RUS\n\n"
        "article 6\n  when attack by USA on RUS\n  article 2 does not apply",
        "article 2\n  unless victim is RUS\n  each party must not attack a state\n\narticle 5\n  USA may attack RUS",
    ],
)
def test_a_permission_that_meets_no_prohibition_or_an_exception(text: str) -> None:
    assert codes(text) == []


# What can never come about (SV501, SV511, SV512).


@pytest.mark.parametrize(
    "lines",
    [
        "when attack on UKR\n  only if victim is not UKR",
        "when attack on a guarantor\n  only if victim is RUS",
        "when attack on UKR\n  only if place is in kyiv\n  only if place is in crimea",
        "when attack on UKR\n  only if place is in kyiv\n  unless place is in ukraine",
        "when attack on UKR\n  only if means is air\n  only if means is naval",
        "when attack on UKR\n  only if means is air\n  unless means is one of air, cyber",
        "when attack on UKR\n  only if UKR has requested assistance\n  unless UKR has requested assistance",
        "when attack on UKR\n  only if not (means is air or means is one of ground, naval, cyber)",
        "when attack on UKR\n  only if scope is narrow\n  only if scope is broad",
        "when attack on UKR\n  only if (means is air and means is naval) or (place is in kyiv and place is not in ukraine)",
        "when attack on UKR\n  only if the bearer is USA\n  only if the bearer is FRA",
        "when attack by RUS on UKR\n  only if attacker is a guarantor",
        "when attack by RUS on UKR\n  only if attacker is the victim",
        "when attack by UKR on UKR\n  unless attacker is the victim",
    ],
)
def test_a_duty_that_nobody_can_trigger(lines: str) -> None:
    issue = "issue scope\n  option narrow\n  option broad\n\n" if "scope" in lines else ""
    assert codes(f"{issue}article 5\n  {lines}\n  each guarantor must consult") == ["SV501"]


@pytest.mark.parametrize(
    "lines",
    [
        "when attack on UKR\n  only if place is in kyiv or place is in crimea",
        "when attack on UKR\n  only if place is in ukraine\n  unless place is in crimea",
        "when attack on UKR\n  only if place is not in ukraine",
        "when attack on a guarantor\n  only if victim is FRA",
        "when attack on UKR\n  only if attacker is not a state",
        "when attack on UKR\n  only if means is one of air, naval\n  unless means is air",
        "when attack on UKR\n  only if each of USA, GBR has consulted\n  unless USA has reported",
        "when attack on UKR\n  only if victim is a party\n  only if victim is not a guarantor",
        "when attack on UKR\n  only if attacker is the bearer",
    ],
)
def test_a_duty_that_somebody_can_trigger(lines: str) -> None:
    assert codes(f"article 5\n  {lines}\n  each guarantor must consult") == []


def test_dated_membership_and_containment_are_given_the_benefit_of_the_doubt() -> None:
    text = """
group ally
  members USA until 2026-01-01
  members FRA from 2026-01-01
region border
  contains kyiv until 2026-01-01

article 5
  when attack on an ally
  only if place is in border
  only if place is in kyiv
  unless victim is USA
  UKR must consult

article 6
  when attack on UKR
  only if place is in kyiv
  unless place is in border
  UKR must consult
"""
    assert codes(text) == []


def test_an_empty_definition_is_reported_once_and_not_for_each_article() -> None:
    text = "define armed attack\n  where means is air and means is naval\n\n"
    assert codes(f"{text}article 5\n  when armed attack on UKR\n  {ASSIST}") == ["SV512"]


def test_a_duty_that_ends_when_it_begins() -> None:
    article = "article 5\n  when attack on UKR\n  only if means is air\n  {}\n  until {}"
    assert codes(article.format(ASSIST, "means is one of air, cyber")) == ["SV511"]
    assert codes(article.format(ASSIST, "UKR has ceased_fire")) == []


# Who is bound (SV502, SV506, SV513).


@pytest.mark.parametrize(
    "lines",
    [
        "when attack on a party\n  each party must assist the victim with support",
        "when attack on UKR\n  each guarantor must assist UKR with support",
        "when attack by a guarantor on UKR\n  each signatory must assist UKR with support",
    ],
)
def test_an_attacker_that_would_assist_against_itself(lines: str) -> None:
    assert codes(f"article 5\n  {lines}") == ["SV502"]


@pytest.mark.parametrize(
    "lines",
    [
        "when attack on a party\n  each other party must assist the victim with support",
        "when attack by RUS on UKR\n  each guarantor must assist UKR with support",
        "when attack on UKR\n  only if attacker is not a guarantor\n  each guarantor must assist UKR with support",
        "when attack on UKR\n  unless attacker is the bearer\n  each guarantor must assist UKR with support",
        "when attack on UKR\n  only if the bearer is not the attacker\n  each guarantor must assist UKR with support",
        "when attack on UKR\n  each guarantor must consult",
        "when attack on UKR\n  USA, FRA must assist UKR with support",
        "when attack on UKR\n  the guarantors jointly must assist UKR with support",
    ],
)
def test_an_attacker_that_is_left_out(lines: str) -> None:
    assert codes(f"article 5\n  {lines}") == []


def test_only_parties_can_be_bound() -> None:
    outside = 'state POL "Poland"\ngroup neighbour\n  members POL\n\narticle 5\n  '
    assert codes(f"{outside}POL, USA must report") == ["SV506"]
    assert codes(f"{outside}each neighbour must report") == ["SV506"]
    assert codes(f"{outside}POL must not attack UKR") == ["SV506"]
    accession = "\n\narticle 10\n  a neighbour may accede"
    assert codes(f"{outside}POL must report{accession}") == []
    assert codes("group nobody\n\narticle 5\n  each nobody must report") == ["SV506"]
    mixed = 'state POL "Poland"\ngroup ally\n  members USA, POL\n'
    twice = "\narticle 5\n  each ally must report\n\narticle 6\n  each ally must consult"
    assert codes(mixed + twice) == ["SV506"]


def test_discretion_between_equal_levels() -> None:
    article = "article 5\n  when attack on UKR\n  each other guarantor must assist UKR as it deems necessary, "
    assert codes(f"{article}at least support, at most support") == ["SV513"]
    assert codes(f"{article}at least support, at most armed_force") == []


# Clashes (SV510) and exceptions (SV515).


def test_what_one_article_asks_and_another_forbids() -> None:
    duty = f"article 5\n  when attack on UKR\n  {ASSIST}\n\narticle 6\n  "
    assert codes(f"{duty}FRA, RUS must not assist UKR") == ["SV510"]
    assert codes(f"{duty}only if UKR has ceased_fire\n  FRA must not assist UKR") == []
    assert codes(f"{duty}RUS must not assist UKR") == []
    law = "law peace_law\n\narticle 5\n  RUS must enact peace_law\n\narticle 6\n  "
    assert codes(f"{law}RUS must not enact peace_law") == ["SV510"]


AIDED = """define armed attack
  where means is air

article 5
  when armed attack on a party
  only if RUS has ceased_fire
  each other party must assist the victim {}

article 6
{}
"""


@pytest.mark.parametrize(
    "forbidding",
    [
        "  when armed attack on a party\n  each other party must not assist the victim",
        "  when attack on a state\n  USA must not assist the victim",
        "  when attack\n  only if RUS has ceased_fire\n  each party must not assist the victim",
        "  each party must not assist a party",
        "  each party must not assist a state",
    ],
)
def test_who_must_assist_the_victim_and_must_not_assist_it(forbidding: str) -> None:
    assert codes(AIDED.format("with support", forbidding)) == ["SV510"]
    assert codes(AIDED.format("as it deems necessary, at least refrain", forbidding)) == []
    *lines, rule = forbidding.split("\n")
    gives_way = "\n".join([*lines, "  subject to article 5", rule])
    assert codes(AIDED.format("with support", gives_way)) == []


@pytest.mark.parametrize(
    "forbidding",
    [
        "  when attack by RUS on a party\n  each other party must not assist the victim",
        "  when attack on a party\n  only if UKR has requested assistance\n"
        "  each other party must not assist the victim",
        "  each party must not assist RUS",
        "  when attack on a party\n  each other party must not assist the attacker",
    ],
)
def test_what_is_forbidden_only_at_times_may_be_meant(forbidding: str) -> None:
    assert codes(AIDED.format("with support", forbidding)) == []


def test_an_exception_to_either_settles_what_is_asked_and_forbidden() -> None:
    text = AIDED.format("with support", "  each party must not assist a party")
    for number in ("5", "6"):
        exception = f"\narticle 7\n  when attack on a party\n  article {number} does not apply\n"
        assert "SV510" not in codes(text + exception)


def test_an_exception_without_a_condition() -> None:
    article = f"article 5\n  when attack on UKR\n  {ASSIST}\n\n"
    exception = "article 6\n  article 5 does not apply\n\n"
    assert codes(article + exception) == ["SV515"]
    again = "article 7\n  when attack by RUS\n  article 6 does not apply"
    assert codes(article + exception + again) == []


@pytest.mark.parametrize(
    ("rule", "about"),
    [
        ("enters into force when each signatory has signed", "entry into force"),
        ("a state may accede", "accession"),
        ("a party may withdraw with effect 1 year after notice", "withdrawal"),
        ("remains in force for 10 years", "how long the agreement lasts"),
    ],
)
@pytest.mark.parametrize("line", ["", "  only if RUS has breached article 4\n", "  when attack\n"])
def test_an_exception_from_an_article_of_the_agreements_own_life(
    rule: str, about: str, line: str
) -> None:
    text = f"{FORBIDDEN}article 5\n  {rule}\n\narticle 6\n{line}  article 5 does not apply"
    (report,) = reports(text)
    assert report.code == "SV520"
    assert report.headline == f"article 5 is about {about}, and no exception has an effect on that"


def test_an_article_is_named_with_its_agreement_where_there_are_several() -> None:
    other = 'agreement OTHER "Another pact"\n  between USA, RUS\n\n'
    found = reports(
        f"{FORBIDDEN}article 5\n  when attack on UKR\n  {ASSIST}\n\n{other}"
        "article 5\n  only if (USA has signed and not (USA has signed))\n  USA must report\n\n"
        "article 6\n  when RUS breaches article 4 of PACT\n  article 5 of PACT does not apply\n"
    )
    assert [report.headline for report in found] == [
        "article 5 of OTHER can never apply: its trigger and its conditions exclude one another",
        "article 6 of OTHER starts from a breach of article 4 of PACT, article 5 of PACT from an"
        " incident (`attack`), so they never meet",
    ]
    assert set(found[1].hints) == {
        "instead of `when`, for example `only if the victim has breached article 4 of PACT`",
        "instead of `when`, for example `only if the attacker has breached article 4 of PACT`",
    }


FORBIDDEN = "article 4\n  RUS, UKR must not attack a state\n\n"


@pytest.mark.parametrize(
    ("article", "exception"),
    [
        (f"when attack on UKR\n  {ASSIST}", "when UKR breaches article 4"),
        (f"when attack on UKR\n  {ASSIST}", "when UKR requests assistance"),
        ("when UKR requests consultation\n  each guarantor must consult", "when attack on UKR"),
        (
            "when UKR requests consultation\n  each guarantor must consult",
            "when UKR breaches article 4",
        ),
        ("when UKR breaches article 4\n  each guarantor must consult", "when attack by UKR"),
        ("each guarantor must report", "when attack by RUS on UKR"),
        ("UKR must not consult RUS", "when attack by RUS on UKR"),
    ],
)
def test_an_exception_that_starts_from_another_event_than_its_article(
    article: str, exception: str
) -> None:
    text = (
        f"{FORBIDDEN}article 5\n  {article}\n\narticle 6\n  {exception}\n  article 5 does not apply"
    )
    assert codes(text) == ["SV518"]


@pytest.mark.parametrize(
    ("article", "exception"),
    [
        (f"when attack on UKR\n  {ASSIST}", "when attack by UKR on RUS"),
        (f"when attack on UKR\n  {ASSIST}", "only if the victim has breached article 4"),
        ("RUS must not attack UKR", "when attack on RUS"),
        ("UKR must not consult RUS", "when UKR consults a state"),
        ("when UKR requests assistance\n  UKR must not consult RUS", "when UKR consults a state"),
    ],
)
def test_an_exception_that_can_meet_its_article(article: str, exception: str) -> None:
    text = (
        f"{FORBIDDEN}article 5\n  {article}\n\narticle 6\n  {exception}\n  article 5 does not apply"
    )
    assert codes(text) == []


def test_what_an_exception_should_say_instead_is_told() -> None:
    (report,) = reports(
        f"{FORBIDDEN}article 5\n  when attack on UKR\n  {ASSIST}\n\n"
        "article 6\n  when UKR breaches article 4\n  article 5 does not apply"
    )
    assert report.headline == (
        "article 6 starts from a breach of article 4, article 5 from an incident (`attack`),"
        " so they never meet"
    )
    assert report.hints[0] == (
        "instead of `when`, for example `only if the victim has breached article 4`"
    )


# Decisions (SV501, SV504).


ORGAN = "organ council\n  members the guarantors\n  decides by consensus\n\n"


@pytest.mark.parametrize(
    "article",
    [
        "only if council has decided\n  a party may withdraw with effect 1 year after notice",
        "only if council has decided\n  a state may accede",
        "only if council has decided\n  each guarantor must report",
        "enters into force when council has decided",
        "enters into force when UKR has signed and council has decided",
        "only if council has decided or council has decided\n  each guarantor must report",
    ],
)
def test_a_decision_without_an_incident_to_decide_on(article: str) -> None:
    assert codes(f"{ORGAN}article 5\n  {article}") == ["SV501"]


@pytest.mark.parametrize(
    "article",
    [
        "when attack by RUS on UKR\n  only if council has decided\n  each guarantor must report",
        "when UKR requests assistance\n  only if council has decided\n  each guarantor must report",
        "only if council has decided or UKR has ceased_fire\n  each guarantor must report",
        "unless council has decided\n  each guarantor must report",
        "only if council has decided\n  RUS must not attack UKR",
    ],
)
def test_a_decision_that_can_be_taken_or_is_not_needed(article: str) -> None:
    assert codes(f"{ORGAN}article 5\n  {article}") == []


# Expectations (SV519).


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("RUS must not attack UKR", ["SV519"]),
        ("each party may consult", ["SV519"]),
        ("a party may withdraw with effect 1 year after notice", ["SV519"]),
        ("enters into force when each signatory has signed", ["SV519"]),
        ("each guarantor must report", []),
    ],
)
def test_an_expectation_that_can_never_fail(rule: str, found: list[str]) -> None:
    scenario = 'scenario "x"\n  2026-01-01 USA signs\n  expect no duty of USA under article 5'
    assert codes(f"article 5\n  {rule}\n\n{scenario}") == found


@pytest.mark.parametrize(
    ("rule", "claim", "found"),
    [
        ("each party may consult", "USA is not in breach of article 5", ["SV519"]),
        ("RUS must not attack UKR", "USA is not in breach of article 5", []),
        ("RUS must not attack UKR", "USA has not met article 5", ["SV519"]),
        ("each guarantor must report", "USA has not met article 5", []),
        ("each guarantor must report", "USA is not in breach of article 5", []),
    ],
)
def test_a_denial_that_can_never_fail(rule: str, claim: str, found: list[str]) -> None:
    scenario = f'scenario "x"\n  2026-01-01 USA signs\n  expect {claim}'
    assert codes(f"article 5\n  {rule}\n\n{scenario}") == found


def test_an_article_that_binds_in_a_reading_can_be_expected_not_to() -> None:
    reading = "reading strict of article 5\n  each guarantor must consult\n\n"
    scenario = 'scenario "x"\n  2026-01-01 USA signs\n  expect no duty of USA under article 5'
    assert codes(f"article 5\n  each guarantor may consult\n\n{reading}{scenario}") == []


def test_a_decision_that_the_accused_can_block() -> None:
    article = "article 5\n  when attack {} on UKR\n  only if {}\n" + f"  {ASSIST}"
    everybody = "the parties have decided by "
    assert codes(article.format("", everybody + "unanimity")) == ["SV504"]
    assert codes(article.format("", everybody + "a majority")) == []
    assert codes(article.format("", everybody + "a majority, including USA")) == ["SV504"]
    assert codes(article.format("", everybody + "consensus, leaving out the attacker")) == []
    assert codes(article.format("by RUS", "the guarantors have decided by consensus")) == []
    organ = "organ council\n  members the parties\n  decides by consensus{}\n\n"
    council = article.format("", "council has decided")
    assert codes(organ.format("") + council) == ["SV504"]
    assert codes(organ.format(", leaving out the attacker") + council) == []
    assert codes("organ council\n\n" + council) == []


# The agreement's own life (SV503, SV505, SV507, SV508, SV514, SV517).


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("POL has signed", ["SV508"]),
        ("each of UKR, POL has signed", ["SV508"]),
        ("UKR has signed and POL has signed", ["SV508"]),
        ("UKR has signed or POL has signed", []),
        ("6 of the signatories have signed", ["SV508"]),
        ("5 of the signatories have signed", []),
        ("a majority of the signatories including POL have signed", ["SV508"]),
        ("each neighbour has signed", ["SV508"]),
        ("a neighbour has consented and UKR has signed", []),
    ],
)
def test_entry_into_force_that_nobody_can_bring_about(condition: str, found: list[str]) -> None:
    text = 'state POL "Poland"\ngroup neighbour\n  members POL\n\n'
    assert codes(f"{text}article 11\n  enters into force when {condition}") == found


def test_an_agreement_between_nobody() -> None:
    assert codes("agreement ANNEX") == ["SV507"]
    assert codes("agreement ANNEX\n  between UKR") == ["SV507"]
    assert codes("agreement ANNEX\n  between UKR, RUS") == []


def test_the_act_that_counts_and_the_act_that_binds() -> None:
    annex = "agreement ANNEX\n  between UKR, RUS\n  bound by {}\n\narticle 1\n  enters into force when {}"
    assert codes(annex.format("ratification", "each signatory has signed")) == ["SV514"]
    assert codes(annex.format("ratification", "each signatory has ratified")) == []
    both = "each signatory has signed and RUS has ratified"
    assert codes(annex.format("ratification", both)) == []
    assert codes(annex.format("signature", "UKR has consented")) == []


def test_times_that_outlast_the_agreement() -> None:
    term = "article 14\n  remains in force for 1 year\n\n"
    duty = "article 3\n  UKR must report\n  within {} of entry into force"
    assert codes(term + duty.format("2 years")) == ["SV503"]
    assert codes(term + duty.format("400 days")) == ["SV503"]
    assert codes(term + duty.format("12 months")) == []
    leave = "article 13\n  {}a party may withdraw with effect 1 day after notice{}"
    assert codes(term + leave.format("from 1 year after entry into force\n  ", "")) == ["SV505"]
    late = ", not before 2 years after entry into force"
    assert codes(term + leave.format("", late)) == ["SV505"]
    assert codes(term + leave.format("from 1 month after entry into force\n  ", "")) == []


def test_accession_that_is_open_to_nobody_new() -> None:
    assert codes("article 10\n  a guarantor may accede") == ["SV517"]
    assert codes("article 10\n  a party may accede") == ["SV517"]
    assert codes("article 10\n  a state may accede") == []


# Readings (SV516).


def test_a_reading_that_says_what_the_text_says() -> None:
    article = "article 5\n  when attack on UKR\n  USA must consult\n\n"
    reading = "reading other_view of article 5\n  "
    assert codes(f"{article}{reading}USA must consult") == ["SV516"]
    assert codes(f"{article}{reading}USA must consult UKR") == []
    term = "define armed attack\n  where means is air\n\nreading same of armed attack\n  where "
    assert codes(f"{term}means is air") == ["SV516"]
    assert codes(f"{term}means is naval") == []


# Every text of an article.


def told(text: str) -> list[tuple[str, str, str]]:
    """The codes of what is reported, with the headline's beginning and the clause."""
    return [
        (r.code, r.headline.partition(":")[0], r.origin.clause.partition(", ")[2])
        for r in reports(text)
    ]


ON_UKR = f"article 5\n  when attack on UKR\n  {ASSIST}\n\n"


def test_readings_are_judged_only_for_what_nobody_can_mean() -> None:
    never = "reading never of article 5\n  also only if victim is RUS\n"
    assert told(ON_UKR + never) == [("SV501", "by reading `never`", "Article 5, reading never")]
    forbidden = "\narticle 6\n  each guarantor must not report\n"
    asks = "reading more of article 5\n  each guarantor must report\n"
    assert codes(ON_UKR + asks + forbidden) == []
    term = "define armed attack\n  where means is air\n\n"
    uses = "article 6\n  when armed attack on UKR\n  USA must consult UKR\n"
    nothing = "reading nothing of armed attack\n  where means is air and means is naval\n\n"
    assert [t[:2] for t in told(term + nothing + uses)] == [("SV512", "by reading `nothing`")]


AMENDED = "amendment {} of article 5 from {}\n  {}\n\n"


def test_an_article_is_judged_as_amended_and_each_report_is_made_once() -> None:
    first = AMENDED.format("early", "2030-01-01", "also only if victim is RUS")
    second = AMENDED.format("later_on", "2031-01-01", "also only if attacker is RUS")
    expected = [("SV501", "from 2030-01-01 on", "Article 5, amendment early")]
    assert told(ON_UKR + first) == expected
    assert told(ON_UKR + first + second) == expected
    again = AMENDED.format("last", "2032-01-01", "only if victim is FRA")
    more = ("SV501", "from 2032-01-01 on", "Article 5, amendment last")
    assert told(ON_UKR + first + second + again) == [*expected, more]


def test_what_holds_of_an_unchanged_line_is_reported_there_alone() -> None:
    never = (
        "article 5\n  when attack on UKR\n  only if victim is RUS\n  each guarantor must report\n\n"
    )
    later = AMENDED.format("early", "2030-01-01", "within 3 days of the attack")
    assert codes(never + later) == ["SV501"]
    own = (
        "article 5\n  when attack on UKR\n  each guarantor must assist the victim with support\n\n"
    )
    assert codes(own) == ["SV502"]
    assert codes(own + later) == ["SV502"]


def test_what_an_amendment_asks_is_compared_with_what_is_forbidden_that_day() -> None:
    asked = "article 5\n  when attack on UKR\n  each guarantor must consult UKR\n\n"
    forbids = "article 6\n  each guarantor must not report\n\n"
    reports_ = AMENDED.format("early", "2030-01-01", "each guarantor must report")
    assert [t[:2] for t in told(asked + reports_ + forbids)] == [("SV510", "from 2030-01-01 on")]
    gone = "amendment gone of article 6 from {}\n  repealed\n\n"
    assert codes(asked + reports_ + forbids + gone.format("2030-01-01")) == []
    assert codes(asked + reports_ + forbids + gone.format("2030-01-02")) == ["SV510"]


def test_who_may_accede_by_some_text_can_be_a_party() -> None:
    joins = 'state POL "Poland"\n\narticle 7\n  a state may accede\n\n'
    narrow = "amendment narrow of article 7 from 2030-01-01\n  USA may accede\n\n"
    bound = "article 5\n  POL must consult UKR\n\n"
    assert codes(joins + bound) == []
    assert [t[:2] for t in told(joins + bound + narrow)] == [("SV517", "from 2030-01-01 on")]


# Breaches by those who are not bound (SV534).


@pytest.mark.parametrize(
    ("clause", "doubted"),
    [
        ("when RUS breaches article 1\n  each party must consult", False),
        ("when UKR breaches article 1\n  each party must consult", True),
        ("when a party breaches article 1\n  each party must consult", False),
        ("when UKR breaches article 2\n  each party must consult", True),
        ("when a party requests consultation\n  only if UKR has breached article 1\n"
         "  each party must consult", True),
        ("when a party requests consultation\n  unless the author has breached article 1\n"
         "  each party must consult", False),
    ],
)  # fmt: skip
def test_who_is_not_bound_cannot_breach(clause: str, doubted: bool) -> None:
    text = f"article 1\n  RUS must not attack UKR\n\narticle 2\n  UKR may consult\n\narticle 3\n  {clause}\n"
    assert ("SV534" in codes(text)) is doubted
