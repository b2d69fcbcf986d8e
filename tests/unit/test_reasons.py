"""What reasons say: whether what is asked is so, what is so instead, and what is wanting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from servanda import workbench
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.views.expectations import report_sheet
from servanda.views.run import run_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.reports import Created
from servanda.workbench.results import Ran, TestReport

WORDS = """```servanda
state NZL "New Zealand"
state AUS "Australia"
state USA "United States"
state RED "Red"

group guard "Guards"
  members AUS, USA, RED

region pacific "Pacific"
  contains samoa
region samoa "Samoa"

incident attack "Attack"
  by attacker: state
  on victim: state
  place: region
  means: ground, air, sea
  target: port, ship

incident violate (violates, violated, violation) "Violation"
  by violator: state
  on violated_state: state

act close_ports (closes_ports, closed_ports, closure) "Closing of ports"
  object actor

agreement NAT "Treaty"
  between NZL, AUS, USA
  bound by ratification

"""


def page(tmp_path: Path, articles: str, events: str) -> str:
    """A case with one treaty among NZL, AUS and USA, and one scenario."""
    happened = "".join(f"  {line.strip()}\n" for line in events.strip().splitlines())
    scenario = f'scenario "What happens"\n  2026-01-01 NZL, AUS, USA ratify\n{happened}'
    path = tmp_path / "pact.md"
    path.write_text(f"{WORDS}{articles.strip()}\n\n{scenario}```\n", encoding="utf-8")
    return str(path)


def run(tmp_path: Path, articles: str, events: str) -> Ran:
    found = workbench.run(page(tmp_path, articles, events))
    assert isinstance(found, Ran), found
    return found


def told(tmp_path: Path, articles: str, events: str, actor: str) -> list[str]:
    """What `run --why` prints, line by line, without the places in the text."""
    shown = terminal_text(run_sheet(run(tmp_path, articles, events), why=actor), width=400)
    return [line.split(" [pact.md", maxsplit=1)[0].rstrip() for line in shown.splitlines()]


def below(lines: list[str], start: str) -> list[str]:
    """A line that begins so after its bullet, and the lines further in that follow it."""
    first = next(n for n, line in enumerate(lines) if line.strip().startswith(f"- {start}"))
    depth = len(lines[first]) - len(lines[first].lstrip())
    found = [lines[first].strip()]
    for line in lines[first + 1 :]:
        if len(line) - len(line.lstrip()) <= depth:
            break
        found.append(line.strip())
    return found


def expected(tmp_path: Path, articles: str, events: str) -> list[str]:
    """What is said to have been found for each expectation that is not met."""
    report = workbench.expectations(page(tmp_path, articles, events))
    assert isinstance(report, TestReport), report
    assert terminal_text(report_sheet(report))
    return [judged.found for tested in report.tested for judged in tested.judged if not judged.met]


# What is asked, whether it is so, and what is so instead.


EXCEPTED = """
article 2
  each party must not close_ports USA

article 4.1
  when attack on a party
  each other party must assist the victim with support

article 8
  only if the victim has breached article 2
  article 4.1 does not apply
"""
BREACH = """
2026-02-01 NZL closes_ports USA
2026-03-01 attack A1 by RED on NZL
"""


def test_an_exception_that_applies_is_not_told_as_if_it_did_not(tmp_path: Path) -> None:
    lines = told(tmp_path, EXCEPTED, BREACH, "USA")
    assert below(lines, "does not hold, because article 8 disapplies article 4.1") == [
        "- does not hold, because article 8 disapplies article 4.1",
        "- holds: NZL has breached article 2",
    ]


def test_the_verdict_on_a_reason_is_about_its_own_statement(tmp_path: Path) -> None:
    outcome = run(tmp_path, EXCEPTED, BREACH).outcome
    (life,) = (x for x in outcome.absent if x.bearers == ("USA",) and x.article.article == "4.1")
    assert life.why.told == "USA is excepted from article 4.1"
    assert (life.why.verdict, life.why.statement) == (
        Verdict.FAILS,
        "USA must assist NZL with support under article 4.1",
    )
    exception = life.why.because[0]
    assert exception.verdict is Verdict.FAILS
    assert exception.statement == "article 8 does not disapply article 4.1"
    assert exception.instead == "article 8 disapplies article 4.1"
    assert [(r.verdict, r.statement) for r in exception.because] == [
        (Verdict.HOLDS, "NZL has breached article 2")
    ]


