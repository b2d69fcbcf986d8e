"""Cases of bargaining for tests: issues of two or three options, and what parties ask of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from servanda import workbench
from servanda.workbench.reports import Checked
from servanda.workbench.settlements import PackageLine, Settled

TABLE = """\
case "At the table"
state ASTER "Aster"
state BRIAR "Briar"
state CEDAR "Cedar"
issue truce "The truce"
  option first
  option last
issue border "The border"
  option old
  option new
  option shared
issue aid "Aid"
  option none
  option some
"""


class Talks:
    """A case of a test's own, in a file of its own.

    Attributes:
        path: The file.
    """

    def __init__(self, folder: Path, *blocks: str, opening: str = TABLE) -> None:
        self.path = folder / f"talks{len([*folder.iterdir()])}.md"
        text = "\n".join([opening, *blocks])
        self.path.write_text(f"# Talks\n\n```servanda\n{text}\n```\n", encoding="utf-8")

    def settle(self, **asked: Any) -> Settled:
        """What could be signed."""
        found = workbench.settle(str(self.path), **asked)
        assert isinstance(found, Settled), found
        return found

    def refused(self, **asked: Any) -> list[str]:
        """The codes of what is wrong with a question."""
        found = workbench.settle(str(self.path), **asked)
        assert isinstance(found, Checked), found
        return [report.code for report in found.diagnostics]


def line(
    name: str, party: str, requires: str, *, cost: int = 1, sort: str = "red line", rests: str = ""
) -> str:
    """A red line or a demand."""
    on = f"rests on {rests}" if rests else 'judgement "Drawn up for the test."'
    return f"{sort} {name} of {party}\n  requires {requires}\n  cost {cost}\n  {on}\n"


def demand(name: str, party: str, requires: str) -> str:
    """A demand."""
    return (
        f'demand {name} of {party}\n  requires {requires}\n  judgement "Drawn up for the test."\n'
    )


def prefers(party: str, *lines: str, no_agreement: int = 0) -> str:
    """What a party prefers."""
    told = "".join(f"  {one}\n" for one in lines)
    return f'preferences of {party}\n{told}  no agreement {no_agreement}\n  judgement "For the test."\n'


def told(package: PackageLine | None) -> dict[str, str]:
    """The options of a package."""
    assert package is not None
    return {one.issue: one.option for one in package.options}


def gains(package: PackageLine | None) -> dict[str, float]:
    """What each party gains from a package."""
    assert package is not None
    return {one.party: one.gain for one in package.gains}
