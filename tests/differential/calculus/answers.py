"""What follows from a case by the event calculus, as plain values.

All scenarios of a case are put into one program. What is unknown to the end is tried in every way
(rule C2): each way is a world, and what the worlds do not agree on is undetermined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import clingo

from servanda.core.calendar import Moment
from servanda.model import case as cs
from tests.differential.calculus.collected import Answer, Collected
from tests.differential.calculus.program import Program

HERE = Path(__file__).parent
RULES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.lp"))}
OF_OWN_LIFE = ("sets", "conditions", "own_life")
"""The rules that say who is bound and which agreement is in force."""

ROUNDS = 20
"""After so many it is taken that nothing will settle."""


def answers(case: cs.Case, asked: Sequence[tuple[cs.Scenario, Moment]]) -> list[Answer]:
    """What each scenario leads to by a moment, all of them in one program.

    Asked in rounds, of which each is told who was bound and what was breached in the one before;
    at first about the life of the agreements only.
    """
    program = Program(case, asked)
    facts = "\n".join(program.lines.facts)
    told = frozenset[str]()
    whole = False
    for _ in range(ROUNDS):
        shown = solve(RULES if whole else OF_OWN_LIFE, facts, told)
        found = frozenset(feedback(shown, program.texts.watched_articles))
        if found == told and whole:
            return Collected(program, shown).answers()
        whole = whole or found == told or not program.texts.life_reads_bonds
        told = found
    raise AssertionError("the rounds do not settle")


FED = {
    "party": "was_party",
    "entry": "was_entry",
    "breach": "was_breach",
    "borne_by": "was_bearer",
    "ended": "was_ended",
}


def feedback(shown: Iterable[clingo.Symbol], watched: set[int]) -> Iterator[str]:
    """What a round found that the next one is told; breaches only where they are read."""
    for symbol in shown:
        if symbol.name in {"breach", "borne_by"} and symbol.arguments[1].number not in watched:
            continue
        if symbol.name in FED:
            yield f"{FED[symbol.name]}({','.join(map(str, symbol.arguments))})."


def solve(rules: Iterable[str], facts: str, told: Iterable[str]) -> list[clingo.Symbol]:
    """What clingo shows in the one model that the rules have with these facts."""
    control = clingo.Control(["--warn=none"], message_limit=20)
    for text in (*(RULES[name] for name in rules), facts, "\n".join(told)):
        control.add("base", [], text)
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        (shown,) = [list(model.symbols(shown=True)) for model in handle]
    return shown
