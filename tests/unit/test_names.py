"""Names: each is found, or reported once with what was probably meant."""

from __future__ import annotations

import pytest

from servanda.core.spelling import near
from servanda.language.document import Source
from servanda.workbench.checking import checked_case
from tests.unit.drafts import OPENING, block, case_of, codes, reports

DUTY = "  each other guarantor must assist the victim with support"


# A name that is not there.


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("only if place is in kyyiv", "write `kyiv`"),
        ("only if place is in ukrane", "write `ukraine`"),
        ("only if menas is air", "write `means`"),
        ("only if attacker is a guarrantor", "write `guarantor`"),
        ("only if the victm has requested assistance", "write `victim`"),
        ("only if the victim has requested asistance", "write `assistance`"),
        ("only if the victim has requestd assistance", "write `requested`"),
        ("only if the guarantorz have decided by consensus", "write `guarantors`"),
    ],
)
def test_a_name_near_a_known_one_is_suggested(line: str, hint: str) -> None:
    (report,) = reports(f"article 5\n  when attack on UKR\n  {line}\n{DUTY}")
    assert report.code == "SV201"
    assert report.hints == (hint,)


def test_a_name_that_is_near_none_can_be_declared() -> None:
    (report,) = reports("agreement OTHER\n  between UKR, MOLDOVA")
    assert report.hints == ("declare it: `state MOLDOVA ...`",)


def test_a_name_is_suggested_by_its_title() -> None:
    (report,) = reports(f"article 5\n  when attack on UKR\n  only if place is in UKR\n{DUTY}")
    assert report.code == "SV204"
    assert report.hints == ("write `ukraine`",)
    assert report.related[0][0] == "declared here"


def test_letters_exchanged_left_out_or_added_are_near() -> None:
    spellings = {"UKR": "UKR", "Ukraine": "UKR", "RUS": "RUS"}
    assert near("URK", spellings) == ("UKR",)
    assert near("Ukrane", spellings) == ("UKR",)
    assert near("FIN", spellings) == ()
    assert near("UKR", spellings) == ()


def test_an_unknown_name_used_twice_is_reported_once_with_the_other_place() -> None:
    (report,) = reports("article 1\n  XYZ must report\n\narticle 2\n  XYZ must consult")
    assert report.headline == "`XYZ` is not declared"
    assert [note for note, _ in report.related] == ["also here"]


def test_a_member_named_many_times_is_reported_once_with_the_other_places() -> None:
    (report,) = reports(f"group donor\n  members {', '.join(['FRA'] * 50)}")
    assert (report.code, len(report.related)) == ("SV310", 3)


def test_a_form_of_an_unknown_verb_is_not_offered_as_a_name_to_declare() -> None:
    (report,) = reports("article 1\n  until UKR has taken measures\n  USA must report")
    assert report.hints == (
        "an act of one's own is declared by its infinitive, such as `act invite`",
    )


def test_two_planted_mistakes_give_two_reports() -> None:
    text = f"""
article 5
  when atack on UKR
  only if place is in kyiv
  only if the attacker is RUS
{DUTY}
  within 24 hours of the attack

article 6
  when UKR requests consultation
  each guarantr must consult
  within 24 hours of the request

reading slow of article 5
  also only if means is air
"""
    found = reports(text)
    assert [(r.code, r.hints) for r in found] == [
        ("SV201", ("write `attack`",)),
        ("SV201", ("write `guarantor`",)),
    ]


def test_a_name_in_a_line_that_cannot_be_read_is_not_reported_again() -> None:
    text = f"""
state POL "Poland" and more
define armed attack
  where means = air

article 5
  when armed attack on UKR
  only if attacker is POL
{DUTY}
"""
    assert not [code for code in codes(text) if code.startswith("SV2")]


def test_a_duty_to_enact_a_law_that_is_nowhere_is_an_unknown_name() -> None:
    (report,) = reports(
        "article 3\n  RUS must enact peace_law\n  within 60 days of entry into force"
    )
    assert report.code == "SV201"
    assert "peace_law" in report.headline


# A name that is taken.


def test_a_second_declaration_is_reported_at_its_place_with_the_first() -> None:
    (report,) = reports('state POL "Poland"\nstate POL "Poland again"')
    assert report.code == "SV202"
    assert report.origin.line == report.related[0][1].line + 1


