"""A small world in which tests ask in which order steps can be taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from servanda import workbench
from servanda.model.record import Statement
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.reports import Checked
from servanda.workbench.sequence_questions import Question
from servanda.workbench.sequences import AnswerLines, Sequenced
from servanda.workbench.sequencing import sequence_case

WORLD = """\
case "A small world"

state ASTER "Aster"
state BRIAR "Briar"
state CEDAR "Cedar"
state DELOS "Delos"
group guard "Guards"
  members ASTER, BRIAR from 2020-01-01 until 2026-01-01
  members BRIAR, CEDAR from 2026-01-01
organ council "Council"
law peace_law "A law of peace"
law other_law "Another law"
circumstance truce "A truce"
motion settlement "That all is settled"
issue order "Which comes first"
  option law_first "The law"
  option vote_first "The vote"
incident attack "Attack"
  by attacker: state
  on victim: state
act poll (polls, polled, polling) "A poll"
act leave (leaves, left, departure) "Departure"
act open (opens, opened, opening) "Opening"
"""

PACT = """\
agreement PACT "Pact"
  between ASTER, BRIAR
  bound by signature
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

    def sequence(self, **asked: Any) -> Sequenced:
        """The order of its steps."""
        return answered(workbench.sequence(str(self.path), **asked))

    def answer(self, **asked: Any) -> AnswerLines:
        """The order of its steps, where there is one answer."""
        return only(self.sequence(**asked))

    def with_statements(self, *statements: Statement, **asked: Any) -> Sequenced:
        """The order of its steps once something has been said."""
        opened = open_case(str(self.path), inside=True)
        assert isinstance(opened, Opened), opened
        case = replace(opened.case, statements=statements)
        said = Opened(case, opened.warnings, opened.sources)
        return answered(sequence_case(said, Question(**asked)))


def answered(found: Sequenced | Checked) -> Sequenced:
    """An answer, and not what is wrong with the question."""
    assert isinstance(found, Sequenced), getattr(found, "diagnostics", found)
    return found


def only(found: Sequenced) -> AnswerLines:
    """The one answer by the first way of reading."""
    (answer,) = found.ways[0].answers
    return answer


def waves(answer: AnswerLines) -> list[set[str]]:
    """What can be taken at once, next, and so on."""
    return [{answer.step(number).words for number in wave} for wave in answer.waves]


def steps(answer: AnswerLines) -> set[str]:
    """Every step."""
    return {step.words for step in answer.steps}


def stand(answer: AnswerLines) -> dict[str, str]:
    """Where each step stands."""
    return {step.words: step.stand for step in answer.steps}


def deadlocks(answer: AnswerLines) -> list[set[str]]:
    """Steps that wait for one another."""
    return [{answer.step(n).words for n in one.steps} for one in answer.deadlocks]


def given_up(answer: AnswerLines) -> list[list[str]]:
    """What is enough to be given up: an article by its number, a reading, a statement."""
    return [
        [
            one.reading or one.statement or (one.article.article if one.article else "")
            for one in some.given_up
        ]
        for some in answer.unlocking
    ]
