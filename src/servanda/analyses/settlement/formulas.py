"""Conditions over packages, in a form to calculate with.

Negation is carried down to the issues, so that a formula says which options are good enough,
joined by *every* and *some*. Issues and options go by their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from servanda.model.conditions import All, Any, Condition, IssueIs, Not
from servanda.model.node import IssueId, OptionId
from servanda.model.vocabulary import Issue


@dataclass(frozen=True, slots=True)
class OneOf:
    """An issue is settled on one of some options.

    Attributes:
        issue: Its number.
        options: A bit for each option that is good enough.
    """

    issue: int
    options: int


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; with no part, what is always so."""

    parts: tuple[Formula, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; with no part, what is never so."""

    parts: tuple[Formula, ...] = ()


Formula = OneOf | Every | Some

Numbers = tuple[int, ...]
"""Some of several formulas, by number."""

REMEMBERED = 1 << 16
"""Of how many formulas it is remembered what has been worked out."""

ALWAYS: Formula = Every()
NEVER: Formula = Some()


class Numbering:
    """Finds the number of an issue and of its options.

    Args:
        issues: The open issues, in the order of their numbers.
        fixed: The options of the others.
    """

    def __init__(self, issues: Sequence[Issue], fixed: Mapping[IssueId, OptionId]) -> None:
        self._numbers = {issue.id: number for number, issue in enumerate(issues)}
        self._options = [{o.id: n for n, o in enumerate(issue.options)} for issue in issues]
        self._fixed = fixed

    def formula(self, condition: Condition, *, negated: bool = False) -> Formula:
        """A condition over issues as a formula.

        Raises:
            TypeError: The condition is over something else than issues.
        """
        match condition:
            case IssueIs():
                return self._one_of(condition, negated=negated)
            case Not(part=part):
                return self.formula(part, negated=not negated)
            case All(parts=parts) | Any(parts=parts):
                told = [self.formula(part, negated=negated) for part in parts]
                return every(told) if isinstance(condition, All) is not negated else some(told)
            case _:
                raise TypeError(f"not a condition over issues: {condition!r}")

    def _one_of(self, condition: IssueIs, *, negated: bool) -> Formula:
        number = self._numbers.get(condition.issue)
        if number is None:
            met = self._fixed.get(condition.issue) in condition.options
            return ALWAYS if met is not negated else NEVER
        options = self._options[number]
        meant = sum(1 << options[option] for option in set(condition.options) if option in options)
        whole = (1 << len(options)) - 1
        return one_of(number, whole & ~meant if negated else meant, whole)


def one_of(issue: int, options: int, whole: int) -> Formula:
    """One of some options of an issue; what is always or never so where these are all, or none."""
    if options == whole:
        return ALWAYS
    return OneOf(issue, options) if options else NEVER


def every(parts: Iterable[Formula]) -> Formula:
    """All of some formulas."""
    kept: dict[Formula, None] = {}
    for part in parts:
        if part == NEVER:
            return NEVER
        kept.update(dict.fromkeys(part.parts if isinstance(part, Every) else (part,)))
    return next(iter(kept)) if len(kept) == 1 else Every(tuple(kept))


def some(parts: Iterable[Formula]) -> Formula:
    """At least one of some formulas."""
    kept: dict[Formula, None] = {}
    for part in parts:
        if part == ALWAYS:
            return ALWAYS
        kept.update(dict.fromkeys(part.parts if isinstance(part, Some) else (part,)))
    return next(iter(kept)) if len(kept) == 1 else Some(tuple(kept))


@lru_cache(maxsize=REMEMBERED)
def given(formula: Formula, issue: int, option: int) -> Formula:
    """What is left of a formula once an issue is settled."""
    if not issues_of(formula) >> issue & 1:
        return formula
    match formula:
        case OneOf():
            return ALWAYS if formula.options >> option & 1 else NEVER
        case Every(parts=parts):
            return every(given(part, issue, option) for part in parts)
        case Some(parts=parts):
            return some(given(part, issue, option) for part in parts)


def holds(formula: Formula, package: Sequence[int]) -> bool:
    """Whether a package meets a formula."""
    match formula:
        case OneOf():
            return bool(formula.options >> package[formula.issue] & 1)
        case Every(parts=parts):
            return all(holds(part, package) for part in parts)
        case Some(parts=parts):
            return any(holds(part, package) for part in parts)


@lru_cache(maxsize=REMEMBERED)
def issues_of(formula: Formula) -> int:
    """The issues that a formula is about, a bit for each."""
    if isinstance(formula, OneOf):
        return 1 << formula.issue
    found = 0
    for part in formula.parts:
        found |= issues_of(part)
    return found
