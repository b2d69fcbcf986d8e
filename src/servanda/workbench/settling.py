"""The settlement of a case: what is asked, what the analyses find, and the answer in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.settlement.compromise import compromise
from servanda.analyses.settlement.concessions import by_cost, concessions, cost_of
from servanda.analyses.settlement.conflicts import conflicts
from servanda.analyses.settlement.formulas import Formula
from servanda.analyses.settlement.lines import Line, crossed, parties_of
from servanda.analyses.settlement.nash import Nash, nash_of
from servanda.analyses.settlement.participation import ORDER, Matter, matters
from servanda.analyses.settlement.space import Package
from servanda.analyses.settlement.sweep import TooMany, count, frontier
from servanda.analyses.settlement.together import Together
from servanda.model.bargaining import Participation, Requirement
from servanda.model.node import ActorId, RequirementId, StatementId
from servanda.model.words import Speaker, Vocabulary
from servanda.workbench.asking import actor_names
from servanda.workbench.grounds import passages
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.settle_questions import Bars, Question, Talks, reaches, talks_of
from servanda.workbench.settlements import (
    CompromiseLine,
    ConcessionLine,
    ConflictLine,
    Deadlock,
    DemandLine,
    Fairness,
    GainLine,
    IssueLine,
    MatterLine,
    MoverLine,
    NashLine,
    PackageLine,
    ParetoLine,
    ParetoLines,
    RequirementLine,
    RuleLine,
    Settled,
    Settles,
    Support,
)

MOST_CONCESSIONS = 50
"""How many concessions are told where not all of them are known."""


def settle_case(opened: Opened, question: Question, bars: Bars | None = None) -> Settled | Checked:
    """What could be signed, or what is wrong with the question.

    Args:
        opened: The case.
        question: What is asked.
        bars: The highest bar that each statement passes; one that is left out passes the lowest.
    """
    talks = talks_of(opened.case, question, bars or {})
    return talks if isinstance(talks, Checked) else _settled(opened, talks)


def _settled(opened: Opened, talks: Talks) -> Settled:
    case, space = talks.case, talks.space
    formulas = [line.formula for line in talks.lines]
    deadlock = _deadlock(talks, formulas)
    fairness = _fairness(talks, deadlock)
    return Settled(
        case=case.title,
        bar=talks.question.bar,
        actors=actor_names(case),
        issues=tuple(_issues(talks)),
        requirements=tuple(_requirements(talks)),
        combinations=space.combinations,
        packages=_count(talks, ()),
        acceptable=_count(talks, formulas) if deadlock is None else 0,
        deadlock=deadlock,
        fairness=fairness,
        demands=tuple(_demands(talks, formulas, fairness)),
        matters=tuple(_matter(one, talks.present) for one in matters(talks.participations)),
        rules=tuple(_rule(one, talks) for one in talks.participations),
        present=talks.present,
        asked=_package(talks, talks.package) if talks.package is not None else None,
        passages=passages(opened.sources),
    )


def _count(talks: Talks, formulas: Sequence[Formula]) -> int | None:
    try:
        return count(talks.space, formulas)
    except TooMany:
        return None


# What is asked.


def _issues(talks: Talks) -> Iterator[IssueLine]:
    idle = {issue.id for issue in talks.space.idle}
    for issue in talks.case.issues:
        yield IssueLine(
            issue.id,
            tuple(option.id for option in issue.options),
            issue.title,
            talks.space.fixed.get(issue.id),
            supposed=issue.id in talks.chosen,
            idle=issue.id in idle,
            origin=issue.origin,
        )


def _requirements(talks: Talks) -> Iterator[RequirementLine]:
    speaker = Speaker(Vocabulary.of(talks.case), {})
    kept = {line.requirement.id for line in talks.lines}
    given_up = {line.requirement.id for line in talks.given_up}
    for one in talks.case.requirements:
        if not reaches(one, talks.question.bar, talks.bars):
            treated = "below the bar"
        elif one.id in given_up:
            treated = "given up"
        else:
            treated = "kept" if one.id in kept else "demand"
        yield RequirementLine(
            name=one.id,
            party=one.party,
            words=speaker.condition(one.condition),
            firm=one.firm,
            treated=treated,
            cost=one.cost,
            title=one.title,
            rests_on=_supports(talks, one),
            judgement=one.judgement,
            origin=one.origin,
        )


def _supports(talks: Talks, one: Requirement | Participation) -> tuple[Support, ...]:
    known = {statement.id: statement for statement in talks.case.statements}

    def support(name: StatementId) -> Support:
        statement = known.get(name)
        if statement is None:
            return Support(name)
        gist = statement.gist or statement.title
        return Support(name, gist, talks.bars.get(name), statement.origin)

    return tuple(map(support, one.rests_on))


# Why there is no package.


def _deadlock(talks: Talks, formulas: Sequence[Formula]) -> Deadlock | None:
    lines = talks.lines
    with Together(talks.space, formulas) as together:
        if together.package(range(len(lines))) is not None:
            return None
        each = [(number,) for number in range(len(lines))]
        found = conflicts(together, formulas, each)
        parties = parties_of(lines)
        sides = [
            tuple(n for n, line in enumerate(lines) if line.party == party) for party in parties
        ]
        movers = conflicts(together, formulas, sides)
    if found.complete:
        sets, complete = by_cost(lines, found.concessions), True
    else:
        cheapest = concessions(talks.space, lines, most=MOST_CONCESSIONS)
        sets, complete = cheapest.sets, cheapest.complete
    return Deadlock(
        conflicts=tuple(ConflictLine(_names(lines, one)) for one in found.conflicts),
        all_conflicts=found.complete,
        concessions=tuple(_concession(talks, one) for one in sets),
        all_concessions=complete,
        movers=tuple(
            _mover(talks, party, side) for party, side in zip(parties, sides, strict=True)
        ),
        together=tuple(tuple(parties[n] for n in one) for one in movers.concessions),
    )


def _names(lines: Sequence[Line], numbers: Iterable[int]) -> tuple[RequirementId, ...]:
    return tuple(lines[number].requirement.id for number in numbers)


def _concession(talks: Talks, numbers: tuple[int, ...]) -> ConcessionLine:
    lines = talks.lines
    rest = [line.formula for number, line in enumerate(lines) if number not in numbers]
    return ConcessionLine(
        _names(lines, numbers),
        parties_of([lines[number] for number in numbers]),
        cost_of(lines, numbers),
        _count(talks, rest),
    )


def _mover(talks: Talks, party: ActorId, side: Sequence[int]) -> MoverLine:
    others = [n for n in range(len(talks.lines)) if n not in side]
    alone = concessions(talks.space, talks.lines, kept=others).sets
    own = [talks.lines[number].formula for number in side]
    with Together(talks.space, own) as together:
        contradicts = together.package(range(len(own))) is None
    if not alone:
        return MoverLine(party, None, None, contradicts)
    return MoverLine(
        party, _names(talks.lines, alone[0]), cost_of(talks.lines, alone[0]), contradicts
    )


# What packages are worth.


def _fairness(talks: Talks, deadlock: Deadlock | None) -> Fairness:
    given_up = deadlock.concessions[0].lines if deadlock and deadlock.concessions else ()
    known = {one.party for one in talks.worths}
    parties = parties_of([*talks.lines, *talks.given_up, *talks.demands])
    unknown = tuple(party for party in parties if party not in known)
    if not talks.worths or (deadlock is not None and not given_up):
        return Fairness(given_up=given_up, unknown=unknown)
    formulas = [line.formula for line in talks.lines if line.requirement.id not in given_up]
    points = frontier(talks.space, formulas, talks.worths)
    nash = nash_of(points)
    weighed = compromise(talks.space, talks.worths)
    tied = zip(talks.space.issues, weighed.ties, strict=True)
    return Fairness(
        given_up=given_up,
        unknown=unknown,
        nash=_nash(talks, nash) if nash is not None else None,
        compromise=CompromiseLine(
            _package(talks, weighed.package),
            tuple(issue.id for issue, ties in tied if ties > 1),
        ),
        pareto=ParetoLines(
            tuple(ParetoLine(_package(talks, one.package), one.packages) for one in points),
            complete=True,
        ),
    )


def _nash(talks: Talks, nash: Nash) -> NashLine:
    pairs = list(zip(talks.worths, nash.gains, strict=True))
    scale = math.fsum(math.log(worths.weight) for worths, gain in pairs if gain > 0)
    return NashLine(
        package=_package(talks, nash.package),
        value=_rounded(nash.value - scale),
        bound=_rounded(nash.bound - scale),
        gap=_rounded(math.expm1(nash.bound - nash.value)),
        gaining=tuple(worths.party for worths, gain in pairs if gain > 0),
        unchanged=tuple(worths.party for worths, gain in pairs if gain <= 0),
    )


def _package(talks: Talks, package: Package) -> PackageLine:
    options = talks.space.options(package)
    return PackageLine(
        options=tuple(Settles(issue, option) for issue, option in options),
        gains=tuple(
            GainLine(
                one.party,
                _rounded(float(one.points(one.gain(package))) + one.preferences.no_agreement),
                _rounded(float(one.points(one.gain(package)))),
            )
            for one in talks.worths
        ),
        crosses=tuple(line.requirement.id for line in crossed(talks.lines, package)),
        without=tuple(linkage.id for linkage in talks.space.missing(package)),
        unmet=tuple(line.requirement.id for line in crossed(talks.demands, package)),
    )


def _rounded(value: float) -> float:
    return round(value, 6) + 0.0


# Demands, and who takes part.


def _demands(talks: Talks, formulas: Sequence[Formula], fairness: Fairness) -> Iterator[DemandLine]:
    if not talks.demands:
        return
    with Together(talks.space, [*formulas, *(line.formula for line in talks.demands)]) as together:
        for number, line in enumerate(talks.demands, len(formulas)):
            kept = [
                n
                for n, one in enumerate(talks.lines)
                if one.requirement.id not in fairness.given_up
            ]
            possible = together.package([*kept, number]) is not None
            name = line.requirement.id
            met = tuple(
                title for title, package in distinguished(fairness) if name not in package.unmet
            )
            yield DemandLine(name, possible, met)


def distinguished(fairness: Fairness) -> Iterator[tuple[str, PackageLine]]:
    """The packages that stand out, each with what it is called."""
    if fairness.nash is not None:
        yield "Nash solution", fairness.nash.package
    if fairness.compromise is not None:
        yield "compromise", fairness.compromise.package


def _matter(matter: Matter, present: tuple[ActorId, ...] | None) -> MatterLine:
    return MatterLine(
        matter.matter,
        tuple((involvement, matter.who(involvement)) for involvement in ORDER),
        tuple((involvement, matter.absent(involvement, present or ())) for involvement in ORDER),
        tuple(dict.fromkeys(one.rule.id for one in matter.needed)),
    )


def _rule(one: Participation, talks: Talks) -> RuleLine:
    return RuleLine(
        name=one.id,
        title=one.title,
        rests_on=_supports(talks, one),
        judgement=one.judgement,
        origin=one.origin,
    )
