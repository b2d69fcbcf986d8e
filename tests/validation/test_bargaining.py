"""Rules for positions on a scale against how the European Union has decided, and a published example.

Nothing is fitted: each rule has no parameter, every issue that has an outcome counts, and the
interval comes from drawing whole proposals anew, because the issues of one proposal hang together.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.validation.scales import Position, mean, median, plain_mean, plain_median

ROOT = Path(__file__).parents[2]
FOLDER = ROOT.parent / "shared" / "data" / "negotiation"
PAGE = (ROOT / "docs" / "settlement.md").read_text(encoding="utf-8")

DRAWS = 2000
SEED = 20090

ACTORS = [
    "com",
    "ep",
    "at",
    "be",
    "bu",
    "cr",
    "cy",
    "cz",
    "dk",
    "ee",
    "fi",
    "fr",
    "de",
    "el",
    "hu",
    "ie",
    "it",
    "lv",
    "lt",
    "lu",
    "mt",
    "nl",
    "pl",
    "pt",
    "ro",
    "si",
    "sk",
    "es",
    "se",
    "uk",
]
"""The Commission, the Parliament, and those in the Council, as the columns call them."""

needs_deu = pytest.mark.skipif(
    not (FOLDER / "deu3.csv").exists(), reason="the EU bargaining data is not beside the checkout"
)
needs_example = pytest.mark.skipif(
    not (FOLDER / "ExampleActors.csv").exists(),
    reason="the example of car emissions is not beside the checkout",
)


@dataclass(frozen=True)
class Decided:
    """An issue that was decided.

    Attributes:
        proposal: What it was a part of.
        outcome: Where on the scale it came out.
        positions: Where each actor stood.
        saliences: How much it mattered to each.
        reference: What would have been so without a decision.
    """

    proposal: str
    outcome: float
    positions: Mapping[str, float]
    saliences: Mapping[str, float]
    reference: float | None

    def weighed(self) -> list[Position]:
        """Positions of those to whom it is known how much it mattered."""
        return [
            Position(value, self.saliences[actor])
            for actor, value in self.positions.items()
            if self.saliences.get(actor)
        ]

    def plain(self, *, council: bool = False) -> list[Position]:
        """Positions, of everybody or of the Council alone."""
        out = {"com", "ep"} if council else set()
        return [Position(value) for actor, value in self.positions.items() if actor not in out]


RULES: Mapping[str, Callable[[Decided], float | None]] = {
    "mean weighed by salience": lambda one: mean(one.weighed()),
    "mean": lambda one: plain_mean(one.plain()),
    "median": lambda one: plain_median(one.plain()),
    "median weighed by salience": lambda one: median(one.weighed()),
    "median of the Council": lambda one: plain_median(one.plain(council=True)),
    "position of the Commission": lambda one: one.positions.get("com"),
    "what would be without a decision": lambda one: one.reference,
}


def number(text: str) -> float | None:
    """A figure of the table; None for what is missing."""
    return float(text) if text.strip() else None


def decided() -> list[Decided]:
    """The issues with an outcome."""
    with (FOLDER / "deu3.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        outcome = number(row["out"])
        positions = {a: p for a in ACTORS if (p := number(row[f"p{a}"])) is not None}
        saliences = {a: s for a in ACTORS if (s := number(row[f"s{a}"])) is not None}
        if outcome is not None:
            reference = number(row["rp"])
            found.append(Decided(row["prnr"], outcome, positions, saliences, reference))
    return found


def errors_by_proposal(
    issues: Sequence[Decided], rule: Callable[[Decided], float | None]
) -> dict[str, list[float]]:
    """How far a rule misses the outcomes that it says something of."""
    found: dict[str, list[float]] = {}
    for one in issues:
        expected = rule(one)
        if expected is not None:
            found.setdefault(one.proposal, []).append(abs(expected - one.outcome))
    return found


def average(groups: Sequence[Sequence[float]]) -> float:
    """The mean over all issues of some proposals."""
    return sum(map(sum, groups)) / sum(map(len, groups))


def interval(errors: Mapping[str, Sequence[float]]) -> tuple[float, float]:
    """Where 95 of 100 averages lie when proposals are drawn anew."""
    chance, proposals = random.Random(SEED), sorted(errors)
    drawn = sorted(
        average([errors[chance.choice(proposals)] for _ in proposals]) for _ in range(DRAWS)
    )
    return drawn[DRAWS // 40], drawn[-DRAWS // 40 - 1]


def row(name: str, errors: Mapping[str, Sequence[float]]) -> str:
    """A row of the table on the page."""
    low, high = interval(errors)
    issues = sum(map(len, errors.values()))
    return f"| {name} | {issues} | {average([*errors.values()]):.1f} | {low:.1f} to {high:.1f} |"


@needs_deu
def test_the_page_says_how_far_each_rule_misses_what_the_union_decided() -> None:
    issues = decided()
    computed = [row(name, errors_by_proposal(issues, rule)) for name, rule in RULES.items()]
    shown = re.findall(
        r"^\| [a-z][^|]* \| \d+ \| [\d.]+ \| [\d.]+ to [\d.]+ \|$", PAGE, re.MULTILINE
    )
    assert shown == computed


@needs_deu
def test_the_mean_weighed_by_salience_misses_by_less_than_other_positions_do() -> None:
    issues = decided()
    errors = {
        name: average([*errors_by_proposal(issues, rule).values()]) for name, rule in RULES.items()
    }
    assert abs(errors["mean weighed by salience"] - 23.7) < 3
    for other in (
        "median",
        "median of the Council",
        "position of the Commission",
        "what would be without a decision",
    ):
        assert errors["mean weighed by salience"] < errors[other]


@needs_example
def test_car_emissions_come_out_where_they_were_published_to() -> None:
    with (FOLDER / "ExampleActors.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    positions = [
        Position(float(r["Position"]), float(r["Capability"]) * float(r["Salience"])) for r in rows
    ]
    assert median(positions) == 7
    assert mean(positions) == pytest.approx(7.389956, abs=1e-6)
