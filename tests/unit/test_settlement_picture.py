"""The picture of a settlement shows what the page says: who gains what, and how often help is owed."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import msgspec
import pytest

from servanda import workbench
from servanda.cli.main import main
from servanda.views.settlement import settled_picture
from servanda.workbench.settlements import Fairness, Settled

SVG = "{http://www.w3.org/2000/svg}"


def ukraine() -> Settled:
    """The case in which somebody has to give up a red line."""
    found = workbench.settle("ukraine-2025-08")
    assert isinstance(found, Settled)
    return found


def picture(found: Settled) -> ElementTree.Element:
    """The picture, read as what it is."""
    return ElementTree.fromstring(settled_picture(found))


def rows(root: ElementTree.Element) -> list[ElementTree.Element]:
    """The lines of parties and of help, from above."""
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == "row"]


def places(row: ElementTree.Element) -> dict[str, int]:
    """Where the letters of a row stand."""
    letters = (one for one in row.iter(f"{SVG}text") if one.get("class") == "letter")
    return {one.text or "": int(one.get("x", 0)) for one in letters}


def strokes(row: ElementTree.Element) -> list[int]:
    """Where the strokes of a row stand."""
    return [int(one.get("x1", 0)) for one in row.iter(f"{SVG}line") if one.get("class") == "stroke"]


def line(row: ElementTree.Element, style: str) -> ElementTree.Element:
    """The one line of this style in a row."""
    (found,) = (one for one in row.iter(f"{SVG}line") if one.get("class") == style)
    return found


def test_each_concession_has_a_line_for_each_party_and_one_for_help() -> None:
    names = [row.findtext(f"{SVG}text") for row in rows(picture(ukraine()))]
    once = ["gain of UKR", "gain of RUS", "gain of USA", "gain of EUROPE", "help at once"]
    assert names == once * 2


def test_who_gains_more_stands_further_right_and_at_the_same_scale() -> None:
    found = ukraine()
    first = found.fairness[0]
    assert first.nash is not None
    assert first.compromise is not None
    drawn = rows(picture(found))
    axis = line(drawn[0], "axis")
    left, right = int(axis.get("x1", 0)), int(axis.get("x2", 0))
    for n, gain in enumerate(first.nash.package.gains):
        beside = first.compromise.package.gains[n].gain
        spots = places(drawn[n])
        for spot, value in ((spots["NS"], gain.gain), (spots["C"], beside)):
            assert abs(spot - (left + (right - left) * value / 63)) <= 1
        assert int(line(drawn[n], "zero").get("x1", 0)) == left


def test_packages_that_no_other_dominates_are_strokes() -> None:
    found = ukraine()
    first = found.fairness[0].undominated
    assert first is not None
    for n, row in enumerate(rows(picture(found))[:4]):
        assert len(strokes(row)) == len({one.gains[n].gain for one in first.packages})


def test_a_party_that_would_lose_lies_left_of_no_agreement() -> None:
    found = ukraine()
    first = found.fairness[0]
    assert first.compromise is not None
    gains = first.compromise.package.gains
    losing = (msgspec.structs.replace(gains[0], gain=-20.0), *gains[1:])
    package = msgspec.structs.replace(first.compromise.package, gains=losing)
    compromise = msgspec.structs.replace(first.compromise, package=package)
    changed = Fairness(given_up=first.given_up, compromise=compromise)
    root = picture(msgspec.structs.replace(found, fairness=(changed,)))
    row = rows(root)[0]
    assert places(row)["C"] < int(line(row, "zero").get("x1", 0))
    told = root.findtext(f"{SVG}desc") or ""
    assert "UKR -20" in told
    assert "There is no Nash solution: every package leaves somebody worse off" in told


def test_the_picture_says_in_words_what_it_shows() -> None:
    root = picture(ukraine())
    assert root.get("role") == "img"
    told = " ".join((root.findtext(f"{SVG}desc") or "").split())
    assert told.startswith("Every one of 64 packages crosses a red line: 1 minimal conflict.")
    assert "If UKR gives up guarantee_before_ceasefire. NS the Nash solution and greatest" in told
    assert "UKR +27.5, RUS +56.5, USA +63, EUROPE +45.5" in told
    assert "owed at once in 31 % of the kinds of attack" in told
    assert "Strokes: 4 packages that no other dominates." in told


def test_letters_of_one_line_do_not_overlap_and_lie_within_the_picture() -> None:
    root = picture(ukraine())
    width, height = int(root.get("width", 0)), int(root.get("height", 0))
    for row in rows(root):
        discs = [
            tuple(int(disc.get(side, 0)) for side in ("x", "y", "width", "height"))
            for disc in row.iter(f"{SVG}rect")
        ]
        assert discs
        for n, (x, y, wide, high) in enumerate(discs):
            assert x >= 0
            assert y >= 0
            assert x + wide <= width
            assert y + high <= height
            for other_x, other_y, other_wide, other_high in discs[:n]:
                beside = x >= other_x + other_wide or other_x >= x + wide
                assert beside or y >= other_y + other_high or other_y >= y + high


def test_without_preferences_the_picture_says_what_it_cannot_show() -> None:
    found = msgspec.structs.replace(ukraine(), fairness=(), unknown=("UKR", "RUS"))
    root = picture(found)
    assert rows(root) == []
    told = root.findtext(f"{SVG}desc") or ""
    assert "What UKR and RUS would gain is undetermined: no preferences are written." in told


def test_names_that_would_break_a_picture_are_escaped() -> None:
    found = msgspec.structs.replace(ukraine(), case='<&"> \x1b[2J')
    assert "<&" in (picture(found).findtext(f"{SVG}title") or "")
    assert "\x1b" not in settled_picture(found)


def test_the_same_question_gives_the_same_picture(capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for _ in range(2):
        assert main(["settle", "ukraine-2025-08", "--format", "svg"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", printed[0])
