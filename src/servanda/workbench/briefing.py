"""Composes the brief: every scenario run, judged and varied, and what follows over all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace as with_other
from typing import NamedTuple, TypeVar

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
from servanda.workbench.coverage_questions import Question as Covering
from servanda.workbench.coverages import Covered
from servanda.workbench.covering import cover_case
from servanda.workbench.earlier_case import as_it_was
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
from servanda.workbench.reports import Checked
from servanda.workbench.results import VariationLine
from servanda.workbench.sequence_questions import Question as Sequencing
from servanda.workbench.sequences import Sequenced
from servanda.workbench.sequencing import sequence_case
from servanda.workbench.settle_questions import Question as Settling
from servanda.workbench.settlements import Settled
from servanda.workbench.settling import settle_case
from servanda.workbench.watch import Watch

At = TypeVar("At", Settled, Sequenced)
"""An answer at a bar."""


class Question(NamedTuple):
    """What is asked of a brief.

    Attributes:
        detailed: Whether to work out as well what would change in each scenario.
        as_of: The day as of which the record is told; that of the last statement where left out.
        since: The earlier day that changes are told from.
    """

    detailed: bool = True
    as_of: str | None = None
    since: str | None = None


def compose(opened: Opened, question: Question, watch: Watch) -> Brief | Checked:
    """The brief on a case, or what is wrong with the question.

    Args:
        opened: The case and its texts.
        question: What is asked.
        watch: Told how many scenarios have been run.
    """
    detailed = question.detailed
    day = None
    said = _recorded(opened.case, question.as_of, question.since)
    if isinstance(said, Checked):
        return said
    if said is not None:
        day = said.board.as_of.date
        opened = with_other(opened, case=as_it_was(opened.case, said.board.as_of))
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
    settled, settled_first_hand = _at_both(case, lambda bar: _settled(opened, bar))
    sequenced, sequenced_first_hand = _at_both(case, lambda bar: _sequenced(opened, bar, day))
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
        recorded=None if said is None else replace(said, statements=()),
        settled=settled,
        settled_first_hand=settled_first_hand,
        sequenced=sequenced,
        sequenced_first_hand=sequenced_first_hand,
        judgements=grounds(opened.sources, "judgement"),
        sources=grounds(opened.sources, "source"),
        warnings=opened.warnings,
        passages=passages(opened.sources),
    )


def _coverage(opened: Opened) -> Covered | None:
    """Who would owe what in which incidents; nothing where nobody ever owes anything in any."""
    if len(designs_of(opened.case)) != 1:
        return None
    found = cover_case(opened, Covering())
    return replace(found, passages=()) if isinstance(found, Covered) else None


def _designs(opened: Opened) -> SideBySide | None:
    """The designs side by side, where there are several."""
    sides = designs_of(opened.case)
    if len(sides) < 2:
        return None
    found = side_by_side(opened, Covering(), sides)
    return found if isinstance(found, SideBySide) else None


def _recorded(case: Case, as_of: str | None, since: str | None) -> Recorded | Checked | None:
    """The record as of a day, and what has moved since an earlier one; nothing where there is none.

    Where the earlier day is left out, it is the last before on which anything was said.
    """
    if not case.statements and as_of is None and since is None:
        return None
    found = recorded(case, Recording(as_of=as_of, since=since))
    if isinstance(found, Checked):  # no statement has a date: there is no record as of a day
        return None if as_of is None and since is None else found
    if since is not None:
        return found
    days = {stance.said.date for stance in read_record(case).stances}
    before = max((day for day in days if day < found.board.as_of.date), default=None)
    if before is not None:
        found = recorded(case, Recording(as_of=as_of, since=str(before)))
    return found


def _at_both(case: Case, answer: Callable[[Bar], At | None]) -> tuple[At | None, At | None]:
    """An answer by all that was said, and by what parties say themselves.

    Where nothing was said, the two are one.
    """
    by_all = answer(Bar.ANY)
    if case.statements or by_all is None:
        return by_all, answer(Bar.FIRST_HAND)
    return by_all, replace(by_all, bar=Bar.FIRST_HAND)


def _settled(opened: Opened, bar: Bar) -> Settled | None:
    """What could be signed; nothing where nobody asks anything of a package."""
    case = opened.case
    if not (case.requirements or case.preferences or case.participations):
        return None
    found = settle_case(opened, Settling(bar=bar.value))
    return replace(found, passages=()) if isinstance(found, Settled) else None


def _sequenced(opened: Opened, bar: Bar, day: dt.date | None) -> Sequenced | None:
    """In which order the steps can be taken that are left; nothing where there is none.

    Args:
        opened: The case.
        bar: What has to stand behind a statement.
        day: Up to which day the history tells what has been done; all of it where left out.
    """
    if not opened.case.agreements:
        return None
    events = [event.at.date for one in opened.case.histories for event in one.events]
    on = str(day or max(events)) if events else None
    found = sequence_case(opened, Sequencing(bar=bar.value, on=on))
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
