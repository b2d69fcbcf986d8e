"""Composes the brief: every scenario run, judged and varied, and what follows over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from servanda.analyses.record import Bar, read_record
from servanda.analyses.scenario import (
    Inquiry,
    Texts,
    inquire,
    judged_in,
    outcome_of,
    variations_in,
)
from servanda.analyses.scenario.outcome import Force, Outcome, State
from servanda.core.verdict import Verdict
from servanda.model.agreement import Agreement
from servanda.model.case import Case, Scenario
from servanda.workbench.asking import actor_names, scenario_name
from servanda.workbench.briefs import AgreementLine, Brief, ScenarioLines
from servanda.workbench.clauses import as_amended, obligations, priorities_of, provisions
from servanda.workbench.comparisons import SideBySide
from servanda.workbench.coverage_questions import Question
from servanda.workbench.coverages import Covered
from servanda.workbench.covering import cover_case
from servanda.workbench.grounds import basis, grounds, passages
from servanda.workbench.happenings import happenings
from servanda.workbench.juxtaposing import designs_of, side_by_side
from servanda.workbench.ladder import strongest
from servanda.workbench.lines import answer_lines, duty_lines, excepted_lines
from servanda.workbench.occasions import articles_of_several
from servanda.workbench.open_matters import (
    amendment_lines,
    issue_lines,
    reading_lines,
    variation_lines,
)
from servanda.workbench.opening import Opened
from servanda.workbench.recorded import Recorded
from servanda.workbench.recording import Question as Recording
from servanda.workbench.recording import recorded
from servanda.workbench.results import VariationLine
from servanda.workbench.sequence_questions import Question as Sequencing
from servanda.workbench.sequences import Sequenced
from servanda.workbench.sequencing import sequence_case
from servanda.workbench.settle_questions import Question as Settling
from servanda.workbench.settlements import Settled
from servanda.workbench.settling import settle_case
from servanda.workbench.watch import Watch


def compose(opened: Opened, watch: Watch, *, detailed: bool) -> Brief:
    """The brief on a case.

    Args:
        opened: The case and its texts.
        watch: Told how many scenarios have been run.
        detailed: Whether to work out as well what would change in each scenario.
    """
    case, numbered = opened.case, tuple(enumerate(opened.case.scenarios, 1))
    texts = Texts(case)
    outcomes: list[Outcome] = []
    scenarios: list[ScenarioLines] = []
    for number, scenario in numbered:
        watch(number - 1, len(numbered))
        inquiry = inquire(texts, scenario)
        outcomes.append(outcome_of(inquiry, what_if="standing" if detailed else "none"))
        variations = variation_lines(case, outcomes[-1], variations_in(inquiry)) if detailed else ()
        scenarios.append(_scenario_lines(case, inquiry, number, outcomes[-1], variations))
    return Brief(
        title=case.title,
        basis=basis(opened.sources),
        actors=actor_names(case),
        agreements=tuple(_agreements(texts, outcomes)),
        obligations=tuple(obligations(case, outcomes)),
        provisions=tuple(provisions(case)),
        most=strongest(case, outcomes),
        scenarios=tuple(scenarios),
        issues=tuple(issue_lines(case, scenarios)),
        readings=tuple(reading_lines(case, scenarios)),
        amendments=tuple(amendment_lines(case, scenarios, as_amended(case))),
        coverage=_coverage(opened),
        designs=_designs(opened),
        recorded=_recorded(case),
        settled=_settled(opened, Bar.ANY),
        settled_first_hand=_settled(opened, Bar.FIRST_HAND),
        sequenced=_sequenced(opened, Bar.ANY),
        sequenced_first_hand=_sequenced(opened, Bar.FIRST_HAND),
        judgements=grounds(opened.sources, "judgement"),
        sources=grounds(opened.sources, "source"),
        warnings=opened.warnings,
        passages=passages(opened.sources),
    )


def _coverage(opened: Opened) -> Covered | None:
    """Who would owe what in which incidents; nothing where nobody ever owes anything in any."""
    if len(designs_of(opened.case)) != 1:
        return None
    found = cover_case(opened, Question())
    return replace(found, passages=()) if isinstance(found, Covered) else None


def _designs(opened: Opened) -> SideBySide | None:
    """The designs side by side, where there are several."""
    sides = designs_of(opened.case)
    if len(sides) < 2:
        return None
    found = side_by_side(opened, Question(), sides)
    return found if isinstance(found, SideBySide) else None


def _recorded(case: Case) -> Recorded | None:
    """The record as of its last day, and what has moved since the day before that on which anything was said."""
    if not case.statements:
        return None
    record = read_record(case)
    days = sorted(
        {chain.known.date for chain in record.chains.values()}
        | {s.said.date for s in record.stances}
    )
    since = str(days[-2]) if len(days) > 1 else None
    found = recorded(case, Recording(since=since))
    return replace(found, statements=()) if isinstance(found, Recorded) else None


def _settled(opened: Opened, bar: Bar) -> Settled | None:
    """What could be signed; nothing where nobody asks anything of a package."""
    case = opened.case
    if not (case.requirements or case.preferences or case.participations):
        return None
    found = settle_case(opened, Settling(bar=bar.value))
    return replace(found, passages=()) if isinstance(found, Settled) else None


def _sequenced(opened: Opened, bar: Bar) -> Sequenced | None:
    """In which order the steps can be taken; nothing where there is none."""
    if not opened.case.agreements:
        return None
    found = sequence_case(opened, Sequencing(bar=bar.value))
    return replace(found, passages=()) if isinstance(found, Sequenced) else None


def _scenario_lines(
    case: Case,
    inquiry: Inquiry,
    number: int,
    outcome: Outcome,
    variations: tuple[VariationLine, ...],
) -> ScenarioLines:
    scenario, judged = inquiry.scenario, judged_in(inquiry)
    excepted = [life for life in outcome.absent if life.state is State.EXCEPTED]
    return ScenarioLines(
        name=scenario_name(scenario, number),
        at=outcome.at,
        readings=outcome.readings,
        own_readings=outcome.own_readings,
        choices=outcome.choices,
        supposed=outcome.supposed,
        happenings=happenings(case, scenario, whole=True),
        force=outcome.force,
        void=outcome.void,
        lines=duty_lines(case, outcome, outcome.duties),
        excepted=excepted_lines(case, outcome),
        answers=answer_lines(case, outcome, (*outcome.duties, *excepted)),
        of_several=articles_of_several(case, scenario, outcome),
        conflicts=outcome.conflicts,
        suspensions=outcome.suspensions,
        variations=variations,
        failed=tuple(j for j in judged if not j.met),
        expectations=len(judged),
    )


def _agreements(texts: Texts, outcomes: Sequence[Outcome]) -> Iterator[AgreementLine]:
    """Each agreement as it stands by the history alone, and at the end of each scenario."""
    by_history = dict(_by_history(texts))
    for agreement in texts.case.agreements:
        yield AgreementLine(
            id=agreement.id,
            title=agreement.title,
            between=agreement.between,
            bound_by=agreement.bound_by,
            by_default=agreement.by_default,
            priority=tuple(priorities_of(agreement)),
            articles=len(agreement.articles),
            force=by_history.get(agreement.id),
            in_force_in=_where(outcomes, agreement, Verdict.HOLDS),
            undetermined_in=_where(outcomes, agreement, Verdict.UNDETERMINED),
            origin=agreement.origin,
        )


def _by_history(texts: Texts) -> Iterator[tuple[str, Force]]:
    """Where each agreement stands before any scenario; nothing where the case has no history."""
    days = [event.at for history in texts.case.histories for event in history.events]
    if days:
        at = max(days, key=lambda moment: moment.end)
        outcome = outcome_of(inquire(texts, Scenario(title="")), at, what_if="none")
        yield from ((force.agreement, force) for force in outcome.force)


def _where(outcomes: Iterable[Outcome], agreement: Agreement, verdict: Verdict) -> tuple[int, ...]:
    return tuple(
        number
        for number, outcome in enumerate(outcomes, 1)
        for force in outcome.force
        if force.agreement == agreement.id and force.verdict is verdict
    )
