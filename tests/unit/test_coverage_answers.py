"""How answers on coverage are told: shares, alternatives, names, designs, and the pages of them."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from servanda import workbench
from servanda.cli.main import main
from servanda.views.coverage import covered_sheet
from servanda.views.coverage.parts import MOST_ALTERNATIVES, percent
from servanda.views.coverage.picture import covered_picture
from servanda.views.documents import CompareDocument, CoverDocument, SideBySideDocument, schema
from servanda.views.markdown import markdown_text
from servanda.views.terminal import terminal_text
from servanda.workbench import load_case
from servanda.workbench.comparisons import SideBySide
from servanda.workbench.coverages import Share
from servanda.workbench.juxtaposing import designs_of
from tests.unit.coverage import PACT, WORLD, World, needs

HELP = """\
article 1
  when attack on a party
  each other party must assist the victim with support
"""
OTHER = 'agreement OTHER "Other"\n  between ASTER, DELOS\n' + HELP.replace(" 1", " 7")


@pytest.mark.parametrize(
    ("incidents", "of", "told"),
    [
        (0, 200, "0 %"),
        (1, 1000, "<1 %"),
        (999, 1000, ">99 %"),
        (1000, 1000, "100 %"),
        (1, 3, "33 %"),
        (2, 3, "67 %"),
        (0, 0, "0 %"),
    ],
)
def test_a_share_is_told_in_whole_percent(incidents: int, of: int, told: str) -> None:
    assert percent(Share(incidents, of)) == told


def test_of_many_alternatives_a_few_are_told(tmp_path: Path) -> None:
    parts = ("place is in far", "means is land", "attacker is DELOS", "victim is ASTER")
    rule = HELP + "".join(f"  only if {part}\n" for part in parts)
    covered = World(tmp_path, rule).cover(where="victim is a party")
    described = (one.incidents.alternatives for one in covered.map.classes)
    told = next(some for some in described if len(some) > 1)
    assert len(told) == len(parts) > MOST_ALTERNATIVES
    page = terminal_text(covered_sheet(covered), width=100, colour=False)
    assert page.count("\nor 1 more") == 1


def test_names_that_stand_for_something_are_listed_once(tmp_path: Path) -> None:
    rule = (
        HELP + "  only if place is in home\n  only if strength is strong or council has decided\n"
    )
    names = World(tmp_path, rule).cover().names
    # What is called as its title is, such as `home`, needs no word.
    assert [(one.name, one.title) for one in names] == [("strength", "How strong")]


def test_what_is_enough_is_told_in_its_ways(tmp_path: Path) -> None:
    rule = HELP + "  only if council has decided or strength is strong\n"
    ((offer,),) = World(tmp_path, rule).cover().map.classes[0].cells
    assert needs(offer.ways) == ["strength is strong", "council has decided"]
    blocked = {way.needs: way.blocked for way in offer.ways}
    assert blocked["council has decided",] == "any one of those who vote"
    assert blocked["strength is strong",] == ""


def test_what_nothing_has_to_come_about_for_is_owed_at_once_unless(tmp_path: Path) -> None:
    open_ = World(tmp_path, HELP + "  unless strength is weak\n").cover()
    assert open_.map.classes[0].cells[0][0].ways[0].unless == ()
    lost = "article 2\n  when DELOS requests consultation\n  article 1 is suspended\n"
    world = World(tmp_path, HELP, lost, "article 3\n  the victim may waive article 1\n")
    ((offer,),) = world.cover().map.classes[0].cells
    (way,) = offer.ways
    assert way.unless == ("article 2 has taken effect", "the victim has waived article 1")
    page = markdown_text(covered_sheet(world.cover())).replace("**", "")
    assert "at once, unless article 2 has taken effect or the victim has waived article 1" in page


def test_the_agreements_of_a_file_are_a_design() -> None:
    found = dict(designs_of(load_case("ukraine-guarantees")))
    assert found["2024-bilateral"] == ("UK_2024", "CANADA_2024", "LATVIA_2024", "US_2024")
    assert found["PARIS_2026"] == ("PARIS_2026",)


def test_the_agreements_of_one_file_are_designs_of_their_own(tmp_path: Path) -> None:
    standing = (
        'agreement LAST "Last"\n  between ASTER, DELOS\narticle 1\n  each party must consult\n'
    )
    world = World(tmp_path, HELP, OTHER, standing)
    assert [d.name for d in world.side_by_side().designs] == ["PACT", "OTHER"]


def test_designs_can_be_put_side_by_side_again(tmp_path: Path) -> None:
    world = World(tmp_path, HELP, OTHER)
    assert world.side_by_side() == world.side_by_side()
    assert isinstance(workbench.side_by_side(str(world.path)), SideBySide)


def test_a_comparison_counts_guarantors_by_the_gravest_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(tmp_path, HELP, OTHER)
    assert main(["compare", str(world.path), "PACT", "OTHER"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "counted by the gravest: 3 lose something, 1 gains duties and loses none." in printed


def test_a_row_is_about_the_incidents_in_which_its_own_guarantors_owe(tmp_path: Path) -> None:
    compared = World(tmp_path, HELP, OTHER).compare(
        agreements=["PACT"], then_agreements=["OTHER"], where="attacker is not DELOS"
    )
    (aster, *_) = compared.rows
    assert aster.column.actors == ("ASTER",)
    # By the first it owes to BRIAR and CEDAR, whoever else attacks; by the second to DELOS alone.
    assert [(c.sort, c.incidents.alternatives, c.share.incidents) for c in aster.changes] == [
        ("loses", ("",), 2 * 3 * 3),
        ("gains", ("",), 2 * 3 * 3),
    ]


@pytest.mark.parametrize(
    ("arguments", "form"),
    [
        (["cover"], CoverDocument),
        (["compare", "--then-without", "1"], CompareDocument),
        (["compare"], SideBySideDocument),
    ],
)
def test_the_json_is_read_back(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    form: type[CoverDocument | CompareDocument | SideBySideDocument],
) -> None:
    path = str(World(tmp_path, HELP).path)
    command, *options = arguments
    assert main([command, path, *options, "--format", "json"]) == 0
    printed = capsys.readouterr().out
    read = msgspec.json.decode(printed, type=form)
    assert msgspec.json.decode(msgspec.json.encode(read)) == msgspec.json.decode(printed)
    key = form.__struct_fields__[0]
    assert schema(key.removeprefix("servanda_"))["$ref"].endswith(form.__name__)


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("command", ["cover", "compare"])
def test_an_answer_is_written_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, form: str
) -> None:
    path, out = str(World(tmp_path, HELP).path), tmp_path / f"out.{form}"
    for _ in range(2):  # a result as it was written is written over
        assert main([command, path, "--format", form, "--output", str(out)]) == 0
    assert "A small world" in out.read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_a_picture_is_the_darker_the_higher_a_level_stands_on_the_ladder(tmp_path: Path) -> None:
    ladder = "ladder help: nothing < money < goods < arms < troops\n"
    asked = {
        "money": "means is cyber and place is in home",
        "troops": "means is land",
        "goods": "means is cyber and place is in far",
        "arms": "means is sea",
    }
    rules = (
        HELP.replace("1", str(n)).replace("support", level) + f"  only if {condition}\n"
        for n, (level, condition) in enumerate(asked.items(), 1)
    )
    covered = World(tmp_path, *rules, opening=WORLD + ladder + PACT).cover()
    drawn = covered_picture(covered)
    cells = re.findall(r'<g class="(\w+) sure">.*?<text[^>]*>(\w+)<', drawn, re.DOTALL)
    tones = {words: tone for tone, words in cells}
    assert tones == {"money": "low", "goods": "low", "arms": "middle", "troops": "high"}


def test_a_witness_is_printed_as_a_block_of_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(tmp_path, HELP)
    assert main(["cover", str(world.path), "--witness", "1"]) == 0
    block = capsys.readouterr().out
    with world.path.open("a", encoding="utf-8") as file:
        file.write(f"\n{block}")
    assert main(["test", str(world.path)]) == 0
    assert "All 1 expectation in 1 scenario met" in capsys.readouterr().out


def test_the_incident_of_a_witness_is_called_as_none_before_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = 'scenario "Before"\n  2026-02-01 attack A1 by DELOS on ASTER\n'
    world = World(tmp_path, HELP, before)
    witness = world.cover(after="Before").witnesses[0]
    assert "attack A2 by" in witness.block
    assert " A1" not in witness.block
    assert "A2" not in witness.incident
    assert main(["cover", str(world.path), "--after", "Before", "--witness", "1"]) == 0
    block = capsys.readouterr().out
    with world.path.open("a", encoding="utf-8") as file:
        file.write(f"\n{block}")
    assert main(["test", str(world.path)]) == 0


def test_what_would_be_owed_without_an_article_has_no_witness(tmp_path: Path) -> None:
    exception = "article 2\n  when attack\n  only if means is cyber\n  article 1 does not apply\n"
    compared = World(tmp_path, HELP, exception).compare(then_without=["2"])
    assert [change.sort for row in compared.rows for change in row.changes] == ["gains"]
    assert [witness.block for witness in compared.witnesses] == [""]


def test_each_step_is_told_before_it_is_taken(tmp_path: Path) -> None:
    world, told = World(tmp_path, HELP), []
    world.cover(watch=lambda done, of: told.append((done, of)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    told.clear()
    world.compare(then_without=["1"], watch=lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_two_cases_may_have_other_actors_issues_and_texts(tmp_path: Path) -> None:
    """A guarantor of the second alone is known, and what is cited of either can be looked up."""
    opening = WORLD.replace("DELOS", "EGRET").replace("strength", "speed") + PACT
    other = World(tmp_path, HELP, "  only if speed is strong\n", opening=opening)
    world = World(tmp_path, HELP, "  only if strength is strong\n")
    compared = world.compare(then_case=str(other.path), guarantors=["EGRET", "BRIAR"])
    (row,) = compared.rows
    assert row.column.actors == ("BRIAR",)
    assert {passage.file for passage in compared.passages} == {str(world.path), str(other.path)}
