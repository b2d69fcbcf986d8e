"""Counts of gaps agree with clingo, for guarantees of dozens of states and many kinds of incident.

The formulas are written as a logic program: an atom for each part, a choice for each attribute of
the incident and for each hinge. Clingo counts the incidents for which an answer set is left, by
listing them; no decision diagram is built.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Literal

import pytest

pytest.importorskip("clingo", reason="clingo is not installed")

import clingo

from servanda.analyses.coverage.formula import (
    AtLeast,
    Every,
    Formula,
    Given,
    Opposite,
    Some,
    Told,
    Where,
)
from servanda.analyses.coverage.gaps import gaps
from servanda.analyses.coverage.survey import Survey, survey
from servanda.language.document import Source
from servanda.model.node import AttributeId, Level
from servanda.workbench.checking import checked_case
from servanda.workbench.standing import footing

DAY = dt.date(2026, 2, 1)
LEVELS = (Level("armed_force"), Level("support"))
STATES = tuple(f"S{n:02}" for n in range(30))
ATTRIBUTES = {
    "means": ("air", "ground", "cyber"),
    "origin": ("abroad", "domestic"),
    "scale": ("small", "large"),
    "phase": ("truce", "war"),
    "aim": ("land", "sea"),
    "claim": ("open", "covert"),
    "notice": ("given", "none"),
}


def conditions(random: Random) -> Iterator[str]:
    """Lines that an article may have, so many that few articles are alike."""
    for attribute in random.sample(list(ATTRIBUTES), random.randint(1, 3)):
        values = ATTRIBUTES[attribute]
        negation = random.choice(("", "not "))
        yield f"  only if {attribute} is {negation}{random.choice(values)}"
    if random.random() < 0.5:
        yield random.choice(
            (
                "  only if the victim has requested assistance",
                "  only if council has decided",
                "  unless council has found that origin is domestic",
                "  only if S01 has requested assistance or place is in east",
                "  unless the bearer is the attacker",
                "  only if 3 of the guarantors have consulted",
            )
        )


def text(seed: int) -> str:
    random = Random(seed)
    lines = [f'state {name} "{name}"' for name in STATES]
    lines += [
        "group guarantor plural guarantors",
        f"  members {', '.join(random.sample(STATES, 12))}",
        "group eastern plural easterners",
        f"  members {', '.join(random.sample(STATES, 8))}",
        "organ council",
        f"  members {', '.join(STATES[:5])}",
        "  decides by consensus, leaving out the attacker",
        "region east",
        "  contains port, hill",
        "region port",
        "region hill",
        "region west",
        "incident attack",
        "  by attacker: state",
        "  on victim: state",
        "  place: region",
        *(f"  {name}: {', '.join(values)}" for name, values in ATTRIBUTES.items()),
        "agreement PACT",
        f"  between {', '.join(STATES)}",
    ]
    whom = ("a guarantor", "an eastern", "S00, S01, S02", "another guarantor")
    for number in range(1, 9):
        lines += [f"article {number}", f"  when attack on {random.choice(whom)}"]
        lines += conditions(random)
        bearer = random.choice(("each other guarantor", "each other eastern", "S03, S04, S05"))
        level = random.choice(("consult", "support", "armed_force"))
        lines.append(f"  {bearer} must assist the victim with {level}")
    for number in (9, 10):
        lines += [f"article {number}", "  when attack on a state", *conditions(random)]
        lines.append(f"  article {random.randint(1, 8)} does not apply")
    lines += ["history", "  2026-01-01 each signatory signs"]
    return "\n".join(("```servanda", *lines, "```", ""))


class Program:
    """A survey as a logic program."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.lines: list[str] = []
        self._atoms: dict[Formula, str] = {}

    def atom(self, formula: Formula) -> str:
        if formula not in self._atoms:
            name = self._atoms[formula] = f"f{len(self._atoms)}"
            self.lines += self._rules(name, formula)
        return self._atoms[formula]

    def _rules(self, name: str, formula: Formula) -> list[str]:
        space = self.survey.space
        match formula:
            case Where(attribute=attribute, values=values):
                place = space.place(attribute)
                return [f"{name} :- a({place},{n})." for n in space.mask(place, values)]
            case Given(fact=fact):
                rules = []
                for n, hinge in enumerate(space.hinges):
                    if fact in hinge.facts:
                        rules += [f"{name} :- h({n},{w})." for w in hinge.holding(fact)]
                return rules
            case Every(every=parts):
                return [f"{name} :- {', '.join(map(self.atom, parts)) or '#true'}."]
            case Some(some=parts):
                return [f"{name} :- {self.atom(part)}." for part in parts]
            case Told(what=what, by=by):
                return [f"{name} :- {self.atom(what)}, {self.atom(Given(by))}."]
            case Opposite(of=part):
                return [f"{name} :- not {self.atom(part)}."]
            case AtLeast(count=count, parts=parts):
                counted = "; ".join(f"{n} : {self.atom(part)}" for n, part in enumerate(parts))
                return [f"{name} :- {count} <= #count {{ {counted} }}."]

    def covered(self, rank: int) -> int:
        """In how many incidents somebody can be bound to help, to a rank of the ladder at least."""
        survey, space = self.survey, self.survey.space
        sizes = list(enumerate(space.diagrams.sizes))
        by, on = space.place(_role(survey, "by")), space.place(_role(survey, "on"))
        bound = [self.atom(c.owed.when) for c in survey.commitments if survey.reaches(c, rank)]
        program = [
            *(f"1 {{ a({place},0..{size - 1}) }} 1." for place, size in sizes[: space.level]),
            *(f"1 {{ h({n},0..{len(x.ways) - 1}) }} 1." for n, x in enumerate(space.hinges)),
            f":- a({by},X), a({on},X).",
            *self.lines,
            *(f"bound :- {name}." for name in bound),
            ":- not bound.",
            "#show a/2.",
        ]
        control = clingo.Control(["--project=show", "--models=0", "--warn=none"])
        control.add("base", [], "\n".join(program))
        control.ground([("base", [])])
        found = 0
        with control.solve(yield_=True) as models:
            for _ in models:
                found += 1
        return found


def _role(survey: Survey, role: Literal["by", "on"]) -> AttributeId:
    attribute = survey.space.kind.role(role)
    assert attribute is not None
    return attribute.id


@pytest.mark.parametrize("seed", range(3))
def test_as_many_incidents_are_covered_as_clingo_finds(seed: int) -> None:
    case = checked_case([Source("pact.md", text(seed))]).case
    assert case is not None
    found = survey(footing(case, DAY).standing, case.kinds[0].id)
    assert len(found.everybody) >= 10
    for level in LEVELS:
        rank = found.standing.rank(level)
        assert rank is not None
        told = gaps(found, level)
        assert Program(found).covered(rank) == told.incidents - told.never
