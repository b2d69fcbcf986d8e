"""The first page of a brief: who said it, through whom, and on what each sentence rests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from servanda import workbench
from servanda.views.brief import brief_sheet
from servanda.views.brief.page.order import shortest_round
from servanda.views.sheet import Item, Items, Ref, Section
from servanda.views.terminal import terminal_text
from servanda.workbench.briefs import Brief
from servanda.workbench.reports import Checked
from tests.unit.talks import Talks, line, prefers

OWN = "Where things stand, in the parties' own words"
OTHERS = "What only others say"
WORD = "What changes if they are taken at their word"
SIGNED = "Could it be signed?"
ORDER = "In which order?"

COMMANDS = r"\[(record|settle|sequence|cover|compare|test)\]"

TALKS = """
```servanda
state ASTER
state BRIAR
organisation LEAGUE

person ENVOY "An envoy"
  speaks for ASTER as "envoy"
document NEWS "Morning news"
  published on 2030-05-03

issue border "Where the border runs"
  option river
  option ridge
issue order "What comes first"
  option truce_first
  option pact_first

circumstance truce "A truce"
incident attack
  by attacker: state
  on victim: state

statement S1
  2030-05-01 ENVOY reports that BRIAR accepts border is river
  in NEWS, paragraph 1
statement S2
  2030-05-02 ASTER conditions truce
  only if PACT is in force
  in NEWS, paragraph 2
statement S3
  2030-05-02 ASTER accepts border is river
  in NEWS, paragraph 2
{further}
red line river of ASTER
  requires border is river
  rests on S3
red line ridge of BRIAR
  requires border is ridge
  {ridge}

agreement PACT "Pact"
  between ASTER, BRIAR
  bound by signature
article 1 "Entry"
  enters into force when each signatory has signed and truce holds
article 2
  each party must consult
```
"""


def page(
    folder: Path, further: str = "", ridge: str = 'judgement "Its old position."', **asked: str
) -> dict[str, str]:
    """The sections of the first page, each as one line of text."""
    file = folder / "talks.md"
    file.write_text(TALKS.format(further=further, ridge=ridge), encoding="utf-8")
    found = workbench.brief(str(file), detailed=False, **asked)
    assert isinstance(found, Brief), found
    text = terminal_text(brief_sheet(found), width=110)
    parts = re.split(r"\n\n\n(.+)\n\n", text)
    told = zip(parts[1::2], parts[2::2], strict=True)
    return {title.split("  ")[0]: " ".join(words.split()) for title, words in told}


def test_what_only_others_say_is_never_told_as_a_partys_own_word(tmp_path: Path) -> None:
    told = page(tmp_path)
    assert "ASTER accepts river [S3]" in told[OWN]
    assert "BRIAR" not in told[OWN]
    assert "By the account of ASTER: BRIAR accepts border is river [S1]." in told[OTHERS]
    assert "BRIAR would have said that it accepts border is river [S1]." in told[WORD]


def test_who_says_that_it_will_not_do_something_is_not_told_to_do_it(tmp_path: Path) -> None:
    further = """
statement S4
  2030-05-02 ASTER offers not to attack BRIAR
  in NEWS
statement S5
  2030-05-02 ASTER reports that BRIAR commits not to attack ASTER
  in NEWS
statement S6
  2030-05-02 BRIAR demands not to attack BRIAR
  in NEWS
statement S7
  2030-05-03 BRIAR accepts S4
  in NEWS"""
    told = page(tmp_path, further)
    assert "whether to attack BRIAR: ASTER offers not to attack BRIAR [S4]." in told[OWN]
    assert "demands that others are not to attack BRIAR [S6]" in told[OWN]
    assert "BRIAR accepts that others are not to attack BRIAR [S7]" in told[OWN]
    assert "BRIAR commits not to attack ASTER [S5]" in told[OTHERS]
    assert "BRIAR would have said that it commits not to attack ASTER [S5]." in told[WORD]


def test_what_is_only_planned_is_not_told_as_a_commitment(tmp_path: Path) -> None:
    further = """
statement S4
  2030-05-02 BRIAR commits border is ridge
  factuality planned
  in NEWS