def test_an_exception_with_a_trigger_tells_the_event_that_met_it(tmp_path: Path) -> None:
    with_trigger = EXCEPTED.replace("article 8\n", "article 8\n  when attack on NZL\n")
    lines = told(tmp_path, with_trigger, BREACH, "USA")
    assert below(lines, "does not hold, because article 8 disapplies article 4.1")[1:] == [
        "- holds: attack A1 by RED on NZL",
        "- holds: victim of A1 is NZL",
        "- holds: NZL has breached article 2",
    ]


def test_an_exception_in_the_article_itself_is_told_like_any_other(tmp_path: Path) -> None:
    unless = EXCEPTED.split("article 8", maxsplit=1)[0].replace(
        "  each other", "  unless the victim has breached article 2\n  each other"
    )
    lines = told(tmp_path, unless, BREACH, "USA")
    because = "the exception applies: NZL has breached article 2"
    assert below(lines, f"does not hold, because {because}") == [
        f"- does not hold, because {because}"
    ]
    lines = told(tmp_path, unless, "2026-03-01 attack A1 by RED on NZL", "USA")
    assert below(lines, "holds: NZL has not breached") == [
        "- holds: NZL has not breached article 2"
    ]


def test_an_exception_that_is_set_aside_says_by_which_article(tmp_path: Path) -> None:
    again = EXCEPTED + "\narticle 9\n  when attack by RED on a party\n  article 8 does not apply\n"
    lines = told(tmp_path, again, BREACH, "USA")
    assert below(lines, "holds: article 8 does not disapply")[:3] == [
        "- holds: article 8 does not disapply article 4.1, being disapplied itself",
        "- does not hold, because article 9 disapplies article 8",
        "- holds: attack A1 by RED on NZL",
    ]


def test_an_exception_triggered_by_a_breach_says_what_happened_instead(tmp_path: Path) -> None:
    on_breach = EXCEPTED.replace(
        "only if the victim has breached article 2", "when a party breaches article 2"
    )
    lines = told(tmp_path, on_breach, BREACH, "USA")
    assert below(lines, "holds: article 8 does not disapply") == [
        "- holds: article 8 does not disapply article 4.1",
        "- does not hold, because what happened is attack A1 by RED on NZL, not that a party breaches "
        "article 2",
    ]


@pytest.mark.parametrize(
    ("condition", "stated", "lines"),
    [
        (
            "means is air or target is port or place is in pacific",
            "means is air, target is ship",
            ["- holds: means of A1 is air", "- holds: means of A1 is air"],
        ),
        (
            "means is air and target is port and place is in pacific",
            "means is air, target is ship",
            [
                "- does not hold, because target of A1 is ship, not port",
                "- does not hold, because target of A1 is ship, not port",
            ],
        ),
        (
            "means is sea or target is port",
            "means is air",
            [
                "- open: means of A1 is sea or target of A1 is port",
                "- open: target of A1 is port: the target of A1 is not known",
            ],
        ),
        (
            "means is air and target is port",
            "means is air",
            [
                "- open: means of A1 is air and target of A1 is port",
                "- open: target of A1 is port: the target of A1 is not known",
            ],
        ),
    ],
)
def test_below_alternatives_stand_those_that_decide(
    tmp_path: Path, condition: str, stated: str, lines: list[str]
) -> None:
    articles = f"""
article 4.1
  when attack on a party
  only if {condition}
  each other party must assist the victim with support
"""
    shown = told(tmp_path, articles, f"2026-03-01 attack A1 by RED on NZL, {stated}", "USA")
    wanted = [line for n, line in enumerate(lines) if n == 0 or line != lines[0]]
    assert below(shown, lines[0].removeprefix("- ")) == wanted


