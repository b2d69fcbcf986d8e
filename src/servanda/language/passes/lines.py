"""The lines of an article by what they do, and how readings and amendments change them (R1, R7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, assert_never

from servanda.language.passes.reports import Citation
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import a
from servanda.language.tree import (
    AmendmentStatement,
    ArticleLine,
    ArticleLineTree,
    ArticleName,
    ConditionTree,
    EffectTree,
    For,
    Forthwith,
    From,
    GivenEffectBy,
    Notwithstanding,
    OnlyIf,
    PerformedOnlyIf,
    ReadingStatement,
    SubjectTo,
    Unless,
    Until,
    UntilDay,
    When,
    While,
    Within,
)

LineKind = Literal[
    "when",
    "from",
    "only if",
    "unless",
    "performed only if",
    "given effect by",
    "within",
    "until",
    "for",
    "while",
    "subject to",
    "notwithstanding",
    "rule",
]

ConditionLine = Literal["only if", "unless", "until", "while", "performed only if"]

REPEATABLE: frozenset[LineKind] = frozenset(
    {"only if", "unless", "performed only if", "subject to", "notwithstanding"}
)
"""Lines of which an article takes several."""

T = TypeVar("T", bound=ArticleLineTree)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and the clause that it was written in: the article, or a reading of it."""

    line: ArticleLineTree
    clause: Citation


Lines = Mapping[LineKind, tuple[Placed, ...]]


NO_LINES: Lines = {}
"""What is left of an article that is repealed."""


def kind_of(line: ArticleLineTree) -> LineKind:
    """What a line does; a rule is a line with `must`, `may`, `does not apply` and the like."""
    if isinstance(line, EffectTree):
        return "rule"
    match line:
        case When():
            found: LineKind = "when"
        case OnlyIf() | Unless() | While() | PerformedOnlyIf():
            found = _kind_of_condition(line)
        case GivenEffectBy():
            found = "given effect by"
        case From() | Within() | Forthwith() | Until() | UntilDay() | For():
            found = _kind_of_time(line)
        case SubjectTo():
            found = "subject to"
        case Notwithstanding():
            found = "notwithstanding"
        case _:
            assert_never(line)
    return found


def _kind_of_condition(line: OnlyIf | Unless | While | PerformedOnlyIf) -> LineKind:
    """What a line with a condition does."""
    match line:
        case OnlyIf():
            return "only if"
        case Unless():
            return "unless"
        case While():
            return "while"
        case PerformedOnlyIf():
            return "performed only if"
        case _:
            assert_never(line)


def _kind_of_time(line: From | Within | Forthwith | Until | UntilDay | For) -> LineKind:
    """What a line on time does."""
    match line:
        case From():
            return "from"
        case Within() | Forthwith():
            return "within"
        case Until():
            return "until"
        case UntilDay() | For():
            return "for"
        case _:
            assert_never(line)


def by_kind(lines: Iterable[ArticleLine], clause: Citation) -> Lines:
    """The lines of an article, those of one kind together."""
    found: dict[LineKind, tuple[Placed, ...]] = {}
    for line in lines:
        kind = kind_of(line.line)
        found[kind] = (*found.get(kind, ()), Placed(line.line, clause))
    return found


def as_read(lines: Lines, scope: Scope, reading: ReadingStatement) -> Lines:
    """The lines of an article as a reading understands it (rule R1)."""
    return _changed(lines, scope, reading, _READING)


def as_amended(lines: Lines, scope: Scope, amendment: AmendmentStatement) -> Lines:
    """The lines of an article as an amendment has them from its first day on (rule R7)."""
    return _changed(lines, scope, amendment, _AMENDMENT)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What changes the lines of an article, and how a mistake in it is reported."""

    name: str
    code: str
    nothing: str
    first_hint: str


_READING = _Kind(
    "reading",
    "SV320",
    "says nothing that differs from its article",
    "add the line that it reads in another way, or `also only if ...`",
)
_AMENDMENT = _Kind(
    "amendment",
    "SV356",
    "does not say how the article reads from then on",
    "add the line that is changed, `also only if ...`, or `repealed`",
)


def _changed(
    lines: Lines, scope: Scope, change: ReadingStatement | AmendmentStatement, kind: _Kind
) -> Lines:
    """The lines of an article with those that are stated instead, and those that are added.

    What is stated replaces the lines of the same kind; what begins with `also` is added to
    them.
    """
    stated = by_kind((line for line in change.lines if not line.also), scope.clause)
    added = by_kind((line for line in change.lines if line.also), scope.clause)
    result = {**lines, **stated}
    for line_kind, more in added.items():
        result[line_kind] = (*result.get(line_kind, ()), *more)
    _check_change(scope, change, stated, kind)
    return result


def _check_change(
    scope: Scope, change: ReadingStatement | AmendmentStatement, stated: Lines, kind: _Kind
) -> None:
    if not change.lines and not change.incomplete:
        headline = f"{kind.name} `{change.name.text}` {kind.nothing}"
        scope.error(kind.code, change.name, headline, kind.first_hint)
    for line in change.lines:
        if line.also and kind_of(line.line) not in REPEATABLE:
            scope.error(
                kind.code,
                line,
                "`also` adds a condition or a priority, and this line is neither",
                "leave out `also`: the line then replaces that of the article",
            )
    for line_kind, several in stated.items():
        if line_kind not in REPEATABLE and len(several) > 1:
            what = "rule" if line_kind == "rule" else f"`{line_kind}`"
            scope.error(kind.code, several[1].line, f"{a(kind.name)} states one {what} at most")


def conditions(lines: Lines, kind: ConditionLine) -> tuple[tuple[ConditionTree, Citation], ...]:
    """The conditions on the lines of one kind, with the clause of each."""
    return tuple(
        (placed.line.condition, placed.clause)
        for placed in lines.get(kind, ())
        if isinstance(placed.line, OnlyIf | Unless | Until | While | PerformedOnlyIf)
    )


def cited(
    lines: Lines, kind: Literal["subject to", "notwithstanding"]
) -> tuple[tuple[ArticleName, Citation], ...]:
    """The articles on the lines of one kind, with the clause of each."""
    return tuple(
        (name, placed.clause)
        for placed in lines.get(kind, ())
        if isinstance(placed.line, SubjectTo | Notwithstanding)
        for name in placed.line.articles
    )


def first(lines: Lines, kind: type[T]) -> tuple[T, Citation] | None:
    """The first line of this kind, with its clause."""
    for several in lines.values():
        for placed in several:
            if isinstance(placed.line, kind):
                return placed.line, placed.clause
    return None


def rule(lines: Lines) -> tuple[EffectTree, Citation] | None:
    """The line that says what is to be done."""
    for placed in lines.get("rule", ()):
        if isinstance(placed.line, EffectTree):
            return placed.line, placed.clause
    return None