statement S5
  2030-05-02 ENVOY reports that on 2030-06-01 BRIAR commits order is pact_first
  in NEWS"""
    told = page(tmp_path, further)
    assert "BRIAR plans: commits ridge [S4]" in told[OWN]
    assert "BRIAR plans: commits order is pact_first [S5]" in told[OTHERS]
    assert "pact_first" not in told[WORD]


def test_what_a_party_denies_is_told_with_its_denial(tmp_path: Path) -> None:
    further = """
statement S4
  2030-05-03 BRIAR denies S1
  in NEWS"""
    told = page(tmp_path, further)
    assert "BRIAR accepts border is river [S1] (denied by BRIAR [S4])." in told[OTHERS]
    assert "BRIAR denies that BRIAR accepts border is river [S4]." in told["What has moved"]
    assert (
        "Whether BRIAR has said that it accepts border is river [S1] (denied by BRIAR [S4])."
        in (told["What would be worth finding out"])
    )


def test_what_hangs_on_something_is_not_told_as_if_it_did_not(tmp_path: Path) -> None:
    further = """
statement S4
  2030-05-03 ENVOY reports that BRIAR accepts border is river and order is pact_first
  in NEWS
statement S5
  2030-05-03 BRIAR accepts border is river
  factuality possible
  in NEWS"""
    told = page(tmp_path, further)
    assert "BRIAR accepts border is river [S1];" in told[OTHERS]
    assert "BRIAR accepts border is river together with order is pact_first [S4]" in told[OTHERS]
    assert "BRIAR would have said that it accepts border is river [S1]." in told[WORD]


def test_what_was_taken_back_is_told_with_what_took_it_back(tmp_path: Path) -> None:
    told = page(tmp_path, "\nstatement S4\n  2030-05-03 ASTER retracts S3\n  in NEWS")
    moved = told["What has moved"]
    assert "ASTER has taken it back: accepts border is river [S3] (taken back in S4)." in moved


def test_russias_agreement_is_the_envoys_account_and_nothing_more() -> None:
    brief = workbench.brief("ukraine-2025-08", detailed=False)
    assert isinstance(brief, Brief)
    text = terminal_text(brief_sheet(brief), width=110)
    own = " ".join(text.partition(OWN)[2].partition("\n\n\n")[0].split())
    assert re.findall(r"\bRUS \w+", own) == ["RUS demands"]  # in what Ukraine criticises
    assert "UKR criticises that RUS demands sequence is agreement_first [P9b]." in own
    others = " ".join(text.partition(OTHERS)[2].partition("\n\n\n")[0].split())
    assert "By the account of USA: RUS accepts guarantee is nato_style [P1, P3, P4d]" in others


def test_an_answer_at_first_hand_is_told_beside_the_one_that_takes_others_at_their_word(
    tmp_path: Path,
) -> None:
    further = (
        "statement S4\n  2030-05-02 ENVOY reports that BRIAR demands border is ridge\n  in NEWS"
    )
    told = page(tmp_path, further, "rests on S4")
    assert "Every one of 2 packages crosses a red line." in told[SIGNED]
    assert "ASTER's river (border is river) [S3]" in told[SIGNED]
    assert "By the parties' own words alone: 1 of 2 packages cross no red line." in told[WORD]
    assert "BRIAR's ridge (border is ridge) [S4] counts." in told[WORD]


def test_a_condition_that_a_party_has_taken_back_keeps_no_step_waiting(tmp_path: Path) -> None:
    further = "statement S5\n  2030-05-03 ASTER retracts S2\n  in NEWS"
    assert "wait" in page(tmp_path)[ORDER]
    assert "wait" not in page(tmp_path, further)[ORDER]


def test_a_condition_on_a_step_is_told_with_what_it_rests_on(tmp_path: Path) -> None:
    told = page(tmp_path)
    assert (
        "Two steps wait for one another: PACT enters into force only once truce holds"
        in (told[ORDER])
    )
    assert "truce begins only once PACT is in force [S2]" in told[ORDER]


def test_as_of_an_earlier_day_nothing_counts_that_was_said_later(tmp_path: Path) -> None:
    told = page(tmp_path, as_of="2030-05-01")
    assert "ASTER accepts" not in told[OWN]
    assert ORDER not in told or "wait" not in told[ORDER]
    assert "1 of 2 packages cross no red line" in told[SIGNED]


def test_what_rests_on_a_statement_without_a_date_counts_as_when_settled(tmp_path: Path) -> None:
    further = 'statement S4\n  BRIAR demands border is ridge\n  source "A letter"'
    assert "crosses a red line" in page(tmp_path, further, "rests on S4")[SIGNED]


def test_a_record_without_any_date_keeps_the_rest_of_the_brief(tmp_path: Path) -> None:
    further = 'statement S4\n  BRIAR demands truce is last\n  source "A letter"\n'
    assert "Every" in signed(
        tmp_path,
        further,
        line("stop", "ASTER", "truce is first"),
        line("go", "BRIAR", "truce is last", rests="S4"),
    )


def test_what_has_moved_is_told_since_the_last_day_on_which_anything_was_said(
    tmp_path: Path,
) -> None:
    told = page(tmp_path)
    assert "ASTER: accepts border is river [S3]." in told["What has moved"]
    assert "BRIAR" not in told["What has moved"]
    assert (
        "BRIAR: accepts border is river (by the account of ASTER) [S1]."
        in (page(tmp_path, since="2030-04-01")["What has moved"])
    )


def test_what_would_be_worth_finding_out_begins_with_own_words_that_are_wanting(
    tmp_path: Path,
) -> None:
    told = page(tmp_path)["What would be worth finding out"]
    assert told.startswith("- Whether BRIAR itself says that it accepts border is river [S1].")


def test_a_day_that_is_none_and_a_case_without_a_record_are_told(tmp_path: Path) -> None:
    found = workbench.brief("ukraine-2025-08", as_of="yesterday")
    assert isinstance(found, Checked)
    assert [report.code for report in found.diagnostics] == ["SV904"]
    found = workbench.brief("minsk-2015", as_of="2020-01-01")
    assert isinstance(found, Checked)
    assert [report.code for report in found.diagnostics] == ["SV941"]


def sentences(sections: tuple[Section, ...]) -> list[Item]:
    return [
        item
        for section in sections
        for block in section.blocks
        if isinstance(block, Items)
        for item in block.items
    ]


@pytest.mark.parametrize("name", workbench.packaged_cases())
def test_every_sentence_names_what_it_rests_on(name: str) -> None:
    brief = workbench.brief(name, detailed=False)
    assert isinstance(brief, Brief)
    for item in sentences(brief_sheet(brief).sections):
        words = "".join(part for part in item.line if isinstance(part, str))
        cited = any(isinstance(part, Ref) for part in item.line)
        assert cited or re.search(COMMANDS, words) or words.startswith("And "), words


@pytest.mark.parametrize("name", workbench.packaged_cases())
def test_the_page_is_a_page(name: str) -> None:
    brief = workbench.brief(name, detailed=False)
    assert isinstance(brief, Brief)
    assert len(terminal_text(brief_sheet(brief), width=80).splitlines()) < 160


def test_what_is_denied_is_told_where_it_is_claimed(tmp_path: Path) -> None:
    told = page(tmp_path, "statement S6\n  2030-05-03 BRIAR denies S1\n  in NEWS")
    claimed = "By the account of ASTER: BRIAR accepts border is river [S1] (denied by BRIAR [S6])."
    assert claimed in told[OTHERS]
    assert "BRIAR: accepts border is river" in told["What cannot both be so"]
    assert "which BRIAR denies [S6]" in told["What cannot both be so"]


def test_what_a_party_has_taken_back_is_told_as_such(tmp_path: Path) -> None:
    told = page(tmp_path, "statement S6\n  2030-05-03 ASTER retracts S3\n  in NEWS")
    assert (
        "ASTER holds nothing any more: accepts border is river [S3] (taken back in S6)"
        in (told[OWN])
    )
    assert "Nobody has said in its own words anything on order" in told[OWN]


def test_only_what_is_new_is_told_as_moved(tmp_path: Path) -> None:
    further = "statement S6\n  2030-05-03 ASTER offers order is pact_first\n  in NEWS"
    moved = page(tmp_path, further)["What has moved"]
    assert moved == "since 2030-05-02 - ASTER: offers order is pact_first [S6]." or (
        moved == "- ASTER: offers order is pact_first [S6]."
    )


def test_the_shortest_round_of_a_deadlock_is_told_and_what_would_be_enough(tmp_path: Path) -> None:
    told = page(tmp_path)[ORDER]
    assert "Enough to give up: that truce holds [article 1 of PACT]" in told
    assert "; or ASTER's condition [S2]" in told
    assert shortest_round({1: [2, 3], 2: [1], 3: [1, 2], 4: [1]}) == (1, 2)
    assert shortest_round({1: [2], 2: [3], 3: [2, 1]}) == (2, 3)
    assert shortest_round({5: [5]}) == (5,)


def test_conditions_with_an_or_stand_in_parentheses(tmp_path: Path) -> None:
    further = (
        "statement S6\n  2030-05-03 BRIAR conditions PACT\n  only if truce holds"
        " or border is river\n  only if ASTER has signed PACT\n  in NEWS"
    )
    told = page(tmp_path, further)[OWN]
    assert "only if (truce holds or border is river) and ASTER has signed [S6]" in told


def signed(folder: Path, *blocks: str) -> str:
    """Whether it could be signed, in the words of the page."""
    file = Talks(folder, *blocks).path
    found = workbench.brief(str(file), detailed=False)
    assert isinstance(found, Brief), found
    text = terminal_text(brief_sheet(found), width=110)
    return " ".join(text.partition(SIGNED)[2].partition("\n\n\n")[0].split())


def test_a_conflict_is_told_with_the_linkage_that_makes_it_one(tmp_path: Path) -> None:
    first, old = line("stop", "ASTER", "truce is first"), line("ridge", "BRIAR", "border is old")
    linked = 'linkage both "Both"\n  requires not (truce is first and border is old)\n'
    told = signed(tmp_path, first, old, linked)
    assert "BRIAR's ridge (border is old) by judgement [" in told
    assert "cannot stand together, given the linkage both (not (truce is first and" in told


def test_a_red_line_that_cannot_be_met_is_not_said_to_stand_against_itself(tmp_path: Path) -> None:
    linked = 'linkage last "Last"\n  requires truce is last\n'
    told = signed(tmp_path, line("stop", "ASTER", "truce is first"), linked)
    assert "The one package crosses a red line. ASTER's stop (truce is first)" in told
    assert "cannot be met, given the linkage last (truce is last) [" in told


def test_where_linkages_leave_nothing_the_page_says_so(tmp_path: Path) -> None:
    linked = [f'linkage {n} "{n}"\n  requires truce is {n}\n' for n in ("first", "last")]
    told = signed(tmp_path, line("stop", "ASTER", "truce is first"), *linked)
    assert told.startswith("- No package can be made: the linkage first (truce is first) [")
    assert "packages" not in told


def test_of_concessions_that_cost_the_same_none_is_passed_over_in_silence(tmp_path: Path) -> None:
    lines = [
        line(f"stop{n}", p, f"truce is {'first' if n % 2 else 'last'}")
        for n, p in enumerate(("ASTER", "BRIAR"))
    ]
    ridge = [
        line(f"ridge{n}", p, f"border is {'old' if n % 2 else 'new'}")
        for n, p in enumerate(("BRIAR", "CEDAR"))
    ]
    wants = prefers("ASTER", "truce weighs 1: first 100, last 0")
    told = signed(tmp_path, *lines, *ridge, wants)
    assert "; or 1 more that cost the same [settle]." in told
    assert " are given up: " in told
    assert "BRIAR and CEDAR undetermined; the weights" in told


def test_a_step_that_is_refused_is_told(tmp_path: Path) -> None:
    told = page(tmp_path, "\nstatement S4\n  2030-05-03 BRIAR rejects PACT\n  in NEWS")
    assert "Nothing can bring it about that BRIAR signs" in told[ORDER]
    assert "refused [S4]" in told[ORDER]


def test_what_is_marked_as_judgement_is_not_told_as_a_partys_own_word(tmp_path: Path) -> None:
    further = (
        "statement S4\n  2030-05-02 ENVOY reports that BRIAR demands border is ridge\n  in NEWS\n"
        'red line first of ASTER\n  requires order is truce_first\n  judgement "Said once."'
    )
    told = page(tmp_path, further, "rests on S4")
    assert "By the parties' own words and what is marked as judgement: 1 of 4" in told[WORD]