def test_that_one_who_is_named_is_the_one_who_is_named_goes_without_saying(tmp_path: Path) -> None:
    articles = "article 1\n  USA must assist NZL with support"
    assert not [x for x in told(tmp_path, articles, "", "USA") if "USA is USA" in x]
    for_usa = "article 1\n  only if the bearer is USA\n  each party must consult"
    assert below(told(tmp_path, for_usa, "", "USA"), "holds: the bearer") == [
        "- holds: the bearer is USA"
    ]
    assert below(told(tmp_path, for_usa, "", "AUS"), "does not hold") == [
        "- does not hold, because AUS is not USA"
    ]


def test_everybody_who_has_acted_is_named(tmp_path: Path) -> None:
    articles = """
article 1
  only if each state has requested assistance
  each party must consult
"""
    shown = told(tmp_path, articles, "2026-02-01 NZL, AUS, USA, RED request assistance", "USA")
    assert "- holds: 2026-02-01 NZL, AUS, USA and RED request assistance" in below(
        shown, "holds: NZL"
    )


# Words.


def test_an_incident_is_named_where_it_has_a_name(tmp_path: Path) -> None:
    articles = "article 1\n  when attack on a party\n  only if means is air\n  USA must consult"
    named = run(tmp_path, articles, "2026-03-01 attack A1 on NZL").lines[0]
    assert named.missing[0].statement == "the means of A1 is not known"
    unnamed = run(tmp_path, articles, "2026-03-01 attack on NZL").lines[0]
    assert unnamed.missing[0].statement == "the means is not known"
    assert "if the means were ground or sea, nothing would be owed" in unnamed.would_change


def test_an_incident_without_a_name_goes_by_its_noun_once(tmp_path: Path) -> None:
    articles = "article 1\n  each party must not violate NZL"
    found = run(tmp_path, articles, "2026-03-01 violation by USA on NZL")
    assert found.happenings[-1].words == "violation by USA on NZL"
    (breached,) = (line for line in found.lines if line.state.value == "breached")
    assert breached.why.told == "USA is in breach of article 1: violation (2026-03-01)"


def test_another_state_is_called_so_and_the_victim_is_not_its_own_attacker(tmp_path: Path) -> None:
    articles = """
article 1
  when attack by another state on a party
  only if attacker is RED
  each party must consult
"""
    (line, *_) = run(tmp_path, articles, "2026-03-01 attack on NZL").lines
    assert line.missing[0].decides == (
        ("AUS, USA or another state", line.missing[0].decides[0][1]),
        ("RED", line.missing[0].decides[1][1]),
    )


def test_verbs_are_said_with_spaces_and_names_as_they_are_written(tmp_path: Path) -> None:
    articles = "article 2\n  each party must not close_ports USA"
    found = run(tmp_path, articles, "2026-02-01 NZL closes_ports USA")
    (breached,) = (line for line in found.lines if line.state.value == "breached")
    assert breached.words == "close_ports USA"
    assert breached.why.told == "NZL is in breach of article 2: it closed ports USA on 2026-02-01"


def test_an_act_has_its_preposition_before_the_agreement() -> None:
    found = workbench.run("ukraine-2025-08", "17")
    assert isinstance(found, Ran)
    assert "UKR consents to GUARANTEE" in [h.words for h in found.happenings]

    def whole(reason: Reason) -> list[str]:
        return [reason.told, *(text for part in reason.because for text in whole(part))]

    force = next(f for f in found.outcome.force if f.agreement == "GUARANTEE")
    assert "UKR has consented to GUARANTEE" in whole(force.why)


# What is wanting (C2, D4).


SEVERAL = """
article 4.1
  when attack on a party
  only if means is one of ground, air
  only if target is port or place is in pacific
  each other party must assist the victim with support
"""


