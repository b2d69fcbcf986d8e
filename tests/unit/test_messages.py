"""Mistakes of people who are new to the language, and what they are told."""

from __future__ import annotations

import pytest

from servanda.language.document import Source
from servanda.model.inflection import declaration
from servanda.workbench.checking import checked_case
from tests.unit.drafts import codes, reports
from tests.unit.treaty import Draft, draft

# Names.


@pytest.mark.parametrize(
    "head", ["state ZORK “Zork”", "organ ZORK “The Zork”", "region zork “The Zork”"]
)
def test_a_title_in_other_quotes_leaves_the_name_as_it_is(head: str) -> None:
    name = head.split()[1]
    uses = {
        "state": f"article 5\n  {name} must consult",
        "organ": f"article 5\n  when attack on UKR\n  USA must consult\n  until {name} has decided",
        "region": f"article 5\n  when attack on UKR\n  only if place is in {name}\n  USA must consult",
    }
    found = reports(f"{head}\n\n{uses[head.split(maxsplit=1)[0]]}")
    assert [report.code for report in found] == ["SV114"]


def test_an_infinitive_is_the_name_that_an_incident_is_declared_by() -> None:
    (report,) = reports("""
incident coup (overthrows, overthrown, coup) "Coup"
  on victim: state

article 5
  each party must not overthrow a state
""")
    assert (report.code, report.hints) == ("SV205", ("write `coup`",))
    assert "the name that it is declared by" in report.headline


@pytest.mark.parametrize(
    ("third", "declared"),
    [
        ("sends", "act send (sends, sent, sending)"),
        ("uses", "act use (uses, used, using)"),
        ("carries", "act carry (carries, carried, carrying)"),
        ("watches", "act watch (watches, watched, watching)"),
        ("bans", "act ban (bans, banned, banning)"),
        ("has", None),
        ("pass", None),
    ],
)
def test_an_act_is_declared_from_its_third_person(third: str, declared: str | None) -> None:
    assert declaration(third) == declared
    assert declared is None or codes(declared) == []


# Lines.


@pytest.mark.parametrize("rest", ["USA must consult", "3 parties must consult", "USA is a party"])
def test_an_s_behind_expect_is_the_mistake(rest: str) -> None:
    place = draft("expect")
    bare = Draft(place.before.removesuffix("expect "), place.after)
    (report,) = bare.reports(f"expects {rest}")
    assert report.headline == "this line begins with `expect`, without an `s`"
    assert report.hints[0] == f"write `expect {rest}`"


def test_an_invitation_that_is_read_leads_to_no_other_message() -> None:
    assert (
        codes("""
act invite (invites, invited, invitation) "Invitation to accede"
  object actor

article 10 "Accession"
  only if each party has invited the applicant
  a state may accede
""")
        == []
    )


# Blocks.


def test_a_case_of_which_every_block_goes_unread_is_an_error() -> None:
    text = '```Servanda\nstate AUS "Australia"\n```\n'
    found = checked_case([Source("draft.md", text)])
    assert found.case is None
    assert {report.code for report in found.diagnostics} == {"SV111", "SV122"}
