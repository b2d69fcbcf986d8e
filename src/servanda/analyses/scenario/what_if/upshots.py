"""What would decide, or change, where a duty stands, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.analyses.scenario.facts.sets_by_date import is_undeclared
from servanda.analyses.scenario.outcome import Missing, State
from servanda.analyses.scenario.what_if.questions import Question
from servanda.model.words import few

MOST_NAMED = 6
"""How many values are named one by one."""

NO_SINGLE_CHANGE = "no single change that was tried would change it"
"""Tried is what the article and its exceptions read: facts, acts, options, readings."""


class Prospect(msgspec.Struct, frozen=True):
    """What would decide, or change, where a duty stands.

    Attributes:
        missing: What is not known and would decide.
        would_change: What change would make another state of it, each a sentence.
    """

    missing: tuple[Missing, ...] = ()
    would_change: tuple[str, ...] = ()


NO_PROSPECT = Prospect()


class Part(msgspec.Struct, frozen=True):
    """Answers to one question that come to the same, by their places."""

    question: int
    answers: tuple[int, ...]


class Upshot(msgspec.Struct, frozen=True):
    """What is supposed, one thing or several together, and where the duty would stand."""

    supposed: tuple[Part, ...]
    state: State


class Findings(msgspec.Struct, frozen=True):
    """What is missing and what would change, by the places of questions and answers.

    Attributes:
        wants: Each question that is wanting, with where its answers would lead.
    """

    modality: str
    wants: tuple[tuple[int, tuple[Upshot, ...]], ...]
    effects: tuple[Upshot, ...]

    def told(self, questions: Sequence[Question]) -> Prospect:
        """The same in words; the questions are about the duty to speak of, in the same order."""
        wording = _Wording(questions)
        missing = tuple(
            Missing(
                name=questions[number].name,
                statement=questions[number].statement,
                decides=tuple((wording.values(e.supposed[0]), e.state) for e in effects),
                origin=questions[number].origin,
            )
            for number, effects in self.wants
        )
        sentences = tuple(
            f"if {' and '.join(map(wording.part, effect.supposed))}, "
            f"{_consequence(effect.state, self.modality)}"
            for effect in self.effects
        )
        return Prospect(missing, sentences or (NO_SINGLE_CHANGE,))


class _Wording:
    """Words for what is supposed about one duty."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = questions

    def part(self, part: Part) -> str:
        """A supposition: the topic, and the values if it is about a value."""
        return f"{self._questions[part.question].topic} {self.values(part)}".rstrip()

    def values(self, part: Part) -> str:
        """Values in words, in the order declared; of many, how many more there are."""
        question = self._questions[part.question]
        values = [value for place in part.answers for value in question.answers[place].values]
        if question.values:
            values.sort(key=question.values.index)
        return few(map(_name, values), MOST_NAMED, "or")


def _name(value: str) -> str:
    return value.split(" (", maxsplit=1)[0] if is_undeclared(value) else value


def _consequence(state: State, modality: str) -> str:
    """Where something would stand, in a clause."""
    match state:
        case State.NOT_ARISEN:
            nothing = {"must": "owed", "must not": "forbidden", "may": "permitted"}
            return f"nothing would be {nothing[modality]}"
        case State.EXCEPTED:
            return "an exception would apply"
        case State.PENDING:
            return "it would be owed"
        case State.BINDING:
            return "it would be forbidden and not be breached"
        case State.PERMITTED:
            return "it would be permitted"
        case State.SUSPENDED:
            return "it would be suspended"
        case State.LAPSED:
            return "it would have lapsed"
        case State.UNDETERMINED | State.MET | State.BREACHED:
            return f"it would be {state.value}"
