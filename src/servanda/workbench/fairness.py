"""What packages are worth to the parties, and which of them stand out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice

from servanda.analyses.settlement.compromise import compromise
from servanda.analyses.settlement.formulas import Formula
from servanda.analyses.settlement.lines import crossed, parties_of
from servanda.analyses.settlement.listed import Finder, Listed, Undecided, standing_out
from servanda.analyses.settlement.nash import Nash
from servanda.analyses.settlement.space import Package
from servanda.analyses.settlement.sweep import TooMany, frontier, outcomes
from servanda.analyses.settlement.together import Together
from servanda.model.node import ActorId, RequirementId
from servanda.workbench.mistakes import needs_scipy
from servanda.workbench.packages_told import counted, gain_line, package_line, rounded
from servanda.workbench.reports import Checked
from servanda.workbench.settle_questions import Talks
from servanda.workbench.settlements import (
    CompromiseLine,
    DemandLine,
    Fairness,
    GainLine,
    NashLine,
    PackageJudged,
    Undominated,
)

MOST_LISTED = 100_000
"""How many packages are looked at one by one; of more, a solver is asked."""

MOST_TOLD = 100
"""How many of the packages that none dominates are told."""

MOST_STEPS = 2_000_000
"""In how many steps they have to be found."""

FEW_PARTIES = 5
"""Up to so many parties it is tried to find all packages that none dominates, however many."""


def fairness_of(talks: Talks, given_up: tuple[RequirementId, ...]) -> Fairness | Checked:
    """What packages are worth.

    Args:
        talks: What is asked; a package must be left.
        given_up: Red lines that are taken to be given up so that there is one.
    """
    formulas = [line.formula for line in talks.lines if line.requirement.id not in given_up]
    demands = tuple(_demands(talks, formulas))
    if not talks.worths:
        return Fairness(given_up=given_up, demands=demands)
    finder = _finder(talks, formulas)
    if isinstance(finder, Checked):
        return finder
    nash, standing, number = None, tuple[Package, ...](), None
    try:
        nash = finder.nash()
        standing = standing_out(finder, len(talks.worths))
    except Undecided:
        pass
    found = standing
    if isinstance(finder, Listed) and finder.complete:
        packages = tuple(point.package for point in finder.points)
        number = len(packages)
        found = packages if number <= MOST_TOLD else _first((*standing, *packages))
    weighed = compromise(talks.space, talks.worths)
    tied = zip(talks.space.issues, weighed.ties, strict=True)
    return Fairness(
        given_up=given_up,
        nash=_nash(talks, nash) if nash is not None else None,
        undecided=not standing,
        greatest_sum=package_line(talks, standing[0]) if standing else None,
        compromise=CompromiseLine(
            package_line(talks, weighed.package),
            tuple(issue.id for issue, ties in tied if ties > 1),
        ),
        undominated=Undominated(
            tuple(package_line(talks, one) for one in found), number, _best(talks, finder, standing)
        ),
        demands=demands,
    )


def _first(packages: Iterable[Package]) -> tuple[Package, ...]:
    return tuple(islice(dict.fromkeys(packages), MOST_TOLD))


def _best(talks: Talks, finder: Finder, standing: Sequence[Package]) -> tuple[GainLine, ...]:
    """What each party gains at its best, among all packages or those that stand out."""
    if isinstance(finder, Listed):
        gains = [point.gains for point in finder.points]
    else:
        gains = [tuple(one.gain(package) for one in talks.worths) for package in standing]
    if not gains:
        return ()
    best = map(max, zip(*gains, strict=True))
    return tuple(gain_line(one, most) for one, most in zip(talks.worths, best, strict=True))


def unknown(talks: Talks) -> tuple[ActorId, ...]:
    """Parties that ask something of packages, and whose preferences are not known."""
    known = {one.party for one in talks.worths}
    parties = parties_of([*talks.lines, *talks.given_up, *talks.demands])
    return tuple(party for party in parties if party not in known)


def _demands(talks: Talks, formulas: Sequence[Formula]) -> Iterator[DemandLine]:
    if not talks.demands:
        return
    with Together(talks.space, [*formulas, *(line.formula for line in talks.demands)]) as together:
        for number, line in enumerate(talks.demands, len(formulas)):
            possible = together.package([*range(len(formulas)), number]) is not None
            packages = counted(talks, [*formulas, line.formula]) if possible else 0
            yield DemandLine(line.requirement.id, possible, packages)


def judged(talks: Talks, package: Package) -> PackageJudged | Checked:
    """A package, and one that dominates it where there is such a one."""
    told = package_line(talks, package)
    if not talks.worths or told.without:
        return PackageJudged(told, tested=False)
    against = [line.formula for line in talks.lines if line not in crossed(talks.lines, package)]
    finder = _finder(talks, against)
    if isinstance(finder, Checked):
        return finder
    gains = tuple(one.gain(package) for one in talks.worths)
    try:
        best = finder.greatest([1] * len(gains), at_least=gains)
    except Undecided:
        return PackageJudged(told, tested=False)
    if best is None or tuple(one.gain(best) for one in talks.worths) == gains:
        return PackageJudged(told, tested=True)
    return PackageJudged(told, tested=True, better=package_line(talks, best))


def _finder(talks: Talks, formulas: Sequence[Formula]) -> Finder | Checked:
    """A way to find packages by what they are worth, one by one where that can be (N16, N17)."""
    space, worths = talks.space, talks.worths
    number = counted(talks, formulas)
    few = number is not None and number <= MOST_LISTED
    if few or len(worths) <= FEW_PARTIES:
        try:
            return Listed(frontier(space, formulas, worths), worths, complete=True)
        except TooMany:
            pass
    if few:
        try:
            return Listed(outcomes(space, formulas, worths, MOST_STEPS), worths, complete=False)
        except TooMany:
            pass
    if find_spec("scipy") is None:
        return needs_scipy(number)
    from servanda.analyses.settlement.programme import Programme

    return Programme(space, formulas, worths)


def _nash(talks: Talks, nash: Nash) -> NashLine:
    pairs = list(zip(talks.worths, nash.gains, strict=True))
    return NashLine(
        package=package_line(talks, nash.package),
        value=rounded(nash.value),
        bound=rounded(nash.bound),
        gap=math.ceil(1e6 * math.expm1(nash.bound - nash.value)) / 1e6,
        gaining=tuple(worths.party for worths, gain in pairs if gain > 0),
        unchanged=tuple(worths.party for worths, gain in pairs if gain <= 0),
    )