def test_c2_everything_is_wanting_on_which_the_answer_hangs(tmp_path: Path) -> None:
    found = run(tmp_path, SEVERAL, "2026-03-01 attack on AUS")
    (line,) = found.lines
    assert line.bearers == ("NZL", "USA")
    assert [m.name for m in line.missing] == ["means", "target", "place"]
    shown = terminal_text(run_sheet(found), width=120)
    assert "means is ground or air: still undetermined" in shown
    assert "means is sea: not owed" in shown
    assert "target is port or ship: still undetermined" in shown


def test_c2_what_is_wanting_can_be_expected(tmp_path: Path) -> None:
    undetermined = "expect it is undetermined whether USA must assist AUS, for want of"
    each = [f"{undetermined} {name}" for name in ("means", "place", "target")]
    events = "\n".join(["2026-03-01 attack on AUS", *each, f"{undetermined} attacker"])
    (found,) = expected(tmp_path, SEVERAL, events)
    assert found.endswith("but not for want of attacker")


def test_c2_what_does_not_matter_any_more_is_not_wanting(tmp_path: Path) -> None:
    (line,) = run(tmp_path, SEVERAL, "2026-03-01 attack on AUS, target is port").lines
    assert [m.name for m in line.missing] == ["means"]
    assert run(tmp_path, SEVERAL, "2026-03-01 attack on AUS, means is sea").lines == ()


@pytest.mark.parametrize(
    "condition",
    [
        "means is air and target is port",
        "means is air or target is port",
        "(means is air and target is port) or (means is air and target is ship)",
        "means is air and (target is port or means is sea)",
        "means is one of ground, air, sea and target is ship",
    ],
)
def test_c2_what_is_wanting_is_what_a_trial_of_everything_finds(
    tmp_path: Path, condition: str
) -> None:
    """The definition word for word: settle all else in every way, leave one thing unknown."""
    values = {"means": ("ground", "air", "sea"), "target": ("port", "ship")}
    articles = "article 1\n  when attack on NZL\n  only if {}\n  USA must consult"

    def is_open(**known: str) -> bool:
        stated = "".join(f", {name} is {value}" for name, value in known.items())
        lines = run(tmp_path, articles.format(condition), f"2026-03-01 attack on NZL{stated}").lines
        return any(line.state.value == "undetermined" for line in lines)

    other = {"means": "target", "target": "means"}
    wanting = [
        name
        for name, answers in values.items()
        if any(
            is_open(**{other[name]: way})
            and not all(is_open(**{other[name]: way, name: answer}) for answer in answers)
            for way in values[other[name]]
        )
    ]
    lines = run(tmp_path, articles.format(condition), "2026-03-01 attack on NZL").lines
    assert [m.name for line in lines for m in line.missing] == wanting


def test_d4_an_unknown_holder_who_leaves_out_nobody_is_not_wanting() -> None:
    found = workbench.run("ukraine-2025-08", "17")
    assert isinstance(found, Ran)
    by_article = {str(line.article.article): line for line in found.lines if line.trigger}
    assert by_article["5.1"].state.value == "pending"
    assert len(by_article["5.2"].bearers) == 6
    assert [m.name for m in by_article["5.2"].missing] == ["strength"]


def test_an_agreement_hangs_on_each_of_two_issues_that_settle_it_together(tmp_path: Path) -> None:
    path = tmp_path / "pact.md"
    path.write_text(
        """```servanda
state A "Aster"
state B "Briar"

issue order "Order"
  option first "First"
  option second "Second"

issue money "Money"
  option paid "Paid"
  option owed "Owed"

issue colour "Colour"
  option red "Red"
  option blue "Blue"

agreement PACT "Pact"
  between A, B
  bound by signature

article 1
  only if order is first or money is paid
  enters into force when each signatory has signed

scenario "signed"
  2026-01-01 A, B sign
  expect it is undetermined whether PACT is in force, for want of order, money
  expect it is undetermined whether PACT is in force, for want of colour
```
""",
        encoding="utf-8",
    )
    report = workbench.expectations(str(path))
    assert isinstance(report, TestReport), report
    assert [judged.met for judged in report.tested[0].judged] == [True, False]


