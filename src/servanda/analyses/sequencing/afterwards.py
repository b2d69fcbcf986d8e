"""What counts for a step only if it comes after something else, and so is taken after it.

An act or a circumstance brings an article into play only once it binds (A6), and of what the article
asks other acts count only since then (C7). Orders are not kept in mind step by step; instead, a free step
that has to come later is made to wait. Where it has to come before, or is asked for by itself, it is
open whether it will do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from servanda.analyses.sequencing.needs import (
    Need,
    Taken,
    awaited_in,
    steps_in,
    verdict_on,
    with_steps,
)
from servanda.analyses.sequencing.reach import reached
from servanda.analyses.sequencing.rules import Clause, Needs, Rule, Way, needs_of
from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class _Later:
    """A step that counts by one way of another one only after something."""

    step: Step
    than: Need
    way: Way


def in_turn(rules: dict[Step, Rule], since: Callable[[Step], bool]) -> dict[Step, Rule]:
    """The rules, in which what has to come later waits, or counts only perhaps.

    Args:
        rules: What each step waits for.
        since: Whether a step counts only since what brings an article into play.
    """
    found = rules
    every = [later for rule in rules.values() for later in _later(rule, since)]
    for one in sorted(every, key=_by_article):
        needs = needs_of(found)
        if one.step not in needs or _waits_anyway(needs, one):
            continue
        without = {step: need for step, need in needs.items() if step != one.step}
        before = verdict_on(one.than, reached(without)) is Verdict.FAILS
        if before or found[one.step].asked:
            found = {step: _perhaps(rule, one) for step, rule in found.items()}
        else:
            rule = found[one.step]
            waits = Clause(one.than, None)
            found = {**found, one.step: replace(rule, always=(*rule.always, waits))}
    return found


def _by_article(one: _Later) -> tuple[str, str]:
    """By number: what is made to wait first must not hang on the order in which articles stand."""
    article = one.way.article
    return ("", "") if article is None else (article.agreement, article.article)


def _later(rule: Rule, since: Callable[[Step], bool]) -> Iterator[_Later]:
    """What counts only after an article binds, or after what brings it into play."""
    for way in rule.ways:
        bond = next((c for c in way.clauses if c.part == "bond"), None)
        trigger = next((c for c in way.clauses if c.part == "trigger"), None)
        if bond is None or trigger is None or way.instead_of:
            continue
        for step in steps_in(trigger.needs):
            yield _Later(step, bond.needs, way)
        for clause in way.clauses:
            if not clause.part:
                spoken = (step for step in awaited_in(clause.needs) if since(step))
                yield from (_Later(step, trigger.needs, way) for step in spoken)


def _waits_anyway(needs: Needs, one: _Later) -> bool:
    """Whether a step can be taken only after all that has to come before it."""
    others = [step for step in needs if step not in set(steps_in(one.than))]
    return verdict_on(needs[one.step], others) is Verdict.FAILS


def _perhaps(rule: Rule, one: _Later) -> Rule:
    """A rule in which a step may have come too early to count."""

    def counted(step: Step) -> Need:
        return Taken(step, surely=step != one.step)

    ways = tuple(
        replace(
            way,
            clauses=tuple(replace(c, needs=with_steps(c.needs, counted)) for c in way.clauses),
        )
        if way.article == one.way.article and way.reading == one.way.reading
        else way
        for way in rule.ways
    )
    return replace(rule, ways=ways)
