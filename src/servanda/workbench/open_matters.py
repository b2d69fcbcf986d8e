"""What hangs on what is open: what each option and reading would change, over all scenarios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from msgspec.structs import replace

from servanda.analyses.scenario.outcome import (
    BondChange,
    Difference,
    DutyChange,
    ForceChange,
    Outcome,
    Variation,
)
from servanda.model.agreement import Bearers, Reading
from servanda.model.case import Case
from servanda.model.definitions import DefinitionReading
from servanda.model.node import ActorId, AmendmentId, ArticleRef
from servanda.model.words import Speaker, Vocabulary, words
from servanda.workbench.briefs import (
    AmendmentLine,
    Clause,
    IssueLine,
    OptionLine,
    ReadingLine,
    ScenarioLines,
)
from servanda.workbench.results import Consequence, VariationLine
from servanda.workbench.set_names import FEW_EXCEPTED, SetNames, bearers_of, in_order


def variation_lines(
    case: Case, outcome: Outcome, variations: Iterable[Variation]
) -> tuple[VariationLine, ...]:
    """What readings and options not taken would change in one scenario."""
    sets = SetNames(case, outcome)
    return tuple(
        VariationLine(
            name=variation.name,
            title=variation.title,
            changes=tuple(_in_one_scenario(change, sets) for change in variation.changes),
            origin=variation.origin,
        )
        for variation in variations
    )


def _in_one_scenario(change: Difference, sets: SetNames) -> Consequence:
    who = sets.named(change) if isinstance(change, DutyChange) else ""
    return Consequence(who=who, among=who, change=change)


def issue_lines(case: Case, scenarios: Sequence[ScenarioLines]) -> Iterator[IssueLine]:
    """Each issue with what each of its options would change."""
    for issue in case.issues:
        options = tuple(
            OptionLine(
                id=option.id,
                title=option.title,
                supposed_in=_where(scenarios, (issue.id, option.id)),
                changes=_over_all(case, scenarios, f"{issue.id} is {option.id}"),
            )
            for option in issue.options
        )
        yield IssueLine(
            id=issue.id,
            title=issue.title,
            options=options,
            settled=issue.settled,
            origin=issue.origin,
        )


def reading_lines(case: Case, scenarios: Sequence[ScenarioLines]) -> Iterator[ReadingLine]:
    """Each reading with what it would change."""
    vocabulary = Vocabulary.of(case)
    readings: list[tuple[Reading | DefinitionReading, str, ArticleRef | None]] = [
        (reading, words(ref, vocabulary), ref)
        for ref, article in case.by_ref().items()
        for reading in article.readings
    ]
    readings += [
        (reading, f"{d.id} {d.kind}", None) for d in case.definitions for reading in d.readings
    ]
    for reading, of, article in readings:
        yield ReadingLine(
            id=reading.id,
            title=reading.title,
            of=of,
            article=article,
            supposed_in=tuple(s.name.number for s in scenarios if reading.id in s.readings),
            taken_by=tuple(
                (s.name.number, own.actors)
                for s in scenarios
                for own in s.own_readings
                if own.reading == reading.id
            ),
            changes=_over_all(case, scenarios, f"reading {reading.id}"),
            origin=reading.origin,
        )


def amendment_lines(
    case: Case,
    scenarios: Sequence[ScenarioLines],
    says: Mapping[AmendmentId, tuple[str, Clause]],
) -> Iterator[AmendmentLine]:
    """Each amendment with what would be otherwise without it.

    Args:
        case: The case.
        scenarios: Its scenarios, run.
        says: The rule of each article as amended, and when it says so.
    """
    for ref, amendment in case.amendments():
        rule, clause = says.get(amendment.id, ("", Clause()))
        yield AmendmentLine(
            id=amendment.id,
            title=amendment.title,
            article=ref,
            start=amendment.start,
            end=amendment.end,
            says=rule,
            clause=clause,
            changes=_over_all(case, scenarios, f"without amendment {amendment.id}"),
            origin=amendment.origin,
        )


def _where(scenarios: Iterable[ScenarioLines], choice: tuple[str, str]) -> tuple[int, ...]:
    return tuple(s.name.number for s in scenarios if choice in s.choices)


def _over_all(case: Case, scenarios: Iterable[ScenarioLines], name: str) -> tuple[Consequence, ...]:
    """What one supposition would change in any scenario, what is alike put together."""
    found: dict[tuple[object, ...], tuple[Consequence, dict[int, None]]] = {}
    for scenario in scenarios:
        for variation in scenario.variations:
            if variation.name == name:
                changes = [consequence.change for consequence in variation.changes]
                for key, consequence in _summed_up(case, changes):
                    occasion = _occasion(consequence.change, changes, scenario)
                    told = replace(consequence, occasion=occasion)
                    _, numbers = found.setdefault((*key, occasion), (told, {}))
                    numbers[scenario.name.number] = None
    order = {ref: place for place, ref in enumerate(case.by_ref())}
    everything = (replace(told, scenarios=tuple(numbers)) for told, numbers in found.values())
    return tuple(sorted(everything, key=lambda told: _place(told.change, order)))


def _occasion(change: Difference, changes: Iterable[Difference], scenario: ScenarioLines) -> str:
    """The event of a change, unless what comes about is the same whichever event is meant."""
    if not isinstance(change, DutyChange) or change.article not in scenario.of_several:
        return ""
    answered = {line.trigger for line in scenario.answers if line.article == change.article}
    alike = {
        other.trigger
        for other in changes
        if isinstance(other, DutyChange) and _comes_to(other) == _comes_to(change)
    }
    whichever = answered <= alike and (answered or len(alike) > 1)
    return "" if whichever else change.trigger


def _place(change: Difference, order: dict[ArticleRef, int]) -> int:
    """Agreements and their parties first, then the articles in their order."""
    return order[change.article] if isinstance(change, DutyChange) else -1


def _summed_up(
    case: Case, changes: Iterable[Difference]
) -> Iterator[tuple[tuple[object, ...], Consequence]]:
    """The changes of one scenario by what they come to, whatever it is that they change."""
    articles, speaker = case.by_ref(), Speaker(Vocabulary.of(case), {})
    duties: dict[tuple[object, ...], list[DutyChange]] = {}
    for change in changes:
        match change:
            case ForceChange():
                key = (change.agreement, change.would_be, change.ends_all)
                yield key, Consequence(who="", among="", change=change)
            case BondChange():
                whose = (change.agreement, change.bearers, change.would_be)
                yield whose, Consequence(who="", among="", change=change)
            case DutyChange():
                duties.setdefault((*_comes_to(change), change.trigger), []).append(change)
            case _:
                assert_never(change)
    for (*comes_to, _), alike in duties.items():
        first = alike[0]
        bearers = dict.fromkeys(b for change in alike for b in change.bearers)
        bound = bearers_of(articles[first.article])
        who = _of_all(first, bearers, bound, speaker)
        among = _of_all(first, bearers, bound and replace(bound, other=False), speaker)
        told = replace(first, bearers=in_order(case, bearers))
        yield (*comes_to, who or told.bearers), Consequence(who=who, among=among, change=told)


def _of_all(
    change: DutyChange, some: Iterable[ActorId], bound: Bearers | None, speaker: Speaker
) -> str:
    """``each other party``, where that is all whom it concerns, or all but a few."""
    left_out = [actor for actor in change.concerned if actor not in some]
    if bound is None or len(left_out) > FEW_EXCEPTED:
        return ""
    if left_out and len(change.concerned) - len(left_out) <= FEW_EXCEPTED:
        return ""
    return speaker.bearers(bound) + (f" except {', '.join(left_out)}" if left_out else "")


def _comes_to(change: DutyChange) -> tuple[object, ...]:
    """What a change comes to: another state, or the same with another content or date."""
    was, would_be = change.was, change.would_be
    what: tuple[object, ...] = (would_be.state,)
    if was.state is would_be.state:
        what = (would_be.clause,) if was.words != would_be.words else ("another date",)
    return change.article, *what
