"""What the drafts of a case would ask of guarantors if a package were agreed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from servanda.model.case import Case
from servanda.workbench.coverage_questions import Question
from servanda.workbench.coverages import Covered
from servanda.workbench.covering import cover_case
from servanda.workbench.issues_read import issues_read
from servanda.workbench.opening import Opened
from servanda.workbench.settlements import DraftAsks, Fairness, PackageJudged, PackageLine, Settles


class Consequences:
    """Finds what the drafts ask under a package; each package is looked at once."""

    def __init__(self, opened: Opened, supposed: Sequence[str]) -> None:
        self._opened = opened
        self._supposed = tuple(supposed)
        self._day = _day(opened.case)
        self._switched = {i for some in issues_read(opened.case).values() for i in some}
        self._found: dict[frozenset[str], DraftAsks | None] = {}

    def of(self, options: Iterable[Settles]) -> DraftAsks | None:
        """What is owed in every incident with these options; None where no clause reads them."""
        choices = [f"{one.issue}={one.option}" for one in options if one.issue in self._switched]
        if not choices:
            return None
        key = frozenset(choices)
        if key not in self._found:
            self._found[key] = self._asked(tuple(choices))
        return self._found[key]

    @cached_property
    def _level(self) -> str | None:
        """What counts as help whatever is chosen: the least that an article asks for."""
        covered = self._covered((), None)
        return None if covered is None else covered.gaps.level

    def _covered(self, choices: tuple[str, ...], level: str | None) -> Covered | None:
        asked = Question(choices=(*self._supposed, *choices), level=level, on=self._day)
        found = cover_case(self._opened, asked)
        return found if isinstance(found, Covered) else None

    def _asked(self, choices: tuple[str, ...]) -> DraftAsks | None:
        question = Question(choices=(*self._supposed, *choices), level=self._level, on=self._day)
        covered = cover_case(self._opened, question)
        if not isinstance(covered, Covered):
            return None
        self._level = covered.gaps.level
        gaps = covered.gaps
        return DraftAsks(covered.asked.noun, gaps.level, gaps.at_once, gaps.never)


def _day(case: Case) -> str | None:
    """The day of incidents, where no event of the case gives one: that of its last document."""
    dated = any(one.events for one in case.histories) or any(one.events for one in case.scenarios)
    days = [] if dated else [document.date for document in case.documents]
    return str(max(days)) if days else None


def with_consequences(
    consequences: Consequences, fairness: Iterable[Fairness]
) -> Iterator[Fairness]:
    """What is fair, with what the drafts would ask under each package that stands out."""

    def told(package: PackageLine) -> PackageLine:
        return replace(package, draft=consequences.of(package.options))

    for one in fairness:
        yield replace(
            one,
            nash=replace(one.nash, package=told(one.nash.package)) if one.nash else None,
            greatest_sum=told(one.greatest_sum) if one.greatest_sum else None,
            compromise=replace(one.compromise, package=told(one.compromise.package))
            if one.compromise
            else None,
        )


def judged_with(consequences: Consequences, judged: PackageJudged) -> PackageJudged:
    """The package asked about, with what the drafts would ask under it."""
    draft = consequences.of(judged.package.options)
    return replace(judged, package=replace(judged.package, draft=draft))
