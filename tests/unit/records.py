"""A small record, in which tests ask who holds what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from servanda.analyses.record.outcome import Cell, Clash, Placed
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.workbench.recorded import Recorded, StatementTold
from servanda.workbench.recording import Question, recorded
from servanda.workbench.reports import Checked

WORLD = """\
case "Talks"
state ASTER "Aster"
state BRIAR "Briar"
state CEDAR "Cedar"
state DELOS "Delos"
organ council "Council"
law peace_law
circumstance truce
issue help "What help"
  option troops "Troops"
  option money "Money"
  option nothing "Nothing"
issue order "Which comes first"
  option truce_first "The truce"
  option pact_first "The pact"
incident attack
  by attacker: state
  on victim: state
agreement PACT "Pact"
  between ASTER, BRIAR
article 1
  ASTER must not attack BRIAR
person AMBER "Amber"
  speaks for ASTER as "envoy" from 2025-01-01 until 2026-01-01
person ALDER "Alder"
  speaks for ASTER as "president"
person BIRCH "Birch"
  speaks for BRIAR as "minister"
person PINE "Pine"
outlet NEWS "News"
document PAPER "A report"
  published by NEWS on 2025-03-10
document LATER "A later report"
  published by NEWS on 2025-04-10
side west "West"
  members ASTER, BRIAR from 2025-01-01
side east "East"
  members DELOS
"""


def case_of(*statements: str, world: str = WORLD) -> Case:
    """A case whose record has these statements, each a speech line and further lines behind ``;``."""
    blocks = []
    for number, text in enumerate(statements, 1):
        name, lines = f"S{number}", [line.strip() for line in text.split(";")]
        if not any(line.startswith(("in ", "source ", "judgement ")) for line in lines):
            lines.append('source "a test"')
        blocks.append("\n".join([f"statement {name}", *(f"  {line}" for line in lines)]))
    text = "\n".join([world, *blocks])
    read = read_case([Source("record.md", f"```servanda\n{text}\n```\n")])
    assert read.case is not None, [(d.code, d.headline) for d in read.diagnostics]
    return read.case


@dataclass(frozen=True)
class Told:
    """What a record comes to, in a few words."""

    recorded: Recorded

    def cell(self, party: str, issue: str = "help") -> Cell:
        """A party on an issue, or on another matter."""
        for cell in self.recorded.board.cells:
            if (cell.party, cell.matter.name) == (party, issue):
                return cell
        raise LookupError(f"{party} on {issue}")

    def state(self, party: str, issue: str = "help") -> str:
        """In a word."""
        return self.cell(party, issue).state

    def holds(self, party: str, issue: str = "help") -> list[str]:
        """What a party holds: ``accepts troops``."""
        return list(map(said, self.cell(party, issue).holding))

    def below(self, party: str, issue: str = "help") -> list[str]:
        """What is said of it that does not count."""
        return list(map(said, self.cell(party, issue).below))

    def sorts(self, party: str, issue: str = "help") -> list[str]:
        """What it amounts to."""
        return [one.stance.sort for one in self.cell(party, issue).holding]

    def matters(self, party: str) -> dict[str, list[str]]:
        """What a party holds on matters that are no issues."""
        return {
            row.matter.name: [one.stance.direction for one in cell.holding]
            for row in self.recorded.board.others
            for cell in row.cells
            if cell.party == party and cell.holding
        }

    def clashes(self) -> list[tuple[str, str, list[str]]]:
        """What cannot both be so: between what, of whom, by which statements."""
        return [
            (clash.sort, clash.party, statements(clash)) for clash in self.recorded.board.clashes
        ]

    def changes(self) -> list[tuple[str, str, str]]:
        """What has become otherwise."""
        return [(one.party, one.matter.name, one.sort) for one in self.recorded.changes]

    def statement(self, name: str) -> StatementTold:
        """A statement."""
        return next(one for one in self.recorded.statements if one.id == name)

    def standings(self, name: str) -> list[str | None]:
        """The standing of each saying of a statement, of its first voice, outermost first."""
        sayings = self.statement(name).sayings
        return [one.heard[0].standing and one.heard[0].standing.value for one in sayings]


def said(placed: Placed) -> str:
    """A stance: ``accepts troops``."""
    stance = placed.stance
    return f"{stance.kind} {stance.on}".rstrip()


def statements(clash: Clash) -> list[str]:
    """The statements of a clash: what holds, what goes against it, who denies it."""
    others = [stance.statement for stance in clash.others]
    return [clash.one.statement, *others, *(denial.statement for denial in clash.denials)]


def told(*lines: str, **asked: Any) -> Told:
    """What a record of some statements comes to."""
    return of_case(case_of(*lines), **asked)


def of_case(case: Case, **asked: Any) -> Told:
    """What the record of a case comes to."""
    found = recorded(case, Question(**asked))
    assert not isinstance(found, Checked), found.diagnostics
    return Told(found)
