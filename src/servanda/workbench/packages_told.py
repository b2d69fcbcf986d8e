"""What a settlement is made of, in words: issues, red lines, preferences, packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.settlement import sweep
from servanda.analyses.settlement.formulas import Formula
from servanda.analyses.settlement.lines import Line, crossed
from servanda.analyses.settlement.space import Package
from servanda.analyses.settlement.sweep import TooMany, count
from servanda.analyses.settlement.worths import Worths
from servanda.core.origin import NOWHERE
from servanda.model.bargaining import Requirement
from servanda.model.node import RequirementId, StatementId
from servanda.model.words import Speaker, Vocabulary
from servanda.workbench.bars import Resting, party_of
from servanda.workbench.hearsay import Said
from servanda.workbench.settle_questions import Talks
from servanda.workbench.settlements import (
    GainLine,
    IssueOptions,
    LinkageLine,
    PackageLine,
    PreferenceLine,
    RequirementLine,
    RuleLine,
    Settles,
    Support,
    Treated,
)

_UNKNOWN = Said(None)


def counted(talks: Talks, formulas: Sequence[Formula], most_steps: int | None = None) -> int | None:
    """How many packages meet some formulas; None where they cannot be counted (N4)."""
    try:
        return count(talks.space, formulas, most_steps or sweep.MOST_STEPS)
    except TooMany:
        return None


def names(lines: Sequence[Line], numbers: Iterable[int]) -> tuple[RequirementId, ...]:
    """The names of some red lines."""
    return tuple(lines[number].requirement.id for number in numbers)


def package_line(talks: Talks, package: Package) -> PackageLine:
    """A package with what it is worth, and what it crosses."""
    options = talks.space.options(package)
    return PackageLine(
        options=tuple(Settles(issue, option) for issue, option in options),
        gains=tuple(gain_line(one, one.gain(package)) for one in talks.worths),
        crosses=tuple(line.requirement.id for line in crossed(talks.lines, package)),
        without=tuple(linkage.id for linkage in talks.space.missing(package)),
        unmet=tuple(line.requirement.id for line in crossed(talks.demands, package)),
    )


def gain_line(worths: Worths, gain: int) -> GainLine:
    """A gain, times the party's weight, in points of 100."""
    points = worths.points(gain)
    worth = points + worths.preferences.no_agreement
    return GainLine(worths.party, rounded(float(worth)), rounded(float(points)))


def rounded(value: float) -> float:
    """A figure to six places."""
    return round(value, 6) + 0.0


# What is asked, and what it rests on.


def issue_lines(talks: Talks) -> Iterator[IssueOptions]:
    """The issues of the case."""
    idle = {issue.id for issue in talks.space.idle}
    for issue in talks.case.issues:
        yield IssueOptions(
            issue.id,
            tuple(option.id for option in issue.options),
            issue.title,
            talks.space.fixed.get(issue.id),
            supposed=issue.id in talks.chosen,
            idle=issue.id in idle,
            origin=issue.origin,
        )


def requirement_lines(talks: Talks) -> Iterator[RequirementLine]:
    """Red lines and demands, with how each counts."""
    speaker = Speaker(Vocabulary.of(talks.case), {})
    for one in talks.case.requirements:
        yield RequirementLine(
            name=one.id,
            party=one.party,
            words=speaker.condition(one.condition),
            firm=one.firm,
            treated=_treated(talks, one),
            cost=one.cost,
            title=one.title,
            rests_on=_supports(talks, one),
            source=one.source,
            judgement=one.judgement,
            origin=one.origin,
        )


def _treated(talks: Talks, one: Requirement) -> Treated:
    if not talks.counts(one):
        return "below the bar"
    if one.id in names(talks.given_up, range(len(talks.given_up))):
        return "given up"
    return "kept" if one.firm or talks.question.demands else "demand"


def preference_lines(talks: Talks) -> Iterator[PreferenceLine]:
    """What parties prefer."""
    speaker = Speaker(Vocabulary.of(talks.case), {})
    for one in talks.case.preferences:
        yield PreferenceLine(
            party=one.party,
            words=tuple(map(speaker.asked, one.valuations)),
            no_agreement=one.no_agreement,
            counts=talks.counts(one),
            rests_on=_supports(talks, one),
            source=one.source,
            judgement=one.judgement,
            origin=one.origin,
        )


def linkage_lines(talks: Talks) -> Iterator[LinkageLine]:
    """What options need of one another."""
    speaker = Speaker(Vocabulary.of(talks.case), {})
    for one in talks.case.linkages:
        words = speaker.condition(one.condition)
        yield LinkageLine(one.id, words, one.title, one.source, one.judgement, one.origin)


def rule_lines(talks: Talks) -> Iterator[RuleLine]:
    """Rules on who takes part."""
    speaker = Speaker(Vocabulary.of(talks.case), {})
    for one in talks.case.participations:
        yield RuleLine(
            name=one.id,
            words=tuple(map(speaker.asked, one.rules)),
            counts=talks.counts(one),
            title=one.title,
            rests_on=_supports(talks, one),
            source=one.source,
            judgement=one.judgement,
            origin=one.origin,
        )


def _supports(talks: Talks, one: Resting) -> tuple[Support, ...]:
    known = {statement.id: statement for statement in talks.case.statements}

    def support(name: StatementId) -> Support:
        statement = known.get(name)
        said = talks.standings.get((name, party_of(one)), _UNKNOWN)
        account = said.account
        return Support(
            name,
            "" if statement is None else statement.gist or statement.title,
            None if account is None else account.standing,
            NOWHERE if statement is None else statement.origin,
            told="" if account is None else account.told,
            taken_back_by=said.taken_back_by,
        )

    return tuple(map(support, one.rests_on))
