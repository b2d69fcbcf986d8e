"""The settlement of a case: what is asked, what the analyses find, and the answer in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.settlement.formulas import Formula
from servanda.analyses.settlement.together import Together
from servanda.workbench.asking import actor_names
from servanda.workbench.bars import Standings, standings_of
from servanda.workbench.deadlocks import deadlock, options_left, void
from servanda.workbench.fairness import distinguished, fairness_of, judged
from servanda.workbench.grounds import passages
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
from servanda.workbench.settlements import Deadlock, DemandLine, Fairness, Settled
from servanda.workbench.watch import Watch, unwatched

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
    known = standings_of(opened.case) if standings is None else standings
    talks = talks_of(opened.case, question, known)
    return talks if isinstance(talks, Checked) else _settled(opened, talks, watch)


def _settled(opened: Opened, talks: Talks, watch: Watch) -> Settled | Checked:
    formulas = [line.formula for line in talks.lines]
    watch(0, STEPS)
    nothing = void(talks)
    why = None if nothing else deadlock(talks, formulas)
    watch(1, STEPS)
    fairness = _fairness(talks, why) if not nothing else Fairness()
    if isinstance(fairness, Checked):
        return fairness
    watch(2, STEPS)
    asked = judged(talks, talks.package) if talks.package is not None else None
    if isinstance(asked, Checked):
        return asked
    watch(3, STEPS)
    free = not nothing and why is None
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
        fairness=fairness,
        demands=tuple(_demands(talks, formulas, fairness)) if not nothing else (),
        participating=participating(talks),
        asked=asked,
        passages=passages(opened.sources),
    )


def _fairness(talks: Talks, why: Deadlock | None) -> Fairness | Checked:
    """What is fair; where every package crosses a red line, as if the cheapest were given up."""
    if why is None:
        return fairness_of(talks, ())
    if not why.concessions:
        return Fairness()
    return fairness_of(talks, why.concessions[0].lines)


def _demands(talks: Talks, formulas: Sequence[Formula], fairness: Fairness) -> Iterator[DemandLine]:
    if not talks.demands:
        return
    with Together(talks.space, [*formulas, *(line.formula for line in talks.demands)]) as together:
        for number, line in enumerate(talks.demands, len(formulas)):
            name = line.requirement.id
            possible = together.package([*range(len(formulas)), number]) is not None
            met = (title for title, one in distinguished(fairness) if name not in one.unmet)
            packages = counted(talks, [*formulas, line.formula]) if possible else 0
            yield DemandLine(name, possible, packages, tuple(met))