def test_d11_an_unknown_attacker_is_wanting_where_it_decides_a_breach(tmp_path: Path) -> None:
    articles = "article 1\n  each party must not attack NZL"
    lines = run(tmp_path, articles, "2026-03-01 attack on NZL").lines
    assert {tuple(m.name for m in x.missing) for x in lines} == {("attacker",)}


# What was found instead of what was expected.


CONSULT = """
article 6
  when NZL requests consultation
  each party must consult
  within 24 hours of the request
"""
REQUEST = "2026-02-03 14:00 NZL requests consultation"


@pytest.mark.parametrize(
    ("expectation", "found"),
    [
        ("3 parties must consult by 2026-02-05", "all three owe it, by 2026-02-04 14:00"),
        ("2 parties must consult", "all three owe it"),
        ("3 guards must consult", "AUS and USA owe it; RED does not"),
        ("3 parties must report", "all three must consult by 2026-02-04 14:00"),
        (
            "USA must consult by 2026-02-05",
            "USA must consult by 2026-02-04 14:00 under article 6, not by 2026-02-05",
        ),
    ],
)
def test_a_failed_expectation_says_once_what_is_nearest(
    tmp_path: Path, expectation: str, found: str
) -> None:
    (said,) = expected(tmp_path, CONSULT, f"{REQUEST}\nexpect {expectation}")
    assert said == found


@pytest.mark.parametrize("by", ["2026-02-04", "2026-02-04 14:00", "2026-02-04 15:00 +01:00"])
def test_t1_by_a_date_is_any_minute_of_it(tmp_path: Path, by: str) -> None:
    assert expected(tmp_path, CONSULT, f"{REQUEST}\nexpect USA must consult by {by}") == []


def test_t1_by_a_time_is_that_minute(tmp_path: Path) -> None:
    other = f"{REQUEST}\nexpect USA must consult by 2026-02-04 13:59"
    assert len(expected(tmp_path, CONSULT, other)) == 1
    in_days = CONSULT.replace("24 hours", "1 day")
    assert expected(tmp_path, in_days, f"{REQUEST}\nexpect USA must consult by 2026-02-04") == []
    timed = f"{REQUEST}\nexpect USA must consult by 2026-02-04 14:00"
    assert len(expected(tmp_path, in_days, timed)) == 1


def test_a_breach_is_over_the_incident_that_is_the_breach(tmp_path: Path) -> None:
    articles = "article 1\n  each party must not attack NZL"
    events = """
2026-02-01 attack A1 by USA on NZL
2026-02-02 attack A2 by USA on NZL
2026-02-03 attack A3 by RED on NZL
2026-02-04 attack A4 on NZL
expect USA is in breach of article 1
expect USA is in breach of article 1 over A1
expect USA is in breach of article 1 over A2
expect it is undetermined whether AUS is in breach of article 1 over A4
expect USA is in breach of article 1 over A3
"""
    (found,) = expected(tmp_path, articles, events)
    assert found == "USA is in breach of article 1: attack A1 (2026-02-01), but not over A3"


def test_a_standing_duty_is_met_over_the_incident_of_the_act_that_met_it(tmp_path: Path) -> None:
    articles = "article 1\n  each party must assist NZL with support"
    events = """
2026-02-01 attack A1 by RED on NZL
2026-02-02 attack A2 by RED on NZL
2026-02-03 USA assists NZL with support over A1
expect USA has met article 1
expect USA has met article 1 over A1
expect USA has met article 1 over A2
"""
    (found,) = expected(tmp_path, articles, events)
    assert found.endswith("but not over A2")


def test_actors_whose_reasons_are_left_out_are_counted(tmp_path: Path) -> None:
    """Of six guarantors that owe nothing the reasons of four are given."""
    folder = tmp_path / "case"
    assert isinstance(workbench.new(str(folder), "ukraine-2025-08"), Created)
    place = folder / "scenarios.md"
    text = place.read_text(encoding="utf-8")
    owing = "6 guarantors must assist UKR under article 5.1 of GUARANTEE"
    doubtful = owing.replace("assist UKR under article 5.1", "assist UKR under article 5.2")
    assert text.count(owing) == 2
    place.write_text(text.replace(owing, doubtful), encoding="utf-8")
    report = workbench.expectations(str(folder))
    assert isinstance(report, TestReport)
    counted = [
        (len(judged.why.because), judged.left_out)
        for tested in report.tested
        for judged in tested.judged
        if not judged.met
    ]
    assert counted == [(4, 2), (4, 2)]


