"""The lines of an article by what they do, and how a reading changes them (rule R1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, assert_never

from servanda.language.passes.reports import Citation
from servanda.language.passes.scope import Scope
from servanda.language.tree import (
    ArticleLine,
    ArticleLineTree,
    ArticleName,
    ConditionTree,
    CreatesNoDuty,
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
    """The lines of an article as a reading understands it.

    What the reading states replaces the lines of the same kind; what it begins with
    `also` is added to them. A reading by which the article creates no duty leaves none of them.
    """
    stated = by_kind((line for line in reading.lines if not line.also), scope.clause)
    added = by_kind((line for line in reading.lines if line.also), scope.clause)
    result: dict[LineKind, tuple[Placed, ...]] = {}
    result |= stated if _binds_nobody(stated) else {**lines, **stated}
    for kind, more in added.items():
        result[kind] = (*result.get(kind, ()), *more)
    _check_reading(scope, reading, stated)
    return result


def _binds_nobody(lines: Lines) -> bool:
    """Whether it is read as creating no duty, which leaves nothing to say when and on what condition."""
    placed = rule(lines)
    return placed is not None and isinstance(placed[0], CreatesNoDuty)


def _check_reading(scope: Scope, reading: ReadingStatement, stated: Lines) -> None:
    if not reading.lines and not reading.incomplete:
        scope.error(
            "SV320",
            reading.name,
            f"reading `{reading.name.text}` says nothing that differs from its article",
            "add the line that it reads in another way, or `also only if ...`",
        )
    for line in reading.lines:
        kind = kind_of(line.line)
        if line.also and kind not in REPEATABLE:
            scope.error(
                "SV320",
                line,
                "`also` adds a condition or a priority, and this line is neither",
                "leave out `also`: the line then replaces that of the article",
            )
    for kind, several in stated.items():
        if kind not in REPEATABLE and len(several) > 1:
            what = "rule" if kind == "rule" else f"`{kind}`"
            scope.error("SV320", several[1].line, f"a reading states one {what} at most")


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
