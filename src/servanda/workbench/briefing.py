"""Composes the brief: every scenario run, judged and varied, and what follows over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from servanda.analyses.scenario import judge, simulate, variations
from servanda.analyses.scenario.outcome import DutyLife, Outcome, State
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.agreement import (
    Agreement,
    Article,
    DefinitionReading,
    Duty,
    Permission,
    Prohibition,
    Reading,
)
from servanda.model.case import Case, Scenario
from servanda.model.node import ArticleRef
from servanda.model.words import Vocabulary, words
from servanda.workbench import Watch
from servanda.workbench.asking import actor_names, scenario_name
from servanda.workbench.grounds import grounds, passages
from servanda.workbench.happenings import happenings
from servanda.workbench.ladder import strongest
from servanda.workbench.lines import duty_lines
from servanda.workbench.opening import Opened
from servanda.workbench.results import (
    AgreementLine,
    Brief,
    IssueLine,
    Obligation,
    OptionLine,
    ReadingLine,
    ScenarioLines,
)

OWED = frozenset(
    {State.PENDING, State.MET, State.BREACHED, State.LAPSED, State.BINDING, State.PERMITTED}
)
"""States of what has arisen."""

_MODALITIES: dict[type, Literal["must", "must not", "may"]] = {
    Duty: "must",
    Prohibition: "must not",
    Permission: "may",
}


def compose(opened: Opened, watch: Watch) -> Brief:
    """The brief on a case.

    Args:
        opened: The case and its texts.
        watch: Told how many scenarios have been run.
    """
    case, numbered = opened.case, tuple(enumerate(opened.case.scenarios, 1))
    outcomes: list[Outcome] = []
    scenarios: list[ScenarioLines] = []
    for number, scenario in numbered:
        watch(number - 1, len(numbered))
        outcomes.append(simulate(case, scenario, why_not=False))
        scenarios.append(_scenario_lines(case, scenario, number, outcomes[-1]))
    return Brief(
        title=case.title,
        actors=actor_names(case),
        agreements=tuple(_agreements(case, outcomes)),
        obligations=tuple(_obligations(case, outcomes)),
        most=strongest(case, outcomes),
        scenarios=tuple(scenarios),
        issues=tuple(_issues(case, scenarios)),
        readings=tuple(_readings(case, scenarios)),
        judgements=grounds(opened.sources, "judgement"),
        sources=grounds(opened.sources, "source"),
        warnings=opened.warnings,
        passages=passages(opened.sources),
    )


def _scenario_lines(case: Case, scenario: Scenario, number: int, outcome: Outcome) -> ScenarioLines:
    judged = judge(case, scenario)
    return ScenarioLines(
        name=scenario_name(scenario, number),
        at=outcome.at,
        readings=outcome.readings,
        choices=outcome.choices,
        happenings=happenings(case, scenario),
        force=outcome.force,
        lines=duty_lines(case, outcome, outcome.duties),
        conflicts=outcome.conflicts,
        variations=variations(case, scenario),
        failed=tuple(j for j in judged if not j.met),
        expectations=len(judged),
    )


def _agreements(case: Case, outcomes: Sequence[Outcome]) -> Iterator[AgreementLine]:
    """Each agreement as it stands by the history alone, and at the end of each scenario."""
    days = [event.at for history in case.histories for event in history.events]
    at = max(days, key=lambda moment: moment.end, default=None)
    by_history = _before_any_scenario(case, at)
    for agreement, force in zip(case.agreements, by_history.force, strict=True):
        yield AgreementLine(
            id=agreement.id,
            title=agreement.title,
            between=agreement.between,
            bound_by=agreement.bound_by,
            articles=len(agreement.articles),
            force=force,
            in_force_in=_where(outcomes, agreement, Verdict.HOLDS),
            undetermined_in=_where(outcomes, agreement, Verdict.UNDETERMINED),
            origin=agreement.origin,
        )


def _before_any_scenario(case: Case, at: Moment | None) -> Outcome:
    return simulate(case, Scenario(title=""), at=at, why_not=False)


def _where(outcomes: Iterable[Outcome], agreement: Agreement, verdict: Verdict) -> tuple[int, ...]:
    return tuple(
        number
        for number, outcome in enumerate(outcomes, 1)
        for force in outcome.force
        if force.agreement == agreement.id and force.verdict is verdict
    )


def _obligations(case: Case, outcomes: Sequence[Outcome]) -> Iterator[Obligation]:
    """What each article asks of whom, over all scenarios."""
    vocabulary = Vocabulary.of(case)
    for agreement in case.agreements:
        for article in agreement.articles:
            ref = ArticleRef(agreement.id, article.number)
            lives = [
                (number, life)
                for number, outcome in enumerate(outcomes, 1)
                for life in outcome.duties
                if life.article == ref
            ]
            match article.effect:
                case Duty() | Prohibition() | Permission():
                    yield _obligation(ref, article, article.effect, lives, vocabulary)
                case _:
                    pass


def _obligation(
    ref: ArticleRef,
    article: Article,
    norm: Duty | Prohibition | Permission,
    lives: Sequence[tuple[int, DutyLife]],
    vocabulary: Vocabulary,
) -> Obligation:
    def numbers(states: frozenset[State]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(n for n, life in lives if life.state in states))

    bearers = dict.fromkeys(b for _, life in lives if life.state in OWED for b in life.bearers)
    return Obligation(
        article=ref,
        title=article.title,
        who=words(norm.bearers, vocabulary),
        modality=_MODALITIES[type(norm)],
        content=words(norm.content, vocabulary),
        bearers=tuple(bearers),
        owed_in=numbers(OWED),
        undetermined_in=numbers(frozenset({State.UNDETERMINED})),
        breached_in=numbers(frozenset({State.BREACHED})),
        origin=article.origin,
    )


def _issues(case: Case, scenarios: Sequence[ScenarioLines]) -> Iterator[IssueLine]:
    for issue in case.issues:
        names = {f"{issue.id} is {option.id}" for option in issue.options}
        yield IssueLine(
            id=issue.id,
            title=issue.title,
            options=tuple(OptionLine(id=o.id, title=o.title) for o in issue.options),
            settled=issue.settled,
            changes_in=_varied(scenarios, names),
            origin=issue.origin,
        )


def _readings(case: Case, scenarios: Sequence[ScenarioLines]) -> Iterator[ReadingLine]:
    vocabulary = Vocabulary.of(case)
    readings: list[tuple[Reading | DefinitionReading, str]] = [
        (reading, words(ArticleRef(agreement.id, article.number), vocabulary))
        for agreement in case.agreements
        for article in agreement.articles
        for reading in article.readings
    ]
    readings += [(reading, f"{d.id} {d.kind}") for d in case.definitions for reading in d.readings]
    for reading, of in readings:
        yield ReadingLine(
            id=reading.id,
            title=reading.title,
            of=of,
            changes_in=_varied(scenarios, {f"reading {reading.id}"}),
            origin=reading.origin,
        )


def _varied(scenarios: Iterable[ScenarioLines], names: set[str]) -> tuple[int, ...]:
    """The scenarios whose answer one of some variations changes."""
    return tuple(
        s.name.number for s in scenarios if any(v.name in names and v.changes for v in s.variations)
    )