# As of a day.


def test_what_happens_after_the_day_asked_about_is_still_to_come(tmp_path: Path) -> None:
    path = page(tmp_path, CONSULT, f"{REQUEST}\n2026-02-04 USA consults")
    ran = workbench.run(path, on="2026-02-03")
    assert isinstance(ran, Ran)
    shown = terminal_text(run_sheet(ran), width=120)
    happened, _, later = shown.partition("Still to come")
    assert "NZL requests consultation" in happened
    assert "USA consults" not in happened
    assert "USA consults" in later
    whole = workbench.run(path)
    assert isinstance(whole, Ran)
    assert "Still to come" not in terminal_text(run_sheet(whole))


def test_the_history_of_the_case_is_still_to_come_as_well_up_to_the_scenarios_end() -> None:
    """As of 1 August 1949 the last of the ratifications that bring the treaty about is not yet in."""
    scenario = "An attack on the first day (hypothetical)"
    ran = workbench.run("north-atlantic-treaty", scenario, on="1949-08-01")
    assert isinstance(ran, Ran)
    shown = terminal_text(run_sheet(ran), width=120).split("Who is a party")[0]
    _, _, later = shown.partition("Still to come")
    scenarios, _, history = later.partition("Of the history of the case")
    assert "attack by OUT on NOR" in scenarios
    assert re.findall(r"- (\S+)  (.*?) \[", history) == [
        ("1949-08-12", "NLD ratifies"),
        ("1949-08-24", "DNK, FRA, ITA, PRT ratify"),
    ]
    whole = workbench.run("north-atlantic-treaty", scenario)
    assert isinstance(whole, Ran)
    assert "Still to come" not in terminal_text(run_sheet(whole))


def test_entry_into_force_is_explained_by_what_was_known_on_its_day(tmp_path: Path) -> None:
    """A breach bears on bonds from the next day on: not on an entry into force of its own day."""
    articles = """
article 1 "No closing"
  each party must not close_ports NZL

agreement SECOND "Second"
  between NZL, AUS
  bound by signature

article 1 "Entry into force"
  only if not (AUS has breached article 1 of NAT)
  enters into force when NZL, AUS have signed
"""
    events = """
    2026-02-01 NZL, AUS sign SECOND
    2026-02-01 AUS closes_ports NZL
    2026-03-01 USA closes_ports AUS
    """
    path = Path(page(tmp_path, articles, events))
    of_two = path.read_text(encoding="utf-8").replace("USA ratify", "USA ratify NAT")
    path.write_text(of_two, encoding="utf-8")
    found = workbench.run(str(path))
    assert isinstance(found, Ran), found
    (second,) = (force for force in found.outcome.force if force.agreement == "SECOND")
    assert second.verdict is Verdict.HOLDS
    assert [reason.verdict for reason in second.why.because] == [Verdict.HOLDS]


def test_an_agreement_that_ends_for_want_of_parties_is_not_said_to_end_with_its_term(
    tmp_path: Path,
) -> None:
    """Fewer than two parties are left long before the term is over (A5, A9)."""
    articles = """
article 1
  each party must report

article 2
  remains in force for 10 years

article 3
  a party may withdraw with effect 1 month after notice
"""
    events = """
    2026-02-01 AUS, USA notify withdrawal
    2026-04-01 NZL reports
    """
    (force,) = run(tmp_path, articles, events).outcome.force
    assert force.why.told == "NAT ended on 2026-03-01, with too few parties left"


