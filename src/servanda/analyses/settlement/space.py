"""The packages that can be made: of open issues, beside what is settled, minus linkages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from servanda.analyses.settlement.formulas import Formula, Numbering, holds
from servanda.model.bargaining import Linkage, Preferences
from servanda.model.case import Case
from servanda.model.conditions import Condition, IssueIs, leaves_through_findings
from servanda.model.node import IssueId, OptionId
from servanda.model.vocabulary import Issue

Package = tuple[int, ...]
"""The number of the option on which each open issue is settled."""


@dataclass(frozen=True, slots=True)
class Space:
    """The packages of a case.

    Attributes:
        issues: The open issues that somebody asks something of, in the order of the text.
        fixed: The options of issues that are settled, or supposed to be.
        idle: Open issues that nobody asks anything of; they are left out.
        linkages: What options need of one another.
        formulas: The linkages as formulas, in the same order.
    """

    issues: tuple[Issue, ...]
    fixed: Mapping[IssueId, OptionId]
    idle: tuple[Issue, ...]
    linkages: tuple[Linkage, ...]
    formulas: tuple[Formula, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many options each open issue has."""
        return tuple(len(issue.options) for issue in self.issues)

    @property
    def bare(self) -> Space:
        """The same packages, whatever options need of one another."""
        return replace(self, linkages=(), formulas=())

    @property
    def combinations(self) -> int:
        """How many combinations of options there are, linkages left aside."""
        return math.prod(self.sizes)

    def formula(self, condition: Condition) -> Formula:
        """A condition over issues as a formula."""
        return Numbering(self.issues, self.fixed).formula(condition)

    def options(self, package: Package) -> tuple[tuple[IssueId, OptionId], ...]:
        """What a package settles, by name."""
        return tuple(
            (issue.id, issue.options[number].id)
            for issue, number in zip(self.issues, package, strict=True)
        )

    def package(self, options: Mapping[IssueId, OptionId]) -> Package:
        """The package with these options of the open issues."""
        return tuple(
            [option.id for option in issue.options].index(options[issue.id])
            for issue in self.issues
        )

    def missing(self, package: Package) -> tuple[Linkage, ...]:
        """The linkages that a combination of options goes without; none of a package."""
        pairs = zip(self.linkages, self.formulas, strict=True)
        return tuple(linkage for linkage, formula in pairs if not holds(formula, package))


def space_of(
    case: Case,
    choices: Mapping[IssueId, OptionId],
    conditions: Sequence[Condition],
    preferences: Sequence[Preferences] = (),
) -> Space:
    """The packages of a case.

    Args:
        case: The case.
        choices: Options that are supposed, in place of what the text says.
        conditions: What is asked of packages.
        preferences: What parties prefer; an open issue that neither these, nor conditions, nor
            linkages speak of is left out.
    """
    settled = {i.id: i.settled for i in case.issues if i.settled is not None}
    fixed = {**settled, **choices}
    asked = (*conditions, *(linkage.condition for linkage in case.linkages))
    spoken = {issue for condition in asked for issue in _issues(condition)}
    spoken |= {v.issue for one in preferences for v in one.valuations}
    open_ = [issue for issue in case.issues if issue.id not in fixed and issue.options]
    issues = tuple(issue for issue in open_ if issue.id in spoken)
    numbering = Numbering(issues, fixed)
    return Space(
        issues=issues,
        fixed=fixed,
        idle=tuple(issue for issue in open_ if issue.id not in spoken),
        linkages=case.linkages,
        formulas=tuple(numbering.formula(linkage.condition) for linkage in case.linkages),
    )


def _issues(condition: Condition) -> Iterator[IssueId]:
    for leaf in leaves_through_findings(condition):
        if isinstance(leaf, IssueIs):
            yield leaf.issue
