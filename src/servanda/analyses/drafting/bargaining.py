"""Red lines that nothing or everything meets, linkages that leave nothing, claims without an author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.drafting.claims import Claim, called
from servanda.analyses.drafting.possible import Possible
from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.bargaining import Linkage, Requirement
from servanda.model.case import Case
from servanda.model.conditions import Condition, IssueIs
from servanda.model.words import listing

_ONE_OPTION = "an issue is settled on one option: of two options of one issue, `or` can hold, and `and` cannot"


def claims_without_an_author(reach: Reach) -> Iterator[Diagnostic]:
    """What parties are said to ask, prefer or insist on, with neither a statement nor a judgement."""
    case = reach.case
    claims: tuple[Claim, ...] = (*case.requirements, *case.preferences, *case.participations)
    for claim in claims:
        if claim.rests_on or claim.judgement:
            continue
        where = "a `source` line says where something is written, and not whose word it is"
        yield warning(
            "SV550",
            claim.origin,
            f"nobody stands behind {called(claim)}: it neither rests on a statement nor is a judgement",
            "add a line `rests on` with the statements of the record that it is read from",
            "or a `judgement` line, where it is the encoder's own reading",
            *([where] if claim.source else []),
        )


class _Held(NamedTuple):
    """What a package has to meet besides: another red line, another linkage, what is settled."""

    words: str
    condition: Condition


class _Packages:
    """Looks for packages: ways to settle every issue on one of its options."""

    def __init__(self, reach: Reach) -> None:
        self._possible = Possible(reach, None)

    def some_meets(self, condition: Condition, held: Sequence[_Held] = ()) -> bool:
        """Whether a package may meet a condition, and others; False only where none does."""
        together = (condition, *(one.condition for one in held))
        return self._possible.together((one, True) for one in together)

    def some_crosses(self, condition: Condition) -> bool:
        """Whether a package may go against a condition; False only where none does."""
        return self._possible.together([(condition, False)])

    def against(self, condition: Condition, held: Sequence[_Held]) -> tuple[_Held, ...]:
        """Of what no package meets together with a condition, as little as is needed for that."""
        needed = list(held)
        for one in held:
            fewer = [other for other in needed if other is not one]
            if not self.some_meets(condition, fewer):
                needed = fewer
        return tuple(needed)


def requirements_that_nothing_or_everything_meets(reach: Reach) -> Iterator[Diagnostic]:
    """Red lines and demands that no package can meet by themselves, or that none goes against."""
    packages = _Packages(reach)
    for one in reach.case.requirements:
        at, what = one.condition.origin, called(one)
        if not packages.some_meets(one.condition):
            headline = f"no package can meet {what}, however the issues are settled"
            yield warning("SV551", at, headline, _ONE_OPTION)
        elif not packages.some_crosses(one.condition):
            yield _idle(one)


def _idle(one: Requirement | Linkage) -> Diagnostic:
    headline = f"every package meets {called(one)}, so that it rules nothing out"
    return warning("SV552", one.condition.origin, headline, "name the options that are ruled out")


def red_lines_that_rule_one_another_out(reach: Reach) -> Iterator[Diagnostic]:
    """Red lines of one party that can be met one by one, and not together."""
    packages = _Packages(reach)
    so_far: dict[str, list[_Held]] = {}
    for one in reach.case.requirements:
        if not one.firm or not packages.some_meets(one.condition):
            continue
        held = so_far.setdefault(one.party, [])
        if packages.some_meets(one.condition, held):
            held.append(_Held(f"`{one.id}`", one.condition))
            continue
        against = packages.against(one.condition, held)
        headline = f"no package can meet {called(one)} together with {_named(against)}"
        hint = f"what {one.party} would let go is a `demand`"
        yield _beside(warning("SV551", one.condition.origin, headline, hint), against)


def red_lines_crossed_by_what_is_settled(reach: Reach) -> Iterator[Diagnostic]:
    """Red lines that could be met, and are crossed by how issues are settled already."""
    packages = _Packages(reach)
    held = _settled(reach.case)
    for one in reach.case.requirements:
        if not one.firm or not packages.some_meets(one.condition):
            continue
        if packages.some_meets(one.condition, held):
            continue
        against = packages.against(one.condition, held)
        report = warning(
            "SV554",
            one.condition.origin,
            f"{called(one)} of {one.party} is crossed already, with {_named(against)}",
            "leave `settled on` out where it is still open",
            f"or, where {one.party} gave way, call it a `demand`",
        )
        yield _beside(report, against)


def linkages_that_leave_nothing(reach: Reach) -> Iterator[Diagnostic]:
    """Linkages that leave no package, and those that rule none out."""
    packages = _Packages(reach)
    held = list(_settled(reach.case))
    for one in reach.case.linkages:
        alone = packages.some_meets(one.condition)
        if alone and not packages.some_crosses(one.condition):
            yield _idle(one)
        elif packages.some_meets(one.condition, held):
            held.append(_Held(f"`{one.id}`", one.condition))
        else:
            against = packages.against(one.condition, held) if alone else ()
            beside = f" together with {_named(against)}" if against else ""
            headline = f"no package is left: none meets {called(one)}{beside}"
            hint = "what cannot go together is said so: `requires not (A is ... and B is ...)`"
            yield _beside(warning("SV553", one.condition.origin, headline, hint), against)


def _settled(case: Case) -> tuple[_Held, ...]:
    return tuple(
        _Held(
            f"`{issue.id}` settled on {issue.settled}",
            IssueIs(issue=issue.id, options=(issue.settled,), origin=issue.origin),
        )
        for issue in case.issues
        if issue.settled is not None
    )


def _named(held: Sequence[_Held]) -> str:
    return listing(one.words for one in held)


def _beside(report: Diagnostic, held: Sequence[_Held]) -> Diagnostic:
    """A report that points to what rules its matter out."""
    return replace(report, related=tuple(("ruled out here", o.condition.origin) for o in held))
