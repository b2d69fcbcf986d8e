"""What a run and a brief show of what has happened: nothing that somebody did is passed over."""

from __future__ import annotations

import re
from pathlib import Path

from servanda import workbench
from servanda.views.brief import brief_sheet
from servanda.views.documents import document, json_text
from servanda.views.page import html_page
from servanda.views.run import run_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.briefs import Brief
from servanda.workbench.results import Ran
from tests.unit.told import OPENING


def written(tmp_path: Path, text: str) -> str:
    """The case of four parties to a pact, with these articles and scenarios."""
    path = tmp_path / "pact.md"
    path.write_text(f"{OPENING}{text}```\n", encoding="utf-8")
    return str(path)


def ran(tmp_path: Path, text: str, scenario: str | None = None) -> Ran:
    found = workbench.run(written(tmp_path, text), scenario)
    assert isinstance(found, Ran), found
    return found


def shown(found: Ran, why: str | None = None) -> str:
    """What `run` prints, without the places in the text."""
    return re.sub(r"\s\[pact\.md:\d+\]", "", terminal_text(run_sheet(found, why=why), width=100))


def part(text: str, title: str) -> list[str]:
    """The entries below a heading, up to the next empty line."""
    _, _, below = text.partition(f"\n{title}\n")
    entries = " ".join(below.split("\n\n", maxsplit=1)[0].split())
    return entries.removeprefix("- ").split(" - ")


def short(tmp_path: Path, text: str, *, full: bool = False) -> str:
    found = workbench.brief(written(tmp_path, text))
    assert isinstance(found, Brief), found
    return " ".join(terminal_text(brief_sheet(found, full=full), width=400).split())


# Acts of the agreement's own life without effect.

TOO_EARLY = """article 13 "Denunciation"
  from 20 years after entry into force
  a party may withdraw with effect 1 year after notice

article 1
  when attack on a party
  each party must consult

scenario "Notice in the second year"
  2027-03-01 FRA notifies withdrawal
  2027-04-01 UN signs
"""
FELL_SHORT = (
    "notice of withdrawal by FRA (2027-03-01) had no effect: it operates only from 20 years "
    "after entry into force"
)


def test_a_notice_of_withdrawal_without_effect_is_shown_with_the_reason(tmp_path: Path) -> None:
    """A4: the reason is kept, and a party that only believes to have left can see it."""
    found = ran(tmp_path, TOO_EARLY)
    assert part(shown(found), "Without effect") == [FELL_SHORT]
    assert FELL_SHORT in short(tmp_path, TOO_EARLY)
    assert FELL_SHORT in short(tmp_path, TOO_EARLY, full=True)
    assert "had no effect" in html_page(run_sheet(found))
    assert "had no effect" in json_text(document(found))


def test_what_already_says_why_somebody_is_no_party_is_not_said_twice(tmp_path: Path) -> None:
    """UN did not negotiate: that its signature had no effect stands among the parties."""
    text = " ".join(shown(ran(tmp_path, TOO_EARLY)).split())
    assert text.count("signature by UN (2027-04-01) had no effect") == 1


# What an exception sets aside.

SET_ASIDE = """article 5
  when attack on a party
  unless truce holds
  each other party must assist the victim with support

article 6
  when attack by RUS on UKR
  article 5 does not apply

scenario "By another article"
  2026-03-01 attack A1 by RUS on UKR, means is ground

scenario "By its own exception"
  2026-02-01 truce begins
  2026-03-01 attack A1 by FRA on USA, means is ground
"""


def test_who_is_excepted_is_shown_with_the_article_that_sets_it_aside(tmp_path: Path) -> None:
    found = ran(tmp_path, SET_ASIDE, "1")
    (line,) = found.excepted
    assert (line.bearers, [by.article for by in line.excepted_by]) == (("USA", "FRA"), ["6"])
    assert "excepted" in shown(found)
    assert "set aside by article 6" in html_page(run_sheet(found))
    assert '"excepted":' in json_text(document(found))


def test_an_exception_in_the_article_itself_is_shown_by_what_it_rests_on(tmp_path: Path) -> None:
    found = ran(tmp_path, SET_ASIDE, "By its own")
    assert "the exception applies: truce holds" in html_page(run_sheet(found))
    assert "the exception applies: truce holds" in short(tmp_path, SET_ASIDE, full=True)
