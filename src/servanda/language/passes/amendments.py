"""Which amendments an article has, in the order of time, and whether their days fit together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from servanda.language.passes.collect import clause_of
from servanda.language.passes.scope import Scope
from servanda.language.tree import AmendmentStatement
from servanda.model.node import ArticleRef


def amendments_by_article(scope: Scope) -> dict[ArticleRef, list[AmendmentStatement]]:
    """The amendments of each article; those of an article that is not there are reported."""
    found: dict[ArticleRef, list[AmendmentStatement]] = defaultdict(list)
    for agreement, statement in scope.table.amendments:
        inside = replace(scope.within(clause_of(statement)), agreement=agreement)
        ref = inside.article(statement.article)
        _check_alone(inside, statement)
        if ref is not None:
            found[ref].append(statement)
    for several in found.values():
        several.sort(key=lambda amendment: amendment.start)
        _check_days(scope, several)
    return found


def _check_alone(scope: Scope, amendment: AmendmentStatement) -> None:
    """Report a repeal beside other lines, and an amendment that ends before it begins."""
    if amendment.repealed is not None and amendment.lines:
        headline = "an article that is repealed says nothing else"
        hint = "leave the other lines out, or leave out `repealed`"
        scope.error("SV356", amendment.repealed, headline, hint)
    if amendment.end is not None and amendment.end <= amendment.start:
        headline = f"`{amendment.name.text}` ends before it begins"
        hint = f"the day behind `until` comes after {amendment.start}"
        scope.error("SV355", amendment.name, headline, hint)


def _check_days(scope: Scope, amendments: Sequence[AmendmentStatement]) -> None:
    """Report two amendments from one day, and one that ends while another builds on it."""
    for place, later in enumerate(amendments):
        inside = scope.within(clause_of(later))
        for earlier in amendments[:place]:
            names = f"`{earlier.name.text}` and `{later.name.text}`"
            related = (("the other one is here", scope.origin(earlier.name)),)
            number = f"article {later.article.number.text}"
            if earlier.start == later.start:
                inside.error(
                    "SV355",
                    later.name,
                    f"{names} amend {number} from the same day",
                    "put both into one amendment",
                    related=related,
                )
            elif (
                earlier.end is not None and later.start < earlier.end and _outlasts(later, earlier)
            ):
                inside.error(
                    "SV355",
                    later.name,
                    f"`{later.name.text}` amends {number} as `{earlier.name.text}` has it,"
                    " which ends before it",
                    f"let it end by then, `until {earlier.end}`, and write another one from that day",
                    related=related,
                )


def _outlasts(one: AmendmentStatement, other: AmendmentStatement) -> bool:
    return other.end is not None and (one.end is None or one.end > other.end)
