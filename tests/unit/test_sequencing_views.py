"""Sequencing on a page, as a picture and as JSON says what was found, and nothing more."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import msgspec
import pytest

from servanda.cli.main import main
from servanda.model.record import OnAgreement, OnState
from servanda.views.documents import SequenceDocument, document, json_text, schema
from servanda.views.markdown import markdown_text
from servanda.views.page import html_page
from servanda.views.sequencing import sequenced_picture, sequenced_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench import sequence
from servanda.workbench.sequences import Sequenced
from tests.unit.sequences import World
from tests.unit.test_sequencing_rules import LAW, PLAIN, RING, VOTE, has, says

SVG = "{http://www.w3.org/2000/svg}"
OWN = ("border_first for UKR", "security_first_status for UKR", "politics_first for RUS")


def minsk(*readings: str) -> Sequenced:
    """The package of Minsk by some readings."""
    found = sequence("minsk-2015", readings=readings)
    assert isinstance(found, Sequenced)
    return found


def text(found: Sequenced, *, full: bool = False) -> str:
    """The page as a terminal shows it, each run of spaces one space."""
    shown = terminal_text(sequenced_sheet(found, full=full), width=80, colour=False)
    return " ".join(shown.split())


# The page.


def test_no_line_is_longer_than_eighty_columns() -> None:
    shown = terminal_text(sequenced_sheet(minsk(), full=True), width=80, colour=False)
    assert max(map(len, shown.splitlines())) <= 80


def test_the_answer_comes_first_then_cycles_then_what_unlocks_then_orders() -> None:
    told = text(minsk())
    heads = ["With nothing done yet.", "By the text as it stands: everything can be taken"]
    heads += ["Where they wait for one another", "What would unlock it", "In which order"]
    places = [told.index(head) for head in heads]
    assert places == sorted(places)


def test_a_cycle_is_told_with_whose_reading_it_is() -> None:
    told = text(minsk(*OWN))
    assert (
        "UKR holds elections: only once RUS has withdrawn forces and RUS and FORMATIONS have"
        in told
    )
    assert "UKR's reading border_first of article 12" in told
    assert "RUS gives up its reading politics_first of article 10" in told


def test_what_somebody_said_is_told_as_theirs(tmp_path: Path) -> None:
    entry = "article 9\n  enters into force when each signatory has signed and truce holds\n"
    world = World(tmp_path, PLAIN, entry)
    wait = says("S1", "BRIAR", "conditions", OnState(circumstance="truce"), has("ASTER", "enact"))
    told = text(world.with_statements(wait))
    assert "truce begins: only once ASTER has enacted peace_law (BRIAR, statement S1)" in told
    assert "BRIAR drops its condition that ASTER has enacted peace_law (statement S1)" in told


def test_a_refusal_is_told_as_one(tmp_path: Path) -> None:
    world = World(tmp_path, LAW)
    told = text(
        world.with_statements(says("S1", "BRIAR", "rejects", OnAgreement(agreement="PACT")))
    )
    assert "BRIAR signs: refused (BRIAR, statement S1)" in told
    assert "BRIAR drops its refusal (statement S1)" in told


def test_what_cannot_be_told_is_told_with_why(tmp_path: Path) -> None:
    conflict = "article 3\n  ASTER must not enact peace_law\n"
    told = text(World(tmp_path, LAW, VOTE, conflict).sequence())
    assert "ASTER enacts peace_law: a duty and a prohibition conflict, and neither prevails" in told
    assert "BRIAR polls: hangs on whether ASTER has enacted peace_law" in told


def test_what_waits_behind_is_told_with_the_options(tmp_path: Path) -> None:
    behind = "article 3\n  only if order is law_first and BRIAR has polled\n  ASTER must open\n"
    told = text(World(tmp_path, RING, VOTE, behind).sequence())
    assert "Behind them, with order is law_first: ASTER opens" in told


def test_every_format_names_every_step_that_is_stuck() -> None:
    found = minsk(*OWN)
    sheet = sequenced_sheet(found, full=True)
    for page in (markdown_text(sheet), html_page(sheet), sequenced_picture(found)):
        plain = " ".join(re.sub(r"<[^>]+>|\*|\\", " ", page).split())
        for words in ("holds elections", "enacts", "withdraws forces", "return border"):
            assert words in plain


def test_the_web_page_leads_to_the_text() -> None:
    page = html_page(sequenced_sheet(minsk(*OWN), full=True))
    links = re.findall(r'href="#([^"]+)"', page)
    assert all(f'id="{link}"' in page for link in links)
    assert len(links) > 10


# The picture.


def picture(found: Sequenced) -> ElementTree.Element:
    """The picture, read as what it is."""
    return ElementTree.fromstring(sequenced_picture(found))


def test_the_picture_says_in_words_what_it_shows() -> None:
    root = picture(minsk(*OWN))
    assert root.get("role") == "img"
    assert [child.tag for child in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    told = root.findtext(f"{SVG}desc") or ""
    assert "UKR holds elections: deadlock, waits for" in told
    shown = [element.text for element in root.iter(f"{SVG}text")]
    assert shown.count("deadlock") == 4  # boxes; two that return the border are one


def test_no_box_is_told_apart_by_colour_alone() -> None:
    root = picture(minsk(*OWN))
    for group in root.iter(f"{SVG}g"):
        style = group.get("class")
        if style and style != "free":
            states = [one.text for one in group.iter(f"{SVG}text") if one.get("class") == "state"]
            assert states, style


def test_boxes_do_not_overlap_and_lie_within_the_picture() -> None:
    for found in (minsk(), minsk(*OWN)):
        root = picture(found)
        width, height = int(root.get("width", 0)), int(root.get("height", 0))
        boxes = [
            tuple(int(rect.get(side, 0)) for side in ("x", "y", "width", "height"))
            for rect in root.iter(f"{SVG}rect")
            if rect.get("class") != "paper"
        ]
        assert len(boxes) > 10
        for n, (x, y, wide, high) in enumerate(boxes):
            assert x + wide <= width
            assert y + high <= height
            for other_x, other_y, _, other_high in boxes[:n]:
                apart = x != other_x or y >= other_y + other_high or other_y >= y + high
                assert apart


def test_the_same_question_gives_the_same_picture() -> None:
    assert sequenced_picture(minsk(*OWN)) == sequenced_picture(minsk(*OWN))


def test_names_that_would_break_a_picture_are_escaped(tmp_path: Path) -> None:
    found = msgspec.structs.replace(World(tmp_path, LAW).sequence(), case='<&"> \x1b[2J')
    root = ElementTree.fromstring(sequenced_picture(found))
    assert "<&" in (root.findtext(f"{SVG}title") or "")


# JSON.


def test_the_document_follows_its_schema_and_reads_back() -> None:
    for found in (minsk(), minsk(*OWN)):
        written = json_text(document(found))
        jsonschema.validate(msgspec.json.decode(written), schema("sequence"))
        assert msgspec.json.decode(written, type=SequenceDocument).sequence == found


@pytest.mark.parametrize("form", ["text", "markdown", "html", "svg", "json"])
def test_the_command_prints_every_format(
    form: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["sequence", "minsk-2015", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert "elections" in printed
    target = tmp_path / "result"
    assert main(["sequence", "minsk-2015", "--format", form, "--output", str(target)]) == 0
    assert "elections" in target.read_text(encoding="utf-8")