@pytest.mark.parametrize(
    "text",
    [
        'region UKR "Ukraine"',
        "organ guarantors",
        "group guarantors",
        "issue place\n  option here\n  option there",
        "act consult",
        "incident storm (consults, stormed, storm)",
        "incident storm\n  by doer: actor\n  by other_doer: actor",
        "incident storm\n  strength: low, high, low",
        "article 1\n  UKR must report\n\narticle 1\n  UKR must consult",
        "ladder soft: low < high\nladder hard: few < many",
        "group ally plural guarantors\n  members USA",
    ],
)
def test_a_name_stands_for_one_thing(text: str) -> None:
    assert codes(text) == ["SV202"]


def test_the_built_in_acts_keep_their_names() -> None:
    (report,) = reports("act assist")
    assert report.headline == "`assist` is an act that every case has"


def test_names_are_shared_by_all_files_in_any_order() -> None:
    late = '# Later\n\n```servanda\nstate POL "Poland"\n```\n'
    early = block("agreement EARLY\n  between UKR, POL")
    opening = Source("case.md", OPENING)
    found = checked_case([Source("a.md", early), opening, Source("z.md", late)])
    assert found.diagnostics == ()
    assert found.case is not None


# Forms of words.


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("article 1\n  UKR must reports", "write `report`"),
        ("article 1\n  when UKR request assistance\n  USA must report", "write `requests`"),
        ("article 1\n  only if UKR has sign\n  USA must report", "write `signed`"),
        ("article 1\n  when attack on a guarantors\n  UKR must report", "write `guarantor`"),
        (
            "article 1\n  only if the guarantor have signed\n  UKR must report",
            "write `the guarantors`",
        ),
        ('scenario "x"\n  2026-01-01 USA, GBR signs', "write `sign`"),
        ('scenario "x"\n  2026-01-01 UKR withdraws', "write `notifies withdrawal`"),
    ],
)
def test_the_form_that_belongs_there_is_told(text: str, hint: str) -> None:
    (report,) = reports(text)
    assert (report.code, report.hints) == ("SV205", (hint,))


# Agreements, articles, scenarios.


def test_an_agreement_is_named_where_the_case_has_several() -> None:
    other = "agreement OTHER\n  between UKR, RUS\n\n"
    (report,) = reports(other + 'scenario "x"\n  2026-01-01 UKR signs')
    assert report.code == "SV206"
    lines = [f"2026-01-01 UKR signs {name}" for name in ("PACT", "OTHER")]
    assert report.hints == tuple(f"write `{line}`" for line in lines)
    assert codes(other + 'scenario "x"\n  2026-01-01 UKR signs OTHER') == []


def test_an_article_before_any_agreement_of_its_file_belongs_nowhere() -> None:
    found = checked_case([Source("x.md", block("article 1\n  each party must report"))])
    assert [report.code for report in found.diagnostics] == ["SV207"]


def test_a_file_without_an_agreement_can_still_read_the_only_one() -> None:
    reading = block("reading slow of article 1\n  forthwith")
    pact = f"{OPENING}\n" + block("article 1\n  UKR must report")
    found = checked_case([Source("a.md", reading), Source("b.md", pact)])
    assert found.diagnostics == ()


def test_articles_of_an_agreement_declared_twice_are_not_reported_as_well() -> None:
    pact = "agreement OTHER\n  between UKR, RUS\n\narticle 1\n  UKR must report\n\n"
    assert codes(pact + pact) == ["SV202"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("article 1\n  article 9 does not apply", "SV208"),
        ('scenario "x"\n  continues "y"', "SV214"),
        ('scenario "x"\n\nscenario "x"', "SV209"),
        ('scenario "x"\n  2026-01-01 USA assists UKR with support over A1', "SV211"),
        ('scenario "x"\n  with reading strict', "SV201"),
        ('scenario "x"\n  with level is high', "SV201"),
        (
            'scenario "x"\n  expect it is undetermined whether PACT is in force, for want of luck',
            "SV201",
        ),
    ],
)
def test_what_is_referred_to_must_be_there(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_case_without_a_title_takes_that_of_its_first_heading() -> None:
    assert case_of("").title == "The declarations that the examples assume"
    assert checked_case([]).case is not None
    found = checked_case([Source("empty.md", '```servanda\nstate UKR "Ukraine"\n```')])
    assert found.case is not None
    assert found.case.title == "empty.md"


def test_a_case_in_which_nothing_is_written_in_the_language_is_refused() -> None:
    found = checked_case([Source("prose.md", "# A pact\n\n```\nstate UKR\n```\n")])
    assert found.case is None
    assert [d.code for d in found.diagnostics] == ["SV122", "SV127"]
