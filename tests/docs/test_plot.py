"""The picture of how the cost of diagrams grows is the one that the table of its page makes."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from bench.plot import SIZES, plot, rows, varied
from tests.docs.pages import ROOT

PICTURE = ROOT / "docs" / "growth.svg"
PAGE = (ROOT / "docs" / "bench.md").read_text(encoding="utf-8")
SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_drawn_from_the_table_below_it(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        PICTURE.write_text(plot(PAGE), encoding="utf-8")
    assert PICTURE.read_text(encoding="utf-8") == plot(PAGE)
    _, _, below = PAGE.partition("(growth.svg)\n\n")
    table, _, _ = below.partition("\n\n")
    assert table.startswith("| guarantors x attributes | reservations each |")
    assert len(rows(PAGE)) == len(table.splitlines()[2:])


def test_each_panel_has_a_dot_with_its_size_for_each_row_that_differs_in_it_alone() -> None:
    drawn = ElementTree.parse(PICTURE).getroot()
    panels = drawn.findall(f"{SVG}g")
    for number, panel in enumerate(panels):
        sizes = [str(row.sizes[number]) for row in varied(rows(PAGE), number)]
        assert [text.text for text in panel.findall(f"{SVG}text[@class='size']")] == sizes
        assert len(panel.findall(f"{SVG}circle")) == len(sizes) >= 4
    assert len(panels) == len(SIZES)
    assert drawn.findtext(f"{SVG}title")
    assert drawn.findtext(f"{SVG}desc")


def test_more_seconds_are_drawn_higher_and_every_dot_within_its_panel() -> None:
    drawn = ElementTree.parse(PICTURE).getroot()
    for number, panel in enumerate(drawn.findall(f"{SVG}g")):
        seconds = [float(row.seconds) for row in varied(rows(PAGE), number)]
        heights = [-int(dot.attrib["cy"]) for dot in panel.findall(f"{SVG}circle")]
        order = range(len(seconds))
        assert sorted(order, key=seconds.__getitem__) == sorted(order, key=heights.__getitem__)
        frame = panel.find(f"{SVG}rect[@class='frame']")
        assert frame is not None
        left, top, width, height = (int(frame.attrib[key]) for key in ("x", "y", "width", "height"))
        for dot in panel.findall(f"{SVG}circle"):
            assert left < int(dot.attrib["cx"]) < left + width
            assert top < int(dot.attrib["cy"]) < top + height