def test_an_exception_that_applies_tells_what_sets_the_exception_to_it_aside(
    tmp_path: Path,
) -> None:
    """Three exceptions, one to another: the last one decides (X2)."""
    articles = """
article 1
  when violation on a party
  each other party must report

article 2
  only if NZL has closed_ports RED
  article 1 does not apply

article 3
  only if AUS has closed_ports RED
  article 2 does not apply

article 4
  only if USA has closed_ports RED
  article 3 does not apply
"""
    events = """
    2026-02-01 violation V1 by RED on NZL
    2026-02-02 AUS closes_ports RED over V1
    2026-02-03 NZL closes_ports RED over V1
    2026-02-04 USA closes_ports RED over V1
    """
    lines = told(tmp_path, articles, events, "USA")
    found = below(lines, "does not hold, because article 2 disapplies article 1")
    assert "- holds: article 3 does not disapply article 2, being disapplied itself" in found
    assert "- does not hold, because article 4 disapplies article 3" in found


# Which act a reason names.

RATIFIED_TWICE = """
agreement SECOND "Second"
  between NZL, AUS, USA
  bound by {binds}

article 1 "Entry into force"
  enters into force when 2 of the signatories have {done}
"""


@pytest.mark.parametrize(
    ("binds", "done", "deed"),
    [("ratification", "ratified", "ratify"), ("signature", "signed", "sign")],
)
def test_entry_into_force_is_explained_by_acts_for_that_treaty(
    tmp_path: Path, binds: str, done: str, deed: str
) -> None:
    """Who has ratified another treaty before has not ratified this one by that."""
    articles = RATIFIED_TWICE.format(binds=binds, done=done)
    events = f"""
    2026-01-02 NZL, AUS sign NAT
    2026-02-01 NZL {deed} SECOND
    2026-03-01 AUS {deed} SECOND
    """.replace(f"{deed} SECOND", f"{'ratifies' if deed == 'ratify' else 'signs'} SECOND")
    path = Path(page(tmp_path, articles, events))
    text = path.read_text(encoding="utf-8").replace("USA ratify", "USA ratify NAT")
    path.write_text(text, encoding="utf-8")
    found = workbench.run(str(path))
    assert isinstance(found, Ran), found
    (second,) = (force for force in found.outcome.force if force.agreement == "SECOND")
    (taken,) = second.why.because
    third = "ratifies" if deed == "ratify" else "signs"
    assert [reason.told for reason in taken.because] == [
        f"2026-02-01 NZL {third} SECOND",
        f"2026-03-01 AUS {third} SECOND",
    ]


ASKED_OR_ENACTED = """
article 1
  when attack on a party
  only if the victim has requested assistance
  each other party must assist the victim with support

article 2
  only if USA has assisted NZL, at least military_assistance
  each party must report
"""


def test_a_reason_names_the_request_that_counts_and_not_another(tmp_path: Path) -> None:
    """A request for something else, or in an earlier attack, does not count (C7)."""
    events = """
    2026-02-01 attack FIRST by RED on NZL
    2026-02-02 NZL requests assistance over FIRST
    2026-03-01 attack SECOND by RED on NZL
    2026-03-02 NZL requests consultation
    2026-03-03 NZL requests assistance over SECOND
    """
    lines = told(tmp_path, ASKED_OR_ENACTED, events, "AUS")
    assert below(lines, "holds: NZL has requested assistance over FIRST")[1:] == [
        "- holds: 2026-02-02 NZL requests assistance"
    ]
    assert below(lines, "holds: NZL has requested assistance over SECOND")[1:] == [
        "- holds: 2026-03-03 NZL requests assistance"
    ]


def test_a_reason_names_the_assistance_that_was_enough(tmp_path: Path) -> None:
    events = """
    2026-02-01 USA assists AUS with armed_force
    2026-02-02 USA assists NZL with support
    2026-02-03 USA assists NZL with military_assistance
    """
    lines = told(tmp_path, ASKED_OR_ENACTED, events, "AUS")
    assert below(lines, "holds: USA has assisted NZL, at least military_assistance")[1:] == [
        "- holds: 2026-02-03 USA assists NZL with military_assistance"
    ]
