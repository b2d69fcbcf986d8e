"""A small world in which tests ask who owes what in every incident."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from servanda import workbench
from servanda.workbench.comparisons import Compared, SideBySide
from servanda.workbench.coverages import Covered
from servanda.workbench.reports import Checked

Answer = TypeVar("Answer")

WORLD = """\
case "A small world"

state ASTER "Aster"
state BRIAR "Briar"
state CEDAR "Cedar"
state DELOS "Delos"
organ council "Council"
  members ASTER, BRIAR, CEDAR
  decides by unanimity
region home "Home"
  contains north, south
region north "North"
region south "South"
region far "Far"
law peace_law "A law of peace"
circumstance truce "A truce"
issue strength "How strong"
  option weak "Weak"
  option strong "Strong"
incident attack "Attack"
  by attacker: state
  on victim: state
  place: region
  means: land, sea, cyber
"""

PACT = """\
agreement PACT "Pact"
  between ASTER, BRIAR, CEDAR
history
  2026-01-01 ASTER, BRIAR, CEDAR sign PACT
"""


class World:
    """A case of a test's own, in a file of its own.

    Attributes:
        path: The file.
    """

    def __init__(self, folder: Path, *blocks: str, opening: str = WORLD + PACT) -> None:
        self.path = folder / f"case{len([*folder.iterdir()])}.md"
        text = "\n".join([opening, *blocks])
        self.path.write_text(f"# A case\n\n```servanda\n{text}\n```\n", encoding="utf-8")

    def cover(self, **asked: Any) -> Covered:
        """The coverage of the case."""
        return answered(workbench.cover(str(self.path), **asked), Covered)

    def compare(self, **asked: Any) -> Compared:
        """Two sides of the case."""
        return answered(workbench.compare(str(self.path), **asked), Compared)

    def side_by_side(self, **asked: Any) -> SideBySide:
        """Its designs side by side."""
        return answered(workbench.side_by_side(str(self.path), **asked), SideBySide)


def answered(answer: Answer | Checked, form: type[Answer]) -> Answer:
    """An answer, and not what is wrong with the question."""
    assert isinstance(answer, form), getattr(answer, "diagnostics", answer)
    return answer


def table(covered: Covered) -> dict[str, list[str]]:
    """Each class of incidents and what is owed in it, whoever owes it."""
    return {
        " or ".join(one.incidents.alternatives): [
            f"{offer.words}: {'at once' if offer.at_once else ' or '.join(needs(offer.ways))}"
            for cell in one.cells
            for offer in cell
        ]
        for one in covered.map.classes
    }


def needs(ways: Any) -> list[str]:
    """On what something hangs, one sentence for each way."""
    return [" and ".join(way.needs) for way in ways]


def values(covered: Covered) -> dict[str, tuple[str, ...]]:
    """The values of each attribute that are told apart."""
    return {one.attribute: one.values for one in covered.asked.attributes}
