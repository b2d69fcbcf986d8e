"""The settlement of a case: what is asked, what the analyses find, and the answer in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as with_other

from msgspec.structs import replace

from servanda.model.node import RequirementId
from servanda.workbench.asking import actor_names
from servanda.workbench.consequences import Consequences, judged_with, with_consequences
from servanda.workbench.deadlocks import deadlock, options_left, void
from servanda.workbench.earlier_case import as_asked
from servanda.workbench.fairness import fairness_of, judged, unknown
from servanda.workbench.grounds import passages
from servanda.workbench.hearsay import Standings, standings_of
from servanda.workbench.opening import Opened
from servanda.workbench.packages_told import (
    counted,
    issue_lines,
    linkage_lines,
    preference_lines,
    requirement_lines,
    rule_lines,
)
from servanda.workbench.participating import participating
from servanda.workbench.reports import Checked
from servanda.workbench.settle_questions import Question, Talks, talks_of
from servanda.workbench.settlements import Deadlock, Fairness, Settled
from servanda.workbench.watch import Watch, unwatched

MOST_SUPPOSED = 3
"""Of how many concessions that cost the same it is told what would be fair if they were made."""

STEPS = 4
"""Why there is no package; what packages are worth; the package asked about; the rest."""


def settle_case(
    opened: Opened,
    question: Question,
    standings: Standings | None = None,
    watch: Watch = unwatched,
) -> Settled | Checked:
    """What could be signed, or what is wrong with the question.

    Args:
        opened: The case.
        question: What is asked.
        standings: The standing of what is said in statements; as the record has it, where it is
            left out.
        watch: Told, before each step, how many are done, and of how many.
    """
    then = as_asked(opened.case, question.as_of)
    if isinstance(then, Checked):
        return then
    known = standings_of(then.case) if standings is None else standings
    talks = talks_of(then.case, question, known)
    if isinstance(talks, Checked):
        return talks
    found = _settled(with_other(opened, case=then.case), talks, watch)
    if isinstance(found, Checked):
        return found
    kept = {one.id for one in then.case.requirements}
    later = tuple(one.id for one in opened.case.requirements if one.id not in kept)
    return replace(found, as_of=then.moment, later=later)


def _settled(opened: Opened, talks: Talks, watch: Watch) -> Settled | Checked:
    formulas = [line.formula for line in talks.lines]
    watch(0, STEPS)
    nothing = void(talks)
    why = None if nothing else deadlock(talks, formulas)
    watch(1, STEPS)
    fairness = [fairness_of(talks, given_up) for given_up in _given_up(nothing, why)]
    refused = next((one for one in fairness if isinstance(one, Checked)), None)
    if refused is not None:
        return refused
    watch(2, STEPS)
    asked = judged(talks, talks.package) if talks.package is not None else None
    if isinstance(asked, Checked):
        return asked
    watch(3, STEPS)
    free = not nothing and why is None
    supposed = [f"{issue}={option}" for issue, option in talks.chosen.items()]
    consequences = Consequences(opened, supposed)
    return Settled(
        case=talks.case.title,
        bar=talks.bar,
        actors=actor_names(talks.case),
        issues=tuple(issue_lines(talks)),
        requirements=tuple(requirement_lines(talks)),
        preferences=tuple(preference_lines(talks)),
        linkages=tuple(linkage_lines(talks)),
        rules=tuple(rule_lines(talks)),
        combinations=talks.space.combinations,
        packages=counted(talks, ()) if not nothing else 0,
        acceptable=counted(talks, formulas) if free else 0,
        void=nothing,
        deadlock=why,
        left=options_left(talks, formulas) if free and formulas else (),
        fairness=tuple(
            with_consequences(consequences, (one for one in fairness if isinstance(one, Fairness)))
        ),
        unknown=unknown(talks),
        participating=participating(talks),
        asked=judged_with(consequences, asked) if asked is not None else None,
        passages=passages(opened.sources),
    )


def _given_up(
    nothing: Sequence[object], why: Deadlock | None
) -> tuple[tuple[RequirementId, ...], ...]:
    """What has to be given up so that there is a package: nothing, or what costs the least (N14)."""
    if nothing:
        return ()
    if why is None:
        return ((),)
    least = min((one.cost for one in why.concessions), default=0)
    cheapest = [one.lines for one in why.concessions if one.cost == least]
    return tuple(cheapest[:MOST_SUPPOSED])
