"""Whose act it is where one of several is enough: theirs who are asked for it, or named elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from servanda.analyses.sequencing.needs import NOTHING, Need, Taken, some, steps_in, with_steps
from servanda.analyses.sequencing.rules import Rule
from servanda.analyses.sequencing.steps import Deed, OneOf, Step
from servanda.model.conditions import Object

Fits = Callable[[Object | None, Object | None], bool]
"""Whether an act with one object is such as another one speaks of."""


def by_name(rules: Mapping[Step, Rule], done: Collection[Step], fits: Fits) -> dict[Step, Rule]:
    """The rules, in which an act of one of several is that of those who are known for it.

    Known are those of whom the act is a step by itself; whoever has done it has done it for all.
    Where nobody is known, the act stays a step of one of them.

    Args:
        rules: What each step waits for.
        done: The steps taken already.
        fits: Whether an act with one object is such as another one speaks of.
    """
    named: dict[Step, Need] = {}
    spoken = (c.needs for rule in rules.values() for c in rule.every_clause())
    for step in dict.fromkeys((*rules, *(step for need in spoken for step in steps_in(need)))):
        if isinstance(step, OneOf):
            if any(_is_one(other, step, fits) for other in done):
                named[step] = NOTHING
                continue
            known = [taken for other in rules if (taken := _known(other, step, fits))]
            if known:
                named[step] = some(known)
    if not named:
        return dict(rules)

    def instead(step: Step) -> Need:
        return named.get(step, Taken(step))

    return {
        step: rule.with_needs(lambda need: with_steps(need, instead))
        for step, rule in rules.items()
        if step not in named
    }


def _is_one(other: Step, step: OneOf, fits: Fits) -> bool:
    """Whether a step is an act of one of several."""
    if not isinstance(other, Deed) or isinstance(other, OneOf) or other.act != step.act:
        return False
    return set(other.actors) <= set(step.actors) and fits(other.object, step.object)


def _known(other: Step, step: OneOf, fits: Fits) -> Taken | None:
    """What an act of others is for one of several; nothing where it is none of theirs."""
    if not isinstance(other, Deed) or isinstance(other, OneOf) or other.act != step.act:
        return None
    among = set(other.actors)
    if not among & set(step.actors) or not fits(other.object, step.object):
        return None
    return Taken(other, surely=among <= set(step.actors))
