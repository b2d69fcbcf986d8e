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
    return " ".join(
        terminal_text(brief_sheet(found, length="full" if full else "long"), width=400).split()
    )


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


# Further deeds against the same prohibition.

AGAIN = """article 1
  each party must not attack another party

article 2
  each party must not assist RUS

scenario "Three attacks"
  2026-02-01 attack A1 by RUS on UKR, means is ground
  2026-02-03 attack A2 by RUS on FRA, means is ground
  2026-02-05 10:00 attack A3 by RUS on UKR, means is air
  2026-02-06 USA assists RUS with support
  2026-02-07 attack A4 on USA, means is cyber
  2026-03-01 FRA reports
"""


def test_each_further_deed_against_a_prohibition_is_shown(tmp_path: Path) -> None:
    """D11: a breach does not end a prohibition, and each further deed is a further breach."""
    found = ran(tmp_path, AGAIN)
    (line,) = (line for line in found.lines if line.bearers == ("RUS",) and line.further)
    assert [(str(b.at), b.incident, b.certain) for b in line.further] == [
        ("2026-02-03", "A2", True),
        ("2026-02-05 10:00", "A3", True),
        ("2026-02-07", "A4", False),
    ]
    assert part(shown(found), "In breach") == [
        "Russia (RUS): in breach of article 1 since 2026-02-01",
        "again on 2026-02-03: attack A2 by RUS on FRA",
        "again on 2026-02-05 10:00: attack A3 by RUS on UKR",
        "perhaps again on 2026-02-07: attack A4 on USA",
        "United States (USA): in breach of article 2 since 2026-02-06",
    ]
    why = " ".join(shown(found, "RUS").split("Why, for RUS")[1].split())
    assert "again on 2026-02-03: attack A2 by RUS on FRA" in why
    assert '"further":' in json_text(document(found))


def test_a_table_dates_few_of_many_further_deeds(tmp_path: Path) -> None:
    days = "".join(
        f"  2026-02-{n:02} attack B{n} by RUS on UKR, means is air\n" for n in range(8, 20)
    )
    found = ran(tmp_path, AGAIN.replace("  2026-03-01", f"{days}  2026-03-01"))
    assert "again 2026-02-03, 2026-02-05 10:00 and 12 more" in html_page(run_sheet(found))
    assert len(part(shown(found), "In breach")) == 17


# In which order actors stand.

REPORTING = """article 1
  each party must report

article 2
  enters into force when RUS has signed

scenario "One has reported"
  2026-02-01 USA reports
"""
ONE_BY_ONE = "  2026-01-01 RUS signs\n  2026-01-02 UKR signs\n  2026-01-03 FRA, USA sign\n"


def test_the_actors_of_a_row_stand_in_the_order_of_the_case_whoever_signed_first(
    tmp_path: Path,
) -> None:
    signed = OPENING.replace("  2026-01-01 each signatory signs\n", ONE_BY_ONE)
    path = tmp_path / "pact.md"
    path.write_text(f"{signed}{REPORTING}```\n", encoding="utf-8")
    found = workbench.brief(str(path))
    assert isinstance(found, Brief), found
    assert [line.bearers for line in found.obligations] == [("USA", "FRA", "UKR", "RUS")]
    (scenario,) = found.scenarios
    assert [line.bearers for line in scenario.answers] == [("FRA", "UKR", "RUS"), ("USA",)]
